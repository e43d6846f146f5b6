"""One-to-one support: two codes, when they met and for how long, and which boundaries were talked through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.i18n import _
from facilitator.model.ids import Id


class PairingKind(StrEnum):
    """How two people walk together."""

    BUDDY = "buddy"
    """Both give and both take; often for somebody's first weeks."""
    MENTOR = "mentor"
    """One has been there longer and says so."""


class Boundary(StrEnum):
    """What a pair talks through before it begins: a closed list, so that nothing about anybody can be written."""

    PLACE = "place"
    LENGTH = "length"
    BETWEEN = "between"
    MONEY = "money"
    PRIVATE = "private"
    SAFETY = "safety"
    SHARING = "sharing"
    HELP = "help"
    STOP = "stop"
    ENDING = "ending"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingDraft:
    """A pair: `one` and `other` are codes, never names; `ended_on` is None while it goes on."""

    one: str
    other: str
    kind: PairingKind = PairingKind.BUDDY
    started_on: date
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One time they met."""

    id: Id
    met_on: date
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing(PairingDraft):
    """A pair that is kept, with its meetings, newest first."""

    id: Id
    group_id: Id
    boundaries: tuple[Boundary, ...] = ()
    meetings: tuple[Meeting, ...] = ()


def kind_words(kind: PairingKind) -> str:
    """A kind by its name."""
    return {PairingKind.BUDDY: _("Buddies"), PairingKind.MENTOR: _("Mentor")}[kind]


def boundary_words(boundary: Boundary) -> str:
    """A boundary as it is said to both."""
    return {
        Boundary.PLACE: _("We meet where other people are near."),
        Boundary.LENGTH: _("We know how often we meet, and for how long."),
        Boundary.BETWEEN: _("We know when we may ring or write in between, and when not."),
        Boundary.MONEY: _("No lending, no selling, no costly presents."),
        Boundary.PRIVATE: _("What we say stays with us, and what we hear in the circle stays there."),
        Boundary.SAFETY: _("If somebody is in danger, we tell the safeguarding lead. Both know who that is."),
        Boundary.SHARING: _("We share what we have lived. We do not tell each other what to do."),
        Boundary.HELP: _("Either of us may ask a facilitator for help with this."),
        Boundary.STOP: _("Either of us may stop at any time, and need not say why."),
        Boundary.ENDING: _("We know when we will look at this again, and how it ends."),
    }[boundary]
