"""The library: cards, words to say, agreements, plans and helplines to look up, print, and put in one's own words."""

from __future__ import annotations

from ui.screens.library.screen import LibraryScreen

__all__ = ["LibraryScreen"]
