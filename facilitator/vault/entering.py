"""From keys to an open store: the seal checked and taken away, and all looked over after an unclean close."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

from facilitator.errors import UserError, VaultSwapped
from facilitator.model.clock import Clock
from facilitator.model.progress import Progress
from facilitator.store import Store, StoreFacts
from facilitator.vault import files, headerfiles, rekeying, sealing
from facilitator.vault.changing import Entry, note_seen, signed
from facilitator.vault.drafts import FOLDER as DRAFTS
from facilitator.vault.glance import BACKUPS
from facilitator.vault.header import Header
from facilitator.vault.headerfiles import Found
from facilitator.vault.keys import Keys
from facilitator.vault.lockfile import LockFile
from facilitator.vault.rollback import LastSeen, rolled_back
from facilitator.vault.unlocked import UnlockedVault


def open_data(folder: Path, lock: LockFile, found: Found, entry: Entry, clock: Clock, *, seen: LastSeen | None,
              progress: Progress) -> UnlockedVault:
    """Open a vault whose lock is held. Raises VaultTorn, VaultSwapped, JournalMissing, NewerVault, or what a disk says.

    `entry.header` is `found.header` with what this opening changes in it. A refusal leaves the files as they were.
    """
    before = found.header
    data = folder / before.data_name
    clean = before.seal is not None
    sealing.check_files(data, clean)
    if before.seal is not None:
        sealing.check_seal(data, before.seal, entry.keys.seal)
    with files.told(folder.name):
        made = sealing.prepare_journal(data)
        files.sweep_parts(folder)
        files.sweep_parts(folder / DRAFTS)
        files.sweep_parts(folder / BACKUPS)
    header, raw = signed(replace(entry.header, seal=None), entry.keys, clock)
    warning = rolled_back(before, seen) if seen is not None else None
    headerfiles.write(folder, raw, found.raw)
    facts = StoreFacts(header.vault_id, header.copy_id, header.generation.number, header.sample)
    try:
        store = Store.open(data, entry.keys.database, facts, clock,
                           before_migrating=lambda old: _keep_older(folder, old, header, entry.keys, clock))
    except Exception:
        _put_back(folder, data, found, entry.keys, made)
        raise
    try:
        if not clean:
            look_over(store, before, progress)
            store.settle()
    except BaseException:
        store.close()
        _put_back(folder, data, found, entry.keys, made)
        raise
    rekeying.tidy(folder, header)
    note_seen(seen, header)
    return UnlockedVault(folder, lock, replace(entry, header=header), raw, store, clock, seen=seen,
                         after_crash=not clean, healed=bool(found.hurt), warning=warning)


def look_over(store: Store, before: Header, progress: Progress) -> None:
    """All checks there are, after an unclean close. Raises VaultTorn; raises what `progress` raises."""
    store.integrity(progress)
    if before.journal and not store.journal_holds(before.journal):
        raise VaultSwapped


def _keep_older(folder: Path, store: Store, header: Header, keys: Keys, clock: Clock) -> None:
    """A verified backup of a vault that an older version of the app made, before its schema is brought up to date."""
    from facilitator.vault import backup
    from facilitator.vault.snapshots import BEFORE_UPDATE

    backup.keep(folder, store, header.without_devices(), keys, clock, why=BEFORE_UPDATE)


def _put_back(folder: Path, data: Path, found: Found, keys: Keys, made_journal: bool) -> None:
    """Undo the beginning of an opening that was refused; a seal comes back only to a file that is still as sealed."""
    seal = found.header.seal
    with contextlib.suppress(OSError, UserError):
        if seal is None:
            headerfiles.write(folder, found.raw)
        elif sealing.seal_of(data, keys.seal) == seal and not sealing.journal_size(data):
            headerfiles.write(folder, found.raw)
            if made_journal:
                sealing.journal(data).unlink()
