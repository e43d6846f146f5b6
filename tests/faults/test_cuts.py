"""A process ends at every call to the disk of all that changes a vault: old or new, for exactly the right people."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.cuts import PARTS
from tests.faults.tally import Tally

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.fault("steps")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
@pytest.mark.parametrize("strides", [(6, 61), pytest.param((1, 1), marks=pytest.mark.long)], ids=["some", "every"])
def test_old_or_new_wherever_it_is_cut_off(tmp_path: Path, strides: tuple[int, int], tally: Tally) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.faults.cuts", str(tmp_path), *map(str, strides)],
        cwd=ROOT, capture_output=True, encoding="utf-8")
    for line in done.stdout.splitlines():
        part, cuts = line.split()
        tally.tried(int(cuts), part.replace("_", " "))
    assert done.returncode == 0, done.stderr
    assert set(tally.cases) == {part.__name__.replace("_", " ") for part in PARTS}
    assert all(cuts > 3 for cuts in tally.cases.values())
