"""Which of the copies that a vault keeps of itself may go: a plain question about days and sizes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime

DAYS, WEEKS, MONTHS = 12, 10, 9


@dataclass(frozen=True, slots=True, order=True)
class Kept:
    """A copy that is there: when it was made (local wall time), what it is called, how many bytes it takes."""

    made_at: datetime
    name: str
    size: int


def to_drop(copies: Iterable[Kept], budget: int) -> frozenset[str]:
    """The names of copies that may go.

    What stays is the newest of each of the last 12 days, 10 weeks and 9 months that have one. Where these take more
    than `budget` bytes, the oldest go, but never the newest of all.
    """
    newest_first = sorted(copies, reverse=True)
    wanted = {
        copy.name
        for span, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS))
        for copy in _newest_of_each(newest_first, span)[:most]
    }
    stays: set[str] = set()
    room = budget
    for copy in newest_first:
        if copy.name not in wanted:
            continue
        room -= copy.size
        if room < 0 and stays:
            break  # an older and smaller one that would still fit must not outlive a newer one
        stays.add(copy.name)
    return frozenset(copy.name for copy in newest_first) - stays


def _newest_of_each(newest_first: list[Kept], span: Callable[[datetime], Hashable]) -> list[Kept]:
    found: dict[Hashable, Kept] = {}
    for copy in newest_first:
        found.setdefault(span(copy.made_at), copy)
    return list(found.values())


def _day(at: datetime) -> Hashable:
    return at.date()


def _week(at: datetime) -> Hashable:
    return at.isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    return at.year, at.month
