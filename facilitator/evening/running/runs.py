"""Runs: keeps what happens to a plan while the circle sits, one durable command a step, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator.errors import NotFound, StepNotNow
from facilitator.evening.agendas import Agendas
from facilitator.evening.running import engine, kept
from facilitator.evening.running.engine import StepRefused
from facilitator.evening.running.run import Run, outcome_of, plan_of
from facilitator.evening.sessions import Sessions, batched
from facilitator.i18n import _, ngettext
from facilitator.model.agenda import Segment
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.ids import Id, hash_id
from facilitator.model.running import Event, Mark, Moment, Outcome, Phase, RunPlan, Step
from facilitator.model.session import Session
from facilitator.store import Store

if TYPE_CHECKING:
    from facilitator.store import Command


def run_id(session_id: Id) -> Id:
    """The id of a session's run: there is one, on every laptop the same."""
    return hash_id("run", session_id)


class Runs:
    """Reads how evenings run, and adds a step at a time. Each step may be taken back, after a lock too (`undo`).

    Every step raises NotFound where nothing was begun, and StepNotNow where it cannot follow what happened.
    """

    def __init__(self, store: Store, clock: Clock, sessions: Sessions, agendas: Agendas) -> None:
        self._store = store
        self._clock = clock
        self._sessions = sessions
        self._agendas = agendas

    # ------------------------------------------------------------ questions
    def of(self, session: Session) -> Run | None:
        """The session's run, None while nothing was begun; one whose beginning was taken back is none."""
        row = self._store.one("select * from run_live where id = ?", (run_id(session.id),))
        run = None if row is None else _run(row)
        return run if run is not None and engine.begun(run.log) else None

    def ready(self, session: Session) -> Run:
        """The run an evening would have if it began: to show its plan before it does.

        Raises AgendaMissing, AgendaDoesNotFit.
        """
        session = self._sessions.now(session)
        return Run(session_id=session.id, plan=plan_of(self._agendas.ready(session), session, Moment.of(self._clock)))

    def outcomes(self, sessions: Sequence[Session]) -> dict[Id, Outcome]:
        """How each of these sessions went, by session; those that never ended here are left out."""
        found = {}
        for part in batched([run_id(session.id) for session in sessions]):
            marks = ", ".join("?" * len(part))
            for row in self._store.all(
                    f"select session_id, outcome from run_live where outcome <> '{{}}' and id in ({marks})", part):
                outcome = kept.outcome_in(row["outcome"])
                if outcome.told:
                    found[row["session_id"]] = outcome
        return found

    def outcome(self, session: Session) -> Outcome:
        """What is kept of how an evening goes or went, perhaps nothing yet."""
        row = self._store.one("select outcome from run_live where id = ?", (run_id(session.id),))
        return Outcome() if row is None else kept.outcome_in(row["outcome"])

    def keep(self, c: Command, session: Session, outcome: Outcome) -> None:
        """Inside the command of another feature: keep an outcome, also of an evening that was not run here."""
        row = self._store.one("select id from run_live where id = ?", (run_id(session.id),))
        empty = {"session_id": session.id, "plan": kept.plan_out(RunPlan(due=0, parts=())), "log": "[]"}
        c.put("run", run_id(session.id), {**({} if row else empty), "outcome": kept.outcome_out(outcome)})

    def not_reached(self, session: Session) -> tuple[Segment, ...]:
        """Segments of the session's plan that its circle never came to, for next time; none while it still runs."""
        run = self.of(session)
        if run is None or not run.outcome.parts:
            return ()
        titled = run.segments(self._agendas.of(session))
        return tuple(segment for part, segment in zip(run.outcome.parts, titled, strict=True)
                     if not part.reached and segment is not None)

    # ------------------------------------------------------------ beginning and ending
    def begin(self, session: Session) -> Change:
        """The circle begins now. Raises AgendaMissing, AgendaDoesNotFit, SessionSettled, StepNotNow."""
        session = self._sessions.open(session)
        agenda = self._agendas.ready(session)
        if self.of(session) is not None:
            raise StepNotNow("started")
        moment = Moment.of(self._clock)
        plan = plan_of(agenda, session, moment)
        log = _followed(plan, (), Event(step=Step.STARTED, at=moment.ms))
        before = Outcome(taps=self.outcome(session).taps)
        with self._store.command("run.begin") as c:
            self._sessions.touch(c, session)
            c.put("run", run_id(session.id), {"session_id": session.id, "plan": kept.plan_out(plan),
                                              "log": kept.log_out(log), "outcome": kept.outcome_out(before)})
            c.label = _("The circle began at {time}.").format(time=f"{moment.wall:%H:%M}")
        return c.change()

    def end(self, session: Session) -> Change:
        """The circle is over; how it went is kept."""
        return self._add(session, Event(step=Step.ENDED, at=0), _("The circle ended."))

    # ------------------------------------------------------------ from part to part
    def next(self, session: Session) -> Change:
        """Go on to the next part; a pause is over with it."""
        return self._add(session, Event(step=Step.NEXT, at=0), _("On to {title}."))

    def back(self, session: Session) -> Change:
        """Go back to the part before; its time goes on where it stood."""
        return self._add(session, Event(step=Step.BACK, at=0), _("Back to {title}."))

    def skip(self, session: Session, part: int | None = None) -> Change:
        """Leave out the part that runs, or one to come. Endings and safety checks are never left out."""
        return self._add(session, Event(step=Step.SKIPPED, at=0, part=part), _("{left} is left out."))

    def extend(self, session: Session, minutes: int) -> Change:
        """Give the part that runs some minutes more."""
        said = ngettext("{n} minute more for {title}.", "{n} minutes more for {title}.", minutes)
        return self._add(session, Event(step=Step.EXTENDED, at=0, minutes=minutes), said)

    def pause(self, session: Session) -> Change:
        """The circle rests; the evening's clock goes on."""
        return self._add(session, Event(step=Step.PAUSED, at=0), _("The circle pauses."))

    def resume(self, session: Session) -> Change:
        """The circle goes on."""
        return self._add(session, Event(step=Step.RESUMED, at=0), _("The circle goes on."))

    # ------------------------------------------------------------ time that is put right
    def correct(self, session: Session, began: int, part: int | None = None) -> Change:
        """It began at another moment (ms UTC) than was noted, and is at a part by now, if one is given."""
        return self._add(session, Event(step=Step.CORRECTED, at=0, began=began, part=part),
                         _("The circle began at {began}."))

    def set_clock(self, session: Session, moved: int) -> Change:
        """The computer's clock was put right, or jumped, by so many ms: what was noted before moves with it."""
        return self._add(session, Event(step=Step.CLOCK, at=0, moved=moved),
                         _("The circle’s minutes follow the clock again."))

    # ------------------------------------------------------------ what is proposed
    def accept(self, session: Session, cuts: Sequence[tuple[int, int, int]]) -> Change:
        """Do what was proposed: parts with minutes before and after, as the offer has them."""
        return self._add(session, Event(step=Step.ACCEPTED, at=0, cuts=tuple((part, now) for part, _was, now in cuts)),
                         _("The plan is shorter now."))

    def decline(self, session: Session, late: int) -> Change:
        """Leave the plan as it is, though it is so many minutes late."""
        return self._add(session, Event(step=Step.DECLINED, at=0, minutes=late), _("The plan stays as it is."))

    def end_later(self, session: Session, minutes: int) -> Change:
        """Let the evening end so many minutes later than it should: who holds the keys has said so."""
        return self._add(session, Event(step=Step.LATER, at=0, minutes=minutes),
                         _("The circle may end at {ends} now."))

    # ------------------------------------------------------------ what is written down
    def mark(self, session: Session, mark: Mark, part: int | None = None, tally: tuple[int, ...] = ()) -> Change:
        """Write down that something was done, at this moment; a second time changes nothing but a tally."""
        run = self._get(session)
        marked = run.at(Moment.of(self._clock)).marked(mark, part)
        if marked is not None and marked.tally == tally:
            return Change()
        return self._add(session, Event(step=Step.MARKED, at=0, mark=mark, part=part, tally=tally), _said(mark))

    def unmark(self, session: Session, mark: Mark, part: int | None = None) -> Change:
        """It was not done, after all."""
        return self._add(session, Event(step=Step.UNMARKED, at=0, mark=mark, part=part), _("The mark was taken away."))

    def happened(self, session: Session, event: Event) -> Change:
        """Write down what the room tells, at its own moment, also from while it was locked."""
        run, said = self._get(session), {Step.PAUSED: _("The circle pauses."), Step.RESUMED: _("The circle goes on.")}
        if event.mark is not None:
            marked = run.at(Moment.of(self._clock)).marked(event.mark, event.part)
            if marked is not None and marked.tally == event.tally:
                return Change()
            return self._add(session, event, _said(event.mark))
        return self._add(session, event, said.get(event.step, ""))

    def undo(self, session: Session) -> Change:
        """The last step never happened; marks stay."""
        return self._add(session, Event(step=Step.UNDONE, at=0), _("The last step was taken back."))

    # ------------------------------------------------------------ keeping
    def _get(self, session: Session) -> Run:
        run = self.of(session)
        if run is None:
            raise NotFound("run")
        return run

    def _add(self, session: Session, event: Event, label: str) -> Change:
        """Keep one event more, at this moment; never before the last one, where the clock went back a little."""
        run = self._get(session)
        moment = Moment.of(self._clock)
        now = min(event.at or moment.ms, moment.ms)
        at = moment.ms if event.moved > 0 else max(now, engine.newest(run.log) + event.moved)
        log = _followed(run.plan, run.log, replace(event, at=at))
        outcome = replace(outcome_of(run.plan, log, moment), taps=run.outcome.taps)
        changed = replace(run, log=log)
        with self._store.command(f"run.{event.step.value}") as c:
            c.update("run", run_id(session.id), {"log": kept.log_out(log), "outcome": kept.outcome_out(outcome)})
            c.label = self._label(label, session, run, changed, moment)
        return c.change()

    def _label(self, label: str, session: Session, before: Run, after: Run, moment: Moment) -> str:
        if not engine.begun(after.log):
            return _("The circle has not begun.")
        was, now = before.at(moment), after.at(moment)
        titled = after.segments(self._agendas.of(session)) if "{title}" in label or "{left}" in label else ()
        last = after.log[-1]
        left = was.at if last.part is None else last.part
        words: dict[str, Any] = {"n": last.minutes, "title": _titled(titled, now.at), "left": _titled(titled, left),
                                 "began": "" if now.began is None else now.clock(now.began),
                                 "ends": now.clock(now.ends_due)}
        return label.format(**words)


