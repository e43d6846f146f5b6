"""Evenings that only follow from a rule, found by words of their day: nothing in the search index stands for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from facilitator.evening import planning, repeat
from facilitator.evening.series import series
from facilitator.evening.sessions import Sessions
from facilitator.i18n import interface
from facilitator.model.clock import Clock
from facilitator.model.daywords import DayWords, words_of_day
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.matching import words_of
from facilitator.model.session import Series, Session
from facilitator.people import Groups
from facilitator.store import Store

BACK, AHEAD = timedelta(days=92), timedelta(days=400)
"""How far from today they are looked for."""


_Stamp: TypeAlias = tuple[int, int, date, str]
"""Revisions of sessions and groups, the day, the language."""


@dataclass(frozen=True, slots=True)
class _Calendar:
    """The days that rules meet on and that are not all kept already, nearest to today first; good until `stamp`."""

    stamp: _Stamp
    days: tuple[tuple[date, frozenset[str], tuple[Id, ...]], ...]
    rules: dict[tuple[date, Id], list[Series]]
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
        found: list[tuple[date, Group]] = []
        for day, tokens, groups in calendar.days:
            wanted = frozenset(groups)
            for called, readings in meant:
                if not any(reading <= tokens for reading in readings):
                    wanted &= called
            found += [(day, calendar.groups[group]) for group in groups if group in wanted]
            if len(found) >= most:
                break
        return tuple(self._of(found[:most], calendar))

    def _of(self, found: Sequence[tuple[date, Group]], calendar: _Calendar) -> Iterator[tuple[Session, Group]]:
        ids = {(day, group.id): planning.slot_ids(group.id, day) for day, group in found}
        every = [one for slots in ids.values() for one in slots]
        marks = ", ".join("?" * len(every))
        kept = {row["id"] for row in self._store.all(f"select id from session where id in ({marks})", every)}
        for day, group in found:
            slots = ids[day, group.id]
            if kept.isdisjoint(slots):
                rules = {day: calendar.rules[day, group.id]}
                sessions = planning.lay_over(group, rules, {day: slots}, {}, day, day)
            else:  # one of the day was moved, or is one of several: the whole question answers
                sessions = self._sessions.on(group.id, day)
            yield from ((session, group) for session in sessions if not session.kept)

    def _calendar(self) -> _Calendar:
        today = self._clock.today()
        stamp = (self._store.revision("sessions"), self._store.revision("groups"), today, interface().language)
        if self._read is None or self._read.stamp != stamp:
            self._read = self._made(stamp, today)
        return self._read

    def _made(self, stamp: _Stamp, today: date) -> _Calendar:
        start, end = today - BACK, today + AHEAD
        groups = {group.id: group for group in self._groups.all()}
        kept = Counter((row["group_id"], row["held_on"]) for row in self._store.all(
            "select group_id, held_on from session where held_on between ? and ?",
            (start.isoformat(), end.isoformat())))
        rules: dict[tuple[date, Id], list[Series]] = {}
        meeting: dict[date, list[Id]] = {}
        known = [rule for row in self._store.all("select * from series_live")
                 if (rule := series(row)).group_id in groups]
        for rule in sorted(known, key=lambda rule: (rule.start_minute, groups[rule.group_id].name, rule.id)):
            for day in repeat.days(rule, start, end):
                rules.setdefault((day, rule.group_id), []).append(rule)
        for (day, group), said in rules.items():
            if len(said) > kept[group, day.isoformat()]:
                meeting.setdefault(day, []).append(group)
        days = [(day, frozenset(words_of_day(day).split()), tuple(meeting[day]))
                for day in sorted(meeting, key=lambda day: (abs(day - today), day < today))]
        names = {one: words_of(group.name) for one, group in groups.items()}
        return _Calendar(stamp, tuple(days), rules, names, groups, DayWords(today))

