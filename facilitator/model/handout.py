"""Handouts: a page on one subject, for people in the circle or, as background, for those who lead it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.model.content import LeafletPart, Origin
from facilitator.model.group import Application


class HandoutKind(StrEnum):
    """Who a handout is for."""

    GIVE = "give"
    """For people in the circle, to take home."""
    BACKGROUND = "background"
    """For facilitators: where circles come from, what is known, how to speak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """One page. `cautions` stand before all parts, where there are any; `cards` are ids of coping cards beside it.

    No `applications` means every kind of group.
    """

    id: str
    number: int
    kind: HandoutKind
    title: str
    short_title: str
    summary: str
    cautions: tuple[str, ...] = ()
    parts: tuple[LeafletPart, ...]
    cards: tuple[str, ...] = ()
    applications: tuple[Application, ...] = ()
    origin: Origin

    def suits(self, application: Application | None = None) -> bool:
        """Whether it is for this kind of group; None asks for nothing."""
        return application is None or not self.applications or application in self.applications

    @property
    def lines(self) -> tuple[str, ...]:
        """All that it says in sentences, in order."""
        return (self.summary, *self.cautions, *(line for part in self.parts for line in part.lines))
