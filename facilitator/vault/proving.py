"""Proving a backup: taken out, opened, looked all over, and compared with what its manifest says."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

from facilitator.errors import NotABackup, VaultSwapped, VaultTorn
from facilitator.model.clock import Clock
from facilitator.model.progress import Progress
from facilitator.store import Store, StoreFacts
from facilitator.vault import archive, files
from facilitator.vault.archive import Archive
from facilitator.vault.backup import BackupFacts, facts_of, half_of, schema_of
from facilitator.vault.changing import head_of
from facilitator.vault.glance import BACKUPS
from facilitator.vault.keys import Keys


def prove_with(file: Path, vault_id: bytes, keys: Keys, clock: Clock, progress: Progress,
               folder: Path) -> BackupFacts:
    """Prove a backup with the keys of the vault that is open. Raises NotABackup for another vault's or generation's.

    What is put there for a moment lies in the vault's `folder`, where the next opening finds what a cut left.
    """
    with archive.opened(file) as found:
        if found.header.vault_id != vault_id or not found.header.authentic(keys.header):
            raise NotABackup("other")
        return prove(file, found, keys, clock, progress, folder / BACKUPS)


def prove(file: Path, found: Archive, keys: Keys, clock: Clock, progress: Progress,
          beside: Path | None = None) -> BackupFacts:
    """What an opened backup holds, once all of it was looked at; nothing is changed. Raises NotABackup."""
    manifest = found.manifest(keys)
    # What is put there for a moment is as encrypted as the backup itself.
    with files.told(beside.parent.name if beside is not None else ""):
        scratch = _scratch(beside)
    try:
        data = scratch / found.header.data_name
        with files.told(scratch.parent.name):
            found.take_out(data, keys, half_of(progress, 0))
        look_into(data, found, keys, clock, half_of(progress, 1))
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return facts_of(file, manifest, found.header)


def _scratch(beside: Path | None) -> Path:
    if beside is None:
        return Path(tempfile.mkdtemp(prefix="backup-"))
    with contextlib.suppress(FileExistsError):
        files.make_folder(beside)
    scratch = beside / f"proof{files.PART}"
    shutil.rmtree(scratch, ignore_errors=True)
    files.make_folder(scratch)
    return scratch


def look_into(data: Path, found: Archive, keys: Keys, clock: Clock, progress: Progress,
              copy_id: bytes | None = None) -> bytes:
    """Open a database that was taken out, look it all over, compare it with the manifest; its journal's head."""
    header, manifest = found.header, found.manifest(keys)
    try:
        store = Store.open(
            data, keys.database, StoreFacts(header.vault_id, copy_id or header.copy_id, header.generation.number),
            clock, new_copy=copy_id is not None, before_migrating=lambda old: None)
        try:
            store.integrity(progress)
            same_schema = schema_of(store) == manifest.schema
            if same_schema and (store.counts(), store.fingerprint()) != (manifest.counts, manifest.fingerprint):
                raise NotABackup("counts")
            return head_of(store)
        finally:
            store.close()
    except (VaultTorn, VaultSwapped) as error:
        raise NotABackup("data") from error
