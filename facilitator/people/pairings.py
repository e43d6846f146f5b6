"""One-to-one support: pairs under codes, their meetings and the boundaries they talked through. Never what was said."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from facilitator.errors import BadValue, LevelTooLow, NotFound
from facilitator.i18n import _, interface
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.group import RecordLevel
from facilitator.model.ids import Id
from facilitator.model.pairing import Boundary, Meeting, Pairing, PairingDraft, PairingKind
from facilitator.people import words
from facilitator.people.groups import Groups
from facilitator.store import Store

LONGEST = 8
"""The longest code, in characters."""
MINUTES = 480
"""The longest meeting."""
_OLDEST = timedelta(days=3660)
_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_WORDS = re.compile(r"[^\W\d_]+")


class Pairings:
    """Reads and keeps pairs. A group at level 0 has none, and never can."""

    def __init__(self, store: Store, clock: Clock, groups: Groups) -> None:
        self._store = store
        self._clock = clock
        self._groups = groups

    # ------------------------------------------------------------ questions
    def of(self, group_id: Id) -> tuple[Pairing, ...]:
        """The group's pairs: those that go on first, newest first, each with its meetings. Raises LevelTooLow."""
        self._level(group_id)
        meetings: dict[Id, list[Meeting]] = {}
        for row in self._store.all(
                """select m.* from pairing_meeting_live m join pairing_live p on p.id = m.pairing_id
                   where p.group_id = ? order by m.met_on desc, m.id desc""", (group_id,)):
            meetings.setdefault(row["pairing_id"], []).append(_meeting(row))
        rows = self._store.all("""select * from pairing_live where group_id = ?
                                  order by ended_on is not null, started_on desc, id desc""", (group_id,))
        return tuple(_pairing(row, meetings.get(row["id"], [])) for row in rows)

    def get(self, pairing_id: Id) -> Pairing:
        """One pair with its meetings. Raises NotFound."""
        row = self._store.one("select * from pairing_live where id = ?", (pairing_id,))
        if row is None:
            raise NotFound("pairing")
        return _pairing(row, list(map(_meeting, self._store.all(
            "select * from pairing_meeting_live where pairing_id = ? order by met_on desc, id desc", (pairing_id,)))))

    def free_codes(self, group_id: Id, n: int = 2) -> tuple[str, ...]:
        """Codes that nobody has yet, to be written down on a card: A1, B2 and so on. They tell nothing."""
        rows = self._store.all("select one, other from pairing_live where group_id = ?", (group_id,))
        taken = {words.alike(code) for row in rows for code in (row["one"], row["other"])}
        every = (f"{letter}{1 + (at + turn) % 9}" for turn in range(9) for at, letter in enumerate(_LETTERS))
        found: list[str] = []
        for code in every:
            if words.alike(code) not in taken:
                found.append(code)
            if len(found) == n:
                break
        return tuple(found)

    # ------------------------------------------------------------ commands
    def save(self, group_id: Id, draft: PairingDraft, pairing_id: Id | None = None) -> Change:
        """Keep a pair, a new one without an id.

        Raises LevelTooLow, NotFound, and BadValue: a code without a figure ("figure"), one that is or holds somebody's
        name ("name"), the same code twice ("same"), a day to come.
        """
        self._level(group_id)
        one, other = self._code(draft.one, _("code of one")), self._code(draft.other, _("code of the other"))
        if words.alike(one) == words.alike(other):
            raise BadValue(_("code of the other"), "same")
        self._day(draft.started_on, _("day they began"))
        values = {"one": one, "other": other, "kind": PairingKind(draft.kind).value,
                  "started_on": draft.started_on.isoformat(),
                  "ended_on": None if draft.ended_on is None else draft.ended_on.isoformat()}
        if draft.ended_on is not None:
            self._day(draft.ended_on, _("day they ended"))
        before = () if pairing_id is None else self._in(group_id, pairing_id).meetings
        self._within(draft.started_on, draft.ended_on, before)
        with self._store.command("pairing.save") as c:
            if pairing_id is None:
                c.insert("pairing", {"group_id": group_id, **values, "checklist": "[]"})
                c.label = _("{one} and {other} are a pair.").format(one=one, other=other)
            else:
                c.update("pairing", pairing_id, values)
                c.label = _("The pair {one} and {other} was saved.").format(one=one, other=other)
        return c.change()

    def tick(self, pairing_id: Id, boundary: Boundary, done: bool) -> Change:
        """Note that a boundary was talked through, or not yet. Raises NotFound."""
        pairing = self.get(pairing_id)
        ticked = {*pairing.boundaries, Boundary(boundary)} if done else {*pairing.boundaries} - {boundary}
        with self._store.command("pairing.tick") as c:
            c.update("pairing", pairing_id, {"checklist": json.dumps([one.value for one in Boundary if one in ticked])})
            c.label = _("The list was changed.")
        return c.change()

    def meet(self, pairing_id: Id, day: date, minutes: int) -> Change:
        """Write down that they met: the day and the minutes, nothing else. Raises NotFound, BadValue."""
        pairing = self.get(pairing_id)
        self._day(day, _("day they met"))
        if not 1 <= minutes <= MINUTES:
            raise BadValue(_("minutes"), "range")
        if day < pairing.started_on:
            raise BadValue(_("day they met"), "before")
        if pairing.ended_on is not None and day > pairing.ended_on:
            raise BadValue(_("day they met"), "far")
        with self._store.command("pairing.meet") as c:
            c.insert("pairing_meeting", {"pairing_id": pairing_id, "met_on": day.isoformat(), "minutes": minutes})
            c.label = _("The meeting on {day} was written down.").format(day=interface().date(day, "d MMMM"))
        return c.change()

    def drop_meeting(self, meeting_id: Id) -> Change:
        """Put a meeting in the bin. Raises NotFound."""
        row = self._store.one("select * from pairing_meeting_live where id = ?", (meeting_id,))
        if row is None:
            raise NotFound("meeting")
        day = date.fromisoformat(row["met_on"])
        with self._store.command("pairing.drop") as c:
            c.bin("pairing_meeting", meeting_id)
            c.label = _("The meeting on {day} was put in the bin.").format(day=interface().date(day, "d MMMM"))
        return c.change()

    def end(self, pairing_id: Id, day: date | None) -> Change:
        """Note the day a pair ended, or that it goes on after all. Raises NotFound, BadValue."""
        pairing = self.get(pairing_id)
        if day is not None:
            self._day(day, _("day they ended"))
            self._within(pairing.started_on, day, pairing.meetings)
        with self._store.command("pairing.end") as c:
            c.update("pairing", pairing_id, {"ended_on": None if day is None else day.isoformat()})
            label = _("{one} and {other} are a pair again.") if day is None else _("{one} and {other} have ended.")
            c.label = label.format(one=pairing.one, other=pairing.other)
        return c.change()

    def bin(self, pairing_id: Id) -> Change:
        """Put a pair and its meetings in the bin. Raises NotFound."""
        pairing = self.get(pairing_id)
        with self._store.command("pairing.bin") as c:
            for meeting in pairing.meetings:
                c.bin("pairing_meeting", meeting.id)
            c.bin("pairing", pairing_id)
            c.label = _("The pair {one} and {other} was put in the bin.").format(one=pairing.one, other=pairing.other)
        return c.change()

    # ------------------------------------------------------------ what may be
    def _level(self, group_id: Id) -> None:
        group = self._groups.get(group_id)
        if group.record_level < RecordLevel.FIRST_NAME:
            raise LevelTooLow("pairing", group.record_level)

    def _in(self, group_id: Id, pairing_id: Id) -> Pairing:
        found = self.get(pairing_id)
        if found.group_id != group_id:
            raise NotFound("pairing")
        return found

    def _code(self, value: str, what: str) -> str:
        """A clean code: short, with a figure in it, and no name of anybody on any list or in any team."""
        code = words.line(value, what, LONGEST)
        if not code:
            raise BadValue(what, "empty")
        everybody = self._store.all("select name from member union select name from facilitator")
        names = {words.alike(part) for row in everybody for part in (row["name"], *_WORDS.findall(row["name"]))}
        parts = {words.alike(part) for part in _WORDS.findall(code) if len(part) > 1}
        if not {words.alike(code), *parts}.isdisjoint(names):
            raise BadValue(what, "name")
        if not any(sign.isdigit() for sign in code):
            raise BadValue(what, "figure")
        return code

    def _day(self, day: date, what: str) -> None:
        today = self._clock.today()
        if day > today:
            raise BadValue(what, "future")
        if day < today - _OLDEST:
            raise BadValue(what, "before")

    def _within(self, start: date, end: date | None, meetings: Sequence[Meeting]) -> None:
        """A pair neither begins after it met nor ends before."""
        if end is not None and end < start:
            raise BadValue(_("day they ended"), "before")
        if any(meeting.met_on < start for meeting in meetings):
            raise BadValue(_("day they began"), "far")
        if end is not None and any(meeting.met_on > end for meeting in meetings):
            raise BadValue(_("day they ended"), "before")


def _pairing(row: dict[str, Any], meetings: Sequence[Meeting]) -> Pairing:
    known = set(Boundary)  # a newer version may know more of them than this one
    return Pairing(
        id=row["id"], group_id=row["group_id"], one=row["one"], other=row["other"], kind=PairingKind(row["kind"]),
        started_on=date.fromisoformat(row["started_on"]),
        ended_on=None if row["ended_on"] is None else date.fromisoformat(row["ended_on"]),
        boundaries=tuple(Boundary(one) for one in json.loads(row["checklist"]) if one in known),
        meetings=tuple(meetings))


def _meeting(row: dict[str, Any]) -> Meeting:
    return Meeting(id=row["id"], met_on=date.fromisoformat(row["met_on"]), minutes=row["minutes"])
