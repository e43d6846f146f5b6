"""Copies: consistent, verified, under any key; and an independent reader agrees about what is in the file."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from facilitator.errors import BackupFailed, PlaceGone, PlaceTaken, VaultTorn
from facilitator.model.progress import Cancelled
from facilitator.store import Store
from tests.make import FACTS, KEY, FakeClock, a_store

OTHER = bytes(reversed(range(32)))
GROUP = {"name": "Aster", "application": "grief", "record_level": 1, "created_on": "2025-01-01"}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = a_store(tmp_path)
    with store.command("test.seed") as command:
        group = command.insert("groups", GROUP)
        command.insert("session", {"group_id": group, "held_on": "2025-11-20", "start_minute": 0, "minutes": 90})
        for n in range(200):
            command.insert("member", {"group_id": group, "name": f"Canary {n}", "contact": "x" * 3000})
    return store


def test_a_copy_holds_the_same_and_opens_under_its_own_key(store: Store, tmp_path: Path) -> None:
    facts = store.write_copy(tmp_path / "copy.db", OTHER)
    assert facts.counts == store.counts() and facts.counts["member"] == 200
    assert facts.fingerprint == store.fingerprint()
    assert not (tmp_path / "copy.db-journal").exists()
    copy = Store.open(tmp_path / "copy.db", OTHER, FACTS, FakeClock())
    assert copy.all("SELECT * FROM member ORDER BY id") == store.all("SELECT * FROM member ORDER BY id")
    assert copy.journal_head() == store.journal_head()
    copy.integrity()
    copy.close()
    with pytest.raises(VaultTorn):
        Store.open(tmp_path / "copy.db", KEY, FACTS, FakeClock())


def test_a_copy_can_be_of_a_new_generation(store: Store, tmp_path: Path) -> None:
    newer = replace(FACTS, generation=2)
    store.write_copy(tmp_path / "data-2.db", OTHER, facts=newer)
    copy = Store.open(tmp_path / "data-2.db", OTHER, newer, FakeClock())
    assert copy.facts == newer and store.facts == FACTS
    assert copy.fingerprint() == store.fingerprint()
    copy.close()


def test_a_restored_copy_gets_an_id_and_a_chain_of_its_own(store: Store, tmp_path: Path) -> None:
    store.write_copy(tmp_path / "copy.db", KEY)
    mine = replace(FACTS, copy_id=b"D" * 16)
    copy = Store.open(tmp_path / "copy.db", KEY, mine, FakeClock(), new_copy=True)
    assert copy.facts == mine
    assert not copy.journal_holds(store.journal_head())
    with copy.command("test.more") as command:
        command.insert("venue", {"name": "Library"})
    assert [entry.n for entry in copy.journal()] == [1]
    copy.integrity()
    copy.close()
    copy = Store.open(tmp_path / "copy.db", KEY, mine, FakeClock())
    assert copy.all("SELECT copy_id FROM copy ORDER BY copy_id") == [{"copy_id": b"C" * 16}, {"copy_id": b"D" * 16}]
    copy.close()


def test_nothing_is_written_over_and_nothing_half_made_stays(store: Store, tmp_path: Path) -> None:
    place = tmp_path / "copy.db"
    place.write_bytes(b"mine")
    with pytest.raises(PlaceTaken):
        store.write_copy(place, OTHER)
    assert place.read_bytes() == b"mine"
    place.unlink()

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        store.write_copy(place, OTHER, progress=stop)
    with pytest.raises(PlaceGone):
        store.write_copy(tmp_path / "nowhere" / "copy.db", OTHER)
    with pytest.raises(RuntimeError), store.command("test.copy"):
        store.write_copy(place, OTHER)
    assert not list(tmp_path.glob("copy*"))
    told: list[tuple[int, int]] = []
    store.write_copy(place, OTHER, progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 0
    store.integrity()


def test_a_copy_that_cannot_be_read_back_does_not_stay(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from facilitator.store import copying

    def torn(folder: Path) -> None:  # the disk took the pages and lost one
        data = bytearray((folder / "copy.db").read_bytes())
        data[-2000] ^= 1
        (folder / "copy.db").write_bytes(data)

    monkeypatch.setattr(copying, "sync_folder", torn)
    with pytest.raises(BackupFailed):
        store.write_copy(tmp_path / "copy.db", OTHER)
    assert not list(tmp_path.glob("copy*"))


def test_the_bytes_of_an_open_file_are_a_whole_copy(store: Store, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    copy = tmp_path / "copy.db"
    copy.write_bytes(b"".join(store.pieces(lambda done, total: told.append((done, total)))))
    assert copy.stat().st_size == store.size and told[-1] == (store.size, store.size)
    again = Store.open(copy, KEY, store.facts, FakeClock())
    again.integrity()
    assert (again.counts(), again.fingerprint()) == (store.counts(), store.fingerprint())
    again.close()


def test_reading_the_bytes_does_not_unlock_the_file(store: Store) -> None:
    with store.command("test.group") as command:
        command.insert("venue", {"name": "Library"})
    b"".join(store.pieces())
    script = "from facilitator.store.connection import connect; import sys, pathlib;" \
        "connect(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))"
    other = subprocess.run([sys.executable, "-c", script, store.path, KEY.hex()], capture_output=True, text=True)
    assert other.returncode != 0 and "VaultOpenElsewhere" in other.stderr


def test_the_bytes_are_taken_at_rest_alone(store: Store) -> None:
    with store.command("test.nothing"), pytest.raises(RuntimeError):
        store.pieces()
    journal = store.path.with_name(store.path.name + "-journal")
    before = journal.read_bytes()
    journal.write_bytes(b"half a save")
    with pytest.raises(BackupFailed):
        store.pieces()
    journal.write_bytes(before)
    found = store.pieces()
    store.interrupt()
    with pytest.raises(Cancelled):
        b"".join(found)
    store.rollback()


def test_the_fingerprint_is_of_ids_and_versions(store: Store) -> None:
    member = store.all("SELECT id FROM member_live")[0]["id"]
    seen = {store.fingerprint()}
    with store.command("test.bin") as command:
        command.bin("member", member)
    seen.add(store.fingerprint())
    store.undo()
    seen.add(store.fingerprint())
    assert len(seen) == 3


# ---------------------------------------------------------------- an independent reader
def by_another(path: Path, key: bytes) -> apsw.Connection:
    """The file in the hands of another implementation of the format."""
    other = apsw.Connection(str(path))
    for setting in ("cipher = 'sqlcipher'", "legacy = 4", f"""key = "x'{key.hex()}'\""""):
        other.execute(f"PRAGMA {setting}")
    return other


