"""Copies of the open database: page by page under another key, or the very bytes of its file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from facilitator.errors import BackupFailed, PlaceTaken, VaultTorn
from facilitator.model.progress import Progress, no_progress
from facilitator.store import check
from facilitator.store.connection import Connection, connect, journal_path, sync_folder
from facilitator.store.facts import CopyFacts, StoreFacts
from facilitator.store.opening import new_file, remove, stamp
from facilitator.store.refusals import file_refusals, refusals

_SLICE = 500
"""Pages copied between two looks at whether it is still wanted: about 2 MB."""
_PIECE = 1 << 20
"""Bytes of the file read at a time."""


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
        remove(path)
        raise


def size(source: Connection, path: Path) -> int:
    """Bytes of the file of an open connection."""
    return os.fstat(source.handle(path)).st_size


def pieces(source: Connection, path: Path, progress: Progress = no_progress) -> Iterator[bytes]:
    """The bytes of an open connection's file while nothing is being saved: what was committed is all in it by then.

    Page by page through SQLite, each would be decrypted and encrypted again. Raises BackupFailed, PlaceGone.
    """
    with file_refusals(path):
        journal = journal_path(path)
        at_rest = not source.in_transaction and (not journal.exists() or journal.stat().st_size == 0)
        handle, total = source.handle(path), size(source, path)
    if not at_rest:
        raise BackupFailed
    return _read(handle, path, total, progress)


def _read(handle: int, path: Path, total: int, progress: Progress) -> Iterator[bytes]:
    done = 0
    while done < total:
        with file_refusals(path):
            os.lseek(handle, done, os.SEEK_SET)
            piece = os.read(handle, min(_PIECE, total - done))
        if not piece:
            raise BackupFailed
        done += len(piece)
        progress(done, total)
        yield piece


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
        with file_refusals(path), suppress(FileNotFoundError):
            journal_path(path).unlink()
    if found != CopyFacts(check.counts(source), check.fingerprint(source)):
        raise BackupFailed
    return found
