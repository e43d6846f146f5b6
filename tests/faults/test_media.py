"""A medium that may only be read, a pulled stick, a clock ten years off, a newer app: told in words, unchanged."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from facilitator import vault
from facilitator.errors import NewerVault, PlaceClosed, PlaceGone, PlaceMissing, ReadOnlyPlace, UserError
from facilitator.messages import explain
from facilitator.settings import DeviceSettings
from facilitator.store.migrations import MIGRATIONS
from facilitator.vault import headerfiles
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault, add_group, bytes_of, checked, groups
from tests.faults.tally import Tally
from tests.make import FakeClock
from tests.rights import file_rights_count

pytestmark = pytest.mark.fault("media")
CLOCK = FakeClock()


class Setting:
    """A closed vault with one group, a recovery code, a draft and a second key; and a backup of it on a stick."""

    def __init__(self, place: Path) -> None:
        opened = a_vault(place / "home")
        add_group(opened, "Wren")
        self.leaving = opened.add_facilitator(OTHER_WORDS)
        pending = opened.new_recovery()
        opened.confirm_recovery(pending, pending.code)
        opened.drafts.save("note", {"text": "half"})
        self.stick = place / "stick"
        self.stick.mkdir()
        self.file = opened.backup(self.stick).path
        opened.close()
        self.folder, self.code = opened.folder, pending.code

    def unlocked(self) -> vault.UnlockedVault:
        """The vault, open."""
        return vault.unlock(self.folder, WORDS, CLOCK)

    def whole(self) -> bool:
        """Whether it opens with what was in it, and closes."""
        opened = self.unlocked()
        found = groups(opened)
        opened.store.integrity()
        opened.close()
        return found == ["Wren"] and vault.facts(self.folder).clean


@pytest.fixture
def at(tmp_path: Path) -> Setting:
    """The setting."""
    return Setting(tmp_path)


def told(tally: Tally, kind: str, doing: Callable[[], Any], *refusals: type[UserError]) -> None:
    """It is refused with one of these, which has words and a next step."""
    tally.tried(1, kind)
    with pytest.raises(refusals) as refused:
        doing()
    said = explain(refused.value)
    assert said.said and said.next


@contextmanager
def read_only(*folders: Path) -> Iterator[None]:
    """Folders and all in them may only be read, by this thread too."""
    inside = [path for folder in folders for path in (folder, *folder.rglob("*"))]
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in inside}
    for path in reversed(inside):
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        with file_rights_count():
            yield
    finally:
        for path in inside:
            path.chmod(modes[path])


def test_a_medium_that_may_only_be_read(at: Setting, tmp_path: Path, tally: Tally) -> None:
    before = bytes_of(tmp_path)
    with read_only(tmp_path):
        for doing in (at.unlocked, lambda: vault.unlock(at.folder, OTHER_WORDS, CLOCK),
                      lambda: vault.recover(at.folder, at.code, "marble kettle four silent penguins", CLOCK),
                      lambda: vault.check(at.folder, WORDS, CLOCK), lambda: a_vault(at.stick),
                      lambda: vault.restore(at.file, at.stick / "Back.vault", WORDS, CLOCK),
                      lambda: vault.restore(at.file, at.folder, WORDS, CLOCK, aside=True)):
            told(tally, "read-only", doing, ReadOnlyPlace)
        tally.tried(2, "read-only, and yet read")
        assert vault.prove_backup(at.file, WORDS, CLOCK).counts["groups"] == 1
        assert vault.facts(at.folder).refusal is None
    assert bytes_of(tmp_path) == before
    opened = at.unlocked()
    with read_only(at.stick):
        told(tally, "read-only", lambda: opened.backup(at.stick), ReadOnlyPlace)
    assert opened.backup_age.days is not None and len(opened.backups) == 1
    opened.close()
    at.file.chmod(0)
    with file_rights_count():
        told(tally, "read-only", lambda: vault.prove_backup(at.file, WORDS, CLOCK), PlaceClosed)
    assert at.whole()


def test_what_is_pulled_while_it_is_used(at: Setting, tmp_path: Path, tally: Tally) -> None:
    """The vault lies on the stick itself: each change is refused, what was saved stands, and trying again works."""
    away = tmp_path / "pulled"
    changes: tuple[Callable[[vault.UnlockedVault], Any], ...] = (
        lambda v: v.add_facilitator("marble kettle four silent penguins"), lambda v: v.set_passphrase(WORDS, WORDS),
        lambda v: v.remove_facilitator(at.leaving), lambda v: v.withdraw(at.leaving),
        lambda v: v.drafts.save("note", {"text": "more"}), lambda v: v.snapshot(10**9),
        lambda v: v.backup(at.folder / "x.vaultbackup"), lambda v: v.end(), lambda v: v.close())
    kept = tmp_path / "kept"
    shutil.copytree(at.folder, kept)
    for change in changes:
        opened = at.unlocked()
        at.folder.rename(away)
        told(tally, "pulled, the vault", lambda opened=opened, change=change: change(opened),  # type: ignore[misc]
             PlaceGone, PlaceMissing, ReadOnlyPlace)
        away.rename(at.folder)
        if not opened.closed:
            change(opened)
            opened.close()
        opened._lock.release()
        shutil.rmtree(at.folder)
        shutil.copytree(kept, at.folder)
        assert at.whole()


def test_a_stick_with_backups_that_is_pulled(at: Setting, tmp_path: Path, tally: Tally) -> None:
    opened = at.unlocked()
    remembered = opened.backups
    away = at.stick.rename(tmp_path / "pulled")
    for doing in (lambda: opened.backup(at.stick / "x"), lambda: opened.prove(at.file),
                  lambda: vault.restore(at.file, tmp_path / "Back.vault", WORDS, CLOCK)):
        told(tally, "pulled, a stick", doing, PlaceMissing, PlaceGone)

    def pull(done: int, total: int) -> None:
        if done > 300 and at.stick.exists():
            shutil.rmtree(at.stick)

    for doing in (lambda: opened.backup(at.stick, pull), ):
        at.stick.mkdir()
        told(tally, "pulled, a stick under way", doing, PlaceMissing, PlaceGone)
    assert opened.backups == remembered and not (tmp_path / "Back.vault").exists()
    away.rename(at.stick)
    opened.sweep()
    assert opened.prove(at.file).counts["groups"] == 1
    opened.close()
    assert at.whole() and [path.name for path in at.stick.iterdir()] == [at.file.name]


@pytest.mark.parametrize("days", [3652, -3652])
def test_a_clock_that_is_ten_years_off(at: Setting, tmp_path: Path, days: int, tally: Tally) -> None:
    """At each of these in turn, and back again: nothing is refused, warned of, lost or called damaged for it."""
    clock, seen = FakeClock(), vault.SeenInSettings(DeviceSettings(tmp_path / "settings.json"))
    steps: tuple[Callable[[vault.UnlockedVault], Any], ...] = (
        lambda v: add_group(v, f"Lark {clock.now()}"), lambda v: v.drafts.save("note", {"text": "more"}),
        lambda v: v.backup(at.stick), lambda v: v.prove(at.file), lambda v: v.snapshot(10**9),
        lambda v: v.set_passphrase(WORDS, WORDS), lambda v: v.try_recovery(at.code), lambda v: v.backup_age,
        lambda v: v.drill, lambda v: v.store.integrity())
    expected = 1
    for number, step in enumerate(steps):
        for jump in (days, -days):
            opened = vault.unlock(at.folder, WORDS, clock, seen=seen)
            clock.move(days=jump)
            tally.tried(1, "clock")
            step(opened)
            expected += number == 0
            assert len(groups(opened)) == expected and not opened.opened_after_crash and opened.rolled_back is None
            assert len(opened.drafts.list()) == 1 and (opened.backup_age.days or 0) >= 0
            opened.close()
    for file in at.stick.iterdir():
        tally.tried(1, "clock")
        back = vault.restore(file, tmp_path / f"{file.stem}.vault", WORDS, clock)
        back.store.integrity()
        back.close()
    opened = vault.unlock(at.folder, WORDS, FakeClock(), seen=seen)
    opened.remove_facilitator(at.leaving)
    assert len(groups(opened)) == expected
    opened.close()


def _schema(folder: Path, statement: str) -> None:
    opened = vault.unlock(folder, WORDS, CLOCK)
    opened.store._connection.execute(statement)
    opened.close()


NEWER = {
    "a higher number": lambda folder: _schema(folder, "PRAGMA user_version = 999"),
    "a step not known": lambda folder: _schema(
        folder, "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) SELECT migration_set, 'of_tomorrow', "
                "applied_at FROM _sqlite_migrations LIMIT 1"),
    "a header of tomorrow": lambda folder: [(folder / name).write_bytes(checked(b'{"format":2}'))
                                            for name in headerfiles.NAMES],
    "one header of tomorrow": lambda folder: (folder / headerfiles.NAMES[1]).write_bytes(checked(b'{"format":2}')),
}


@pytest.mark.parametrize("what", NEWER)
def test_a_vault_of_a_newer_app(at: Setting, what: str, tally: Tally) -> None:
    NEWER[what](at.folder)
    before = bytes_of(at.folder)
    for doing in (at.unlocked, lambda: vault.check(at.folder, WORDS, CLOCK), at.unlocked,
                  lambda: vault.recover(at.folder, at.code, "marble kettle four silent penguins", CLOCK)):
        told(tally, "newer", doing, NewerVault)
        assert bytes_of(at.folder) == before


def test_a_backup_of_a_newer_app(at: Setting, tmp_path: Path, tally: Tally) -> None:
    opened = at.unlocked()
    opened.store._connection.execute("PRAGMA user_version = 999")
    file = opened.backup(at.stick).path
    opened.store._connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    opened.close()
    before = file.read_bytes()
    for doing in (lambda: vault.prove_backup(file, WORDS, CLOCK),
                  lambda: vault.restore(file, tmp_path / "Back.vault", WORDS, CLOCK)):
        told(tally, "newer", doing, NewerVault)
    assert file.read_bytes() == before and not (tmp_path / "Back.vault").exists()
