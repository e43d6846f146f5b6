"""Taking a row away for good: what it owns goes along, bare ids stay, and nothing brings it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.errors import NotFound
from facilitator.model.ids import Id
from facilitator.store import Store
from tests.make import a_store, open_again

NAME = "Wilhelmina"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return a_store(tmp_path)


def a_member(store: Store) -> tuple[Id, Id, Id]:
    """A group, a session and a member who was present, agreed to something, and needs something."""
    with store.command("test.member") as command:
        command.label = "Added."
        group = command.insert("groups", {"name": "Grief", "application": "grief", "record_level": 1,
                                          "created_on": "2025-01-01"})
        session = command.insert("session", {"group_id": group, "held_on": "2025-01-01", "start_minute": 0,
                                             "minutes": 60})
        member = command.insert("member", {"group_id": group, "name": NAME})
        command.insert("attendance", {"session_id": session, "member_id": member, "present": 1})
        command.insert("consent", {"member_id": member, "purpose": "list", "state": "given"})
        command.insert("access_need", {"group_id": group, "member_id": member, "adjustment": f"{NAME}’s chair"})
    return group, session, member


def test_a_person_goes_with_all_that_is_theirs(store: Store) -> None:
    group, session, member = a_member(store)
    with store.command("test.erase", undo=False) as command:
        gone = command.erase("member", member)
    assert sorted(table for table, _id in gone) == ["access_need", "attendance", "consent", "member"]
    assert store.last_change.areas == {"members", "attendance"}
    assert {name: many for name, many in store.counts().items() if many} == {"groups": 1, "session": 1}
    assert store.search(NAME) == []
    for name in ("member", "attendance", "consent", "access_need"):
        assert store.all(f"SELECT id FROM {name}") == []  # not in the bin: gone
    traces = store.all("SELECT tbl, rev, seen, fv FROM ledger WHERE state = 2 ORDER BY tbl")
    assert traces == [{"tbl": name, "rev": None, "seen": None, "fv": None}
                      for name in ("access_need", "attendance", "consent", "member")]
    store.integrity()
    assert '"erased"' in store.journal(1)[0].rows and NAME not in store.journal(1)[0].rows
    store = open_again(store)
    store.integrity()
    assert store.touched(member) is None and store.touched(group) is not None and store.touched(session) is not None


def test_nothing_brings_it_back(store: Store) -> None:
    _group, _session, member = a_member(store)
    with store.command("test.rename") as command:
        command.update("member", member, {"name": "Wil"})
    with store.command("test.erase", undo=False) as command:
        command.erase("member", member)
    assert store.undo_label is None and store.undo() is None  # the steps before it still held the name
    with pytest.raises(NotFound), store.command("test.put") as command:
        command.put("member", member, {"name": NAME})
    with pytest.raises(NotFound), store.command("test.erase", undo=False) as command:
        command.erase("member", member)


def test_a_binned_row_goes_too_and_half_an_erasure_is_none(store: Store) -> None:
    _group, _session, member = a_member(store)
    with store.command("test.bin") as command:
        command.bin("member", member)
    with pytest.raises(RuntimeError, match="stop"), store.command("test.erase", undo=False) as command:
        command.erase("member", member)
        raise RuntimeError("stop")
    assert [row["name"] for row in store.all("SELECT name FROM member")] == [NAME]
    with store.command("test.erase", undo=False) as command:
        command.erase("member", member)
    assert store.all("SELECT name FROM member") == []
    store.integrity()


def test_an_erasure_never_hides_in_a_command_that_promises_undo(store: Store) -> None:
    _group, _session, member = a_member(store)
    with pytest.raises(ValueError, match="cannot be undone"), store.command("test.erase") as command:
        command.erase("member", member)
    assert store.counts()["member"] == 1


def test_what_is_cleared_stays_away_while_its_row_stays(store: Store) -> None:
    _group, _session, member = a_member(store)
    with store.command("test.bin") as command:
        command.bin("member", member)
    with pytest.raises(ValueError, match="cannot be undone"), store.command("test.clear") as command:
        command.clear("member", member, {"name": "Wil"})
    with store.command("test.clear", undo=False) as command:
        command.clear("member", member, {"name": "Wil"})  # in the bin too
    assert store.all("SELECT name FROM member") == [{"name": "Wil"}]
    assert store.undo_label is None and store.undo() is None  # the step before it still held the name
    with pytest.raises(NotFound), store.command("test.clear", undo=False) as command:
        command.clear("member", b"0" * 16, {"name": "Wil"})
    store.integrity()
