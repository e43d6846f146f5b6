"""The group agreement: clauses the group chose, in versions that are never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitator.model.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One promise: the line read aloud, why, and what we do when it is broken; `theme` is its quarter of the poster."""

    text: str
    why: str = ""
    if_broken: str = ""
    theme: str = ""
    source: str = ""
    """The shipped clause's id, empty for the group's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementVersion:
    """What the group agreed on a day, by how many people; agreed by the group, never signed."""

    id: Id
    group_id: Id
    number: int
    adopted_on: date
    review_by: date | None
    present: int | None
    clauses: tuple[Clause, ...]

    def due(self, today: date) -> bool:
        """Whether it is time to look at it again."""
        return self.review_by is not None and self.review_by <= today
