"""Where to go, as a value: screens do not import one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Go:
    """A place, and what to show there: an id, a kind of record, or any frozen value the place understands."""

    place: str
    show: object = None


@dataclass(frozen=True, slots=True)
class Way:
    """Something a place can do that the search finds: what it is called, where it leads, other words people say."""

    title: str
    go: Go
    also: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something the window itself does at once, found as a way is."""

    title: str
    act: Callable[[], object]
    also: str = ""
