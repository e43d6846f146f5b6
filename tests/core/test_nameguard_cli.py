"""`anonymise` on the command line: a note and a list of people in, a note without names out."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from facilitator.cli.main import main

ROSTER = (
    "id,preferred,surname,nicknames,phones,emails,contacts\n"
    "7,Sarah,Owen,Saz; Big S,07700 900123,s@example.org,Tom\n8,Will,Bright,,,,\n"
)
NOTE = "Will said Sarah’s sister Kaz moved to Leeds. Ring 07700900123.\n"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """A list of people."""
    path = tmp_path / "people.csv"
    path.write_text(ROSTER, encoding="utf-8")
    return path


def test_a_note_comes_out_without_names(roster: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = tmp_path / "note.txt"
    note.write_text(NOTE, encoding="utf-8")
    assert main(["anonymise", "--roster", str(roster), str(note)]) == 0
    assert capsys.readouterr().out == "Person A said Person B’s [sister] moved to [town]. Ring [phone].\n"
    assert note.read_text(encoding="utf-8") == NOTE


def test_what_was_found_is_told_as_json(
    roster: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(NOTE.encode()), encoding="utf-8"))
    assert main(["anonymise", "--json", "--roster", str(roster)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [set(one) for one in told] == [{"start", "end", "kind", "certainty", "person_ids", "reasons"}] * 5
    assert [(NOTE[one["start"] : one["end"]], one["kind"], one["person_ids"]) for one in told] == [
        ("Will", "name", [8]),
        ("Sarah", "name", [7]),
        ("Kaz", "name", []),
        ("Leeds", "place", []),
        ("07700900123", "phone", [7]),
    ]


@pytest.mark.parametrize(
    "text", ["First name,Last name\nNgozi,Obi\n", "Ngozi Obi\nBogdan Ilie\n", "Name;Phone\nNgozi Obi;07700 900001\n"]
)
def test_other_lists_of_people_are_understood(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "people.csv").write_text(text, encoding="utf-8")
    (tmp_path / "note.txt").write_text("ngozi passed, nobody minded", encoding="utf-8")
    assert main(["anonymise", "--roster", str(tmp_path / "people.csv"), str(tmp_path / "note.txt")]) == 0
    assert capsys.readouterr().out == "Person A passed, nobody minded\n"


def test_a_list_without_names_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "people.csv").write_text("colour,size\nred,4\n", encoding="utf-8")
    assert main(["anonymise", "--roster", str(tmp_path / "people.csv"), str(tmp_path / "people.csv")]) == 1
    assert "name" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "said"), [(b"\0\1\2\xff\xfe\xfd", "plain text"), (b"x" * (5 * 1024 * 1024), "too long")]
)
def test_what_is_no_note_is_refused(
    data: bytes, said: str, roster: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "note").write_bytes(data)
    assert main(["anonymise", "--roster", str(roster), str(tmp_path / "note")]) == 1
    assert said in capsys.readouterr().err


def test_a_note_that_is_not_there_is_refused(roster: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["anonymise", "--roster", str(roster), "nowhere.txt"]) == 1
    assert capsys.readouterr().out == ""
