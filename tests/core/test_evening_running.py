"""The timing of a running plan: whatever happens, minutes are conserved and the ending fits if it can."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.evening import timing
from facilitator.evening.running import engine
from facilitator.evening.running.engine import StepRefused
from facilitator.model.agenda import Give, SegmentKind
from facilitator.model.running import (
    MINUTE,
    Event,
    Mark,
    Moment,
    Part,
    PartPhase,
    Phase,
    Running,
    RunPlan,
    Step,
)

DUE = 1_000_000 * MINUTE
WALL = datetime(2025, 11, 20, 19, 0)


def part(minutes: int, kind: SegmentKind, give: Give = Give.FIXED, **more: object) -> Part:
    return Part(minutes=minutes, kind=kind, give=give, **more)  # type: ignore[arg-type]


CIRCLE = RunPlan(due=DUE, parts=(
    part(8, SegmentKind.OPENING),
    part(20, SegmentKind.CHECK_IN, Give.SHRINK, least=10, per_person=60),
    part(4, SegmentKind.ACTIVITY, Give.DROP),
    part(35, SegmentKind.DISCUSSION, Give.SHRINK, least=15),
    part(8, SegmentKind.SKILL, Give.DROP),
    part(10, SegmentKind.CHECK_OUT, Give.SHRINK),
    part(5, SegmentKind.CLOSING, Give.DROP),
))


def on(minute: float) -> int:
    """Minutes after the circle was due."""
    return DUE + round(minute * MINUTE)


def moment(minute: float) -> Moment:
    return Moment(on(minute), WALL + timedelta(minutes=minute))


def step(what: Step, minute: float, **more: object) -> Event:
    return Event(step=what, at=on(minute), **more)  # type: ignore[arg-type]


def state(minute: float, *log: Event, plan: RunPlan = CIRCLE, heads: int = 0) -> Running:
    return engine.state(plan, log, moment(minute), heads)


START = step(Step.STARTED, 0)


# ---------------------------------------------------------------- an evening
def test_before_it_begins_the_plan_stands_as_it_was_made() -> None:
    waiting = state(-20)
    assert waiting.phase is Phase.WAITING
    assert [waiting.clock(one.begins or 0) for one in waiting.parts][:3] == ["19:00", "19:08", "19:28"]
    assert waiting.clock(waiting.ends) == "20:30"
    assert (waiting.behind, waiting.offer, waiting.began) == (0, None, None)
    assert state(9).behind == 9


def test_the_parts_follow_one_another() -> None:
    begun = state(5, START)
    assert (begun.phase, begun.at, begun.left, begun.behind) == (Phase.GOING, 0, 3 * MINUTE, 0)
    over = state(10, START)
    assert (over.left, over.behind) == (-2 * MINUTE, 2)
    log = (START, step(Step.NEXT, 6))
    early = state(6, *log)
    assert (early.at, early.behind, early.parts[0].phase) == (1, -2, PartPhase.DONE)
    assert early.clock(early.coming[0].begins or 0) == "19:26"
    back = state(7, *log, step(Step.BACK, 7))
    assert (back.at, back.left) == (0, 2 * MINUTE)
    assert back.parts[1].used == MINUTE


def test_late_it_says_what_would_give_and_never_cuts_the_ending() -> None:
    late = state(12, step(Step.STARTED, 12))
    assert (late.behind, late.fits) == (12, True)
    assert late.offer is not None
    assert {index for index, _before, _after in late.offer.cuts} <= {1, 2, 3, 4}
    taken = step(Step.ACCEPTED, 12, cuts=tuple((index, now) for index, _was, now in late.offer.cuts))
    on_time = state(12, step(Step.STARTED, 12), taken)
    assert on_time.ends <= on_time.ends_due
    assert on_time.offer is None
    assert [one.minutes for one in on_time.parts][-2:] == [10, 5]


def test_so_late_that_nothing_helps_it_says_so() -> None:
    hopeless = state(60, step(Step.STARTED, 60))
    assert not hopeless.fits
    assert hopeless.short == 60 - (10 + 4 + 20 + 8)


def test_an_evening_that_may_end_later_is_late_no_more() -> None:
    log = (step(Step.STARTED, 60), step(Step.LATER, 60, minutes=60))
    later = state(60, *log)
    assert (later.behind, later.offer, later.short, later.clock(later.ends_due)) == (0, None, 0, "21:30")
    assert later.clock(later.ending_latest) == "21:15"
    assert state(65, *log, step(Step.NEXT, 65), step(Step.EXTENDED, 65, minutes=10)).behind == 7


def test_what_was_declined_comes_again_only_when_it_is_worse() -> None:
    log = (step(Step.STARTED, 5), step(Step.DECLINED, 5, minutes=5))
    assert state(5, *log).offer is None
    assert state(15, *log).offer is None
    assert state(16, *log).offer is not None


def test_a_pause_stops_the_part_but_not_the_evening() -> None:
    log = (START, step(Step.PAUSED, 3))
    still = state(9, *log)
    assert (still.phase, still.left, still.paused, still.offer) == (Phase.PAUSED, 5 * MINUTE, 6 * MINUTE, None)
    assert still.behind == 6
    on_again = state(10, *log, step(Step.RESUMED, 9))
    assert (on_again.phase, on_again.left, on_again.paused) == (Phase.GOING, 4 * MINUTE, 6 * MINUTE)
    moved = state(10, *log, step(Step.NEXT, 9))
    assert (moved.phase, moved.at, moved.paused) == (Phase.GOING, 1, 6 * MINUTE)


def test_a_part_is_left_out_and_a_whole_one_never() -> None:
    log = (START, step(Step.NEXT, 8), step(Step.SKIPPED, 9))
    skipped = state(9, *log)
    assert (skipped.at, skipped.behind) == (2, -19)
    assert skipped.parts[1].phase is PartPhase.LEFT_OUT
    ahead = state(9, START, step(Step.SKIPPED, 9, part=3))
    assert [one.index for one in ahead.coming] == [1, 2, 4, 5, 6]
    for whole in (5, 6):
        with pytest.raises(StepRefused):
            engine.after(CIRCLE, (START,), step(Step.SKIPPED, 9, part=whole))


def test_a_start_that_was_forgotten_is_put_right() -> None:
    late = step(Step.STARTED, 25)
    first = state(26, late, step(Step.CORRECTED, 26, began=on(0)))
    assert (first.at, first.parts[0].used, first.behind) == (0, 26 * MINUTE, 18)
    there = state(26, late, step(Step.CORRECTED, 26, began=on(0), part=1))
    assert (there.at, there.left, there.behind) == (1, 2 * MINUTE, 0)
    assert there.clock(there.current.begins or 0) == "19:08"
    early = state(4, step(Step.STARTED, -10), step(Step.CORRECTED, 4, began=on(0)))
    assert (early.began, early.left) == (on(0), 4 * MINUTE)


# ---------------------------------------------------------------- the doorknob
def test_the_doorknob_minute_lies_before_the_ending_and_never_in_it() -> None:
    log = (START, *(step(Step.NEXT, minute) for minute in (8, 28, 32)))
    assert state(40, *log).doorknob == on(65)
    assert not state(64, *log).doorknob_due
    assert state(65, *log).doorknob_due
    assert not state(66, *log, step(Step.MARKED, 66, mark=Mark.DOORKNOB)).doorknob_due
    ahead = (*log, step(Step.SKIPPED, 41, part=4))
    assert state(57, *ahead).doorknob == on(57)
    late = (step(Step.STARTED, 20), *(step(Step.NEXT, minute) for minute in (28, 48, 52)))
    assert state(65, *late).doorknob_due, "late, it comes before the ending must begin"
    inside = (*log, step(Step.NEXT, 67), step(Step.NEXT, 75))
    assert state(76, *inside).doorknob is None
    assert not state(76, *inside).doorknob_due


def test_the_ending_begins_with_the_parts_that_stay_whole() -> None:
    parts = CIRCLE.parts
    assert engine.ending(parts) == 5
    assert engine.ending((*parts[:6], part(3, SegmentKind.NOTICES), parts[6])) == 5
    assert engine.ending(parts[:5]) is None
    assert engine.ending((part(5, SegmentKind.CHECK_IN, protected=True), *parts[1:4], parts[6])) == 4


def test_a_seat_has_its_share_of_what_is_left() -> None:
    assert engine.share(10 * MINUTE, 5) == 2 * MINUTE
    assert engine.share(10 * MINUTE, 0) == 10 * MINUTE
    assert engine.share(-5, 3) == 0


# ---------------------------------------------------------------- odd clocks
def test_midnight_is_a_time_like_any_other() -> None:
    night = engine.state(CIRCLE, (START,), Moment(on(8), datetime(2025, 11, 20, 23, 50)))
    assert night.clock(night.coming[1].begins or 0) == "00:10"


def test_a_clock_that_went_back_makes_the_minutes_wait_until_it_is_put_right() -> None:
    log = (START, step(Step.NEXT, 8))
    odd = state(-50, *log)
    assert (odd.clock_went_back, odd.left, odd.clock(odd.now)) == (True, 20 * MINUTE, "19:08")
    mended = state(-50, *log, step(Step.CLOCK, -51, moved=-60 * MINUTE))
    assert (mended.clock_went_back, mended.began, mended.left) == (False, on(-60), 18 * MINUTE)


# ---------------------------------------------------------------- what is refused
@pytest.mark.parametrize("log", [
    (step(Step.NEXT, 0),),
    (START, START),
    (step(Step.STARTED, 5), step(Step.NEXT, 4)),
    (START, step(Step.RESUMED, 1)),
    (START, step(Step.PAUSED, 1), step(Step.PAUSED, 2)),
    (START, step(Step.BACK, 1)),
    (START, step(Step.EXTENDED, 1, minutes=0)),
    (START, step(Step.CORRECTED, 1, began=on(2))),
    (START, step(Step.CORRECTED, 1)),
    (START, step(Step.NEXT, 8), step(Step.CORRECTED, 20, began=on(9))),
    (START, step(Step.CORRECTED, 1, began=on(0), part=9)),
    (START, step(Step.ACCEPTED, 1, cuts=((6, 1),))),
    (START, step(Step.ACCEPTED, 1, cuts=((3, 36),))),
    (START, step(Step.ACCEPTED, 1, cuts=((0, 0),))),
    (START, step(Step.SKIPPED, 1, part=9)),
    (START, step(Step.LATER, 1)),
    (START, step(Step.MARKED, 1)),
    (START, step(Step.MARKED, 1, mark=Mark.OPENING_FIST, tally=(1, 2))),
    (START, step(Step.UNMARKED, 1, mark=Mark.DOORKNOB)),
    (START, step(Step.ENDED, 9), step(Step.NEXT, 10)),
    (step(Step.UNDONE, 0),),
    (START, *[step(Step.NEXT, 1)] * 7),
])  # fmt: skip
def test_what_cannot_have_happened_is_refused(log: tuple[Event, ...]) -> None:
    with pytest.raises(StepRefused):
        state(90, *log)


# ---------------------------------------------------------------- whatever happens
KINDS = st.sampled_from(list(SegmentKind))
PARTS = st.builds(Part, kind=KINDS, minutes=st.integers(0, 40), least=st.integers(0, 40),
                  give=st.sampled_from(list(Give)), protected=st.booleans(), per_person=st.sampled_from((0, 30, 90)))
PLANS = st.lists(PARTS, min_size=1, max_size=9).filter(lambda parts: any(one.minutes for one in parts)).map(
    lambda parts: RunPlan(due=DUE, parts=tuple(parts)))
DOINGS = st.lists(st.tuples(
    st.sampled_from([one for one in Step if one is not Step.STARTED]), st.integers(0, 20 * MINUTE),
    st.one_of(st.none(), st.integers(0, 8)), st.integers(-5, 30), st.sampled_from(list(Mark))), max_size=25)


def tried(plan: RunPlan, late: int, doings: list[tuple[Step, int, int | None, int, Mark]],
          heads: int) -> list[Event]:
    """A log of whatever of these doings could happen, one after the other."""
    at = DUE + late
    log = [Event(step=Step.STARTED, at=at)]
    for what, later, index, minutes, mark in doings:
        at += later
        now = engine.state(plan, log, Moment(at, WALL), heads)
        offer = now.offer
        cuts = tuple((one, left) for one, _was, left in offer.cuts) if offer is not None else ()
        event = Event(step=what, at=at, part=index, minutes=minutes, cuts=cuts, mark=mark, began=at - minutes * MINUTE,
                      tally=(0,) * 6)
        try:
            log = list(engine.after(plan, log, event))
        except StepRefused:
            continue
    return log


EVENINGS = st.tuples(PLANS, st.integers(-30 * MINUTE, 60 * MINUTE), DOINGS, st.integers(0, 20),
                     st.integers(0, 30 * MINUTE))


@given(EVENINGS)
def test_minutes_are_conserved(evening: tuple[RunPlan, int, list[tuple[Step, int, int | None, int, Mark]], int, int],
                               ) -> None:
    plan, late, doings, heads, later = evening
    log = tried(plan, late, doings, heads)
    now = engine.state(plan, log, Moment(max(one.at for one in log) + later, WALL), heads)
    if now.began is not None:
        until = now.ends if now.phase is Phase.ENDED else now.now
        assert sum(one.used for one in now.parts) + now.paused == until - now.began
    assert all(one.used >= 0 for one in now.parts)


@given(EVENINGS)
def test_the_ending_fits_if_it_can_and_else_it_is_said(
        evening: tuple[RunPlan, int, list[tuple[Step, int, int | None, int, Mark]], int, int]) -> None:
    plan, late, doings, heads, later = evening
    log = tried(plan, late, doings, heads)
    now = engine.state(plan, log, Moment(max(one.at for one in log) + later, WALL), heads)
    for one, before in zip(now.parts, plan.parts, strict=True):
        if engine.whole(before):
            assert one.minutes >= before.minutes, "nothing ever cuts a whole part"
    if now.phase is not Phase.GOING or now.offer is None:
        if now.phase is Phase.GOING and now.behind < engine.NOTICE and now.ending is not None:
            assert now.ends - now.ends_due < engine.NOTICE * MINUTE
        return
    cuts = tuple((index, left) for index, _was, left in now.offer.cuts)
    taken = engine.state(plan, engine.after(plan, log, Event(step=Step.ACCEPTED, at=now.now, cuts=cuts)),
                         now.moment, heads)
    assert (taken.ends <= taken.ends_due) is (now.short == 0)
    assert now.fits is taken.fits
    if now.fits and now.ending is not None and now.at < now.ending:
        begins = taken.parts[now.ending].begins
        assert begins is not None
        assert begins <= taken.ending_latest
        rest = sum(one.minutes * MINUTE - one.used for one in taken.coming if one.index >= now.ending)
        assert begins + rest <= taken.ends_due
    if not now.fits:
        gives = [index for index, one in enumerate(plan.parts) if index > now.at and not engine.whole(one)
                 and one.give is Give.DROP and taken.parts[index].phase is PartPhase.COMING
                 and not taken.parts[index].used]
        assert not gives, "it says that it cannot only once all gave that may"


@given(EVENINGS)
def test_undo_restores_what_was(
        evening: tuple[RunPlan, int, list[tuple[Step, int, int | None, int, Mark]], int, int]) -> None:
    plan, late, doings, heads, later = evening
    log = tried(plan, late, [one for one in doings if one[0] not in (Step.MARKED, Step.UNMARKED, Step.CLOCK)], heads)
    last = next((n for n in range(len(log) - 1, 0, -1) if log[n].step is not Step.UNDONE), None)
    at = Moment(max(one.at for one in log) + later, WALL)
    if last is None or log[-1].step is Step.UNDONE:
        return
    undone = engine.after(plan, log, Event(step=Step.UNDONE, at=at.ms))
    assert engine.state(plan, undone, at, heads) == engine.state(plan, log[:last], at, heads)


@given(EVENINGS)
def test_the_same_log_always_says_the_same(
        evening: tuple[RunPlan, int, list[tuple[Step, int, int | None, int, Mark]], int, int]) -> None:
    plan, late, doings, heads, later = evening
    log = tuple(tried(plan, late, doings, heads))
    at = Moment(max(one.at for one in log) + later, WALL)
    kept = (plan, log)
    assert engine.state(plan, log, at, heads) == engine.state(plan, log, at, heads)
    assert (plan, log) == kept


@given(EVENINGS, st.integers(1, 60 * MINUTE))
def test_events_in_odd_order_are_refused(
        evening: tuple[RunPlan, int, list[tuple[Step, int, int | None, int, Mark]], int, int], before: int) -> None:
    plan, late, doings, heads, _later = evening
    log = tried(plan, late, [one for one in doings if one[0] is not Step.CLOCK], heads)
    odd = Event(step=Step.MARKED, at=log[-1].at - before, mark=Mark.DOORKNOB)
    with pytest.raises(StepRefused):
        engine.after(plan, log, odd)


@given(EVENINGS)
def test_the_doorknob_never_lies_in_the_ending(
        evening: tuple[RunPlan, int, list[tuple[Step, int, int | None, int, Mark]], int, int]) -> None:
    plan, late, doings, heads, later = evening
    log = tried(plan, late, doings, heads)
    now = engine.state(plan, log, Moment(max(one.at for one in log) + later, WALL), heads)
    if now.doorknob_due:
        assert now.ending is not None
        assert now.at < now.ending
    if now.doorknob is not None and now.began is not None and now.doorknob > now.began:
        assert now.doorknob <= now.ending_latest - engine.DOORKNOB


def test_the_rules_of_what_is_whole_are_those_of_the_plan() -> None:
    assert all(engine.whole(part(5, kind)) for kind in timing.WHOLE)
