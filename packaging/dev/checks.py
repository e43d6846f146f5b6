"""`dev.py test`: every check there is, side by side, with one table at the end."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from place import DEV, ROOT, command, say, venv_python

FACE = ("tests/ui",)
"""What one lane of tests runs; the other runs all the rest, so that no new folder is forgotten."""

APART = ("tests/ui/test_room_*.py", "tests/ui/test_safekeeping*.py", "tests/ui/test_lock*.py")
"""What of the face the other lane runs, in a process of its own: so both take as long."""

MOST_UNSTEADY = 3
"""So many failures are tried once more, alone; more are no accident of a crowded machine."""


@dataclass(slots=True)
class Check:
    """One line of the table; what it said, its code and its seconds are known once it has ended."""

    name: str
    call: list[str | Path]
    said: list[str] = field(default_factory=list)
    code: int = -1
    seconds: float = 0.0
    unsteady: list[str] = field(default_factory=list)  # tests that failed among the others and passed alone

    def run(self, *, aloud: bool = False) -> None:
        """Run to the end. What it says is kept, and shown while it comes if `aloud`."""
        began = time.monotonic()
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
        with subprocess.Popen(
            self.call, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8", errors="replace",
        ) as process:  # fmt: skip
            for line in process.stdout or ():
                self.said.append(line)
                if aloud:
                    print(line, end="", flush=True)
        self.code = process.returncode
        self.seconds = time.monotonic() - began


def run_all(*, long_ones: bool) -> int:
    """Run every check; return 0 only if all are clean."""
    face = [folder for folder in FACE if (ROOT / folder).is_dir()]
    first = _pytest("pytest, the face", [*face, *(f"--ignore-glob={ROOT / glob}" for glob in APART)], long_ones)
    files = sorted(str(file.relative_to(ROOT)) for glob in APART for file in ROOT.glob(glob))
    apart = _pytest("pytest, room and lock", files, long_ones)
    second = _pytest("pytest, the rest", [f"--ignore={folder}" for folder in face], long_ones)
    reading = [
        Check("ruff", [command("ruff"), "check", "."]),
        Check("translations", [venv_python(), DEV / "catalogue.py", "check"]),
        Check("import-linter", [command("lint-imports")]),
        Check("mypy --strict", [command("mypy")]),
    ]
    kept_back = (*reading, apart, second)
    # Two lanes for two cores. The second is kept back, so that what is shown is not two things at once.
    lane = Thread(target=lambda: [check.run() for check in kept_back])
    lane.start()
    first.run(aloud=True)
    lane.join()
    for check in (first, apart, second):
        _try_alone(check)
    for check in kept_back:
        if check.code or check in (apart, second):
            say(f"\n--- {check.name} ---\n{''.join(check.said).rstrip()}")
    return _table([*kept_back, first])


def _pytest(name: str, arguments: list[str], long_ones: bool) -> Check:
    colour = ["--color=yes"] if sys.stdout.isatty() else []
    # Each lane keeps what failed last to itself.
    cache = ["-o", f"cache_dir=.pytest_cache/{name.split()[-1]}"]
    return Check(name, [venv_python(), "-m", "pytest", *colour, *cache, *(["-m", ""] if long_ones else []), *arguments])


def _try_alone(check: Check) -> None:
    """Run the few that failed once more with nothing beside them; those that pass then are named, never hidden."""
    failed = [line.split()[1] for line in check.said if line.startswith("FAILED ")]
    if check.code != 1 or not 0 < len(failed) <= MOST_UNSTEADY or any(line.startswith("ERROR ") for line in check.said):
        return
    say(f"\n--- {check.name}: what failed, once more and alone ---")
    again = Check(check.name, [*check.call, "--last-failed", "--last-failed-no-failures=none"])
    again.run(aloud=True)
    if again.code == 0:
        check.code, check.unsteady = 0, failed


def _table(done: list[Check]) -> int:
    say("")
    for check in done:
        result = "FAILED" if check.code else "unsteady" if check.unsteady else "clean"
        last = check.said[-1].strip() if check.said and check.name.startswith("pytest") else ""
        say(f"  {check.name:<21} {result:<8} {check.seconds:6.1f} s   {last}".rstrip())
    failed = [check.name for check in done if check.code]
    unsteady = [test for check in done for test in check.unsteady]
    for test in unsteady:
        say(f"\nTo be mended: {test} failed among the others and passed alone.")
    say(f"\nFailed: {', '.join(failed)}." if failed else "\nNothing fails alone." if unsteady else "\nAll clean.")
    return 1 if failed else 0
