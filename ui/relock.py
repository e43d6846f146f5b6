"""A fresh process at the locked screen: clearing widgets leaves copies of names in memory, this leaves none."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path


def command(arguments: Sequence[str]) -> list[str]:
    """How this program is started again, from its source or as an installed bundle."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    # -P: else a file called ui.py, or as one of Python's own, in the folder one started from would run in our place.
    return [sys.executable, "-P", "-m", "ui", *arguments]


def handed_on(folder: Path | None, place: str = "", card: bool = False, room: int | None = None) -> list[str]:
    """What the fresh process is told, as arguments."""
    arguments = ["--locked", str(folder) if folder is not None else ""]
    if place:
        arguments.append(f"--place={place}")  # in one piece, as a place may begin with a minus
    if card:
        arguments.append("--card")
    if room is not None:
        arguments.append(f"--room={room}")
    return arguments


def fresh_process(folder: Path | None, place: str = "", card: bool = False, room: bytes = b"") -> None:
    """Become a new process that shows the locked screen of a vault, in the same place on the screen. Does not return.

    With `card`, the emergency card lies over it as it did before; `room` is what the room view goes on showing.

    On POSIX this process is replaced, so nothing of its memory is left; on Windows a new one is started and this one
    ends (written, untried).
    """
    start = command(handed_on(folder, place, card, _pipe(room)))
    root = Path(__file__).resolve().parent.parent
    environment = dict(os.environ)
    if not getattr(sys, "frozen", False):
        known = [str(root), *filter(None, environment.get("PYTHONPATH", "").split(os.pathsep))]
        environment["PYTHONPATH"] = os.pathsep.join(dict.fromkeys(known))
    if sys.platform == "win32":
        import subprocess

        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        subprocess.Popen(start, env=environment, creationflags=flags, close_fds=True)
        os._exit(0)
    os.execve(start[0], start, environment)


def _pipe(room: bytes) -> int | None:
    if not room:
        return None
    from ui.room.handing import sent

    return sent(room)
