"""Undo: one step a command, always back to the former live contents, and never over work that cannot be undone."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.store import Store
from tests.make import a_store, open_again

GROUP = {"name": "Aster", "application": "grief", "record_level": 1, "created_on": "2025-01-01"}
_TABLES = ("groups", "member", "setting")


def live(store: Store) -> dict[str, list[dict[str, Any]]]:
    return {table: store.all(f"SELECT * FROM {table}_live ORDER BY id") for table in _TABLES}


_TEXT = st.sampled_from(["", "Aster", "O'Brien", 'say "hi"', "nul\0l", "Zoë 🌱", "x" * 5000])
_WHICH = st.integers(0, 2)
_WRITE = st.one_of(
    st.tuples(st.just("member"), _WHICH, _TEXT, st.booleans()),
    st.tuples(st.just("setting"), _WHICH, _TEXT),
    st.tuples(st.just("groups"), _WHICH, _TEXT, st.none() | st.integers(-(2**63), 2**63 - 1)),
    st.tuples(st.just("bin"), st.sampled_from(_TABLES), _WHICH),
)


def write(store: Store, steps: list[tuple[Any, ...]], undo: bool = True) -> None:
    with store.command("test.write", undo=undo) as command:
        command.label = f"{steps!r}"
        for step in steps:
            name, which = (step[1], step[2]) if step[0] == "bin" else (step[0], step[1])
            row_id = bytes([which]) * 15 + name[:1].encode()
            match step:
                case "member", _, name, active:
                    group = b"\0" * 15 + b"g"
                    if not store.all("SELECT 1 FROM groups WHERE id = ?", (group,)):
                        command.put("groups", group, GROUP)
                    command.put("member", row_id, {"group_id": group, "name": name, "active": active})
                case "setting", _, value:
                    command.put("setting", row_id, {"key": "k", "value": value})
                case "groups", _, name, cap:
                    command.put("groups", row_id, {**GROUP, "name": name, "size_cap": cap})
                case "bin", table, _ if store.all(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)):
                    command.bin(table, row_id)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(_WRITE, min_size=1, max_size=4) | st.just("undo"), max_size=14))
def test_undo_always_returns_the_former_live_contents(history: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = a_store(Path(folder))
        former: list[dict[str, list[dict[str, Any]]]] = []
        for step in [*history, *["undo"] * len(history)]:
            now = live(store)
            if step == "undo":
                undone = store.undo()
                assert (undone is None) == (not former)
                if former:
                    assert live(store) == former.pop()
            else:
                write(store, step)
                if live(store) != now:
                    former.append(now)
                else:  # nothing seen changed, though rows in the bin may have: that too is taken back
                    if store.last_change.can_undo:
                        former.append(now)
            assert (store.undo_label is None) == (not former)
        assert store.all("SELECT 1 FROM ledger WHERE state = 0") == []
        store.integrity()
        store.close()


def test_the_label_is_the_newest_one(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    assert store.undo_label is None and store.undo() is None
    for name in ("One.", "Two."):
        with store.command(f"test.{name}") as command:
            command.label = name
            command.insert("venue", {"name": name})
    assert store.undo_label == "Two."
    step = store.undo()
    assert step is not None
    assert (step.kind, step.label, step.change.areas, step.change.can_undo) == ("test.Two.", "Two.", {"venues"}, False)
    assert store.last_change == step.change
    assert store.undo_label == "One."


def test_undo_of_one_row_stops_where_something_else_was_done(tmp_path: Path) -> None:
    """A page takes back what was changed on it: not how it was made, and nothing of other rows."""
    store = a_store(tmp_path)
    rows = [bytes([n]) * 16 for n in (1, 2)]
    for row in rows:
        with store.command("test.make") as command:
            command.put("venue", row, {"name": "Hall"})
    assert not store.undoable(rows[1]) and store.undo(rows[1]) is None  # made by the newest command
    with store.command("test.name") as command:
        command.put("venue", rows[0], {"name": "St Anne's"})
    assert store.undoable(rows[0]) and not store.undoable(rows[1])
    assert store.undo(rows[1]) is None
    assert store.undo(rows[0]) is not None
    assert {row["name"] for row in store.all("SELECT name FROM venue_live")} == {"Hall"}
    assert store.undo(rows[0]) is None


def test_undo_of_an_import_is_one_step_and_is_journalled(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    with store.command("test.group") as command:
        group = command.insert("groups", GROUP)
    with store.command("test.import") as command:
        for n in range(300):
            member = command.insert("member", {"group_id": group, "name": f"Member {n}"})
            command.insert("consent", {"member_id": member, "purpose": "list", "state": "not-asked"})
    assert len(store.search("member", limit=1000)) == 300
    store.undo()
    assert (store.counts()["member"], store.counts()["consent"], store.counts()["groups"]) == (0, 0, 1)
    assert store.search("member") == []
    newest = store.journal(1)[0]
    assert newest.kind == "undo test.import"
    assert newest.rows.count('"binned"') == 2


def test_commands_without_undo_leave_the_rest_undoable(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    with store.command("test.group") as command:
        group = command.insert("groups", GROUP)
    with store.command("test.rename") as command:
        command.update("groups", group, {"name": "Birch", "audience": "carers"})
    with store.command("test.pack", undo=False) as command:
        command.update("groups", group, {"last_pack": "[]"})
    assert not command.change().can_undo
    store.undo()
    assert store.one("SELECT name, audience, last_pack FROM groups_live") == {
        "name": "Aster", "audience": "", "last_pack": "[]"}


def test_undo_never_overrules_what_cannot_be_undone(tmp_path: Path) -> None:
    """A purge clears a column; an older step that had changed it must not bring its former value back."""
    store = a_store(tmp_path)
    with store.command("test.group") as command:
        group = command.insert("groups", GROUP)
        member = command.insert("member", {"group_id": group, "name": "Robin", "contact": "07700 900123"})
    with store.command("test.edit") as command:
        command.update("member", member, {"name": "Wren", "contact": "07700 900456"})
    with store.command("test.purge", undo=False) as command:
        command.update("member", member, {"contact": ""})
    store.undo()
    assert store.one("SELECT name, contact FROM member_live") == {"name": "Robin", "contact": ""}
    with store.command("test.bin", undo=False) as command:
        command.bin("member", member)
    store.undo()
    assert store.counts()["member"] == store.counts()["groups"] == 0


def test_undo_is_forgotten_on_close(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    with store.command("test.venue") as command:
        command.insert("venue", {"name": "Library"})
    store = open_again(store)
    assert store.undo() is None
    assert store.counts()["venue"] == 1


def test_no_more_than_a_hundred_steps_are_kept(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    for n in range(105):
        with store.command("test.venue") as command:
            command.insert("venue", {"name": f"{n}"})
    steps = 0
    while store.undo():
        steps += 1
    assert steps == 100
    assert store.counts()["venue"] == 5
