"""Backups: made and read back; the newest one's age is always at hand."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from facilitator.errors import PlaceMissing, PlaceTaken
from facilitator.model.clock import Clock
from facilitator.model.ids import hash_id
from facilitator.model.progress import Progress, no_progress
from facilitator.store import Store
from facilitator.vault import archive, files, sealing
from facilitator.vault.archive import Manifest
from facilitator.vault.changing import head_of
from facilitator.vault.glance import BACKUPS, local, name_of
from facilitator.vault.header import Header
from facilitator.vault.keys import Keys

AMBER_DAYS = 7
RED_DAYS = 30
_KEY = "last_backup"


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """What a backup holds: where it lies, when it was made (local wall time), live rows by table, and a fingerprint."""

    path: Path
    made_at: datetime
    counts: Mapping[str, int]
    fingerprint: bytes
    vault_id: bytes
    has_recovery: bool


class AgeLevel(StrEnum):
    """How pressing the next backup is."""

    NONE = "none"
    """There is no backup yet."""
    FINE = "fine"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class BackupAge:
    """How old the newest backup is, in whole days; None where there is none. `made_at` is local wall time."""

    days: int | None
    made_at: datetime | None
    level: AgeLevel


def make(folder: Path, store: Store, header: Header, keys: Keys, destination: Path, clock: Clock,
         progress: Progress = no_progress) -> BackupFacts:
    """A verified backup of an open vault, into a folder under a dated name or to a file of that name.

    Raises PlaceTaken, PlaceMissing, BackupFailed, NoSpace, ReadOnlyPlace, PlaceGone; nothing half done stays.
    """
    path = _target(folder, destination, clock)
    with files.told(folder.name):
        scratch = _scratch(folder)
    try:
        with files.told(folder.name):
            held = store.write_copy(scratch, keys.database, progress=half_of(progress, 0))
            seal = sealing.seal_of(scratch, keys.seal)
        now = max(0, clock.now_ms())
        raw = replace(header, seal=seal, journal=head_of(store), written_at=now).pack(keys.header)
        manifest = Manifest(header.vault_id, header.copy_id, header.generation.number, schema_of(store), now,
                            clock.now().isoformat(timespec="minutes"), held.counts, held.fingerprint)
        with files.told(path.parent.name):
            try:
                archive.write(path, raw, manifest.sealed(keys, raw), scratch, keys, half_of(progress, 1))
            except FileExistsError as error:
                raise PlaceTaken(path.name) from error
    finally:
        for left in (scratch, sealing.journal(scratch)):
            with contextlib.suppress(OSError):
                left.unlink()
    return facts_of(path, manifest, header)


def note(store: Store, facts: BackupFacts, clock: Clock) -> None:
    """Write down in the vault that a backup was made, for its age."""
    with store.command("backup.make", undo=False) as command:
        command.put("setting", hash_id("setting", _KEY), {"key": _KEY, "value": json.dumps(clock.now_ms())})


def age(store: Store, clock: Clock) -> BackupAge:
    """How old the newest backup is that was made from this vault."""
    row = store.one("SELECT value FROM setting_live WHERE id = ?", (hash_id("setting", _KEY),))
    if row is None:
        return BackupAge(None, None, AgeLevel.NONE)
    made_ms = int(json.loads(row["value"]))
    days = max(0, (clock.now_ms() - made_ms) // 86_400_000)
    level = AgeLevel.RED if days >= RED_DAYS else AgeLevel.AMBER if days >= AMBER_DAYS else AgeLevel.FINE
    return BackupAge(days, local(made_ms), level)


def _target(folder: Path, destination: Path, clock: Clock) -> Path:
    if not files.is_folder(destination):
        if files.taken(destination):
            raise PlaceTaken(destination.name)
        if not files.is_folder(destination.parent):
            raise PlaceMissing(destination.parent.name)
        return destination
    first = f"{name_of(folder)} {clock.now():%Y-%m-%d %H-%M}"
    path, n = destination / (first + archive.ENDING), 1
    while files.taken(path):
        n += 1
        path = destination / f"{first} ({n}){archive.ENDING}"
    return path


def _scratch(folder: Path) -> Path:
    """Where the copy is made before it goes into the backup: on the laptop, as a stick may have no room for two."""
    with contextlib.suppress(FileExistsError):
        files.make_folder(folder / BACKUPS)
    scratch = folder / BACKUPS / f"copy.db{files.PART}"
    with contextlib.suppress(FileNotFoundError):
        scratch.unlink()
    return scratch


def schema_of(store: Store) -> int:
    """The number of the store's schema."""
    row = store.one("SELECT user_version FROM pragma_user_version")
    return 0 if row is None else int(row["user_version"])


def facts_of(path: Path, manifest: Manifest, header: Header) -> BackupFacts:
    """What a backup holds, from its manifest."""
    return BackupFacts(path, datetime.fromisoformat(manifest.made_at), manifest.counts, manifest.fingerprint,
                       manifest.vault_id, header.recovery is not None)


def half_of(progress: Progress, half: int) -> Progress:
    """Progress over one half (0 or 1) of a longer way, told in thousandths."""
    return lambda done, total: progress(500 * half + 500 * done // max(total, 1), 1000)
