"""Sessions: the rule they repeat by, one evening of it, and who came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from facilitator.i18n import _
from facilitator.model.ids import Id


class SessionStatus(StrEnum):
    """Where an evening stands."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class CancelReason(StrEnum):
    """Why an evening did not take place: a closed list, so that nobody's illness is written down."""

    NO_FACILITATOR = "no-facilitator"
    VENUE = "venue"
    WEATHER = "weather"
    FEW = "few"
    HOLIDAY = "holiday"
    SAFETY = "safety"
    OTHER = "other"


class OneAdult(StrEnum):
    """Why a circle for under-18s was held with fewer than two adults: a closed list, and never a way to plan one."""

    LEFT = "one-adult-left"
    LATE = "one-adult-late"
    WAITING = "one-adult-waiting"
    OTHER = "one-adult-other"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesDraft:
    """A repeat rule: every `every` weeks on `weekday` (0 = Monday), or monthly on the `nth` one (5 = last)."""

    weekday: int
    start_minute: int
    minutes: int = 90
    every: int = 1
    nth: int = 0
    first_on: date
    last_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(SeriesDraft):
    """A repeat rule that is kept."""

    id: Id
    group_id: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Heads, never names: None means not counted. `adults` is asked where the group is for under-18s."""

    heads: int | None = None
    newcomers: int | None = None
    returning: int | None = None
    adults: int | None = None
    out: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One evening. `start_minute` counts from midnight of `held_on`, the local day it starts on."""

    id: Id
    group_id: Id
    held_on: date
    start_minute: int
    minutes: int
    status: SessionStatus = SessionStatus.PLANNED
    series_id: Id | None = None
    slot: int = 0
    venue_id: Id | None = None
    count: Count = Count()
    checklist: tuple[str, ...] = ()
    why: CancelReason | None = None
    """Why it is cancelled, where somebody has said."""
    one_adult: OneAdult | None = None
    """Why it was held with fewer than two adults though it is for under-18s: a flag for the safeguarding lead."""
    kept: bool = True
    """False for a session that only follows from the rule and that nobody has touched yet."""

    @property
    def starts(self) -> datetime:
        """When it starts, local wall time."""
        return datetime.combine(self.held_on, time()) + timedelta(minutes=self.start_minute)

    @property
    def ends(self) -> datetime:
        """When it ends, local wall time; may lie after midnight."""
        return self.starts + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """One member's tick for one session."""

    member_id: Id
    name: str
    present: bool
    first_time: bool = False


def reason_words(reason: CancelReason) -> str:
    """Why an evening is cancelled, in a few words."""
    return {
        CancelReason.NO_FACILITATOR: _("Nobody could run it"),
        CancelReason.VENUE: _("The place was not free"),
        CancelReason.WEATHER: _("Weather or travel"),
        CancelReason.FEW: _("Too few people"),
        CancelReason.HOLIDAY: _("Holiday"),
        CancelReason.SAFETY: _("It would not have been safe"),
        CancelReason.OTHER: _("Another reason"),
    }[reason]


def one_adult_words(reason: OneAdult) -> str:
    """Why there were not two adults, in a few words."""
    return {
        OneAdult.LEFT: _("An adult had to leave"),
        OneAdult.LATE: _("An adult came late, or not at all"),
        OneAdult.WAITING: _("Young people were there, and could not be left alone"),
        OneAdult.OTHER: _("Another reason"),
    }[reason]
