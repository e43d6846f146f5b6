"""Half-typed text on a full disk: room was put by for it; where even that is used up, it is said afterwards."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.errors import NoSpace
from facilitator.vault import files
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault
from tests.make import FakeClock

REAL = files.write_new


@pytest.fixture
def fill(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Have the disk take no byte more than lie in a folder now: what is taken away makes room."""

    def full(folder: Path) -> None:
        def used() -> int:
            return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())

        room = used()

        def write_new(path: Path, data: bytes) -> None:
            if data and used() + len(data) > room:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            REAL(path, data)

        monkeypatch.setattr(files, "write_new", write_new)

    return full


def test_what_is_typed_on_a_full_disk_finds_the_room_put_by(tmp_path: Path, fill: Callable[[Path], None]) -> None:
    opened = a_vault(tmp_path)
    opened.drafts.save("groups/new", {"name": "Tues"})
    fill(opened.folder)
    opened.drafts.save("notes/tonight", {"words": "half a page" * 50})
    opened.close()
    again = vault.unlock(opened.folder, WORDS, FakeClock())
    assert {draft.place for draft in again.drafts.list()} == {"groups/new", "notes/tonight"}
    assert not again.drafts.not_kept()
    again.close()


def test_a_vault_is_sealed_on_a_full_disk(tmp_path: Path, fill: Callable[[Path], None]) -> None:
    opened = a_vault(tmp_path)
    opened.drafts.save("groups/new", {"name": "Tues"})
    fill(opened.folder)
    opened.close()
    assert vault.facts(opened.folder).clean


def test_what_could_not_be_kept_is_told_once_and_to_its_author(
    tmp_path: Path, fill: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = a_vault(tmp_path)
    opened.add_facilitator(OTHER_WORDS)
    opened.drafts.save("groups/new", {"name": "Tues"})
    (opened.folder / "spare").unlink()
    fill(opened.folder)
    with pytest.raises(NoSpace):
        opened.drafts.save("notes/tonight", {"words": "half a page" * 50})
    assert opened.drafts.get("groups/new") is not None
    monkeypatch.undo()
    opened.close()
    for words, told in ((OTHER_WORDS, [False]), (WORDS, [True, False])):
        again = vault.unlock(opened.folder, words, FakeClock())
        assert [again.drafts.not_kept() for _time in told] == told
        again.close()


def test_once_it_was_kept_after_all_nothing_is_told(tmp_path: Path, fill: Callable[[Path], None],
                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    opened = a_vault(tmp_path)
    opened.drafts.save("groups/new", {"name": "Tues"})
    for settle in (lambda: opened.drafts.save("notes/tonight", {"words": "short"}),
                   lambda: opened.drafts.discard("notes/tonight")):
        (opened.folder / "spare").unlink(missing_ok=True)
        fill(opened.folder)
        with pytest.raises(NoSpace):
            opened.drafts.save("notes/tonight", {"words": "half a page" * 99})
        monkeypatch.undo()
        settle()
        assert not opened.drafts.not_kept()
    opened.close()
    assert len(list((opened.folder / "drafts").glob("*.draft"))) == 1
