"""Evenings that only follow from a rule, found by words of their day: nothing in the search index stands for them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from facilitator.evening import repeat
from facilitator.evening.series import series
from facilitator.evening.sessions import Sessions
from facilitator.i18n import interface
from facilitator.model.clock import Clock
from facilitator.model.daywords import DayWords, words_of_day
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.matching import words_of
from facilitator.model.session import Session
from facilitator.people import Groups
from facilitator.store import Store

BACK, AHEAD = timedelta(days=92), timedelta(days=400)
"""How far from today they are looked for."""


@dataclass(frozen=True, slots=True)
class _Calendar:
    """The days that rules meet on and that are not all kept already, nearest to today first; good until `stamp`."""

    stamp: tuple[int, date, str]
    days: tuple[tuple[date, frozenset[str], frozenset[Id]], ...]
    names: dict[Id, tuple[str, ...]]
    groups: dict[Id, Group]
    words: DayWords

    def called(self, typed: tuple[str, ...]) -> frozenset[Id]:
        """The groups in whose name a word begins so."""
        return frozenset(group for group, words in self.names.items() if typed and all(
            any(word.startswith(one) for word in words) for one in typed))


class Untouched:
    """Finds what a rule says and nobody has touched. What it needs is read once after each change, in a few ms."""

    def __init__(self, store: Store, clock: Clock, groups: Groups, sessions: Sessions) -> None:
        self._store = store
        self._clock = clock
        self._groups = groups
        self._sessions = sessions
        self._read: _Calendar | None = None

    def find(self, text: str, most: int) -> tuple[tuple[Session, Group], ...]:
        """The nearest evenings whose day, and the name of whose group, fits every word; one must speak of a day."""
        typed = text.split()[:12]
        calendar = self._calendar()
        meant = [(calendar.called(words_of(word)), [set(reading) for reading in calendar.words.meant(word)])
                 for word in typed]
        if not any(readings for _called, readings in meant):
            return ()
        found: list[tuple[Session, Group]] = []
        for day, tokens, groups in calendar.days:
            wanted = groups
            for called, readings in meant:
                if not any(reading <= tokens for reading in readings):
                    wanted &= called
            if wanted:
                found += [(session, calendar.groups[session.group_id]) for session in self._sessions.of_all(day, day)
                          if session.group_id in wanted and not session.kept]
            if len(found) >= most:
                break
        return tuple(found[:most])

    def _calendar(self) -> _Calendar:
        row = self._store.one("select n from clock")
        today = self._clock.today()
        stamp = (int(row["n"]) if row else 0, today, interface().language)
        if self._read is None or self._read.stamp != stamp:
            self._read = self._made(stamp, today)
        return self._read

    def _made(self, stamp: tuple[int, date, str], today: date) -> _Calendar:
        start, end = today - BACK, today + AHEAD
        groups = {group.id: group for group in self._groups.all()}
        kept = Counter((row["group_id"], row["held_on"]) for row in self._store.all(
            "select group_id, held_on from session where held_on between ? and ?",
            (start.isoformat(), end.isoformat())))
        said: dict[date, Counter[Id]] = {}
        for row in self._store.all("select * from series_live"):
            if row["group_id"] in groups:
                for day in repeat.days(series(row), start, end):
                    said.setdefault(day, Counter())[row["group_id"]] += 1
        days = []
        for day in sorted(said, key=lambda day: (abs(day - today), day < today)):
            iso = day.isoformat()
            open_ = frozenset(group for group, rules in said[day].items() if rules > kept[group, iso])
            if open_:
                days.append((day, frozenset(words_of_day(day).split()), open_))
        return _Calendar(stamp, tuple(days), {one: words_of(group.name) for one, group in groups.items()}, groups,
                         DayWords(today))

