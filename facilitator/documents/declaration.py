"""What a printed document declares about itself, and the sheet that it builds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.documents.blocks import Block
from facilitator.documents.words import Text
from facilitator.model.paper import Paper, PersonalData

if TYPE_CHECKING:
    from facilitator.documents.context import SheetContext
    from facilitator.i18n import Translator


class Audience(StrEnum):
    """Who a sheet is for, which its tab shows: solid for the team, outline for everybody else."""

    TEAM = "team"
    GIVE = "give"
    TABLE = "table"
    WALL = "wall"


class Need(StrEnum):
    """Data a document cannot be made without; named as `messages.py` names it."""

    SESSION = "session"
    AGENDA = "agenda"
    AGREEMENT = "agreement"
    GROUP = "group"
    CARD = "card"
    DIRECTORY = "directory"
    EMERGENCY = "emergency"
    PACK = "pack"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A choice a document offers: a whole number between `least` and `most`."""

    key: str
    label: Callable[[Translator], str]
    default: int
    least: int
    most: int

    def clean(self, value: int | None) -> int:
        """The value when it may be used, the nearest that may, or the default."""
        return self.default if value is None else max(self.least, min(self.most, value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A document built for one occasion: what stands on it, and what its head and foot say."""

    document: str
    title: str
    language: str
    kind: str
    audience: Audience
    note: str = ""
    """Beside the tab on page 1: use and group."""
    running: str = ""
    """Beside the tab from page 2 on."""
    warning: str = ""
    """Instead of the note: what is not in order yet."""
    blocks: tuple[Block, ...]
    crisis: Text = ""
    crisis_short: Text = ""
    source: str = ""
    personal: PersonalData = PersonalData.NONE
    privacy: str = ""
    privacy_note: str = ""
    page_words: str = "{page} / {pages}"
    pages: int = 1
    """How many sides the document promises in the standard style."""
    both_sides: bool = True
    poster: bool = False
    ring: bool = True
    """The ornament; a sheet that must not tell what it is for has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document's declaration. `prints` names register columns (table.column); `by_hand_only` bars files and packs."""

    id: str
    title: Callable[[Translator], str]
    audience: Audience
    order: int
    build: Callable[[SheetContext], Sheet]
    needs: tuple[Need, ...] = ()
    options: tuple[Option, ...] = ()
    papers: tuple[Paper, ...] = (Paper.A4, Paper.LETTER)
    styles: tuple[str, ...] = ("standard",)
    pages: int = 1
    both_sides: bool = True
    personal: PersonalData = PersonalData.NONE
    prints: tuple[str, ...] = ()
    listed: Callable[[SheetContext], str] | None = None
    """What a cover slip calls it, when that is not its title."""
    place: Callable[[Translator], str] | None = None
    """Where it lies on the evening, for the cover slip."""
    by_hand_only: bool = False
