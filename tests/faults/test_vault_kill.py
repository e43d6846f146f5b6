"""A vault whose process was killed opens again, shows all that was saved, and closes: whatever the journal held."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from facilitator import vault
from tests.core.vaults import WORDS, a_closed_vault, add_group, groups
from tests.faults.tally import Tally
from tests.make import FakeClock

ROOT = Path(__file__).resolve().parents[2]
CUT_OFF = """
import os
from pathlib import Path
from facilitator import vault
from facilitator.model.clock import SystemClock
from tests.core.vaults import WORDS, add_group
opened = vault.unlock(Path({folder!r}), WORDS, SystemClock())
add_group(opened, "Wren")
opened.store._connection.execute("PRAGMA cache_size = {pages}")
with opened.store.command("test.half"):
    for n in range(300):
        add_group(opened, f"Half {{n}} " + "x" * 500)
    os._exit(0)
"""


@pytest.mark.parametrize(("pages", "begun"), [(-20000, False), (5, True)], ids=["in memory alone", "in the file too"])
def test_a_save_that_was_cut_off_keeps_nobody_from_closing(tmp_path: Path, pages: int, begun: bool) -> None:
    """Before SQLite touches the file its journal has no heading yet, so it is neither played back nor thrown away."""
    folder = a_closed_vault(tmp_path)
    code = CUT_OFF.format(folder=str(folder), pages=pages)
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0
    journal = (folder / "data-1.db-journal").read_bytes()
    assert journal and (journal[0] != 0) is begun
    opened = vault.unlock(folder, WORDS, FakeClock())
    assert opened.opened_after_crash and groups(opened) == ["Wren"]
    opened.close()
    assert vault.facts(folder).clean and not (folder / "data-1.db-journal").stat().st_size
    report = vault.check(folder, WORDS, FakeClock())
    assert not report.after_crash and report.counts["groups"] == 1


@pytest.mark.fault("saves")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="savers are forked")
@pytest.mark.parametrize("kills", [30, pytest.param(500, marks=pytest.mark.long)])
def test_a_killed_vault_opens_and_closes(tmp_path: Path, kills: int, tally: Tally) -> None:
    chance = random.Random(kills)
    folder = a_closed_vault(tmp_path)
    parent = subprocess.Popen([sys.executable, "-m", "tests.faults.keeper", str(folder)], cwd=ROOT,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert parent.stdin is not None and parent.stdout is not None
    saved: set[str] = set()
    unfinished = 0
    try:
        for kill in range(kills):
            many = chance.choice((1, 3, 200))
            parent.stdin.write(b"%d\n" % many)
            parent.stdin.flush()
            child, last, ready = 0, 0, False
            while not (child and ready):
                line = parent.stdout.readline().strip()
                ready = ready or line == b"ready"
                if line.startswith(b"child "):
                    child = int(line[6:])
                elif line.isdigit():
                    last = int(line)
            time.sleep(chance.uniform(0, 0.03))  # how long the saver lives
            os.kill(child, signal.SIGKILL)
            while (line := parent.stdout.readline().strip()) != b"dead":
                last = int(line)
            unfinished += (folder / "data-1.db-journal").stat().st_size > 0
            opened = vault.unlock(folder, WORDS, FakeClock())
            now = set(groups(opened))
            tally.tried(1, "in a vault")
            expected = saved | {f"{child} {n} {row}" for n in range(1, last + 1) for row in range(many)}
            # One more may stand that nobody was told of, and then it stands whole.
            assert now in (expected, expected | {f"{child} {last + 1} {row}" for row in range(many)}), f"kill {kill}"
            saved = now
            opened.close()
            assert vault.facts(folder).clean, f"kill {kill}"
    finally:
        parent.stdin.close()
        parent.wait(10)
        parent.stdout.close()
    assert unfinished > kills / 6, "hardly any kill met a save under way"
    opened = vault.unlock(folder, WORDS, FakeClock())
    add_group(opened, "Wren")
    opened.store.integrity()
    opened.close()
