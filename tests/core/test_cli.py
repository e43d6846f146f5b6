"""The command line as a script and a person use it: exit codes, plain sentences, nothing half done."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from facilitator.cli.main import main
from facilitator.packs import offered
from tests.core.vaults import a_sample


@dataclass(frozen=True)
class Ran:
    """What one command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command; `typed` stands on its standard input."""

    def go(*words: object, typed: str = "") -> Ran:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), "utf-8"))
        try:
            code = main([str(word) for word in words])
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return go


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A sample vault and a file with its passphrase, made once."""
    return a_sample(tmp_path_factory.mktemp("sample"))


def test_sample_prints_its_passphrase_on_a_line_of_its_own(run: Run, tmp_path: Path) -> None:
    ran = run("sample", tmp_path / "New.vault")
    words = [line.removeprefix("Passphrase: ") for line in ran.out.splitlines() if line.startswith("Passphrase: ")]
    assert ran.code == 0 and len(words) == 1 and len(words[0].split()) == 5
    assert ran.out.splitlines()[-1] == "A sample with invented people. It stays until you delete its folder."
    listed = run("groups", tmp_path / "New.vault", "--passphrase-file", "-", typed=words[0] + "\n")
    assert listed.code == 0 and "Lantern circle" in listed.out.splitlines()
    again = run("sample", tmp_path / "New.vault")
    assert again.code == 1 and "left as it is" in again.err


def test_groups_are_one_name_a_line(run: Run, made: tuple[Path, Path]) -> None:
    ran = run("groups", made[0], "--passphrase-file", made[1])
    assert ran.out.splitlines() == ["Harbour circle", "Lantern circle", "Willow circle"] and not ran.err


def test_a_wrong_passphrase_is_one_plain_sentence(run: Run, made: tuple[Path, Path]) -> None:
    ran = run("groups", made[0], "--passphrase-file", "-", typed="not the words\n")
    assert ran.code == 1 and not ran.out
    assert "do not open this vault" in ran.err and "Traceback" not in ran.err and len(ran.err.splitlines()) == 1


def test_without_a_terminal_a_missing_passphrase_does_not_wait(run: Run, made: tuple[Path, Path]) -> None:
    ran = run("groups", made[0])
    assert ran.code == 1 and "--passphrase-file" in ran.err


def test_wrong_use_exits_with_two(run: Run) -> None:
    assert run("groups").code == 2
    assert run("dance").code == 2
    assert run().code == 2


