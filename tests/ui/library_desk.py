"""The Library at one of its pages, and a person’s hands on the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.evenings import Hall
from ui.screens.library import LibraryScreen
from ui.widgets import Button, Label


class LibraryDesk:
    """The screen with its hall, at what `show` names."""

    def __init__(self, hall: Hall, show: str) -> None:
        self.hall = hall
        screen = hall.show(LibraryScreen, show, (1142, 768))
        assert isinstance(screen, LibraryScreen)
        self.screen = screen
        hall.rest()

    def key(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.screen, key)
        self.hall.rest()

    def press(self, button: Button) -> None:
        """Press a button by the keyboard."""
        button.setFocus()
        self.key(Qt.Key.Key_Return)

    def words(self) -> list[str]:
        """Every label that can be seen."""
        return [label.words for label in self.screen.findChildren(Label) if label.isVisibleTo(self.screen)]
