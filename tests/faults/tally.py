"""What fault tests try and what comes to harm, counted while it is done: the table of `dev.py faults` shows it."""

from __future__ import annotations

from collections import Counter


class Tally:
    """What one test tried, by kind, and what of it came to harm; the test itself still has to fail for it."""

    def __init__(self) -> None:
        self.cases: Counter[str] = Counter()
        self.lost: list[str] = []
        self.most: dict[str, float] = {}

    def tried(self, many: int = 1, kind: str = "") -> None:
        """So many more cases were tried."""
        self.cases[kind] += many

    def lose(self, what: str) -> None:
        """A case came to harm, or went unnoticed."""
        self.lost.append(what)

    def reached(self, unit: str, value: float) -> None:
        """The most that a case took of something that is bounded, in a unit: seconds, megabytes."""
        self.most[unit] = max(value, self.most.get(unit, 0.0))
