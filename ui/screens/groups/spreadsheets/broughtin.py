"""What was brought in, and what was not: the report of an import."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, listed, ngettext
from facilitator.people.importing.plan import RowPlan
from facilitator.people.importing.roster import ImportReport
from ui.screens.groups.spreadsheets.foreseen import row_item
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    Columns,
    Fact,
    Flow,
    Label,
    Paragraph,
    RowList,
    Sheet,
    box,
    down,
    heading,
)


class BroughtIn(QWidget):
    """Says how many came in, which rows did not and why, and who is still to be asked."""

    def __init__(self, theme: Theme, report: ImportReport) -> None:
        super().__init__()
        added, filled = len(report.added), len(report.filled)
        facts: list[QWidget | int] = [
            Label(
                theme,
                ngettext("{n} person was brought in", "{n} people were brought in", added).format(n=added),
                "h2",
                wrap=True,
            ),
            14,
        ]
        if filled:
            words = ngettext("Blanks were filled for {n} person", "Blanks were filled for {n} people", filled)
            facts += [Fact(theme, "pencil", words.format(n=filled), _("Nothing was written over.")), 12]
        if report.not_asked:
            n = len(report.not_asked)
            words = ngettext("{n} person is not asked yet", "{n} people are not asked yet", n).format(n=n)
            facts += [Fact(theme, "speak", words, _("The list says so beside each name. Ask when you meet.")), 12]
        if report.dropped:
            names = listed(column.header for column in report.dropped)
            n = len(report.dropped)
            words = ngettext("{n} column was left out", "{n} columns were left out", n).format(n=n)
            facts += [Fact(theme, "close", words, names), 12]
        facts += [Paragraph(theme, _("Undo is at the foot of the page."), "small", "soft"), 18]
        self.on_to_list = Button(theme, _("Go to the list"), "primary", "forward")
        facts.append(box(Flow(theme, self.on_to_list)))
        left = Sheet(theme, down(theme, *facts, margins=(28, 22, 24, 24)), stack=2)
        rows = [*report.bad, *report.skipped]
        if not rows:
            self.setLayout(down(theme, box(Columns(theme, left, QWidget(), shares=(55, 45), gap=36)), STRETCH))
            return
        self.setLayout(down(theme, (box(Columns(theme, left, _out(theme, rows), shares=(50, 50), gap=36)), 1)))


def _out(theme: Theme, rows: Sequence[RowPlan]) -> QWidget:
    shown = RowList(theme, _("Rows that stayed out"), fit=False)
    shown.show_items([row_item(n, row) for n, row in enumerate(rows)])
    title = ngettext("{n} row stayed out", "{n} rows stayed out", len(rows)).format(n=len(rows))
    return box(down(theme, heading(theme, title), 8, (shown, 1)))
