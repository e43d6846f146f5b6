"""Making a vault: built whole under a name that says it is not finished, then given its own name in one step."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from facilitator.errors import NameMissing, PlaceGone, PlaceMissing, PlaceTaken, ReadOnlyPlace
from facilitator.model.clock import Clock
from facilitator.model.ids import random_id
from facilitator.model.progress import no_progress
from facilitator.store import Store, StoreFacts
from facilitator.vault import files, headerfiles, holders, passphrase, sealing
from facilitator.vault.glance import ENDING, name_of
from facilitator.vault.header import Generation, Header, HolderKind
from facilitator.vault.headerfiles import Found
from facilitator.vault.holders import Secret
from facilitator.vault.keys import STANDARD, KdfCost, Keys
from facilitator.vault.lockfile import LockFile
from facilitator.vault.rollback import LastSeen
from facilitator.vault.unlocked import Entry, UnlockedVault, head_of, open_data, signed

_FORBIDDEN = set('<>:"/\\|?*')


def folder_for(parent: Path, name: str) -> Path:
    """The folder of a vault of that name. Raises NameMissing where nothing of the name can stand in a folder's name."""
    kept = "".join(c for c in name if c not in _FORBIDDEN and c.isprintable()).strip(" .")[:60].strip(" .")
    if not kept:
        raise NameMissing("vault")
    return parent / (kept + ENDING)


def create(folder: Path, words: str, clock: Clock, *, sample: bool = False, kdf: KdfCost | None = None,
           seen: LastSeen | None = None) -> UnlockedVault:
    """Make a vault and open it. Raises PlaceTaken, WeakPassphrase, LowMemory, or what a failing disk means.

    After a refusal nothing is left behind, and trying again works.
    """
    if folder.exists():
        raise PlaceTaken(folder.name)
    passphrase.require(words, (name_of(folder),))
    vault_id, copy_id = random_id(), random_id()
    keys = Keys.fresh(vault_id)
    generation = Generation(1, random_id())
    block = holders.new_block(kdf or STANDARD)
    opened = holders.new_holder(vault_id, HolderKind.FACILITATOR, Secret.passphrase(words, block), generation,
                                keys.data)
    header = Header(vault_id=vault_id, copy_id=copy_id, sequence=0, written_at=0, sample=sample, generation=generation,
                    blocks=(block,), holders=(opened.holder,))

    def data(path: Path) -> bytes:
        store = Store.create(path, keys.database, StoreFacts(vault_id, copy_id, generation.number, sample), clock)
        try:
            return head_of(store)
        finally:
            store.close()

    built = build(folder, header, keys, clock, data)
    return open_built(folder, Entry(opened, keys, built.header), built.raw, clock, seen)


def build(folder: Path, header: Header, keys: Keys, clock: Clock, fill: Callable[[Path], bytes],
          make_way: Callable[[], Path | None] | None = None) -> Found:
    """Make a closed and sealed vault; `fill` makes the database at a path and says its journal's head.

    `make_way` moves what has the folder's name aside, and says where to. Gives the header as written.
    Raises PlaceTaken, or what a failing disk means; then nothing is left behind, and what was there is there.
    """
    unfinished = folder.with_name(f".{folder.name}{files.PART}")
    try:
        with files.told(folder.parent.name):
            if not folder.parent.is_dir():
                raise PlaceMissing(folder.parent.name)
            _clear(unfinished)
            files.make_folder(unfinished)
            data = unfinished / header.data_name
            head = fill(data)
            data.chmod(0o600)
            files.fsync_file(data)
            header, raw = signed(_sealed(header, sealing.seal_of(data, keys.seal), head), keys, clock)
            headerfiles.write(unfinished, raw)
            moved = make_way() if make_way is not None else None
            try:
                if folder.exists():
                    raise PlaceTaken(folder.name)
                unfinished.rename(folder)
            except BaseException:
                if moved is not None:
                    moved.rename(folder)
                raise
    except (PlaceGone, ReadOnlyPlace) as error:
        _clear(unfinished)
        error.place = folder.parent.name
        raise
    except BaseException:
        _clear(unfinished)
        raise
    with files.told(folder.parent.name):
        files.fsync_folder(folder.parent)
    return Found(header, raw, ())


def open_built(folder: Path, entry: Entry, raw: bytes, clock: Clock, seen: LastSeen | None) -> UnlockedVault:
    """Open what was just built, its keys being at hand."""
    lock = LockFile.take(folder, clock)
    try:
        return open_data(folder, lock, Found(entry.header, raw, ()), entry, clock, seen=seen, progress=no_progress)
    except BaseException:
        lock.release()
        raise


def _sealed(header: Header, seal: bytes, head: bytes) -> Header:
    return replace(header, seal=seal, journal=head)


def _clear(unfinished: Path) -> None:
    """Take away what a refused or cut-off making left; only files that are ours by name."""
    if unfinished.is_dir():
        with contextlib.suppress(OSError):
            for path in unfinished.iterdir():
                if path.name.startswith(("header.", "data-")):
                    path.unlink()
            unfinished.rmdir()
