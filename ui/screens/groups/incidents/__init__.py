"""Incidents of a group: told with roles, never with names."""
