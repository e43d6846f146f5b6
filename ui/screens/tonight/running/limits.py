"""Stops before the limits of confidentiality are passed over: they are read, or somebody says they are left out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from ui.theme import Theme
from ui.widgets import Button, Flow, Label, Panel, announce, box, down


class Limits(Panel):
    """Asks. `reading` goes back to them in the room, `leaving` marks that they are left out tonight."""

    reading = Signal()
    leaving = Signal()

    def __init__(self, theme: Theme) -> None:
        self._said = Label(theme, _("The limits of confidentiality are not read yet."), "strong", "look", wrap=True)
        self.read_button = Button(theme, _("Read them now"), "plain")
        self.leave_button = Button(theme, _("Leave them out tonight"), "quiet")
        super().__init__(theme, down(
            theme, self._said, 2, Label(theme, _("If they are left out, that is written down."), "body", wrap=True), 10,
            box(Flow(theme, self.read_button, self.leave_button, gap=8)), margins=(18, 14, 18, 14),
        ), "look_tint", "look")  # fmt: skip
        self.read_button.clicked.connect(lambda: self.reading.emit())
        self.leave_button.clicked.connect(lambda: self.leaving.emit())
        self.hide()

    def ask(self) -> None:
        """Show it, with the keyboard on what is usually done."""
        self.show()
        self.read_button.setFocus()
        announce(self, self._said.words)

    def shut(self, back: QWidget) -> None:
        """Put it away; the keyboard goes back to the next step."""
        if not self.isHidden():
            self.hide()
            back.setFocus()
