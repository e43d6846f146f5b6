"""The timing of a running plan: events folded over the plan as started. Pure; the moment is handed in.

Nothing here knows a store, a screen or a person. `state` says where an evening stands at a moment; `after` is the log
with one event more, or a refusal. A log is a tuple of events and is only ever added to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from facilitator.evening import timing
from facilitator.model.agenda import AgendaDraft, Give, Segment, SegmentKind
from facilitator.model.running import (
    FINGERS,
    MINUTE,
    Event,
    Mark,
    Moment,
    Offer,
    Part,
    PartPhase,
    PartState,
    Phase,
    Running,
    RunPlan,
    Step,
)

DOORKNOB = 10 * MINUTE
"""How long before the protected ending begins the facilitators look at each other."""
NOTICE = 2
"""Minutes late from which something is proposed: less comes and goes."""
WORSE = 3
"""Minutes more by which an evening must be late before a proposal that was declined comes again."""
LONGEST = 180
"""The most minutes one extension gives."""
LATEST = 24 * 60
"""The most minutes by which an evening may be let end later at once."""
LITTLE = 2_000
"""Ms that a clock may go back without a word."""
_AFTER_END = (Step.MARKED, Step.UNMARKED, Step.CORRECTED)
_NOT_UNDONE = (Step.MARKED, Step.UNMARKED)


class StepRefused(Exception):
    """A step that cannot follow what happened before; `why` says in a word what is wrong with it."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def state(plan: RunPlan, log: Sequence[Event], moment: Moment, heads: int = 0) -> Running:
    """Where the evening stands at a moment; no round is proposed below everybody's turn for so many `heads`.

    Raises StepRefused for a log whose events cannot follow one another.
    """
    folded = _fold(plan, log)
    last = newest(log)
    # A clock that went back makes the minutes wait: time that was written down has passed, whatever it says.
    standing = moment if moment.ms >= last else Moment(last, moment.at(last))
    return _told(folded, standing, heads, last - moment.ms > LITTLE)


def newest(log: Sequence[Event]) -> int:
    """The moment of the last event, ms UTC; 0 for an empty log."""
    return max((event.at for event in _one_clock(log)), default=0)


def begun(log: Sequence[Event]) -> bool:
    """Whether the circle has begun, and nobody took that back."""
    return bool(_standing(log))


def after(plan: RunPlan, log: Sequence[Event], event: Event) -> tuple[Event, ...]:
    """The log with one event more. Raises StepRefused where it cannot follow."""
    longer = (*log, event)
    _fold(plan, longer)
    return longer


def share(left: int, seats: int) -> int:
    """Ms that each of so many seats has of what is left of a round: the time left by the seats left; never negative."""
    return max(left, 0) // seats if seats > 0 else max(left, 0)


def whole(part: Part) -> bool:
    """Whether no proposal ever touches a part: endings, safety checks, and what is protected."""
    return part.protected or part.kind in timing.WHOLE


def ending(parts: Sequence[Part]) -> int | None:
    """Where the protected ending begins: the whole parts a plan closes with, notices among them or not."""
    found = None
    for index in range(len(parts) - 1, -1, -1):
        if whole(parts[index]):
            found = index
        elif parts[index].kind is not SegmentKind.NOTICES:
            break
    return found


# ---------------------------------------------------------------- folding
@dataclass
class _Fold:
    """What the events have made of the plan so far; moments and lengths in ms."""

    plan: RunPlan
    minutes: list[int]
    used: list[int]
    first: list[int | None]
    at: int
    began: int | None = None
    since: int | None = None
    """When the part that runs began to run, or went on after a pause; None while nothing runs."""
    paused_since: int | None = None
    paused: int = 0
    ended: int | None = None
    out: set[int] = field(default_factory=set)
    declined: int | None = None
    later: int = 0
    marks: list[Event] = field(default_factory=list)

    def spent(self, now: int) -> list[int]:
        """How long each part has run at a moment."""
        used = list(self.used)
        if self.since is not None:
            used[self.at] += now - self.since
        return used

    def stop(self, now: int) -> None:
        """Stop what runs or rests."""
        self.used = self.spent(now)
        if self.paused_since is not None:
            self.paused += now - self.paused_since
        self.since = self.paused_since = None

    def go(self, index: int, now: int) -> None:
        """Run another part from now on."""
        self.stop(now)
        self.at, self.since = index, now
        self.out.discard(index)
        if self.first[index] is None:
            self.first[index] = now

    @property
    def ends_due(self) -> int:
        """When the evening should end."""
        return self.plan.ends_due + self.later

    def following(self) -> int | None:
        """The next part that has not been left out."""
        later = range(self.at + 1, len(self.minutes))
        return next((index for index in later if index not in self.out and self.minutes[index]), None)


