"""Little memory: words are made and changed at a lower cost, and what cannot be opened says what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.errors import LowMemory
from facilitator.vault import keys
from facilitator.vault.keys import FLOOR, STANDARD, stretch
from tests.architecture.house import ROOT


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory cannot be taken away here")
def test_with_little_memory_words_cost_less_and_nothing_is_lost(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.core.low_memory_child", str(tmp_path)], cwd=ROOT, capture_output=True,
        encoding="utf-8", timeout=120, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:-1] == ["made 64", "opened 64", "changed 64", "raised 256", "whole"]


def test_where_the_system_promises_more_than_it_has_it_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_free_kib", lambda: FLOOR.memory_kib)
    stretch(b"words", bytes(16), FLOOR)
    with pytest.raises(LowMemory):
        stretch(b"words", bytes(16), STANDARD)


def test_a_system_that_does_not_say_is_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_free_kib", lambda: None)
    stretch(b"words", bytes(16), FLOOR)
