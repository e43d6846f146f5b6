"""What a vault remembers of its backups, the copies it keeps of itself, and nothing left behind by one that was cut."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.errors import NoSpace, NotFound
from facilitator.model.progress import Cancelled
from facilitator.vault import backup, snapshots
from tests.core.vaults import WORDS, a_closed_vault, a_vault, add_group
from tests.make import FakeClock

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMY = 10**9


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


# ---------------------------------------------------------------- what is remembered
def test_every_backup_is_remembered_with_who_can_open_it(tmp_path: Path) -> None:
    clock = FakeClock()
    opened = a_vault(tmp_path, clock)
    (tmp_path / "KINGSTON").mkdir()
    first = opened.backup(tmp_path / "KINGSTON")
    began = clock.now_ms()
    clock.move(days=3)
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    second = opened.backup(tmp_path)
    newer, older = opened.backups
    assert (older.file, older.place, older.made_ms) == (first.path.name, "KINGSTON", began)
    assert (newer.file, newer.place, newer.generation) == (second.path.name, tmp_path.name, 1)
    assert older.holders == {opened.holder} and len(newer.holders) == 2 and newer.opens_for(opened.holder)
    assert not older.opens_for(b"x" * 16)
    assert [one.may_hold(began + 1) for one in opened.backups] == [True, False]
    opened.close()
    opened = vault.unlock(opened.folder, WORDS, clock)
    assert list(opened.backups) == [newer, older]
    change = backup.destroyed(opened.store, older.id)
    assert change.areas == {"safekeeping"} and change.can_undo and list(opened.backups) == [newer]
    with pytest.raises(NotFound):
        backup.destroyed(opened.store, b"x" * 16)
    opened.close()


def test_a_backup_that_was_refused_is_not_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = a_vault(tmp_path)

    def full(*_arguments: object) -> None:
        raise NoSpace

    monkeypatch.setattr("facilitator.vault.archive.write", full)
    with pytest.raises(NoSpace):
        opened.backup(tmp_path)
    assert opened.backups == () and opened.backup_age.days is None
    assert opened.store.all("SELECT key FROM setting_live") == []
    opened.close()


def test_ninety_days_after_the_first_or_the_last_proof_a_drill_is_due(tmp_path: Path) -> None:
    clock = FakeClock()
    opened = a_vault(tmp_path, clock)
    assert opened.drill == backup.Drill(None, False)
    clock.move(days=200)
    made = opened.backup(tmp_path)
    clock.move(days=89)
    assert opened.drill == backup.Drill(None, False)
    clock.move(days=1)
    assert opened.drill == backup.Drill(None, True)
    opened.prove(made.path)
    assert opened.drill == backup.Drill(clock.now(), False)
    proved = clock.now()
    clock.move(days=90)
    assert opened.drill == backup.Drill(proved, True)
    opened.close()


# ---------------------------------------------------------------- cut off
KILLED = """
import os, signal, sys
from pathlib import Path
from facilitator import vault
from tests.core.vaults import WORDS
from tests.make import FakeClock

opened = vault.unlock(Path(sys.argv[1]), WORDS, FakeClock())
def die(done, total):
    if done >= int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[4:]:
    opened.prove(Path(sys.argv[4]), die)
else:
    opened.backup(Path(sys.argv[2]), die)
