"""The search index: what is kept is found while one types; it follows every change, undo and the bin."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import TypeAlias

from facilitator.i18n import interface
from facilitator.model.daywords import DayWords, words_of_day, written
from facilitator.model.ids import Id
from facilitator.model.matching import Names, Rank, folded
from facilitator.model.search import Hit
from facilitator.store.changes import Changed
from facilitator.store.connection import Connection
from facilitator.store.refusals import DriverError, was_interrupted
from facilitator.store.register import SearchKind, Table, table

_KIND_BITS = 56
_DAY_BITS = 32
_LEAST = 2
"""Letters from which on notes are looked through."""
_LATE = 40
"""So many new notes wait at most until somebody looks for something: their words take less than 20 ms together."""
_FIGURE, _ENDS = re.compile(r"\d{1,3}\W*"), re.compile(r"\W\d{1,3}\W*$")
_Row: TypeAlias = tuple[Id, str, str, str | None]
"""Id, title, further words, and the day of a session."""

_KINDS = (SearchKind.GROUP, SearchKind.MEMBER, SearchKind.SESSION, SearchKind.AGENDA, SearchKind.LIBRARY,
          SearchKind.VENUE, SearchKind.NOTE)
"""A row's place in the index starts with its kind's number, so one kind is one range; a new kind comes last."""

_SELECT = {
    SearchKind.SESSION: """SELECT t.id, (SELECT name FROM groups WHERE id = t.group_id), '', t.held_on
        FROM session_live t""",
    SearchKind.LIBRARY: "SELECT t.id, t.title, t.body, NULL FROM library_item_live t",
    SearchKind.NOTE: """SELECT t.id, '', t.body || coalesce((SELECT group_concat(char(10) || a.body, '')
            FROM note_amendment_live a WHERE a.note_id = t.id), ''),
        coalesce((SELECT held_on FROM session WHERE id = t.session_id), t.written_on) FROM note_live t""",
}
_PART_OF = {"note_amendment": (SearchKind.NOTE, "SELECT note_id FROM note_amendment WHERE id = ?")}
"""Tables whose rows are found with another row, and how to come from one to the other."""
_INDEXED = (SearchKind.SESSION, SearchKind.LIBRARY, SearchKind.NOTE)
"""What stands in the index on the disk, because there is too much of it for memory: evenings, and whole texts."""
_UNPLACED = "SELECT id FROM note WHERE NOT EXISTS (SELECT 1 FROM search_place p WHERE p.id = note.id)"
"""Notes whose words are not in the index: those in the bin, and new ones nobody has looked for yet."""

_FACTS = {
    SearchKind.GROUP: "SELECT id, name, audience, id, archived_on IS NOT NULL FROM groups_live WHERE id = ?",
    SearchKind.MEMBER: """SELECT m.id, m.name, g.name, g.id, g.archived_on IS NOT NULL FROM member_live m
        JOIN groups_live g ON g.id = m.group_id WHERE m.id = ?""",
    SearchKind.AGENDA: """SELECT a.id, a.name, coalesce(g.name, ''), a.group_id, g.archived_on IS NOT NULL
        FROM agenda_live a LEFT JOIN groups_live g ON g.id = a.group_id WHERE a.id = ?""",
    SearchKind.LIBRARY: "SELECT id, title, kind, NULL, 0 FROM library_item_live WHERE id = ?",
    SearchKind.VENUE: """SELECT v.id, v.name, v.address, (SELECT g.id FROM groups_live g WHERE g.venue_id = v.id
        ORDER BY g.archived_on IS NOT NULL, g.name LIMIT 1), 0 FROM venue_live v WHERE v.id = ?""",
}
"""What a hit shows: id, title, detail, group, and whether that group was put away; nothing for what is in the bin."""

_WORDED = """SELECT p.id FROM search JOIN search_place p ON p.n = search.rowid
    WHERE search MATCH ?1 AND search.rowid BETWEEN ?2 AND ?3 ORDER BY bm25(search, 8.0, 1.0) LIMIT ?4"""
# By place alone, newest day first: ranking ten thousand evenings alike would cost the keystroke.
_SESSIONS = """SELECT s.id, g.name, g.id, g.archived_on IS NOT NULL, s.held_on FROM search
    CROSS JOIN search_place p ON p.n = search.rowid CROSS JOIN session_live s ON s.id = p.id
    CROSS JOIN groups_live g ON g.id = s.group_id
    WHERE search MATCH ?1 AND search.rowid BETWEEN ?2 AND ?3
    ORDER BY search.rowid DESC LIMIT ?4"""
_NOTES = """SELECT n.id, g.name, g.id, g.archived_on IS NOT NULL,
        coalesce((SELECT held_on FROM session WHERE id = n.session_id), n.written_on) FROM search
    CROSS JOIN search_place p ON p.n = search.rowid CROSS JOIN note_live n ON n.id = p.id
    CROSS JOIN groups_live g ON g.id = n.group_id
    WHERE search MATCH ?1 AND search.rowid BETWEEN ?2 AND ?3
    ORDER BY search.rowid DESC LIMIT ?4"""
_DATED = {SearchKind.SESSION: _SESSIONS, SearchKind.NOTE: _NOTES}
"""What comes from the newest day back."""
_TITLES = {
    SearchKind.GROUP: "SELECT id, name, audience, archived_on IS NOT NULL FROM groups_live",
    SearchKind.MEMBER: """SELECT m.id, m.name, '', g.archived_on IS NOT NULL FROM member_live m
        JOIN groups_live g ON g.id = m.group_id""",
    SearchKind.AGENDA: """SELECT a.id, a.name, a.summary, coalesce(g.archived_on IS NOT NULL, 0) FROM agenda_live a
        LEFT JOIN groups_live g ON g.id = a.group_id WHERE a.session_id IS NULL""",
    SearchKind.LIBRARY: "SELECT id, title, '', 0 FROM library_item_live",
    SearchKind.VENUE: "SELECT id, name, address, 0 FROM venue_live",
}
"""What is held in memory of a kind: id, name, further words, and whether its group was put away."""


class _Titles:
    """The names of one kind in memory: two thousand take 15 ms to read once, and a twentieth of one to look through."""

    def __init__(self, rows: Sequence[tuple[Id, str, str, int]]) -> None:
        self.names = Names((row_id, name) for row_id, name, _more, _past in rows)
        self.beside = Names((row_id, f"{name} {more}") for row_id, name, more, _past in rows if more)
        self.order = {row_id: (bool(past), folded(name)) for row_id, name, _more, past in rows}


class Search:
    """Keeps the index true and asks it; lives as long as the connection. Names in memory are never written down."""

    def __init__(self, connection: Connection, today: Callable[[], date] = date.today) -> None:
        self._connection = connection
        self._today = today
        self._titles: dict[SearchKind, _Titles] = {}
        self._days: DayWords | None = None
        self._late: set[Id] = set()
        self._all_known = False

    def find(self, text: str, kinds: Collection[str] | None, limit: int, each: int | None = None) -> list[Hit]:
        """Hits for what somebody typed, kind by kind and the best of each first; at most `each` of a kind.

        Sessions come from the newest day back. What belongs to an archived group comes last in its kind.
        """
        typed = list(dict.fromkeys(word for word in _words(text) if any(sign.isalnum() for sign in word)))
        hits: list[Hit] = []
        for kind in _KINDS if typed else ():
            room = min(limit - len(hits), limit if each is None else each)
            if kind is SearchKind.NOTE and max(map(len, typed)) < _LEAST:
                continue  # a letter begins a word of every note
            if room > 0 and (kinds is None or kind in kinds):
                if kind is SearchKind.NOTE:
                    self._catch_up()
                hits += self._dated(kind, typed, room) if kind in _DATED else self._named(kind, typed, room)
        return hits

    def forget(self) -> None:
        """Let the names in memory go."""
        self._titles.clear()

    def _named(self, kind: SearchKind, typed: list[str], room: int) -> list[Hit]:
        """By the name first, from memory; then by what stands beside it, from the index."""
        titles, text = self._titles_of(kind), " ".join(typed)
        ranks = titles.names.find(text, room)
        if len(ranks) < room:
            beside = titles.beside.find(text, 1)
            ranks |= {one: Rank.ELSEWHERE for one, rank in beside.items() if rank < Rank.SLIP and one not in ranks}
        # What belongs to an archived group comes after all the rest; those alike stand as in a list.
        found = sorted(ranks, key=lambda one: (titles.order[one][0], ranks[one], titles.names.first(one, text),
                                               titles.order[one][1]))[:room]
        if len(found) < room and kind in _INDEXED:
            worded = self._connection.execute(
                _WORDED, (" ".join(map(_term, typed)), *_range(kind), room + len(found)))
            found += [row[0] for row in worded if row[0] not in ranks][:room - len(found)]
        hits = []
        for one in found:
            row = self._connection.execute(_FACTS[kind], (one,)).fetchone()
            if row is not None:
                rank = ranks.get(one, Rank.ELSEWHERE)
                hits.append(Hit(str(kind), row[0], row[1], row[2], row[3], rank=rank, past=bool(row[4])))
        return hits

    def _dated(self, kind: SearchKind, typed: list[str], room: int) -> list[Hit]:
        query = self._with_dates(typed)
        rows = self._connection.execute(_DATED[kind], (query, *_range(kind), room))
        hits = []
        for row_id, group, group_id, past, held_on in rows:
            day = date.fromisoformat(held_on)
            hits.append(Hit(str(kind), row_id, interface().date(day, "EEEE d MMMM y"), group, group_id,
                            past=bool(past), day=day))
        return sorted(hits, key=lambda hit: hit.past)

    def _titles_of(self, kind: SearchKind) -> _Titles:
        titles = self._titles.get(kind)
        if titles is None:
            titles = self._titles[kind] = _Titles(self._connection.execute(_TITLES[kind]).fetchall())
        return titles

    def follow(self, changed: Iterable[Changed]) -> None:
        """Bring the index in line with what a command changed, in its transaction."""
        wanted: dict[SearchKind, set[Id]] = {}
        made: set[Id] = set()  # notes alone
        for one in changed:
            declared = table(one.table)
            if one.table in _PART_OF:
                whole, owner = _PART_OF[one.table]
                wanted.setdefault(whole, set()).update(
                    row[0] for row in self._connection.execute(owner, (one.id,)))
            if declared.search is not None:
                self._titles.pop(declared.search, None)
            if declared.search is SearchKind.GROUP:
                self.forget()  # what belongs to it comes and goes with it, or is put away with it
            if declared.search is None or not _matters(one, declared):
                continue
            if declared.search in _INDEXED:
                wanted.setdefault(declared.search, set()).add(one.id)
            if declared.search is SearchKind.NOTE and one.made:
                made.add(one.id)
            if declared.search is SearchKind.GROUP and not one.made:
                wanted.setdefault(SearchKind.SESSION, set()).update(
                    row[0] for row in self._connection.execute("SELECT id FROM session WHERE group_id = ?", (one.id,)))
        for kind, ids in wanted.items():
            self._index(kind, ids - self._put_off(made) if kind is SearchKind.NOTE else ids)

    def _put_off(self, made: set[Id]) -> set[Id]:
        """The notes just made whose words may wait: they are two thirds of what saving a note writes.

        Nothing has to remember it on the disk, as what waits has no place in the index: whoever looks first after the
        vault was opened finds out which those are.
        """
        if len(self._late) + len(made) > _LATE:
            return set()
        self._late |= made
        return made

    def _catch_up(self) -> None:
        """Bring the words of new notes into the index; a disk that cannot take them now is asked again next time."""
        if self._connection.in_transaction:
            return
        if not self._all_known:
            self._late.update(row[0] for row in self._connection.execute(_UNPLACED))
            self._all_known = True
        if not self._late:
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._index(SearchKind.NOTE, self._late)
            self._connection.execute("COMMIT")
            self._late = set()
        except DriverError as error:
            if was_interrupted(error):
                raise
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def rebuild(self, step: Callable[[], None] = lambda: None) -> None:
        """Make the whole index anew, inside a running transaction."""
        self._connection.execute("DELETE FROM search_place")
        self._connection.execute("DELETE FROM search")
        for kind in _INDEXED:
            step()
            self._add(kind, self._connection.execute(_SELECT[kind]).fetchall())

    def _index(self, kind: SearchKind, ids: set[Id]) -> None:
        execute = self._connection.execute
        fresh: list[_Row] = []
        for row_id in ids:
            row: _Row | None = execute(f"{_SELECT[kind]} WHERE t.id = ?", (row_id,)).fetchone()
            place = execute("SELECT n FROM search_place WHERE id = ?", (row_id,)).fetchone()
            if place and row and (row[3] is None or place[0] >> _DAY_BITS == _place(kind, row[3]) >> _DAY_BITS):
                # Where the place may stay, only the words change: half the pages of taking it out and in again.
                execute("UPDATE search SET title = ?, more = ? WHERE rowid = ?", (row[1], _more(kind, row), *place))
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
                                     [(n, row[1], _more(kind, row)) for n, row in places])

    def _with_dates(self, typed: list[str]) -> str:
        """Each word as typed, or the day it speaks of in the interface's language."""
        days, language = self._days, interface().language
        if days is None or (days.today, days.language) != (self._today(), language):
            days = self._days = DayWords(self._today())
        parts = []
        for word in typed:
            readings = days.meant(word)
            either = [] if readings and written(word) else [_term(word)]
            either += ["(" + " AND ".join(f'"{one}"' for one in reading) + ")" for reading in readings]
            parts.append(f"({' OR '.join(either)})")
        return " AND ".join(parts)


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isprintable() else " " for sign in text[:200]).split()[:12]


