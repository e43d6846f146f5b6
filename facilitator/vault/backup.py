"""Backups: made and read back, proved to open, restored; the newest one's age is always at hand."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from facilitator.errors import NotABackup, PlaceMissing, PlaceTaken, VaultSwapped, VaultTorn, WrongRecoveryCode
from facilitator.model.clock import Clock, SystemClock
from facilitator.model.ids import hash_id, random_id
from facilitator.model.progress import Progress, no_progress
from facilitator.store import Store, StoreFacts
from facilitator.vault import archive, creating, files, passphrase, recovery, sealing, unlocking
from facilitator.vault.archive import Archive, Manifest
from facilitator.vault.changing import head_of
from facilitator.vault.glance import BACKUPS, ENDING, local, name_of
from facilitator.vault.header import Header
from facilitator.vault.keys import KdfCost, Keys
from facilitator.vault.lockfile import LockFile
from facilitator.vault.rollback import LastSeen
from facilitator.vault.unlocked import UnlockedVault

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
            held = store.write_copy(scratch, keys.database, progress=_part_of(progress, 0))
            seal = sealing.seal_of(scratch, keys.seal)
        now = max(0, clock.now_ms())
        raw = replace(header, seal=seal, journal=head_of(store), written_at=now).pack(keys.header)
        manifest = Manifest(header.vault_id, header.copy_id, header.generation.number, _schema(store), now,
                            clock.now().isoformat(timespec="minutes"), held.counts, held.fingerprint)
        with files.told(path.parent.name):
            try:
                archive.write(path, raw, manifest.sealed(keys, raw), scratch, keys, _part_of(progress, 1))
            except FileExistsError as error:
                raise PlaceTaken(path.name) from error
    finally:
        for left in (scratch, sealing.journal(scratch)):
            with contextlib.suppress(OSError):
                left.unlink()
    return _facts(path, manifest, header)


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


def prove_backup(file: Path, secret: str, clock: Clock | None = None,
                 progress: Progress = no_progress) -> BackupFacts:
    """Prove that a backup opens with a passphrase, or with a recovery code, and is whole; nothing is changed.

    Raises WrongPassphrase, NotABackup, NewerVault, PlaceMissing, LowMemory, or what a failing disk means.
    """
    with archive.opened(file) as found:
        return _prove(file, found, _keys_for(found.header, secret), clock or SystemClock(), progress)


def prove_with(file: Path, vault_id: bytes, keys: Keys, clock: Clock, progress: Progress) -> BackupFacts:
    """The same with the keys of the vault that is open. Raises NotABackup for one of another vault or generation."""
    with archive.opened(file) as found:
        if found.header.vault_id != vault_id or not found.header.authentic(keys.header):
            raise NotABackup("other")
        return _prove(file, found, keys, clock, progress)


def restore(file: Path, folder: Path, words: str, clock: Clock, *, code: str = "", aside: bool = False,
            kdf: KdfCost | None = None, seen: LastSeen | None = None,
            progress: Progress = no_progress) -> UnlockedVault:
    """Bring a backup back as a vault in a new folder, with a copy id of its own, and open it.

    With a recovery `code`, `words` are the new ones, and the code is burned in the restored vault. Where a vault lies
    in the folder and `aside` is set, it is kept whole under a dated name beside; else PlaceTaken. Raises what `unlock`
    and `prove_backup` raise; then nothing is left behind and what was there is there.
    """
    if files.taken(folder) and not aside:
        raise PlaceTaken(folder.name)
    if code:
        passphrase.require(words, (name_of(folder),))
    with archive.opened(file) as found:
        entry = (unlocking.enter_anew(found.header, code, words, kdf) if code
                 else unlocking.enter(found.header, words))
        header = replace(entry.header, copy_id=random_id())

        def fill(data: Path) -> bytes:
            found.take_out(data, entry.keys, progress)
            return _look_into(data, found, entry.keys, clock, progress, copy_id=header.copy_id)

        way = (lambda: _move_aside(folder, clock)) if aside else None
        return creating.establish(folder, replace(entry, header=header), clock, fill, seen=seen, make_way=way)


def _prove(file: Path, found: Archive, keys: Keys, clock: Clock, progress: Progress) -> BackupFacts:
    manifest = found.manifest(keys)
    # What is put there for a moment is as encrypted as the backup itself.
    scratch = Path(tempfile.mkdtemp(prefix="backup-"))
    try:
        data = scratch / found.header.data_name
        with files.told(scratch.parent.name):
            found.take_out(data, keys, _part_of(progress, 0))
        _look_into(data, found, keys, clock, _part_of(progress, 1))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return _facts(file, manifest, found.header)


def _look_into(data: Path, found: Archive, keys: Keys, clock: Clock, progress: Progress,
               copy_id: bytes | None = None) -> bytes:
    """Open a database that was taken out, look it all over, compare it with the manifest; its journal's head."""
    header, manifest = found.header, found.manifest(keys)
    try:
        store = Store.open(
            data, keys.database, StoreFacts(header.vault_id, copy_id or header.copy_id, header.generation.number),
            clock, new_copy=copy_id is not None, before_migrating=lambda old: None)
        try:
            store.integrity(progress)
            same_schema = _schema(store) == manifest.schema
            if same_schema and (store.counts(), store.fingerprint()) != (manifest.counts, manifest.fingerprint):
                raise NotABackup("counts")
            return head_of(store)
        finally:
            store.close()
    except (VaultTorn, VaultSwapped) as error:
        raise NotABackup("data") from error


def _keys_for(header: Header, secret: str) -> Keys:
    try:
        recovery.read(secret)
    except WrongRecoveryCode:
        return unlocking.enter(header, secret).keys
    return unlocking.enter_by_code(header, secret)


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


def _move_aside(folder: Path, clock: Clock) -> Path | None:
    """Give what lies in the folder a dated name beside it; None where nothing does. Raises VaultOpenElsewhere."""
    if not files.taken(folder):
        return None
    LockFile.take(folder, clock).release()
    first = f"{name_of(folder)} until {clock.now():%Y-%m-%d %H-%M}"
    path, n = folder.with_name(first + ENDING), 1
    while files.taken(path):
        n += 1
        path = folder.with_name(f"{first} ({n}){ENDING}")
    folder.rename(path)
    return path


def _schema(store: Store) -> int:
    row = store.one("SELECT user_version FROM pragma_user_version")
    return 0 if row is None else int(row["user_version"])


def _facts(path: Path, manifest: Manifest, header: Header) -> BackupFacts:
    return BackupFacts(path, datetime.fromisoformat(manifest.made_at), manifest.counts, manifest.fingerprint,
                       manifest.vault_id, header.recovery is not None)


def _part_of(progress: Progress, half: int) -> Progress:
    """One half of a longer way, told in thousandths."""
    return lambda done, total: progress(500 * half + 500 * done // max(total, 1), 1000)
