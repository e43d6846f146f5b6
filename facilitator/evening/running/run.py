"""One evening's run as it is kept: its plan as started and its log, frozen, so that a page can tell its time alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from facilitator.evening.running import engine
from facilitator.evening.timing import Cut, Proposal
from facilitator.model.agenda import AgendaDraft, Segment, SegmentKind
from facilitator.model.ids import Id
from facilitator.model.running import (
    MINUTE,
    Event,
    Mark,
    Moment,
    Offer,
    Outcome,
    Part,
    PartOutcome,
    Phase,
    Running,
    RunPlan,
)
from facilitator.model.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run as it is kept, without a name and without a word of the plan: those are read from the agenda."""

    session_id: Id
    plan: RunPlan
    log: tuple[Event, ...] = ()
    outcome: Outcome = field(default_factory=Outcome)

    def at(self, moment: Moment, heads: int = 0) -> Running:
        """Where it stands at a moment; `heads` are the people whose turns no proposal cuts."""
        return engine.state(self.plan, self.log, moment, heads)

    def segments(self, agenda: AgendaDraft | None) -> tuple[Segment | None, ...]:
        """The agenda's segment of each part; None for one that is not the same part any more."""
        found = () if agenda is None else agenda.segments
        same = len(found) == len(self.plan.parts)
        return tuple(found[n] if same and found[n].kind is part.kind else None
                     for n, part in enumerate(self.plan.parts))


def plan_of(agenda: AgendaDraft, session: Session, moment: Moment) -> RunPlan:
    """An agenda as a plan to run: minutes and what may give, without a word anybody typed."""
    return RunPlan(due=moment.back(session.starts), parts=tuple(map(part_of, agenda.segments)))


def part_of(segment: Segment) -> Part:
    """A segment as a part to run."""
    return Part(kind=segment.kind, minutes=segment.minutes, least=segment.least, give=segment.give,
                protected=segment.protected, per_person=segment.per_person or 0)


def proposal(offer: Offer, titles: Sequence[str]) -> Proposal:
    """An offer with the titles of its parts, whose `sentence` says it in one line."""
    return Proposal(offer.late, tuple(Cut(index, titles[index], before, after)
                                      for index, before, after in offer.cuts), offer.short)


def outcome_of(plan: RunPlan, log: Sequence[Event], moment: Moment) -> Outcome:
    """What is kept of how it went, once it has ended."""
    now = engine.state(plan, log, moment)
    if now.phase is not Phase.ENDED or now.began is None:
        return Outcome()
    ran = [part for part in now.parts if part.used]
    rounds = [part for part in ran if part.kind.is_round]
    read, left_out = now.marked(Mark.LIMITS_READ), now.marked(Mark.LIMITS_LEFT_OUT)
    agreement = now.marked(Mark.AGREEMENT_READ)
    opening, closing = now.marked(Mark.OPENING_FIST), now.marked(Mark.CLOSING_FIST)
    return Outcome(
        began=_minute(now, now.began), ended=_minute(now, now.ends), late=int((now.ends - plan.ends_due) / MINUTE),
        parts=tuple(PartOutcome(index=part.index, kind=part.kind, planned=part.planned,
                                actual=round(part.used / MINUTE), reached=part.used > 0) for part in now.parts),
        agreement_read=None if agreement is None else _minute(now, agreement.at),
        limits=True if read is not None else False if left_out is not None else None,
        rounds=len(rounds), offered=sum(now.marked(Mark.ROUND_OFFERED, part.index) is not None for part in rounds),
        closing_held=_closed(now), opening_fist=() if opening is None else opening.tally,
        closing_fist=() if closing is None else closing.tally,
    )


def _closed(now: Running) -> bool:
    """Whether the circle was closed: its last closing or check-out ran."""
    closings = [part for part in now.parts if part.kind in (SegmentKind.CLOSING, SegmentKind.CHECK_OUT)]
    return bool(closings) and closings[-1].used > 0


def _minute(now: Running, ms: int) -> int:
    """A moment as minutes after midnight."""
    at = now.moment.at(ms) + timedelta(seconds=30)
    return at.hour * 60 + at.minute
