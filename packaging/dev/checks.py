"""`dev.py test`: every check there is, side by side, with one table at the end."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import IO

from place import DEV, ROOT, command, say, venv_python

PYTEST = "pytest"


@dataclass(slots=True)
class Check:
    """One line of the table; `code` and `seconds` are known once it has ended."""

    name: str
    call: list[str | Path]
    code: int = -1
    seconds: float = 0.0
    output: str = ""

    def run(self, shown: IO[str] | None = None) -> None:
        """Run to the end. Output is kept, or goes to `shown` while it comes."""
        began = time.monotonic()
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as kept:
            self.code = subprocess.run(
                self.call, cwd=ROOT, env=_environment(), stdout=shown or kept, stderr=subprocess.STDOUT, check=False
            ).returncode
            kept.seek(0)
            self.output = kept.read()
        self.seconds = time.monotonic() - began


def run_all(*, long_ones: bool) -> int:
    """Run every check; return 0 only if all are clean."""
    tests = Check(PYTEST, [venv_python(), "-m", "pytest", *(["-m", ""] if long_ones else [])])
    reading = [
        Check("ruff", [command("ruff"), "check", "."]),
        Check("translations", [venv_python(), DEV / "catalogue.py", "check"]),
        Check("import-linter", [command("lint-imports")]),
        Check("mypy --strict", [command("mypy")]),
    ]
    # Reading the code and running it share nothing, so they go side by side: two cores, two lanes.
    lane = Thread(target=lambda: [check.run() for check in reading])
    lane.start()
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as screen:
        tests.run(screen)
    lane.join()
    for check in reading:
        if check.code:
            say(f"\n--- {check.name} ---\n{check.output.rstrip()}")
    return _table([*reading, tests])


def _environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}


def _table(done: list[Check]) -> int:
    say("")
    for check in done:
        say(f"  {check.name:<15} {'clean' if check.code == 0 else 'FAILED':<7} {check.seconds:6.1f} s")
    failed = [check.name for check in done if check.code]
    say("\nAll clean." if not failed else f"\nFailed: {', '.join(failed)}.")
    return 1 if failed else 0
