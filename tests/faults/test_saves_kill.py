"""Savers killed at random moments: every save that was acknowledged is there, and no save is there by half."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from facilitator.store import Store
from tests.faults.tally import Tally
from tests.make import FACTS, KEY, FakeClock, a_store


@pytest.mark.fault("saves")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="savers are forked")
@pytest.mark.parametrize("kills", [200, pytest.param(2000, marks=pytest.mark.long)])
def test_no_acknowledged_save_is_lost_when_killed(tmp_path: Path, kills: int, tally: Tally) -> None:
    chance = random.Random(kills)
    store = a_store(tmp_path)
    with store.command("test.seed") as command:
        command.insert("groups", {"name": "Aster", "application": "grief", "record_level": 1,
                                  "created_on": "2025-01-01"}, b"G" * 16)
    store.close()
    root = Path(__file__).parents[2]
    parent = subprocess.Popen([sys.executable, "-m", "tests.faults.saver", str(store.path)], cwd=root,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert parent.stdin is not None and parent.stdout is not None
    last = unfinished = 0
    try:
        for kill in range(kills):
            parent.stdin.write(b"go\n")
            parent.stdin.flush()
            child, ready = 0, False
            while not (child and ready):
                line = parent.stdout.readline().strip()
                ready = ready or line == b"ready"
                if line.startswith(b"child "):
                    child = int(line[6:])
                elif line.isdigit():
                    last = int(line)
            time.sleep(chance.uniform(0, 0.012))  # how long the saver lives
            os.kill(child, signal.SIGKILL)
            while (line := parent.stdout.readline().strip()) != b"dead":
                last = int(line)
            journal = store.path.with_name("data-1.db-journal").stat().st_size
            unfinished += journal > 0
            store = Store.open(store.path, KEY, FACTS, FakeClock())
            row = store.one("SELECT value FROM setting_live")
            stands = 0 if row is None else int(row["value"])
            tally.tried(1, "in the store")
            assert last <= stands <= last + 1, f"kill {kill}"
            last = stands
            assert store.counts()["member"] == stands
            if kill % 20 == 0:
                store.integrity()
            store.close()
    finally:
        parent.stdin.close()
        parent.wait(10)
        parent.stdout.close()
    assert unfinished > kills / 20, "hardly any kill met a save under way"
    store = Store.open(store.path, KEY, FACTS, FakeClock())
    store.integrity()
    names = {row["name"] for row in store.all("SELECT name FROM member_live")}
    assert names == {f"Member {n}" for n in range(1, last + 1)}
    store.close()
