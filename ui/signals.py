"""The system ends the session, or somebody ends the program: the vault is sealed first."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication


def on_end(app: QApplication, end: Callable[[], None]) -> None:
    """Call `end` when the person logs out or the process is asked to stop, once the event loop comes round."""
    app.commitDataRequest.connect(lambda _manager: end())
    if sys.platform == "win32":
        return
    # Python runs its handlers between two of its own steps only, and Qt's loop takes none: a pipe wakes it.
    heard, told = os.pipe()
    for handle in (heard, told):
        os.set_blocking(handle, False)
    signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    for kind in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(kind, lambda *_nothing: None)
    notifier = QSocketNotifier(heard, QSocketNotifier.Type.Read, app)

    def hear() -> None:
        os.read(heard, 64)
        end()

    notifier.activated.connect(hear)