def going(run: Run | None, moment: Moment) -> bool:
    """Whether a circle has begun and not ended."""
    return run is not None and run.at(moment).phase in (Phase.GOING, Phase.PAUSED)


def _followed(plan: Any, log: Sequence[Event], event: Event) -> tuple[Event, ...]:
    try:
        return engine.after(plan, log, event)
    except StepRefused as refused:
        raise StepNotNow(refused.why) from None


def _titled(segments: Sequence[Segment | None], index: int) -> str:
    segment = segments[index] if index < len(segments) else None
    return _("the next part") if segment is None else segment.title


def _said(mark: Mark) -> str:
    return {
        Mark.AGREEMENT_READ: _("The agreement was read."),
        Mark.LIMITS_READ: _("The limits of confidentiality were read."),
        Mark.LIMITS_LEFT_OUT: _("The limits of confidentiality were left out tonight."),
        Mark.ROUND_OFFERED: _("Everybody was offered their turn."),
        Mark.DOORKNOB: _("You know who stays behind."),
        Mark.OPENING_FIST: _("The first show of hands is kept."),
        Mark.CLOSING_FIST: _("The last show of hands is kept."),
    }[mark]


def _run(row: dict[str, Any]) -> Run:
    return Run(session_id=row["session_id"], plan=kept.plan_in(row["plan"]), log=kept.log_in(row["log"]),
               outcome=kept.outcome_in(row["outcome"]))
