"""What is written in own words: library items, notes and themes, sealed pages, concerns and incidents."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from facilitator.writing.concerns import Concerns
    from facilitator.writing.incidents import Incidents
    from facilitator.writing.items import OwnItems
    from facilitator.writing.kept_words import KeptWords
    from facilitator.writing.marks import ShelfMarks
    from facilitator.writing.notes import Notes
    from facilitator.writing.numbers import Numbers
    from facilitator.writing.sealed import SealedPages
    from facilitator.writing.themes import Themes

__all__ = ["Concerns", "Incidents", "KeptWords", "Notes", "Numbers", "OwnItems", "SealedPages",
           "ShelfMarks", "Themes"]

_HOMES = {"Concerns": "concerns", "Incidents": "incidents", "KeptWords": "kept_words", "Notes": "notes",
          "Numbers": "numbers", "OwnItems": "items", "SealedPages": "sealed", "ShelfMarks": "marks",
          "Themes": "themes"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
