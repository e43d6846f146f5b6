"""Copies that a vault keeps of itself beside its data, without being asked, within a part of the disk that is shown."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from facilitator.errors import NewerVault, NotABackup, UserError
from facilitator.vault import archive
from facilitator.vault.glance import BACKUPS
from facilitator.vault.rotation import Kept, to_drop

BEFORE_UPDATE = "before an update"
"""Stands in the name of a copy made before the schema was brought up to date; a few of these stay besides."""
_UPDATES = 2
_DATED = re.compile(r" (\d{4}-\d\d-\d\d \d\d-\d\d)(?: \(\d+\))?" + re.escape(archive.ENDING))


@dataclass(frozen=True, slots=True)
class Snapshots:
    """The copies that lie in a vault's own folder: how many, their bytes, and when the newest was made (local)."""

    many: int = 0
    size: int = 0
    newest: datetime | None = None


def found(folder: Path) -> tuple[Kept, ...]:
    """The copies in a vault's folder, newest first; what is not named as we name it is left out. Never raises."""
    copies: list[Kept] = []
    with contextlib.suppress(OSError):
        for path in (folder / BACKUPS).iterdir():
            at = _made_at(path.name)
            if at is not None:
                with contextlib.suppress(OSError):
                    copies.append(Kept(at, path.name, path.lstat().st_size))
    return tuple(sorted(copies, reverse=True))


def look(folder: Path) -> Snapshots:
    """What is there, at a glance."""
    copies = found(folder)
    return Snapshots(len(copies), sum(copy.size for copy in copies), copies[0].made_at if copies else None)


def is_current(folder: Path, head: bytes) -> bool:
    """Whether one of the copies holds all that is in the vault: its journal ends where the vault's does."""
    # All are asked, the newest first: where the clock was wrong for a day, the last one made need not be that.
    return any(_head(folder / BACKUPS / copy.name) == head for copy in found(folder))


def thin_out(folder: Path, made: Path, budget: int) -> tuple[str, ...]:
    """Let old copies go, but never the one just `made`; the names of those that went. `budget` is in bytes."""
    copies = [copy for copy in found(folder) if copy.name != made.name]
    ours = [copy for copy in found(folder) if BEFORE_UPDATE not in copy.name]
    older = [copy.name for copy in copies if BEFORE_UPDATE in copy.name][_UPDATES:]
    gone: list[str] = []
    for name in sorted({*to_drop(ours, budget), *older} - {made.name}):
        with contextlib.suppress(OSError):
            (folder / BACKUPS / name).unlink()
            gone.append(name)
    return tuple(gone)


def _made_at(name: str) -> datetime | None:
    dated = _DATED.search(name)
    if dated is None or dated.end() != len(name):
        return None
    try:
        return datetime.strptime(dated[1], "%Y-%m-%d %H-%M")
    except ValueError:
        return None


def _head(path: Path) -> bytes | None:
    try:
        with archive.opened(path) as file:
            return file.header.journal
    except (NotABackup, NewerVault, UserError):
        return None
