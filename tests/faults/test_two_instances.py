"""Two windows at once: the second is told where the vault is open, and a race harms nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.errors import VaultOpenElsewhere
from facilitator.vault import lockfile
from tests.core.vaults import OTHER_WORDS, WORDS, a_closed_vault, a_vault, bytes_of, crash, groups
from tests.faults.tally import Tally
from tests.make import FakeClock

ROOT = Path(__file__).resolve().parents[2]


def test_the_second_is_told_where_it_is_open(tmp_path: Path) -> None:
    clock = FakeClock()
    assert not vault.facts(tmp_path / "none.vault").open_elsewhere
    opened = a_vault(tmp_path, clock)
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    before = bytes_of(opened.folder)
    for way in (lambda: vault.unlock(opened.folder, WORDS, clock), lambda: vault.unlock(opened.folder, "x", clock),
                lambda: vault.recover(opened.folder, pending.code, OTHER_WORDS, clock),
                lambda: vault.check(opened.folder, WORDS, clock)):
        with pytest.raises(VaultOpenElsewhere) as refused:
            way()
        assert refused.value.where == "on this computer, since 18:30"
    assert bytes_of(opened.folder) == before
    assert vault.facts(opened.folder).open_elsewhere == "on this computer, since 18:30"
    opened.close()
    assert vault.facts(opened.folder).open_elsewhere is None
    assert (opened.folder / "lock").read_bytes() == b""


def test_two_that_only_look_do_not_take_each_other_for_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever looks holds the lock for a moment, unsigned; who looks then waits that long."""
    folder = a_closed_vault(tmp_path)
    fcntl = pytest.importorskip("fcntl")
    with (folder / "lock").open("rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        monkeypatch.setattr(lockfile.time, "sleep", lambda _seconds: fcntl.flock(other, fcntl.LOCK_UN))
        assert lockfile.open_elsewhere(folder) is None


def test_another_computer_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = a_vault(tmp_path)
    monkeypatch.setattr(lockfile, "this_computer", lambda: "elsewhere")
    assert "18:30" in (vault.facts(opened.folder).open_elsewhere or "")
    assert "this computer" not in (vault.facts(opened.folder).open_elsewhere or "")
    opened.close()


def test_the_lock_file_is_never_replaced(tmp_path: Path) -> None:
    folder = a_closed_vault(tmp_path)
    inode = (folder / "lock").stat().st_ino
    opened = vault.unlock(folder, WORDS, FakeClock())
    assert (folder / "lock").stat().st_ino == inode
    opened.close()
    crash(vault.unlock(folder, WORDS, FakeClock()))
    vault.unlock(folder, WORDS, FakeClock()).close()
    assert (folder / "lock").stat().st_ino == inode


def test_a_lock_that_a_dead_process_left_keeps_nobody_out(tmp_path: Path) -> None:
    folder = a_closed_vault(tmp_path)
    code = f"""
import os
from pathlib import Path
from facilitator import vault
from facilitator.model.clock import SystemClock
opened = vault.unlock(Path({str(folder)!r}), {WORDS!r}, SystemClock())
os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 9
    assert (folder / "lock").read_bytes() and vault.facts(folder).open_elsewhere is None
    opened = vault.unlock(folder, WORDS, FakeClock())
    assert opened.opened_after_crash
    opened.close()


@pytest.mark.fault("instances")
def test_a_hundred_races_do_no_damage(tmp_path: Path, tally: Tally) -> None:
    folder = a_closed_vault(tmp_path)
    racers = [subprocess.Popen([sys.executable, "-m", "tests.faults.racer", str(folder), str(n), "25"], cwd=ROOT,
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") for n in range(4)]
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    told = [racer.communicate()[0] for racer in racers]
    assert all(racer.returncode == 0 for racer in racers)
    tally.tried(sum(int(count) for count in told), "got in")
    tally.tried(100 - sum(int(count) for count in told), "told where it is open")
    opened = vault.unlock(folder, WORDS, FakeClock())
    assert not opened.opened_after_crash and not opened.healed
    opened.store.integrity()
    expected = sorted(f"{n}-{i}" for n, count in enumerate(told) for i in range(int(count)))
    assert sorted(groups(opened)) == expected and len(expected) >= 4
    opened.close()
