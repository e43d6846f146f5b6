"""Whom to tell: the case is chosen, and only who may be told in it is shown, with the number to call."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from facilitator.i18n import _, listed
from facilitator.model.safeguarding import Branch
from ui.emergency import NumberRow, Told
from ui.screens.tonight.concern.asking import Safety
from ui.theme import Theme
from ui.widgets import Chip, Flow, Label, Paragraph, announce, box, down, heading
from ui.widgets.layout import Item


class Telling(QWidget):
    """Begins with the usual case. `chosen` fires when it is another one."""

    chosen = Signal()

    def __init__(self, theme: Theme, safety: Safety) -> None:
        super().__init__()
        self._theme, self._safety = theme, safety
        self.branch = safety.usual
        self._group = QButtonGroup(self)
        self.chips = {one.branch: Chip(theme, one.title, one.branch is self.branch) for one in safety.flow.branches}
        for number, chip in enumerate(self.chips.values()):
            self._group.addButton(chip, number)
        self._group.idToggled.connect(self._toggled)
        self._told = down(theme)
        bar = box(Flow(theme, *self.chips.values(), gap=8))
        bar.setAccessibleName(_("Which case is it?"))
        self.setLayout(down(theme, box(heading(theme, _("Whom to tell"))), 8, bar, 12, box(self._told)))
        self._show()

    def _toggled(self, at: int, on: bool) -> None:
        if on:
            self.branch = tuple(self.chips)[at]
            self._show()
            announce(self, " ".join(self._safety.flow.branch(self.branch).lines))
            self.chosen.emit()

    def _show(self) -> None:
        theme, safety = self._theme, self._safety
        lines = [Paragraph(theme, line) for line in safety.flow.branch(self.branch).lines]
        rows: list[Item] = []
        if self.branch is not Branch.NO_LEAD:
            people = ((_("Safeguarding lead"), safety.where.lead), (_("Deputy"), safety.where.deputy))
            for name, (who, contact) in people:
                words = listed(filter(None, (who, contact)))
                rows += [Told(theme, name, words, "h3", number=contact)] if words else []
            if not rows:
                said = _("Neither is written down here yet. Groups has a place for it: “Who answers for the groups”.")
                rows.append(Label(theme, said, "small", "look", wrap=True))
        if self.branch in (Branch.NO_LEAD, Branch.ABOUT_LEAD):
            rows += [NumberRow(theme, line, "h3", checked=checked) for line, checked in safety.outside]
        self._told.clear()
        self._told.put(box(down(theme, *lines, gap=6)), 10, box(down(theme, *rows, gap=8)))
