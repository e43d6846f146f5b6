"""Feedback and measures: slips without a name, and counts; nothing in them leads to a member."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from facilitator.i18n import _
from facilitator.model.content import Origin
from facilitator.model.ids import Id

ENOUGH = 5
"""So many slips of a month, before what they say is shown: of fewer it could be told whose they are."""
BASE = 10
"""So many answers, before a share of a hundred is said."""


class Item(StrEnum):
    """What a feedback slip asks, in its order."""

    WELCOME = "welcome"
    SAFE = "safe"
    HEARD = "heard"
    LEARNED = "learned"
    RETURN = "return"


class Face(StrEnum):
    """The three faces, the friendliest first."""

    YES = "yes"
    BIT = "bit"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One slip as it is typed in. A line that nobody circled is left out; `words` name nobody."""

    faces: Mapping[Item, Face] = field(default_factory=dict, hash=False)
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What the slips of one month say together. `counts` and `said` are empty until there are ENOUGH slips.

    A count is of answers. It is exact here, before those who typed the slips in and must hear of one who did not feel
    safe; a report that leaves the group treats it as people by characteristic.
    """

    month: date
    slips: int
    counts: Mapping[Item, Mapping[Face, int]] = field(default_factory=dict, hash=False)
    said: tuple[str, ...] = ()
    """What was written besides, in the order of the words: so that no line stands beside its slip."""

    @property
    def enough(self) -> bool:
        """Whether it may be shown."""
        return self.slips >= ENOUGH

    def answered(self, item: Item) -> int:
        """How many circled a face in this line."""
        return sum(self.counts.get(item, {}).values())

    def share(self, item: Item, face: Face) -> int | None:
        """How many of a hundred; None where too few answered."""
        return share(self.counts.get(item, {}).get(face, 0), self.answered(item))


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A question of somebody else that may be asked, word for word, with where it is from.

    `answers` are ids and words, in order. `citation` is printed and shown wherever the question or its figures are.
    """

    id: str
    title: str
    ask: str
    answers: tuple[tuple[str, str], ...]
    citation: str
    licence: str
    alone: str = ""
    """What is to be minded when its figures are told."""
    origin: Origin

    def words(self, answer: str) -> str:
        """An answer in words; its id where the question has it no more."""
        return dict(self.answers).get(answer, answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDraft:
    """How a circle answered a question, as it was counted on the spot; no one answer is kept by itself."""

    instrument: str
    month: date
    counts: Mapping[str, int] = field(default_factory=dict, hash=False)
    licence: str = ""

    @property
    def people(self) -> int:
        """How many answered."""
        return sum(self.counts.values())

    def share(self, answer: str) -> int | None:
        """How many of a hundred; None where too few answered."""
        return share(self.counts.get(answer, 0), self.people)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(MeasureDraft):
    """Counts that are kept."""

    id: Id
    group_id: Id


def share(part: int, base: int) -> int | None:
    """How many of a hundred, rounded; None below BASE, where a hundredth would be made up."""
    return None if base < BASE else (200 * part + base) // (2 * base)


def item_words(item: Item) -> str:
    """What a slip says in a line."""
    return {
        Item.WELCOME: _("I felt welcome"), Item.SAFE: _("I felt safe"), Item.HEARD: _("I was heard"),
        Item.LEARNED: _("I learned something"), Item.RETURN: _("I will come back"),
    }[item]


def face_words(face: Face) -> str:
    """What stands above a face."""
    return {Face.YES: _("Yes"), Face.BIT: _("A bit"), Face.NO: _("No")}[face]
