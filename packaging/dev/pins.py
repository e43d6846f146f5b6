"""`dev.py lock`: pins every package, with the hashes of every file of it, for every platform and Python we support."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from place import LOCK, PACKAGING, ROOT, say

HEADER = """\
# Made by `python3 packaging/dev.py lock` from requirements.in and requirements-dev.in. Do not edit by hand.
# Where packages come from is the business of each machine: no address of a package index belongs here.
"""
SOURCES = ("requirements.in", "requirements-dev.in")


def lock() -> int:
    """Write requirements.lock afresh; return the exit code. The direct pins stay as the two files have them."""
    with tempfile.TemporaryDirectory() as folder:
        # The resolver lives only as long as this command: it is no part of what we run on.
        venv.create(folder, with_pip=True)
        scripts = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin")
        steps = (
            [scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv"],
            [scripts / "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
            + ["--generate-hashes", "--no-header", "--no-emit-index-url", "--no-emit-find-links"]
            + ["--no-emit-package", "pip", "--upgrade", "--output-file", Path(folder) / "lock"]
            + [(PACKAGING / source).relative_to(ROOT) for source in SOURCES],
        )
        for step in steps:
            if code := subprocess.run(step, cwd=ROOT, check=False, stdout=subprocess.DEVNULL).returncode:
                return code
        pinned = (Path(folder) / "lock").read_text(encoding="utf-8")
    if "://" in pinned:
        say("The pins hold an address, which must not be. Nothing was written.", error=True)
        return 1
    LOCK.write_text(HEADER + pinned, encoding="utf-8", newline="\n")
    count = sum("==" in line for line in pinned.splitlines())
    say(f"{LOCK.relative_to(ROOT)}: {count} packages pinned. Now run: python3 packaging/dev.py test")
    return 0
