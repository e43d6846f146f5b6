"""A course of evenings that ends: which of how many this one is. Derived from the rules, kept nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from facilitator.evening import repeat
from facilitator.i18n import _
from facilitator.model.session import Series, Session

_JOINS = timedelta(days=7)
"""How much later than its own step a rule may begin and still go on with the one before."""
MOST = 60
"""Evenings of the longest course: beyond that, nobody counts weeks."""


@dataclass(frozen=True, slots=True)
class Course:
    """The nth evening of a course, from 1; `weekly` says that its evenings are a week apart."""

    nth: int
    of: int
    weekly: bool

    @property
    def words(self) -> str:
        """Such as Week 3 of 8."""
        said = _("Week {n} of {all}") if self.weekly else _("Evening {n} of {all}")
        return said.format(n=self.nth, all=self.of)


def course(rules: Iterable[Series], session: Session) -> Course | None:
    """The place of a session in its course; None for one beside the rules, and where the rules have no end.

    A rule that was changed on the way is one course with what it became. An evening that was moved keeps its place.
    """
    chain = _chain(sorted(rules, key=lambda rule: (rule.first_on, rule.id)), session)
    if not chain or chain[-1].last_on is None:
        return None
    days = sorted({day for rule in chain for day in repeat.days(rule, rule.first_on, rule.last_on or rule.first_on)})
    if not 1 < len(days) <= MOST:
        return None
    weekly = all(rule.every == 1 and not rule.nth for rule in chain)
    return Course(_nearest(days, session.held_on) + 1, len(days), weekly)


def _chain(rules: Sequence[Series], session: Session) -> list[Series]:
    """The rule of a session with those that went before and came after it."""
    at = next((n for n, rule in enumerate(rules) if rule.id == session.series_id), None)
    if at is None:
        return []
    first = last = at
    while first and _goes_on(rules[first - 1], rules[first]):
        first -= 1
    while last + 1 < len(rules) and _goes_on(rules[last], rules[last + 1]):
        last += 1
    return list(rules[first:last + 1])


def _goes_on(before: Series, after: Series) -> bool:
    if before.last_on is None or after.first_on <= before.last_on:
        return False
    step = timedelta(days=31 if before.nth else 7 * before.every)
    return after.first_on - before.last_on <= step + _JOINS


def _nearest(days: Sequence[date], day: date) -> int:
    return min(range(len(days)), key=lambda n: abs((days[n] - day).days))
