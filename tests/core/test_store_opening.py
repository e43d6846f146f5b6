"""Opening: what is not whole, not ours or newer is refused and left as it is; settings and migrations hold."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from facilitator.errors import (
    JournalMissing,
    NewerVault,
    PlaceMissing,
    PlaceTaken,
    ReadOnlyPlace,
    UserError,
    VaultOpenElsewhere,
    VaultSwapped,
    VaultTorn,
)
from facilitator.store import Store
from facilitator.store.migrations import MIGRATIONS
from tests.make import FACTS, KEY, FakeClock, a_store, open_again
from tests.rights import file_rights_count

if TYPE_CHECKING:
    from sqlite_utils import Database


def closed(folder: Path) -> Path:
    """A store with something in it, closed."""
    store = a_store(folder)
    with store.command("test.venue") as command:
        command.insert("venue", {"name": "Library", "notes": "x" * 20_000})
    store.close()
    return store.path


def opened(path: Path, **how: object) -> Store:
    return Store.open(path, KEY, FACTS, FakeClock(), **how)  # type: ignore[arg-type]


def refused(path: Path, refusal: type[UserError], key: bytes = KEY, **facts: object) -> None:
    """Opening is refused, and nothing in the folder has changed."""
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    with pytest.raises(refusal):
        Store.open(path, key, replace(FACTS, **facts), FakeClock())  # type: ignore[arg-type]
    assert {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before


@pytest.mark.parametrize(("pragma", "value"), [
    ("cipher_page_size", "4096"), ("temp_store", 2), ("journal_mode", "truncate"), ("synchronous", 3),
    ("locking_mode", "exclusive"), ("secure_delete", 1), ("foreign_keys", 1), ("recursive_triggers", 1),
    ("trusted_schema", 0), ("cipher_log_level", "NONE"), ("cipher_use_hmac", "1"),
    ("application_id", 0x46434C54), ("user_version", len(MIGRATIONS)),
])
def test_every_setting_is_made(tmp_path: Path, pragma: str, value: object) -> None:
    store = open_again(a_store(tmp_path))
    assert store._connection.execute(f"PRAGMA {pragma}").fetchone()[0] == value
    assert store._connection.execute("PRAGMA mmap_size").fetchone() in (None, (0,))
    assert store._connection.execute("SELECT v FROM search_config WHERE k = 'secure-delete'").fetchone() == (1,)
    store.close()


def test_files_are_for_this_user_alone_and_the_journal_is_there(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {"data-1.db", "data-1.db-journal"}
    if os.name == "posix":
        assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o600}
    store.close()
    journal = tmp_path / "data-1.db-journal"
    assert journal.stat().st_size == 0
    journal.unlink()
    store = opened(store.path)  # before the first write
    assert journal.stat().st_size == 0
    store.close()


def test_nothing_readable_lies_in_the_file(tmp_path: Path) -> None:
    path = closed(tmp_path)
    data = path.read_bytes()
    assert b"Library" not in data and b"SQLite" not in data and b"venue" not in data


def test_creating_over_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data-1.db").write_bytes(b"mine")
    with pytest.raises(PlaceTaken):
        a_store(tmp_path)
    assert (tmp_path / "data-1.db").read_bytes() == b"mine"


def test_what_is_not_there_is_not_made(tmp_path: Path) -> None:
    refused(tmp_path / "data-1.db", PlaceMissing)
    (tmp_path / "data-1.db").mkdir()
    refused(tmp_path / "data-1.db", PlaceMissing)


def test_an_empty_file_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    path = closed(tmp_path)
    path.write_bytes(b"")
    refused(path, VaultTorn)


def test_a_left_over_log_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = closed(tmp_path)
    path.with_name(path.name + "-wal").write_bytes(b"x" * 4152)
    refused(path, JournalMissing)


@pytest.mark.parametrize("facts", [{"vault_id": b"W" * 16}, {"generation": 2}, {"copy_id": b"D" * 16}], ids=str)
def test_parts_of_another_vault_are_refused(tmp_path: Path, facts: dict[str, object]) -> None:
    refused(closed(tmp_path), VaultSwapped, **facts)


def test_the_wrong_key_is_refused(tmp_path: Path) -> None:
    refused(closed(tmp_path), VaultTorn, key=bytes(32))


@pytest.mark.parametrize("length", [1, 15, 16, 100, 1024, 4095])
def test_a_file_cut_short_within_its_first_page_is_refused(tmp_path: Path, length: int) -> None:
    path = closed(tmp_path)
    path.write_bytes(path.read_bytes()[:length])
    refused(path, VaultTorn)


@pytest.mark.parametrize("pages", [1, 2, 7, 30, -1])
def test_a_file_cut_short_by_pages_is_seen(tmp_path: Path, pages: int) -> None:
    path = closed(tmp_path)
    path.write_bytes(path.read_bytes()[:pages * 4096])
    with pytest.raises(VaultTorn):
        store = opened(path)
        try:
            store.integrity()
        finally:
            store.close()


def test_one_flipped_byte_in_any_page_is_seen(tmp_path: Path) -> None:
    path = closed(tmp_path)
    whole = path.read_bytes()
    for page in range(len(whole) // 4096):
        torn = bytearray(whole)
        torn[page * 4096 + (page * 131 + 17) % 4096] ^= 1
        path.write_bytes(torn)
        with pytest.raises(VaultTorn):
            store = opened(path)
            try:
                store.integrity()
            finally:
                store.close()
    path.write_bytes(whole)
    store = opened(path)
    store.integrity()
    store.close()


def test_pages_exchanged_within_the_file_are_seen(tmp_path: Path) -> None:
    path = closed(tmp_path)
    whole = bytearray(path.read_bytes())
    whole[8 * 4096:9 * 4096], whole[9 * 4096:10 * 4096] = whole[9 * 4096:10 * 4096], whole[8 * 4096:9 * 4096]
    path.write_bytes(whole)
    with pytest.raises(VaultTorn):
        store = opened(path)
        try:
            store.integrity()
        finally:
            store.close()


def change(path: Path, sql: str) -> None:
    """Change a closed store behind the app's back, with its key."""
    store = opened(path)
    store._connection.execute("UPDATE clock SET quiet = 1")
    store._connection.execute("PRAGMA foreign_keys = OFF")
    store._connection.execute(sql)
    store._connection.execute("UPDATE clock SET quiet = 0")
    store.close()


