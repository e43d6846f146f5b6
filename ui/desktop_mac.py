"""macOS: asks the window server once a second whether the screen is locked or another user's. Written, untried."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer

from ui.desktop import Heard, Why

EVERY_MS = 1_000
_LOCKED, _IN_FRONT = "CGSSessionScreenIsLocked", "kCGSSessionOnConsoleKey"


def meaning(session: Mapping[str, bool]) -> Why | None:
    """What the facts about our session tell: locked, or not the one in front."""
    if session.get(_LOCKED):
        return Why.SCREEN
    return Why.SWITCH if session.get(_IN_FRONT) is False else None


class MacDesktop(QObject):
    """A sleep is seen by the idle clock, which counts it: macOS holds nothing up for us."""

    def __init__(self, heard: Heard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard = heard
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def listen(self) -> bool:
        """Begin."""
        self._timer.start()
        return True

    def let_go(self) -> None:
        """Sealed: nothing more is asked."""
        self._timer.stop()

    def look(self) -> None:
        """Ask once."""
        why = meaning(_session())
        if why is not None:
            self._heard(why)


def _session() -> dict[str, bool]:
    import ctypes

    graphics = ctypes.CDLL("/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices")
    core = ctypes.CDLL("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation")
    pointer: Any = ctypes.c_void_p
    graphics.CGSessionCopyCurrentDictionary.restype = pointer
    core.CFStringCreateWithCString.restype = pointer
    core.CFStringCreateWithCString.argtypes = [pointer, ctypes.c_char_p, ctypes.c_uint32]
    core.CFDictionaryGetValue.restype = pointer
    core.CFDictionaryGetValue.argtypes = [pointer, pointer]
    core.CFBooleanGetValue.restype = ctypes.c_bool
    core.CFBooleanGetValue.argtypes = [pointer]
    core.CFRelease.argtypes = [pointer]
    utf8 = 0x08000100
    found: dict[str, bool] = {}
    facts = graphics.CGSessionCopyCurrentDictionary()
    if not facts:
        return found
    for name in (_LOCKED, _IN_FRONT):
        key = core.CFStringCreateWithCString(None, name.encode(), utf8)
        value = core.CFDictionaryGetValue(facts, key)
        if value:
            found[name] = bool(core.CFBooleanGetValue(value))
        core.CFRelease(key)
    core.CFRelease(facts)
    return found
