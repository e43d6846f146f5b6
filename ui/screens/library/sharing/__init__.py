"""Content packs within the Library: what is given away, and what others gave."""
