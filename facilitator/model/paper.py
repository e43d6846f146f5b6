"""Paper: sizes, the three states of personal data, and sheets that are out of the building."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.model.ids import Id


class Paper(StrEnum):
    """The two papers every document is made for."""

    A4 = "a4"
    LETTER = "letter"


class Style(StrEnum):
    """The ways every document is laid out; each has its own sizes, and none is another one blown up."""

    STANDARD = "standard"
    LARGE = "large"
    EASYREAD = "easyread"
    """Own short words with a picture beside each idea; not every document has them."""
    SPACED = "spaced"
    """Wide between letters, words and lines, for who reads that more easily."""


class Layout(StrEnum):
    """How the pages of a sheet stand on the paper. Their order is kept with packs: new ones come last."""

    PAGE = "page"
    """One to a side."""
    BOOK = "book"
    """A little book: two beside one another, to be folded and stapled."""
    POSTER = "poster"
    """One to a side, on paper twice as large."""
    BACKED = "backed"
    """Cards of a set size with a back right behind each."""


class Turn(StrEnum):
    """The edge on which a printer turns the paper between the front and the back."""

    LONG = "long"
    SHORT = "short"


class PersonalData(StrEnum):
    """What a sheet tells about people: nothing, something once it is filled in, or something as printed."""

    NONE = "none"
    ONCE_FILLED = "once-filled"
    CONTAINED = "contained"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOut:
    """Printed sheets with personal data that somebody must bring back and shred."""

    id: Id
    group_id: Id | None
    document: str
    copies: int
    printed_on: date
    personal: PersonalData
    shred_by: date | None
    shredded_on: date | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A document in a pack in one variant, and how many copies. Discreet: nothing outside tells what it is."""

    document: str
    copies: int
    style: Style = Style.STANDARD
    discreet: bool = False
    item: str = ""
    """The library item it is made of, by its id, where there are several to choose from; empty for the usual one.

    After an @ stands the language it is printed in, where that is not the window's.
    """
    options: tuple[tuple[str, int], ...] = ()
    """What was chosen of the document's options, by their keys."""

    @property
    def made_of(self) -> str:
        """The library item alone, by its id."""
        return self.item.partition("@")[0]

    @property
    def language(self) -> str:
        """The language it is printed in; empty for the window's."""
        return self.item.partition("@")[2]

    @property
    def plain(self) -> bool:
        """Whether it is the ordinary one."""
        return self.style is Style.STANDARD and not self.discreet

    @property
    def variant(self) -> tuple[str, Style, bool, str]:
        """What tells it apart from the other pieces of a pack."""
        return self.document, self.style, self.discreet, self.item


def in_language(item: str, language: str) -> str:
    """A piece's library item, printed in a language; an empty one is the window's."""
    alone = item.partition("@")[0]
    return f"{alone}@{language}" if language else alone
