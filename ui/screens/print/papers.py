"""Papers that are out: what has to come back and be shredded, those past their day first, each with a tick."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface, listed, ngettext
from facilitator.model.ids import Id
from ui.screens.print.asking import Out
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    CheckRow,
    Columns,
    Empty,
    Fact,
    Header,
    Label,
    Page,
    Paragraph,
    Sheet,
    box,
    down,
)

AT_ONCE = 40
"""Rows shown before one asks for the rest."""


class PapersPage(Page):
    """The list. `shredded` carries the ids of papers, `back` leads to the pack."""

    shredded = Signal(tuple)
    back = Signal()

    def __init__(self, theme: Theme, today: date) -> None:
        self.back_button = Button(theme, _("Print"), "quiet", "left", flush=True)
        super().__init__(theme, Header(theme, "", _("Papers that are out"), back=self.back_button), gap=20)
        self._today = today
        self._out: tuple[Out, ...] = ()
        self._most = AT_ONCE
        self._told = False
        self.rows: dict[Id, CheckRow] = {}
        self.more_button = Button(theme, _("Show all"), "quiet", "down")
        self.all_button = Button(theme, "", "plain", "check")
        self._list = down(theme)
        self._sheet = Sheet(theme, down(theme, box(self._list), margins=(22, 16, 22, 16)), stack=2)
        how = down(
            theme, Label(theme, _("What to do with them"), "h3", wrap=True), 12,
            Fact(theme, "bring", _("Count them when you come home.")), 10,
            Fact(theme, "bin", _("Shred them, cut them small, or burn them. Not in the bin as they are.")), 10,
            Fact(theme, "check", _("Tick them here. Undo takes a tick back.")), 18,
            Paragraph(theme, _("Only papers with names, or where names are written, stand here."), "small", "soft"),
            STRETCH,
        )  # fmt: skip
        self._full = box(Columns(theme, self._sheet, box(how), fixed=(None, 300), gap=40, below=820))
        self.empty = Empty(
            theme, _("No papers are out"),
            _("When a sheet with names is printed, it is noted here until somebody shreds it."),
            Button(theme, _("See tonight’s pack"), "primary", "print"),
        )  # fmt: skip
        self.empty.hide()
        self._full.hide()
        self.body.put(self._full, self.empty, STRETCH)
        for button in (self.back_button, *self.empty.findChildren(Button)):
            button.clicked.connect(self.back)
        self.more_button.clicked.connect(self._show_all)
        self.all_button.clicked.connect(self._all)

    def show_out(self, out: Sequence[Out]) -> None:
        """Show them; the keyboard goes on to the row after one that is gone."""
        at = next((n for n, row in enumerate(self.rows.values()) if row.hasFocus()), None)
        had_all = self.all_button.hasFocus()
        if tuple(out) == self._out and self._told:
            return
        self._out, self._told = tuple(out), True
        self._lay()
        rows = list(self.rows.values())
        self._full.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if (at is not None or had_all) and rows:
            rows[min(at or 0, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif at is not None or had_all:
            self.begin()

    def begin(self) -> None:
        """The first row, or the next step."""
        target: QWidget = next(iter(self.rows.values()), self.empty.findChildren(Button)[0])
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay(self) -> None:
        theme = self._theme
        for button in (self.more_button, self.all_button):
            button.setParent(None)
        self._list.clear()
        self.rows = {}
        late = [one for one in self._out if one.paper.shred_by is not None and one.paper.shred_by < self._today]
        still = self._out[len(late):]
        if late:
            self._list.put(Label(theme, _("Past their day"), "h3", wrap=True), 6)
            self._put(late[: self._most])
            if len(late) > 1:
                self.all_button.setText(ngettext("All {n} of these are shredded", "All {n} of these are shredded",
                                                 len(late)).format(n=len(late)))
                self._list.put(10, self.all_button)
                self.all_button.show()
        if still:
            self._list.put(*((26,) if late else ()), Label(theme, _("Still to come back"), "h3", wrap=True), 6)
            self._put(still[: max(0, self._most - len(late))])
        if len(self._out) > len(self.rows):
            self._list.put(12, self.more_button)
            self.more_button.setText(_("Show all {n}").format(n=len(self._out)))
            self.more_button.show()

    def _put(self, papers: Sequence[Out]) -> None:
        for one in papers:
            row = self.rows[one.paper.id] = CheckRow(self._theme, self._said(one), hint=self._when(one))
            row.clicked.connect(lambda _on=False, paper=one.paper: self.shredded.emit((paper.id,)))
            self._list.put(row)

    def _said(self, one: Out) -> str:
        copies = ngettext("{n} copy", "{n} copies", one.paper.copies).format(n=one.paper.copies)
        return listed(filter(None, (one.title, copies, one.group)))

    def _when(self, one: Out) -> str:
        t, paper = interface(), one.paper
        printed = _("Printed on {day}.").format(day=t.date(paper.printed_on, "d MMMM y"))
        if paper.shred_by is None:
            return printed
        if paper.shred_by == self._today:
            return f"{printed} " + _("To be shredded today.")
        was = _("It was to be shredded by {day}.") if paper.shred_by < self._today else _("To be shredded by {day}.")
        return f"{printed} " + was.format(day=t.date(paper.shred_by, "d MMMM"))

    def _show_all(self) -> None:
        self._most = len(self._out)
        self._lay()
        self.begin()

    def _all(self) -> None:
        self.shredded.emit(tuple(
            one.paper.id for one in self._out
            if one.paper.shred_by is not None and one.paper.shred_by < self._today))
