"""Numbers to call: six before anything is printed, then our own, then all others of the country."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, ngettext
from facilitator.model.content import Helpline
from ui.screens.library.numbers.asking import Numbers
from ui.screens.library.numbers.row import NumberRow, settled
from ui.theme import Theme
from ui.widgets import STRETCH, Button, Flow, Header, Label, Page, Paragraph, Rule, Sheet, box, down
from ui.widgets.layout import Item


class NumbersPage(Page):
    """`called` carries a line and whether it works; `changing` the id of our own number, None for a new one."""

    called = Signal(object, bool)
    changing = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        back = Button(theme, _("Library"), "quiet", "left", flush=True)
        back.clicked.connect(lambda: self.left.emit())
        self.add_button = Button(theme, _("Add a number of your own"), "plain", "plus")
        self.add_button.clicked.connect(lambda: self.changing.emit(None))
        super().__init__(theme, Header(theme, "", _("Numbers to call"), self.add_button, back=back), 14)
        self.rows: dict[str, NumberRow] = {}
        self.all_button = Button(theme, "", "quiet", "down", flush=True)
        self.all_button.clicked.connect(self._show_all)
        self._all = False
        self._shown: Numbers | None = None
        self._column = down(theme)
        self.body.put(box(self._column), STRETCH)

    def show_numbers(self, shown: Numbers) -> None:
        """Show them as they are now; the keyboard goes on to the next number that nobody called."""
        had = next((row for row in self.rows.values() if _holds_focus(row)), None)
        spot = "" if had is None else had.spot
        self._shown = shown
        self._fill(shown)
        if had is not None:
            self._go_on(had, spot)

    def focus_first(self) -> None:
        """Give the keyboard to the first number that nobody called."""
        waiting = next((row for row in self.rows.values() if not row.settled), None)
        if waiting is not None:
            waiting.focus_first()
        else:
            self.add_button.setFocus(Qt.FocusReason.TabFocusReason)

    def come_back(self, id: str | None) -> None:
        """Give the keyboard to what leads to the form somebody comes from: a number of our own, or adding one.

        Not to what says that a number works: a second press of Enter would say so of one that nobody called.
        """
        row = self.rows.get(id or "")
        if row is not None:
            row.focus_on("change")
        else:
            self.add_button.setFocus(Qt.FocusReason.TabFocusReason)

    # ------------------------------------------------------------ inside
    def _go_on(self, had: NumberRow, spot: str) -> None:
        """From a number that was just called to the next of the same sheet; else the keyboard stays where it is."""
        row = self.rows.get(had.line.id)
        if row is None:
            self.add_button.setFocus(Qt.FocusReason.TabFocusReason)
            return
        if row.settled and not had.settled:
            ids = list(self.rows)
            after = (self.rows[id] for id in ids[ids.index(had.line.id) + 1:])
            waiting = next((one for one in after if one.own is row.own and not one.settled), None)
            if waiting is not None:
                waiting.focus_first()
                return
        row.focus_on(spot)

    def _fill(self, shown: Numbers) -> None:
        theme = self._theme
        self._column.clear()
        self.rows = {}
        self.all_button = Button(theme, "", "quiet", "down", flush=True)
        self.all_button.clicked.connect(self._show_all)
        done = sum(settled(line, shown.today) for line in shown.first)
        if shown.first:
            said = ngettext("{done} of {n} number called.", "{done} of {n} numbers called.", len(shown.first)).format(
                done=done, n=len(shown.first))
            why = _("Nobody has called these for you. Call each, hear who answers, and say here what came of it. Only "
                    "numbers that work are printed for people. After half a year you call them again.")
            self._column.put(Paragraph(theme, why, "lead"), 16,
                             self._sheet(_("Call these first"), said, self._of(shown, shown.first)), 22)
        own = self._own(shown)
        none = _("None yet. The crisis team near you, or your group’s own telephone, would stand here.")
        self._column.put(self._sheet(_("Your own numbers"), "" if own else none, own), 22)
        if shown.others and self._all:
            self._column.put(self._sheet(_("All others, {country}").format(country=shown.country), "",
                                         self._of(shown, shown.others)), 12)
        elif shown.others:
            n = len(shown.others)
            self.all_button.setText(ngettext("Show {n} number more", "Show {n} numbers more", n).format(n=n))
            self._column.put(box(Flow(theme, self.all_button)), 12)
        else:
            self.all_button.hide()

    def _sheet(self, title: str, line: str, rows: Iterable[NumberRow]) -> Sheet:
        theme, parts = self._theme, list[Item]()
        for number, row in enumerate(rows):
            parts += [Rule(theme), row] if number else [8, row]
        soft: list[Item] = [2, Label(theme, line, "small", "soft", wrap=True)] if line else []
        return Sheet(theme, down(theme, Label(theme, title, "h3", wrap=True), *soft, *parts,
                                 margins=(28, 20, 28, 16)), stack=2)

    def _of(self, shown: Numbers, lines: Iterable[Helpline]) -> list[NumberRow]:
        return [self._row(NumberRow(self._theme, line, shown.today)) for line in lines]

    def _own(self, shown: Numbers) -> list[NumberRow]:
        out = []
        for number, line in zip(shown.own, shown.lines, strict=True):
            row = self._row(NumberRow(self._theme, line, shown.today, own=True, group=shown.of(number)))
            row.changing.connect(self._changes(number.id))
            out.append(row)
        return out

    def _row(self, row: NumberRow) -> NumberRow:
        row.called.connect(lambda works: self.called.emit(row.line, works))
        self.rows[row.line.id] = row
        return row

    def _changes(self, id: bytes) -> Callable[[], None]:
        return lambda: self.changing.emit(id)

    def _show_all(self) -> None:
        self._all = True
        shown = self._shown
        if shown is not None:
            self._fill(shown)
            self.rows[shown.others[0].id].focus_first()


def _holds_focus(row: QWidget) -> bool:
    here = row.window().focusWidget()
    return here is not None and row.isAncestorOf(here)
