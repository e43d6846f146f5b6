"""A member, what they agreed to, and what makes the room easier for them. Never a condition, never a score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.model.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberDraft:
    """One name field; everything below the name needs record level 2, `age_band` only where it is required.

    What to mind before somebody is called: `contact_preference` in their words, `may_leave_message` (None: nobody
    asked), and `if_another_answers`, what to do then.
    """

    name: str
    contact: str = ""
    contact_preference: str = ""
    may_leave_message: bool | None = None
    if_another_answers: str = ""
    emergency_contact: str = ""
    age_band: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(MemberDraft):
    """A member that is kept; `first_seen` is the day they first came, when known."""

    id: Id
    group_id: Id
    first_seen: date | None = None
    active: bool = True


class ConsentPurpose(StrEnum):
    """What is asked for, one thing at a time."""

    LIST = "list"
    CONTACT = "contact"
    DATES = "dates"
    PHOTO = "photo"
    QUOTE = "quote"
    PARENT = "parent"


class ConsentState(StrEnum):
    """How it stands. A row is added at each turn; none is ever changed."""

    NOT_ASKED = "not-asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The latest word on one purpose; `basis` is the documented basis where it is not the person's own consent."""

    member_id: Id
    purpose: ConsentPurpose
    state: ConsentState
    on: date | None = None
    basis: str = ""
    wording_version: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessNeed:
    """An adjustment ("front seat, large print"), never a condition; `member_id` None means the whole group."""

    id: Id
    group_id: Id
    member_id: Id | None
    adjustment: str


class DateKind(StrEnum):
    """Why a day is remembered. There are no words of one's own, and never a sobriety date."""

    REMEMBERED = "remembered"
    """A day they asked us to remember; why is not written down."""
    BIRTHDAY = "birthday"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberDate:
    """A day of the year that a member asked us to remember; there is no year."""

    id: Id
    member_id: Id
    kind: DateKind
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class NearDate:
    """A remembered day that falls close to an evening: whose, why, and on which day this time."""

    name: str
    kind: DateKind
    on: date
