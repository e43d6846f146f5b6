"""The journal: who did what when to which rows, never contents, in a chain that shows any change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from facilitator.errors import VaultTorn
from facilitator.store import Store
from tests.make import FakeClock, a_store, open_again

GROUP = {"name": "Aster", "application": "grief", "record_level": 1, "created_on": "2025-01-01"}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = a_store(tmp_path)
    store.by = b"H" * 16
    with store.command("group.add") as command:
        group = command.insert("groups", GROUP)
    with store.command("member.add") as command:
        for name in ("Robin", "Wren"):
            command.insert("member", {"group_id": group, "name": name, "contact": "07700 900123"})
    return store


def quietly(store: Store, sql: str) -> None:
    """Tampering as somebody with the key could do it."""
    store._connection.execute("UPDATE clock SET quiet = 1")
    store._connection.execute(sql)
    store._connection.execute("UPDATE clock SET quiet = 0")


def test_an_entry_tells_who_when_what_and_never_contents(store: Store) -> None:
    (row,) = store.all("SELECT id FROM groups")
    with store.command("group.rename") as command:
        command.update("groups", row["id"], {"name": "Canary", "audience": "canaries"})
        command.bin("member", store.all("SELECT id FROM member_live")[0]["id"])
    entry = store.journal()[0]
    assert (entry.kind, entry.by, entry.at, entry.copy_id) == (
        "group.rename", b"H" * 16, FakeClock().now_ms(), store.facts.copy_id)
    rows = {(table, what, tuple(columns)): ids for table, what, columns, ids in json.loads(entry.rows)}
    assert rows["groups", "changed", ("name", "audience")] == [row["id"].hex()]
    assert len(rows["member", "binned", ()]) == 1
    whole = "".join(f"{entry!r}" for entry in store.journal())
    assert not any(word in whole for word in ("Aster", "Canary", "canaries", "Robin", "07700"))


def test_the_head_moves_with_every_command_and_is_kept(store: Store) -> None:
    heads = [store.journal_head()]
    for name in ("One", "Two"):
        with store.command("venue.add") as command:
            command.insert("venue", {"name": name})
        heads.append(store.journal_head())
    assert len(set(heads)) == 3 and {len(head) for head in heads} == {32}
    again = open_again(store)
    assert again.journal_head() == heads[-1]
    assert all(again.journal_holds(head) for head in heads)
    assert not again.journal_holds(b"?" * 32)
    assert [entry.n for entry in again.journal()] == [5, 4, 3, 2, 1]
    again.close()


@pytest.mark.parametrize("tampering", [
    "UPDATE journal SET kind = 'member.look' WHERE n = 2",
    "UPDATE journal SET by = x'00' WHERE n = 2",
    "UPDATE journal SET at = at + 1 WHERE n = 2",
    "UPDATE journal SET rows = '[]' WHERE n = 3",
    "DELETE FROM journal WHERE n = 2",
    "DELETE FROM journal WHERE n = 1",
    "UPDATE journal SET n = 9 WHERE n = 3",
    "UPDATE journal SET copy_id = zeroblob(16) WHERE n = 3",
])
def test_any_change_to_the_journal_shows(store: Store, tampering: str) -> None:
    store.integrity()
    quietly(store, tampering)
    with pytest.raises(VaultTorn):
        store.integrity()


def test_the_journal_is_only_added_to(store: Store) -> None:
    for sql in ("DELETE FROM journal", "UPDATE journal SET kind = 'x'", "DELETE FROM ledger",
                "INSERT OR REPLACE INTO journal SELECT * FROM journal"):
        with pytest.raises(Exception, match="never"):
            store._connection.execute(sql)
    store.integrity()


def test_old_entries_can_go_and_leave_a_checkpoint(tmp_path: Path) -> None:
    clock = FakeClock()
    store = a_store(tmp_path, clock)
    for n in range(6):
        clock.move(days=100)
        with store.command(f"venue.{n}") as command:
            command.insert("venue", {"name": str(n)})
    sealed = store.journal()[3].hash  # what a header may hold
    clock.move(days=1)
    assert store.purge_journal(clock.now_ms() - 250 * 86_400_000) == 4
    assert [entry.kind for entry in store.journal()] == ["journal.purge", "venue.5", "venue.4", "venue.3"]
    store.integrity()
    assert store.journal_holds(sealed)
    assert store.purge_journal(0) == 0
    clock.move(days=1)
    assert store.purge_journal(clock.now_ms()) == 5
    assert [entry.n for entry in store.journal()] == [10]
    store = open_again(store)
    store.integrity()
    with store.command("venue.more") as command:
        command.insert("venue", {"name": "more"})
    store.integrity()
    quietly(store, "DELETE FROM checkpoint")
    with pytest.raises(VaultTorn):
        store.integrity()
