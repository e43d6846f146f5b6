"""Before the circle begins: whether it may with who is there, and what to say at the door if not."""
