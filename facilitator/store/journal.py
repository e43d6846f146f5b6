"""The journal: who did what kind of thing when to which rows, in a hash chain per copy of the vault. Never contents."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from facilitator.errors import VaultTorn
from facilitator.store.changes import Changed
from facilitator.store.connection import Connection

Step = Callable[[], None]

_JSON = json.JSONEncoder(separators=(",", ":")).encode
"""Made once: with separators of its own, `json.dumps` makes an encoder at every call."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One command in the journal. `rows` are (table, what, columns, ids); `at` is milliseconds UTC."""

    copy_id: bytes
    n: int
    by: bytes
    at: int
    kind: str
    rows: str
    hash: bytes


class Journal:
    """Adds entries to this copy's chain and proves it whole."""

    def __init__(self, connection: Connection, copy_id: bytes) -> None:
        self._connection = connection
        self._copy_id = copy_id
        self._last: tuple[int, bytes] | None = None

    def head(self) -> bytes:
        """The newest entry's hash (32 bytes): it vouches for all before it."""
        return self._tip()[1]

    def forget(self) -> None:
        """Read the head anew next time: the transaction that moved it was rolled back."""
        self._last = None

    def add(self, kind: str, by: bytes, at: int, changed: Iterable[Changed]) -> None:
        """Write one entry in the running transaction."""
        n, before = self._tip()
        rows = _rows(changed)
        digest = _chain(before, self._copy_id, n + 1, by, at, kind, rows)
        self._connection.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)",
                                 (self._copy_id, n + 1, by, at, kind, rows, digest))
        self._last = (n + 1, digest)

    def holds(self, head: bytes) -> bool:
        """Whether an earlier head is part of this copy's chain: if not, the journal was cut or exchanged."""
        found = self._connection.execute(
            "SELECT 1 FROM journal WHERE copy_id = ? AND hash = ? UNION ALL "
            "SELECT 1 FROM checkpoint WHERE copy_id = ? AND hash = ?",
            (self._copy_id, head, self._copy_id, head)).fetchone()
        return found is not None

    def verify(self, step: Step = lambda: None) -> None:
        """Recompute every chain; `step` is called now and then and may raise to stop. Raises VaultTorn."""
        starts: dict[bytes, tuple[int, bytes]] = {
            copy_id: (n, digest)
            for copy_id, n, digest in self._connection.execute("SELECT copy_id, n, hash FROM checkpoint")
        }
        for number, row in enumerate(self._connection.execute("SELECT * FROM journal ORDER BY copy_id, n")):
            copy_id, n, by, at, kind, rows, digest = row
            before_n, before = starts.get(copy_id, (0, copy_id))
            if n != before_n + 1 or digest != _chain(before, copy_id, n, by, at, kind, rows):
                raise VaultTorn("journal")
            starts[copy_id] = (n, digest)
            if number % 1000 == 0:
                step()

    def purge(self, before: int) -> int:
        """Let entries older than `before` (ms UTC) go, leaving a checkpoint that the rest is chained to; how many went.

        Runs inside a transaction that has `clock.quiet` set.
        """
        execute = self._connection.execute
        newest = execute("SELECT max(n) FROM journal WHERE copy_id = ? AND at < ?",
                         (self._copy_id, before)).fetchone()[0]
        if newest is None:
            return 0
        execute("INSERT INTO checkpoint SELECT copy_id, n, hash FROM journal WHERE copy_id = ? AND n = ? "
                "ON CONFLICT (copy_id) DO UPDATE SET n = excluded.n, hash = excluded.hash", (self._copy_id, newest))
        return int(execute("DELETE FROM journal WHERE copy_id = ? AND n <= ?", (self._copy_id, newest)).rowcount)

    def entries(self, limit: int = 100) -> tuple[Entry, ...]:
        """The newest entries of this copy, newest first."""
        rows = self._connection.execute("SELECT * FROM journal WHERE copy_id = ? ORDER BY n DESC LIMIT ?",
                                        (self._copy_id, limit))
        return tuple(Entry(*row) for row in rows)

    def _tip(self) -> tuple[int, bytes]:
        if self._last is None:
            row = self._connection.execute(
                "SELECT n, hash FROM journal WHERE copy_id = ? UNION ALL SELECT n, hash FROM checkpoint "
                "WHERE copy_id = ? ORDER BY n DESC LIMIT 1", (self._copy_id, self._copy_id)).fetchone()
            self._last = (row[0], row[1]) if row else (0, self._copy_id)
        return self._last


def _rows(changed: Iterable[Changed]) -> str:
    """The rows as JSON, grouped so that many ticks stay small: [[table, what, [column …], [id …]] …]."""
    grouped: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for one in changed:
        what = "new" if one.made else {(0, 1): "binned", (1, 0): "revived", (0, 2): "erased", (1, 2): "erased"}.get(
            (one.state_before, one.state_after), "changed")
        grouped.setdefault((one.table, what, one.names), []).append(one.id.hex())
    return _JSON([[table, what, names, ids] for (table, what, names), ids in grouped.items()])


def _chain(before: bytes, copy_id: bytes, n: int, by: bytes, at: int, kind: str, rows: str) -> bytes:
    entry = _JSON([copy_id.hex(), n, by.hex(), at, kind, rows])
    return hashlib.sha256(before + entry.encode()).digest()
