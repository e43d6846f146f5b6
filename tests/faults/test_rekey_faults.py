"""Giving and taking keys on a disk that fails or stops at every step: it opens for exactly the right people."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.errors import NoSpace, PlaceGone, UserError, WrongPassphrase
from facilitator.vault import UnlockedVault, headerfiles
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault, add_group, groups
from tests.faults.atfault import THIRD_WORDS, a_team, let_in
from tests.faults.calls import counted
from tests.faults.disk import wrapped
from tests.faults.tally import Tally
from tests.faults.test_header_disk import WAYS, Way, each_step
from tests.make import FakeClock


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, tally: Tally) -> Way:
    """How the disk fails."""
    return Way(*request.param, tally)


def names(opened: UnlockedVault) -> set[bytes]:
    """Who can open it, as the vault that is open says."""
    return set(opened.facilitators)


@pytest.mark.fault("disk")
def test_giving_a_key(tmp_path: Path, way: Way) -> None:
    opened = a_vault(tmp_path)
    add_group(opened, "Wren")
    given: list[bytes] = []

    def run() -> None:
        given.append(opened.add_facilitator(OTHER_WORDS))

    def after(done: bool) -> None:
        assert names(opened) == {opened.holder, *given} and bool(given) is done
        if not done:
            given.append(opened.add_facilitator(OTHER_WORDS))  # a retry works
        assert {h.id for h in headerfiles.read(opened.folder).header.facilitators} == names(opened)
        opened.withdraw(given.pop())

    with counted() as calls:
        assert each_step(calls, way, run, after) > 5
    opened.close()
    assert let_in(opened.folder, WORDS) and not let_in(opened.folder, OTHER_WORDS)


@pytest.mark.fault("disk")
def test_taking_a_key(tmp_path: Path, way: Way) -> None:
    folder, leaving, _staying = a_team(tmp_path)
    kept = tmp_path / "kept"
    shutil.copytree(folder, kept)
    opened = vault.unlock(folder, WORDS, FakeClock())

    def run() -> None:
        opened.remove_facilitator(leaving)

    def after(done: bool) -> None:
        nonlocal opened
        removed = leaving not in names(opened)
        assert removed is done
        if not done and _takes(opened):
            opened.remove_facilitator(leaving)  # a retry works, and the vault is usable as it was
            removed = True
        opened.lock()
        assert let_in(folder, WORDS) and let_in(folder, THIRD_WORDS)
        assert let_in(folder, OTHER_WORDS) is not removed
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
        opened = vault.unlock(folder, WORDS, FakeClock())

    with counted() as calls:
        assert each_step(calls, way, run, after) > 10
    opened.close()


def _takes(opened: UnlockedVault) -> bool:
    """Whether the open vault goes on; where nobody could tell what stands on the disk, it takes nothing more."""
    return not opened.store._stopped


@pytest.mark.fault("disk")
@pytest.mark.parametrize("stride", [17, pytest.param(3, marks=pytest.mark.long)])
@pytest.mark.parametrize(("how", "refusal"), [("full", NoSpace), ("short", NoSpace), ("io", PlaceGone)])
def test_the_database_fails_while_a_key_is_taken(
    tmp_path: Path, how: str, refusal: type[UserError], stride: int, tally: Tally
) -> None:
    folder, leaving, _staying = a_team(tmp_path)
    with wrapped() as disk:
        opened = vault.unlock(folder, WORDS, FakeClock())
        refused = 0
        for at in (*range(1, 10), *range(10, 2000, stride)):
            disk.fail(at, how, for_ever=True)
            try:
                opened.remove_facilitator(leaving)
            except (NoSpace, PlaceGone) as error:
                assert type(error) is refusal
                refused += 1
            reached = disk.failed
            disk.heal()
            tally.tried(1 if reached else 0, "with a retry")
            if leaving not in names(opened):  # what failed, if anything, was only the putting away of the old file
                break
            assert reached and not list(folder.glob("data-2.db*"))
            opened.store.note("test.note")  # it goes on as it was
        else:
            raise AssertionError("it never came to an end")
        assert refused > 10
        opened.close()
    assert let_in(folder, WORDS) and let_in(folder, THIRD_WORDS) and not let_in(folder, OTHER_WORDS)


@pytest.mark.fault("steps")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
@pytest.mark.parametrize("kills", [12, pytest.param(300, marks=pytest.mark.long)])
def test_it_is_killed_at_random_while_a_key_is_taken(tmp_path: Path, kills: int, tally: Tally) -> None:
    chance = random.Random(kills)
    folder, leaving, _staying = a_team(tmp_path)
    kept = tmp_path / "kept"
    shutil.copytree(folder, kept)
    for kill in range(kills):
        child = os.fork()
        if child == 0:
            try:
                opened = vault.unlock(folder, WORDS, FakeClock())
                opened.remove_facilitator(leaving)
                opened.close()
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0, 0.12))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        tally.tried(1, "rekey, at random")
        let_in(folder, OTHER_WORDS)  # with them or without, but whole
        assert let_in(folder, WORDS) and let_in(folder, THIRD_WORDS), f"kill {kill}"
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)


def test_a_disk_that_cannot_say_what_stands_takes_nothing_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The header may be new and may be old: whatever were saved now could be lost, so nothing is."""
    folder, leaving, _staying = a_team(tmp_path)
    opened = vault.unlock(folder, WORDS, FakeClock())
    write = headerfiles.write

    def half(place: Path, raw: bytes, before: bytes | None = None) -> None:
        (place / headerfiles.NAMES[0]).write_bytes(raw)
        monkeypatch.setattr(headerfiles, "read", gone)
        raise PlaceGone(place.name) from OSError(errno.EIO, "gone")

    def gone(place: Path) -> headerfiles.Found:
        raise PlaceGone(place.name)

    with monkeypatch.context() as patched:
        patched.setattr(headerfiles, "write", half)
        with pytest.raises(PlaceGone):
            opened.remove_facilitator(leaving)
    monkeypatch.undo()
    assert headerfiles.write is write and not _takes(opened)
    opened.store.close()
    opened._lock.release()
    assert let_in(folder, WORDS) and let_in(folder, THIRD_WORDS)
    with pytest.raises(WrongPassphrase):
        vault.unlock(folder, OTHER_WORDS, FakeClock())
    again = vault.unlock(folder, WORDS, FakeClock())
    assert groups(again) == ["Wren"]
    again.close()
