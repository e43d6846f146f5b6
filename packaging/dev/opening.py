"""`dev.py run`: opens the window, or shows what the app makes where there is no display."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from place import ROOT, command, say


def open_app() -> int:
    """Open the app and wait for it; without a display make a sample vault and its pack instead."""
    if not _has_display():
        return _sample_on_paper()
    app = command("facilitator")
    if os.name == "posix":
        os.execv(app, [str(app)])
    return subprocess.run([app], check=False).returncode


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _sample_on_paper() -> int:
    say("There is no display here, so no window can open. Making a sample vault and its session pack instead.")
    folder = Path(tempfile.mkdtemp(prefix="facilitator-"))
    vault, pack = folder / "sample", folder / "session-pack.pdf"
    made = _cli("sample", vault)
    passphrase = next((line.split(": ", 1)[1] for line in made.splitlines() if line.startswith("Passphrase: ")), "")
    with_passphrase = ("--passphrase-file", "-")
    group = _cli("groups", vault, *with_passphrase, typed=passphrase).splitlines()[0]
    _cli("pack", vault, "--group", group, "--out", pack, *with_passphrase, typed=passphrase)
    say(f"Sample vault: {vault}")
    say(f"Passphrase:   {passphrase}")
    say(f"Session pack: {pack}")
    return 0


def _cli(*arguments: str | Path, typed: str = "") -> str:
    """Run the command line of the app; stop here with its own words when it refuses."""
    call = [command("facilitator-cli"), *arguments]
    done = subprocess.run(call, cwd=ROOT, input=typed + "\n", stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout
