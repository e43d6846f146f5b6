"""Words this place says in several pages: days, rules, names in a row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from facilitator.i18n import _, interface, joined, ngettext
from facilitator.model.session import SeriesDraft, Session
from ui.widgets import clock

LAST = 5
_MONDAY = date(2024, 1, 1)


def day_words(day: date, today: date) -> str:
    """A day in words; the year where it is another one."""
    return interface().date(day, "EEEE d MMMM" if day.year == today.year else "EEEE d MMMM y")


def weekday_words(weekday: int) -> str:
    """A day of the week, 0 = Monday, as it is written by itself."""
    return interface().date(_MONDAY + timedelta(days=weekday), "cccc")


def times_words(start: int, minutes: int) -> str:
    """From when to when; minutes after midnight and a length."""
    return _("{start} to {end}").format(start=clock(start), end=clock((start + minutes) % 1440))


def session_words(session: Session, today: date) -> str:
    """A session's day and start."""
    return _("{day} at {time}").format(day=day_words(session.held_on, today), time=clock(session.start_minute))


def rule_words(rule: SeriesDraft) -> str:
    """How often a rule meets."""
    day = weekday_words(rule.weekday)
    if rule.nth:
        which = nth_words(rule.nth).format(day=day)
        if rule.every == 1:
            return _("{which} of the month").format(which=which)
        return _("{which}, every {n} months").format(which=which, n=rule.every)
    if rule.every == 1:
        return _("Every {day}").format(day=day)
    return _("Every {n} weeks on {day}").format(n=rule.every, day=day)


def nth_words(nth: int) -> str:
    """Which one of a month, with {day} left open."""
    return {
        1: _("The first {day}"),
        2: _("The second {day}"),
        3: _("The third {day}"),
        4: _("The fourth {day}"),
        LAST: _("The last {day}"),
    }[nth]


def span_words(rule: SeriesDraft, today: date) -> str:
    """From which day on, and until when where it ends."""
    first = day_words(rule.first_on, today)
    if rule.last_on is not None:
        return _("{first} to {last}").format(first=first, last=day_words(rule.last_on, today))
    return _("Since {day}").format(day=first) if rule.first_on <= today else _("From {day}").format(day=first)


def names(people: Sequence[str]) -> str:
    """Names in a row: Ruth, Dev and Sam."""
    return joined(people)


def people_words(n: int) -> str:
    """How many people."""
    return ngettext("{n} person", "{n} people", n).format(n=n)
