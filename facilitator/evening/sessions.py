"""Sessions: which evenings there are, and what is changed about one. Nothing is written until somebody touches one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from facilitator.errors import BadValue, NotFound, SessionSettled
from facilitator.evening import planning, repeat
from facilitator.evening.counts import Counts, columns
from facilitator.evening.series import SeriesRules, series
from facilitator.i18n import _, interface
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.session import CancelReason, Count, OneAdult, Series, Session, SessionStatus
from facilitator.people import Groups
from facilitator.store import Store

if TYPE_CHECKING:
    from facilitator.store import Command

AFTER = timedelta(hours=3)
"""How long after its end a session of the day before still counts as tonight's."""
_FAR = 400
"""How many days ahead the next session is looked for: beyond a rule of once a year."""
_REASONS, _ONE_ADULT = frozenset(CancelReason), frozenset(OneAdult)
MOST_IDS = 900
"""Ids in one question."""
_READ = """select s.*, coalesce(s.venue_id, g.venue_id) as place
           from session_live s join groups g on g.id = s.group_id where """


class Sessions:
    """Reads the evenings of groups and changes single ones. `.series` are the rules, `.counts` the head-counts."""

    def __init__(self, store: Store, clock: Clock, groups: Groups) -> None:
        self._store = store
        self._clock = clock
        self._groups = groups
        self.series = SeriesRules(store, groups)
        self.counts = Counts(store, clock, groups, self.touch)

    # ------------------------------------------------------------ questions
    def planned(self, group_id: Id, start: date, end: date) -> tuple[Session, ...]:
        """Every session from `start` to `end`, both included, in order: planned, held and cancelled."""
        return self._of_groups([self._groups.get(group_id)], start, end)

    def of_all(self, start: date, end: date) -> tuple[Session, ...]:
        """Every session of every group from `start` to `end`, both included, in order."""
        return self._of_groups(self._groups.all(), start, end)

    def on(self, group_id: Id, day: date) -> tuple[Session, ...]:
        """The group's sessions of a day."""
        return self.planned(group_id, day, day)

    def next(self, group_id: Id) -> Session | None:
        """The session that runs or comes next, None when none is planned. Held and cancelled ones are passed over."""
        now, today = self._clock.now(), self._clock.today()
        for start, end in ((-1, 62), (63, _FAR), (_FAR + 1, 5 * _FAR)):
            for session in self.planned(group_id, today + timedelta(days=start), today + timedelta(days=end)):
                if session.status is SessionStatus.PLANNED and session.ends > now:
                    return session
        return None

    def tonight(self) -> tuple[Session, ...]:
        """Today's sessions of all groups, in order, and yesterday's whose end is not long past; cancelled ones too."""
        now, today = self._clock.now(), self._clock.today()
        found = self._of_groups(self._groups.all(), today - timedelta(days=1), today)
        return tuple(session for session in found if session.held_on == today or session.ends + AFTER > now)

    def get(self, session_id: Id) -> Session:
        """One session that is kept, as it is now. Raises NotFound."""
        row = self._store.one(_READ + "s.id = ?", (session_id,))
        if row is None:
            raise NotFound("session")
        return _session(row)

    def now(self, session: Session) -> Session:
        """A session as it is now, kept or not: what a screen holds may be old."""
        row = self._store.one(_READ + "s.id = ?", (session.id,))
        return session if row is None else _session(row)

    def held(self, group_id: Id, limit: int = 12) -> tuple[Session, ...]:
        """The group's last held sessions, newest first."""
        rows = self._store.all(_READ + """s.group_id = ? and s.status = 'held'
                                          order by s.held_on desc, s.start_minute desc limit ?""", (group_id, limit))
        return tuple(map(_session, rows))

    # ------------------------------------------------------------ commands
    def add(self, group_id: Id, day: date, start_minute: int, minutes: int, venue_id: Id | None = None) -> Change:
        """Plan a session beside the rules. Raises NotFound, BadValue."""
        repeat.check_day(day)
        repeat.check_time(start_minute, minutes)
        taken = {session.id for session in self.on(group_id, day)}
        ids = planning.slot_ids(group_id, day)
        taken |= {row["id"] for row in self._rows_of(ids)}
        slot = planning.free_slot(group_id, day, taken)
        if slot is None:
            raise BadValue(_("day"), "full")
        with self._store.command("session.add") as c:
            c.put("session", ids[slot], _new(Session(
                id=ids[slot], group_id=group_id, held_on=day, start_minute=start_minute, minutes=minutes, slot=slot),
                venue_id))
            c.label = _("A session was planned for {day}.").format(day=interface().date(day))
        return c.change()

    def change(self, session: Session, *, held_on: date | None = None, start_minute: int | None = None,
               minutes: int | None = None, venue_id: Id | None = None) -> Change:
        """Move a planned session to another day, time or venue; it keeps its id. Raises SessionSettled, BadValue.

        At the group's own venue it goes wherever the group goes, should that change.
        """
        session = self.open(session)
        values: dict[str, Any] = {
            "held_on": session.held_on if held_on is None else held_on,
            "start_minute": session.start_minute if start_minute is None else start_minute,
            "minutes": session.minutes if minutes is None else minutes,
        }
        if venue_id is not None:
            values["venue_id"] = None if venue_id == self._groups.get(session.group_id).venue_id else venue_id
        repeat.check_day(values["held_on"])
        repeat.check_time(values["start_minute"], values["minutes"])
        with self._store.command("session.change") as c:
            self.touch(c, session)
            c.update("session", session.id, values)
            moved = values["held_on"] != session.held_on
            words = _("The evening is on {day} now.") if moved else _("The evening on {day} was changed.")
            c.label = words.format(day=interface().date(values["held_on"]))
        return c.change()

    def cancel(self, session: Session, why: CancelReason | None = None) -> Change:
        """Cancel a planned session; it stays in sight, with why if somebody says. Raises SessionSettled."""
        session = self.open(session)
        with self._store.command("session.cancel") as c:
            self.touch(c, session)
            c.update("session", session.id, {
                "status": SessionStatus.CANCELLED, "why": "" if why is None else CancelReason(why).value})
            c.label = _("The evening on {day} was called off.").format(day=interface().date(session.held_on))
        return c.change()

    def say_why(self, session: Session, why: CancelReason) -> Change:
        """Say afterwards why a session was cancelled. Raises SessionSettled for one that was not."""
        session = self.now(session)
        if session.status is not SessionStatus.CANCELLED:
            raise SessionSettled(session.status.value)
        with self._store.command("session.why") as c:
            c.update("session", session.id, {"why": CancelReason(why).value})
            c.label = _("Why the session on {day} was cancelled is written down.").format(
                day=interface().date(session.held_on))
        return c.change()

    def restore(self, session: Session) -> Change:
        """Bring a cancelled session back. Raises SessionSettled for a held one."""
        session = self.now(session)
        if session.status is SessionStatus.HELD:
            raise SessionSettled(session.status.value)
        with self._store.command("session.restore") as c:
            self.touch(c, session)
            c.update("session", session.id, {"status": SessionStatus.PLANNED, "why": ""})
            c.label = _("The evening on {day} takes place again.").format(day=interface().date(session.held_on))
        return c.change()

    def tick(self, session: Session, item: str, done: bool) -> Change:
        """Tick something off tonight's checklist, or take the tick away."""
        session = self.now(session)
        ticked = [one for one in session.checklist if one != item]
        with self._store.command("session.tick") as c:
            self.touch(c, session)
            c.update("session", session.id, {"checklist": json.dumps([*ticked, item] if done else ticked)})
            c.label = _("The list was changed.")
        return c.change()

    # ------------------------------------------------------------ for commands of other features
    def open(self, session: Session) -> Session:
        """The session as it is now, when it is still planned. Raises SessionSettled."""
        session = self.now(session)
        if session.status is not SessionStatus.PLANNED:
            raise SessionSettled(session.status.value)
        return session

    def touch(self, c: Command, session: Session) -> Session:
        """Inside a running command: have the session kept from now on. Returns it as it is now."""
        row = self._store.one(_READ + "s.id = ?", (session.id,))
        if row is not None:
            return _session(row)
        self._groups.get(session.group_id)
        if session.kept or session.id != planning.session_id(session.group_id, session.held_on, session.slot):
            raise NotFound("session")
        c.put("session", session.id, _new(session))
        return self.get(session.id)

    # ------------------------------------------------------------ reading
    def _of_groups(self, groups: Sequence[Group], start: date, end: date) -> tuple[Session, ...]:
        rules: dict[Id, list[Series]] = {group.id: [] for group in groups}
        for row in self._store.all("select * from series_live"):
            if row["group_id"] in rules:
                rules[row["group_id"]].append(series(row))
        days = {group.id: planning.rule_days(rules[group.id], start, end) for group in groups}
        kept: dict[Id, dict[Id, Session]] = {group.id: {} for group in groups}
        ids = {group.id: {day: planning.slot_ids(group.id, day) for day in days[group.id]} for group in groups}
        every = [one for of_day in ids.values() for slots in of_day.values() for one in slots]
        span = self._store.all(_READ + "s.held_on between ? and ?", (start.isoformat(), end.isoformat()))
        for row in (*span, *self._rows_of(every)):
            if row["group_id"] in kept:
                kept[row["group_id"]][row["id"]] = _session(row)
        found = [session for group in groups
                 for session in planning.lay_over(group, days[group.id], ids[group.id], kept[group.id], start,
                                                   end) if not _stopped(group, session)]
        return tuple(sorted(found, key=lambda session: (session.starts, session.group_id, session.slot)))

    def _rows_of(self, ids: Sequence[Id]) -> Iterator[dict[str, Any]]:
        for part in batched(ids):
            marks = ", ".join("?" * len(part))
            yield from self._store.all(f"{_READ} s.id in ({marks})", part)


