"""Backups: read back before they count, never over anything, proved and restored; bad ones refused in words."""

from __future__ import annotations

import contextlib
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from facilitator import vault
from facilitator.errors import (
    NewerVault,
    NoRecovery,
    NotABackup,
    PlaceMissing,
    PlaceTaken,
    UserError,
    VaultOpenElsewhere,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
)
from facilitator.model.progress import Cancelled
from facilitator.vault.backup import AgeLevel
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault, add_group, bytes_of, checked, edited, groups
from tests.make import FakeClock


def a_backup(folder: Path, clock: FakeClock | None = None) -> tuple[Path, Path, str]:
    """A closed vault with one group and a recovery code, and a backup of it: (vault, backup, code)."""
    opened = a_vault(folder, clock)
    add_group(opened, "Wren")
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    opened.drafts.save("note", {"text": "half"})
    made = opened.backup(folder)
    opened.close()
    return opened.folder, made.path, pending.code


def test_a_backup_is_dated_and_says_what_it_holds(tmp_path: Path) -> None:
    clock = FakeClock()
    opened = a_vault(tmp_path, clock)
    add_group(opened, "Wren")
    assert opened.backup_age.level is AgeLevel.NONE
    told: list[tuple[int, int]] = []
    made = opened.backup(tmp_path, lambda done, total: told.append((done, total)))
    assert made.path == tmp_path / "Blue folder 2025-11-20 18-30.vaultbackup"
    assert made.made_at == clock.now() and made.counts["groups"] == 1 and not made.has_recovery
    assert told == sorted(told) and told[-1] == (1000, 1000)
    assert opened.backup(tmp_path).path.name == "Blue folder 2025-11-20 18-30 (2).vaultbackup"
    assert opened.prove(made.path) == made
    opened.close()
    assert not (opened.folder / "backups" / "proof.part").exists()
    with zipfile.ZipFile(made.path) as file:
        assert file.namelist() == ["data.db", "header.json", "manifest"] and file.testzip() is None
        assert all(i.compress_type == zipfile.ZIP_STORED and i.date_time[0] == 1980 for i in file.infolist())


def test_the_age_of_the_newest_backup_is_at_hand(tmp_path: Path) -> None:
    clock = FakeClock()
    opened = a_vault(tmp_path, clock)
    opened.backup(tmp_path)
    for days, level in ((0, AgeLevel.FINE), (6, AgeLevel.FINE), (7, AgeLevel.AMBER), (29, AgeLevel.AMBER),
                        (30, AgeLevel.RED), (-5, AgeLevel.FINE)):
        clock.at = FakeClock().at
        clock.move(days=days)
        assert (opened.backup_age.days, opened.backup_age.level) == (max(0, days), level)
    opened.close()


