"""Catching up: an evening that was held on paper, taken in by number keys in two minutes."""
