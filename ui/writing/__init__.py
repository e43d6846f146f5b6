"""Writing under the name guard: the text, what it flags, and how each flag is settled. Screens put it to use."""
