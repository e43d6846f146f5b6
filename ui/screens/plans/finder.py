"""A line to find a plan by: what is typed, on to what was found, and back to all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from facilitator.i18n import _
from ui.theme import Theme
from ui.widgets import Field


class _Line(QLineEdit):
    onward = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter go to what was found, Escape empties the line."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.onward.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)


class Finder(Field):
    """`typed` carries what stands in the line as it changes, `onward` asks for the list."""

    typed = Signal(str)
    onward = Signal()

    def __init__(self, theme: Theme) -> None:
        self.edit = _Line()
        self.edit.setMaxLength(100)
        super().__init__(theme, _("Find a plan"), self.edit)
        self.edit.textEdited.connect(self.typed)
        self.edit.onward.connect(self.onward)

    @property
    def text(self) -> str:
        """What was typed, without spaces round it."""
        return self.edit.text().strip()
