"""Once, a little later."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def later(owner: QObject, after_ms: int, act: Callable[[], object]) -> None:
    """Do something once, if `owner` lives so long.

    `QTimer.singleShot` does it too, but has the binding load how methods are described, before the first picture.
    """
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(act)
    timer.timeout.connect(timer.deleteLater)
    timer.start(after_ms)
