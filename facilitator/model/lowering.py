"""What goes for good: when a group moves to a lower record level, or when one person is erased; in counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id


class Goes(StrEnum):
    """What a lower level may not hold, in the order it is told."""

    PEOPLE = "people"
    REMOVED = "removed"
    """People who were taken off the list before, and are still kept in the bin."""
    TICKS = "ticks"
    CONTACTS = "contacts"
    RULES = "rules"
    """What to mind before somebody is called."""
    EMERGENCY = "emergency"
    AGES = "ages"
    ANSWERS = "answers"
    """What people said when they were asked something."""
    NEEDS = "needs"
    DATES = "dates"
    PAIRINGS = "pairings"
    MEETINGS = "meetings"
    ROLES = "roles"
    """Names beside a role of an evening; that the role was filled stays."""
    READINGS = "readings"
    """Names of who has read a translation; that it was read stays."""


@dataclass(frozen=True, slots=True)
class ShorterName:
    """A name of more than one word, and what is proposed in its place; `listed` is False for one in the bin."""

    member_id: Id
    name: str
    short: str
    listed: bool = True


@dataclass(frozen=True, slots=True)
class LowerPreview:
    """What moving `group` to `level` takes away: only what is there, each with its number.

    `evenings` is how many held sessions keep their head-count.
    """

    group: Group
    level: RecordLevel
    goes: tuple[tuple[Goes, int], ...]
    names: tuple[ShorterName, ...]
    evenings: int

    def many(self, what: Goes) -> int:
        """How many of one kind go."""
        return next((n for kind, n in self.goes if kind is what), 0)


@dataclass(frozen=True, slots=True)
class ErasePreview:
    """What erasing one person takes away beside their name: only what is there, each with its number."""

    name: str
    goes: tuple[tuple[Goes, int], ...]
