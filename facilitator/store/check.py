"""Asking a database whether it is whole, and what it holds: pages, references, our own invariants, the journal."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from facilitator.errors import VaultTorn
from facilitator.model.progress import Progress, no_progress
from facilitator.store.connection import Connection
from facilitator.store.journal import Journal
from facilitator.store.register import TABLES
from facilitator.store.versions import BINNED, ERASED

_VERSIONS = "SELECT group_concat(hex(id) || ifnull(rev, '') || state) FROM (SELECT * FROM {table} ORDER BY {order})"
"""Every id with its versions as one text of fixed parts, which the database puts together quicker than we."""

_TOLD_BUT_GONE = """SELECT 1 FROM journal j, json_each(j.rows) changed, json_each(changed.value, '$[3]') told
    LEFT JOIN ledger l ON l.id = unhex(told.value) WHERE l.id IS NULL LIMIT 1"""
"""Of every row that the journal tells of, at least its id stays for ever: else older pages were put back."""


def counts(connection: Connection) -> dict[str, int]:
    """Live rows of every shared table, empty ones too."""
    # A table counts itself at once, and few rows lie in the bin; grouping all versions takes a hundred times as long.
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    binned = dict(connection.execute(f"SELECT tbl, count(*) FROM ledger WHERE state = {BINNED} GROUP BY tbl"))
    return {table.name: connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]
            - binned.get(table.name, 0) if table.name in there else 0 for table in TABLES}


def fingerprint(connection: Connection) -> bytes:
    """A hash (32 bytes) of every id with its live versions: alike in two copies that hold the same work."""
    digest = hashlib.sha256()
    for table, order in (("ledger", "id"), ("sibling", "id, rev")):
        text: str | None = connection.execute(_VERSIONS.format(table=table, order=order)).fetchone()[0]
        digest.update((text or "").encode() + b"\n")
    return digest.digest()


def readable(connection: Connection, progress: Progress = no_progress) -> None:
    """Every page and every tree, but no cross-checks: enough for a copy made page by page. Raises VaultTorn."""
    if connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        raise VaultTorn("page")
    with watched(connection, lambda: progress(1, 2)):
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise VaultTorn("structure")


def integrity(connection: Connection, journal: Journal, progress: Progress = no_progress) -> None:
    """Everything, in slices: `progress` is called between them and may raise Cancelled. Raises VaultTorn."""
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    shared = [table.name for table in TABLES if table.name in tables]  # an older file may lack some
    done, total = 0, len(shared) + 6

    def slice_done() -> None:
        nonlocal done
        done += 1
        progress(done, total)

    progress(0, total)
    if connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        raise VaultTorn("page")
    slice_done()
    with watched(connection, lambda: progress(done, total)):
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":  # the search index too
            raise VaultTorn("structure")
    slice_done()
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise VaultTorn("reference")
    slice_done()
    for name in shared:
        # Both ways: a row without a version, and a version without its row.
        if connection.execute(
            f"""SELECT 1 FROM {name} t LEFT JOIN ledger l ON l.id = t.id
                WHERE l.id IS NULL OR l.tbl <> '{name}' OR l.state = {ERASED} LIMIT 1"""
        ).fetchone():
            raise VaultTorn("ledger")
        slice_done()
    for name in shared:
        if connection.execute(
            f"""SELECT 1 FROM ledger l LEFT JOIN {name} t ON t.id = l.id
                WHERE l.tbl = '{name}' AND l.state <> {ERASED} AND t.id IS NULL LIMIT 1"""
        ).fetchone():
            raise VaultTorn("ledger")
    slice_done()
    journal.verify(lambda: progress(done, total))
    slice_done()
    with watched(connection, lambda: progress(done, total)):
        if connection.execute(_TOLD_BUT_GONE).fetchone():
            raise VaultTorn("journal")
    slice_done()


@contextmanager
def watched(connection: Connection, look: Callable[[], None]) -> Iterator[None]:
    """Let `look` be called while one long statement runs; what it raises stops the statement and comes out here."""
    raised: list[BaseException] = []

    def handler() -> int:
        try:
            look()
        except BaseException as error:
            raised.append(error)
            return 1
        return 0

    connection.set_progress_handler(handler, 200_000)
    try:
        yield
    except Exception:
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