@pytest.mark.parametrize("sql", [
    "DELETE FROM venue",
    "DELETE FROM ledger",
    "UPDATE ledger SET tbl = 'member'",
    "INSERT INTO member (id, group_id, name) VALUES (zeroblob(16), zeroblob(16), 'Ghost')",
    "DELETE FROM search_data WHERE id > 10",
])
def test_broken_invariants_are_seen(tmp_path: Path, sql: str) -> None:
    path = closed(tmp_path)
    if "search" in sql:
        store = opened(path)
        with store.command("test.group") as command:
            command.insert("library_item", {"kind": "card", "item": "own-1", "language": "en", "title": "Aster",
                                            "body": "A flower."})
        store.close()
    change(path, sql)
    with pytest.raises(VaultTorn):
        store = opened(path)
        try:
            store.integrity()
        finally:
            store.close()


def test_progress_is_told_and_can_cancel(tmp_path: Path) -> None:
    store = opened(closed(tmp_path))
    told: list[tuple[int, int]] = []
    store.integrity(lambda done, total: told.append((done, total)))
    assert told[0][0] == 0 and told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)

    def no(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.integrity(no)
    store.integrity()
    store.close()


# ---------------------------------------------------------------- migrations
def second(db: Database) -> None:
    """A later schema: a table's rows change, quietly."""
    db.execute("ALTER TABLE venue ADD COLUMN parking TEXT NOT NULL DEFAULT ''")
    db.execute("UPDATE venue SET parking = 'street'")


def broken(db: Database) -> None:
    """A step that fails half-way."""
    db.execute("UPDATE venue SET name = 'half'")
    db.execute("INSERT INTO nowhere VALUES (1)")


def test_a_newer_file_is_refused_untouched(tmp_path: Path) -> None:
    path = closed(tmp_path)
    opened(path, migrations=(*MIGRATIONS, second)).close()
    refused(path, NewerVault)
    change_version = Store.open(path, KEY, FACTS, FakeClock(), migrations=(*MIGRATIONS, second))
    change_version._connection.execute("PRAGMA user_version = 1")
    change_version.close()
    refused(path, NewerVault)  # known by the name of its step alone


def test_a_file_of_another_program_is_refused(tmp_path: Path) -> None:
    path = closed(tmp_path)
    change(path, "PRAGMA application_id = 7")
    refused(path, VaultSwapped)


def test_an_older_file_is_copied_then_migrated_quietly(tmp_path: Path) -> None:
    path = closed(tmp_path)
    store = opened(path)
    before = store.fingerprint()
    store.close()
    kept: list[dict[str, int]] = []

    def keep(old: Store) -> None:
        assert old.all("SELECT name FROM pragma_table_info('venue') WHERE name = 'parking'") == []
        kept.append(old.write_copy(tmp_path / "kept.db", KEY).counts)

    store = opened(path, migrations=(*MIGRATIONS, second), before_migrating=keep)
    assert kept[0]["venue"] == 1
    assert store.fingerprint() == before  # quiet: no version was made
    assert store.one("SELECT parking FROM venue_live") == {"parking": "street"}
    assert store.one("SELECT quiet FROM clock") == {"quiet": 0}
    with store.command("test.rename") as command:  # the triggers are back
        command.update("venue", store.all("SELECT id FROM venue")[0]["id"], {"name": "Hall"})
    assert store.fingerprint() != before
    store.integrity()
    store.close()
    store = opened(tmp_path / "kept.db")
    assert store.fingerprint() == before
    store.close()
    opened(path, migrations=(*MIGRATIONS, second)).close()


def test_without_a_place_the_copy_lies_beside_the_file(tmp_path: Path) -> None:
    path = closed(tmp_path)
    opened(path, migrations=(*MIGRATIONS, second)).close()
    store = opened(tmp_path / "data-1-before-update-1.db")
    assert store.counts()["venue"] == 1
    store.close()


def test_a_step_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = closed(tmp_path)
    with pytest.raises(Exception, match="nowhere"):
        opened(path, migrations=(*MIGRATIONS, broken))
    store = opened(path)
    assert store.one("SELECT name FROM venue_live") == {"name": "Library"}
    store.integrity()
    store.close()


def test_triggers_of_another_version_are_made_anew(tmp_path: Path) -> None:
    path = closed(tmp_path)
    store = opened(path)
    before = store.all("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name")
    store.close()
    change(path, "DROP TRIGGER venue_new")
    change(path, "CREATE VIEW stray AS SELECT 1")
    change(path, "UPDATE meta SET value = x'00' WHERE key = 'triggers'")
    store = opened(path)
    assert store.all(
        "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name") == before
    store.close()


def test_a_second_one_is_kept_out(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    code = ("import sys; from pathlib import Path; from tests.make import *; from facilitator.errors import UserError\n"
            "try: Store.open(Path(sys.argv[1]), KEY, FACTS, FakeClock())\n"
            "except UserError as error: print(type(error).__name__)\n"
            "else: print('opened')")
    run: Callable[[], str] = lambda: subprocess.run(  # noqa: E731
        [sys.executable, "-c", code, str(store.path)], cwd=Path(__file__).parents[2], capture_output=True, text=True,
        check=True).stdout.strip()
    assert run() == VaultOpenElsewhere.__name__
    store.close()
    assert run() == "opened"


def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    path = closed(tmp_path)
    path.with_name(path.name + "-journal").unlink()
    tmp_path.chmod(0o500)
    try:
        with file_rights_count():
            refused(path, ReadOnlyPlace)
    finally:
        tmp_path.chmod(0o700)


def test_a_save_to_a_read_only_medium_is_refused_and_can_be_tried_again(tmp_path: Path) -> None:
    store = opened(closed(tmp_path))
    store._connection.execute("PRAGMA query_only = ON")  # what SQLite says of a write-protected stick
    with pytest.raises(ReadOnlyPlace), store.command("test.save") as command:
        command.insert("venue", {"name": "Hall"})
    assert store.counts()["venue"] == 1
    store._connection.execute("PRAGMA query_only = OFF")
    with store.command("test.save") as command:
        command.insert("venue", {"name": "Hall"})
    assert store.counts()["venue"] == 2
    store.close()


@pytest.mark.parametrize("name", ["Blue folder.vault", "100% #1?.vault", "Синяя;mode=memory.vault", "a'b&vfs=x.vault"])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    store = open_again(a_store(folder))
    with store.command("test.venue") as command:
        command.insert("venue", {"name": "Library"})
    store.write_copy(folder / "copy ?#%.db", KEY)
    store.close()
    assert {file.name for file in folder.iterdir()} == {"data-1.db", "data-1.db-journal", "copy ?#%.db"}
