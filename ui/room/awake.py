"""Asks the desktop not to darken or lock the screens while the circle looks at the room: nobody touches it for long."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    import subprocess

_SAVER, _SAVER_PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
_WHO, _WHY = "Facilitator", "A picture is being shown."  # a desktop may list it: no word of what it is
_LINE = "facilitator-room"
"""Our own line to the bus: hanging up ends what was asked for on it, also where this process is cut off."""
_ON, _KEEPS = 0x80000000, 0x80000000 | 0x00000001 | 0x00000002
"""Windows: from now on, and from now on neither sleep nor a dark screen."""


class Awake(QObject):
    """Holds the screens awake between `hold` and `let_go`; with the process it ends by itself.

    Nothing here waits for an answer. Where no desktop answers, the screens do what they always do. On Windows and
    macOS it is written after the manuals, untried.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.held = False
        self._helper: subprocess.Popen[bytes] | None = None

    def hold(self) -> None:
        """Keep them awake from now on."""
        if self.held:
            return
        self.held = True
        if sys.platform == "win32":
            _windows(_KEEPS)
        elif sys.platform == "darwin":
            import subprocess

            with suppress(OSError):
                self._helper = subprocess.Popen(["/usr/bin/caffeinate", "-d", "-w", str(os.getpid())])
        elif _bus_there():
            _ask_saver()

    def let_go(self) -> None:
        """They may sleep again."""
        if not self.held:
            return
        self.held = False
        if sys.platform == "win32":
            _windows(_ON)
        elif sys.platform == "darwin":
            if self._helper is not None:
                self._helper.terminate()
                self._helper.wait()
                self._helper = None
        elif _bus_there():
            from PySide6.QtDBus import QDBusConnection

            QDBusConnection.disconnectFromBus(_LINE)


def _bus_there() -> bool:
    """Whether a session bus is there: asked first, as connecting without one would start one."""
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or (runtime / "bus").exists()


def _ask_saver() -> None:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _LINE)
    if bus.isConnected():
        message = QDBusMessage.createMethodCall(_SAVER, _SAVER_PATH, _SAVER, "Inhibit")
        message.setArguments([_WHO, _WHY])
        message.setAutoStartService(False)
        bus.asyncCall(message)


def _windows(state: int) -> None:
    import ctypes

    vars(ctypes)["windll"].kernel32.SetThreadExecutionState(state)  # there on Windows alone
