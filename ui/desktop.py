"""Hears from the desktop that its screen was locked, as when somebody closes the lid or another user takes over."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver", "org.cinnamon.ScreenSaver")
_SIGNAL = "ActiveChanged"
_SLOT = "1changed(bool)"  # as Qt writes a slot


class ScreenLock(QObject):
    """Calls `lock` when the desktop's screen locks. Listens on the session bus alone; without one it hears nothing."""

    def __init__(self, lock: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = lock

    def listen(self) -> bool:
        """Begin; says whether there is a bus to listen on. Windows and macOS have none: there, sleep is seen."""
        if sys.platform in ("win32", "darwin") or not _bus():
            return False
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return False
        # The binding's own stubs ask for bytes here and it takes only text.
        heard = [bus.connect("", "", saver, _SIGNAL, self, _SLOT) for saver in _SAVERS]  # type: ignore[call-overload]
        return any(heard)

    @Slot(bool)
    def changed(self, active: bool) -> None:
        """The screen was locked, or opened again."""
        if active:
            self._lock()


def _bus() -> bool:
    """Whether a session bus is there: asked first, as connecting without one would start one."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return bool(runtime) and (Path(runtime or "") / "bus").exists()
