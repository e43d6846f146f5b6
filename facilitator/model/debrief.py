"""The debrief of an evening: what two facilitators answered, each unseen by the other, and what is to be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitator.model.ids import Id

SIDES = 2
"""A debrief is for two; one alone may hold it too."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one side answered to one question, by the question's id."""

    question: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DebriefDraft:
    """A debrief as it is held: the answers of each side, one or two, and follow-ups without a name.

    Nobody is told apart but by order: which of the two answered first is not kept either.
    """

    sides: tuple[tuple[Answer, ...], ...]
    follow_ups: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All that was typed."""
        return (*(answer.words for side in self.sides for answer in side if answer.words), *self.follow_ups)


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief(DebriefDraft):
    """A debrief that is kept."""

    id: Id
    session_id: Id
    held_on: date
