"""What a bringing back that was cut off left: the older vault gets its name again, the unfinished one is swept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.errors import PlaceTaken, VaultOpenElsewhere
from facilitator.vault import Opening, leftovers
from facilitator.vault.lockfile import LockFile
from facilitator.vault.opening import Locked
from tests.core.vaults import WORDS, a_closed_vault, a_vault, bytes_of, groups
from tests.make import FakeClock


@pytest.fixture
def cut(tmp_path: Path) -> tuple[Path, Path, Path]:
    """As a power cut leaves it after the older vault was moved aside: (its name, where it lies, what is unfinished)."""
    folder = a_closed_vault(tmp_path, "Wren")
    hidden = leftovers.unfinished(folder)
    shutil.copytree(folder, hidden)
    aside = folder.rename(folder.with_name("Blue folder until 2025-11-20 18-30.vault"))
    (hidden / leftovers.ASIDE).write_text(aside.name)
    return folder, aside, hidden


def names(folder: Path) -> list[str]:
    """What lies in a folder, hidden or not."""
    return sorted(path.name for path in folder.iterdir())


def test_the_gate_puts_the_older_one_back_under_its_name(cut: tuple[Path, Path, Path]) -> None:
    folder, aside, _hidden = cut
    before = bytes_of(aside)
    opening = Opening(FakeClock(), folder.parent, known=(folder,))
    assert isinstance(opening.state, Locked) and opening.state.facts.folder == folder
    assert bytes_of(folder) == before and names(folder.parent) == [folder.name]


def test_so_does_who_opens_it(cut: tuple[Path, Path, Path]) -> None:
    folder, _aside, _hidden = cut
    opened = vault.unlock(folder, WORDS, FakeClock())
    assert groups(opened) == ["Wren"] and names(folder.parent) == [folder.name]
    opened.close()


def test_and_who_makes_one_of_that_name(cut: tuple[Path, Path, Path]) -> None:
    folder, _aside, _hidden = cut
    with pytest.raises(PlaceTaken):
        a_vault(folder.parent)
    assert names(folder.parent) == [folder.name]


def test_nothing_is_touched_while_it_is_brought_back(cut: tuple[Path, Path, Path]) -> None:
    folder, aside, hidden = cut
    before = bytes_of(folder.parent)
    held = LockFile.take(hidden, FakeClock())
    leftovers.sweep(folder.parent)
    with pytest.raises(VaultOpenElsewhere):
        a_vault(folder.parent)
    held.release()
    assert bytes_of(folder.parent) == before and aside.exists()


def test_what_stands_under_the_name_stays(cut: tuple[Path, Path, Path]) -> None:
    folder, aside, hidden = cut
    shutil.copytree(aside, folder)
    before = bytes_of(folder)
    leftovers.sweep(folder.parent)
    assert bytes_of(folder) == before and names(folder.parent) == [aside.name, folder.name] and not hidden.exists()


@pytest.mark.parametrize("mark", [
    b"", b"../other.vault", b"letter", b"\xff\xfe.vault", b"gone.vault", b"/x.vault", b"\0.vault"])
def test_a_mark_that_leads_elsewhere_moves_nothing(cut: tuple[Path, Path, Path], mark: bytes) -> None:
    folder, aside, hidden = cut
    (hidden / leftovers.ASIDE).write_bytes(mark)
    (folder.parent / "letter").mkdir()
    leftovers.sweep(folder.parent)
    assert names(folder.parent) == [aside.name, "letter"]


def test_only_what_is_ours_by_name_is_swept(tmp_path: Path) -> None:
    for name in (".One.vault.part", ".Two.vault.new", ".Three.vault.new"):
        (tmp_path / name).mkdir()
        for inside in ("header.json", "data-1.db", "data-1.db-journal", "lock"):
            (tmp_path / name / inside).touch()
    (tmp_path / ".Three.vault.new" / "letter.txt").touch()
    (tmp_path / ".vault.part").touch()
    held = LockFile.take(tmp_path / ".Two.vault.new", FakeClock())
    leftovers.sweep(tmp_path)
    assert names(tmp_path) == [".Three.vault.new", ".Two.vault.new", ".vault.part"]
    assert names(tmp_path / ".Three.vault.new") == ["letter.txt"]
    held.release()
    leftovers.sweep(tmp_path)
    leftovers.sweep(tmp_path / "nowhere")
    assert names(tmp_path) == [".Three.vault.new", ".vault.part"]
