"""The rota: who leads and helps on each evening, which jobs are taken, and what is still open."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from facilitator.errors import NotFound, SessionSettled
from facilitator.evening import roles
from facilitator.evening.sessions import Sessions
from facilitator.i18n import _, interface
from facilitator.model.change import Change
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.rota import RUNNING, Role, Rota, RotaRow, Shift, role_words
from facilitator.model.session import Session, SessionStatus
from facilitator.people import Facilitators, Groups
from facilitator.store import Store

if TYPE_CHECKING:
    from facilitator.store import Command

AHEAD = 8
"""How many evenings a rota shows."""
_SPANS = (timedelta(weeks=10), timedelta(weeks=45), timedelta(weeks=160))
"""How far ahead they are looked for, further and further."""


class Rotas:
    """Reads and keeps who does what. Where nobody has said anything, the group's team stands in, in its order.

    For what goes round among everybody only "taken" is kept, unless a facilitator does it.
    """

    def __init__(self, store: Store, groups: Groups, facilitators: Facilitators, sessions: Sessions) -> None:
        self._store = store
        self._groups = groups
        self._facilitators = facilitators
        self._sessions = sessions

    # ------------------------------------------------------------ questions
    def ahead(self, group_id: Id, evenings: int = AHEAD) -> Rota:
        """The group's coming evenings that take place, with who does what. Raises NotFound."""
        group = self._groups.get(group_id)
        people = {one.id: one for one in self._facilitators.all()}
        shown = self._coming(group_id, evenings)
        kept = self._kept([session.id for session in shown])
        rows = tuple(self._row(group, session, kept.get(session.id, {}), people) for session in shown)
        for one in {shift.facilitator_id or b"" for row in rows for shift in row.shifts} - people.keys() - {b""}:
            with suppress(NotFound):
                people[one] = self._facilitators.get(one)  # has left since, and is still written there
        team = [one for one in group.team if one in people]
        order = (*team, *(one for one in people if one not in team))
        return Rota(rows, tuple(people[one] for one in order), two=group.for_under_18s)

    def of(self, session: Session, there: Collection[Id] | None = None) -> RotaRow:
        """Who does what on one evening. `there` are all who run circles now, where somebody has asked already."""
        group = self._groups.get(session.group_id)
        kept = self._kept([session.id]).get(session.id, {})
        return self._row(group, session, kept, [one.id for one in self._facilitators.all()] if there is None else there)

    # ------------------------------------------------------------ commands
    def set(self, session: Session, role: Role, filled: bool, facilitator_id: Id | None = None) -> Change:
        """Say that a role is taken, by whom if it is a facilitator, or that it is open.

        Whoever takes one of those who run the circle and had another of them changes places. Raises SessionSettled,
        NotFound.
        """
        if facilitator_id is not None:
            self._facilitators.get(facilitator_id)
        session = self._open(session)
        row = self.of(session)
        wanted = {role: Shift(role, filled, facilitator_id if filled else None)}
        if role.runs:
            before = row.shift(role)
            for other in RUNNING:
                if other is not role:
                    # What the team stood in for must neither move up nor go once one of them is named.
                    wanted[other] = row.shift(other)
                    if facilitator_id is not None and filled and wanted[other].facilitator_id == facilitator_id:
                        wanted[other] = replace(before, role=other)
        with self._store.command("rota.set") as c:
            self._write(c, session, wanted.values())
            c.label = _("The rota for {day} was changed.").format(day=interface().date(session.held_on))
        return c.change()

    def swap(self, one: Session, other: Session, role: Role) -> Change:
        """Let two evenings change places in one role. Raises SessionSettled, NotFound."""
        one, other = self._open(one), self._open(other)
        first, second = self.of(one), self.of(other)
        with self._store.command("rota.swap") as c:
            for session, row, given in ((one, first, second.shift(role)), (other, second, first.shift(role))):
                self._write(c, session, _placed(row, role, given))
            c.label = _("{role}: {one} and {other} have changed places.").format(
                role=role_words(role),
                one=interface().date(one.held_on, "d MMMM"), other=interface().date(other.held_on, "d MMMM"))
        return c.change()

    def same_as_last(self, session: Session) -> Change:
        """Fill an evening as the one before it was: the newest earlier one that took place or is planned.

        Raises SessionSettled, NotFound when there is none before it.
        """
        session = self._open(session)
        before = self._before(session)
        if before is None:
            raise NotFound("session")
        with self._store.command("rota.same") as c:
            self._write(c, session, self.of(before).shifts)
            c.label = _("The rota for {day} is the same as on {other} now.").format(
                day=interface().date(session.held_on, "d MMMM"), other=interface().date(before.held_on, "d MMMM"))
        return c.change()

    # ------------------------------------------------------------ reading
    def _row(self, group: Group, session: Session, kept: Mapping[Role, Shift], people: Iterable[Id]) -> RotaRow:
        there = set(people)
        named = any(role in kept for role in RUNNING)
        team = [] if named else [one for one in group.team if one in there]
        usual = dict(zip(RUNNING, team, strict=False))
        return RotaRow(session, tuple(
            kept[role] if role in kept else
            Shift(role, True, usual[role], usual=True) if role in usual else Shift(role)
            for role in Role))

    def _kept(self, sessions: Sequence[Id]) -> dict[Id, dict[Role, Shift]]:
        found: dict[Id, dict[Role, Shift]] = {}
        known = set(Role)
        if not sessions:
            return found
        marks = ", ".join("?" * len(sessions))
        for row in self._store.all(f"select * from role_live where session_id in ({marks})", sessions):
            if row["role"] in known:  # a newer version may know more roles than this one
                role = Role(row["role"])
                found.setdefault(row["session_id"], {})[role] = Shift(role, bool(row["filled"]), row["facilitator_id"])
        return found

    def _coming(self, group_id: Id, evenings: int) -> list[Session]:
        first = self._sessions.next(group_id)
        coming: list[Session] = []
        if first is None:
            return coming
        for span in _SPANS:
            coming = [session for session in self._sessions.planned(group_id, first.held_on, first.held_on + span)
                      if session.status is SessionStatus.PLANNED and session.starts >= first.starts]
            if len(coming) >= evenings:
                break
        return coming[:evenings]

    def _before(self, session: Session) -> Session | None:
        for weeks in (10, 60):
            earlier = [one for one in self._sessions.planned(
                           session.group_id, session.held_on - timedelta(weeks=weeks), session.held_on)
                       if one.starts < session.starts and one.status is not SessionStatus.CANCELLED]
            if earlier:
                return earlier[-1]
        return None

    # ------------------------------------------------------------ writing
    def _open(self, session: Session) -> Session:
        """The rota of a cancelled evening stays as it is; that of a held one may be put right."""
        session = self._sessions.now(session)
        if session.status is SessionStatus.CANCELLED:
            raise SessionSettled(session.status.value)
        return session

    def _write(self, c: Command, session: Session, shifts: Iterable[Shift]) -> None:
        self._sessions.touch(c, session)
        for shift in shifts:
            c.put("role", roles.role_id(session.id, shift.role), roles.values(session.id, shift))


def _placed(row: RotaRow, role: Role, given: Shift) -> list[Shift]:
    """The shifts to write so that a role is as given; whoever comes and had another of those who run it leaves that."""
    wanted = {other: row.shift(other) for other in RUNNING} if role.runs else {}
    if role.runs and given.facilitator_id is not None:
        for other, shift in wanted.items():
            if other is not role and shift.facilitator_id == given.facilitator_id:
                wanted[other] = row.shift(role) if row.shift(role).facilitator_id != given.facilitator_id else shift
    wanted[role] = given
    return [replace(shift, role=at) for at, shift in wanted.items()]
