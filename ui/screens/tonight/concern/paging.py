"""A page about a concern, with its way back: a button, and Escape."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.theme import Theme
from ui.widgets import Button, Header, Page


class ConcernPage(Page):
    """`left` goes back; `back` is the button that does."""

    left = Signal()

    def __init__(self, theme: Theme, line: str, title: str, back: str) -> None:
        self.back = Button(theme, back, "quiet", "left", flush=True)
        super().__init__(theme, Header(theme, line, title, back=self.back), 12)
        self.back.clicked.connect(self.left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; it is passed on, as twice it hides the window."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.left.emit()
        event.ignore()