def _stopped(group: Group, session: Session) -> bool:
    """Whether an evening was still to come when its group was put away; what happened before stays in sight."""
    return (group.archived_on is not None and session.status is SessionStatus.PLANNED
            and session.held_on >= group.archived_on)


def batched(ids: Sequence[Id], most: int = MOST_IDS) -> Iterable[Sequence[Id]]:
    """Ids in parts that one question can take."""
    return (ids[at:at + most] for at in range(0, len(ids), most))


def _session(row: dict[str, Any]) -> Session:
    return Session(
        id=row["id"], group_id=row["group_id"], held_on=date.fromisoformat(row["held_on"]),
        start_minute=row["start_minute"], minutes=row["minutes"], status=SessionStatus(row["status"]),
        series_id=row["series_id"], slot=row["slot"], venue_id=row["place"],
        count=Count(heads=row["headcount"], newcomers=row["newcomers"], returning=row["returning"],
                    adults=row["adults"], out=row["count_out"]),
        checklist=tuple(json.loads(row["checklist"])),
        why=CancelReason(row["why"]) if row["why"] in _REASONS else None,
        one_adult=OneAdult(row["why"]) if row["why"] in _ONE_ADULT else None,
    )


def _new(session: Session, venue_id: Id | None = None) -> dict[str, Any]:
    """The row of a session kept from now on; without a venue of its own it goes where the group goes."""
    return {
        "group_id": session.group_id, "series_id": session.series_id, "held_on": session.held_on, "slot": session.slot,
        "start_minute": session.start_minute, "minutes": session.minutes, "status": SessionStatus.PLANNED,
        "venue_id": venue_id, "checklist": "[]", "ended_at": None, **columns(Count()),
    }
