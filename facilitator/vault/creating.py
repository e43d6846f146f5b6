"""Making a vault: built whole under a name that says it is not finished, then given its own name in one step."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from facilitator.errors import NameMissing, PlaceGone, PlaceMissing, PlaceTaken, ReadOnlyPlace
from facilitator.model.clock import Clock
from facilitator.model.ids import random_id
from facilitator.model.progress import no_progress
from facilitator.store import Store, StoreFacts
from facilitator.vault import files, headerfiles, holders, leftovers, passphrase, sealing
from facilitator.vault.changing import Entry, head_of, signed
from facilitator.vault.entering import open_data
from facilitator.vault.glance import ENDING, name_of
from facilitator.vault.header import Generation, Header, HolderKind
from facilitator.vault.headerfiles import Found
from facilitator.vault.keys import KdfCost, Keys
from facilitator.vault.lockfile import LockFile
from facilitator.vault.rollback import LastSeen
from facilitator.vault.unlocked import UnlockedVault

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
    leftovers.put_right(folder)
    _must_be_free(folder)
    passphrase.require(words, (name_of(folder),))
    vault_id, copy_id = random_id(), random_id()
    keys = Keys.fresh(vault_id)
    generation = Generation(1, random_id())
    block, secret = holders.fresh_secret(words, kdf)
    opened = holders.new_holder(vault_id, HolderKind.FACILITATOR, secret, generation, keys.data)
    header = Header(vault_id=vault_id, copy_id=copy_id, sequence=0, written_at=0, sample=sample, generation=generation,
                    blocks=(block,), holders=(opened.holder,))

    def data(path: Path) -> bytes:
        store = Store.create(path, keys.database, StoreFacts(vault_id, copy_id, generation.number, sample), clock)
        try:
            return head_of(store)
        finally:
            store.close()

    return establish(folder, Entry(opened, keys, header), clock, data, seen=seen)


@contextlib.contextmanager
def aside(folder: Path, clock: Clock) -> Iterator[Path]:
    """A hidden place to make and fill a vault in, which gets the folder's name once the block is done, closed, whole.

    After a refusal, or being stopped, nothing is left behind. Raises PlaceTaken, VaultOpenElsewhere while another
    process makes one there, or what a failing disk means.
    """
    hidden, named = leftovers.hidden(folder), False
    _must_be_free(folder)
    if files.is_folder(hidden):
        LockFile.take(hidden, clock).release()
        leftovers.clear(hidden)
    try:
        yield hidden
        with files.told(folder.parent.name):
            if files.taken(folder):
                raise PlaceTaken(folder.name)
            hidden.rename(folder)
            named = True
            files.fsync_folder(folder.parent)
    except BaseException:
        leftovers.clear(folder if named else hidden)
        raise


def establish(folder: Path, entry: Entry, clock: Clock, fill: Callable[[Path], bytes], *, seen: LastSeen | None,
              make_way: Callable[[], Path | None] | None = None) -> UnlockedVault:
    """Make a closed and sealed vault, give it its name, and open it.

    `fill` makes the database at a path and says its journal's head; `make_way` says where what has the folder's name
    shall go. Raises PlaceTaken, PlaceMissing, VaultOpenElsewhere while another process is at it, or what a failing
    disk means; then nothing is left behind, and what was there is there. Cut off, `leftovers` puts it right.
    """
    unfinished = leftovers.unfinished(folder)
    moved: Path | None = None
    made = named = False
    building: LockFile | None = None
    try:
        with files.told(folder.parent.name):
            if not files.is_folder(folder.parent):
                raise PlaceMissing(folder.parent.name)
            if files.is_folder(unfinished):
                LockFile.take(unfinished, clock).release()
                leftovers.clear(unfinished)
            files.make_folder(unfinished)
            made = True
            building = LockFile.take(unfinished, clock)
            header, raw = _build(unfinished, entry.header, entry.keys, clock, fill)
            moved = make_way() if make_way is not None else None
            if moved is not None:
                files.write_whole(unfinished / leftovers.ASIDE, moved.name.encode())
                folder.rename(moved)
            if files.taken(folder):
                raise PlaceTaken(folder.name)
            building.release()  # where a folder with an open file in it cannot be renamed
            unfinished.rename(folder)
            named = True
            files.fsync_folder(folder.parent)
        return _open(folder, replace(entry, header=header), raw, clock, seen)
    except BaseException as error:
        if named:
            try:
                folder.rename(unfinished)
            except OSError:
                if moved is None:  # else it stands whole, as does the older one beside it
                    leftovers.clear(folder)
        if building is not None:
            building.release()
        if made and (moved is None or _moved_back(moved, folder)):
            leftovers.clear(unfinished)
        if isinstance(error, PlaceGone | ReadOnlyPlace):
            error.place = folder.parent.name
        raise


def _moved_back(moved: Path, folder: Path) -> bool:
    """Whether what was moved aside, or was about to be, lies where it lay; if not, what is unfinished tells of it."""
    try:
        moved.rename(folder)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _build(folder: Path, header: Header, keys: Keys, clock: Clock,
           fill: Callable[[Path], bytes]) -> tuple[Header, bytes]:
    data = folder / header.data_name
    head = fill(data)
    files.fsync_file(data)
    header, raw = signed(replace(header, seal=sealing.seal_of(data, keys.seal), journal=head), keys, clock)
    headerfiles.write(folder, raw)
    return header, raw


def _open(folder: Path, entry: Entry, raw: bytes, clock: Clock, seen: LastSeen | None) -> UnlockedVault:
    lock = LockFile.take(folder, clock)
    try:
        return open_data(folder, lock, Found(entry.header, raw, ()), entry, clock, seen=seen, progress=no_progress)
    except BaseException:
        lock.release()
        raise


def _must_be_free(folder: Path) -> None:
    """Refuse a name that is taken, or a place that is not there, before any key is worked out."""
    if files.taken(folder):
        raise PlaceTaken(folder.name)
    if not files.is_folder(folder.parent):
        raise PlaceMissing(folder.parent.name)
