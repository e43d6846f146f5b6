"""The room's own window: the whole of one display, no name on it, and keys that only ever do what is safe."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.room.view import RoomView
from ui.theme import Theme
from ui.widgets.announce import SAID_AS

TITLE = "Facilitator"
"""Constant: a window title is read over a shoulder and kept by the system."""


class RoomWindow(QWidget):
    """Fills a display with the room view. `pressed` carries every key; `left` that it was asked to close.

    `unasked` fires once where the desktop gave it the keyboard though that belongs to the laptop's side.
    """

    pressed = Signal(object)
    left = Signal()
    unasked = Signal()

    def __init__(self, theme: Theme, still: bool = False) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(TITLE)
        self.setProperty(SAID_AS, "window")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.view = RoomView(theme, still=still)
        self._guards = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def stand_on(self, screen: QScreen, take_keys: bool) -> None:
        """Fill a display; with `take_keys` the keyboard goes here, else it stays with the laptop's side."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not take_keys)
        self._guards = not take_keys
        if self.screen() is not screen:
            self.hide()  # a window that fills one display cannot be moved to another
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        if take_keys:
            self.raise_()
            self.activateWindow()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Some desktops hand the keyboard to whatever fills a display."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self._guards and self.isActiveWindow():
            self._guards = False
            self.unasked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand every key on; none of them closes it."""
        self.pressed.emit(event)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click of the pointer does nothing: somebody leans over to close the lid, or a child presses."""
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the desktop: that turns back, as the key does, so that nothing is shown unasked.

        Were it refused, the desktop could not end the program.
        """
        self.left.emit()
        event.accept()
