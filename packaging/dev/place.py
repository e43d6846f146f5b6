"""Where things stand in this checkout, and how dev.py speaks."""

from __future__ import annotations

import os
import sys
from pathlib import Path

DEV = Path(__file__).resolve().parent
PACKAGING = DEV.parent
ROOT = PACKAGING.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCK = PACKAGING / "requirements.lock"


def venv_python() -> Path:
    """The Python that has the packages."""
    return command("python")


def command(name: str) -> Path:
    """A command installed into .venv, whether or not it is there yet."""
    return BIN / (f"{name}.exe" if os.name == "nt" else name)


def say(text: str, *, error: bool = False) -> None:
    """Tell whoever runs dev.py something, at once and in order."""
    sys.stdout.flush()
    print(text, file=sys.stderr if error else sys.stdout, flush=True)
