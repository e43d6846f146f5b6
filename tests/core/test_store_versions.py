"""Row versions: every save names all the versions it has seen, so that no later merge can lose one."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.model.ids import hash_id
from facilitator.store import Store
from facilitator.store.register import TABLES
from facilitator.store.versions import statements
from tests.make import KEY, FakeClock, a_store

GROUP = {"name": "Aster", "application": "grief", "record_level": 1, "created_on": "2025-01-01"}


def version(store: Store, row_id: bytes) -> dict[str, Any]:
    row = store.one("SELECT rev, seen, fv, state FROM ledger WHERE id = ?", (row_id,))
    assert row is not None
    return {"rev": row["rev"], "state": row["state"], "seen": json.loads(row["seen"] or "[]"),
            "fv": json.loads(row["fv"] or "{}")}


def test_a_save_makes_a_version_that_has_seen_the_one_before(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    with store.command("a") as command:
        group = command.insert("groups", GROUP)
    first = version(store, group)
    assert first["rev"] > 0 and first["seen"] == [] and first["fv"] == {} and first["state"] == 0
    with store.command("b") as command:
        command.update("groups", group, {"name": "Birch", "audience": "", "size_cap": 8})
    second = version(store, group)
    assert second["seen"] == [first["rev"]]
    assert second["rev"] not in (0, first["rev"])
    assert second["fv"] == {"name": second["rev"], "size_cap": second["rev"]}
    with store.command("c") as command:
        command.bin("groups", group)
    third = version(store, group)
    assert third["state"] == 1
    assert third["seen"] == [first["rev"], second["rev"]]
    assert third["fv"] == second["fv"]
    with store.command("d") as command:
        command.put("groups", group, {"name": "Cedar"})
    fourth = version(store, group)
    assert fourth["state"] == 0
    assert fourth["seen"][:3] == [first["rev"], second["rev"], third["rev"]]
    assert fourth["fv"] == {"name": fourth["rev"], "size_cap": second["rev"]}


def test_undo_makes_a_new_version_and_never_brings_an_old_one_back(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    with store.command("a") as command:
        group = command.insert("groups", GROUP)
    first = version(store, group)
    with store.command("b") as command:
        command.update("groups", group, {"name": "Birch"})
    second = version(store, group)
    store.undo()
    undone = version(store, group)
    assert store.one("SELECT name FROM groups_live") == {"name": "Aster"}
    assert undone["rev"] not in (first["rev"], second["rev"])
    assert undone["seen"] == [first["rev"], second["rev"]]


_TEXT = st.sampled_from(["Aster", "Birch", "Cedar"])
_STEP = st.one_of(
    st.tuples(st.just("put"), st.integers(0, 3), _TEXT, st.none() | st.integers(1, 9)),
    st.tuples(st.just("bin"), st.integers(0, 3)),
    st.tuples(st.just("undo")),
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(_STEP, min_size=1, max_size=3), max_size=15))
def test_no_version_is_ever_lost(history: list[list[tuple[Any, ...]]]) -> None:
    """Whatever is done: each version has seen every earlier one, and a field's version is the one that wrote it."""
    with tempfile.TemporaryDirectory() as folder:
        store = a_store(Path(folder))
        ever: dict[bytes, list[int]] = {}
        for steps in history:
            before = {row["id"]: row for row in store.all("SELECT * FROM groups")}
            if steps[0][0] == "undo":
                store.undo()
            else:
                with store.command("test") as command:
                    for step in steps:
                        row_id = bytes([step[1]]) * 16 if len(step) > 1 else b""
                        if step[0] == "put":
                            command.put("groups", row_id, {**GROUP, "name": step[2], "size_cap": step[3]})
                        elif step[0] == "bin" and row_id in before:
                            command.bin("groups", row_id)
            for row in store.all("SELECT * FROM groups"):
                now = version(store, row["id"])
                known = ever.setdefault(row["id"], [])
                assert set(known) - {now["rev"]} <= set(now["seen"])
                assert len(set(now["seen"])) == len(now["seen"]) and now["rev"] not in now["seen"]
                for column in (name for name in row if name != "id" and row["id"] in before):
                    if row[column] != before[row["id"]][column]:
                        assert now["fv"][column] not in known
                assert set(now["fv"].values()) <= {*now["seen"], now["rev"]}
                known[:] = [*now["seen"], now["rev"]]
            # Nothing is ever deleted.
            assert set(before) <= {row["id"] for row in store.all("SELECT id FROM groups")}
        store.integrity()
        store.close()


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_rows_go_to_the_bin_and_never_away(tmp_path: Path, table: str) -> None:
    store = a_store(tmp_path)
    everything(store)
    for statement in (f"DELETE FROM {table}", f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
                      f"UPDATE {table} SET id = randomblob(16)"):
        with pytest.raises(Exception, match=r"never"):
            store._connection.execute(statement)
    assert store.counts()[table] == 1
    store.integrity()


