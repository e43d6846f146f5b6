"""The face: everything you see, nothing it knows."""
