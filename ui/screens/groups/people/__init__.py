"""The people of a group: their names, what each agreed to, and what helps them in the room."""
