"""Making and opening the file: what is not whole, not ours or newer is refused before anything is written."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from facilitator.errors import JournalMissing, PlaceMissing, VaultSwapped, VaultTorn
from facilitator.store import schema
from facilitator.store.connection import PAGE, Connection, connect, journal_path, prepare_journal
from facilitator.store.facts import StoreFacts
from facilitator.store.migrations import MIGRATIONS, Migration
from facilitator.store.refusals import file_refusals, refusals


def new_file(path: Path) -> None:
    """Make an empty file for this user alone. Raises PlaceTaken."""
    with file_refusals(path):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def make(path: Path, key: bytes, facts: StoreFacts) -> Connection:
    """A new database with the newest schema. Raises PlaceTaken, NoSpace; a half-made file does not stay."""
    new_file(path)
    connection: Connection | None = None
    try:
        connection = connect(path, key, create=True)
        with refusals(path):
            schema.migrate(connection, MIGRATIONS)
            stamp(connection, facts)
        return connection
    except BaseException:
        if connection is not None:
            connection.close()
        remove(path)
        raise


def enter(
    path: Path, key: bytes, facts: StoreFacts, *, new_copy: bool, migrations: tuple[Migration, ...],
    before_migrating: Callable[[Connection, StoreFacts], None],
) -> tuple[Connection, StoreFacts]:
    """Open what is there, checked and migrated, and say what it says of itself.

    Raises PlaceMissing, VaultTorn, VaultSwapped, NewerVault, JournalMissing; the file is untouched then.
    """
    with file_refusals(path):
        if not path.is_file():
            raise PlaceMissing(path.name)
        if path.stat().st_size < PAGE:  # empty, or cut to a few bytes: SQLCipher would take it for a new one
            raise VaultTorn("short")
        if path.with_name(path.name + "-wal").exists():  # never ours; SQLite would read it unasked
            raise JournalMissing(path.name + "-wal")
    connection = connect(path, key)
    try:
        with file_refusals(path):
            due = schema.pending(connection, migrations)
            found = read_stamp(connection)
            if (found.vault_id, found.generation) != (facts.vault_id, facts.generation):
                raise VaultSwapped
            if found.copy_id != facts.copy_id and not new_copy:
                raise VaultSwapped
            connection.execute("BEGIN EXCLUSIVE")  # from here on nobody else gets in
            connection.execute("ROLLBACK")
            prepare_journal(path)
            if due:
                before_migrating(connection, found)
                schema.migrate(connection, migrations)
            else:
                schema.renew_triggers(connection)
            if found.copy_id != facts.copy_id:
                found = StoreFacts(found.vault_id, facts.copy_id, found.generation, found.sample)
                stamp(connection, found)
        return connection, found
    except BaseException:
        connection.close()
        raise


def remove(path: Path) -> None:
    """Take away a half-made database and its journal."""
    for file in (path, journal_path(path)):
        with suppress(OSError):
            file.unlink()


def stamp(connection: Connection, facts: StoreFacts) -> None:
    """Write down inside the database which vault, copy and generation this is."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.executemany(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [("vault_id", facts.vault_id), ("copy_id", facts.copy_id), ("generation", facts.generation),
             ("sample", int(facts.sample))])
        connection.execute("INSERT INTO copy (copy_id) VALUES (?) ON CONFLICT DO NOTHING", (facts.copy_id,))
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def read_stamp(connection: Connection) -> StoreFacts:
    """Which vault, copy and generation the database says it is. Raises VaultTorn."""
    found = dict(connection.execute("SELECT key, value FROM meta").fetchall())
    try:
        return StoreFacts(found["vault_id"], found["copy_id"], found["generation"], bool(found["sample"]))
    except KeyError:
        raise VaultTorn("meta") from None
