"""Catching up: an evening that was held on paper is taken in with one command, so that one Undo takes it back."""

from __future__ import annotations

from dataclasses import replace

from facilitator.errors import BadValue
from facilitator.evening.agendas import Agendas
from facilitator.evening.attendance import Attendance
from facilitator.evening.papers import PapersOut
from facilitator.evening.rota import Rotas
from facilitator.evening.running.runs import Runs, going
from facilitator.evening.sessions import Sessions
from facilitator.i18n import _, interface
from facilitator.model.agenda import AgendaDraft, SegmentKind
from facilitator.model.catch_up import CatchUp
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.running import FINGERS, Mark, Moment, Outcome, PartOutcome
from facilitator.model.session import Count, OneAdult, Session
from facilitator.store import Store

_MOST_HANDS = 99


class CatchingUp:
    """Takes in what the papers of an evening say; how it went is kept as after a run, with the plan’s own times."""

    def __init__(self, store: Store, clock: Clock, sessions: Sessions, attendance: Attendance, agendas: Agendas,
                 runs: Runs, rota: Rotas, papers: PapersOut) -> None:
        self._store = store
        self._clock = clock
        self._sessions = sessions
        self._attendance = attendance
        self._agendas = agendas
        self._runs = runs
        self._rota = rota
        self._papers = papers

    def take_in(self, session: Session, caught: CatchUp) -> Change:
        """Write the evening down as held. Raises what `Attendance.hold` raises, and BadValue; then nothing is kept."""
        hands = checked_hands(caught.closing_fist)
        with self._store.command("evening.catch-up") as c:
            self._attendance.hold(session, caught.count, caught.one_adult)
            session = self._sessions.get(session.id)
            if self._runs.of(session) is None:
                self._runs.keep(c, session, self._outcome(session, caught, hands))
            else:  # begun here and finished on paper: what is known of it stays, and what the paper adds is marked
                self._mark(session, caught, hands)
            if caught.following is not None:
                for role in caught.jobs:
                    if not self._rota.of(caught.following).shift(role).filled:
                        self._rota.set(caught.following, role, True)
            self._papers.all_shredded(caught.shredded)
            c.label = _("The evening of {day} is written down.").format(day=interface().date(session.held_on))
        return c.change()

    def closing_hands(self, session: Session, hands: tuple[int, ...]) -> Change:
        """Keep the last show of hands of an evening, wherever it was run. Raises BadValue."""
        clean = checked_hands(hands)
        run = self._runs.of(session)
        if run is not None:
            return self._runs.mark(session, Mark.CLOSING_FIST, tally=clean or (0,) * FINGERS)
        with self._store.command("run.closing-fist") as c:
            session = self._sessions.touch(c, session)
            self._runs.keep(c, session, replace(self._runs.outcome(session), closing_fist=clean))
            c.label = _("The last show of hands is kept.")
        return c.change()

    def hold(self, session: Session, count: Count, one_adult: OneAdult | None = None) -> Change:
        """Write down that an evening took place; a circle that nobody ended has ended now. Raises as `Attendance.hold`.
        """
        with self._store.command("session.hold") as c:
            session = self._sessions.touch(c, session)
            if going(self._runs.of(session), Moment.of(self._clock)):
                self._runs.end(session)
            held = self._attendance.hold(session, count, one_adult)
            c.label = held.label
        return c.change()

    def _mark(self, session: Session, caught: CatchUp, hands: tuple[int, ...]) -> None:
        if hands:
            self._runs.mark(session, Mark.CLOSING_FIST, tally=hands)
        if caught.agreement_read:
            self._runs.mark(session, Mark.AGREEMENT_READ)
        if caught.limits_read is not None:
            self._runs.mark(session, Mark.LIMITS_READ if caught.limits_read else Mark.LIMITS_LEFT_OUT)

    def _outcome(self, session: Session, caught: CatchUp, hands: tuple[int, ...]) -> Outcome:
        agenda: AgendaDraft | None = self._agendas.of(session)
        segments = () if agenda is None else agenda.segments
        held = set(caught.held)
        parts = tuple(PartOutcome(index=index, kind=one.kind, planned=one.minutes,
                                  actual=one.minutes if index in held else 0, reached=index in held)
                      for index, one in enumerate(segments))
        closings = [part for part in parts if part.kind in (SegmentKind.CLOSING, SegmentKind.CHECK_OUT)]
        return Outcome(
            began=session.start_minute, ended=session.start_minute + session.minutes, parts=parts,
            agreement_read=session.start_minute if caught.agreement_read else None, limits=caught.limits_read,
            closing_held=bool(closings) and closings[-1].reached, closing_fist=hands,
            taps=self._runs.outcome(session).taps, from_paper=True)


def checked_hands(hands: tuple[int, ...]) -> tuple[int, ...]:
    """Hands by fingers, fist first; () where nobody showed any. Raises BadValue for numbers that cannot be."""
    if not any(hands):
        return ()
    if len(hands) != FINGERS or not all(0 <= many <= _MOST_HANDS for many in hands):
        raise BadValue(_("hands"), "range")
    return hands