def _one_clock(log: Sequence[Event]) -> list[Event]:
    """The events as the computer's clock counts now: what came before it was put right is moved with it."""
    out: list[Event] = []
    for event in log:
        if event.step is Step.CLOCK:
            out = [_moved(one, event.moved) for one in out]
        out.append(event)
    return out


def _moved(event: Event, by: int) -> Event:
    return replace(event, at=event.at + by, began=None if event.began is None else event.began + by)


def _standing(events: Sequence[Event]) -> list[Event]:
    """The events that still hold, once each that was undone is gone."""
    out: list[Event] = []
    for event in events:
        if event.step is Step.UNDONE:
            last = next((n for n in range(len(out) - 1, -1, -1) if out[n].step not in _NOT_UNDONE), None)
            if last is None:
                raise StepRefused("nothing to undo")
            if out[last].step is Step.STARTED:
                out.clear()  # what was marked since was never there either
            else:
                del out[last]
        elif event.step is not Step.CLOCK:
            out.append(event)
    return out


def _fold(plan: RunPlan, log: Sequence[Event]) -> _Fold:
    if not any(part.minutes for part in plan.parts):
        raise StepRefused("no plan")
    events = _one_clock(log)
    if any(later.at < earlier.at for earlier, later in pairwise(events)):
        raise StepRefused("before the last step")
    minutes = [part.minutes for part in plan.parts]
    fold = _Fold(plan, minutes, [0] * len(minutes), [None] * len(minutes),
                 next(index for index, many in enumerate(minutes) if many))
    for event in _standing(events):
        _take(fold, event)
    return fold


def _take(fold: _Fold, event: Event) -> None:
    if fold.ended is not None and event.step not in _AFTER_END:
        raise StepRefused("ended")
    if (event.step is Step.STARTED) != (fold.began is None):
        raise StepRefused("started" if fold.began is not None else "not started")
    _TAKE[event.step](fold, event)


def _started(fold: _Fold, event: Event) -> None:
    fold.began = event.at
    fold.go(fold.at, event.at)


def _corrected(fold: _Fold, event: Event) -> None:
    if event.began is None or fold.began is None or event.began > event.at:
        raise StepRefused("begins later")
    begin = next(index for index, first in enumerate(fold.first) if first == fold.began)
    longer = fold.began - event.began
    if fold.spent(event.at)[begin] + longer < 0:
        raise StepRefused("begins later")
    fold.used[begin] += longer
    fold.began = fold.first[begin] = event.began
    if event.part is not None and event.part != fold.at:
        _place(fold, event.part, event.at)


def _place(fold: _Fold, part: int, now: int) -> None:
    """Have the circle be at a later part by now; those between took their minutes, as far as they go."""
    if fold.ended is not None or not fold.at < part < len(fold.minutes) or not fold.minutes[part]:
        raise StepRefused("no such part")
    left = fold.spent(now)[fold.at]
    begins = now - left
    fold.stop(now)
    fold.used[fold.at] = 0
    for index in range(fold.at, part):
        if fold.first[index] is None and fold.minutes[index]:
            fold.first[index] = begins
        took = min(left, max(0, fold.minutes[index] * MINUTE - fold.used[index]))
        fold.used[index] += took
        left -= took
        begins += took
    fold.go(part, now)
    fold.first[part] = begins
    fold.used[part] += left


