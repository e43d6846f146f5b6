"""What the running transaction has changed: logged by TEMP triggers in memory, so that no write can be forgotten.

The journal, undo, the search index and the `Change` a command returns are all made from this one log.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from facilitator.model.ids import Id
from facilitator.store.connection import Connection
from facilitator.store.register import Table
from facilitator.store.versions import LIVE


@dataclass(frozen=True, slots=True)
class Changed:
    """One row's change from before the command to after it: columns as name → (before, after)."""

    table: str
    id: Id
    made: bool
    state_before: int
    state_after: int
    columns: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The changed columns, for the journal; a row made or moved in or out of the bin names none of its own."""
        return tuple(self.columns)


def statements(tables: Iterable[Table]) -> tuple[str, ...]:
    """The TEMP tables and triggers that keep the log: only the first change to a row in a transaction matters."""
    made = [
        """CREATE TEMP TABLE changed_row (tbl TEXT NOT NULL, id BLOB NOT NULL, made INTEGER NOT NULL, state INTEGER,
            PRIMARY KEY (tbl, id)) WITHOUT ROWID""",
        """CREATE TEMP TRIGGER log_state AFTER UPDATE OF state ON main.ledger WHEN old.state IS NOT new.state BEGIN
            INSERT OR IGNORE INTO changed_row VALUES (old.tbl, old.id, 0, old.state); END""",
    ]
    for table in tables:
        columns = ", ".join(f'"{name}"' for name in table.names)
        olds = ", ".join(f'old."{name}"' for name in table.names)
        made.append(f"CREATE TEMP TABLE was_{table.name} (id BLOB PRIMARY KEY NOT NULL, {columns}) WITHOUT ROWID")
        made.append(f"""CREATE TEMP TRIGGER log_{table.name}_new AFTER INSERT ON main.{table.name} BEGIN
            INSERT OR IGNORE INTO changed_row VALUES ('{table.name}', new.id, 1, NULL); END""")
        made.append(f"""CREATE TEMP TRIGGER log_{table.name}_chg AFTER UPDATE ON main.{table.name} BEGIN
            INSERT OR IGNORE INTO changed_row
                SELECT '{table.name}', new.id, 0, state FROM ledger WHERE id = new.id;
            INSERT OR IGNORE INTO was_{table.name} VALUES (old.id, {olds}); END""")
    return tuple(made)


class ChangeLog:
    """Reads and clears the log; lives as long as the connection."""

    def __init__(self, connection: Connection, tables: tuple[Table, ...]) -> None:
        self._connection = connection
        self._reads = {table.name: (table.names, _read(table)) for table in tables}
        for statement in statements(tables):
            connection.execute(statement)

    def take(self) -> tuple[Changed, ...]:
        """What has changed since the transaction began, and an empty log from here on."""
        execute = self._connection.execute
        rows = execute("""SELECT c.tbl, c.id, c.made, c.state, l.state FROM changed_row c
            CROSS JOIN ledger l ON l.id = c.id""").fetchall()
        if not rows:
            return ()
        touched = {row[0] for row in rows}
        columns = {name: self._columns(name) for name in touched}
        out = []
        for name, row_id, made, before, after in rows:
            changed = {} if made else columns[name].get(row_id, {})
            if made or changed or before != after:
                out.append(Changed(name, row_id, bool(made), LIVE if made else before, after, changed))
        execute("DELETE FROM changed_row")
        for name in touched:
            execute(f"DELETE FROM was_{name}")
        return tuple(out)

    def _columns(self, table: str) -> dict[Id, dict[str, tuple[Any, Any]]]:
        names, read = self._reads[table]
        many = len(names)
        found: dict[Id, dict[str, tuple[Any, Any]]] = {}
        for row in self._connection.execute(read):
            pairs = zip(names, row[1:many + 1], row[many + 1:], strict=True)
            found[row[0]] = {name: (old, new) for name, old, new in pairs if old != new}
        return found


def _read(table: Table) -> str:
    """Asks for the changed rows of a table as they were and as they are."""
    olds = ", ".join(f'w."{name}"' for name in table.names)
    news = ", ".join(f't."{name}"' for name in table.names)
    # CROSS keeps the order: the few changed rows first, never a walk through the whole table.
    return f"SELECT t.id, {olds}, {news} FROM was_{table.name} w CROSS JOIN {table.name} t ON t.id = w.id"
