"""Short readings for the opening and the closing of a circle: our own, and a few poems that belong to everybody."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from facilitator.model.agenda import WORDS_A_MINUTE
from facilitator.model.content import Origin
from facilitator.model.group import Application


class ReadingPlace(StrEnum):
    """Where in an evening a reading is of use."""

    OPENING = "opening"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A reading. `stanzas` are paragraphs of one line each; a poem's have a line for every verse.

    `author`, `year` and `rights` are given for somebody else's text, which is quoted letter by letter and never
    respelled. `avoid_if` says when to choose another, or "". No `applications` means every kind of group.
    """

    id: str
    title: str
    places: tuple[ReadingPlace, ...]
    tone: str
    stanzas: tuple[tuple[str, ...], ...]
    author: str = ""
    year: str = ""
    rights: str = ""
    avoid_if: str = ""
    applications: tuple[Application, ...] = ()
    origin: Origin

    @property
    def quoted(self) -> bool:
        """Whether the words are somebody else's."""
        return bool(self.author)

    @property
    def lines(self) -> tuple[str, ...]:
        """All its lines, without the gaps between stanzas."""
        return tuple(line for stanza in self.stanzas for line in stanza)

    @property
    def seconds(self) -> int:
        """How long it takes to read aloud without a hurry."""
        return ceil(sum(len(line.split()) for line in self.lines) * 60 / WORDS_A_MINUTE)

    def suits(self, application: Application | None = None, place: ReadingPlace | None = None) -> bool:
        """Whether it is for this kind of group and this place; None asks for nothing."""
        return ((application is None or not self.applications or application in self.applications)
                and (place is None or place in self.places))
