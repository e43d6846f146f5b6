"""A disk that is full, read-only or failing at every step of making, opening, changing, closing and backing up."""

from __future__ import annotations

import errno
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from facilitator import vault
from facilitator.errors import BackupFailed, NoSpace, PlaceGone, ReadOnlyPlace, UserError
from facilitator.vault import UnlockedVault
from tests.core.vaults import OTHER_WORDS, TINY, WORDS, a_vault, add_group, bytes_of, crash, groups
from tests.faults.calls import Calls, counted
from tests.faults.disk import wrapped
from tests.faults.tally import Tally
from tests.make import FakeClock
from tests.rights import file_rights_count

pytestmark = pytest.mark.fault("disk")

KINDS = {"full": (errno.ENOSPC, NoSpace), "read-only": (errno.EROFS, ReadOnlyPlace), "failing": (errno.EIO, PlaceGone)}


class Way(NamedTuple):
    """How the disk fails, whether it goes on failing, at every so-manieth call, and where it is counted."""

    how: str
    for_ever: bool
    stride: int
    tally: Tally


def each_step(calls: Calls, way: Way, run: Callable[[], None], after: Callable[[bool], None], most: int = 200) -> int:
    """Run something again and again, another call failing each time; about how many calls were refused."""
    code, refusal = KINDS[way.how]
    refused = 0
    for at in range(1, most, way.stride):
        calls.fail(at, code, for_ever=way.for_ever)
        done = True
        try:
            run()
        except (NoSpace, ReadOnlyPlace, PlaceGone) as error:
            assert type(error) is refusal, f"{error!r} at call {at}"
            done, refused = False, refused + 1
        reached = calls.failed
        calls.heal()
        way.tally.tried(1 if reached else 0, "with a retry")
        after(done)
        if not reached:
            assert done
            return refused * way.stride
    raise AssertionError("it never came to an end")


WAYS = [pytest.param((how, for_ever, stride), id=f"{how} {'until mended' if for_ever else 'once'}, {each}",
                     marks=pytest.mark.long if stride == 1 else ())
        for how, for_ever in (("full", True), ("full", False), ("read-only", True), ("read-only", False),
                              ("failing", True), ("failing", False))
        for stride, each in ((1, "every call"), (7, "some calls"))
        if stride == 1 or (how, for_ever) in (("full", True), ("read-only", False))]


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, tally: Tally) -> Way:
    """How the disk fails."""
    return Way(*request.param, tally)


def test_making_a_vault(tmp_path: Path, way: Way) -> None:
    made: list[UnlockedVault] = []
    a_vault(tmp_path / "first").close()  # what is loaded once does not count
    shutil.rmtree(tmp_path / "first")

    def run() -> None:
        made.append(a_vault(tmp_path))

    def after(done: bool) -> None:
        folder = tmp_path / "Blue folder.vault"
        if not done and not folder.exists():
            made.append(a_vault(tmp_path))  # a retry works
        elif not done:
            assert way.for_ever and way.how != "full"  # a disk that cannot delete keeps a finished vault, with no name
        if made:
            made.pop().close()
        vault.unlock(folder, WORDS, FakeClock()).close()
        shutil.rmtree(folder)
        for left in tmp_path.iterdir():  # a disk that cannot delete may leave an unfinished folder, hidden
            assert way.for_ever and left.name == ".Blue folder.vault.part"

    with counted() as calls:
        assert each_step(calls, way, run, after) > 10


def test_opening_and_closing(tmp_path: Path, way: Way) -> None:
    opened = a_vault(tmp_path)
    add_group(opened, "Wren")
    opened.close()
    folder = opened.folder
    now: list[UnlockedVault] = []

    def run() -> None:
        now.append(vault.unlock(folder, WORDS, FakeClock()))
        now[-1].close()

    def after(done: bool) -> None:
        again = vault.unlock(folder, WORDS, FakeClock())
        assert groups(again) == ["Wren"]
        again.store.integrity()
        again.close()
        assert vault.facts(folder).clean and not vault.facts(folder).needs_healing

    with counted() as calls:
        assert each_step(calls, way, run, after) > 15


def test_changing_keys(tmp_path: Path, way: Way) -> None:
    opened = a_vault(tmp_path)
    words = [WORDS, OTHER_WORDS]
    pending = opened.new_recovery()

    def run() -> None:
        opened.set_passphrase(words[0], words[1])
        words.reverse()
        opened.confirm_recovery(pending, pending.code)

    def after(done: bool) -> None:
        if not done:
            current = words[0]
            opened.set_passphrase(current, current)
            opened.confirm_recovery(pending, pending.code)
        assert opened.recovery_live and not vault.facts(opened.folder).needs_healing

    with counted() as calls:
        assert each_step(calls, way, run, after) > 10
    opened.close()
    vault.unlock(opened.folder, words[0], FakeClock()).close()
    vault.recover(opened.folder, pending.code, WORDS, FakeClock()).close()


def test_recovering(tmp_path: Path, way: Way) -> None:
    opened = a_vault(tmp_path)
    add_group(opened, "Wren")
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    opened.close()
    folder, kept = opened.folder, tmp_path / "kept"
    shutil.copytree(folder, kept)

    def run() -> None:
        vault.recover(folder, pending.code, OTHER_WORDS, FakeClock(), kdf=TINY).close()

    def after(done: bool) -> None:
        ways = 0
        for way_in in (lambda: vault.unlock(folder, WORDS, FakeClock()),
                       lambda: vault.unlock(folder, OTHER_WORDS, FakeClock())):
            with suppress(UserError):
                again = way_in()
                ways += 1
                assert groups(again) == ["Wren"]
                again.close()
        assert ways == 1  # the old words or the new ones, never neither
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)

    with counted() as calls:
        assert each_step(calls, way, run, after) > 10


