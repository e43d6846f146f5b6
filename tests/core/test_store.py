"""The store's door: commands happen whole or not at all, and hand back what they changed."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest

from facilitator.errors import NotFound
from facilitator.model.change import Change
from facilitator.model.ids import hash_id
from facilitator.model.member import ConsentState
from facilitator.model.progress import Cancelled
from facilitator.store import Store
from tests.make import FakeClock, a_store

GROUP = {"name": "Aster", "application": "grief", "record_level": 1, "created_on": date(2025, 1, 1)}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return a_store(tmp_path)


def seed(store: Store) -> tuple[bytes, bytes]:
    """A group with one member."""
    with store.command("test.seed") as command:
        group = command.insert("groups", GROUP)
        member = command.insert("member", {"group_id": group, "name": "Robin"})
    return group, member


def test_a_command_saves_and_says_what_it_changed(store: Store) -> None:
    with store.command("test.add") as command:
        command.label = "Group added."
        group = command.insert("groups", GROUP)
    assert command.change() == Change(frozenset({"groups"}), frozenset({group}), "Group added.", True)
    assert store.last_change == command.change()
    row = store.one("SELECT * FROM groups_live WHERE id = ?", (group,))
    assert row is not None
    assert (row["name"], row["created_on"], row["is_open"], row["team"]) == ("Aster", "2025-01-01", 1, "[]")


def test_values_are_stored_plainly(store: Store) -> None:
    _group, member = seed(store)
    with store.command("test.add") as command:
        command.update("member", member, {"active": False, "first_seen": date(2025, 2, 3)})
        command.insert("consent", {"member_id": member, "purpose": "list", "state": ConsentState.GIVEN})
    assert store.one("SELECT active, first_seen FROM member") == {"active": 0, "first_seen": "2025-02-03"}
    assert store.one("SELECT state FROM consent") == {"state": "given"}


def test_what_goes_wrong_in_a_command_leaves_no_trace(store: Store) -> None:
    _group, member = seed(store)
    before, head = store.fingerprint(), store.journal_head()
    with pytest.raises(NotFound), store.command("test.half") as command:
        command.update("member", member, {"name": "Half"})
        command.insert("groups", GROUP)
        command.update("member", b"?" * 16, {"name": "Nobody"})
    assert (store.fingerprint(), store.journal_head()) == (before, head)
    assert store.one("SELECT name FROM member") == {"name": "Robin"}
    assert store.search("half") == []
    with store.command("test.again") as command:
        command.update("member", member, {"name": "Whole"})
    assert [hit.title for hit in store.search("whole")] == ["Whole"]


def test_a_command_that_changes_nothing_writes_nothing(store: Store) -> None:
    group, member = seed(store)
    before, head = store.fingerprint(), store.journal_head()
    with store.command("test.same") as command:
        command.update("member", member, {"name": "Robin", "active": True})
        command.put("groups", group, {"name": "Aster"})
    assert command.change() == Change()
    assert (store.fingerprint(), store.journal_head()) == (before, head)


def test_there_and_back_within_a_command_is_no_change(store: Store) -> None:
    _group, member = seed(store)
    with store.command("test.there and back") as command:
        command.update("member", member, {"name": "Other"})
        command.update("member", member, {"name": "Robin"})
    assert command.change() == Change()


def test_a_row_in_the_bin_is_not_there(store: Store) -> None:
    _group, member = seed(store)
    with store.command("test.bin") as command:
        command.bin("member", member)
    assert store.all("SELECT * FROM member_live") == []
    assert len(store.all("SELECT * FROM member")) == 1
    assert store.counts()["member"] == 0
    with pytest.raises(NotFound), store.command("test.edit") as command:
        command.update("member", member, {"name": "Ghost"})
    with store.command("test.bin again") as command:
        command.bin("member", member)
    assert command.change() == Change()


def test_put_inserts_updates_and_revives(store: Store) -> None:
    setting = hash_id("setting", "paper")
    for value in ("a4", "letter"):
        with store.command("test.put") as command:
            assert command.put("setting", setting, {"key": "paper", "value": value}) == setting
        assert store.all("SELECT value FROM setting_live") == [{"value": value}]
    with store.command("test.bin") as command:
        command.bin("setting", setting)
    with store.command("test.revive") as command:
        command.put("setting", setting, {"value": "letter"})
    assert store.all("SELECT key, value FROM setting_live") == [{"key": "paper", "value": "letter"}]
    assert command.change().ids == {setting}


def test_an_erased_id_never_comes_back(store: Store) -> None:
    group, member = seed(store)
    connection = store._connection
    connection.execute("BEGIN")
    connection.execute("UPDATE clock SET quiet = 1")
    connection.execute("DELETE FROM member")
    connection.execute("UPDATE ledger SET state = 2, rev = NULL, seen = NULL, fv = NULL WHERE id = ?", (member,))
    connection.execute("UPDATE clock SET quiet = 0")
    connection.execute("COMMIT")
    with pytest.raises(NotFound), store.command("test.put") as command:
        command.put("member", member, {"group_id": group, "name": "Robin"})
    with pytest.raises(NotFound), store.command("test.bin") as command:
        command.bin("member", member)
    assert store.touched(member) is None
    assert store.counts()["member"] == 0


def test_commands_join(store: Store) -> None:
    with store.command("test.outer") as outer:
        outer.label = "Both."
        group = outer.insert("groups", GROUP)
        with store.command("test.inner") as inner:
            member = inner.insert("member", {"group_id": group, "name": "Robin"})
        assert inner.change().ids >= {member}
    assert outer.change().ids == {group, member}
    assert outer.change().areas == {"groups", "members"}
    assert store.undo() is not None
    assert store.counts()["groups"] == store.counts()["member"] == 0
    assert store.undo() is None


def test_a_failed_inner_command_spoils_the_outer(store: Store) -> None:
    with pytest.raises(RuntimeError), store.command("test.outer") as outer:
        group = outer.insert("groups", GROUP)
        with pytest.raises(NotFound), store.command("test.inner") as inner:
            inner.insert("member", {"group_id": group, "name": "Robin"})
            inner.bin("venue", b"?" * 16)
    assert store.counts()["groups"] == store.counts()["member"] == 0


def test_names_come_from_the_register_alone(store: Store) -> None:
    for call in (
        lambda c: c.insert("member; DROP TABLE member", {"name": "x"}),
        lambda c: c.insert("ledger", {"state": 2}),
        lambda c: c.insert("venue", {"name) VALUES (1); --": "x"}),
        lambda c: c.put("venue", b"x" * 16, {"by": b""}),
    ):
        with pytest.raises(KeyError), store.command("test.names") as command:
            call(command)
    assert set(store.counts().values()) == {0}


def test_a_reference_to_nothing_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"), store.command("test.orphan") as command:
        command.insert("member", {"group_id": b"?" * 16, "name": "Robin"})
    assert store.counts()["member"] == 0
    # Order within a command does not matter.
    with store.command("test.order") as command:
        command.insert("member", {"group_id": b"!" * 16, "name": "Robin"})
        command.insert("groups", GROUP, b"!" * 16)
    assert store.counts()["member"] == 1


def test_questions_do_not_write(store: Store) -> None:
    seed(store)
    for sql in ("DELETE FROM member", "UPDATE member SET name = ''", " pragma quiet", "REPLACE INTO member VALUES (1)"):
        with pytest.raises(ValueError, match="questions only"):
            store.all(sql)
    assert store.one("SELECT 1 AS a WHERE 0") is None
    assert store.all("WITH x (n) AS (VALUES (1), (2)) SELECT n FROM x") == [{"n": 1}, {"n": 2}]


def test_who_and_when_stand_in_the_ledger(tmp_path: Path) -> None:
    clock = FakeClock()
    store = a_store(tmp_path, clock)
    _group, member = seed(store)
    assert store.touched(member) == (b"", clock.now_ms())
    store.by = b"H" * 16
    clock.move(days=-3650)  # a clock that goes back is shown, never compared
    with store.command("test.rename") as command:
        command.update("member", member, {"name": "Wren"})
    assert store.touched(member) == (b"H" * 16, clock.now_ms())
    assert store.touched(b"?" * 16) is None


def test_an_interrupt_stops_a_command_and_all_that_follow(store: Store) -> None:
    group, _member = seed(store)
    before = store.fingerprint()
    with pytest.raises(Cancelled), store.command("test.import") as command:
        for n in range(50):
            command.insert("member", {"group_id": group, "name": f"Member {n}"})
            if n == 20:
                thread = threading.Thread(target=store.interrupt)  # from another thread, as lock does
                thread.start()
                thread.join()
    for call in (lambda: store.one("SELECT 1"), lambda: store.search("x"), store.counts, store.integrity,
                 lambda: store.command("test.more").__enter__()):
        with pytest.raises(Cancelled):
            call()
    store.rollback()
    assert store.fingerprint() == before
    store.interrupt()
    store.close()
    store.interrupt()
    store.close()


def test_an_interrupt_stops_a_long_question(store: Store) -> None:
    threading.Timer(0.1, store.interrupt).start()
    with pytest.raises(Cancelled):
        store.all("WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r")
    store.rollback()
    assert store.one("SELECT 1 AS a") == {"a": 1}


def test_a_save_costs_the_same_in_a_large_vault(store: Store) -> None:
    """Counted in steps of SQLite's own machine: no save may walk through a table."""
    group, member = seed(store)
    with store.command("test.seed") as command:
        session = command.insert("session", {"group_id": group, "held_on": "2025-01-02", "start_minute": 0,
                                             "minutes": 90})

    def steps(n: int) -> int:
        counted = 0

        def count() -> int:
            nonlocal counted
            counted += 1
            return 0

        store._connection.set_progress_handler(count, 1)
        try:
            with store.command("test.save") as command:
                command.put("attendance", hash_id("here", member), {"session_id": session, "member_id": member,
                                                                    "present": n})
                command.update("member", member, {"contact": f"Robin {n}"})  # the search index has its own costs
                command.update("session", session, {"headcount": n})
            store.undo()
            store.one("SELECT * FROM member_live WHERE id = ?", (member,))
            store.touched(member)
        finally:
            store._connection.set_progress_handler(None, 0)
        return counted

    steps(1)
    small = steps(2)
    with store.command("test.fill") as command:
        for n in range(2000):
            row_id = command.insert("member", {"group_id": group, "name": f"Wren {n}"})
            command.insert("attendance", {"session_id": session, "member_id": row_id, "present": 1})
    assert steps(3) < small * 1.5
