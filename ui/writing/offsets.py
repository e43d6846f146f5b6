"""Places in a text: Qt counts UTF-16 units, Python code points; and the one edit that leads from a text to another."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from facilitator.nameguard import Edit


class Offsets:
    """Turns places of one text into one another. Where no letter needs two units, nothing is counted."""

    def __init__(self, text: str) -> None:
        plain = text.isascii() or max(text) <= "\uffff"
        self._units = [] if plain else [0, *accumulate(2 if letter > "\uffff" else 1 for letter in text)]

    def units(self, points: int) -> int:
        """Code points to UTF-16 units."""
        return self._units[points] if self._units else points

    def points(self, units: int) -> int:
        """UTF-16 units to code points; the middle of a letter counts as its end."""
        return bisect_left(self._units, units) if self._units else units


def edit_between(old: str, new: str) -> Edit:
    """The smallest single edit that turns one text into another. Found by halves, as both are long and nearly alike."""
    shorter = min(len(old), len(new))
    low, high = 0, shorter
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if old[:middle] == new[:middle] else (low, middle - 1)
    start = low
    low, high = 0, shorter - start
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if old[-middle:] == new[-middle:] else (low, middle - 1)
    return Edit(start, len(old) - start - low, len(new) - start - low)
