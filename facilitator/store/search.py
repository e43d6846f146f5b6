"""The search index: groups, members and sessions, found while one types; it follows every change, undo and the bin."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import TypeAlias
from unicodedata import combining, normalize

from facilitator.i18n import interface
from facilitator.model.ids import Id
from facilitator.model.search import Hit
from facilitator.store.changes import Changed
from facilitator.store.connection import Connection
from facilitator.store.register import SearchKind, Table, table

_KIND_BITS = 56
_DAY_BITS = 32
_Forms: TypeAlias = tuple[str, ...]
_Calendar: TypeAlias = tuple[tuple[_Forms, ...], tuple[_Forms, ...]]
_Row: TypeAlias = tuple[Id, str, str, str | None]
"""Id, title, further words, and the day of a session."""

_KINDS = (SearchKind.GROUP, SearchKind.MEMBER, SearchKind.SESSION, SearchKind.AGENDA, SearchKind.LIBRARY,
          SearchKind.VENUE)
"""In the order they are shown; a row's place in the index starts with its kind's number, so one kind is one range."""

_SELECT = {
    SearchKind.GROUP: "SELECT id, name, audience, NULL FROM groups_live",
    SearchKind.MEMBER: "SELECT id, name, '', NULL FROM member_live",
    SearchKind.SESSION: """SELECT t.id, (SELECT name FROM groups WHERE id = t.group_id), '', t.held_on
        FROM session_live t""",
    SearchKind.AGENDA: "SELECT id, name, summary, NULL FROM (SELECT * FROM agenda_live WHERE session_id IS NULL)",
    SearchKind.LIBRARY: "SELECT id, title, body, NULL FROM library_item_live",
    SearchKind.VENUE: "SELECT id, name, address, NULL FROM venue_live",
}
_HIT = {
    SearchKind.GROUP: """SELECT g.id, g.name, g.audience, g.id, NULL FROM search
        JOIN search_place p ON p.n = search.rowid JOIN groups_live g ON g.id = p.id
        WHERE search MATCH ?1 AND search.rowid BETWEEN ?2 AND ?3
        ORDER BY bm25(search, 8.0, 1.0), g.name LIMIT ?4""",
    SearchKind.MEMBER: """SELECT m.id, m.name, g.name, g.id, NULL FROM search
        JOIN search_place p ON p.n = search.rowid JOIN member_live m ON m.id = p.id
        JOIN groups_live g ON g.id = m.group_id
        WHERE search MATCH ?1 AND search.rowid BETWEEN ?2 AND ?3
        ORDER BY bm25(search, 8.0, 1.0), m.name LIMIT ?4""",
    # By place alone, newest day first: ranking ten thousand evenings alike would cost the keystroke.
    SearchKind.SESSION: """SELECT s.id, '', g.name, g.id, s.held_on FROM search
        CROSS JOIN search_place p ON p.n = search.rowid CROSS JOIN session_live s ON s.id = p.id
        CROSS JOIN groups_live g ON g.id = s.group_id
        WHERE search MATCH ?1 AND search.rowid BETWEEN ?2 AND ?3
        ORDER BY search.rowid DESC LIMIT ?4""",
    SearchKind.AGENDA: """SELECT a.id, a.name, coalesce(g.name, ''), a.group_id, NULL FROM search
        JOIN search_place p ON p.n = search.rowid JOIN agenda_live a ON a.id = p.id
        LEFT JOIN groups_live g ON g.id = a.group_id
        WHERE search MATCH ?1 AND search.rowid BETWEEN ?2 AND ?3
        ORDER BY bm25(search, 8.0, 1.0), a.name LIMIT ?4""",
    SearchKind.LIBRARY: """SELECT i.id, i.title, i.kind, NULL, NULL FROM search
        JOIN search_place p ON p.n = search.rowid JOIN library_item_live i ON i.id = p.id
        WHERE search MATCH ?1 AND search.rowid BETWEEN ?2 AND ?3
        ORDER BY bm25(search, 8.0, 1.0), i.title LIMIT ?4""",
    SearchKind.VENUE: """SELECT v.id, v.name, v.address, NULL, NULL FROM search
        JOIN search_place p ON p.n = search.rowid JOIN venue_live v ON v.id = p.id
        WHERE search MATCH ?1 AND search.rowid BETWEEN ?2 AND ?3
        ORDER BY bm25(search, 8.0, 1.0), v.name LIMIT ?4""",
}


class Search:
    """Keeps the index true and asks it; lives as long as the connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._calendars: dict[str, _Calendar] = {}

    def find(self, text: str, kinds: Collection[str] | None, limit: int) -> list[Hit]:
        """Hits for what somebody typed, groups first, then people, then sessions from the newest day back."""
        words = [word for word in _words(text) if any(sign.isalnum() for sign in word)]
        if not words:
            return []
        hits: list[Hit] = []
        for kind in _KINDS:
            room = limit - len(hits)
            if room <= 0:
                break
            if kinds is not None and kind not in kinds:
                continue
            first, last = _range(kind)
            query = self._with_dates(words) if kind is SearchKind.SESSION else " ".join(map(_prefix, words))
            for row_id, title, detail, group_id, day in self._connection.execute(
                _HIT[kind], (query, first, last, room)
            ):
                if day is not None:
                    title = interface().date(date.fromisoformat(day), "EEEE d MMMM y")
                hits.append(Hit(str(kind), row_id, title, detail, group_id))
        return hits

    def follow(self, changed: Iterable[Changed]) -> None:
        """Bring the index in line with what a command changed, in its transaction."""
        wanted: dict[SearchKind, set[Id]] = {}
        for one in changed:
            declared = table(one.table)
            if declared.search is None or not _matters(one, declared):
                continue
            wanted.setdefault(declared.search, set()).add(one.id)
            if declared.search is SearchKind.GROUP and not one.made:
                wanted.setdefault(SearchKind.SESSION, set()).update(
                    row[0] for row in self._connection.execute("SELECT id FROM session WHERE group_id = ?", (one.id,)))
        for kind, ids in wanted.items():
            self._index(kind, ids)

    def rebuild(self, step: Callable[[], None] = lambda: None) -> None:
        """Make the whole index anew, inside a running transaction."""
        self._connection.execute("DELETE FROM search_place")
        self._connection.execute("DELETE FROM search")
        for kind in _KINDS:
            step()
            self._add(kind, self._connection.execute(_SELECT[kind]).fetchall())

    def _index(self, kind: SearchKind, ids: set[Id]) -> None:
        execute = self._connection.execute
        alias = "t.id" if kind is SearchKind.SESSION else "id"
        fresh: list[_Row] = []
        for row_id in ids:
            row: _Row | None = execute(f"{_SELECT[kind]} WHERE {alias} = ?", (row_id,)).fetchone()
            place = execute("SELECT n FROM search_place WHERE id = ?", (row_id,)).fetchone()
            if place and row and (row[3] is None or place[0] >> _DAY_BITS == _place(kind, row[3]) >> _DAY_BITS):
                # Where the place may stay, only the words change: half the pages of taking it out and in again.
                execute("UPDATE search SET title = ?, more = ? WHERE rowid = ?", (row[1], _more(row), *place))
                continue
            if place:
                execute("DELETE FROM search WHERE rowid = ?", place)
                execute("DELETE FROM search_place WHERE n = ?", place)
            if row:
                fresh.append(row)
        self._add(kind, fresh)

    def _add(self, kind: SearchKind, rows: list[_Row]) -> None:
        places = [(_place(kind, row[3]), row) for row in rows]
        self._connection.executemany("INSERT INTO search_place VALUES (?, ?)", [(n, row[0]) for n, row in places])
        self._connection.executemany("INSERT INTO search (rowid, title, more) VALUES (?, ?, ?)",
                                     [(n, row[1], _more(row)) for n, row in places])

    def _with_dates(self, words: list[str]) -> str:
        """Each word as typed, or the month, weekday or day it names in the interface's language."""
        months, weekdays = self._calendar()
        parts = []
        for word in words:
            low = _folded(word).strip(".,")
            either = [_prefix(word)]
            either += [f'"xm{n}"' for n, names in enumerate(months, 1) if low and _begins(names, low)]
            either += [f'"xw{n}"' for n, names in enumerate(weekdays) if low and _begins(names, low)]
            if day := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", low):
                either.append(f'"xd{int(day[1])}"')
            parts.append(f"({' OR '.join(either)})")
        return " AND ".join(parts)

    def _calendar(self) -> _Calendar:
        words = interface()
        if words.language not in self._calendars:

            def forms(day: date, *shapes: str) -> _Forms:
                return tuple({_folded(words.date(day, shape)) for shape in shapes})

            self._calendars[words.language] = (  # some languages write a month otherwise when it stands alone
                tuple(forms(date(2024, month, 1), "LLLL", "MMMM") for month in range(1, 13)),
                tuple(forms(date(2024, 1, day), "cccc", "EEEE") for day in range(1, 8)),  # 1.1.2024 is a Monday
            )
        return self._calendars[words.language]


