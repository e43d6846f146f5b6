"""A consistent copy of the open database, page by page through its one connection, read back before it counts."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from facilitator.errors import BackupFailed, PlaceTaken, VaultTorn
from facilitator.model.progress import Progress, no_progress
from facilitator.store import check
from facilitator.store.connection import Connection, connect, file_refusals, journal_path, refusals, sync_folder
from facilitator.store.facts import CopyFacts, StoreFacts

_SLICE = 500
"""Pages copied between two looks at whether it is still wanted: about 2 MB."""


def new_file(path: Path) -> None:
    """Make an empty file for this user alone. Raises PlaceTaken."""
    with file_refusals(path):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def write_copy(
    source: Connection, path: Path, key: bytes, facts: StoreFacts | None, progress: Progress = no_progress
) -> CopyFacts:
    """Copy under `key` (32 bytes) to a new file, with other facts stamped in if given, then verify it from the disk.

    Raises PlaceTaken, NoSpace, PlaceGone, BackupFailed; after any of them the half-made file is gone.
    """
    new_file(path)
    try:
        _copy(source, path, key, facts, progress)
        return _verify(source, path, key, progress)
    except PlaceTaken:
        raise
    except BaseException:
        for file in (path, journal_path(path)):
            with suppress(OSError):
                file.unlink()
        raise


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


def _copy(source: Connection, path: Path, key: bytes, facts: StoreFacts | None, progress: Progress) -> None:
    target = connect(path, key, create=True)
    try:
        with refusals(path):
            source.backup(target, pages=_SLICE, progress=lambda _, left, total: progress(total - left, total))
            if facts is not None:
                stamp(target, facts)
    finally:
        target.close()
    with file_refusals(path):
        with suppress(FileNotFoundError):
            journal_path(path).unlink()
        handle = os.open(path, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        sync_folder(path.parent)


def _verify(source: Connection, path: Path, key: bytes, progress: Progress) -> CopyFacts:
    target = connect(path, key)
    try:
        with refusals(path):
            check.readable(target, lambda *_: progress(1, 1))
            found = CopyFacts(check.counts(target), check.fingerprint(target))
            for pragma in ("application_id", "user_version"):
                if target.execute(f"PRAGMA {pragma}").fetchone() != source.execute(f"PRAGMA {pragma}").fetchone():
                    raise BackupFailed
    except VaultTorn:
        raise BackupFailed from None
    finally:
        target.close()
        with suppress(FileNotFoundError):
            journal_path(path).unlink()
    if found != CopyFacts(check.counts(source), check.fingerprint(source)):
        raise BackupFailed
    return found
