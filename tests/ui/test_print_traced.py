"""A trace of every system call of the app while it previews, prints and saves: no page is ever written by us."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
import pytest

from facilitator.library import Library
from facilitator.sample.evening import furnish
from facilitator.workspace import Workspace
from tests.core.vaults import WORDS, a_vault
from tests.faults.canaries import MARK, found_in
from tests.make import FakeClock
from tests.ui.cups import MISSING, Cups, private_cups
from tests.ui.evenings import THURSDAY

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace"),
    pytest.mark.skipif(bool(MISSING), reason=f"needs CUPS: {', '.join(MISSING)} not found"),
]
ROOT = Path(__file__).resolve().parents[2]
CALLS = ("open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mknod,mknodat,truncate,"
         "access,faccessat,faccessat2,memfd_create,execve")
MARKS = "/no such folder of facilitator/"
_LINE = re.compile(r"^(?P<at>\d+\.\d+) (?P<call>\w+)\((?P<given>.*)\) += (?P<code>-?\d+)(?:<(?P<file>[^>]*)>)?")
_TOOL = re.compile(r'execve\("[^"]*/(lp\w*)"')
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True)
class Written:
    """Something that was opened to be written, made, or given a name, and while what was done."""

    phase: str
    call: str
    path: str


def trace(folder: Path) -> Iterator[Written]:
    """What was written, out of the traces of all threads and processes."""
    lines = [found for path in folder.iterdir() for line in path.read_text("utf-8", "replace").splitlines()
             if (found := _LINE.match(line)) is not None]
    phase = "start"
    for line in sorted(lines, key=lambda found: float(found["at"])):
        if MARKS in line["given"]:
            phase = line["given"].partition(MARKS)[2].partition('"')[0]
        elif int(line["code"]) >= 0 and _writes(line):
            paths = _PATH.findall(line["given"])
            yield Written(phase, line["call"], line["file"] or (paths[-1] if paths else ""))


def _writes(line: re.Match[str]) -> bool:
    if line["call"].startswith("open"):
        return any(flag in line["given"] for flag in ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_TMPFILE"))
    return "access" not in line["call"] and line["call"] != "execve"


def of_vault_or_none(path: str, vault: Path) -> bool:
    """Whether it is no file on a disk, or one of the vault, where all is encrypted."""
    return path.startswith(("/dev/null", "/dev/pts/", "/dev/tty", "/memfd:", "pipe:", "socket:", "anon_inode:",
                            "/proc/", f"{vault}/"))


@pytest.fixture(scope="module")
def cups() -> Iterator[Cups]:
    """A print system."""
    with private_cups() as running:
        yield running


def run(place: Path, cups: Cups, *more: str) -> tuple[Path, Path, list[Written]]:
    """The app at work, traced, and the tools it calls: where all of it lies, its vault, and what was written."""
    tree, traces = place / "tree", place / "traces"
    for folder in (tree / "home", tree / "temporary", tree / "here", tree / "asked", traces):
        folder.mkdir(parents=True)
    opened = a_vault(tree, FakeClock(THURSDAY), sample=True)
    workspace = Workspace(opened, FakeClock(THURSDAY), Library())
    furnish(workspace)
    for group in workspace.groups.all():
        workspace.groups.save(replace(group, name=f"{MARK} {group.name}"), group.id)
    workspace.close()
    homes = {f"XDG_{name}_HOME": str(tree / "home" / name.lower()) for name in ("STATE", "CONFIG", "DATA", "CACHE")}
    environment = {
        **os.environ, **homes, "HOME": str(tree / "home"), "XDG_RUNTIME_DIR": str(tree / "temporary"),
        **{name: str(tree / "temporary") for name in ("TMPDIR", "TMP", "TEMP", "SQLITE_TMPDIR")},
        "CUPS_SERVER": cups.server, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    done = subprocess.run(
        ["strace", "-ff", "-ttt", "-y", "-s", "4096", "-e", f"trace={CALLS}", "-o", str(traces / "t"), sys.executable,
         str(ROOT / "tests" / "ui" / "print_child.py"), str(opened.folder), WORDS, str(tree / "asked"), *more],
        cwd=tree / "here", env=environment, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0 and "done" in done.stdout, done.stderr[-3000:]
    called = {name for path in traces.iterdir() for name in _TOOL.findall(path.read_text("utf-8", "replace"))}
    assert {"lp", "lpstat"} <= called, "the tools that print were not traced"
    return tree, opened.folder, list(trace(traces))


def test_no_page_is_written_while_it_is_shown_and_printed(tmp_path: Path, cups: Cups) -> None:
    tree, vault, written = run(tmp_path, cups)
    by_phase: dict[str, list[Written]] = defaultdict(list)
    for one in written:
        by_phase[one.phase].append(one)
    assert by_phase["start"] and by_phase["save"], "the trace sees nothing"
    for phase in ("preview", "print"):
        assert {one.path for one in by_phase[phase] if not of_vault_or_none(one.path, vault)} == set(), phase

    # Saving writes what was asked for, and a file beside it that takes its name.
    other = {one.path for one in by_phase["save"] if not of_vault_or_none(one.path, vault)}
    assert {Path(path).parent for path in other} == {tree / "asked"}
    assert {path.name for path in (tree / "asked").iterdir()} == {"open.pdf", "locked.pdf"}
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tree / "asked" / "locked.pdf")

    # And nothing is left that could be read: not in any folder it was told to keep such things in.
    assert cups.taken("Hall")
    left = [path for path in tree.rglob("*") if path.is_file() and path.parent != tree / "asked"]
    assert not [path for path in left if path.read_bytes().startswith(b"%PDF")]
    assert found_in(tree) == {}
    assert list((tree / "temporary").iterdir()) == list((tree / "here").iterdir()) == []


def test_a_page_that_is_left_lying_about_is_seen(tmp_path: Path, cups: Cups) -> None:
    tree, vault, written = run(tmp_path, cups, "careless")
    found = [one for one in written if not of_vault_or_none(one.path, vault) and one.phase == "preview"]
    assert any(one.path.startswith(str(tree / "temporary")) and one.path.endswith(".pdf") for one in found)
