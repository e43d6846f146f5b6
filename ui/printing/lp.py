"""Prints through `lp` on Linux and macOS: the PDF goes in on standard input, as vectors, with no file between."""

from __future__ import annotations

import os
import re
import shutil

from facilitator.errors import NoPrinter
from facilitator.model.paper import Paper
from ui.printing import JOB_TITLE, PrintJob, Tray

_MEDIA = {(Paper.A4, False): "A4", (Paper.LETTER, False): "Letter", (Paper.A4, True): "A3",
          (Paper.LETTER, True): "Tabloid"}
PATIENCE = 60
"""Seconds we wait for `lp` to take a job."""
_TRAYS = re.compile(r"^(?:InputSlot|MediaSource|media-source)/[^:]*:(.*)$", re.MULTILINE)
_BY_ITSELF = {"auto", "automatic", "autoselect", "default"}


class LpPrinter:
    """The CUPS command-line tools; each call is a process of its own, run off the main thread."""

    def names(self) -> tuple[str, ...]:
        """Printers known to CUPS, the usual one first."""
        usual = _usual()
        known = tuple(line.split()[0] for line in _run(["lpstat", "-e"]).splitlines() if line.split())
        return tuple(sorted(known, key=lambda name: (name != usual, name)))

    def trays(self, printer: str) -> tuple[Tray, ...]:
        """The printer's trays, as it names them; none where it has one only, or does not say."""
        found = _TRAYS.search(_run(["lpoptions", *(["-p", printer] if printer else []), "-l"]))
        keys = found.group(1).replace("*", "").split() if found is not None else []
        trays = tuple(Tray(key, _spaced(key)) for key in keys if key.lower() not in _BY_ITSELF)
        return trays if len(trays) > 1 else ()

    def send(self, job: PrintJob) -> None:
        """Hand the pages to `lp`. Raises NoPrinter when there is nobody to hand them to, or they are refused.

        Nothing is handed to a printer that is stopped: there they would wait, for anybody to find.
        """
        self._require(job.printer)
        command = ["lp", "-t", JOB_TITLE, "-n", str(job.copies),
                   "-o", f"media={_MEDIA[job.paper, job.large]}",
                   "-o", f"sides={f'two-sided-{job.turn.value}-edge' if job.both_sides else 'one-sided'}",
                   "-o", f"print-scaling={'fit' if job.large else 'none'}"]  # a poster is not cut off on smaller paper
        if job.grey:
            command += ["-o", "print-color-mode=monochrome"]
        if job.tray:
            command += ["-o", f"InputSlot={job.tray}"]
        if job.only is not None:
            command += ["-P", str(job.only)]
        if job.printer:
            command += ["-d", job.printer]
        import subprocess  # more to load than all else here; nothing is printed while a vault opens

        try:
            # In a session of its own: where a printer wants a password, the tool would wait for it at the terminal.
            done = subprocess.run([*command, "-"], input=job.pdf, capture_output=True, timeout=PATIENCE, env=_plain(),
                                  start_new_session=True)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NoPrinter(type(error).__name__) from None
        if done.returncode != 0:
            raise NoPrinter("refused")

    def _require(self, printer: str) -> None:
        """Raises NoPrinter where it is known beforehand that no page would come out."""
        if shutil.which("lp") is None:
            raise NoPrinter("tools")
        known = self.names()
        if not known:
            raise NoPrinter("none")
        if printer and printer not in known:
            raise NoPrinter("away", printer)
        name = printer or _usual()
        if not name:
            raise NoPrinter("unset")
        if " disabled since " in _run(["lpstat", "-p", name]).partition("\n")[0]:
            raise NoPrinter("stopped", name)
        if " not accepting requests since " in _run(["lpstat", "-a", name]).partition("\n")[0]:
            raise NoPrinter("closed", name)


def _usual() -> str:
    return _run(["lpstat", "-d"]).partition(":")[2].strip()


def _spaced(key: str) -> str:
    """A tray's key as words: `ManualFeed` and `tray-2` as one would say them."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", key).replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:].lower()


def _run(command: list[str]) -> str:
    import subprocess

    try:
        done = subprocess.run(command, capture_output=True, timeout=10, env=_plain())
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _plain() -> dict[str, str]:
    # The tools' words are read by us, so they must not be translated.
    return {**os.environ, "LC_ALL": "C"}