def _folded(text: str) -> str:
    """Without case and accents, as the index folds its words."""
    return "".join(sign for sign in normalize("NFD", text.casefold()) if not combining(sign))


def _begins(names: _Forms, word: str) -> bool:
    return any(name.startswith(word) for name in names)


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isprintable() else " " for sign in text[:200]).split()[:12]


def _prefix(word: str) -> str:
    """One word as a quoted prefix: whatever somebody types is only ever looked for, never obeyed."""
    quoted = word.replace('"', '""')
    return f'"{quoted}"*'


def _range(kind: SearchKind) -> tuple[int, int]:
    first = (_KINDS.index(kind) + 1) << _KIND_BITS
    return first, first + (1 << _KIND_BITS) - 1


def _place(kind: SearchKind, day: str | None) -> int:
    """A free place: random, so that nothing is numbered; sessions lie in the order of their days."""
    number = date.fromisoformat(day).toordinal() if day else secrets.randbits(24)
    return _range(kind)[0] + (number << _DAY_BITS) + secrets.randbits(_DAY_BITS)


def _day_words(day: str) -> str:
    """A day as words of no language; what a person types is turned into them."""
    on = date.fromisoformat(day)
    return f"{on.year} xm{on.month} xd{on.day} xw{on.weekday()} {day}"


def _more(row: _Row) -> str:
    return f"{row[2]} {_day_words(row[3])}" if row[3] else row[2]


def _matters(one: Changed, declared: Table) -> bool:
    """Whether a change reaches the index: most saves do not, and leave it alone."""
    return one.made or one.state_before != one.state_after or not one.columns.keys().isdisjoint(declared.searched)
