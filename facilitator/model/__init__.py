"""Frozen values that cross every line of the house, one file per subject."""
