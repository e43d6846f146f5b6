"""The rules a group meets by, and how they change without changing what is past."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from facilitator.errors import NotFound
from facilitator.evening import planning, repeat
from facilitator.i18n import _, ngettext
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.session import Series, SeriesDraft, SessionStatus
from facilitator.people import Groups
from facilitator.store import Store

_MOVED = timedelta(days=400)
"""How far an evening may have been moved back and its day still be known."""


class SeriesRules:
    """Reads and keeps repeat rules."""

    def __init__(self, store: Store, groups: Groups) -> None:
        self._store = store
        self._groups = groups

    def of(self, group_id: Id) -> tuple[Series, ...]:
        """The group's rules, those that ended too, oldest first."""
        rows = self._store.all("select * from series_live where group_id = ? order by first_on, id", (group_id,))
        return tuple(map(series, rows))

    def by_group(self) -> dict[Id, list[Series]]:
        """Every rule of every group, by group."""
        found: dict[Id, list[Series]] = {}
        for row in self._store.all("select * from series_live order by first_on, id"):
            found.setdefault(row["group_id"], []).append(series(row))
        return found

    def get(self, series_id: Id) -> Series:
        """One rule. Raises NotFound."""
        row = self._store.one("select * from series_live where id = ?", (series_id,))
        if row is None:
            raise NotFound("series")
        return series(row)

    def save(self, group_id: Id, draft: SeriesDraft) -> Change:
        """Keep a new rule. Raises NotFound, BadValue."""
        repeat.check(draft)
        self._groups.get(group_id)
        with self._store.command("series.add") as c:
            c.insert("series", {"group_id": group_id, **_values(draft)})
            c.label = _("The meeting days were saved.")
        return c.change()

    def change(self, series_id: Id, draft: SeriesDraft, from_day: date) -> Change:
        """Meet by another rule from a day on; what lies before stays as it was.

        What somebody has done to an evening of the old rule holds for the new one where that meets the same day: called
        off, moved or held, it does not come back beside itself. It follows in time too, unless it was moved or held.
        Where the new rule does not meet, planned ones stay on their day; the label says how many. Raises NotFound,
        BadValue.
        """
        old = self.get(series_id)
        whole = from_day <= old.first_on
        fresh = replace(draft, first_on=draft.first_on if whole else max(draft.first_on, from_day))
        repeat.check(fresh)
        touched = self._touched(old, from_day)
        staying = 0
        with self._store.command("series.change") as c:
            if whole:
                c.update("series", series_id, _values(fresh))
                new_id = series_id
            else:
                c.update("series", series_id, {"last_on": (from_day - timedelta(days=1)).isoformat()})
                new_id = c.insert("series", {"group_id": old.group_id, **_values(fresh)})
            for row, day in touched:
                if not any(repeat.days(fresh, day, day)):
                    staying += row["status"] == SessionStatus.PLANNED
                    continue
                follows: dict[str, Any] = {"series_id": new_id}
                usual = (row["start_minute"], row["minutes"]) == (old.start_minute, old.minutes)
                if usual and row["status"] != SessionStatus.HELD and row["held_on"] == day.isoformat():
                    follows |= {"start_minute": fresh.start_minute, "minutes": fresh.minutes}
                c.update("session", row["id"], follows)
            c.label = _("The meeting days were changed.") + _stays(staying)
        return c.change()

    def stop(self, series_id: Id, from_day: date) -> Change:
        """Meet by this rule no more from a day on; sessions that somebody has planned already stay. Raises NotFound."""
        old = self.get(series_id)
        staying = len(self._ahead(series_id, from_day))
        with self._store.command("series.stop") as c:
            if from_day <= old.first_on:
                c.bin("series", series_id)
            else:
                c.update("series", series_id, {"last_on": (from_day - timedelta(days=1)).isoformat()})
            c.label = _("The meeting days were stopped.") + _stays(staying)
        return c.change()

    def _touched(self, rule: Series, from_day: date) -> list[tuple[dict[str, Any], date]]:
        """What is kept of a rule's evenings from a day on, each with the day it came from, wherever it was moved."""
        rows = self._store.all("select * from session_live where series_id = ? order by held_on", (rule.id,))
        came_from = {row["id"]: date.fromisoformat(row["held_on"]) for row in rows}
        moved = {row["id"] for row in rows
                 if row["id"] != planning.session_id(rule.group_id, came_from[row["id"]], row["slot"])}
        if moved:
            first, last = min(came_from.values()), max(came_from.values())
            for day in repeat.days(rule, max(first, repeat.FIRST + _MOVED) - _MOVED, last + _MOVED):
                for one in moved.intersection(planning.slot_ids(rule.group_id, day)):
                    came_from[one] = day
        return [(row, came_from[row["id"]]) for row in rows if came_from[row["id"]] >= from_day]

    def _ahead(self, series_id: Id, from_day: date) -> list[dict[str, Any]]:
        return self._store.all(
            "select * from session_live where series_id = ? and status = 'planned' and held_on >= ? order by held_on",
            (series_id, from_day.isoformat()))


def series(row: dict[str, Any]) -> Series:
    """The rule a row holds."""
    return Series(
        id=row["id"], group_id=row["group_id"], weekday=row["weekday"], every=row["every"], nth=row["nth"],
        start_minute=row["start_minute"], minutes=row["minutes"], first_on=date.fromisoformat(row["first_on"]),
        last_on=None if row["last_on"] is None else date.fromisoformat(row["last_on"]),
    )


def _stays(sessions: int) -> str:
    if not sessions:
        return ""
    return " " + ngettext("{n} session that was planned stays on its day.",
                          "{n} sessions that were planned stay on their days.", sessions).format(n=sessions)


def _values(draft: SeriesDraft) -> dict[str, Any]:
    return {field.name: getattr(draft, field.name) for field in fields(SeriesDraft)}
