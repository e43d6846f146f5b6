"""Keeping a plan as one of your own, or giving an own one another name: its name, and what it is for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from facilitator.i18n import _
from ui.theme import Theme
from ui.widgets import Button, Flow, Sheet, TextField, box, down


class Keeping(Sheet):
    """Asks for both. `kept` carries them, `replacing` likewise, to take the place of the own plan of that name."""

    kept = Signal(str, str)
    replacing = Signal(str, str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.name = TextField(theme, _("Name of the plan"), help=_("It is offered for every evening, of any group."))
        self.summary = TextField(theme, _("What it is for"), help=_("One line, such as: for evenings when few come."))
        self.keep_button = Button(theme, _("Keep it"), "plain", "check")
        self.replace_button = Button(theme, _("Put this one in its place"))
        cancel = Button(theme, _("Never mind"), "quiet")
        self.keep_button.clicked.connect(self._keep)
        self.replace_button.clicked.connect(lambda: self.replacing.emit(self.name.text, self.summary.text))
        cancel.clicked.connect(self.left)
        self.name.entered.connect(self._keep)
        self.summary.entered.connect(self._keep)
        self.name.changed.connect(lambda _typed: self.replace_button.hide())
        buttons = box(Flow(theme, self.keep_button, self.replace_button, cancel, gap=8))
        self.setLayout(down(theme, self.name, 12, self.summary, 12, buttons, margins=(24, 18, 24, 18)))
        self.hide()

    def open(self, name: str, summary: str = "") -> None:
        """Show it with the plan's name, ready to type over."""
        self.name.set_text(name)
        self.summary.set_text(summary)
        self.replace_button.hide()
        self.show()
        self.name.edit.setFocus(Qt.FocusReason.TabFocusReason)
        self.name.edit.selectAll()

    def taken(self, may_replace: bool) -> None:
        """Another own plan has this name."""
        self.name.refuse(_("You have a plan of that name. Choose another name, or put this one in its place.")
                         if may_replace else _("You have a plan of that name. Choose another name."))
        self.replace_button.setVisible(may_replace)
        self.name.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        if not self.name.text:
            self.name.refuse(_("Give it a name, such as Quiet evening."))
            return
        self.kept.emit(self.name.text, self.summary.text)
