"""What bringing a list in would do, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QWidget

from facilitator.i18n import _
from facilitator.people.importing.plan import Outcome, RowPlan
from ui.theme import Theme
from ui.widgets import Chip, Flow, RowItem, RowList, box, down


def outcome_words(outcome: Outcome) -> str:
    """What would happen, in a word or two."""
    return {
        Outcome.ADD: _("New"),
        Outcome.FILL: _("Completed"),
        Outcome.DUPLICATE: _("Here already"),
        Outcome.SAID_NO: _("Said no"),
        Outcome.BAD: _("Cannot be read"),
    }[outcome]


def row_item(n: int, row: RowPlan) -> RowItem:
    """A row of the file: who, which line, and why it stays out where it does."""
    line = _("Line {n}").format(n=row.line)
    return RowItem(n, row.name or line, row.reason, "", line if row.name else "")


class Foreseen(QWidget):
    """A chip for each thing that would happen, with how often; under them the rows of the one chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: tuple[RowPlan, ...] = ()
        self._outcome = Outcome.ADD
        self._group = QButtonGroup(self)
        self._chips = {outcome: Chip(theme, outcome_words(outcome)) for outcome in Outcome}
        for n, chip in enumerate(self._chips.values()):
            self._group.addButton(chip, n)
        self._group.idToggled.connect(self._turned)
        self.list = RowList(theme, _("Rows"), fit=False)
        self.setLayout(down(theme, box(Flow(theme, *self._chips.values(), gap=8)), 8, (self.list, 1)))

    def show_rows(self, rows: Sequence[RowPlan]) -> None:
        """Show what would happen; what needs a look stands first."""
        fresh = not self._rows
        self._rows = tuple(rows)
        found = {outcome: sum(row.outcome is outcome for row in rows) for outcome in Outcome}
        for outcome, chip in self._chips.items():
            chip.setText(_("{what}: {n}").format(what=outcome_words(outcome), n=found[outcome]))
            chip.setAccessibleName(chip.text())
            chip.updateGeometry()
            chip.setVisible(found[outcome] > 0)
        if fresh or not found[self._outcome]:
            order = (Outcome.BAD, Outcome.ADD, Outcome.FILL, Outcome.DUPLICATE, Outcome.SAID_NO)
            self._outcome = next((outcome for outcome in order if found[outcome]), Outcome.ADD)
        self._chips[self._outcome].setChecked(True)
        self._fill()

    def _turned(self, at: int, on: bool) -> None:
        if on:
            self._outcome = tuple(self._chips)[at]
            self._fill()

    def _fill(self) -> None:
        shown = [row_item(n, row) for n, row in enumerate(self._rows) if row.outcome is self._outcome]
        self.list.show_items(shown)
