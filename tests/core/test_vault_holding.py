"""Where somebody who was erased may still stand: told from when they were first entered; local copies can go."""

from __future__ import annotations

import shutil
from pathlib import Path

from facilitator.model.ids import hash_id, made_ms, new_id, random_id
from tests.core.vaults import a_vault, add_group
from tests.make import FakeClock

BUDGET = 10**9


def test_an_id_tells_when_it_was_made_or_nothing() -> None:
    assert made_ms(new_id(1_763_663_400_123)) == 1_763_663_400_123
    assert made_ms(random_id()) == made_ms(hash_id("a")) == made_ms(b"") == 0


def test_only_what_was_made_since_may_hold_a_row(tmp_path: Path) -> None:
    clock = FakeClock()
    opened = a_vault(tmp_path, clock)
    stick = tmp_path / "stick"
    stick.mkdir()
    add_group(opened, "Monday")
    opened.backup(stick)
    before = opened.snapshot(BUDGET)
    clock.move(days=1)
    row = new_id(clock.now_ms())
    add_group(opened, "Tuesday")
    assert opened.holding(row).backups == opened.holding(row).copies == ()
    clock.move(days=1)
    later = opened.backup(stick).path
    add_group(opened, "Wednesday")
    after = opened.snapshot(BUDGET)
    assert before is not None and after is not None
    found = opened.holding(row)
    assert [one.file for one in found.backups] == [later.name]
    assert [one.name for one in found.copies] == [after.name]
    whole = opened.holding(random_id())  # its id does not tell, so nothing is left out
    assert len(whole.backups) == 2 and len(whole.copies) == 2
    opened.close()


def test_a_clock_that_was_wrong_leaves_nothing_out(tmp_path: Path) -> None:
    clock = FakeClock()
    opened = a_vault(tmp_path, clock)
    clock.move(days=700)
    row = new_id(clock.now_ms())
    clock.move(days=-699)
    add_group(opened, "Monday")
    made, kept = opened.backup(tmp_path), opened.snapshot(BUDGET)
    found = opened.holding(row)
    assert [one.file for one in found.backups] == [made.path.name] and kept is not None
    assert [one.name for one in found.copies] == [kept.name]
    opened.close()


def test_copies_are_deleted_by_name_and_nothing_else_is(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    add_group(opened, "Monday")
    made = opened.snapshot(BUDGET)
    assert made is not None
    mine = made.with_name("notes of mine.txt")
    mine.write_text("mine")
    assert opened.delete_copies((made.name, mine.name, "../header.json")) == 0
    assert not made.exists() and mine.exists() and (opened.folder / "header.json").exists()
    assert opened.snapshot(BUDGET) is not None  # a fresh one is made, though nothing has changed
    opened.close()


def test_an_older_state_of_the_vault_beside_it_is_named(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    shutil.copytree(opened.folder, tmp_path / "Blue folder until 2025.vault")
    a_vault(tmp_path / "other").close()
    shutil.copytree(tmp_path / "other" / "Blue folder.vault", tmp_path / "Red.vault")
    assert opened.holding(random_id()).beside == ("Blue folder until 2025",)
    opened.close()
