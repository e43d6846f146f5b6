"""Tells when nobody has touched the laptop for a minute, so that names go from a page that stands open in a circle."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget

AFTER_MS = 60_000
_TOUCHES = frozenset((QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
                      QEvent.Type.TouchBegin, QEvent.Type.TabletPress))  # fmt: skip
_PRESSES = frozenset((QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin))


class Untouched(QObject):
    """Watches the window a page stands in, whose own stream of input is far thinner than that of all widgets.

    `rested` fires after a minute without a touch, `touched` at the first one after that.
    """

    rested = Signal()
    touched = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._window: QWindow | None = None
        self.resting = False
        self._veiled = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(AFTER_MS)
        self.timer.timeout.connect(self._rest)

    def watch(self) -> None:
        """Begin, once the page is shown."""
        window = self._page.window().windowHandle()
        if window is not None and window is not self._window:
            if self._window is not None:
                self._window.removeEventFilter(self)
            self._window = window
            window.installEventFilter(self)
        self.timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a touch; it goes on to whom it is for."""
        held = isinstance(event, QKeyEvent) and event.isAutoRepeat()
        if event.type() in (_PRESSES if self._veiled else _TOUCHES) and not held:
            self.touch()
        return False

    def veil(self) -> None:
        """As after a minute, at once: the screen was turned to the room. A mouse that is bumped lifts nothing."""
        self._veiled = True
        if not self.resting:
            self._rest()

    def touch(self) -> None:
        """Somebody is here."""
        if self._page.isVisible():
            self.timer.start()
        self._veiled = False
        if self.resting:
            self.resting = False
            self.touched.emit()

    def _rest(self) -> None:
        self.resting = True
        self.rested.emit()
