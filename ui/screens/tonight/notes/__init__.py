"""The note of an evening: themes first, then a few words under the name guard; and reading what was kept."""
