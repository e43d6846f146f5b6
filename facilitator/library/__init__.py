"""Shipped and own content: loaded when first asked for, checked, and handed on as frozen values."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.library.library import Library

__all__ = ["Library"]


def __getattr__(name: str) -> object:
    if name != "Library":
        raise AttributeError(name)
    from facilitator.library.library import Library

    return Library
