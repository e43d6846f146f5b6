"""Which display the room is shown on, by what is plugged in."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class Displays(QObject):
    """Knows the displays. `came` tells that another one was plugged in, `went` that one was pulled."""

    came = Signal()
    went = Signal(object)

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app.screenAdded.connect(lambda _screen: self.came.emit())
        app.screenRemoved.connect(self.went.emit)

    def other(self, window: QWidget) -> QScreen | None:
        """A display the laptop's side does not stand on, the largest of several; None where there is only one.

        Displays that show the same picture count as one: what is on them all is seen by all.
        """
        here = window.screen()
        apart = [one for one in QGuiApplication.screens() if not one.geometry().intersects(here.geometry())]
        return max(apart, key=lambda one: one.geometry().width() * one.geometry().height(), default=None)
