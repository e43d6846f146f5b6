"""What the window is built from: services made once by the composition root, faked in tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator import paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from facilitator.model.clock import Clock
    from facilitator.settings import DeviceSettings
    from facilitator.vault.device import DeviceKeys
    from facilitator.vault.keys import KdfCost
    from ui.crash import CrashNet
    from ui.dialogs import Dialogs
    from ui.printing import Printer
    from ui.safety import Clipboard
    from ui.theme import Theme

Restart = Callable[[Path | None, str, bool, bytes], None]
"""Called once a vault is sealed: shows the locked screen in a fresh process.

It is given the vault's folder, the window's place, whether the emergency card is being read, and the room's state.
"""


class Parts:
    """`cost` says what a guess shall cost, None for the default; `device` is the keyring, None for the system's own.

    Not a data class: those take long to make, and this one is needed before the first picture.
    """

    def __init__(
        self,
        *,
        app: QApplication,
        theme: Theme,
        settings: DeviceSettings,
        clock: Clock,
        clipboard: Clipboard,
        crash: CrashNet,
        dialogs: Dialogs,
        printer: Callable[[], Printer],
        home: Path | None = None,
        restart: Restart | None = None,
        cost: Callable[[], KdfCost] | None = None,
        device: DeviceKeys | None = None,
    ) -> None:
        self.app, self.theme, self.settings, self.clock = app, theme, settings, clock
        self.clipboard, self.crash, self.dialogs, self.printer = clipboard, crash, dialogs, printer
        self.restart, self.cost, self.device = restart, cost, device
        self._home = home

    @property
    def home(self) -> Path:
        """Where new vaults are proposed: the person's documents, unless told otherwise. Looked up when asked for."""
        return self._home or paths.documents_dir()
