"""Closing a vault for good: what its keys stand in is written over first, then its files go."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from facilitator.vault import archive, files, headerfiles, snapshots
from facilitator.vault.drafts import FOLDER as DRAFTS
from facilitator.vault.drafts import LOST, SPARE
from facilitator.vault.glance import BACKUPS
from facilitator.vault.lockfile import NAME as LOCK
from facilitator.vault.parsing import MOST_BYTES

_HEADER_OF_A_COPY = MOST_BYTES + 4096
"""A copy's header stands at its beginning, behind the few bytes that a zip has before a part."""


def erase(folder: Path) -> tuple[str, ...]:
    """Make a closed vault unreadable, then take its files away; the names of what was not ours, and stays.

    The copies it keeps of itself go first: until the headers are written over, a cut leaves a vault that opens as
    before; from then on nobody opens it. Whoever calls holds the vault's lock. Raises what a failing disk means.
    """
    with files.told(folder.name):
        for copy in snapshots.found(folder):
            _overwrite(folder / BACKUPS / copy.name, _HEADER_OF_A_COPY)
            (folder / BACKUPS / copy.name).unlink()
        for name in headerfiles.NAMES:
            _overwrite(folder / name, MOST_BYTES)
        for path in _ours(folder):
            path.unlink(missing_ok=True)
        files.fsync_folder(folder)
        for inner in (DRAFTS, BACKUPS):
            with contextlib.suppress(OSError):
                (folder / inner).rmdir()
    return tuple(sorted(path.name for path in folder.iterdir() if path.name != LOCK))


def leave(folder: Path) -> None:
    """Take the empty folder away, once the lock is let go; a folder in which something else lies stays."""
    with contextlib.suppress(OSError):
        (folder / LOCK).unlink()
        folder.rmdir()


def _ours(folder: Path) -> list[Path]:
    return [
        *folder.glob("data-*.db*"), *(folder / name for name in headerfiles.NAMES), folder / SPARE,
        *folder.glob(f"*{LOST}"),
        *(path for path in (folder / DRAFTS).glob("*") if path.is_file()),
        *(path for path in (folder / BACKUPS).glob(f"*{archive.ENDING}") if path.is_file()),
    ]


def _overwrite(path: Path, most: int) -> None:
    """Random bytes in place of what stands there. Never made anew: here it is the old bytes that must go."""
    with contextlib.suppress(FileNotFoundError):
        handle = os.open(path, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0))
        try:
            files.write_all(handle, os.urandom(min(os.fstat(handle).st_size, most)))
            os.fsync(handle)
        finally:
            os.close(handle)
