"""The base of every place, under the name that screens use."""

from __future__ import annotations

from ui.screen import Screen

__all__ = ["Screen"]
