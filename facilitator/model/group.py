"""A group: who it is for, and how much it keeps about the people in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from facilitator.model.ids import Id


class Application(StrEnum):
    """The nine kinds of peer-support group."""

    MENTAL_HEALTH = "mental-health"
    ADDICTION = "addiction"
    CHRONIC_ILLNESS = "chronic-illness"
    TRAUMA = "trauma"
    CARERS = "carers"
    YOUTH = "youth"
    PARENTING = "parenting"
    GRIEF = "grief"
    CAREER = "career"


class RecordLevel(IntEnum):
    """How much a group keeps about the people in it: the most important choice there is."""

    TALLY = 0
    """A head-count only: no name can be kept."""
    FIRST_NAME = 1
    """A first name or alias, and who was present."""
    CONTACTABLE = 2
    """Plus one contact route and an emergency contact."""


def default_level(application: Application, count_only: bool = False, min_age: int | None = None) -> RecordLevel:
    """The level a new group starts with: 0 for addiction and hearing-voices groups, 2 under 18, else 1."""
    if application is Application.YOUTH or (min_age is not None and min_age < 18):
        return RecordLevel.CONTACTABLE
    if application is Application.ADDICTION or count_only:
        return RecordLevel.TALLY
    return RecordLevel.FIRST_NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDraft:
    """What is known of a group. `min_age` None means not asked; `team` are facilitators' ids, first leads."""

    name: str
    application: Application = Application.MENTAL_HEALTH
    audience: str = ""
    is_open: bool = True
    is_ongoing: bool = True
    record_level: RecordLevel = RecordLevel.FIRST_NAME
    size_cap: int | None = 12
    min_age: int | None = 18
    count_only: bool = False
    venue_id: Id | None = None
    team: tuple[Id, ...] = ()

    @property
    def for_under_18s(self) -> bool:
        """Whether the stricter rules for young people hold here."""
        return self.application is Application.YOUTH or (self.min_age is not None and self.min_age < 18)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(GroupDraft):
    """A group that is kept. Once put away, its evenings stop on `archived_on`; it can be brought back."""

    id: Id
    created_on: date
    archived_on: date | None = None
