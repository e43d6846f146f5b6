"""A fault at every call to the disk of all that changes a vault: old or new is left, for exactly the right people."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.tally import Tally
from tests.faults.under_faults import PARTS

ROOT = Path(__file__).resolve().parents[2]
SOME = "all, some calls"
PLACES = [SOME, *(pytest.param(part.__name__, marks=pytest.mark.long) for part in PARTS)]
"""One test for all of them at some calls; in the long run one each, at every call."""
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")


def run(folder: Path, fault: str, strides: tuple[int, int], place: str, tally: Tally, kind: str) -> None:
    """Run one thing, or all, with one fault at every so-manieth call of our own and of SQLite's."""
    wanted = [part.__name__ for part in PARTS] if place == SOME else [place]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.faults.under_faults", str(folder), fault, *map(str, strides),
         *wanted], cwd=ROOT, capture_output=True, encoding="utf-8")
    lines = [line.split() for line in done.stdout.splitlines()]
    for part, many in lines:
        tally.tried(int(many), kind or part.replace("_", " "))
    assert done.returncode == 0, f"after {lines[-1:]}: {done.stderr}"
    assert [part for part, _many in lines] == wanted and all(int(many) > 1 for _part, many in lines)


@pytest.mark.fault("steps")
@pytest.mark.parametrize("place", PLACES)
def test_the_process_ends_there(tmp_path: Path, place: str, tally: Tally) -> None:
    run(tmp_path, "cut", (11, 149) if place == SOME else (1, 1), place, tally, "")


@pytest.mark.fault("disk")
@pytest.mark.parametrize(("fault", "place"), [
    ("short", SOME), *(pytest.param(fault, part.__name__, marks=pytest.mark.long)
                       for fault in ("full+", "short", "io", "io+") for part in PARTS)])
def test_the_disk_fails_there(tmp_path: Path, fault: str, place: str, tally: Tally) -> None:
    run(tmp_path, fault, (19, 211) if place == SOME else (1, 1), place, tally,
        {"full+": "full", "short": "short, then full", "io": "failing once", "io+": "failing"}[fault])
