"""What a group agreed, and how it agrees something new."""
