"""Heads, never names: counting people in and out, and what must be true of a session that was held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from facilitator.errors import BadValue, CountMissing, CountTooSmall, NeedsTwoAdults, SessionSettled
from facilitator.evening import roles
from facilitator.i18n import _, ngettext
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.session import Count, OneAdult, Session, SessionStatus
from facilitator.people import Groups
from facilitator.store import Store

if TYPE_CHECKING:
    from facilitator.store import Command

    Touch = Callable[[Command, Session], Session]

MOST = 9999
ADULTS = 2
"""How many adults a circle for under-18s needs in the room."""
_RECENT = 6
"""How many held sessions tell how many people to expect."""


class Basis(StrEnum):
    """Where the number of people to expect comes from."""

    HELD = "held"
    LISTED = "listed"
    GUESS = "guess"


class Counts:
    """Keeps head-counts. `touch` has a session kept inside a running command."""

    def __init__(self, store: Store, clock: Clock, groups: Groups, touch: Touch) -> None:
        self._store = store
        self._clock = clock
        self._groups = groups
        self._touch = touch

    def save(self, session: Session, count: Count) -> Change:
        """Keep a count: while people arrive, when they leave, or as a later correction (a new version of the row).

        Raises BadValue, CountTooSmall, SessionSettled for a cancelled session; for a held one also what `hold` raises.
        """
        with self._store.command("session.count") as c:
            session = self._touch(c, session)
            self._check(session, count, held=session.status is SessionStatus.HELD,
                        excused=session.one_adult is not None)
            c.update("session", session.id, {**columns(count), **self._flag(session, count, session.one_adult)})
            c.label = _said(count)
        return c.change()

    def hold(self, session: Session, count: Count | None = None, one_adult: OneAdult | None = None) -> Change:
        """Write down that the session took place, with this count or the one that is kept already.

        `one_adult` says why a circle for under-18s was held all the same with fewer than two adults: what happened is
        written down and flagged, so that nobody has to write something else.
        Raises CountMissing, CountTooSmall (more newcomers and returning people, or more ticked names, than heads),
        NeedsTwoAdults (under-18s), BadValue, SessionSettled for a cancelled session.
        """
        with self._store.command("session.hold") as c:
            session = self._touch(c, session)
            count = count or session.count
            if session.held_on > self._clock.today():
                raise BadValue(_("day of the session"), "future")
            self._check(session, count, held=True, excused=one_adult is not None)
            flag = self._flag(session, count, one_adult)
            settled = {} if session.status is SessionStatus.HELD else {
                "status": SessionStatus.HELD, "venue_id": session.venue_id, "ended_at": self._clock.now_ms()}
            c.update("session", session.id, {**columns(count), **settled, **flag})
            if settled:
                roles.settle(c, self._store, self._groups.get(session.group_id), session.id)
            c.label = _said(count)
        return c.change()

    def expected(self, group_id: Id) -> int:
        """How many heads to make ready for: as the last held sessions had, else as many as are on the list."""
        return self.expected_from(group_id)[0]

    def expected_from(self, group_id: Id) -> tuple[int, Basis]:
        """How many heads to make ready for, and where that number comes from."""
        rows = self._store.all("""select headcount from session_live where group_id = ? and status = 'held'
                                  order by held_on desc, start_minute desc limit ?""", (group_id, _RECENT))
        if rows:
            return _median([row["headcount"] for row in rows]), Basis.HELD
        group = self._groups.get(group_id)
        listed = self._store.one("select count(*) as n from member_live where group_id = ? and active = 1", (group_id,))
        if listed and listed["n"]:
            return int(listed["n"]), Basis.LISTED
        return min(group.size_cap or 8, 8), Basis.GUESS

    def ticked(self, session_id: Id) -> int:
        """How many names are ticked as present."""
        row = self._store.one("select count(*) as n from attendance_live where session_id = ? and present = 1",
                              (session_id,))
        return int(row["n"]) if row else 0

    def _flag(self, session: Session, count: Count, one_adult: OneAdult | None) -> dict[str, Any]:
        """The reason, as long as there were too few adults: once the count is put right, nothing is flagged."""
        if one_adult is None and session.one_adult is None:
            return {}
        young = self._groups.get(session.group_id).for_under_18s
        return {"why": one_adult.value if one_adult and young and too_few(count) else ""}

    def _check(self, session: Session, count: Count, *, held: bool, excused: bool = False) -> None:
        if session.status is SessionStatus.CANCELLED:
            raise SessionSettled(session.status.value)
        group = self._groups.get(session.group_id)
        check(count)
        if held:
            check_held(group, count, self.ticked(session.id), excused)


def check(count: Count) -> None:
    """Refuse numbers that cannot be, counted so far or at the end. Raises BadValue, CountTooSmall."""
    labels = {"heads": _("people"), "newcomers": _("newcomers"), "returning": _("returning people"),
              "adults": _("adults"), "out": _("people gone home")}
    for field in fields(Count):
        number = getattr(count, field.name)
        if number is not None and not 0 <= number <= MOST:
            raise BadValue(labels[field.name], "range")
    if count.heads is None:
        return
    named = (count.newcomers or 0) + (count.returning or 0)
    if named > count.heads:
        raise CountTooSmall(count.heads, named)
    if (count.adults or 0) > count.heads:
        raise BadValue(labels["adults"], "range")


def too_few(count: Count) -> bool:
    """Whether there were fewer adults than a circle for under-18s needs, or nobody has said."""
    return count.adults is None or count.adults < ADULTS


def check_held(group: Group, count: Count, ticked: int, excused: bool = False) -> None:
    """Refuse what cannot be true of a held session. Raises CountMissing, CountTooSmall, NeedsTwoAdults.

    `excused` says that a reason is written down why two adults were not there.
    """
    if count.heads is None:
        raise CountMissing
    if ticked > count.heads:
        raise CountTooSmall(count.heads, ticked)
    if group.for_under_18s and too_few(count) and not excused:
        raise NeedsTwoAdults(count.adults)


def columns(count: Count) -> dict[str, Any]:
    """The count as the session's row holds it."""
    return {"headcount": count.heads, "newcomers": count.newcomers, "returning": count.returning,
            "adults": count.adults, "count_out": count.out}


def _said(count: Count) -> str:
    if count.heads is None:
        return _("The count was cleared.")
    if count.out:
        return ngettext("{n} person was counted, and {out} out again.", "{n} people were counted, and {out} out again.",
                        count.heads).format(n=count.heads, out=count.out)
    return ngettext("{n} person was counted.", "{n} people were counted.", count.heads).format(n=count.heads)


def _median(numbers: list[int]) -> int:
    """The middle one; of two in the middle the half-way, rounded up. The standard one brings fractions and decimals."""
    ordered, half = sorted(numbers), len(numbers) // 2
    return ordered[half] if len(numbers) % 2 else -(-(ordered[half - 1] + ordered[half]) // 2)
