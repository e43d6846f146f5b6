"""Asking a database whether it is whole, and what it holds: pages, indexes, references, our own invariants, the journal."""

from __future__ import annotations

import hashlib

from facilitator.errors import VaultTorn
from facilitator.model.progress import Progress, no_progress
from facilitator.store.connection import Connection
from facilitator.store.journal import Journal
from facilitator.store.register import TABLES
from facilitator.store.versions import ERASED, LIVE


def counts(connection: Connection) -> dict[str, int]:
    """Live rows of every shared table, empty ones too."""
    found = dict(connection.execute(f"SELECT tbl, count(*) FROM ledger WHERE state = {LIVE} GROUP BY tbl").fetchall())
    return {table.name: int(found.get(table.name, 0)) for table in TABLES}


def fingerprint(connection: Connection) -> bytes:
    """A hash (32 bytes) of every id with its live versions: alike in two copies that hold the same work."""
    digest = hashlib.sha256()
    rows = connection.execute("""SELECT id, rev, state FROM ledger UNION ALL SELECT id, rev, state FROM sibling
        ORDER BY id, rev""")
    for row_id, rev, state in rows:
        digest.update(row_id + (rev or 0).to_bytes(8, "big", signed=True) + bytes((state,)))
    return digest.digest()


def integrity(connection: Connection, journal: Journal, progress: Progress = no_progress) -> None:
    """Everything, in slices: `progress` is called between them and may raise Cancelled. Raises VaultTorn."""
    tables = [row[0] for row in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")]
    total = len(tables) + len(TABLES) + 3
    done = 0

    def slice_done() -> None:
        nonlocal done
        done += 1
        progress(done, total)

    progress(0, total)
    if connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        raise VaultTorn("page")
    slice_done()
    for name in tables:
        _must_be_ok(connection, f"PRAGMA integrity_check(\"{name}\")")
        slice_done()
    connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 0)")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise VaultTorn("reference")
    slice_done()
    for table in TABLES:
        # Both ways: a row without a version, and a version without its row.
        if connection.execute(
            f"""SELECT 1 FROM {table.name} t LEFT JOIN ledger l ON l.id = t.id
                WHERE l.id IS NULL OR l.tbl <> '{table.name}' OR l.state = {ERASED} LIMIT 1"""
        ).fetchone() or connection.execute(
            f"""SELECT 1 FROM ledger l LEFT JOIN {table.name} t ON t.id = l.id
                WHERE l.tbl = '{table.name}' AND l.state <> {ERASED} AND t.id IS NULL LIMIT 1"""
        ).fetchone():
            raise VaultTorn("ledger")
        slice_done()
    journal.verify(lambda: progress(done, total))
    slice_done()


def _must_be_ok(connection: Connection, pragma: str) -> None:
    if connection.execute(pragma).fetchone()[0] != "ok":
        raise VaultTorn("structure")
