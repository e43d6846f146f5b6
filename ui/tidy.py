"""Python's cycles are collected on the main thread alone: on a lane's thread a Qt object would die where it may not."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import delete, isValid

EVERY_MS = 1_000


class Tidy(QObject):
    """Takes the collecting of cycles over from Python, which does it on whatever thread happens to fill the measure.

    A widget without a parent that dies on another thread than the main one brings the process down, soon or late.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(EVERY_MS)

    def collect(self) -> None:
        """Collect the youngest generation that is full, and all that are younger."""
        full = [age for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
                if count > most]  # fmt: skip
        if full:
            gc.collect(max(full))


def let_go(app: QApplication) -> None:
    """Have every window die before Python ends.

    Later, Qt would ask what Python has freed already for what screen readers were told of them, and crash.
    """
    for window in app.topLevelWidgets():
        if isValid(window):  # type: ignore[no-untyped-call]
            delete(window)  # type: ignore[no-untyped-call]
    gc.collect()
