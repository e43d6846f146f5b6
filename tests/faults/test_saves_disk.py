"""A disk that is full, writes short or fails: at every single operation of a save, the save happens or it does not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator.errors import NoSpace, PlaceGone, UserError
from facilitator.model.ids import hash_id
from facilitator.store import Store
from tests.faults.disk import wrapped
from tests.faults.tally import Tally
from tests.make import FACTS, KEY, FakeClock, a_store, open_again

pytestmark = pytest.mark.fault("disk")
GROUP, MEMBER = hash_id("group"), hash_id("member")


def rename(store: Store, to: str) -> None:
    """A save that touches two tables, the search index and the journal."""
    with store.command("test.rename") as command:
        command.update("groups", GROUP, {"name": to})
        command.update("member", MEMBER, {"name": to, "contact": to * 300})


def seen(store: Store) -> str:
    """The name that stands, after making sure that all of the save agrees."""
    group, member = store.one("SELECT name FROM groups_live"), store.one("SELECT name, contact FROM member_live")
    assert group is not None and member is not None
    assert member == {"name": group["name"], "contact": group["name"] * 300}
    found = {hit.kind for hit in store.search(group["name"])}
    assert found == {"group", "member"}
    return str(group["name"])


def begun(folder: Path) -> Store:
    store = a_store(folder)
    with store.command("test.seed") as command:
        command.insert("groups", {"name": "Aster", "application": "grief", "record_level": 2,
                                  "created_on": "2025-01-01"}, GROUP)
        command.insert("member", {"group_id": GROUP, "name": "Aster", "contact": "Aster" * 300}, MEMBER)
    return store


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "until mended"])
@pytest.mark.parametrize(("how", "refusal"), [("full", NoSpace), ("short", NoSpace), ("io", PlaceGone)])
def test_every_operation_of_a_save_may_fail(
    tmp_path: Path, how: str, refusal: type[UserError], for_ever: bool, tally: Tally
) -> None:
    with wrapped() as disk:
        store = begun(tmp_path)
        before, refused = "Aster", 0
        for at in range(1, 200):
            after = f"Name{at}"
            disk.fail(at, how, for_ever=for_ever)
            try:
                rename(store, after)
                saved = True
            except UserError as error:
                assert type(error) is refusal
                saved = False
            reached = disk.failed
            disk.heal()
            tally.tried(1 if reached else 0, "with a retry")
            now = seen(store)
            if saved:
                assert now == after
            else:
                refused += 1
                assert now in ((before, after) if how == "io" else (before,))
                rename(store, after)  # a retry works, and makes no double
                assert seen(store) == after
                assert store.counts()["member"] == 1
            before = after
            if not reached:
                break
        else:
            raise AssertionError("a save never came to an end")
        assert refused > 15
        store.integrity()
        store = open_again(store)
        assert seen(store) == before
        store.integrity()
        store.close()


def test_the_disk_fails_and_the_laptop_dies(tmp_path: Path, tally: Tally) -> None:
    """Whatever a failed save left behind, the file opens again with the old or the new, never something between."""
    with wrapped() as disk:
        store = begun(tmp_path)
        reached, at, before = 1, 0, "Aster"
        while reached:
            at += 1
            disk.fail(at, "io", for_ever=True)
            saved = True
            try:
                rename(store, f"Name{at}")
            except PlaceGone:
                saved = False
            reached = disk.failed
            store.close()  # the disk still fails
            disk.heal()
            store = Store.open(store.path, KEY, FACTS, FakeClock())
            tally.tried(1, "and the laptop dies")
            now = seen(store)
            assert now == f"Name{at}" if saved else now in (before, f"Name{at}")
            before = now
        store.integrity()
        store.close()


@pytest.mark.parametrize("work", [
    lambda store, folder: store.write_copy(folder / "copy.db", KEY),
    lambda store, folder: Store.create(folder / "copy.db", KEY, FACTS, FakeClock()).close(),
], ids=["copy", "create"])
def test_a_new_file_on_a_full_disk_leaves_nothing(tmp_path: Path, work: Callable[[Store, Path], object]) -> None:
    with wrapped() as disk:
        store = begun(tmp_path)
        for at in (1, 2, 5, 20):
            disk.fail(at, "full", for_ever=True)
            with pytest.raises(NoSpace):
                work(store, tmp_path)
            disk.heal()
            assert not list(tmp_path.glob("copy*"))
        work(store, tmp_path)
        assert seen(store) == "Aster"
        store.close()


def test_a_failing_undo_can_be_tried_again(tmp_path: Path) -> None:
    with wrapped() as disk:
        store = begun(tmp_path)
        rename(store, "Birch")
        disk.fail(3, "full", for_ever=True)
        with pytest.raises(NoSpace):
            store.undo()
        disk.heal()
        assert seen(store) == "Birch"
        assert store.undo() is not None
        assert seen(store) == "Aster"
        store.close()


def test_the_disk_itself_counts(tmp_path: Path) -> None:
    """The wrapped disk is really beneath the store: without a fault it sees writes and syncs of both files."""
    with wrapped() as disk:
        store = begun(tmp_path)
        disk.recorded = []
        rename(store, "Birch")
        ends = {(Path(name).name, what) for name, what, _, _ in disk.recorded}
        store.close()
    assert ends >= {("data-1.db", "write"), ("data-1.db", "sync"), ("data-1.db-journal", "write"),
                    ("data-1.db-journal", "sync"), ("data-1.db-journal", "truncate")}
