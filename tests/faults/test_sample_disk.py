"""A sample is there whole with its passphrase told, or not at all: on a full disk, and beside another being made."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator import sample, vault
from facilitator.errors import NoSpace, PlaceMissing, PlaceTaken, VaultOpenElsewhere
from facilitator.library import Library
from tests.core.vaults import a_vault
from tests.faults.disk import wrapped
from tests.make import FakeClock


@pytest.mark.fault("disk")
def test_a_sample_on_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "Look.vault"
    with wrapped() as disk:
        disk.fail(700, "full", for_ever=True)  # half-way through its people
        with pytest.raises(NoSpace):
            sample.make(folder, FakeClock(), Library())
        assert disk.failed and not list(tmp_path.iterdir())
        disk.heal()
        words = sample.make(folder, FakeClock(), Library())
    opened = vault.unlock(folder, words, FakeClock())
    assert opened.sample and opened.store.counts()["groups"] == 3
    opened.close()
    assert [path.name for path in tmp_path.iterdir()] == ["Look.vault"]


def test_what_is_made_aside_gets_its_name_last(tmp_path: Path) -> None:
    folder, clock = tmp_path / "Look.vault", FakeClock()
    with vault.aside(folder, clock) as hidden:
        assert not folder.exists() and hidden.name.startswith(".")
        hidden.mkdir()
        (hidden / "lock").touch()
    assert folder.is_dir() and not hidden.exists()
    with pytest.raises(PlaceTaken), vault.aside(folder, clock):
        raise AssertionError("nothing is made over what is there")
    with pytest.raises(PlaceMissing), vault.aside(tmp_path / "none" / "Look.vault", clock):
        raise AssertionError("nothing is made nowhere")
    with pytest.raises(KeyboardInterrupt), vault.aside(tmp_path / "Other.vault", clock) as hidden:
        hidden.mkdir()
        (hidden / "data-1.db").touch()
        raise KeyboardInterrupt
    assert [path.name for path in tmp_path.iterdir()] == ["Look.vault"]


def test_what_a_killed_process_left_is_cleared_but_never_what_is_in_use(tmp_path: Path) -> None:
    folder, clock = tmp_path / "Look.vault", FakeClock()
    opened = a_vault(tmp_path)
    opened.folder.rename(tmp_path / ".Look.vault.new")
    with pytest.raises(VaultOpenElsewhere), vault.aside(folder, clock):
        raise AssertionError("somebody else is making it")
    (tmp_path / ".Look.vault.new").rename(opened.folder)
    opened.close()
    opened.folder.rename(tmp_path / ".Look.vault.new")
    with vault.aside(folder, clock) as hidden:
        assert not hidden.exists()
        hidden.mkdir()
    assert [path.name for path in tmp_path.iterdir()] == ["Look.vault"]