def test_another_implementation_reads_the_same(store: Store) -> None:
    tables = [row["name"] for row in store.all(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")]
    mine = {name: store.all(f"SELECT * FROM {name} ORDER BY 1, 2") for name in tables}
    store.close()
    other = by_another(store.path, KEY)
    assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert other.execute("PRAGMA foreign_key_check").fetchall() == []
    for name in tables:
        cursor = other.execute(f"SELECT * FROM {name} ORDER BY 1, 2")
        rows = cursor.fetchall()
        assert [list(row) for row in rows] == [list(row.values()) for row in mine[name]], name
    assert other.execute("SELECT count(*) FROM search('aster')").fetchall() == [(1,)]
    other.close()


def test_random_histories_read_the_same_elsewhere(tmp_path: Path) -> None:
    chance = random.Random(20251120)
    store = a_store(tmp_path)
    names = {}
    for _ in range(60):
        row_id = bytes([chance.randrange(12)]) * 16
        if chance.random() < 0.2 and row_id in names:
            with store.command("test.bin") as command:
                command.bin("venue", row_id)
            names.pop(row_id)
        else:
            names[row_id] = f"Venue {chance.random()}"
            with store.command("test.put") as command:
                command.put("venue", row_id, {"name": names[row_id], "notes": "x" * chance.randrange(20_000)})
    ledger = store.all("SELECT id, rev, seen, state FROM ledger ORDER BY id")
    store.close()
    other = by_another(store.path, KEY)
    assert dict(other.execute("SELECT id, name FROM venue_live").fetchall()) == names
    assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    for row in ledger:
        found = other.execute("SELECT rev, seen, state FROM ledger WHERE id = ?", (row["id"],)).fetchall()
        assert found == [(row["rev"], row["seen"], row["state"])]
        json.loads(row["seen"] or "[]")
    other.close()


def test_what_was_overwritten_is_nowhere_in_the_file(store: Store, tmp_path: Path) -> None:
    """Decrypt the whole file with the other implementation and look for what is gone."""
    with store.command("test.clear", undo=False) as command:
        for row in store.all("SELECT id FROM member_live"):
            command.update("member", row["id"], {"name": "Robin", "contact": ""})
    store.close()
    before = tmp_path / "plain.db"
    before.write_bytes(store.path.read_bytes())
    other = by_another(before, KEY)
    other.execute("PRAGMA journal_mode = MEMORY")
    other.execute("PRAGMA rekey = ''")
    other.close()
    plain = before.read_bytes()
    assert plain.startswith(b"SQLite format 3") and b"Aster" in plain and b"Robin" in plain
    assert b"anary" not in plain and b"xxxxxxxx" not in plain
