"""What a group is: its profile, who runs it, where it meets, and who answers for it."""
