"""What is kept about one person, for that person: every column that the register says they may see, as one table."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from facilitator.errors import NotFound
from facilitator.i18n import _
from facilitator.model.exporting import Cell, ExportTable
from facilitator.model.ids import Id
from facilitator.store import Store
from facilitator.store.register import TABLES, Table

_OWN = "member"
_SKIPPED = {"group_id", "member_id", "session_id"}
"""References, which are told as the group's name and the evening's day."""


class Answering:
    """Answers somebody who asks what is kept about them, in one step; what is sealed to one reader it cannot see."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def table(self, member_id: Id) -> ExportTable:
        """All of it: what it is, its value, and since when it stands. Raises NotFound."""
        member = self._store.one("select * from member where id = ?", (member_id,))
        if member is None:
            raise NotFound("member")
        group = self._store.one("select name from groups where id = ?", (member["group_id"],))
        rows: list[tuple[Cell, ...]] = [(kind_words(_OWN), _("group"), group["name"] if group else "",
                                         self._since(member_id))]
        for table in about_a_member():
            where = "id = ?" if table.name == _OWN else "member_id = ?"
            for row in self._store.all(f"select * from {table.name} where {where} order by id", (member_id,)):
                rows += self._of_row(table, row)
        return ExportTable(str(member["name"]), (_("Kept as"), _("What"), _("Value"), _("Since")), tuple(rows), 1)

    def _of_row(self, table: Table, row: dict[str, Any]) -> list[tuple[Cell, ...]]:
        since = self._since(row["id"])
        told: list[tuple[Cell, ...]] = []
        if "session_id" in row:
            session = self._store.one("select held_on from session where id = ?", (row["session_id"],))
            if session is not None:
                told.append((kind_words(table.name), _("evening"), date.fromisoformat(session["held_on"]), since))
        for column in table.columns:
            value = row[column.name]
            if column.access and column.name not in _SKIPPED and value not in (None, ""):
                told.append((kind_words(table.name), column_words(column.name), _value(column.name, value), since))
        return told

    def _since(self, row_id: Id) -> Cell:
        """The day a row was last saved."""
        touched = self._store.touched(row_id)
        return None if touched is None else datetime.fromtimestamp(touched[1] / 1000, UTC).date()


def about_a_member() -> tuple[Table, ...]:
    """Every table whose rows are about one member: theirs, and those that go with them."""
    return tuple(table for table in TABLES
                 if table.name == _OWN or any(owner == _OWN for _column, owner in table.owners))


def kind_words(table: str) -> str:
    """What a table is to the person it tells about. Raises KeyError for one without words, which a test forbids."""
    return {
        "member": _("you on the list"), "consent": _("what you said"), "access_need": _("what helps you"),
        "attendance": _("who was there"), "member_date": _("a day to remember"),
    }[table]


def column_words(column: str) -> str:
    """What a column is. Raises KeyError for one without words, which a test forbids."""
    return {
        "name": _("name"), "first_seen": _("first came"), "active": _("comes now"), "contact": _("contact"),
        "contact_preference": _("what to mind"), "emergency_contact": _("emergency contact"),
        "may_leave_message": _("may leave a message"), "if_another_answers": _("if somebody else answers"),
        "age_band": _("age band"), "purpose": _("asked about"), "state": _("answer"), "basis": _("reason"),
        "wording_version": _("words it was asked in"), "on_date": _("day"), "how": _("how it was said"),
        "adjustment": _("adjustment"), "present": _("was there"), "kind": _("kind"), "month": _("month"),
        "day": _("day of the month"),
    }[column]


def _value(column: str, value: Any) -> Cell:
    if column in ("active", "may_leave_message", "present"):
        return _("yes") if value else _("no")
    if column in ("first_seen", "on_date"):
        return date.fromisoformat(value)
    return value if isinstance(value, int) else str(value)
