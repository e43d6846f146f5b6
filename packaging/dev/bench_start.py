"""Rows about the window: from nothing to the unlock screen, from there into a vault, a tick, and the memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from statistics import median

from bench_vault import CLOCK, WORDS, Fill, made_vault, named, no_more, seal_of
from measure import Goal, Measured, Row

from facilitator import sample
from facilitator.settings import DeviceSettings
from ui.gate.known import KnownVaults

PROBE = Path(__file__).with_name("probe.py")
ROUNDS = 9


@contextmanager
def home_with_a_vault(fill: Fill = no_more) -> Iterator[tuple[Path, dict[str, str]]]:
    """A vault, and the environment of somebody who has opened it before, in a home of its own."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        vault = made_vault(home / "Blue folder.vault", fill)
        environment = {**os.environ, "HOME": name, "XDG_STATE_HOME": str(home / "state"), "XDG_DATA_HOME": name}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # people's starts find their modules compiled
        environment["QT_LOGGING_RULES"] = "default.warning=false"  # the platform without a screen is chatty
        if not any(os.environ.get(one) for one in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
            environment["QT_QPA_PLATFORM"] = "offscreen"
        state = home / "state" / "facilitator"
        state.mkdir(parents=True)
        KnownVaults(DeviceSettings(state / "settings.json"), lambda: home).opened(vault, CLOCK.today())
        yield vault, environment


def _start(environment: dict[str, str], what: str, *more: str) -> tuple[float, float]:
    """Milliseconds until the window of the probe is painted, and the number the probe tells."""
    call = [sys.executable, PROBE, what, *more]
    began = time.perf_counter()
    with subprocess.Popen(call, env=environment, stdout=subprocess.PIPE, text=True) as probe:
        for line in probe.stdout or ():
            if line.startswith("painted "):
                took = (time.perf_counter() - began) * 1000
                return took, float(line.split()[1])
    raise RuntimeError(f"the {what} window never came up")


@cache
def _starts() -> tuple[Measured, Measured]:
    with home_with_a_vault() as (_vault, environment):
        kinds = ("app", "bare")
        for kind in kinds:  # the first start of each reads from the disk what the others find in memory
            _start(environment, kind)
        taken = [tuple(_start(environment, kind) for kind in kinds) for _ in range(ROUNDS)]
    time_app, time_bare, held_app, held_bare = (
        median(row[kind][number] for row in taken) for number in (0, 1) for kind in (0, 1)
    )
    return Measured(time_app, time_bare), Measured(held_app, held_bare, "MB")


def _tour() -> Measured:
    with home_with_a_vault(sample.furnish) as (vault, environment):
        _took, held = _start(environment, "tour", str(vault), WORDS)
        _took, bare = _start(environment, "bare")
    return Measured(held, bare, "MB")


def _unlock() -> Measured:
    taken: dict[Fill, list[float]] = {sample.furnish: [], named: []}
    sealed = []
    for _round in range(5):
        for fill, found in taken.items():
            with home_with_a_vault(fill) as (vault, environment):
                found.append(_start(environment, "unlock", str(vault), WORDS)[1])
                if fill is sample.furnish:
                    sealed.append(seal_of(vault))
    return Measured(median(taken[sample.furnish]), median(taken[named]) + median(sealed))


def _tick() -> Measured:
    with home_with_a_vault(sample.furnish) as (vault, environment):
        return Measured(median(_start(environment, "tick", str(vault), WORDS)[1] for _round in range(3)))


ROWS = (
    Row("cold start → unlock screen painted",
        "a bare PySide6 main window in the same interpreter and style of process",
        Goal(times=1.5), lambda: _starts()[0]),
    Row("memory at the unlock screen", "the same bare window", Goal(times=1.3), lambda: _starts()[1]),
    Row("unlock → Tonight usable", "the same on an empty vault, and one HMAC-SHA256 of the sample's file",
        Goal(times=1.3), _unlock),
    Row("tick one attendance, durable, painted", "", Goal(at_most=50), _tick),
    Row("memory after a tour of the sample", "the same bare window", Goal(times=2.5), _tour),
)  # fmt: skip
