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
NAMES = {part.__name__.replace("_", " ") for part in PARTS}
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")


def run(folder: Path, fault: str, strides: tuple[int, int], tally: Tally, kind: str) -> None:
    """Run everything with one fault, at every so-manieth call of our own and of SQLite's."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.faults.under_faults", str(folder), fault, *map(str, strides)],
        cwd=ROOT, capture_output=True, encoding="utf-8")
    lines = [line.split() for line in done.stdout.splitlines()]
    for part, many in lines:
        tally.tried(int(many), kind.format(part.replace("_", " ")))
    assert done.returncode == 0, f"after {lines[-1:]}: {done.stderr}"
    assert {part.replace("_", " ") for part, _many in lines} == NAMES and all(int(many) > 1 for _part, many in lines)


@pytest.mark.fault("steps")
@pytest.mark.parametrize("strides", [(11, 149), pytest.param((1, 1), marks=pytest.mark.long)], ids=["some", "every"])
def test_the_process_ends_there(tmp_path: Path, strides: tuple[int, int], tally: Tally) -> None:
    run(tmp_path, "cut", strides, tally, "{}")


@pytest.mark.fault("disk")
@pytest.mark.parametrize(("fault", "strides"), [
    ("short", (19, 211)), *(pytest.param(fault, (1, 1), marks=pytest.mark.long) for fault in (
        "full+", "short", "io", "io+"))], ids=["some", "full", "short", "failing once", "failing"])
def test_the_disk_fails_there(tmp_path: Path, fault: str, strides: tuple[int, int], tally: Tally) -> None:
    run(tmp_path, fault, strides, tally, fault.rstrip("+"))
