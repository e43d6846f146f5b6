"""A person's eyes and hands in a window: what it says, and pressing what is named."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.ui.audit import settle
from tests.ui.front import Front

ENTER = Qt.Key.Key_Return
W = TypeVar("W", bound=QWidget)


class Hands:
    """Uses the open house by the names that a screen reader says, with the keyboard alone."""

    def __init__(self, front: Front) -> None:
        self.front = front

    def rest(self) -> None:
        """Wait until both lanes have answered and the window has drawn it."""
        for _turn in range(4):
            opened = self.front.house.opened
            if opened is None:
                return
            self.front.ask(lambda workspace: None)
            done: list[bool] = []
            opened.jobs.paper(self.front.window, lambda progress: True, done.append)
            self.front.until(lambda done=done: done)
            settle()

    def says(self) -> str:
        """Every word in sight."""
        words = [label.text() for label in self.front.window.findChildren(QLabel) if label.isVisible()]
        return " | ".join(words)

    def find(self, kind: type[W], name: str) -> W:
        """The control in sight whose accessible name begins so."""
        for widget in self.front.window.findChildren(kind):
            if widget.isVisible() and widget.accessibleName().startswith(name):
                return widget
        raise AssertionError(f"no {kind.__name__} called {name}; in sight: {self.says()}")

    def press(self, name: str, key: Qt.Key = Qt.Key.Key_Space, kind: type[QAbstractButton] = QAbstractButton) -> None:
        """Go to a button with the keyboard's focus and press it; `kind` tells a button from a place of that name."""
        button = self.find(kind, name)
        assert button.isEnabled(), f"{name} is off"
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self.front.qtbot.keyClick(button, key)
        self.rest()
