"""A concern about somebody's safety: what to do and whom to call first, then paper, a pointer, or sealed words."""
