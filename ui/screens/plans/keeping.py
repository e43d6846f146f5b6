"""Keeping a plan for the group to use again, under a name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from facilitator.i18n import _
from ui.theme import Theme
from ui.widgets import Button, Flow, Sheet, TextField, box, down


class Keeping(Sheet):
    """Asks for the name. `kept` carries it; `left` puts the form away."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.name = TextField(theme, _("Name of the plan"), help=_("It is offered for every evening of this group."))
        keep = Button(theme, _("Keep it"), "plain", "check")
        cancel = Button(theme, _("Never mind"), "quiet")
        keep.clicked.connect(self._keep)
        cancel.clicked.connect(self.left)
        self.name.entered.connect(self._keep)
        buttons = box(Flow(theme, keep, cancel, gap=8))
        self.setLayout(down(theme, self.name, 12, buttons, margins=(24, 18, 24, 18)))
        self.hide()

    def open(self, name: str) -> None:
        """Show it with the plan's name, ready to type over."""
        self.name.set_text(name)
        self.show()
        self.name.edit.setFocus(Qt.FocusReason.TabFocusReason)
        self.name.edit.selectAll()

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
        self.kept.emit(self.name.text)
