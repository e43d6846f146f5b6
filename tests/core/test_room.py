"""The room's own state: a round by seat, the agreement read aloud, a tally of hands, and handing all of it on."""

from __future__ import annotations

import random
from dataclasses import fields, is_dataclass, replace

import pytest

from facilitator.model.agenda import SegmentKind
from facilitator.model.aloud import Reading, RoomClause
from facilitator.model.fingers import Fingers, Moment
from facilitator.model.room import MINUTE_MS, RoomPart, RoomPhase, RoomState, begun, packed, unpacked
from facilitator.model.running import Event, Mark, Step
from facilitator.model.seats import LEAST, MOST, SeatRound, Turn, a_round

CLAUSES = (RoomClause("One voice at a time.", 3), RoomClause("Safety comes first.", 3, limits=True),
           RoomClause("You can pass.", 2))  # fmt: skip
NOW = 1_700_000_000_000


def part(kind: SegmentKind = SegmentKind.ROUND, **more: object) -> RoomPart:
    """Ten minutes, four of them gone."""
    return RoomPart(run="ab", index=1, kind=kind, began_ms=NOW - 4 * MINUTE_MS, ends_ms=NOW + 6 * MINUTE_MS,
                    **more)  # type: ignore[arg-type] # fmt: skip


# ---------------------------------------------------------------- a round by seat
def test_the_piece_goes_to_every_seat_once() -> None:
    circle = a_round(5)
    held = []
    while not circle.done:
        held.append(circle.holder)
        circle = circle.on()
    assert held == [0, 1, 2, 3, 4]
    assert circle.left == 0
    assert circle.on() is circle


def test_who_asked_for_it_later_has_it_last_and_looks_as_if_they_had_had_it() -> None:
    circle = a_round(4).on().later()
    assert circle.holder == 2
    assert (circle.had(0), circle.had(1)) == (True, True), "nobody can tell which of the two spoke"
    assert circle.left == 3
    circle = circle.on().on()
    assert circle.holder == 1
    assert circle.on().done


def test_the_only_one_left_may_still_take_a_moment() -> None:
    circle = a_round(2).later().on()
    assert circle.holder == 0
    circle = circle.later()
    assert (circle.holder, circle.left) == (0, 1)
    assert circle.on().done


def test_each_step_can_be_taken_back_to_the_beginning() -> None:
    steps = [a_round(4)]
    for act in (SeatRound.on, SeatRound.later, SeatRound.on, SeatRound.on, SeatRound.on):
        steps.append(act(steps[-1]))
    assert steps[-1].done
    circle = steps[-1]
    for before in reversed(steps[:-1]):
        circle = circle.give_back()
        assert circle == before
    assert circle.give_back() == circle


def test_a_share_follows_who_comes_and_goes() -> None:
    circle = a_round(6).on()
    assert circle.share(600) == 120
    assert circle.with_seat().share(600) == 100
    assert circle.without_seat().share(600) == 150
    assert circle.share(-5) == 0


def test_in_a_large_circle_nobody_is_passed_over() -> None:
    """At twenty the piece was said to be all the way round, and a share told that was two people's."""
    circle = a_round(25)
    assert circle.share(1500) == 60
    for _turn in range(24):
        circle = circle.on()
        assert not circle.done
    assert circle.on().done and len(circle.with_seat().turns) == 26


def test_a_chair_that_goes_is_never_the_one_that_holds_the_piece() -> None:
    circle = a_round(3).on().on()
    assert circle.holder == 2
    smaller = circle.without_seat()
    assert (len(smaller.turns), smaller.holder) == (2, 1)
    assert smaller.without_seat() == smaller, "two are a circle, one is not"


def test_a_chair_that_comes_once_all_have_had_it_has_it_now() -> None:
    circle = a_round(2).on().on()
    assert circle.done
    assert circle.with_seat().holder == 2


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_pressed_the_round_stays_whole(seed: int) -> None:
    """One holder or none, every seat counted, and passing on alone always ends it."""
    chance = random.Random(seed)
    circle = a_round(chance.randint(2, 20))
    acts = (SeatRound.on, SeatRound.later, SeatRound.give_back, SeatRound.with_seat, SeatRound.without_seat)
    for _step in range(120):
        circle = chance.choice(acts)(circle)
        assert LEAST <= len(circle.turns) <= MOST
        assert circle.holder is None or 0 <= circle.holder < len(circle.turns)
        assert all(0 <= seat < len(circle.turns) for seat, _turn in circle.back)
        waiting = sum(turn is not Turn.HAD for turn in circle.turns)
        assert circle.left == waiting
        assert circle.done == (circle.left == 0)
    for _step in range(MOST):
        circle = circle.on()
    assert circle.done


# ---------------------------------------------------------------- read aloud
def test_clauses_are_read_one_by_one_and_the_moment_is_kept() -> None:
    reading = Reading(CLAUSES).on(1).on(2)
    assert (reading.limits_read, reading.done, reading.read_ms) == (True, False, None)
    reading = reading.on(3)
    assert (reading.done, reading.read_ms, reading.may_stop) == (True, 3, True)
    assert reading.on(9).read_ms == 3
    assert reading.back().read_ms is None


def test_the_limits_cannot_be_left_out_without_a_mark() -> None:
    reading = Reading(CLAUSES).leave_out(1)
    assert (reading.at, reading.left_out, reading.may_stop) == (1, (0,), False)
    assert reading.must_mark
    assert reading.leave_out(2) is reading
    reading = reading.mark().leave_out(2)
    assert (reading.at, reading.limits_read, reading.may_stop) == (2, False, True)
    assert reading.back().left_out == (0,)


