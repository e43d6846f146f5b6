"""The room goes on through a lock and after a crash: real processes, a real pipe, and nothing in clear on the disk."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.library import Library
from facilitator.model.agreement import Clause
from facilitator.model.clock import SystemClock
from facilitator.model.group import GroupDraft, RecordLevel
from facilitator.model.room import begun, packed
from facilitator.workspace import Workspace
from tests.make import FakeClock
from tests.ui.front import CHEAP, WORDS
from tests.ui.test_lock_process import ROOT, copies
from tests.ui.test_room_view import part
from ui.room.handing import MOST, received, sent

HERE = Path(__file__).resolve().parent
OWN = "We pass the heron feather round"
"""A clause of the group's own: no name, and yet theirs."""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="hands on by exec and a pipe")


def a_circle(folder: Path) -> Path:
    """A vault whose circle meets today, with a plan and an agreement of five clauses."""
    clock = SystemClock()
    unlocked = vault.create(folder, WORDS, clock, kdf=CHEAP)
    w = Workspace(unlocked, clock, Library())
    w.facilitators.add("Ruth", unlocked.holder)
    w.groups.save(GroupDraft(name="Lantern", record_level=RecordLevel.TALLY))
    group = w.groups.all()[0]
    core = w.library.agreement_core().clauses[:3]
    w.agreements.adopt(group.id, (*core, Clause(text=OWN), Clause(text="We end on time")))
    now = clock.now() - timedelta(minutes=1)
    w.sessions.add(group.id, now.date(), now.hour * 60 + now.minute, 90)
    session = w.sessions.tonight()[0]
    w.agendas.save(w.agendas.draft(w.library.agenda_template("mental-health-90"), session), session)
    unlocked.close()
    return folder


@contextmanager
def driven(folder: Path, home: Path) -> Iterator[subprocess.Popen[str]]:
    """The real app with a hand in it."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(HERE / "room_hook"), str(ROOT))),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
    }
    with subprocess.Popen(
        [sys.executable, HERE / "room_lock_child.py", folder, WORDS, "900x600+20+30"],
        env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        try:
            yield process
        finally:
            process.kill()


def hear(process: subprocess.Popen[str], word: str) -> str:
    """Wait for a line that begins so; gives the rest of it."""
    for line in process.stdout or ():
        if line.startswith(word):
            return line[len(word):].strip()
    raise AssertionError(f"it ended before it said “{word}”: {process.stderr.read() if process.stderr else ''}")


def say(process: subprocess.Popen[str], word: str) -> None:
    """Tell it something."""
    assert process.stdin is not None
    process.stdin.write(f"{word}\n")
    process.stdin.flush()


def test_the_room_stays_at_its_clause_through_a_lock_and_goes_on(tmp_path: Path) -> None:
    """Same process id, new program: gate on the laptop's side, the same clause in the room, and the next by a key."""
    folder = a_circle(tmp_path / "Blue folder.vault")
    with driven(folder, tmp_path) as process:
        assert hear(process, "open") == "2 True"
        say(process, "lock")
        before, after = hear(process, "room").split(" | ")
        started = Path(f"/proc/{process.pid}/cmdline").read_text().split("\0") if Path("/proc").exists() else []
        third = "No phones, no photos, no recording."
        assert third in before
        assert f"{OWN}." in after
        assert [one for one in started if "heron" in one] == [], "it is in no list of processes"
        assert any(one.startswith("--room=") for one in started) or not started
        if Path("/proc/self/maps").exists():
            assert copies(process.pid, "Ruth") == 0
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    left = [path for path in tmp_path.rglob("*") if path.is_file() and b"heron" in path.read_bytes()]
    assert left == []


def test_after_a_crash_the_room_goes_on_where_it_was(tmp_path: Path) -> None:
    folder = a_circle(tmp_path / "Blue folder.vault")
    with driven(folder, tmp_path) as process:
        assert hear(process, "open") == "2 True"
        say(process, "die")
        assert process.wait(20) == -signal.SIGKILL
    with driven(folder, tmp_path) as process:
        assert hear(process, "again") == "2 False", "with one screen, who has just unlocked turns it themselves"
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    left = [path for path in tmp_path.rglob("*") if path.is_file() and b"heron" in path.read_bytes()]
    assert left == []


# ---------------------------------------------------------------- the pipe
def test_a_state_goes_through_the_pipe_whole() -> None:
    said = packed(begun(part(FakeClock(), title="Ä" * 900)))
    number = sent(said)
    assert number is not None
    assert os.get_inheritable(number)
    assert received(number) == said
    assert received(number) == b"", "it can be read once"


@pytest.mark.parametrize("said", [b"", b"x" * (MOST + 1)])
def test_what_cannot_be_handed_on_is_not(said: bytes) -> None:
    assert sent(said) is None
