"""One calm line on Tonight that says what waits, with one way there; out of sight while nothing does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.model.change import Change
from ui.desk import Desk
from ui.theme import Theme
from ui.widgets import STRETCH, Aside, Button, Fact, across, box, down

_WIDE = 560


class CalmLine(QWidget):
    """Words and a button beside them; asks again whenever one of its `areas` has changed."""

    areas: tuple[str, ...] = ()

    def __init__(self, theme: Theme, icon: str, act: str) -> None:
        super().__init__()
        self._theme = theme
        self._read: Callable[[], None] = lambda: None
        self.said = Fact(theme, icon, " ", look=True)
        self.button = Button(theme, act, "quiet")
        self._line = box(Aside(theme, self.said, self.button, gap=16))
        self.setLayout(down(theme, across(theme, (self._line, 1000), STRETCH, gap=0), 10))
        theme.follow(self._bound)
        self.hide()

    def _bound(self) -> None:
        """The button stands by its words, not at the far end of a wide page."""
        self._line.setMaximumWidth(self._theme.px(_WIDE))

    def ask_with(self, desk: Desk, read: Callable[[], None]) -> None:
        """Ask now, and after every change that may settle it."""
        self._read = read
        desk.jobs.changed.connect(self._heard)
        read()

    def _heard(self, change: Change) -> None:
        if change.touches(*self.areas):
            self._read()