def _paused(fold: _Fold, event: Event) -> None:
    if fold.since is None:
        raise StepRefused("paused")
    fold.stop(event.at)
    fold.paused_since = event.at


def _resumed(fold: _Fold, event: Event) -> None:
    if fold.paused_since is None:
        raise StepRefused("not paused")
    fold.go(fold.at, event.at)


def _next(fold: _Fold, event: Event) -> None:
    index = fold.following()
    if index is None:
        raise StepRefused("last")
    fold.go(index, event.at)


def _back(fold: _Fold, event: Event) -> None:
    index = next((index for index in range(fold.at - 1, -1, -1) if fold.first[index] is not None), None)
    if index is None:
        raise StepRefused("first")
    fold.go(index, event.at)


def _skipped(fold: _Fold, event: Event) -> None:
    index = fold.at if event.part is None else event.part
    if not fold.at <= index < len(fold.minutes) or index in fold.out:
        raise StepRefused("no such part")
    if whole(fold.plan.parts[index]):
        raise StepRefused("whole")
    if index == fold.at:
        _next(fold, event)
    fold.out.add(index)


def _extended(fold: _Fold, event: Event) -> None:
    if not 0 < event.minutes <= LONGEST:
        raise StepRefused("minutes")
    fold.minutes[fold.at] += event.minutes


def _accepted(fold: _Fold, event: Event) -> None:
    for index, many in event.cuts:
        if not fold.at <= index < len(fold.minutes) or whole(fold.plan.parts[index]):
            raise StepRefused("no such part")
        if not 0 <= many <= fold.minutes[index] or (index == fold.at and not many):
            raise StepRefused("minutes")
        fold.minutes[index] = many
        if not many:
            fold.out.add(index)


def _declined(fold: _Fold, event: Event) -> None:
    fold.declined = event.minutes


def _later(fold: _Fold, event: Event) -> None:
    if not 0 < event.minutes <= LATEST:
        raise StepRefused("minutes")
    fold.later += event.minutes * MINUTE
    fold.declined = None


def _marked(fold: _Fold, event: Event) -> None:
    if event.mark is None or any(many < 0 for many in event.tally):
        raise StepRefused("mark")
    if event.mark in (Mark.OPENING_FIST, Mark.CLOSING_FIST) and len(event.tally) != FINGERS:
        raise StepRefused("mark")
    fold.marks.append(event)


def _unmarked(fold: _Fold, event: Event) -> None:
    kept = [one for one in fold.marks if (one.mark, one.part) != (event.mark, event.part)]
    if len(kept) == len(fold.marks):
        raise StepRefused("mark")
    fold.marks = kept


def _ended(fold: _Fold, event: Event) -> None:
    fold.stop(event.at)
    fold.ended = event.at


_TAKE = {
    Step.STARTED: _started, Step.CORRECTED: _corrected, Step.PAUSED: _paused, Step.RESUMED: _resumed,
    Step.NEXT: _next, Step.BACK: _back, Step.SKIPPED: _skipped, Step.EXTENDED: _extended, Step.ACCEPTED: _accepted,
    Step.DECLINED: _declined, Step.LATER: _later, Step.MARKED: _marked, Step.UNMARKED: _unmarked, Step.ENDED: _ended,
}  # fmt: skip


