"""Rows about the room view: what it takes while nothing happens in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from measure import Goal, Measured, Row

PROBE = Path(__file__).with_name("probe_room.py")
REST_S = 25


def _resting(what: str) -> float:
    """The share of a core, in per cent, that a window takes at rest."""
    environment = {**os.environ, "QT_LOGGING_RULES": "default.warning=false"}
    done = subprocess.run([sys.executable, PROBE, what, str(REST_S)], env=environment, capture_output=True,
                          text=True, check=True)  # fmt: skip
    return float(next(line for line in done.stdout.splitlines() if line.startswith("resting ")).split()[1])


def _room_at_rest() -> Measured:
    return Measured(_resting("room"), _resting("bare"), "%")


ROWS: tuple[Row, ...] = (
    Row("room view at rest, CPU", f"a bare window of PySide6, {REST_S} s each", Goal(at_most=2), _room_at_rest),
)
