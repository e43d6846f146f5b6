"""Closing a vault for good: nobody opens it any more, nothing of it stays, what is not ours does."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.errors import HeaderDamaged, NoSpace, PlaceMissing, UserError
from facilitator.vault import ending
from tests.core.vaults import WORDS, a_vault, add_group
from tests.make import FakeClock


def test_a_vault_is_closed_for_good(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    add_group(opened, "Wren")
    opened.drafts.save("note", {"text": "half"})
    outside = opened.backup(tmp_path).path
    assert opened.snapshot(10**9) is not None
    assert opened.end() == () and opened.closed
    assert not opened.folder.exists()
    with pytest.raises(PlaceMissing):
        vault.unlock(opened.folder, WORDS, FakeClock())
    opened.close()
    opened.lock()
    assert vault.prove_backup(outside, WORDS).counts["groups"] == 1, "that one has to be destroyed by hand"


def test_what_is_not_ours_stays_and_is_named(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    (opened.folder / "letter.txt").write_text("mine")
    assert opened.end() == ("letter.txt",)
    assert [path.name for path in opened.folder.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("at", range(12))
def test_cut_off_anywhere_it_opens_as_before_or_never_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """A step that fails: the keys stand in both headers, or in none; trying again goes on."""
    opened = a_vault(tmp_path)
    add_group(opened, "Wren")
    opened.drafts.save("note", {"text": "half"})
    opened.snapshot(10**9)
    steps = 0

    def counted(real: object) -> object:
        def step(*arguments: object, **more: object) -> object:
            nonlocal steps
            steps += 1
            if steps == at + 1:
                raise OSError(28, "full")
            return real(*arguments, **more)  # type: ignore[operator]
        return step

    with monkeypatch.context() as patch:
        patch.setattr(ending, "_overwrite", counted(ending._overwrite))
        patch.setattr(Path, "unlink", counted(Path.unlink))
        patch.setattr(os, "fsync", counted(os.fsync))
        try:
            opened.end()
            done = True
        except NoSpace:
            done = False
    raw = b"".join(path.read_bytes() for path in opened.folder.rglob("*") if path.is_file()) if not done else b""
    headers = [opened.folder / name for name in ("header.json", "header.bak.json")]
    whole = [path for path in headers if path.exists() and path.read_bytes().startswith(b"{")]
    if done:
        assert not opened.folder.exists()
        return
    assert raw
    if not whole:
        opened._lock.release()
        with pytest.raises((HeaderDamaged, UserError)):
            vault.unlock(opened.folder, WORDS, FakeClock())
    elif len(whole) == 2:
        opened._lock.release()
        again = vault.unlock(opened.folder, WORDS, FakeClock())
        assert again.store.counts()["groups"] == 1
        again.end()
        assert not opened.folder.exists()
        return
    opened.end()
    assert list(opened.folder.rglob("*")) == [] and not opened.folder.exists()


def test_the_keys_are_written_over_where_they_stood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a header's name goes, its bytes are others: also a copy's."""
    opened = a_vault(tmp_path)
    kept = opened.snapshot(10**9)
    assert kept is not None
    before = {path: path.read_bytes()[:600] for path in (opened.folder / "header.json",
                                                         opened.folder / "header.bak.json", kept)}
    seen: dict[Path, bytes] = {}
    real = Path.unlink

    def look(self: Path, missing_ok: bool = False) -> None:
        if self in before:
            seen[self] = self.read_bytes()[:600]
        real(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", look)
    opened.end()
    assert set(seen) == set(before) and all(seen[path] != before[path] for path in before)
    assert not any(b"wrapped" in found or b"sealed" in found for found in seen.values())
