"""Heads and ticks: what must be true of a session that was held, and a newcomer in one step."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from facilitator.errors import (
    BadValue,
    ConsentNeeded,
    CountMissing,
    CountTooSmall,
    LevelTooLow,
    NeedsTwoAdults,
    NotFound,
    SessionSettled,
)
from facilitator.evening.attendance import Frame, Grid, GridRow
from facilitator.evening.counts import Basis
from facilitator.model.group import RecordLevel
from facilitator.model.member import ConsentPurpose, ConsentState, MemberDraft
from facilitator.model.session import Count, SessionStatus
from tests.core.hall import Hall, said


def test_counting_while_people_arrive_then_holding(hall: Hall) -> None:
    group = hall.group(RecordLevel.TALLY)
    hall.weekly(group)
    session = hall.tonight(group)
    for heads in range(1, 4):
        hall.sessions.counts.save(session, Count(heads=heads, newcomers=1))
    assert hall.tonight(group).status is SessionStatus.PLANNED
    assert hall.sessions.counts.hold(session).label == "3 people were counted."
    hall.sessions.counts.save(session, Count(heads=3, newcomers=1, out=3))
    assert hall.tonight(group).count == Count(heads=3, newcomers=1, out=3)
    assert hall.store.counts() | {"session": 1, "member": 0, "attendance": 0} == hall.store.counts()


def test_invariant_2_held_has_a_head_count(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    with pytest.raises(CountMissing):
        hall.sessions.counts.hold(session)
    with pytest.raises(CountMissing):
        hall.sessions.counts.hold(session, Count(newcomers=1))
    assert hall.store.counts()["session"] == 0
    hall.sessions.counts.hold(session, Count(heads=0))
    assert hall.tonight(group).status is SessionStatus.HELD
    with pytest.raises(CountMissing):
        hall.sessions.counts.save(session, Count())


@pytest.mark.parametrize("count", [Count(heads=-1), Count(heads=3, newcomers=-1), Count(heads=10_000),
                                   Count(heads=2, adults=3), Count(heads=2, out=-1)])
def test_numbers_that_cannot_be(hall: Hall, count: Count) -> None:
    group = hall.group()
    hall.weekly(group)
    with pytest.raises(BadValue):
        hall.sessions.counts.save(hall.tonight(group), count)


def test_invariant_2_newcomers_and_returning_are_no_more_than_heads(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    for write in (hall.sessions.counts.save, hall.sessions.counts.hold):
        with pytest.raises(CountTooSmall) as refused:
            write(session, Count(heads=5, newcomers=2, returning=4))
        assert (refused.value.heads, refused.value.named) == (5, 6)
    hall.sessions.counts.hold(session, Count(heads=5, newcomers=2, returning=3))


def test_invariant_2_named_present_are_no_more_than_heads(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    members = [hall.member(group, name) for name in ("Ada", "Bo", "Cy")]
    hall.attendance.all_present(session)
    with pytest.raises(CountTooSmall):
        hall.sessions.counts.hold(session, Count(heads=2))
    assert hall.tonight(group).status is SessionStatus.PLANNED
    hall.attendance.set(session, members[0].id, False)
    hall.sessions.counts.hold(session, Count(heads=2))
    with pytest.raises(CountTooSmall):
        hall.attendance.set(session, members[0].id, True)
    with pytest.raises(CountTooSmall):
        hall.attendance.all_present(session)
    with pytest.raises(CountTooSmall):
        hall.sessions.counts.save(session, Count(heads=1))
    assert hall.sessions.counts.ticked(session.id) == 2
    hall.sessions.counts.save(session, Count(heads=3))
    hall.attendance.set(session, members[0].id, True)


def test_invariant_13_under_18s_are_held_with_two_adults(hall: Hall) -> None:
    group = hall.young()
    hall.weekly(group)
    session = hall.tonight(group)
    for adults in (None, 0, 1):
        with pytest.raises(NeedsTwoAdults):
            hall.sessions.counts.hold(session, Count(heads=6, adults=adults))
    assert hall.tonight(group).status is SessionStatus.PLANNED
    hall.sessions.counts.hold(session, Count(heads=6, adults=2))
    with pytest.raises(NeedsTwoAdults):
        hall.sessions.counts.save(session, Count(heads=6, adults=1))


def test_a_session_to_come_was_not_held(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    [later] = hall.sessions.on(group.id, date(2025, 11, 27))
    with pytest.raises(BadValue):
        hall.sessions.counts.hold(later, Count(heads=3))
    assert hall.store.counts()["session"] == 0


def test_how_many_to_expect(hall: Hall) -> None:
    group = hall.group(size_cap=6)
    hall.weekly(group)
    assert hall.sessions.counts.expected_from(group.id) == (6, Basis.GUESS)
    hall.member(group, "Ada")
    assert hall.sessions.counts.expected_from(group.id) == (1, Basis.LISTED)
    for day, heads in ((6, 9), (13, 10)):
        [session] = hall.sessions.on(group.id, date(2025, 11, day))
        hall.sessions.counts.hold(session, Count(heads=heads))
    assert hall.sessions.counts.expected_from(group.id) == (10, Basis.HELD)
    assert hall.sessions.counts.expected(group.id) == 10


# ---------------------------------------------------------------- ticks
def test_all_present_then_untick_the_missing(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    for name in ("Ada", "Bo"):
        hall.member(group, name)
    session = hall.tonight(group)
    assert [one.present for one in hall.attendance.sheet(session)] == [False, False]
    assert hall.attendance.all_present(session).label == "2 people are ticked as here."
    bo = hall.attendance.sheet(session)[1]
    hall.attendance.set(session, bo.member_id, False)
    assert [one.present for one in hall.attendance.sheet(session)] == [True, False]
    row = hall.store.one("select present from attendance_live where member_id = ?", (bo.member_id,))
    assert row == {"present": 0}
    hall.store.undo()
    hall.store.undo()
    assert [one.present for one in hall.attendance.sheet(session)] == [False, False]
    hall.attendance.set(session, bo.member_id, True)
    assert hall.store.counts()["attendance"] == 1


def test_the_count_goes_down_with_the_ticks_that_made_it(hall: Hall) -> None:
    """Who is missing is not in the roll-call; whoever was counted without a name stays counted."""
    group = hall.group()
    hall.weekly(group)
    members = [hall.member(group, name) for name in ("Ada", "Bo", "Cy")]
    hall.attendance.all_present(hall.tonight(group))
    hall.attendance.set(hall.tonight(group), members[1].id, False)
    assert hall.tonight(group).count.heads == 2
    hall.attendance.newcomer(hall.tonight(group), MemberDraft(name="Nell"))
    assert hall.tonight(group).count == Count(heads=3, newcomers=1)
    hall.sessions.counts.save(hall.tonight(group), Count(heads=5, newcomers=1))
    hall.attendance.set(hall.tonight(group), members[0].id, False)
    assert hall.tonight(group).count.heads == 5


def test_an_untick_of_what_was_never_ticked_writes_nothing(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    ada = hall.member(group, "Ada")
    hall.attendance.set(hall.tonight(group), ada.id, False)
    assert hall.store.counts()["attendance"] == 0


def test_ticks_of_other_groups_and_of_cancelled_evenings_are_refused(hall: Hall) -> None:
    group, other = hall.group(), hall.group(name="Other")
    hall.weekly(group)
    ada, bo = hall.member(group, "Ada"), hall.member(other, "Bo")
    session = hall.tonight(group)
    with pytest.raises(NotFound):
        hall.attendance.set(session, bo.id, True)
    hall.sessions.cancel(session)
    for attempt in (lambda: hall.attendance.set(session, ada.id, True),
                    lambda: hall.attendance.newcomer(session, MemberDraft(name="Cy"))):
        with pytest.raises(SessionSettled):
            attempt()
    assert hall.names(group) == ["Ada"]
    assert hall.store.counts()["attendance"] == 0


def test_a_newcomer_is_added_ticked_and_counted_in_one_step(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    hall.member(group, "Ada")
    session = hall.tonight(group)
    hall.attendance.all_present(session)
    before = hall.store.fingerprint()
    change = hall.attendance.newcomer(session, MemberDraft(name="  Bo "), [said(ConsentPurpose.LIST)])
    assert change.label == "Bo was added and counted."
    assert change.touches("members")
    assert change.touches("attendance")
    assert change.touches("sessions")
    assert hall.tonight(group).count == Count(heads=2, newcomers=1)
    ada, bo = hall.attendance.sheet(session)
    assert (bo.name, bo.present, bo.first_time, ada.first_time) == ("Bo", True, True, False)
    assert hall.members.get(bo.member_id).first_seen == session.held_on
    assert hall.members.consents.allows(bo.member_id, ConsentPurpose.LIST)
    hall.attendance.newcomer(session, MemberDraft(name="Cy"))
    assert hall.tonight(group).count == Count(heads=3, newcomers=2)
    hall.store.undo()
    hall.store.undo()
    assert hall.names(group) == ["Ada"]
    assert hall.tonight(group).count == Count(heads=1)
    assert hall.store.fingerprint() != before  # undone as new versions, never as if nothing had been
    assert hall.sessions.counts.ticked(session.id) == 1


def test_a_newcomer_of_a_held_evening_keeps_the_count_true(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    hall.sessions.counts.hold(session, Count(heads=4, newcomers=0, returning=4))
    hall.attendance.newcomer(session, MemberDraft(name="Bo"))
    assert hall.tonight(group).count == Count(heads=5, newcomers=1, returning=4)


def test_invariant_13_a_newcomer_under_18_needs_a_parents_word(hall: Hall) -> None:
    group = hall.young()
    hall.weekly(group)
    session = hall.tonight(group)
    with pytest.raises(ConsentNeeded):
        hall.attendance.newcomer(session, MemberDraft(name="Kit"))
    assert hall.store.counts()["session"] == 0
    hall.attendance.newcomer(session, MemberDraft(name="Kit"), [
        said(ConsentPurpose.PARENT, ConsentState.NOT_ASKED, basis="mother rang, form to come")])
    assert hall.names(group) == ["Kit"]


def test_ticks_lift_the_count_while_people_arrive(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    for name in ("Ada", "Bo", "Cy"):
        hall.member(group, name)
    session = hall.tonight(group)
    hall.sessions.counts.save(session, Count(heads=2))
    hall.attendance.all_present(session)
    assert hall.tonight(group).count.heads == 3


def test_the_grid_of_people_and_evenings(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    ada, bo = hall.member(group, "Ada"), hall.member(group, "Bo")
    for day, here in ((6, ada), (13, bo)):
        [session] = hall.sessions.on(group.id, date(2025, 11, day))
        hall.attendance.set(session, here.id, True)
        hall.sessions.counts.hold(session, Count(heads=1))
    grid = hall.attendance.grid(group.id, date(2025, 11, 1), date(2025, 11, 30))
    assert [session.held_on.day for session in grid.sessions] == [6, 13]
    assert [(row.member.name, row.ticks) for row in grid.rows] == [("Ada", (True, None)), ("Bo", (None, True))]


def test_a_screen_asks_for_the_frame_and_then_for_what_is_seen(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    ada, bo, gone = (hall.member(group, name) for name in ("Ada", "Bo", "Gus"))
    first, second = (hall.sessions.on(group.id, date(2025, 11, day))[0] for day in (6, 13))
    hall.attendance.set(first, ada.id, True)
    hall.attendance.set(first, gone.id, True)
    hall.attendance.set(first, bo.id, True)
    hall.attendance.set(first, bo.id, False)
    for member in (gone, bo):
        hall.members.set_active(member.id, False)
    frame = hall.attendance.frame(group.id, date(2025, 11, 1), date(2025, 12, 30))
    assert [session.held_on.day for session in frame.sessions] == [6, 13, 20]
    assert ([member.name for member in frame.members], frame.present) == (["Ada", "Gus"], (2, 0, 0))
    block = hall.attendance.block([first.id, second.id], [ada.id, bo.id])
    assert block == {(first.id, ada.id): True, (first.id, bo.id): False}
    hall.sessions.cancel(second)
    assert len(hall.attendance.frame(group.id, date(2025, 11, 1), date(2025, 12, 30)).sessions) == 2


def test_invariant_1_a_head_count_has_no_grid(hall: Hall) -> None:
    group = hall.group(RecordLevel.TALLY)
    for ask in (hall.attendance.grid, hall.attendance.frame):
        with pytest.raises(LevelTooLow):
            ask(group.id, date(2025, 11, 1), date(2025, 11, 30))


def test_invariant_16_a_grid_sums_evenings_and_never_people() -> None:
    assert {field.name for field in fields(GridRow)} == {"member", "ticks"}
    assert {field.name for field in fields(Grid)} == {"sessions", "rows", "present"}
    assert {field.name for field in fields(Frame)} == {"sessions", "members", "present"}


def test_someone_who_left_the_group_stays_on_the_evening_they_came(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    ada = hall.member(group, "Ada")
    session = hall.tonight(group)
    hall.attendance.set(session, ada.id, True)
    hall.members.set_active(ada.id, False)
    assert [one.name for one in hall.attendance.sheet(session)] == ["Ada"]
    [later] = hall.sessions.on(group.id, date(2025, 11, 27))
    assert hall.attendance.sheet(later) == ()


def test_a_binned_member_leaves_the_count_as_it_was(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    hall.attendance.newcomer(session, MemberDraft(name="Ada"))
    hall.sessions.counts.hold(session)
    hall.members.bin(hall.members.of(group.id)[0].id)
    assert hall.attendance.sheet(session) == ()
    assert hall.tonight(group).count == Count(heads=1, newcomers=1)
