"""A safeguarding concern: what is kept of one is where it went; its words only where they are sealed to one reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.i18n import _
from facilitator.model.debrief import Answer
from facilitator.model.ids import Id


class About(StrEnum):
    """Who a concern is about, as far as it decides who may be told. It is never kept."""

    SOMEBODY = "somebody"
    """A member, a child, somebody at home: anybody but those who run the group."""
    FACILITATOR = "facilitator"
    LEAD = "lead"
    DEPUTY = "deputy"


class Duty(StrEnum):
    """Why somebody may be told of a concern."""

    LEAD = "lead"
    DEPUTY = "deputy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody a concern can be sealed to: they have a duty, and a key of their own. `mine` is who unlocked."""

    holder: bytes
    name: str
    duty: Duty
    mine: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Where a concern that stands on paper is: whom it was passed to and when, or why to nobody. No names of members.

    Empty is not known yet; `reference` is what whoever took it calls it.
    """

    made_on: date
    passed_to: str = ""
    passed_on: date | None = None
    reference: str = ""
    why_not: str = ""

    @property
    def settled(self) -> bool:
        """Whether it says where the concern went, or why nowhere: only then may it be closed."""
        return bool((self.passed_to and self.passed_on is not None) or self.why_not)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern(Pointer):
    """A concern that is kept. With a `recipient` its words are sealed to them, and `opened_on` is when they read it.

    `mine` is whether they are sealed to who unlocked; `lost` that nobody can open them any more.
    """

    id: Id
    recipient: bytes | None = None
    recipient_name: str = ""
    opened_on: date | None = None
    closed_on: date | None = None
    added: int = 0
    """How often words were added."""
    mine: bool = False
    lost: bool = False

    @property
    def sealed(self) -> bool:
        """Whether its words are in the vault, and not on paper."""
        return self.recipient is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernWords:
    """What a concern says: the answers to its form, by the questions' ids."""

    answers: tuple[Answer, ...]
    written_by: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """Words that were added to a concern later."""

    on: date
    words: str
    written_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedConcern:
    """A concern as its recipient reads it."""

    concern: Concern
    words: ConcernWords
    added: tuple[Added, ...] = ()


def duty_words(duty: Duty) -> str:
    """A duty in words."""
    return {Duty.LEAD: _("Safeguarding lead"), Duty.DEPUTY: _("Deputy")}[duty]


def allowed(about: About) -> tuple[Duty, ...]:
    """Who may be told of a concern, the first one first: never whom it is about."""
    return {About.LEAD: (Duty.DEPUTY,), About.DEPUTY: (Duty.LEAD,)}.get(about, (Duty.LEAD, Duty.DEPUTY))
