"""Where to go, as a value: screens do not import one another."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Go:
    """A place, and what to show there: an id, a kind of record, or any frozen value the place understands."""

    place: str
    show: object = None