def test_a_backup_is_never_written_over_anything(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    (tmp_path / "mine.txt").write_text("letter")
    for destination, refusal in ((tmp_path / "mine.txt", PlaceTaken), (tmp_path / "no" / "x", PlaceMissing)):
        with pytest.raises(refusal):
            opened.backup(destination)
    assert (tmp_path / "mine.txt").read_text() == "letter"
    assert opened.backup(tmp_path / "chosen.name").path == tmp_path / "chosen.name"
    assert opened.backup_age.days == 0
    opened.close()


def test_a_cancelled_backup_leaves_nothing(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    add_group(opened, "Wren")
    (tmp_path / "stick").mkdir()
    for stop in (1, 400, 600, 900):
        def cancel(done: int, total: int, stop: int = stop) -> None:
            if done >= stop:
                raise Cancelled
        with pytest.raises(Cancelled):
            opened.backup(tmp_path / "stick", cancel)
        assert not list((tmp_path / "stick").iterdir()) and not (opened.folder / "backups").exists()
    assert opened.backup_age.days is None
    opened.backup(tmp_path / "stick")
    opened.close()


def test_a_backup_is_proved_with_words_or_code(tmp_path: Path) -> None:
    folder, file, code = a_backup(tmp_path)
    before = file.read_bytes()
    for secret in (WORDS, code, code.lower().replace("-", " ")):
        found = vault.prove_backup(file, secret, FakeClock())
        assert found.counts["groups"] == 1 and found.has_recovery and found.path == file
    for secret, refusal in ((OTHER_WORDS, WrongPassphrase), (code[:-1], WrongPassphrase)):
        with pytest.raises(refusal):
            vault.prove_backup(file, secret, FakeClock())
    assert file.read_bytes() == before
    shutil.rmtree(folder)
    assert vault.prove_backup(file, WORDS, FakeClock()).counts["groups"] == 1


def test_a_backup_of_another_vault_is_not_taken_for_ours(tmp_path: Path) -> None:
    _folder, file, _code = a_backup(tmp_path / "one")
    opened = a_vault(tmp_path / "two")
    with pytest.raises(NotABackup):
        opened.prove(file)
    opened.close()


# ---------------------------------------------------------------- restoring
def test_a_backup_comes_back_whole_with_a_copy_id_of_its_own(tmp_path: Path) -> None:
    folder, file, code = a_backup(tmp_path)
    before = file.read_bytes()
    opened = vault.restore(file, tmp_path / "Back.vault", WORDS, FakeClock())
    assert groups(opened) == ["Wren"] and opened.recovery_live and opened.name == "Back"
    assert opened.drafts.list() == () and not opened.opened_after_crash
    copy_id = opened.copy_id
    add_group(opened, "Lark")
    opened.store.integrity()
    opened.close()
    opened = vault.unlock(tmp_path / "Back.vault", WORDS, FakeClock())
    assert groups(opened) == ["Lark", "Wren"] and opened.copy_id == copy_id
    opened.close()
    original = vault.unlock(folder, WORDS, FakeClock())
    assert original.copy_id != copy_id and original.vault_id == opened.vault_id and groups(original) == ["Wren"]
    original.close()
    assert file.read_bytes() == before
    vault.recover(tmp_path / "Back.vault", code, OTHER_WORDS, FakeClock()).close()
    vault.unlock(folder, WORDS, FakeClock()).close()


def test_a_backup_comes_back_by_its_code(tmp_path: Path) -> None:
    _folder, file, code = a_backup(tmp_path)
    with pytest.raises(WeakPassphrase):
        vault.restore(file, tmp_path / "Back.vault", "short", FakeClock(), code=code)
    with pytest.raises(WrongRecoveryCode):
        vault.restore(file, tmp_path / "Back.vault", OTHER_WORDS, FakeClock(), code=code[:-1])
    opened = vault.restore(file, tmp_path / "Back.vault", OTHER_WORDS, FakeClock(), code=code)
    assert groups(opened) == ["Wren"] and not opened.recovery_live
    opened.close()
    vault.unlock(tmp_path / "Back.vault", OTHER_WORDS, FakeClock()).close()
    with pytest.raises(NoRecovery):
        vault.recover(tmp_path / "Back.vault", code, OTHER_WORDS, FakeClock())


def test_what_is_there_is_kept_whole_beside(tmp_path: Path) -> None:
    folder, file, _code = a_backup(tmp_path)
    opened = vault.unlock(folder, WORDS, FakeClock())
    add_group(opened, "Lark")
    with pytest.raises(PlaceTaken):
        vault.restore(file, folder, WORDS, FakeClock())
    with pytest.raises(VaultOpenElsewhere):
        vault.restore(file, folder, WORDS, FakeClock(), aside=True)
    opened.close()
    before = bytes_of(folder)
    with pytest.raises(WrongPassphrase):
        vault.restore(file, folder, OTHER_WORDS, FakeClock(), aside=True)
    assert bytes_of(folder) == before
    restored = vault.restore(file, folder, WORDS, FakeClock(), aside=True)
    assert groups(restored) == ["Wren"]
    restored.close()
    kept = tmp_path / "Blue folder until 2025-11-20 18-30.vault"
    assert bytes_of(kept) == before
    older = vault.unlock(kept, WORDS, FakeClock())
    assert groups(older) == ["Lark", "Wren"]
    older.close()


def test_a_cancelled_restore_leaves_nothing(tmp_path: Path) -> None:
    _folder, file, _code = a_backup(tmp_path)
    before = sorted(p.name for p in tmp_path.iterdir())

    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        vault.restore(file, tmp_path / "Back.vault", WORDS, FakeClock(), progress=cancel)
    assert sorted(p.name for p in tmp_path.iterdir()) == before


# ---------------------------------------------------------------- bad files
def _use(file: Path, folder: Path) -> list[Callable[[], Any]]:
    return [lambda: vault.prove_backup(file, WORDS, FakeClock()),
            lambda: vault.restore(file, folder / "Back.vault", WORDS, FakeClock())]


def _rewritten(file: Path, change: Callable[[dict[str, bytes]], Any], compression: int = zipfile.ZIP_STORED) -> None:
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    change(parts)
    with zipfile.ZipFile(file, "w", compression) as new:
        for name, data in parts.items():
            new.writestr(name, data)


def _other(file: Path) -> dict[str, bytes]:
    _folder, other, _code = a_backup(file.parent / "other")
    with zipfile.ZipFile(other) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


BAD: dict[str, tuple[Callable[[Path], Any], type[UserError]]] = {
    "empty": (lambda f: f.write_bytes(b""), NotABackup),
    "a letter": (lambda f: f.write_bytes(b"Dear Anna, " * 999), NotABackup),
    "gone": (lambda f: f.unlink(), PlaceMissing),
    "a part missing": (lambda f: _rewritten(f, lambda p: p.pop("manifest")), NotABackup),
    "a part too many": (lambda f: _rewritten(f, lambda p: p.update(extra=b"x")), NotABackup),
    "packed": (lambda f: _rewritten(f, lambda p: None, zipfile.ZIP_DEFLATED), NotABackup),
    "header of another": (lambda f: _rewritten(f, lambda p: p.update({"header.json": _other(f)["header.json"]})),
                          NotABackup),
    "manifest of another": (lambda f: _rewritten(f, lambda p: p.update(manifest=_other(f)["manifest"])), NotABackup),
    "data of another": (lambda f: _rewritten(f, lambda p: p.update({"data.db": _other(f)["data.db"]})), NotABackup),
    "no data": (lambda f: _rewritten(f, lambda p: p.update({"data.db": b""})), NotABackup),
    "data cut short": (lambda f: _rewritten(f, lambda p: p.update({"data.db": p["data.db"][:-4096]})), NotABackup),
    "an open vault's header": (lambda f: _rewritten(f, lambda p: p.update({"header.json": edited(
        p["header.json"], lambda h: h.update(seal=None))})), NotABackup),
    "a huge header": (lambda f: _rewritten(f, lambda p: p.update({"header.json": b"x" * 70000})), NotABackup),
    "of a newer version": (lambda f: _rewritten(f, lambda p: p.update({"header.json": checked(b'{"format":2}')})),
                           NewerVault),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_refused_and_left_alone(tmp_path: Path, what: str) -> None:
    _folder, file, _code = a_backup(tmp_path)
    change, refusal = BAD[what]
    change(file)
    before = file.read_bytes() if file.exists() else None
    for use in _use(file, tmp_path):
        with pytest.raises((refusal, WrongPassphrase) if what == "header of another" else refusal):
            use()
    assert (file.read_bytes() if file.exists() else None) == before
    assert not (tmp_path / "Back.vault").exists() and not list(tmp_path.glob(".*"))


def test_flips_and_cuts_anywhere_in_the_file_are_noticed(tmp_path: Path) -> None:
    _folder, file, _code = a_backup(tmp_path)
    whole = file.read_bytes()
    proved = vault.prove_backup(file, WORDS, FakeClock())
    ends = whole.index(b"data.db") + 20
    for at in [*range(0, ends, 131), *range(ends, len(whole), 30011), *range(len(whole) - 250, len(whole), 7)]:
        hurt = bytearray(whole)
        hurt[at] ^= 0x20
        file.write_bytes(hurt)
        # Dates and rights that the zip itself notes mean nothing, and may be changed without harm.
        with contextlib.suppress(NotABackup, NewerVault, WrongPassphrase):
            assert vault.prove_backup(file, WORDS, FakeClock()) == proved
    for size in (0, 1, 100, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:size])
        with pytest.raises(NotABackup):
            vault.prove_backup(file, WORDS, FakeClock())


def test_a_backup_that_counts_wrong_is_not_believed(tmp_path: Path) -> None:
    from dataclasses import replace

    from facilitator.vault import archive
    from facilitator.vault.unlocking import enter

    _folder, file, _code = a_backup(tmp_path)
    with archive.opened(file) as found:
        keys = enter(found.header, WORDS).keys
        manifest = found.manifest(keys)

    def lie(parts: dict[str, bytes]) -> None:
        wrong = replace(manifest, counts={**manifest.counts, "groups": 5})
        parts["manifest"] = wrong.sealed(keys, parts["header.json"])

    _rewritten(file, lie)
    for use in _use(file, tmp_path):
        with pytest.raises(NotABackup):
            use()


def test_before_an_older_vault_is_brought_up_to_date_a_backup_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from facilitator.store import store as store_module
    from facilitator.store.migrations import MIGRATIONS

    folder, _file, _code = a_backup(tmp_path)

    def second(db: Any) -> None:
        db.execute("CREATE TABLE later (id INTEGER PRIMARY KEY)")

    def open_later(*args: Any, **more: Any) -> Any:
        return real(*args, **{**more, "migrations": (*MIGRATIONS, second)})

    real = store_module.Store.open
    monkeypatch.setattr(store_module.Store, "open", open_later)
    opened = vault.unlock(folder, WORDS, FakeClock())
    assert groups(opened) == ["Wren"]
    opened.close()
    monkeypatch.undo()
    kept = list((folder / "backups").iterdir())
    assert len(kept) == 1
    with pytest.raises(NewerVault):
        vault.unlock(folder, WORDS, FakeClock())
    back = vault.restore(kept[0], tmp_path / "Back.vault", WORDS, FakeClock())
    assert groups(back) == ["Wren"]
    back.close()

