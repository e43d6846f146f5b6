"""What the window is built from: services made once by the composition root, faked in tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QApplication

from facilitator.model.clock import Clock
from facilitator.settings import DeviceSettings
from ui.dialogs import Dialogs
from ui.safety import Clipboard
from ui.theme import Theme

if TYPE_CHECKING:
    from facilitator.vault.keys import KdfCost
    from ui.crash import CrashNet
    from ui.printing import Printer

Restart = Callable[[Path | None, str, bool], None]
"""Called once a vault is sealed: shows the locked screen in a fresh process.

It is given the vault's folder, the window's place, and whether the emergency card is being read.
"""


class Parts(NamedTuple):
    """`home` is where new vaults are proposed; `cost` says what a guess shall cost, None for the default."""

    app: QApplication
    theme: Theme
    settings: DeviceSettings
    clock: Clock
    clipboard: Clipboard
    crash: CrashNet
    dialogs: Dialogs
    printer: Callable[[], Printer]
    home: Path
    restart: Restart | None = None
    cost: Callable[[], KdfCost] | None = None
