"""What a restored vault takes over from the one it replaces: who was erased since, and which backups there are."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from facilitator.errors import UserError, WrongPassphrase, WrongRecoveryCode
from facilitator.model.clock import Clock
from facilitator.model.ids import Id
from facilitator.store import Store, StoreFacts
from facilitator.store.register import TABLES, Erasure
from facilitator.store.versions import ERASED
from facilitator.vault import backup, headerfiles, sealing, unlocking
from facilitator.vault.header import Header
from facilitator.vault.keys import Keys
from facilitator.vault.lockfile import LockFile

_CLEARED = tuple((table.name, column.name) for table in TABLES for column in table.columns
                 if column.erasure is Erasure.CLEARED)


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """What came of it: rows of people and groups that were erased again. `known` is False where the replaced vault
    could not be read, so that somebody who was erased since the backup may be back.
    """

    erased: int = 0
    known: bool = True
    keys_back: int = 0
    """Keys that were taken away since the backup, and open what came back."""
    sheet_back: bool = False
    """Whether a recovery sheet that was replaced or used since works again."""


@dataclass(frozen=True, slots=True)
class Later:
    """What the replaced vault knew: bare ids of what was erased, emptied columns of rows, backups written down."""

    erased: tuple[tuple[str, Id], ...]
    emptied: frozenset[tuple[str, str, Id]]
    backups: tuple[tuple[Id, str, str], ...]


def read(folder: Path, backup_header: Header, keys: Keys, secret: str, clock: Clock, scratch: Path) -> Later | None:
    """What a closed vault of the same id knows, read from a copy of it that is put at `scratch` for a moment.

    None where it is damaged, or neither the backup's keys nor the words typed for it open it. Raises
    VaultOpenElsewhere; the vault itself is not touched.
    """
    header = headerfiles.read(folder).header
    mine = keys if header.generation.id == backup_header.generation.id else _keys(header, secret)
    if mine is None or not header.authentic(mine.header):
        return None
    lock = LockFile.take(folder, clock)
    try:
        data = folder / header.data_name
        shutil.copyfile(data, scratch)
        with contextlib.suppress(FileNotFoundError):
            shutil.copyfile(sealing.journal(data), sealing.journal(scratch))
    except OSError:  # a disk that cannot be read any more is what a backup is for
        _throw_away(scratch)
        return None
    finally:
        lock.release()
    try:
        store = Store.open(scratch, mine.database,
                           StoreFacts(header.vault_id, header.copy_id, header.generation.number, header.sample), clock,
                           before_migrating=lambda old: None)
        try:
            return _later(store)
        finally:
            store.close()
    except UserError:
        return None
    finally:
        _throw_away(scratch)


def take_over(later: Later, store: Store) -> int:
    """Erase again what was erased since the backup, and note the backups made since; how many rows had come back."""
    rows = {table.name for table in TABLES}
    with store.command("restore.carry_over", undo=False) as command:
        names: set[str] = set()
        back = 0
        for table, id in later.erased:
            if table in rows and store.one("SELECT id FROM ledger WHERE id = ? AND state <> ?", (id, ERASED)):
                if table == "member":
                    names |= {_alike(row["name"]) for row in store.all("SELECT name FROM member WHERE id = ?", (id,))}
                command.erase(table, id)
                back += 1
        for table, column in _CLEARED if names else ():
            for row in store.all(f'SELECT id, "{column}" AS said FROM {table} WHERE "{column}" <> \'\''):
                if _alike(row["said"]) in names and (table, column, row["id"]) in later.emptied:
                    command.clear(table, row["id"], {column: ""})
        for id, key, value in later.backups:
            command.put("setting", id, {"key": key, "value": value})
    return back


def _later(store: Store) -> Later:
    erased = store.all("SELECT tbl, id FROM ledger WHERE state = ?", (ERASED,))
    emptied = {(table, column, row["id"]) for table, column in _CLEARED
               for row in store.all(f'SELECT id FROM {table} WHERE coalesce("{column}", \'\') = \'\'')}
    made = store.all("SELECT id, key, value FROM setting_live WHERE key >= ? AND key < ?", backup.MADE_KEYS)
    return Later(tuple((row["tbl"], row["id"]) for row in erased), frozenset(emptied),
                 tuple((row["id"], row["key"], row["value"]) for row in made))


def _keys(header: Header, secret: str) -> Keys | None:
    with contextlib.suppress(WrongPassphrase):
        return unlocking.enter(header, secret).keys
    with contextlib.suppress(WrongRecoveryCode, UserError):
        return unlocking.enter_by_code(header, secret)
    return None


def _throw_away(scratch: Path) -> None:
    for left in (scratch, sealing.journal(scratch)):
        left.unlink(missing_ok=True)


def _alike(said: object) -> str:
    return " ".join(str(said).casefold().split())
