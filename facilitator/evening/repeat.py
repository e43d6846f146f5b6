"""The days a repeat rule meets on: plain calendar arithmetic, so summer time and leap days need no care."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from facilitator.errors import BadValue
from facilitator.i18n import _
from facilitator.model.session import SeriesDraft

LAST = 5
"""The `nth` that means the last such weekday of a month."""
LONGEST = 24 * 60
"""The longest session, in minutes."""
FIRST, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
"""Between these an evening can lie; beyond them somebody's finger slipped."""


def check(rule: SeriesDraft) -> None:
    """Refuse a rule that cannot be. Raises BadValue."""
    if not 0 <= rule.weekday <= 6:
        raise BadValue(_("day of the week"), "range")
    if not 0 <= rule.nth <= LAST:
        raise BadValue(_("week of the month"), "range")
    if not 1 <= rule.every <= 52:
        raise BadValue(_("every how many weeks"), "range")
    check_day(rule.first_on)
    if rule.last_on is not None:
        check_day(rule.last_on)
        if rule.last_on < rule.first_on:
            raise BadValue(_("last day"), "before")
    check_time(rule.start_minute, rule.minutes)


def check_day(day: date) -> None:
    """Refuse a day that no circle meets on. Raises BadValue."""
    if not FIRST <= day <= LAST_DAY:
        raise BadValue(_("day"), "far")


def check_time(start_minute: int, minutes: int) -> None:
    """Refuse a start that no wall clock shows or a length that no evening has. Raises BadValue."""
    if not 0 <= start_minute < 1440:
        raise BadValue(_("start time"), "range")
    if not 1 <= minutes <= LONGEST:
        raise BadValue(_("length"), "range")


def days(rule: SeriesDraft, start: date, end: date) -> Iterator[date]:
    """Every day from `start` to `end`, both included, that the rule meets on, in order."""
    end = min(end, LAST_DAY, rule.last_on or LAST_DAY)
    yield from _monthly(rule, start, end) if rule.nth else _weekly(rule, start, end)


def _weekly(rule: SeriesDraft, start: date, end: date) -> Iterator[date]:
    first = rule.first_on.toordinal() + (rule.weekday - rule.first_on.weekday()) % 7
    step = 7 * rule.every
    at = first + max(0, -(-(start.toordinal() - first) // step)) * step
    while at <= end.toordinal():
        yield date.fromordinal(at)
        at += step


def _monthly(rule: SeriesDraft, start: date, end: date) -> Iterator[date]:
    month = rule.first_on.year * 12 + rule.first_on.month - 1
    if _nth(rule, month) < rule.first_on:
        month += 1
    behind = start.year * 12 + start.month - 1 - month
    month += max(0, -(-behind // rule.every)) * rule.every
    while month <= end.year * 12 + end.month - 1:
        day = _nth(rule, month)
        if start <= day <= end:
            yield day
        month += rule.every


def _nth(rule: SeriesDraft, month: int) -> date:
    """The rule's day in a month, months counted from year 0."""
    year, index = divmod(month, 12)
    if rule.nth == LAST:
        last = date(year + (index + 1) // 12, (index + 1) % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - rule.weekday) % 7)
    first = date(year, index + 1, 1)
    return first + timedelta(days=(rule.weekday - first.weekday()) % 7 + 7 * (rule.nth - 1))
