"""Writing one row: plain inserts, updates, moves to and from the bin; every name is checked against the register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from facilitator.errors import NotFound
from facilitator.model.ids import Id
from facilitator.store.connection import Connection
from facilitator.store.register import TABLES, Table, table
from facilitator.store.versions import BINNED, ERASED, LIVE, SET_STATE

_ERASE = (
    "UPDATE clock SET quiet = 1",
    "DELETE FROM <table> WHERE id = ?",
    "DELETE FROM sibling WHERE id = ?",
    "UPDATE clock SET quiet = 0",
    f"""UPDATE ledger SET rev = NULL, seen = NULL, fv = NULL, state = {ERASED}, touched = clock.n, by = clock.by,
        at = clock.at FROM clock WHERE ledger.id = ?""",
)
"""The row and its versions go; what stays is the ledger's bare id, so that no other copy brings the row back."""


class Rows:
    """Writes rows of the shared tables inside a running transaction; the triggers do the rest."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._inserts: dict[tuple[str, ...], str] = {}

    def insert(self, name: str, row_id: Id, values: Mapping[str, Any]) -> None:
        """A new row; an id that is there already is our bug, or raises NotFound when it was erased."""
        key = (name, *values)
        statement = self._inserts.get(key)
        if statement is None:
            _check(table(name), values)
            columns = "".join(f', "{column}"' for column in values)
            statement = f"INSERT INTO {name} (id{columns}) VALUES (?{', ?' * len(values)})"
            self._inserts[key] = statement
        self._connection.execute(statement, (row_id, *map(plain, values.values())))

    def update(self, name: str, row_id: Id, values: Mapping[str, Any]) -> bool:
        """Write the given columns where they differ; False when nothing did. The row may lie in the bin."""
        if not values:
            return False
        wanted = {column: plain(value) for column, value in values.items()}
        old = self.read(name, row_id, wanted)
        fresh = {column: new for column, new in wanted.items() if new != old[column]}
        if not fresh:
            return False
        settings = ", ".join(f'"{column}" = ?' for column in fresh)
        self._connection.execute(f"UPDATE {name} SET {settings} WHERE id = ?", (*fresh.values(), row_id))
        return True

    def state(self, name: str, row_id: Id) -> int | None:
        """The ledger's state of a row of this table, None when there has never been one."""
        row = self._connection.execute("SELECT tbl, state FROM ledger WHERE id = ?", (row_id,)).fetchone()
        if row is None:
            return None
        if row[0] != name:
            raise ValueError(f"this id is a row of {row[0]}, not of {name}")
        return int(row[1])

    def read(self, name: str, row_id: Id, columns: Iterable[str]) -> dict[str, Any]:
        """Some columns of a row as they are now. Raises NotFound."""
        wanted = tuple(columns)
        _check(table(name), wanted)
        listed = ", ".join(f'"{column}"' for column in wanted)
        row = self._connection.execute(f"SELECT {listed} FROM {name} WHERE id = ?", (row_id,)).fetchone()
        if row is None:
            raise NotFound(name)
        return dict(zip(wanted, row, strict=True))

    def put(self, name: str, row_id: Id, values: Mapping[str, Any]) -> None:
        """Insert, or update, or bring back from the bin; raises NotFound for an id that was erased for good."""
        state = self.state(name, row_id)
        if state is None:
            self.insert(name, row_id, values)
            return
        if state == ERASED:
            raise NotFound(name)
        self.move(row_id, LIVE, state)
        self.update(name, row_id, values)

    def move(self, row_id: Id, to: int, state: int) -> None:
        """Into the bin or back; nothing when it is there already."""
        if state != to and state != ERASED:
            self._connection.execute(SET_STATE, (to, row_id))

    def bin(self, name: str, row_id: Id) -> None:
        """Into the bin; raises NotFound when there is no such row."""
        state = self.state(name, row_id)
        if state is None or state == ERASED:
            raise NotFound(name)
        self.move(row_id, BINNED, state)

    def erase(self, name: str, row_id: Id) -> list[tuple[str, Id]]:
        """Take a row away for good, and every row it owns; bare ids stay. Returns what went; raises NotFound."""
        state = self.state(name, row_id)
        if state is None or state == ERASED:
            raise NotFound(name)
        gone = [(name, row_id)]
        for other in TABLES:
            for column, owner in other.owners:
                if owner == name:
                    owned = self._connection.execute(f"SELECT id FROM {other.name} WHERE {column} = ?", (row_id,))
                    for (owned_id,) in owned.fetchall():
                        gone += self.erase(other.name, owned_id)
        for statement in _ERASE:
            self._connection.execute(statement.replace("<table>", name), (row_id,) if "?" in statement else ())
        return gone

    def clear(self, name: str, row_id: Id, values: Mapping[str, Any]) -> bool:
        """Write columns of a row wherever it lies, and let no other version of it stay. Raises NotFound."""
        state = self.state(name, row_id)
        if state is None or state == ERASED:
            raise NotFound(name)
        self._connection.execute("DELETE FROM sibling WHERE id = ?", (row_id,))
        return self.update(name, row_id, values)

    def live_update(self, name: str, row_id: Id, values: Mapping[str, Any]) -> bool:
        """Write columns of a row that is not in the bin; raises NotFound otherwise."""
        if self.state(name, row_id) != LIVE:
            raise NotFound(name)
        return self.update(name, row_id, values)


def plain(value: Any) -> Any:
    """A value as it is stored: days as ISO text, named values as their value, truth as 0 or 1."""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def _check(declared: Table, names: Iterable[str]) -> None:
    unknown = set(names) - set(declared.names)
    if unknown:
        raise KeyError(f"{declared.name} has no column {', '.join(sorted(unknown))}")