def _term(word: str) -> str:
    """One word as a quoted prefix: whatever somebody types is only ever looked for, never obeyed.

    A short figure is looked for as it is, alone in names only: as a prefix it would begin the year of every evening.
    """
    quoted = word.replace('"', '""')
    if _FIGURE.fullmatch(word):
        return f'title : "{quoted}"'
    return f'"{quoted}"' if _ENDS.search(word) else f'"{quoted}"*'


def _range(kind: SearchKind) -> tuple[int, int]:
    first = (_KINDS.index(kind) + 1) << _KIND_BITS
    return first, first + (1 << _KIND_BITS) - 1


def _place(kind: SearchKind, day: str | None) -> int:
    """A free place: random, so that nothing is numbered; sessions lie in the order of their days."""
    number = date.fromisoformat(day).toordinal() if day else secrets.randbits(24)
    return _range(kind)[0] + (number << _DAY_BITS) + secrets.randbits(_DAY_BITS)


def _day_words(day: str) -> str:
    """A day as words of no language, and as it is written in figures."""
    return f"{words_of_day(date.fromisoformat(day))} {day}"


def _more(kind: SearchKind, row: _Row) -> str:
    """Further words. A note's are told once each: it is only ever asked whether they stand there."""
    if kind is SearchKind.NOTE:
        return " ".join(dict.fromkeys(row[2].lower().split()))
    return f"{row[2]} {_day_words(row[3])}" if row[3] else row[2]


def _matters(one: Changed, declared: Table) -> bool:
    """Whether a change reaches the index: most saves do not, and leave it alone."""
    return one.made or one.state_before != one.state_after or not one.columns.keys().isdisjoint(declared.searched)