def test_pack_is_a_pdf_and_warns_of_personal_data(run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    ran = run("pack", made[0], "--group", "lantern circle", "--out", out, "--passphrase-file", made[1])
    assert ran.code == 0 and out.read_bytes().startswith(b"%PDF-")
    assert "personal data" in ran.err and str(out) in ran.out
    assert out.stat().st_mode & 0o077 == 0


def test_a_protected_pack_opens_only_with_its_passphrase(run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    import pikepdf

    out = tmp_path / "pack.pdf"
    ran = run("pack", made[0], "--group", "Lantern circle", "--paper", "letter", "--out", out,
              "--passphrase-file", made[1], "--pdf-passphrase-file", "-", typed="open sesame\n")
    assert ran.code == 0 and not ran.err
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)
    with pikepdf.open(out, password="open sesame") as pdf:
        assert pdf.encryption.bits == 256 and pdf.encryption.R == 6
        assert float(pdf.pages[0].mediabox[2]) == pytest.approx(612, abs=1)


def test_a_pack_in_easy_read_says_what_has_none_and_takes_another_style_only_when_told(
        run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    words = ["pack", made[0], "--group", "Lantern circle", "--passphrase-file", made[1], "--out", out,
             "--style", "easyread"]
    ran = run(*words)
    assert ran.code == 1 and not out.exists()
    assert "no Easy Read version" in ran.err and "Run sheet" in ran.err and "Helplines," not in ran.err
    assert run(*words, "--otherwise", "large").code == 0 and out.exists()
    one = run("document", "run-sheet", "--vault", made[0], "--group", "Lantern circle", "--passphrase-file", made[1],
              "--style", "easyread", "--out", tmp_path / "one.pdf")
    assert one.code == 1 and "no Easy Read version" in one.err and not (tmp_path / "one.pdf").exists()


def test_pack_refuses_an_unknown_group_or_day(run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    for extra in (["--group", "Nobody"], ["--group", "Lantern circle", "--session", "1999-01-01"],
                  ["--group", "Lantern circle", "--session", "soon"],
                  *(["--group", "Lantern circle", "--session", f"9999-12-{day}"] for day in range(25, 32))):
        ran = run("pack", made[0], *extra, "--out", out, "--passphrase-file", made[1])
        assert ran.code == 1 and len(ran.err.splitlines()) == 1 and not out.exists()


def test_documents_lists_ids_without_the_recovery_sheet(run: Run) -> None:
    lines = run("documents").out.splitlines()
    ids = [line.split()[0] for line in lines]
    assert ids == [document.id for document in offered()] and "recovery-sheet" not in ids


def test_documents_are_made_blank_or_from_a_vault(run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "one.pdf"
    from_vault = ["--vault", made[0], "--group", "Lantern circle", "--passphrase-file", made[1]]
    for document, extra in (("run-sheet", from_vault), ("cover-slip", from_vault), ("helplines", []),
                            ("coping-handout", []), ("emergency-card", []), ("tally", []), ("sign-in", [])):
        ran = run("document", document, "--out", out, *extra)
        assert ran.code == 0, ran.err
        assert out.read_bytes().startswith(b"%PDF-")
        out.unlink()
    for document in ("run-sheet", "agreement-poster", "cover-slip"):
        ran = run("document", document, "--out", out)
        assert ran.code == 1 and len(ran.err.splitlines()) == 1 and not out.exists()


def test_a_pack_has_the_copies_and_the_style_that_were_asked_for(
        run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    import pikepdf

    out = tmp_path / "pack.pdf"
    words = ["pack", made[0], "--group", "Lantern circle", "--passphrase-file", made[1], "--out", out]
    ran = run(*words, "--copies", "coping-handout=1", "coping-handout:large=2", "--copies", "helplines=0", "--discreet")
    assert ran.code == 0 and "sheets of paper" in ran.out
    with pikepdf.open(out) as pdf, pdf.open_outline() as outline:
        names = [str(item.title) for item in outline.root]
    assert "A quiet moment" in names and "A quiet moment, large print" in names and "Useful numbers" not in names
    out.unlink()
    for wrong in ("coping-handout", "coping-handout=many", "coping-handout:tiny=2", "=3", "tally=1000"):
        assert run(*words, "--copies", wrong).code == 2
    assert run(*words, "--copies", "no-such-sheet=1").code == 1 and not out.exists()


def test_a_library_copy_is_refused_by_name(run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "pack.pdf"
    words = ["pack", made[0], "--group", "Lantern circle", "--passphrase-file", made[1], "--out", out, "--library-copy"]
    ran = run(*words)
    assert ran.code == 1 and "“Run sheet” tells about people" in ran.err and not out.exists()
    ran = run(*words, "--copies", "run-sheet=0", "emergency-card=0")
    assert (ran.code, ran.err) == (0, "") and out.exists()


def test_a_document_has_its_style_and_a_grid_its_days(run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    import pikepdf

    out = tmp_path / "one.pdf"
    assert run("document", "coping-handout", "--style", "large", "--out", out).code == 0
    with pikepdf.open(out) as pdf:
        assert len(pdf.pages) == 2
    out.unlink()
    ran = run("document", "attendance-grid", "--vault", made[0], "--group", "Lantern circle", "--passphrase-file",
              made[1], "--from", "2000-01-01", "--out", out)
    assert ran.code == 0 and "personal data" in ran.err
    assert run("document", "attendance-grid", "--from", "yesterday", "--out", out).code == 2


def test_a_handout_is_made_of_any_card_and_a_card_to_read_of_any_words(
        run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "one.pdf"
    listed = run("library", "--vault", made[0], "--passphrase-file", made[1]).out
    assert listed == run("library").out and "slow-breathing  Slow your breathing" in listed
    for words in (["coping-handout", "--card", "slow-breathing"], ["script-card", "--script", "closing"],
                  ["agreement-draft", "--clauses", "grief"],
                  ["coping-handout", "--card", "senses", "--vault", made[0], "--passphrase-file", made[1]]):
        assert run("document", *words, "--out", out).code == 0
        out.unlink()
    ran = run("document", "coping-handout", "--card", "nobody’s", "--out", out)
    assert ran.code == 1 and "“nobody’s”" in ran.err and not out.exists()
    assert run("document", "script-card", "--card", "a", "--script", "b", "--out", out).code == 2


def test_a_card_is_made_of_any_item_of_the_evening_and_as_deep_as_was_asked(run: Run, tmp_path: Path) -> None:
    import pikepdf

    out, listed = tmp_path / "one.pdf", run("library").out
    sides = {}
    for line in ("tears  Someone cries", "hope  Hope", "supervision-contract  Supervision: what we agree"):
        assert line in listed
    for words in (["hard-moment", "--item", "suicide"], ["reading-card", "--item", "hope"],
                  ["supervision-sheet", "--item", "supervision-contract"], ["prompt-cards", "--item", "check-out"],
                  ["prompt-cards", "--option", "deepest=1"], ["prompt-cards", "--option", "deepest=3"]):
        assert run("document", *words, "--out", out).code == 0
        with pikepdf.open(out) as pdf:
            sides[words[-1]] = len(pdf.pages)
        out.unlink()
    assert sides == {"suicide": 2, "hope": 1, "supervision-contract": 2, "check-out": 3, "deepest=1": 3, "deepest=3": 7}
    assert run("document", "hard-moment", "--item", "senses", "--out", out).code == 1
    assert run("document", "prompt-cards", "--option", "deepest", "--out", out).code == 2
    assert not out.exists()


def test_the_recovery_sheet_is_never_made_into_a_file(run: Run, tmp_path: Path) -> None:
    ran = run("document", "recovery-sheet", "--out", tmp_path / "no.pdf")
    assert ran.code == 1 and "by hand" in ran.err and not list(tmp_path.iterdir())


def test_import_says_what_became_of_every_row(run: Run, tmp_path: Path) -> None:
    folder, file = a_sample(tmp_path)
    words = file.read_text("utf-8")
    roster = tmp_path / "people.csv"
    roster.write_text("First name;Diagnosis\nZahra;never-this-word\nJoan;\n", "utf-8")
    ran = run("import", folder, "--group", "Lantern circle", "--passphrase-file", "-", roster,
              typed=words)
    assert ran.code == 0 and "1 person was added" in ran.out and "“Diagnosis”" in ran.out
    assert "Joan" in ran.out and "Not asked yet" in ran.out and "Zahra" in ran.out
    assert "never-this-word" not in ran.out + ran.err
    again = run("import", folder, "--group", "Lantern circle", "--basis", "signed the list",
                "--passphrase-file", "-", roster, typed=words)
    assert again.code == 0 and "0 people were added" in again.out
    tally = run("import", folder, "--group", "Harbour circle", "--passphrase-file", "-", roster,
                typed=words)
    assert tally.code == 1 and "head-count only" in tally.err


def test_export_saves_a_list_and_warns_that_it_is_not_locked(
    run: Run, made: tuple[Path, Path], tmp_path: Path
) -> None:
    vault, words = made

    def export(group: str, what: str, out: Path) -> Ran:
        return run("export", vault, "--passphrase-file", words, "--group", group, "--what", what, "--out", out)

    ran = export("Lantern circle", "roster", tmp_path / "people.csv")
    assert ran.code == 0 and ran.out.strip().endswith("people.csv") and "not locked" in ran.err
    text = (tmp_path / "people.csv").read_text("utf-8-sig")
    assert text.startswith("Name,First came,Comes no more") and "Gwen" in text and "Gwen" not in ran.out + ran.err
    assert export("Lantern circle", "attendance", tmp_path / "who.xlsx").code == 0
    assert (tmp_path / "who.xlsx").read_bytes().startswith(b"PK")
    heads = export("Harbour circle", "attendance", tmp_path / "heads.csv")
    assert heads.code == 0 and not heads.err
    for group, out, why in (
        ("Harbour circle", "x.csv", "no list of people"), ("Lantern circle", "people.csv", "there already"),
        ("Lantern circle", "x.pdf", "has to end in .csv or .xlsx"), ("Nobody", "x.csv", "no group called"),
    ):
        refused = export(group, "roster", tmp_path / out)
        assert refused.code == 1 and why in refused.err and not refused.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["heads.csv", "people.csv", "who.xlsx"]
    assert run("check", vault, "--passphrase-file", words).code == 0


def test_backup_check_and_restore(run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    backup = run("backup", made[0], tmp_path / "b.zip", "--passphrase-file", made[1])
    assert backup.code == 0, backup.err
    taken = run("backup", made[0], tmp_path / "b.zip", "--passphrase-file", made[1])
    assert taken.code == 1 and "left as it is" in taken.err
    restored = run("restore", tmp_path / "b.zip", tmp_path / "Again.vault", "--passphrase-file", made[1])
    assert restored.code == 0, restored.err
    report = run("check", tmp_path / "Again.vault", "--passphrase-file", made[1])
    assert report.code == 0 and "whole" in report.out and "13 people" in report.out
    bad = tmp_path / "bad.zip"
    bad.write_bytes(os.urandom(400))
    refused = run("restore", bad, tmp_path / "Bad.vault", "--passphrase-file", made[1])
    assert refused.code == 1 and not (tmp_path / "Bad.vault").exists()


def test_a_sheet_is_folded_or_blown_up_and_says_what_to_choose(
        run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    import pikepdf

    out = tmp_path / "one.pdf"
    ran = run("document", "welcome-leaflet", "--layout", "book", "--out", out)
    assert ran.code == 0 and "both sides, flip on short edge" in ran.out
    with pikepdf.open(out) as pdf:
        assert len(pdf.pages) == 2 and float(pdf.pages[0].MediaBox[2]) > float(pdf.pages[0].MediaBox[3])
    out.unlink()
    assert "flip on long edge" in run("document", "wallet-cards", "--item", "senses", "--out", out).out
    out.unlink()
    ran = run("document", "tally", "--layout", "book", "--out", out)
    assert ran.code == 1 and "full pages" in ran.err and not out.exists()
    of_group = (made[0], "--group", "Lantern circle", "--passphrase-file", made[1], "--out", out)
    ran = run("pack", *of_group, "--copies", "welcome-leaflet=2", "--layout", "welcome-leaflet=book")
    assert ran.code == 0 and "flip on long edge" in ran.out  # as the other sheets of the pack
    assert run("pack", *of_group, "--layout", "agreement-poster=poster").code == 1
