"""Windows: the session's own messages and those of the power supply. Written after the manuals, untried."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QObject
from PySide6.QtGui import QGuiApplication

from ui.desktop import Heard, Why

WM_QUERYENDSESSION, WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0011, 0x0218, 0x02B1
_POWER = {0x0004: Why.SLEEP}  # PBT_APMSUSPEND
_SESSION = {0x2: Why.SWITCH, 0x4: Why.SWITCH, 0x6: Why.END, 0x7: Why.SCREEN}
"""WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK."""


def meaning(message: int, what: int) -> Why | None:
    """What a message with its first parameter tells; None for all others."""
    if message == WM_POWERBROADCAST:
        return _POWER.get(what)
    if message == WM_WTSSESSION_CHANGE:
        return _SESSION.get(what)
    return Why.END if message == WM_QUERYENDSESSION else None


class WindowsDesktop(QObject):
    """Hears what Windows sends to the first of our windows. Windows itself holds sleep up for two seconds."""

    def __init__(self, heard: Heard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard = heard
        self._filter: _Filter | None = None

    def listen(self) -> bool:
        """Begin."""
        app, windows = QGuiApplication.instance(), QGuiApplication.topLevelWindows()
        if app is None or not windows:
            return False
        import ctypes

        self._filter = _Filter(self._heard)
        app.installNativeEventFilter(self._filter)
        for_this_session = 0
        sessions: Any = vars(ctypes)["windll"].wtsapi32  # there on Windows alone
        return bool(sessions.WTSRegisterSessionNotification(int(windows[0].winId()), for_this_session))

    def let_go(self) -> None:
        """Sealed: nothing more is heard."""
        app = QGuiApplication.instance()
        if app is not None and self._filter is not None:
            app.removeNativeEventFilter(self._filter)
        self._filter = None


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, heard: Heard) -> None:
        super().__init__()
        self._heard = heard

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> Any:
        """Look at every message, and let all of them pass."""
        if bytes(kind) == b"windows_generic_MSG":
            import ctypes.wintypes

            found = ctypes.wintypes.MSG.from_address(int(message))
            why = meaning(found.message, found.wParam)
            if why is not None:
                self._heard(why)
        return False, 0