# ---------------------------------------------------------------- hands
def test_hands_are_a_tally_and_nothing_else() -> None:
    hands = Fingers(Moment.OPENING).add(3).add(3).add(0).take(3).take(5).add(7)
    assert hands.hands == (1, 0, 0, 1, 0, 0)
    assert hands == Fingers(Moment.OPENING).add(0).add(3), "the order they were counted in is not kept"


# ---------------------------------------------------------------- the state
def test_time_is_told_in_whole_minutes_and_stands_still_in_a_pause() -> None:
    state = begun(part(seats=3, goes_round=True))
    assert (state.minutes_left(NOW), state.gone(6)) == (6, 0.4)
    assert state.minutes_left(NOW + 1) == 6
    assert state.minutes_left(NOW + MINUTE_MS) == 5
    assert state.share_s(NOW) == 120
    resting = state.pause(NOW)
    assert resting.minutes_left(NOW + 9 * MINUTE_MS) == 6
    assert resting.resume(NOW + 9 * MINUTE_MS).minutes_left(NOW + 9 * MINUTE_MS) == 6
    assert state.minutes_left(NOW + 8 * MINUTE_MS) == -2


def test_the_same_part_goes_on_and_another_begins_its_own() -> None:
    state = begun(part(seats=4, goes_round=True))
    assert state.round is not None
    state = replace(state, round=state.round.on(), clock_hidden=True)
    longer = replace(state.part, ends_ms=NOW + 9 * MINUTE_MS)
    assert state.at(longer).round == state.round
    other = state.at(replace(part(SegmentKind.AGREEMENT, clauses=CLAUSES), index=2))
    assert (other.round, other.reading, other.clock_hidden) == (None, Reading(CLAUSES), True)


def test_a_chair_taken_away_stays_away_until_people_are_counted_anew() -> None:
    state = begun(part(seats=6, goes_round=True))
    assert state.round is not None
    state = state.seat(state.round.without_seat())
    assert state.chairs == 5
    talk = state.at(replace(part(seats=6), index=2))
    assert talk.chairs == 5
    assert unpacked(packed(talk)) == talk
    last = talk.at(replace(part(seats=6, goes_round=True), index=3))
    assert last.round == a_round(5)
    assert last.fresh
    assert talk.at(replace(part(seats=4, goes_round=True), index=3)).round == a_round(4)


def test_what_is_not_written_down_yet_stays_with_its_own_evening() -> None:
    told = (Event(step=Step.PAUSED, at=NOW),)
    state = replace(begun(part()), pending=told)
    assert state.at(replace(state.part, index=2)).pending == told
    assert state.at(replace(state.part, run="cd")).pending == ()


def test_an_agreement_is_read_at_once_and_in_an_opening_when_somebody_goes_on() -> None:
    state = begun(part(SegmentKind.OPENING, clauses=CLAUSES))
    assert state.reading is None
    assert state.read().reading == Reading(CLAUSES)
    assert begun(part(SegmentKind.AGREEMENT, clauses=CLAUSES, phase=RoomPhase.WAITING)).reading is None


def test_the_state_is_handed_on_whole() -> None:
    state = begun(part(SegmentKind.AGREEMENT, title="Our “rules”", prompt="Wie geht’s? 你好", clauses=CLAUSES, seats=5,
                       goes_round=True, following="Tea", following_kind=SegmentKind.BREAK, begins="19:00"))  # fmt: skip
    assert state.reading is not None
    assert state.round is not None
    pending = (Event(step=Step.MARKED, at=NOW, part=1, mark=Mark.OPENING_FIST, tally=(0, 1, 2, 0, 0, 0)),
               Event(step=Step.PAUSED, at=NOW + 1))  # fmt: skip
    state = replace(state.pause(NOW), reading=state.reading.on(1), round=state.round.later().on(), shown=True,
                    fingers=Fingers(Moment.CLOSING).add(4), pending=pending, clock_hidden=True)  # fmt: skip
    assert unpacked(packed(state)) == state


@pytest.mark.parametrize("said", [b"", b"{}", b"[]", b"null", b'{"part":[1]}', b"\xff", packed(begun(part()))[:-9]])
def test_what_is_no_state_is_no_state(said: bytes) -> None:
    assert unpacked(said) is None


def test_a_round_that_cannot_be_is_no_state() -> None:
    whole = packed(begun(part(seats=3, goes_round=True)))
    assert unpacked(whole) is not None
    assert unpacked(whole.replace(b'"waiting"],0,[]', b'"waiting"],3,[]')) is None


def test_no_type_the_room_is_fed_by_has_a_person_in_it() -> None:
    """Every field down to the last is a number, a flag, a word of a closed list, or one of four screened texts."""
    texts = set()
    seen: set[type] = set()

    def walk(kind: type) -> None:
        if kind in seen:
            return
        seen.add(kind)
        assert is_dataclass(kind)
        module = __import__(kind.__module__, fromlist=["x"])
        for field in fields(kind):
            said = str(field.type)
            for name in ("RoomPart", "RoomClause", "Reading", "SeatRound", "Fingers", "Event"):
                if name in said:
                    walk(getattr(module, name))
            if said == "str":
                texts.add(f"{kind.__name__}.{field.name}")

    walk(RoomState)
    assert texts == {"RoomPart.run", "RoomPart.title", "RoomPart.prompt", "RoomPart.following", "RoomPart.begins",
                     "RoomClause.text"}  # fmt: skip
