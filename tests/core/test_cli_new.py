"""`new` on the command line: an empty vault, its words told once or brought along, and never a recovery code."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator import vault
from facilitator.cli import main as cli
from tests.core.vaults import TINY
from tests.make import FakeClock


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A derivation that costs next to nothing."""
    monkeypatch.setattr(vault, "calibrate", lambda: TINY)


def test_a_new_vault_tells_its_words_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["new", str(tmp_path / "Blue folder.vault")]) == 0
    said = capsys.readouterr().out.splitlines()
    words = said[1].removeprefix("Passphrase: ")
    assert len(words.split()) == 5 and [words in line for line in said].count(True) == 1
    assert "recovery sheet" in said[-1]
    opened = vault.unlock(tmp_path / "Blue folder.vault", words, FakeClock())
    assert not opened.sample and not opened.recovery_live and not any(opened.store.counts().values())
    opened.close()


def test_words_of_ones_own_are_not_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = "lantern orchard seven quiet bicycles"
    (tmp_path / "words").write_text(own + "\n", "utf-8")
    assert cli.main(["new", str(tmp_path / "Own.vault"), "--passphrase-file", str(tmp_path / "words")]) == 0
    assert own not in capsys.readouterr().out
    vault.unlock(tmp_path / "Own.vault", own, FakeClock()).close()


def test_a_sample_of_years_is_made_whole_and_told_how_far_on_a_terminal_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["sample", str(tmp_path / "Years.vault"), "--years", "1"]) == 0
    said = capsys.readouterr()
    words = said.out.splitlines()[1].removeprefix("Passphrase: ")
    assert not said.err
    opened = vault.unlock(tmp_path / "Years.vault", words, FakeClock())
    assert opened.sample and opened.store.counts()["session"] == 1000
    opened.close()
    with pytest.raises(SystemExit, match="2"):
        cli.main(["sample", str(tmp_path / "More.vault"), "--years", "11"])


def test_weak_words_and_a_taken_place_leave_all_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "words").write_text("password1\n", "utf-8")
    assert cli.main(["new", str(tmp_path / "Weak.vault"), "--passphrase-file", str(tmp_path / "words")]) == 1
    assert cli.main(["new", str(tmp_path / "words")]) == 1
    said = capsys.readouterr()
    assert not said.out and len(said.err.splitlines()) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["words"]
