"""The debrief for two: each answers unseen by the other, then both are shown."""
