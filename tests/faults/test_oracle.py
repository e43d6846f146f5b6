"""Another implementation of the format reads every database with the derived key: the same rows, and whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import apsw
import pytest

from facilitator import vault
from facilitator.vault import archive, headerfiles
from facilitator.vault.keys import Keys
from facilitator.vault.unlocking import enter, enter_by_code
from tests.core.vaults import OTHER_WORDS, TINY, WORDS, add_group
from tests.faults.tally import Tally
from tests.make import FakeClock

pytestmark = pytest.mark.fault("oracle")
KEPT = Path(__file__).parents[1] / "kept"
Rows = dict[str, list[tuple[object, ...]]]
TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"


def by_another(path: Path, key: bytes) -> Rows:
    """Every row of a file as the other program reads it, which also looks whether it is whole. Raises apsw.Error."""
    other = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        for setting in ("cipher = 'sqlcipher'", "legacy = 4", f"""key = "x'{key.hex()}'\""""):
            other.execute(f"PRAGMA {setting}")
        names = [name for (name,) in other.execute(TABLES)]
        assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert other.execute("PRAGMA foreign_key_check").fetchall() == []
        return {name: sorted(other.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names}
    finally:
        other.close()


def by_us(opened: vault.UnlockedVault) -> Rows:
    """Every row as our own store reads it."""
    names = [row["name"] for row in opened.store.all(TABLES)]
    return {name: sorted((tuple(row.values()) for row in opened.store.all(f"SELECT * FROM {name}")), key=repr)
            for name in names}


def keys_of(folder: Path, words: str = WORDS) -> Keys:
    """What the words give."""
    return enter(headerfiles.read(folder).header, words).keys


def agrees(tally: Tally, what: str, folder: Path, ours: Rows, words: str = WORDS) -> Keys:
    """The closed vault's database, read by the other program, is what we read when it was open; its keys."""
    keys = keys_of(folder, words)
    theirs = by_another(folder / headerfiles.read(folder).header.data_name, keys.database)
    tally.tried(1, what)
    assert theirs.keys() == ours.keys()
    assert [name for name in ours if theirs[name] != ours[name]] == []
    return keys


def test_from_the_first_schema_to_a_vault_that_was_brought_back(tmp_path: Path, tally: Tally) -> None:
    clock, folder = FakeClock(), tmp_path / "Blue folder.vault"
    shutil.copytree(KEPT / "schema-1.vault", folder)
    first = by_another(folder / "data-1.db", keys_of(folder).database)
    tally.tried(1, "of the first schema, untouched")

    opened = vault.unlock(folder, WORDS, clock)
    ours = by_us(opened)
    opened.close()
    assert len(ours["member"]) == len(first["member"]) > 10
    agrees(tally, "brought up to date", folder, ours)

    opened = vault.unlock(folder, WORDS, clock)
    add_group(opened, "Wren")
    leaving = opened.add_facilitator(OTHER_WORDS)
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    file = opened.backup(tmp_path).path
    ours = by_us(opened)
    opened.close()
    before = agrees(tally, "after a save", folder, ours)

    with archive.opened(file) as found:
        keys = enter_by_code(found.header, pending.code)
        found.take_out(tmp_path / "taken.db", keys, lambda _done, _all: None)
    in_backup = by_another(tmp_path / "taken.db", keys.database)
    tally.tried(1, "in a backup, by the code")
    assert in_backup["member"] == ours["member"] and in_backup["groups"] == ours["groups"]

    opened = vault.unlock(folder, WORDS, clock)
    opened.remove_facilitator(leaving)
    ours = by_us(opened)
    opened.close()
    after = agrees(tally, "after a removal", folder, ours)
    assert after.database != before.database and ours["ledger"] and ours["groups"] == in_backup["groups"]
    with pytest.raises(apsw.NotADBError):
        by_another(folder / "data-2.db", before.database)
    tally.tried(1, "the old key, worthless")

    back = vault.restore(file, tmp_path / "Back.vault", WORDS, clock)
    ours = by_us(back)
    back.close()
    agrees(tally, "brought back", tmp_path / "Back.vault", ours)
    assert ours["member"] == in_backup["member"]

    back = vault.recover(folder, pending.code, "marble kettle four silent penguins", clock, kdf=TINY)
    ours = by_us(back)
    back.close()
    agrees(tally, "after a recovery", folder, ours, "marble kettle four silent penguins")


@pytest.mark.parametrize("kept", sorted(KEPT.glob("schema-*.vault")), ids=lambda kept: kept.stem)
def test_every_kept_vault(kept: Path, tmp_path: Path, tally: Tally) -> None:
    folder = tmp_path / "Blue folder.vault"
    shutil.copytree(kept, folder)
    opened = vault.unlock(folder, WORDS, FakeClock())
    ours, counts = by_us(opened), opened.store.counts()
    opened.close()
    agrees(tally, "of every schema", folder, ours)
    live = {row[0] for row in ours["ledger"] if row[5] == 0}
    assert all(sum(row[0] in live for row in ours[name]) == many for name, many in counts.items())
