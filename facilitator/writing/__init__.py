"""What the group writes itself: its own library items."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.writing.items import OwnItems

__all__ = ["OwnItems"]


def __getattr__(name: str) -> object:
    if name != "OwnItems":
        raise AttributeError(name)
    from facilitator.writing.items import OwnItems

    return OwnItems
