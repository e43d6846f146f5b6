"""What the desktop tells of itself that must lock a vault at once: sleep, its own lock, another user, a shut lid."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject


class Why(StrEnum):
    """What was heard."""

    SLEEP = "sleep"
    SCREEN = "screen"
    SWITCH = "switch"
    """Another user has taken over the screen."""
    LID = "lid"
    END = "end"
    """The computer shuts down, or the session ends."""


Heard = Callable[[Why], None]


class Desktop(Protocol):
    """A desktop that is listened to. The idle clock sees a sleep that nobody told of, so hearing nothing is no harm."""

    def listen(self) -> bool:
        """Begin; whether there is anything to listen to."""
        ...

    def let_go(self) -> None:
        """The vault is sealed: a sleep that was held up for that may go on."""
        ...


def desktop(heard: Heard, parent: QObject) -> Desktop:
    """The desktop of this system, not yet listened to."""
    if sys.platform == "win32":
        from ui.desktop_windows import WindowsDesktop

        return WindowsDesktop(heard, parent)
    if sys.platform == "darwin":
        from ui.desktop_mac import MacDesktop

        return MacDesktop(heard, parent)
    from ui.desktop_linux import LinuxDesktop

    return LinuxDesktop(heard, parent)
