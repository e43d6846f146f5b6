"""Who was there when, as a table: people by evenings, or for a head-count only the numbers of each evening."""

from __future__ import annotations

from datetime import date
from typing import Any

from facilitator.i18n import _
from facilitator.model.exporting import Cell, ExportTable
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.people.members import Members
from facilitator.store import Store

_FIRST, _LAST = date(1900, 1, 1), date(9999, 12, 31)
_HELD = """select * from session_live where group_id = ? and status = 'held' and held_on between ? and ?
           order by held_on, start_minute, slot"""
_TICKS = """select a.session_id, a.member_id, a.present
            from attendance_live a join session_live s on s.id = a.session_id
            where s.group_id = ? and s.status = 'held' and s.held_on between ? and ?"""


def grid(store: Store, members: Members, group: Group, start: date | None, end: date | None) -> ExportTable:
    """A row for each person with a tick, a column for each held evening, in order. There are no sums per person."""
    sessions = _held(store, group, start, end)
    ticks: dict[Id, dict[Id, bool]] = {}
    for row in store.all(_TICKS, (group.id, *_span(start, end))):
        ticks.setdefault(row["member_id"], {})[row["session_id"]] = bool(row["present"])
    people = [member for member in members.of(group.id, left=True) if member.active or member.id in ticks]
    said: dict[bool | None, str] = {True: _("yes"), False: _("no"), None: ""}
    rows: list[tuple[Cell, ...]] = [
        (member.name, *(said[ticks.get(member.id, {}).get(session["id"])] for session in sessions))
        for member in people
    ]
    return ExportTable(group.name, (_("Name"), *_titles(sessions)), tuple(rows), len(people))


def counts(store: Store, group: Group, start: date | None, end: date | None) -> ExportTable:
    """A row for each held evening: heads, newcomers, people who came back. It tells about nobody."""
    rows: list[tuple[Cell, ...]] = [
        (date.fromisoformat(session["held_on"]), session["headcount"], session["newcomers"], session["returning"])
        for session in _held(store, group, start, end)
    ]
    return ExportTable(group.name, (_("Day"), _("People"), _("Newcomers"), _("Returning")), tuple(rows), 0)


def _held(store: Store, group: Group, start: date | None, end: date | None) -> list[dict[str, Any]]:
    return store.all(_HELD, (group.id, *_span(start, end)))


def _titles(sessions: list[dict[str, Any]]) -> list[str]:
    """Days as columns; a second evening of a day is told by its number."""
    titles: list[str] = []
    for session in sessions:
        before = sum(title.split(" ")[0] == session["held_on"] for title in titles)
        titles.append(f"{session['held_on']} ({before + 1})" if before else session["held_on"])
    return titles


def _span(start: date | None, end: date | None) -> tuple[str, str]:
    return (start or _FIRST).isoformat(), (end or _LAST).isoformat()
