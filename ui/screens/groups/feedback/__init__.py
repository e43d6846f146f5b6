"""Feedback of a group: slips typed in fast, and questions counted; shown together or not at all."""