@pytest.mark.parametrize("table", [table.name for table in TABLES if table.insert_only])
def test_what_happened_is_never_changed(tmp_path: Path, table: str) -> None:
    store = a_store(tmp_path)
    row = everything(store)[table]
    column = {"consent": "how", "agreement_version": "present", "note_amendment": "body"}.get(table, "made_on")
    with pytest.raises(Exception, match="never changed"), store.command("test") as command:
        command.update(table, row, {column: 7})
    with store.command("test") as command:
        command.bin(table, row)
    assert store.counts()[table] == 0


def test_every_table_has_its_triggers_and_view_and_nothing_else_has(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    found = {(row["type"], row["name"]) for row in store.all(
        "SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view')")}
    assert found == {("view" if name.endswith("_live") else "trigger", name) for name, _ in statements(TABLES)}
    for table in TABLES:
        assert {("trigger", f"{table.name}_{what}") for what in ("new", "chg", "kept", "id")} <= found
        assert ("view", f"{table.name}_live") in found
    logged = store.one("SELECT count(*) AS n FROM sqlite_temp_schema WHERE type = 'trigger'")
    assert logged == {"n": 2 * len(TABLES) + 1}


def everything(store: Store) -> dict[str, bytes]:
    """One row in every shared table."""
    with store.command("test.everything") as c:
        made = {"organisation": c.insert("organisation", {"name": "Aster House"})}
        made["facilitator"] = c.insert("facilitator", {"name": "Kim"})
        made["venue"] = c.insert("venue", {"name": "Library"})
        made["groups"] = c.insert("groups", GROUP)
        of_group = {"group_id": made["groups"]}
        made["series"] = c.insert("series", {**of_group, "weekday": 3, "start_minute": 1140, "minutes": 90,
                                             "first_on": "2025-01-02"})
        made["session"] = c.insert("session", {**of_group, "held_on": "2025-01-02", "start_minute": 1140,
                                               "minutes": 90})
        made["member"] = c.insert("member", {**of_group, "name": "Robin"})
        made["consent"] = c.insert("consent", {"member_id": made["member"], "purpose": "list", "state": "given"})
        made["access_need"] = c.insert("access_need", {**of_group, "adjustment": "Front seat"})
        made["attendance"] = c.insert("attendance", {"session_id": made["session"], "member_id": made["member"],
                                                     "present": 1})
        made["agenda"] = c.insert("agenda", {**of_group, "minutes": 90})
        made["agreement_version"] = c.insert("agreement_version", {**of_group, "number": 1,
                                                                   "adopted_on": "2025-01-02"})
        made["paper_out"] = c.insert("paper_out", {**of_group, "document": "sign-in", "copies": 1,
                                                   "printed_on": "2025-01-02", "personal": "contained"})
        made["setting"] = c.insert("setting", {"key": "paper", "value": '"a4"'})
        made["role"] = c.insert("role", {"session_id": made["session"], "role": "welcomer"})
        made["pairing"] = c.insert("pairing", {**of_group, "one": "B4", "other": "K9", "started_on": "2025-01-02"})
        made["pairing_meeting"] = c.insert("pairing_meeting", {"pairing_id": made["pairing"], "met_on": "2025-01-09",
                                                               "minutes": 45})
        made["member_date"] = c.insert("member_date", {"member_id": made["member"], "kind": "remembered", "month": 3,
                                                       "day": 9})
        made["library_item"] = c.insert("library_item", {"kind": "card", "item": "own-1", "language": "en",
                                                         "title": "A walk", "body": "Walk."})
        made["run"] = c.insert("run", {"session_id": made["session"]}, hash_id("run", made["session"]))
        made["loose_end"] = c.insert("loose_end", {"group_id": made["groups"], "session_id": made["session"],
                                                   "words": "Buy tissues", "raised_on": "2025-01-09"})
        made["baton"] = c.insert("baton", {"group_id": made["groups"], "session_id": made["session"],
                                           "words": "All is put away", "written_on": "2025-01-09"})
        made["debrief"] = c.insert("debrief", {"session_id": made["session"], "held_on": "2025-01-09"})
        made["sealed"] = c.insert("sealed", {"holder": b"h" * 16, "kind": "reflective", "on_date": "2025-01-09",
                                             "body": b"sealed"})
        made["theme"] = c.insert("theme", {"group_id": made["groups"], "label": "Sleep"})
        made["session_theme"] = c.insert("session_theme", {"session_id": made["session"], "theme_id": made["theme"],
                                                           "present": 1})
        made["note"] = c.insert("note", {"group_id": made["groups"], "session_id": made["session"],
                                         "body": "We breathed.", "written_on": "2025-01-09"})
        made["note_amendment"] = c.insert("note_amendment", {"note_id": made["note"], "body": "Twice.",
                                                             "written_on": "2025-01-16"})
        made["kept_word"] = c.insert("kept_word", {"word": "hope"}, hash_id("kept word", "hope"))
        made["concern"] = c.insert("concern", {"made_on": "2025-01-09", "passed_to": "lead"})
        made["concern_amendment"] = c.insert("concern_amendment", {"concern_id": made["concern"],
                                                                   "made_on": "2025-01-10", "body": b"sealed"})
        made["incident"] = c.insert("incident", {"group_id": made["groups"], "kind": "accident",
                                                 "on_date": "2025-01-09"})
        made["feedback"] = c.insert("feedback", {"group_id": made["groups"], "month": "2025-01"})
        made["measure"] = c.insert("measure", {"group_id": made["groups"], "instrument": "own", "month": "2025-01",
                                               "people": 9, "counts": "{}"})
        made["helpline"] = c.insert("helpline", {"name": "Crisis team", "number": "01632 960111", "channel": "call"})
        made["number_called"] = c.insert("number_called", {"line": "gb-samaritans", "number": "116 123", "works": 1,
                                                           "checked_on": "2025-01-09", "until": "2025-07-09"})
        made["shelf_mark"] = c.insert("shelf_mark", {"kind": "card", "item": "sleep", "favourite": 1})
        made["translation"] = c.insert("translation", {"language": "es", "read_by": "Kim", "read_on": "2025-01-09"})
    assert set(made) == {table.name for table in TABLES}
    return made


def test_two_laptops_can_tell_whose_work_has_seen_whose(tmp_path: Path) -> None:
    """Two copies go apart; from what each holds a later merge can tell newer from clash, field by field."""
    one = a_store(tmp_path)
    rows = everything(one)
    one.write_copy(tmp_path / "other.db", KEY)
    other = Store.open(tmp_path / "other.db", KEY, replace(one.facts, copy_id=b"D" * 16), FakeClock(), new_copy=True)
    here = hash_id(rows["session"], b"newcomer")
    for store, name in ((one, "Aster"), (other, "Birch")):
        with store.command("test.apart") as command:
            command.put("attendance", here, {"session_id": rows["session"], "member_id": rows["member"], "present": 1})
            command.update("groups", rows["groups"], {"audience": name} if store is one else {"size_cap": 5})
    with one.command("test.newer") as command:
        command.update("member", rows["member"], {"name": "Wren"})

    mine, theirs = version(one, rows["member"]), version(other, rows["member"])
    assert theirs["rev"] in mine["seen"] and mine["rev"] not in theirs["seen"]  # newer
    mine, theirs = version(one, rows["groups"]), version(other, rows["groups"])
    assert theirs["rev"] not in mine["seen"] and mine["rev"] not in theirs["seen"]  # apart …
    assert not set(mine["fv"]) & set(theirs["fv"])  # … yet in different fields
    assert set(mine["seen"]) & set(theirs["seen"])
    mine, theirs = version(one, here), version(other, here)  # the same tick on both: one row, two versions
    assert mine["rev"] != theirs["rev"] and mine["seen"] == theirs["seen"] == []
    assert version(one, rows["venue"]) == version(other, rows["venue"])
    one.close()
    other.close()


def test_of_feedback_and_concerns_only_the_day_is_kept(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    made = everything(store)
    day = 86_400_000
    for table in TABLES:
        touched = store.touched(made[table.name])
        assert touched is not None and (touched[1] % day == 0) is table.dated, table.name
    with store.command("test.bin") as c:
        c.bin("feedback", made["feedback"])
    with store.command("test.change") as c:
        c.update("concern", made["concern"], {"closed_on": "2025-02-01"})
    assert all(store.all(f"SELECT at FROM ledger WHERE id = ? AND at % {day} = 0", (made[name],))
               for name in ("feedback", "concern"))
    assert [entry.at % day for entry in store.journal(2)] == [0, 0]
    assert store.one("SELECT at FROM clock") == {"at": store.journal(1)[0].at}
    store.integrity()
