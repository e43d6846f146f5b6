"""A real lock of a real process: sealed, and a fresh one at the gate that holds no copy of what was open before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.vault import headerfiles
from facilitator.vault.keys import Keys
from facilitator.vault.lockfile import LockFile
from facilitator.vault.unlocking import enter
from tests.make import FakeClock
from tests.ui.front import WORDS, a_vault

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PLANTED = "Quillon Abernathy-Vosk"


def copies(pid: int, name: str) -> int:
    """How often a name lies in a process's memory, as Python, SQLite and Qt keep text."""
    return found_in(pid, name.encode(), name.encode("utf-16-le"), name.encode("utf-32-le"))


def copies_of_keys(pid: int, keys: Keys) -> int:
    """How often one of a vault's keys lies there, as bytes or as the text that SQLCipher is handed."""
    each = (keys.data, keys.database, keys.header, keys.seal, keys.backup)
    return found_in(pid, *each, *(key.hex().encode() for key in each))


def found_in(pid: int, *forms: bytes) -> int:
    """How often any of these lies in a process's memory."""
    found = 0
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, rights, *_rest = line.split()
            if not rights.startswith("r") or line.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            try:
                memory.seek(start)
                held = memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue
            found += sum(held.count(form) for form in forms)
    return found


def processes_at(home: Path) -> list[int]:
    """Every process that was started with this home, or came of one that was."""
    found: list[int] = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            if f"HOME={home}".encode() in path.read_bytes().split(b"\0"):
                found.append(int(path.parent.name))
    return found


def hear(process: subprocess.Popen[str], word: str) -> None:
    """Wait for a line."""
    for line in process.stdout or ():
        if line.strip() == word:
            return
    raise AssertionError(f"it ended before it said “{word}”")


@pytest.mark.fault("memory")
@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="reads memory through /proc")
def test_lock_leaves_a_fresh_process_and_no_name_or_key_in_it(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Same process id, new program: the gate is in sight, the vault is sealed, half-typed text is kept, 0 copies."""
    folder = a_vault(tmp_path / "Blue folder.vault", FakeClock())
    keys = enter(headerfiles.read(folder).header, WORDS).keys
    record_property("cases", {"a name": 1, "keys": 5})
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(HERE / "lock_hook"), str(ROOT))),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
    }
    with subprocess.Popen(
        [sys.executable, HERE / "lock_child.py", folder, WORDS, PLANTED],
        env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        try:
            hear(process, "open")
            assert copies(process.pid, PLANTED) > 0, "the scan finds nothing where there is something"
            assert copies_of_keys(process.pid, keys) > 0
            assert not vault.facts(folder).clean
            assert process.stdin is not None
            process.stdin.write("lock\n")
            process.stdin.flush()
            hear(process, "gate")
            started = Path(f"/proc/{process.pid}/cmdline").read_text().split("\0")
            assert started[1:6] == ["-P", "-m", "ui", "--locked", str(folder)]
            assert copies(process.pid, PLANTED) == copies_of_keys(process.pid, keys) == 0
            LockFile.take(folder, FakeClock()).release()  # waits for the process that seals
            assert vault.facts(folder).clean
            others = set(processes_at(tmp_path)) - {process.pid}
            left = [one for one in others if copies(one, PLANTED) or copies_of_keys(one, keys)]
            assert left == [], "what sealed has ended"
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 0
        finally:
            process.kill()
    opened = vault.unlock(folder, WORDS, FakeClock())
    try:
        assert [draft.fields["name"] for draft in opened.drafts.list()] == [PLANTED]
        assert opened.store.one("select name from groups_live") == {"name": PLANTED}
    finally:
        opened.close()
    forms = (PLANTED.encode(), PLANTED.encode("utf-16-le"))
    left = [p for p in tmp_path.rglob("*") if p.is_file() and any(form in p.read_bytes() for form in forms)]
    assert left == []
