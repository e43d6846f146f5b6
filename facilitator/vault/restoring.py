"""Backups that are all there is: proved with a secret somebody types, and brought back as a vault."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from facilitator.errors import PlaceTaken, UserError, WrongRecoveryCode
from facilitator.model.clock import Clock, SystemClock
from facilitator.model.ids import random_id
from facilitator.model.progress import Progress, no_progress
from facilitator.store import Store, StoreFacts
from facilitator.vault import (
    archive,
    carrying,
    creating,
    files,
    headerfiles,
    leftovers,
    passphrase,
    recovery,
    unlocking,
)
from facilitator.vault.backup import BackupFacts
from facilitator.vault.carrying import CarriedOver
from facilitator.vault.changing import head_of
from facilitator.vault.glance import ENDING, name_of
from facilitator.vault.header import Header
from facilitator.vault.keys import KdfCost, Keys
from facilitator.vault.lockfile import LockFile
from facilitator.vault.proving import look_into, prove
from facilitator.vault.rollback import LastSeen
from facilitator.vault.unlocked import UnlockedVault

_BEFORE = "data-before.db"
"""Where a copy of the replaced vault's data lies for a moment; a cut restore's next try takes it away."""


def prove_backup(file: Path, secret: str, clock: Clock | None = None,
                 progress: Progress = no_progress) -> BackupFacts:
    """Prove that a backup opens with a passphrase, or with a recovery code, and is whole; nothing is changed.

    Raises WrongPassphrase, NotABackup, NewerVault, PlaceMissing, LowMemory, or what a failing disk means.
    """
    with archive.opened(file) as found:
        return prove(file, found, _keys_for(found.header, secret), clock or SystemClock(), progress)


def restore(file: Path, folder: Path, words: str, clock: Clock, *, code: str = "", aside: bool = False,
            kdf: KdfCost | None = None, seen: LastSeen | None = None,
            progress: Progress = no_progress) -> UnlockedVault:
    """Bring a backup back as a vault in a new folder, with a copy id of its own, and open it.

    With a recovery `code`, `words` are the new ones, and the code is burned in the restored vault. Where a vault lies
    in the folder and `aside` is set, it is kept whole under a dated name beside; else PlaceTaken. Where that is the
    same vault, whoever was erased in it since the backup is erased again in what comes back. Raises what `unlock` and
    `prove_backup` raise; then nothing is left behind and what was there is there.
    """
    leftovers.put_right(folder)
    if files.taken(folder) and not aside:
        raise PlaceTaken(folder.name)
    if code:
        passphrase.require(words, (name_of(folder),))
    with archive.opened(file) as found:
        entry = (unlocking.enter_anew(found.header, code, words, kdf) if code
                 else unlocking.enter(found.header, words))
        header = replace(entry.header, copy_id=random_id())
        carried: CarriedOver | None = None

        def fill(data: Path) -> bytes:
            nonlocal carried
            found.take_out(data, entry.keys, progress)
            head = look_into(data, found, entry.keys, clock, progress, copy_id=header.copy_id)
            if not _replaces(folder, found.header):
                return head
            later = carrying.read(folder, found.header, entry.keys, code or words, clock, data.with_name(_BEFORE))
            carried = _with_keys(CarriedOver(known=False), folder, header, entry.opened.holder.id)
            if later is None:
                return head
            facts = StoreFacts(header.vault_id, header.copy_id, header.generation.number, header.sample)
            store = Store.open(data, entry.keys.database, facts, clock)
            try:
                store.by = entry.opened.holder.id
                carried = replace(carried, erased=carrying.take_over(later, store), known=True)
                return head_of(store)
            finally:
                store.close()

        way = (lambda: _aside(folder, clock)) if aside else None
        opened = creating.establish(folder, replace(entry, header=header), clock, fill, seen=seen, make_way=way)
        opened.carried_over = carried
        return opened


def _with_keys(carried: CarriedOver, folder: Path, header: Header, mine: bytes) -> CarriedOver:
    """Besides, which ways in come back that the replaced vault had no more."""
    with contextlib.suppress(UserError):
        there = {holder.id for holder in headerfiles.read(folder).header.holders} | {mine}
        sheet = header.recovery
        return replace(carried, keys_back=sum(holder.id not in there for holder in header.facilitators),
                       sheet_back=sheet is not None and sheet.id not in there)
    return carried


def _replaces(folder: Path, header: Header) -> bool:
    """Whether a vault lies in the folder that is the same one as the backup's."""
    with contextlib.suppress(UserError):
        return headerfiles.read(folder).header.vault_id == header.vault_id
    return False


def _keys_for(header: Header, secret: str) -> Keys:
    try:
        recovery.read(secret)
    except WrongRecoveryCode:
        return unlocking.enter(header, secret).keys
    return unlocking.enter_by_code(header, secret)


def _aside(folder: Path, clock: Clock) -> Path | None:
    """The dated name beside it for what lies in the folder; None where nothing does. Raises VaultOpenElsewhere."""
    if not files.taken(folder):
        return None
    LockFile.take(folder, clock).release()
    first = f"{name_of(folder)} until {clock.now():%Y-%m-%d %H-%M}"
    path, n = folder.with_name(first + ENDING), 1
    while files.taken(path):
        n += 1
        path = folder.with_name(f"{first} ({n}){ENDING}")
    return path
