"""What the pages that lead through something share: a way back, a title, one column that can be read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.i18n import _
from ui.desk import Desk
from ui.screens.safekeeping.asking import Keeping
from ui.widgets import STRETCH, Box, Button, Flow, Header, Page, across, box, down

COLUMN = 720


class StepPage(Page):
    """A page one comes back from. Put things into `column`; `gone` fires for the way back."""

    gone = Signal()

    def __init__(self, desk: Desk, title: str) -> None:
        theme = desk.theme
        self.back_button = Button(theme, _("Safe-keeping"), "quiet", "left", flush=True)
        self.header = Header(theme, "", title, back=self.back_button)
        super().__init__(theme, self.header)
        self.desk = desk
        self.column = down(theme)
        self._narrow_box = box(self.column)
        self._narrow_box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.body.put(across(theme, (self._narrow_box, 1000), STRETCH, gap=0), STRETCH)
        self.back_button.clicked.connect(self.gone)
        theme.follow(self._bound)

    def begin(self) -> None:
        """It is on screen: put the focus where one would begin."""

    def show_keeping(self, keeping: Keeping) -> None:
        """Show how things stand, where it is of any use here."""

    def read(self) -> None:
        """A command changed how things stand: read again what only this page shows."""

    def wipe(self) -> None:
        """It goes: forget what must not stay."""

    def buttons(self, *items: QWidget) -> Box:
        """A line of buttons, the step onwards first."""
        return down(self._theme, box(Flow(self._theme, *items, gap=12)))

    def _bound(self) -> None:
        self._narrow_box.setMaximumWidth(self._theme.px(COLUMN))
