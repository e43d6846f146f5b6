"""Bringing a roster in from a spreadsheet: read it, match its columns, show what would happen, then do it at once."""
