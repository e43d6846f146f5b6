"""Prints through `lp` on Linux and macOS: the PDF goes in on standard input, as vectors, with no file between."""

from __future__ import annotations

import os
import subprocess

from facilitator.errors import NoPrinter
from facilitator.model.paper import Paper
from ui.printing import JOB_TITLE, PrintJob

PATIENCE = 60
"""Seconds we wait for `lp` to take a job."""


class LpPrinter:
    """The CUPS command-line tools; each call is a process of its own, run off the main thread."""

    def names(self) -> tuple[str, ...]:
        """Printers known to CUPS, the usual one first."""
        usual = _run(["lpstat", "-d"]).partition(":")[2].strip()
        known = tuple(line.split()[0] for line in _run(["lpstat", "-e"]).splitlines() if line.split())
        return tuple(sorted(known, key=lambda name: (name != usual, name)))

    def send(self, job: PrintJob) -> None:
        """Hand the pages to `lp`. Raises NoPrinter when it refuses."""
        command = ["lp", "-t", JOB_TITLE, "-n", str(job.copies),
                   "-o", f"media={'A4' if job.paper is Paper.A4 else 'Letter'}",
                   "-o", f"sides={'two-sided-long-edge' if job.both_sides else 'one-sided'}",
                   "-o", "print-scaling=none"]
        if job.grey:
            command += ["-o", "print-color-mode=monochrome"]
        if job.printer:
            command += ["-d", job.printer]
        try:
            done = subprocess.run([*command, "-"], input=job.pdf, capture_output=True, timeout=PATIENCE, env=_plain())
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NoPrinter(type(error).__name__) from None
        if done.returncode != 0:
            raise NoPrinter("refused")


def _run(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, timeout=10, env=_plain())
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _plain() -> dict[str, str]:
    # The tools' words are read by us, so they must not be translated.
    return {**os.environ, "LC_ALL": "C"}