def test_a_draft(tmp_path: Path, way: Way) -> None:
    opened = a_vault(tmp_path)
    opened.drafts.save("note", {"text": "0"})
    number = 0

    def run() -> None:
        opened.drafts.save("note", {"text": str(number + 1)})

    def after(done: bool) -> None:
        nonlocal number
        (draft,) = opened.drafts.list()
        assert draft.fields["text"] in ((str(number + 1),) if done else (str(number), str(number + 1)))
        number += 1
        opened.drafts.save("note", {"text": str(number)})

    with counted() as calls:
        refused = each_step(calls, way, run, after)
        assert refused > 3 or (way.how, way.for_ever) == ("full", False), "then there is room that was put by"
    opened.close()


def test_backing_up(tmp_path: Path, way: Way) -> None:
    opened = a_vault(tmp_path)
    add_group(opened, "Wren")
    stick = tmp_path / "stick"
    stick.mkdir()

    def run() -> None:
        opened.backup(stick)

    def after(done: bool) -> None:
        for file in stick.iterdir():
            if file.suffix == ".vaultbackup":
                assert vault.prove_backup(file, WORDS, FakeClock()).counts["groups"] == 1
            else:
                assert way.for_ever  # a disk that cannot delete
            file.unlink()
        if not done:
            opened.backup(stick).path.unlink()

    with counted() as calls:
        assert each_step(calls, way, run, after) > 4
    opened.close()


def test_restoring_over_what_is_there(tmp_path: Path, way: Way) -> None:
    opened = a_vault(tmp_path)
    add_group(opened, "Wren")
    file = opened.backup(tmp_path).path
    add_group(opened, "Lark")
    opened.close()
    folder = opened.folder
    before = bytes_of(folder)
    kept = folder.with_name("Blue folder until 2025-11-20 18-30.vault")

    def run() -> None:
        vault.restore(file, folder, WORDS, FakeClock(), aside=True).close()

    def after(done: bool) -> None:
        # The older vault lies whole under one name or the other: a disk that cannot rename leaves it aside.
        whole = kept if kept.exists() else folder
        assert bytes_of(whole) == before
        if kept.exists():
            if folder.exists():
                vault.unlock(folder, WORDS, FakeClock()).close()
                shutil.rmtree(folder)
            kept.rename(folder)

    with counted() as calls:
        assert each_step(calls, way, run, after) > 10


# ---------------------------------------------------------------- under SQLite
@pytest.mark.parametrize("how", ["short", "io"])
def test_the_database_fails_while_a_vault_is_made(tmp_path: Path, how: str, tally: Tally) -> None:
    with wrapped() as disk:
        for at in (*range(1, 12, 3), *range(12, 400, 67)):
            disk.fail(at, how, for_ever=True)
            with suppress(NoSpace, PlaceGone):
                a_vault(tmp_path).close()
            reached = disk.failed
            disk.heal()
            tally.tried(1 if reached else 0, "with a retry")
            folder = tmp_path / "Blue folder.vault"
            if reached and not folder.exists():
                assert list(tmp_path.iterdir()) == []
                a_vault(tmp_path).close()
            vault.unlock(folder, WORDS, FakeClock()).close()
            shutil.rmtree(folder)
            if not reached:
                return
    raise AssertionError("it never came to an end")


@pytest.mark.parametrize("how", ["full", "io"])
def test_the_database_fails_while_a_backup_is_made(tmp_path: Path, how: str, tally: Tally) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with wrapped() as disk:
        opened = a_vault(tmp_path)
        add_group(opened, "Wren")
        for at in (*range(1, 8), *range(8, 400, 31)):
            disk.fail(at, how, for_ever=True)
            with suppress(NoSpace, PlaceGone, BackupFailed):
                opened.backup(stick)
            reached = disk.failed
            disk.heal()
            tally.tried(1 if reached else 0, "with a retry")
            for file in stick.iterdir():
                assert vault.prove_backup(file, WORDS, FakeClock()).counts["groups"] == 1
                file.unlink()
            assert groups(opened) == ["Wren"] and not list((opened.folder / "backups").glob("*"))
            opened.backup(stick).path.unlink()
            if not reached:
                break
        else:
            raise AssertionError("it never came to an end")
        opened.close()


# ---------------------------------------------------------------- real permissions
@pytest.mark.fault("media")
def test_a_read_only_folder_is_refused_and_untouched(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    opened.close()
    before = bytes_of(opened.folder)
    opened.folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with file_rights_count(), pytest.raises(ReadOnlyPlace):
            vault.unlock(opened.folder, WORDS, FakeClock())
        assert bytes_of(opened.folder) == before
    finally:
        opened.folder.chmod(0o700)
    vault.unlock(opened.folder, WORDS, FakeClock()).close()


@pytest.mark.fault("media")
def test_a_stick_that_is_pulled_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    add_group(opened, "Wren")
    opened.folder.rename(tmp_path / "elsewhere")
    with pytest.raises((PlaceGone, NoSpace, ReadOnlyPlace)):
        opened.close()
    (tmp_path / "elsewhere").rename(opened.folder)
    again = vault.unlock(opened.folder, WORDS, FakeClock())
    assert groups(again) == ["Wren"] and again.opened_after_crash
    crash(again)
