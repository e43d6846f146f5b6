"""A new key for the whole vault, so that somebody who was removed cannot open what is written from now on.

The steps, at each of which it may be cut off; up to the fifth the vault is the old one, from then on the new one:

1. a mark in the folder names the two databases that may lie there;
2. a copy of the database is written under the new key, flushed, read back and compared;
3. the copy gets its empty journal;
4. it is opened, as the next store;
5. the header that names it is put in the place of the old one: the first rename decides, the second copy follows;
6. the open store goes on in the new file;
7. the old file and its journal are taken away;
8. the mark is taken away.

Whoever opens a folder that still has the mark takes away that one of the two which the header does not name.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from pathlib import Path

from facilitator.errors import UserError
from facilitator.model.clock import Clock
from facilitator.model.ids import random_id
from facilitator.model.progress import Progress
from facilitator.store import Store, StoreFacts
from facilitator.vault import files, headerfiles, sealing
from facilitator.vault.changing import Entry, signed, without
from facilitator.vault.header import Generation, Header, data_name
from facilitator.vault.holders import open_key, seal_key
from facilitator.vault.keys import Keys
from facilitator.vault.parsing import MOST_GENERATIONS

MARK = "rekeying"
_LONGEST = 1000
_DATA = re.compile(r"data-\d+\.db")


def rekey(folder: Path, store: Store, entry: Entry, raw: bytes, leaving: bytes, clock: Clock,
          progress: Progress) -> tuple[Entry, bytes]:
    """Put an open vault under a new key for all holders but one; nobody else need be there. The entry from now on.

    Raises Cancelled from `progress`, and what a failing disk means; then nothing has changed and nothing is left
    behind. Where not even that can be told any more, the store takes nothing more, and the next opening looks.
    """
    before = entry.header
    tidy(folder, before)
    keys = Keys.fresh(before.vault_id)
    header = _next(folder, before, keys, leaving)
    data = folder / header.data_name
    facts = StoreFacts(header.vault_id, header.copy_id, header.generation.number, header.sample)
    opened = replace(entry.opened, holder=next(h for h in header.holders if h.id == entry.opened.holder.id))
    if open_key(header.vault_id, opened, header.generation) != keys.data:
        raise RuntimeError("the new key would not open for who makes it")
    header, new_raw = signed(header, keys, clock)
    fresh: Store | None = None
    deciding = False
    try:
        with files.told(folder.name):
            names = {*_marked(folder), before.data_name, header.data_name}
            files.write_whole(folder / MARK, " ".join(sorted(names)).encode())
        store.write_copy(data, keys.database, facts=facts,
                         progress=lambda done, total: progress(9 * done, 10 * total))
        with files.told(folder.name):
            sealing.prepare_journal(data)
        fresh = Store.open(data, keys.database, facts, clock)
        progress(1, 1)
        store.one("SELECT 1")  # raises Cancelled where the vault is being locked
        deciding = True
        headerfiles.write(folder, new_raw, raw)
    except BaseException:
        if fresh is None or not _stands(folder, header):
            if fresh is not None:
                fresh.close()
            if not deciding or _stands(folder, before):
                _clear(folder, before)
            else:
                store.interrupt()
            raise
        # Only the second copy is missing: it is the new vault by now, and the copy is written at the next change.
    fresh.by = store.by
    store.become(fresh)
    _clear(folder, header)
    return Entry(opened, keys, header), new_raw


def tidy(folder: Path, header: Header) -> None:
    """After a rekeying that was cut off: take away the database that the header does not name. Never raises."""
    if files.in_sight(folder / MARK):
        _clear(folder, header)


def _next(folder: Path, before: Header, keys: Keys, leaving: bytes) -> Header:
    number = before.generation.number + 1
    while files.taken(folder / data_name(number)):  # of an older state that was put back: not ours to write over
        number += 1
    generation = Generation(number, random_id(), (*before.generation.parents, before.generation.id)[-MOST_GENERATIONS:])
    staying = without(before, leaving)
    holders = tuple(replace(holder, keys=(seal_key(before.vault_id, holder, generation, keys.data),))
                    for holder in staying.holders)
    return replace(staying, generation=generation, holders=holders, seal=None)


def _stands(folder: Path, header: Header) -> bool:
    """Whether the header on the disk is of this header's generation; False too where it cannot be read."""
    try:
        return headerfiles.read(folder).header.generation == header.generation
    except UserError:
        return False


def _clear(folder: Path, header: Header) -> None:
    with contextlib.suppress(OSError):
        for name in _marked(folder):
            if name != header.data_name:
                (folder / name).unlink(missing_ok=True)
                sealing.journal(folder / name).unlink(missing_ok=True)
        (folder / MARK).unlink()
        files.fsync_folder(folder)


def _marked(folder: Path) -> tuple[str, ...]:
    """The databases that the mark names; none where there is no mark."""
    try:
        said = files.read_bounded(folder / MARK, _LONGEST).decode("ascii", "replace")
    except OSError:
        return ()
    return tuple(name for name in said.split() if _DATA.fullmatch(name))
