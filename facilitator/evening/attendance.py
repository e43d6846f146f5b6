"""Who came: all present, untick the missing; and a newcomer taken in on the same screen, in one command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from facilitator.errors import CountTooSmall, LevelTooLow, NotFound, SessionSettled
from facilitator.evening.counts import columns
from facilitator.evening.sessions import Sessions
from facilitator.i18n import _, ngettext
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id, hash_id, hash_ids
from facilitator.model.member import Consent, Member, MemberDraft
from facilitator.model.session import Count, OneAdult, Presence, Session, SessionStatus
from facilitator.people import Groups, Members
from facilitator.store import Store

if TYPE_CHECKING:
    from facilitator.store import Command


_KNOWN = """
select m.first_seen, m.first_seen < s.held_on or exists (
    select 1 from attendance_live b join session_live e on e.id = b.session_id
    where b.member_id = m.id and b.present = 1 and e.id <> s.id and e.held_on < ?2) as before
from attendance_live a join member m on m.id = a.member_id join session s on s.id = a.session_id
where a.session_id = ?1 and a.present = 1"""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One member's ticks, in the order of the grid's sessions; None where nobody has said anything."""

    member: Member
    ticks: tuple[bool | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """People by evenings. `present` sums each evening's ticks; nobody is ever counted up against anybody."""

    sessions: tuple[Session, ...]
    rows: tuple[GridRow, ...]
    present: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """A grid without its ticks, for a screen that asks for those it shows. `present` sums each evening's ticks."""

    sessions: tuple[Session, ...]
    members: tuple[Member, ...]
    present: tuple[int, ...]


_MOST = 900
"""Ids in one question."""


def attendance_id(session_id: Id, member_id: Id) -> Id:
    """The id of one member's tick for one session: the same on every laptop."""
    return hash_id("attendance", session_id, member_id)


class Attendance:
    """Reads and keeps ticks. A group at level 0 has none, and never can."""

    def __init__(self, store: Store, clock: Clock, groups: Groups, members: Members, sessions: Sessions) -> None:
        self._store = store
        self._clock = clock
        self._groups = groups
        self._members = members
        self._sessions = sessions

    # ------------------------------------------------------------ questions
    def sheet(self, session: Session) -> tuple[Presence, ...]:
        """Everybody on the list with their tick, by name, and those who left the group but were ticked."""
        group = self._named(session)
        ticks = self._ticks([session.id]).get(session.id, {})
        return tuple(
            Presence(member_id=member.id, name=member.name, present=ticks.get(member.id, False),
                     first_time=member.first_seen == session.held_on)
            for member in self._members.of(group.id, left=True) if member.active or ticks.get(member.id))

    def grid(self, group_id: Id, start: date, end: date) -> Grid:
        """The ticks of everybody on the list for the evenings of a span, and of those who left but were ticked.

        An evening that is not written down as held and has no tick is left out. Raises LevelTooLow, NotFound.
        """
        frame = self.frame(group_id, start, end, due=False)
        ticks = self._ticks([session.id for session in frame.sessions])
        return Grid(frame.sessions, tuple(
            GridRow(member, tuple(ticks.get(session.id, {}).get(member.id) for session in frame.sessions))
            for member in frame.members), frame.present)

    def frame(self, group_id: Id, start: date, end: date, *, due: bool = True) -> Frame:
        """What stands round a grid: its evenings, its people and the sums of each evening. Raises as `grid` does.

        `due` adds evenings up to today that nobody has written anything down for yet.
        """
        top = self.top(group_id, start, end, due=due)
        ticked = self._ticked_at([session.id for session in top.sessions])
        members = tuple(member for member in self._members.of(group_id, left=True)
                        if member.active or member.id in ticked)
        return replace(top, members=members)

    def top(self, group_id: Id, start: date, end: date, *, due: bool = True) -> Frame:
        """The frame without its people: quick to ask for again after a tick. Raises as `grid` does."""
        self._level(self._groups.get(group_id))
        planned = self._sessions.planned(group_id, start, end)
        sums = self._sums([session.id for session in planned if session.kept])
        today = self._clock.today()
        shown = tuple(session for session in planned
                      if session.id in sums or session.status is SessionStatus.HELD
                      or (due and session.status is SessionStatus.PLANNED and session.held_on <= today))
        return Frame(shown, (), tuple(sums.get(session.id, 0) for session in shown))

    def block(self, sessions: Sequence[Id], members: Sequence[Id]) -> Mapping[tuple[Id, Id], bool]:
        """The ticks of some members for some evenings, by session and member; nothing where nobody has said anything.

        A screen asks for what is seen.
        """
        wanted = [one for session in sessions for one in hash_ids(("attendance", session), members)]
        found: dict[tuple[Id, Id], bool] = {}
        for part in (wanted[at:at + _MOST] for at in range(0, len(wanted), _MOST)):
            marks = ", ".join("?" * len(part))
            for row in self._store.all(
                    f"select session_id, member_id, present from attendance_live where id in ({marks})", part):
                found[row["session_id"], row["member_id"]] = bool(row["present"])
        return found

    def told(self, session: Session, count: Count) -> Count:
        """The count with what the ticks know: new is who first came that day, back who was there or seen before it."""
        if count.heads is None or (count.newcomers is not None and count.returning is not None):
            return count
        rows = self._store.all(_KNOWN, (session.id, session.held_on.isoformat()))
        first = [row["first_seen"] == session.held_on.isoformat() for row in rows]
        new, back = sum(first), sum(bool(row["before"]) and not is_new for row, is_new in zip(rows, first, strict=True))
        if not new and not back:
            return count
        newcomers = count.newcomers if count.newcomers is not None else min(new, count.heads - (count.returning or 0))
        returning = count.returning if count.returning is not None else min(back, count.heads - newcomers)
        return replace(count, newcomers=max(0, newcomers), returning=max(0, returning))

    # ------------------------------------------------------------ commands
    def set(self, session: Session, member_id: Id, present: bool) -> Change:
        """Tick or untick one member. Raises LevelTooLow, SessionSettled (cancelled), CountTooSmall (held), NotFound."""
        member = self._members.get(member_id)
        with self._store.command("attendance.set") as c:
            self._write(c, session, [member], present)
            label = _("{name} is ticked as here.") if present else _("The tick of {name} was taken away.")
            c.label = label.format(name=member.name)
        return c.change()

    def all_present(self, session: Session, present: bool = True) -> Change:
        """Tick everybody on the list, or nobody. Raises as `set` does."""
        members = self._members.of(self._named(session).id)
        with self._store.command("attendance.all") as c:
            self._write(c, session, members, present)
            c.label = ngettext("{n} person is ticked as here.", "{n} people are ticked as here.",
                               len(members)).format(n=len(members)) if present else _("All ticks were taken away.")
        return c.change()

    def newcomer(self, session: Session, draft: MemberDraft, consents: Sequence[Consent] = ()) -> Change:
        """Take somebody in who came for the first time: on the list, ticked, and counted, in one step.

        Raises what `Members.save` raises, SessionSettled for a cancelled session.
        """
        group = self._named(session)
        clean = self._members.cleaned(group, draft)
        with self._store.command("attendance.newcomer") as c:
            first_seen = min(session.held_on, self._clock.today())
            member_id = self._members.add(c, group, clean, consents, first_seen)
            session = self._sessions.touch(c, session)
            count = session.count
            heads = self._sessions.counts.ticked(session.id) if count.heads is None else count.heads
            counted = replace(count, heads=heads + 1, newcomers=(count.newcomers or 0) + 1)
            c.update("session", session.id, columns(counted))
            self._write(c, session, [self._members.get(member_id)], True)
            c.label = _("{name} was added and counted.").format(name=clean.name) + self._members.told_apart(member_id)
        return c.change()

    def hold(self, session: Session, count: Count, one_adult: OneAdult | None = None) -> Change:
        """Write down that the session took place. Where nobody counted who is new and who came before, the ticks tell.

        Raises what `Counts.hold` raises.
        """
        return self._sessions.counts.hold(session, self.told(session, count), one_adult)

    # ------------------------------------------------------------ writing
    def _write(self, c: Command, session: Session, members: Iterable[Member], present: bool) -> None:
        group = self._named(session)
        session = self._sessions.touch(c, session)
        if session.status is SessionStatus.CANCELLED:
            raise SessionSettled(session.status.value)
        everybody = tuple(members)
        before = self.block([session.id], [member.id for member in everybody])
        was = self._sessions.counts.ticked(session.id)
        for member in everybody:
            if member.group_id != group.id:
                raise NotFound("member")
            if (session.id, member.id) in before or present:
                c.put("attendance", attendance_id(session.id, member.id), {
                    "session_id": session.id, "member_id": member.id, "present": present})
        heads, ticked = session.count.heads, self._sessions.counts.ticked(session.id)
        if ticked > (heads or 0):
            if session.status is SessionStatus.HELD:
                raise CountTooSmall(heads or 0, ticked)
            c.update("session", session.id, {"headcount": ticked})  # while people arrive, the count keeps up
        elif session.status is SessionStatus.PLANNED and ticked < was == heads:
            # All were ticked, then whoever is missing loses the tick: the ticks were the count, so it goes down again.
            c.update("session", session.id, {"headcount": max(ticked, _fewest(session.count))})

    # ------------------------------------------------------------ reading
    def _named(self, session: Session) -> Group:
        group = self._groups.get(session.group_id)
        self._level(group)
        return group

    def _level(self, group: Group) -> None:
        if group.record_level < RecordLevel.FIRST_NAME:
            raise LevelTooLow("name", group.record_level)

    def _ticks(self, session_ids: Sequence[Id]) -> Mapping[Id, Mapping[Id, bool]]:
        found: dict[Id, dict[Id, bool]] = {}
        for row in self._of(session_ids, "session_id, member_id, present", ""):
            found.setdefault(row["session_id"], {})[row["member_id"]] = bool(row["present"])
        return found

    def _sums(self, session_ids: Sequence[Id]) -> dict[Id, int]:
        """How many are ticked as here, for each session that has any tick."""
        return {row["session_id"]: row["n"]
                for row in self._of(session_ids, "session_id, sum(present) as n", "group by session_id")}

    def _ticked_at(self, session_ids: Sequence[Id]) -> frozenset[Id]:
        return frozenset(row["member_id"] for row in self._of(session_ids, "distinct member_id", "and present = 1"))

    def _of(self, session_ids: Sequence[Id], what: str, more: str) -> Iterator[dict[str, Any]]:
        for part in (session_ids[at:at + _MOST] for at in range(0, len(session_ids), _MOST)):
            marks = ", ".join("?" * len(part))
            yield from self._store.all(
                f"select {what} from attendance_live where session_id in ({marks}) {more}", part)


def _fewest(count: Count) -> int:
    """The smallest head-count that what else was counted allows."""
    return max((count.newcomers or 0) + (count.returning or 0), count.out or 0, count.adults or 0)
