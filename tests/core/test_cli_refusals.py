"""Wrong files, closed folders, odd names and lost terminals: one calm sentence each, and nothing half done."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.test_cli import Ran, Run, run
from tests.core.vaults import a_sample
from tests.rights import file_rights_count

__all__ = ["run"]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs pipes, links and devices")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A sample vault and a file with its passphrase, made once."""
    return a_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A folder of things that are not what somebody hoped for."""
    place = tmp_path / "odd"
    place.mkdir()
    (place / "text").write_text("hello\n", "utf-8")
    (place / "empty").touch()
    (place / "folder").mkdir()
    os.mkfifo(place / "pipe")
    (place / "loop").symlink_to(place / "loop")
    (place / "nowhere").symlink_to(place / "gone")
    (place / os.fsdecode(b"n\xff\xfe")).write_text("hello\n", "utf-8")
    return place


NAMES = ("text", "empty", "folder", "pipe", "loop", "nowhere", os.fsdecode(b"n\xff\xfe"), "none/x", "text/x",
         "x" * 300, "two\nlines", "\u202egnp.exe")


def refused(ran: Ran) -> None:
    """One sentence with its next step, and nothing else."""
    assert ran.code == 1, (ran.out, ran.err)
    assert not ran.out and len(ran.err.splitlines()) == 1 and ran.err.count(". ") >= 1, ran.err
    assert "went wrong" not in ran.err and "Traceback" not in ran.err and "\u202e" not in ran.err


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_wrong_path_is_refused_wherever_it_is_given(
    name: str, run: Run, made: tuple[Path, Path], odd: Path, tmp_path: Path
) -> None:
    vault, words = made
    wrong, new = odd / name, tmp_path / "New.vault"
    before = sorted(odd.iterdir())
    refused(run("check", wrong, "--passphrase-file", words))
    refused(run("restore", wrong, new, "--passphrase-file", words))
    refused(run("import", vault, "--group", "Lantern circle", wrong, "--passphrase-file", words))
    refused(run("groups", vault, "--passphrase-file", wrong))
    assert not new.exists() and sorted(odd.iterdir()) == before


@pytest.mark.parametrize("name", ["text", "folder", "pipe", "loop", "none/x", "text/x", "x" * 300], ids=ascii)
def test_nothing_that_is_there_is_written_over(
    name: str, run: Run, made: tuple[Path, Path], odd: Path
) -> None:
    before = {path.name: path.lstat().st_ino for path in odd.iterdir()}
    refused(run("sample", odd / name))
    refused(run("document", "tally", "--out", odd / name))
    if name != "folder":
        refused(run("backup", made[0], odd / name, "--passphrase-file", made[1]))
    assert {path.name: path.lstat().st_ino for path in odd.iterdir()} == before
    assert (odd / "text").read_text("utf-8") == "hello\n"


def test_a_sheet_takes_the_place_of_an_older_one_and_follows_links(run: Run, odd: Path, tmp_path: Path) -> None:
    out = tmp_path / "tally.pdf"
    (tmp_path / "link.pdf").symlink_to(out)
    for name in ("tally.pdf", "tally.pdf", "link.pdf"):
        assert run("document", "tally", "--out", tmp_path / name).code == 0
        assert out.read_bytes().startswith(b"%PDF-") and not out.is_symlink()
        out.write_bytes(b"%PDF-old")
    assert (tmp_path / "link.pdf").is_symlink()
    assert run("document", "tally", "--out", odd / "empty").code == 0


def test_a_device_is_never_replaced(run: Run) -> None:
    ours, theirs = os.openpty()
    try:
        refused(run("document", "tally", "--out", os.ttyname(theirs)))
        assert stat.S_ISCHR(Path(os.ttyname(theirs)).stat().st_mode)
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_folder_that_is_closed_to_us(run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    vault, words = made
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "it").write_text("hello\n", "utf-8")

    def everywhere(place: Path, check: Callable[[Ran], None]) -> None:
        check(run("check", place / "it", "--passphrase-file", "-", typed="x"))
        check(run("sample", place / "it"))
        check(run("restore", place / "it", tmp_path / "New.vault", "--passphrase-file", "-", typed="x"))
        check(run("document", "tally", "--out", place / "it"))

    def is_closed(ran: Ran) -> None:
        refused(ran)
        assert "closed to you" in ran.err

    closed.chmod(0)
    try:
        with file_rights_count():
            everywhere(closed, is_closed)
    finally:
        closed.chmod(0o700)
    assert (closed / "it").read_text("utf-8") == "hello\n"
    assert run("check", vault, "--passphrase-file", words).code == 0


def test_paths_that_a_script_left_empty_are_wrong_use(run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    assert run("backup", made[0], "", "--passphrase-file", made[1]).code == 2
    assert run("groups", made[0], "--passphrase-file", "").code == 2
    assert run("document", "tally", "--out", "").code == 2
    refused(run("backup", made[0], f"{tmp_path / 'stick'}/", "--passphrase-file", made[1]))
    assert not list(tmp_path.iterdir())


def test_a_path_of_dots_has_a_name(
    run: Run, made: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made[0])
    ran = run("backup", ".", tmp_path, "--passphrase-file", made[1])
    assert ran.code == 0 and [path.name.split(" ")[0] for path in tmp_path.iterdir()] == ["Sample"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le+", "utf-16-be+"])
def test_words_are_read_as_any_editor_saves_them(
    encoding: str, run: Run, made: tuple[Path, Path], tmp_path: Path
) -> None:
    words = made[1].read_text("utf-8").strip()
    name, marked = encoding.rstrip("+"), encoding.endswith("+")
    text = ("\ufeff" if marked else "") + f"{words}\r\nsecond line\r\n"
    (tmp_path / "words").write_bytes(text.encode(name))
    assert run("groups", made[0], "--passphrase-file", tmp_path / "words").code == 0


def test_words_that_are_no_text_are_refused(run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "words").write_bytes(b"caf\xe9 and more\n")
    ran = run("groups", made[0], "--passphrase-file", tmp_path / "words")
    refused(ran)
    assert "cannot be read" in ran.err
    (tmp_path / "words").write_bytes(b"\n")
    ran = run("document", "tally", "--out", tmp_path / "x.pdf", "--pdf-passphrase-file", tmp_path / "words")
    refused(ran)
    assert "empty" in ran.err and not (tmp_path / "x.pdf").exists()


def test_the_place_is_looked_at_before_any_words_are_asked(run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    assert "Nothing was found" in run("check", tmp_path / "none").err
    assert "not a backup" in run("restore", made[1], tmp_path / "New.vault").err
    assert "passphrase is needed" in run("check", made[0]).err


# ---------------------------------------------------------------- as a process of its own
def started(*words: object, **more: object) -> subprocess.Popen[bytes]:
    """The command line as a shell starts it."""
    return subprocess.Popen([sys.executable, "-m", "facilitator", *map(str, words)], cwd=Path(__file__).parents[2],
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_being_stopped_leaves_nothing_half_done(how: signal.Signals, tmp_path: Path) -> None:
    hidden = tmp_path / ".New.vault.new"
    child = started("sample", tmp_path / "New.vault")
    while not hidden.exists() and child.poll() is None:
        time.sleep(0.005)
    child.send_signal(how)
    out, err = child.communicate()
    assert child.returncode == 1 and not out, (out, err)
    assert err.decode() == "Stopped. Nothing was half done.\n" and not list(tmp_path.iterdir())


def test_any_name_can_be_told_to_any_terminal(made: tuple[Path, Path], tmp_path: Path) -> None:
    roster = tmp_path / "people.csv"
    roster.write_text("First name\nZieliński\n李\n", "utf-8")
    child = started("import", made[0], "--group", "Lantern circle", roster, "--passphrase-file", made[1],
                    env={**os.environ, "PYTHONIOENCODING": "ascii"})
    out, err = child.communicate()
    assert child.returncode == 0 and not err and b"Zieli\\u0144ski" in out


def test_handles_that_are_closed_do_no_harm(made: tuple[Path, Path]) -> None:
    command = f'exec "{sys.executable}" -m facilitator check "{made[0]}" --passphrase-file "{made[1]}" <&- >&- 2>&-'
    done = subprocess.run(["sh", "-c", command], cwd=Path(__file__).parents[2])
    assert done.returncode == 0
    command = f'exec "{sys.executable}" -m facilitator groups "{made[0]}" --passphrase-file - <&-'
    done = subprocess.run(["sh", "-c", command], cwd=Path(__file__).parents[2], capture_output=True)
    assert done.returncode == 1 and done.stderr.decode().startswith("A passphrase is needed")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_an_answer_that_cannot_be_written_is_told(made: tuple[Path, Path]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "facilitator", "groups", made[0], "--passphrase-file", made[1]],
                              cwd=Path(__file__).parents[2], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1 and done.stderr.decode().startswith("The answer could not be written out.")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_sample_whose_words_could_not_be_told_does_not_stay(tmp_path: Path) -> None:
    """Nobody could open it, and nobody would know that it is there."""
    command = [sys.executable, "-m", "facilitator", "sample", str(tmp_path / "Sample.vault")]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == 1 and b"could not be written out" in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_empty_line_is_no_words_mistyped(run: Run, made: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("\n", "utf-8")
    for ran in (run("groups", made[0], "--passphrase-file", tmp_path / "empty"),
                run("groups", made[0], "--passphrase-file", "-", typed="\n")):
        refused(ran)
        assert ran.err.startswith("A passphrase is needed, and none was given.")


def test_a_note_saved_as_unicode_on_windows_is_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("Name\nMaureen\n", "utf-8")
    for encoding in ("utf-16", "utf-8-sig", "utf-8"):
        (tmp_path / "note.txt").write_bytes("Maureen cried.".encode(encoding))
        ran = run("anonymise", "--roster", tmp_path / "people.csv", tmp_path / "note.txt")
        assert (ran.code, ran.out.strip()) == (0, "Person A cried."), encoding
    (tmp_path / "note.txt").write_bytes(b"\xff\xfe\x00")  # cut off in the middle of a letter
    refused(run("anonymise", "--roster", tmp_path / "people.csv", tmp_path / "note.txt"))
