"""Who does what on an evening: the roles of a circle, and whether each is filled. Never how often anybody did one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.i18n import _
from facilitator.model.ids import Id
from facilitator.model.organisation import Facilitator
from facilitator.model.session import Session


class Role(StrEnum):
    """What somebody does on an evening, in the order it is listed."""

    LEAD = "lead"
    SECOND = "second"
    SUPPORT = "support"
    WELCOMER = "welcomer"
    TIMEKEEPER = "timekeeper"
    READER = "reader"
    FIRST_SPEAKER = "first-speaker"
    TEA = "tea"

    @property
    def runs(self) -> bool:
        """Whether it is one of those who run the circle; the others go round among everybody."""
        return self in RUNNING


RUNNING = (Role.LEAD, Role.SECOND, Role.SUPPORT)
"""Who runs the circle, first leads. One person has one of these on an evening."""
ROTATING = tuple(role for role in Role if role not in RUNNING)
"""What goes round among everybody; who does it is agreed in the room, and no member's name is kept for it."""


@dataclass(frozen=True, slots=True)
class Shift:
    """One role on one evening. `facilitator_id` is None where somebody does it whose name is not kept.

    `usual` says that nobody has said anything for this evening, and the group's team stands in.
    """

    role: Role
    filled: bool = False
    facilitator_id: Id | None = None
    usual: bool = False


@dataclass(frozen=True, slots=True)
class RotaRow:
    """One evening's shifts, one for each role, in the roles' order."""

    session: Session
    shifts: tuple[Shift, ...]

    def shift(self, role: Role) -> Shift:
        """The shift of a role."""
        return next(shift for shift in self.shifts if shift.role is role)

    @property
    def open_roles(self) -> tuple[Role, ...]:
        """The roles that nobody has yet, as told apart from those that this group leaves out."""
        return tuple(shift.role for shift in self.shifts if not shift.filled)


@dataclass(frozen=True, slots=True)
class Rota:
    """Coming evenings and who does what; `people` are all who may run a circle, the group's team first.

    `two` says that the group must have two people to run it, as for under-18s.
    """

    rows: tuple[RotaRow, ...]
    people: tuple[Facilitator, ...]
    two: bool = False

    def name(self, facilitator_id: Id | None) -> str:
        """A facilitator's name, "" for nobody or one who is not there any more."""
        return next((one.name for one in self.people if one.id == facilitator_id), "")


def role_words(role: Role) -> str:
    """A role by its name."""
    return {
        Role.LEAD: _("Leads"), Role.SECOND: _("Co-leads"), Role.SUPPORT: _("Supports"),
        Role.WELCOMER: _("Welcomes"), Role.TIMEKEEPER: _("Keeps time"), Role.READER: _("Reads"),
        Role.FIRST_SPEAKER: _("Speaks first"), Role.TEA: _("Makes tea"),
    }[role]


def role_meaning(role: Role) -> str:
    """What somebody with this role does, in one line."""
    return {
        Role.LEAD: _("Opens and closes the circle."),
        Role.SECOND: _("Goes out with somebody who needs air."),
        Role.SUPPORT: _("A third pair of hands, or somebody learning."),
        Role.WELCOMER: _("Stands at the door, greets who is new."),
        Role.TIMEKEEPER: _("Says when a part is over."),
        Role.READER: _("Reads the agreement or the closing words."),
        Role.FIRST_SPEAKER: _("Begins the round, so nobody else has to."),
        Role.TEA: _("Kettle, cups and water."),
    }[role]
