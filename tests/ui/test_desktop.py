"""The desktop's own screen lock locks the vault too, heard on a real session bus."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from tests.ui.front import Front
from ui.desktop import ScreenLock

ROOT = Path(__file__).resolve().parent.parent.parent
LISTENER = """
import subprocess
from PySide6.QtCore import QCoreApplication, QTimer
from ui.desktop import ScreenLock

app = QCoreApplication([])
lock = ScreenLock(lambda: (print("locked", flush=True), app.quit()))
assert lock.listen()
tell = ["dbus-send", "--session", "--type=signal", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged"]
for active in ("false", "true"):
    subprocess.run([*tell, f"boolean:{active}"], check=True)
QTimer.singleShot(20_000, app.quit)
app.exec()
"""


def test_locked_screen_locks_the_vault(opened: Front) -> None:
    """At once, with no countdown; a screen that opens again changes nothing."""
    assert opened.house.opened is not None
    opened.house.opened.screen_lock.changed(False)
    assert opened.house.gate is None
    opened.house.opened.screen_lock.changed(True)
    opened.locked()


def test_without_a_bus_nothing_is_started(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """No bus is looked for that is not there."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert not ScreenLock(lambda: None).listen()


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no session bus can be started here")
def test_heard_on_a_real_session_bus() -> None:
    """A desktop says that its screen was locked; what it said before, that it was not, locks nothing."""
    told = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", LISTENER],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert told.stdout.split() == ["locked"]