"""


def killed(folder: Path, stick: Path, at: int, *more: object) -> None:
    """Begin a backup, or a proof, in a process that is killed on the way."""
    done = subprocess.run([sys.executable, "-c", KILLED, folder, stick, str(at), *map(str, more)], check=False,
                          env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=60)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize("at", [1, 600, 900])
def test_a_killed_backup_leaves_nothing_for_ever(tmp_path: Path, at: int) -> None:
    folder, stick = a_closed_vault(tmp_path, "Wren"), tmp_path / "KINGSTON"
    stick.mkdir()
    (stick / "someone else.vaultbackup.part").write_bytes(b"theirs")
    killed(folder, stick, at)
    assert len(names(stick)) == 2
    away = stick.rename(tmp_path / "away")
    opened = vault.unlock(folder, WORDS, FakeClock())
    opened.sweep()
    away.rename(stick)
    opened.sweep()
    assert names(stick) == ["someone else.vaultbackup.part"] and opened.backups == ()
    assert "backups" not in names(folder) or names(folder / "backups") == []
    assert opened.backup(stick).counts["groups"] == 1
    opened.close()


def test_a_killed_proof_leaves_nothing_for_ever(tmp_path: Path) -> None:
    folder = a_closed_vault(tmp_path, "Wren")
    opened = vault.unlock(folder, WORDS, FakeClock())
    made = opened.backup(tmp_path)
    opened.close()
    killed(folder, tmp_path, 400, made.path)
    assert names(folder / "backups") == ["proof.part"]
    vault.unlock(folder, WORDS, FakeClock()).close()
    assert names(folder / "backups") == []


# ---------------------------------------------------------------- copies of itself
def test_a_vault_keeps_a_copy_of_itself_once_something_changed(tmp_path: Path) -> None:
    clock = FakeClock()
    opened = a_vault(tmp_path, clock)
    first = opened.snapshot(ROOMY)
    assert first is not None and first.parent == opened.folder / "backups"
    assert opened.snapshot(ROOMY) is None
    assert opened.backup_age.days is None and opened.backups == (), "it does not help when the laptop breaks"
    clock.move(minutes=5)
    add_group(opened, "Wren")
    second = opened.snapshot(ROOMY)
    assert second is not None and names(second.parent) == [second.name], "the newest of a day is enough"
    clock.move(days=1)
    add_group(opened, "Lark")
    opened.close()
    opened = vault.unlock(opened.folder, WORDS, clock)
    third = opened.snapshot(ROOMY)
    assert third is not None and names(third.parent) == [second.name, third.name]
    seen = opened.snapshots
    assert (seen.many, seen.newest) == (2, clock.now().replace(second=0, microsecond=0))
    assert seen.size == second.stat().st_size + third.stat().st_size
    assert opened.prove(third).counts["groups"] == 2
    opened.close()
    back = vault.restore(second, tmp_path / "Back.vault", WORDS, clock)
    assert [row["name"] for row in back.store.all("SELECT name FROM groups_live")] == ["Wren"]
    assert back.snapshots == snapshots.Snapshots()
    back.close()


def test_a_clock_that_was_wrong_for_some_days_makes_no_copy_of_the_same_again(tmp_path: Path) -> None:
    clock = FakeClock()
    opened = a_vault(tmp_path, clock)
    for name, days in (("Wren", 700), ("Lark", 1), ("Robin", -701)):
        clock.move(days=days)
        add_group(opened, name)
        assert opened.snapshot(ROOMY) is not None
    assert opened.snapshot(ROOMY) is None
    opened.close()


def test_copies_keep_within_their_budget_and_leave_other_files_alone(tmp_path: Path) -> None:
    clock = FakeClock()
    opened = a_vault(tmp_path, clock)
    kept = opened.folder / "backups"
    kept.mkdir()
    others = ["letter.txt", "Blue folder 2025-99-99 18-30.vaultbackup", "Blue folder.vaultbackup"]
    for name in others:
        (kept / name).write_text("x" * 10)
    updates = [f"Blue folder before an update 2025-01-0{n} 10-00.vaultbackup" for n in range(1, 5)]
    for name in updates:
        (kept / name).write_text("x")
    made: list[Path] = []
    for day in range(5):
        add_group(opened, f"Group {day}")
        found = opened.snapshot(ROOMY)
        assert found is not None
        made.append(found)
        clock.move(days=1)
    assert sorted(names(kept)) == sorted([*others, *updates[2:], *(path.name for path in made)])
    add_group(opened, "Last")
    last = opened.snapshot(3 * made[0].stat().st_size + 4096)
    assert last is not None
    assert sorted(names(kept)) == sorted([*others, *updates[2:], made[3].name, made[4].name, last.name])
    add_group(opened, "More")
    clock.move(days=-400)  # the clock of the laptop was put right: its copies seem to be from the future
    again = opened.snapshot(1)
    assert again is not None and again.exists()
    opened.close()


def test_a_copy_that_is_broken_off_leaves_nothing(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    for at in (1, 600):
        def stop(done: int, total: int, at: int = at) -> None:
            if done >= at:
                raise Cancelled
        with pytest.raises(Cancelled):
            opened.snapshot(ROOMY, stop)
        assert names(opened.folder / "backups") == []
    add_group(opened, "Wren")
    assert opened.store.undo_label is not None
    assert opened.snapshot(ROOMY) is not None and opened.store.undo_label is not None
    opened.close()
