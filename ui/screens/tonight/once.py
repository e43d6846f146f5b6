"""A press that was meant for what stood there before: the second of two quick ones passes a new step by."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

_KEYS = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select))


class Once(QObject):
    """Guards a button that a hand may be on already when it begins to mean something else: for as long as two presses
    count as one, it takes none: no click, no Enter, and none of `more` keys. A letter for it is always taken.
    """

    def __init__(self, button: QAbstractButton, *more: Qt.Key) -> None:
        super().__init__(button)
        self._keys = _KEYS.union(more)
        self._stood = QElapsedTimer()
        self._stood.start()
        button.installEventFilter(self)

    def renew(self) -> None:
        """It means something else from now on."""
        self._stood.restart()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let pass what comes too soon to be meant for it."""
        kind = event.type()
        if kind is QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            if event.reason() is Qt.FocusReason.OtherFocusReason:  # put there, not gone to
                self.renew()
            return False
        pressed = kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            pressed = event.key() in self._keys
            if not pressed:
                self._stood.invalidate()  # the hand has gone to another key since
        return pressed and self._stood.isValid() and self._stood.elapsed() < QApplication.doubleClickInterval()
