"""`search` on the command line: everything under its heading, and calm where nothing is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.cli.main import main
from tests.core.vaults import a_sample


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A sample vault and a file with its passphrase."""
    return a_sample(tmp_path_factory.mktemp("search"))


@pytest.mark.parametrize(("words", "lines"), [
    (["maureen", "oka"], ["People", "  Maureen Okafor, Willow circle"]),
    (["delgdao"], ["People", "  Rosa Delgado, Willow circle"]),
    (["st", "anne"], ["Venues", "  St Anne’s Hall, back room, St Anne’s Hall, 14 Mill Lane, Millbridge MB1 9ZZ"]),
    (["ruht"], ["People", "  Ruth, facilitator, Harbour circle"]),
    (["samaritans"], ["Library", "  Samaritans, 116 123"]),
    (["sign-in"], ["Sheets to print", "  Sign-in sheet, sheet to print"]),
])
def test_what_is_found_stands_under_its_kind(
    made: tuple[Path, Path], words: list[str], lines: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", str(made[0]), "--passphrase-file", str(made[1]), *words]) == 0
    assert capsys.readouterr().out.splitlines() == lines


def test_nothing_found_is_said_calmly(made: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", str(made[0]), "--passphrase-file", str(made[1]), "zzzz"]) == 0
    said = capsys.readouterr()
    assert not said.out and "Nothing found" in said.err


def test_a_whole_question_is_answered_by_what_comes_near(
    made: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    question = ["what", "do", "I", "say", "if", "somebody", "cries"]
    assert main(["search", str(made[0]), "--passphrase-file", str(made[1]), *question]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[:2] == ["Library", "  Someone cries, hard moment"]
    assert said.err == "Nothing has all of these words. These come near.\n"
