"""What a charity marks an item of the library with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShelfMark:
    """A favourite or not, and tags in the order they were given."""

    favourite: bool = False
    tags: tuple[str, ...] = ()