# ---------------------------------------------------------------- telling
def _told(fold: _Fold, moment: Moment, heads: int, went_back: bool) -> Running:
    now, plan = moment.ms, fold.plan
    used = fold.spent(now)
    left = [max(0, many * MINUTE - ran) for many, ran in zip(fold.minutes, used, strict=True)]
    begins, ends = _begins(fold, now, left)
    close = ending(plan.parts)
    due = fold.ends_due
    latest = due if close is None else due - sum(left[close:])
    late = max(0, -(-(ends - due) // MINUTE)) if fold.ended is None else 0
    offer = _offer(fold, used, late, heads)
    knob = _doorknob(fold, close, latest, begins)
    phase = _phase(fold)
    behind = int((ends - due) / MINUTE)  # towards 0: less than a minute is on time
    return Running(
        phase=phase, moment=moment, due=plan.due, ends_due=due, ends=ends, began=fold.began, at=fold.at,
        parts=tuple(_part(fold, index, used[index], begins[index]) for index in range(len(plan.parts))),
        left=fold.minutes[fold.at] * MINUTE - used[fold.at],
        paused=fold.paused + (now - fold.paused_since if fold.paused_since is not None else 0),
        paused_since=fold.paused_since, behind=behind, ending=close, ending_latest=latest, short=offer.short,
        doorknob=knob, marks=tuple(fold.marks), clock_went_back=went_back,
        doorknob_due=(knob is not None and knob <= now and phase in (Phase.GOING, Phase.PAUSED)
                      and not any(event.mark is Mark.DOORKNOB for event in fold.marks)),
        offer=offer if _wanted(fold, phase, behind, late) and offer.cuts else None,
    )


def _phase(fold: _Fold) -> Phase:
    if fold.ended is not None:
        return Phase.ENDED
    if fold.began is None:
        return Phase.WAITING
    return Phase.GOING if fold.paused_since is None else Phase.PAUSED


def _begins(fold: _Fold, now: int, left: Sequence[int]) -> tuple[list[int | None], int]:
    """When each part began or will begin, and when the evening ends."""
    begins: list[int | None] = [None] * len(left)
    at = now if fold.began is not None else max(now, fold.plan.due)
    for index, rest in enumerate(left):
        if index in fold.out or not fold.minutes[index]:
            begins[index] = fold.first[index]
        elif index < fold.at or (index == fold.at and fold.began is not None):
            begins[index] = fold.first[index]
            at += rest if index == fold.at else 0
        else:
            begins[index] = at if fold.ended is None else fold.first[index]
            at += rest
    return begins, at if fold.ended is None else fold.ended


def _offer(fold: _Fold, used: Sequence[int], late: int, heads: int) -> Offer:
    """What may give from now on, for so many minutes of lateness."""
    segments = tuple(_segment(fold, index, ran) for index, ran in enumerate(used))
    found = timing.when_late(AgendaDraft(name="", minutes=0, segments=segments), late, fold.at, heads)
    return Offer(late, tuple((cut.index, cut.before, cut.after) for cut in found.cuts), found.short)


def _segment(fold: _Fold, index: int, used: int) -> Segment:
    """A part as the plan's own rules know it: one that runs is not dropped, and none gives minutes that are gone."""
    part, gone = fold.plan.parts[index], -(-used // MINUTE)
    give, least = part.give, part.least
    if give is Give.DROP and (used or (index == fold.at and fold.began is not None)):
        give, least = Give.SHRINK, 0
    minutes = 0 if index in fold.out else fold.minutes[index]
    return Segment(title="", kind=part.kind, minutes=minutes, least=max(least, gone) if minutes else 0, give=give,
                   protected=part.protected, per_person=part.per_person or None)


def _wanted(fold: _Fold, phase: Phase, behind: int, late: int) -> bool:
    if phase is not Phase.GOING or behind < NOTICE:
        return False
    return fold.declined is None or late >= fold.declined + WORSE


def _doorknob(fold: _Fold, close: int | None, latest: int, begins: Sequence[int | None]) -> int | None:
    """When the doorknob minute is: ahead of the ending's beginning, whether that comes early or must not come later."""
    if close is None or fold.ended is not None or fold.at >= close:
        return None
    begin = begins[close]
    at = min(latest, latest if begin is None else begin) - DOORKNOB
    return at if fold.began is None else max(at, fold.began)


def _part(fold: _Fold, index: int, used: int, begins: int | None) -> PartState:
    part = fold.plan.parts[index]
    if index == fold.at and fold.ended is None:
        phase = PartPhase.NOW
    elif index in fold.out or not part.minutes:
        phase = PartPhase.LEFT_OUT
    elif index < fold.at or fold.ended is not None:
        phase = PartPhase.DONE if fold.first[index] is not None else PartPhase.LEFT_OUT
    else:
        phase = PartPhase.COMING
    return PartState(index=index, kind=part.kind, phase=phase, planned=part.minutes, minutes=fold.minutes[index],
                     used=used, begins=begins, whole=whole(part))
