"""The power is cut at every step of making, saving, keys, backing up, restoring: old or new, never neither."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
@pytest.mark.parametrize("stride", [4, pytest.param(1, marks=pytest.mark.long)])
def test_old_or_new_wherever_it_is_cut_off(tmp_path: Path, stride: int) -> None:
    done = subprocess.run([sys.executable, "-W", "error", "-m", "tests.faults.cutter", str(tmp_path), str(stride)],
                          cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    cuts = dict(line.split() for line in done.stdout.splitlines())
    assert set(cuts) == {"making", "saving", "keys", "adding", "removing", "backing_up", "restoring"}
    assert all(int(n) > 10 for n in cuts.values())
