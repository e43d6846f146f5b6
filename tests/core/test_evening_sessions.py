"""When a circle meets: rules on any weekday, exceptions, midnight, leap days, summer time, a clock gone backwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.errors import BadValue, NotFound, SessionSettled
from facilitator.evening import planning, repeat
from facilitator.evening.checklist import checklist
from facilitator.model.group import GroupDraft
from facilitator.model.organisation import VenueDraft
from facilitator.model.session import CancelReason, Count, SeriesDraft, Session, SessionStatus, reason_words
from tests.core.hall import Hall, row_versions

THURSDAY = date(2025, 11, 20)
SEVEN = 19 * 60


def rule(**more: object) -> SeriesDraft:
    return SeriesDraft(**{"weekday": 3, "start_minute": SEVEN, "first_on": date(2025, 11, 6), **more})  # type: ignore[arg-type]


def days(draft: SeriesDraft, start: date, end: date) -> list[str]:
    return [day.isoformat() for day in repeat.days(draft, start, end)]


# ---------------------------------------------------------------- rules
def test_every_week_and_every_second_week() -> None:
    span = date(2025, 10, 1), date(2025, 12, 4)
    assert days(rule(), *span) == ["2025-11-06", "2025-11-13", "2025-11-20", "2025-11-27", "2025-12-04"]
    assert days(rule(every=2), *span) == ["2025-11-06", "2025-11-20", "2025-12-04"]
    assert days(rule(last_on=date(2025, 11, 19)), *span) == ["2025-11-06", "2025-11-13"]
    assert days(rule(every=2), date(2025, 11, 7), date(2025, 11, 20)) == ["2025-11-20"]


def test_the_first_third_and_last_of_a_month() -> None:
    year = date(2024, 1, 1), date(2024, 4, 30)
    since = date(2023, 1, 1)
    assert days(rule(weekday=0, nth=1, first_on=since), *year) == [
        "2024-01-01", "2024-02-05", "2024-03-04", "2024-04-01"]
    assert days(rule(weekday=3, nth=3, first_on=since), *year) == [
        "2024-01-18", "2024-02-15", "2024-03-21", "2024-04-18"]
    assert days(rule(weekday=3, nth=5, first_on=since), *year) == [
        "2024-01-25", "2024-02-29", "2024-03-28", "2024-04-25"]
    assert days(rule(weekday=3, nth=5, every=2, first_on=date(2024, 1, 26)), *year) == ["2024-02-29", "2024-04-25"]


@given(weekday=st.integers(0, 6), every=st.integers(1, 8), nth=st.integers(0, 5),
       first=st.dates(date(2000, 1, 1), date(2060, 1, 1)), ahead=st.integers(0, 900), span=st.integers(0, 500))
def test_a_span_never_changes_the_days(weekday: int, every: int, nth: int, first: date, ahead: int, span: int) -> None:
    draft = rule(weekday=weekday, every=every, nth=nth, first_on=first)
    start, end = first + timedelta(days=ahead), first + timedelta(days=ahead + span)
    whole = [day for day in repeat.days(draft, first, end) if day >= start]
    assert list(repeat.days(draft, start, end)) == whole
    assert all(day.weekday() == weekday and day >= first for day in whole)
    if nth == 0:
        assert all((b - a).days == 7 * every for a, b in pairwise(whole))
    elif nth < 5:
        assert all((day.day - 1) // 7 == nth - 1 for day in whole)
    else:
        assert all((day + timedelta(days=7)).month != day.month for day in whole)


@pytest.mark.parametrize("bad", [
    {"weekday": 7}, {"every": 0}, {"nth": 6}, {"start_minute": 1440}, {"start_minute": -1}, {"minutes": 0},
    {"minutes": 1441}, {"last_on": date(2025, 1, 1)}, {"first_on": date(25, 11, 20)}, {"last_on": date(9999, 12, 31)}])
def test_rules_that_cannot_be(hall: Hall, bad: dict[str, object]) -> None:
    group = hall.group()
    with pytest.raises(BadValue):
        hall.sessions.series.save(group.id, rule(**bad))
    assert hall.sessions.series.of(group.id) == ()


# ---------------------------------------------------------------- planned, not written
def test_nothing_is_written_until_somebody_touches_a_session(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    planned = hall.sessions.planned(group.id, date(2025, 11, 1), date(2026, 11, 1))
    assert len(planned) == 52
    assert not any(session.kept for session in planned)
    assert hall.store.counts()["session"] == 0
    hall.sessions.tick(planned[2], "keys", True)
    again = hall.sessions.planned(group.id, date(2025, 11, 1), date(2026, 11, 1))
    assert [session.id for session in again] == [session.id for session in planned]
    assert [session.kept for session in again].count(True) == 1
    assert again[2].checklist == ("keys",)
    hall.sessions.tick(again[2], "keys", False)
    assert hall.sessions.get(again[2].id).checklist == ()


def test_the_id_tells_group_day_and_slot_and_nothing_else(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    assert session.id == planning.session_id(group.id, THURSDAY, 0)
    forged = Session(id=planning.session_id(group.id, THURSDAY, 1), group_id=group.id, held_on=THURSDAY,
                     start_minute=SEVEN, minutes=90, kept=False)
    with pytest.raises(NotFound):
        hall.sessions.tick(forged, "keys", True)


def test_two_rules_on_one_day(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group, start_minute=14 * 60)
    hall.weekly(group)
    first, second = hall.sessions.on(group.id, THURSDAY)
    assert [(session.start_minute, session.slot) for session in (first, second)] == [(840, 0), (SEVEN, 1)]
    hall.sessions.tick(second, "keys", True)
    hall.sessions.series.stop(first.series_id or b"", THURSDAY)
    [left] = hall.sessions.on(group.id, THURSDAY)
    assert (left.id, left.checklist) == (second.id, ("keys",))


# ---------------------------------------------------------------- exceptions
def test_a_day_is_skipped_and_brought_back(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    change = hall.sessions.cancel(hall.tonight(group))
    assert change.label == "The evening on Thursday 20 November was called off."
    cancelled = hall.tonight(group)
    assert cancelled.status is SessionStatus.CANCELLED
    upcoming = hall.sessions.next(group.id)
    assert upcoming is not None
    assert upcoming.held_on == date(2025, 11, 27)
    for attempt in (lambda: hall.sessions.cancel(cancelled), lambda: hall.sessions.change(cancelled, minutes=60),
                    lambda: hall.sessions.counts.hold(cancelled, Count(heads=3))):
        with pytest.raises(SessionSettled):
            attempt()
    hall.sessions.restore(cancelled)
    assert hall.sessions.next(group.id) == hall.tonight(group)


def test_why_an_evening_is_cancelled_is_one_of_a_few_words(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    hall.sessions.cancel(hall.tonight(group), CancelReason.VENUE)
    assert hall.tonight(group).why is CancelReason.VENUE
    hall.sessions.say_why(hall.tonight(group), CancelReason.WEATHER)
    assert hall.tonight(group).why is CancelReason.WEATHER
    hall.sessions.restore(hall.tonight(group))
    with pytest.raises(SessionSettled):
        hall.sessions.say_why(hall.tonight(group), CancelReason.WEATHER)
    assert (hall.tonight(group).status, hall.tonight(group).why) == (SessionStatus.PLANNED, None)
    with pytest.raises(ValueError, match="ill"):
        hall.sessions.cancel(hall.tonight(group), "Sam is ill")  # type: ignore[arg-type]
    assert all(reason_words(reason) for reason in CancelReason)


def test_a_moved_session_keeps_its_id_and_leaves_its_day(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    hall.sessions.change(session, held_on=date(2025, 11, 21), start_minute=SEVEN + 30)
    assert hall.sessions.on(group.id, THURSDAY) == ()
    [moved] = hall.sessions.on(group.id, date(2025, 11, 21))
    assert (moved.id, moved.start_minute) == (session.id, SEVEN + 30)
    # Far away, too: the day it came from is free, and the day it went to has both.
    hall.sessions.change(moved, held_on=date(2026, 11, 19))
    assert [one.held_on.month for one in hall.sessions.planned(group.id, THURSDAY, date(2025, 12, 4))] == [11, 12]
    assert len(hall.sessions.on(group.id, date(2026, 11, 19))) == 2
    hall.store.undo()
    hall.store.undo()
    assert hall.tonight(group).id == session.id


def test_a_session_beside_the_rule(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    hall.sessions.add(group.id, THURSDAY, 10 * 60, 60)
    hall.sessions.add(group.id, date(2025, 11, 22), 10 * 60, 60)
    extra, own = hall.sessions.on(group.id, THURSDAY)
    assert (extra.slot, extra.series_id, own.slot) == (1, None, 0)
    hall.store.undo()
    hall.store.undo()
    hall.sessions.add(group.id, THURSDAY, 11 * 60, 60)
    assert [one.start_minute for one in hall.sessions.on(group.id, THURSDAY)] == [660, SEVEN]
    for _n in range(planning.SLOTS - 2):
        hall.sessions.add(group.id, THURSDAY, 12 * 60, 60)
    with pytest.raises(BadValue):
        hall.sessions.add(group.id, THURSDAY, 12 * 60, 60)


def test_an_extra_session_leaves_room_for_a_rule_that_comes_later(hall: Hall) -> None:
    group = hall.group()
    hall.sessions.add(group.id, THURSDAY, 10 * 60, 60)
    hall.weekly(group)
    extra, own = hall.sessions.on(group.id, THURSDAY)
    assert (extra.slot, own.slot, own.kept) == (0, 1, False)


# ---------------------------------------------------------------- changing the rule
def test_a_new_time_leaves_the_past_as_it_was(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    planned = hall.tonight(group)
    hall.sessions.tick(planned, "keys", True)
    [old] = hall.sessions.series.of(group.id)
    hall.sessions.series.change(old.id, rule(start_minute=18 * 60, minutes=120), THURSDAY)
    seen = hall.sessions.planned(group.id, date(2025, 11, 13), date(2025, 11, 27))
    assert [(one.held_on.day, one.start_minute, one.minutes) for one in seen] == [
        (13, SEVEN, 90), (20, 1080, 120), (27, 1080, 120)]
    assert (seen[1].id, seen[1].checklist) == (planned.id, ("keys",))
    hall.store.undo()
    assert hall.tonight(group).start_minute == SEVEN
    assert len(hall.sessions.planned(group.id, date(2025, 11, 13), date(2025, 11, 27))) == 3


def test_a_new_weekday_says_what_stays(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    hall.sessions.tick(hall.tonight(group), "keys", True)
    [old] = hall.sessions.series.of(group.id)
    change = hall.sessions.series.change(old.id, rule(weekday=1), date(2025, 11, 18))
    assert change.label.endswith("1 session that was planned stays on its day.")
    assert [one.held_on.day for one in hall.sessions.planned(group.id, date(2025, 11, 10), date(2025, 11, 28))] == [
        13, 18, 20, 25]


def test_what_was_done_to_an_evening_outlives_a_new_rule(hall: Hall) -> None:
    """Called off, moved or held, it stands for its day under the new time, and none comes back beside it."""
    group = hall.group()
    hall.weekly(group)

    def on(day: date) -> Session:
        [session] = hall.sessions.on(group.id, day)
        return session

    hall.sessions.counts.hold(on(date(2025, 11, 13)), Count(heads=5))
    hall.sessions.change(on(THURSDAY), held_on=date(2025, 12, 3))  # over the day on which the new time begins
    hall.sessions.change(on(date(2025, 12, 11)), held_on=date(2025, 12, 9))
    hall.sessions.change(on(date(2025, 12, 18)), held_on=date(2026, 1, 16))
    hall.sessions.cancel(on(date(2025, 12, 25)), CancelReason.HOLIDAY)

    def evenings() -> list[tuple[str, int, str]]:
        return [(one.held_on.isoformat()[5:], one.start_minute, one.status.value[0])
                for one in hall.sessions.planned(group.id, date(2025, 11, 10), date(2026, 1, 18))]

    [old] = hall.sessions.series.of(group.id)
    hall.sessions.series.change(old.id, rule(start_minute=SEVEN - 60), date(2025, 11, 27))
    assert evenings() == [
        ("11-13", SEVEN, "h"), ("11-27", 1080, "p"), ("12-03", SEVEN, "p"), ("12-04", 1080, "p"),
        ("12-09", SEVEN, "p"), ("12-25", 1080, "c"), ("01-01", 1080, "p"), ("01-08", 1080, "p"),
        ("01-15", 1080, "p"), ("01-16", SEVEN, "p")]
    hall.store.undo()
    hall.sessions.series.change(old.id, rule(start_minute=SEVEN - 60), date(2025, 11, 7))  # “we always did”
    assert [one for one in evenings() if one[0] == "11-13"] == [("11-13", SEVEN, "h")]
    hall.sessions.restore(on(date(2025, 12, 25)))
    assert on(date(2025, 12, 25)).start_minute == 1080


def test_a_rule_is_stopped(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    [old] = hall.sessions.series.of(group.id)
    hall.sessions.series.stop(old.id, THURSDAY)
    assert [one.held_on.day for one in hall.sessions.planned(group.id, date(2025, 11, 1), date(2026, 3, 1))] == [6, 13]
    assert hall.sessions.next(group.id) is None
    hall.sessions.series.stop(old.id, date(2025, 11, 6))
    assert hall.sessions.series.of(group.id) == ()


# ---------------------------------------------------------------- the clock on the wall
def test_past_midnight_it_is_still_tonight(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group, start_minute=23 * 60, minutes=120)
    hall.clock.at = datetime(2025, 11, 21, 0, 30)
    [session] = hall.sessions.tonight()
    assert session.held_on == THURSDAY
    assert session.ends == datetime(2025, 11, 21, 1, 0)
    assert hall.sessions.next(group.id) == session
    hall.clock.at = datetime(2025, 11, 21, 2, 0)
    assert hall.sessions.tonight() == (session,)
    upcoming = hall.sessions.next(group.id)
    assert upcoming is not None
    assert upcoming.held_on == date(2025, 11, 27)
    hall.clock.at = datetime(2025, 11, 21, 4, 1)
    assert hall.sessions.tonight() == ()


def test_an_evening_that_ended_yesterday_is_not_tonight(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    hall.clock.at = datetime(2025, 11, 20, 23, 59)
    assert len(hall.sessions.tonight()) == 1
    hall.clock.at = datetime(2025, 11, 21, 0, 1)
    assert hall.sessions.tonight() == ()


def test_tonight_has_every_group_in_order(hall: Hall) -> None:
    late, early = hall.group(), hall.group(name="Morning circle")
    hall.weekly(late)
    hall.weekly(early, start_minute=10 * 60)
    assert [session.group_id for session in hall.sessions.tonight()] == [early.id, late.id]


@pytest.mark.parametrize("turn", [date(2025, 3, 30), date(2025, 10, 26)])
def test_summer_time_moves_no_evening(hall: Hall, turn: date) -> None:
    group = hall.group()
    hall.weekly(group, weekday=turn.weekday(), start_minute=30, minutes=180, first_on=turn - timedelta(days=7))
    seen = hall.sessions.planned(group.id, turn - timedelta(days=7), turn + timedelta(days=7))
    assert [(one.starts.hour, one.starts.minute, one.ends.hour) for one in seen] == [(0, 30, 3)] * 3


def test_a_leap_day_has_its_evening(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group, first_on=date(2024, 2, 1))
    [leap] = hall.sessions.on(group.id, date(2024, 2, 29))
    hall.sessions.change(leap, held_on=date(2024, 3, 1))
    assert hall.sessions.on(group.id, date(2024, 2, 29)) == ()


def test_a_clock_gone_backwards_does_not_offer_a_held_session_again(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    tonight = hall.tonight(group)
    hall.sessions.counts.hold(tonight, Count(heads=5))
    hall.clock.move(days=-3)
    upcoming = hall.sessions.next(group.id)
    assert upcoming is not None
    assert upcoming.held_on == date(2025, 11, 27)
    change = hall.sessions.tick(upcoming, "keys", True)
    assert change.ids == {upcoming.id}
    assert hall.sessions.held(group.id)[0].id == tonight.id


def test_a_slip_of_the_finger_puts_no_evening_out_of_reach(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    tonight = hall.tonight(group)
    for day in (date(202, 11, 20), date(9999, 12, 31)):
        with pytest.raises(BadValue):
            hall.sessions.change(tonight, held_on=day)
        with pytest.raises(BadValue):
            hall.sessions.add(group.id, day, 600, 60)
    assert hall.tonight(group) == tonight
    # A rule without an end does not go on for ever.
    assert hall.sessions.planned(group.id, date(9999, 1, 1), date(9999, 12, 31)) == ()


def test_a_clock_that_never_was_set_stops_nobody(hall: Hall) -> None:
    group = hall.group()
    hall.clock.at = datetime(1969, 12, 31, 23, 0)
    hall.member(group, "Ann")
    hall.clock.at = datetime(1905, 1, 1)
    hall.member(group, "Ben")
    assert hall.names(group) == ["Ann", "Ben"]


# ---------------------------------------------------------------- what was held stays
def test_invariant_14_a_held_session_is_settled(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    stale = hall.tonight(group)
    hall.sessions.counts.hold(stale, Count(heads=5))
    for attempt in (lambda: hall.sessions.cancel(stale), lambda: hall.sessions.restore(stale),
                    lambda: hall.sessions.change(stale, held_on=date(2025, 11, 21))):
        with pytest.raises(SessionSettled):
            attempt()
    now = hall.tonight(group)
    assert (now.status, now.held_on, now.count.heads) == (SessionStatus.HELD, THURSDAY, 5)


def test_invariant_14_a_corrected_count_is_a_new_version(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    hall.sessions.counts.hold(session, Count(heads=5))
    before = row_versions(hall.store, session.id)
    hall.clock.move(days=1)
    hall.sessions.counts.save(session, Count(heads=6))
    assert row_versions(hall.store, session.id) == before + 1
    assert hall.sessions.get(session.id).count.heads == 6
    assert hall.sessions.get(session.id).status is SessionStatus.HELD


def test_the_list_for_tonight(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    session = hall.tonight(group)
    hall.sessions.tick(session, "tissues", True)
    items = checklist(group, hall.tonight(group), hall.sessions.counts.expected(group.id), "Dev")
    texts = {item.key: item.text for item in items}
    assert texts["chairs"] == "10 chairs in a ring"
    assert texts["second"] == "Dev knows the step-out plan"
    assert [item.key for item in items if item.done] == ["tissues"]
    assert "adults" in {item.key for item in checklist(hall.young(), session, 4)}


def test_a_session_goes_where_the_group_goes_until_it_was_held(hall: Hall) -> None:
    for name in ("Hall", "Library"):
        hall.venues.save(VenueDraft(name=name))
    venue, library = hall.venues.all()
    group = hall.group(venue_id=venue.id)
    hall.weekly(group)
    draft = GroupDraft(**{field: getattr(group, field) for field in GroupDraft.__dataclass_fields__})
    hall.sessions.tick(hall.tonight(group), "keys", True)
    hall.groups.save(replace(draft, venue_id=library.id), group.id)
    assert hall.tonight(group).venue_id == library.id
    hall.sessions.counts.hold(hall.tonight(group), Count(heads=3))
    hall.groups.save(draft, group.id)
    assert hall.tonight(group).venue_id == library.id
    [later] = hall.sessions.on(group.id, date(2025, 11, 27))
    hall.sessions.change(later, venue_id=library.id)
    assert [one.venue_id for one in hall.sessions.planned(group.id, date(2025, 11, 27), date(2025, 12, 4))] == [
        library.id, venue.id]
