"""What is written in own words: the group's library items, and pages sealed to their author."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from facilitator.writing.items import OwnItems
    from facilitator.writing.sealed import SealedPages

__all__ = ["OwnItems", "SealedPages"]

_HOMES = {"OwnItems": "items", "SealedPages": "sealed"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
