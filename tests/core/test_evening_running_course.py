"""A course of evenings: week three of eight, also when a rule was changed or an evening moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from facilitator.evening.course import course
from facilitator.model.session import Series, Session

GROUP = b"G" * 16


def rule(id: bytes = b"A" * 16, first: date = date(2025, 11, 6), last: date | None = date(2025, 12, 25),
         **more: int) -> Series:
    return Series(id=id, group_id=GROUP, weekday=3, start_minute=19 * 60, first_on=first, last_on=last, **more)


def on(day: date, series: bytes | None = b"A" * 16) -> Session:
    return Session(id=b"S" * 16, group_id=GROUP, held_on=day, start_minute=19 * 60, minutes=90, series_id=series)


def words(day: date, *rules: Series, series: bytes | None = b"A" * 16) -> str:
    found = course(rules, on(day, series))
    return "" if found is None else found.words


def test_a_course_that_ends_counts_its_weeks() -> None:
    assert words(date(2025, 11, 6), rule()) == "Week 1 of 8"
    assert words(date(2025, 11, 20), rule()) == "Week 3 of 8"
    assert words(date(2025, 12, 25), rule()) == "Week 8 of 8"
    assert words(date(2025, 12, 4), rule(every=2)) == "Evening 3 of 4"


def test_without_an_end_or_a_rule_nothing_is_counted() -> None:
    assert words(date(2025, 11, 20), rule(last=None)) == ""
    assert words(date(2025, 11, 20), rule(), series=None) == ""
    assert words(date(2025, 11, 20), rule(last=date(2025, 11, 6))) == ""
    assert words(date(2025, 11, 20), rule(last=date(2035, 11, 6))) == ""


def test_a_rule_that_was_changed_goes_on_and_one_long_after_begins_anew() -> None:
    first = rule(last=date(2025, 11, 19))
    after = replace(rule(b"B" * 16, date(2025, 11, 20)), start_minute=18 * 60)
    assert words(date(2025, 11, 20), first, after, series=b"B" * 16) == "Week 3 of 8"
    later = rule(b"B" * 16, date(2026, 2, 5), date(2026, 2, 26))
    assert words(date(2026, 2, 5), first, later, series=b"B" * 16) == "Week 1 of 4"


def test_an_evening_that_was_moved_keeps_its_place() -> None:
    assert words(date(2025, 11, 20) + timedelta(days=1), rule()) == "Week 3 of 8"
    assert words(date(2025, 11, 20) - timedelta(days=2), rule()) == "Week 3 of 8"
