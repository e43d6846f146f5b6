"""What stands beside the plan: things to see to, what makes the room easier, and papers from last time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.evening.checklist import Item
from facilitator.i18n import _, interface, ngettext
from facilitator.model.loose_end import LooseEnd
from facilitator.tonight import Adjustment
from ui.screens.tonight.asking import Out
from ui.screens.tonight.ticks import TickColumns
from ui.theme import Theme
from ui.widgets import Button, CheckRow, Columns, Fact, Label, box, down, heading


class Checklist(QWidget):
    """Before people arrive: ticks that are remembered. `ticked` carries an item's key and whether it is done."""

    ticked = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ticks: TickColumns[str] = TickColumns(theme)
        self._items: tuple[Item, ...] = ()
        self._far = Label(theme, "", "body", "soft", tabular=True)
        self.setLayout(down(theme, heading(theme, _("Before people arrive"), self._far), 6, self._ticks.grid))

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Show the list; rows that are the same stay, and keep the keyboard."""
        if [(item.key, item.text) for item in items] != [(item.key, item.text) for item in self._items]:
            self._ticks.show({item.key: self._row(item) for item in items})
        self._items = items
        for item in items:
            self._ticks.rows[item.key].setChecked(item.done)
        done = sum(item.done for item in items)
        self._far.setText(_("{done} of {all} done").format(done=done, all=len(items)))

    def be_narrow(self, narrow: bool) -> None:
        """Two columns, or one."""
        self._ticks.be_narrow(narrow)

    def _row(self, item: Item) -> CheckRow:
        row = CheckRow(self._theme, item.text, item.done)
        row.clicked.connect(lambda on=False, key=item.key: self.ticked.emit(key, on))
        return row


class Easy(QWidget):
    """Make it easy: adjustments, never conditions."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self._list = down(theme, gap=10)
        self.setLayout(down(theme, heading(theme, _("Make it easy")), 12, self._list))

    def show_needs(self, needs: tuple[Adjustment, ...]) -> None:
        """Show the adjustments."""
        if needs == self._shown:
            return
        self._shown = needs
        self._list.clear()
        for need in needs:
            words = (
                _("{name}: {adjustment}").format(name=need.name, adjustment=need.adjustment)
                if need.name
                else need.adjustment
            )
            self._list.put(Fact(self._theme, "chair" if need.name else "door", words))
        if not needs:
            words = _("What would make the room easier for somebody? Write it down under Groups.")
            self._list.put(Label(self._theme, words, "body", "soft", wrap=True))


class LastTime(QWidget):
    """From last time: loose ends, and papers that are still out. `settled` and `shredded` carry an id, `all_wanted`
    leads to all papers there are.
    """

    settled = Signal(object)
    shredded = Signal(object)
    all_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self._list = down(theme, gap=6)
        self.all_button = Button(theme, _("All papers that are out"), "quiet", "paper", flush=True)
        self.all_button.clicked.connect(self.all_wanted)
        self.setLayout(down(theme, heading(theme, _("From last time")), 8, self._list, 4, self.all_button))

    def show_out(self, out: tuple[Out, ...], loose_ends: tuple[LooseEnd, ...] = (),
                 follow_ups: tuple[str, ...] = ()) -> None:
        """Show what was left open, each with a tick that settles it, and papers, with one for when they are shredded;
        and what those who run it meant to do.
        """
        if (out, loose_ends, follow_ups) == self._shown:
            return
        self._shown = out, loose_ends, follow_ups
        self.all_button.setVisible(bool(out))
        self._list.clear()
        for end in loose_ends:
            raised = _("From {day}.").format(day=interface().date(end.raised_on, "d MMMM"))
            tick = CheckRow(self._theme, end.words, hint=raised, name=_("Settled: {words}").format(words=end.words))
            tick.clicked.connect(lambda _on=False, id=end.id: self.settled.emit(id))
            self._list.put(tick)
        for one in out:
            row = CheckRow(self._theme, self._said(one), hint=self._from(one))
            row.clicked.connect(lambda _on=False, paper=one.paper: self.shredded.emit(paper.id))
            self._list.put(row)
        for words in follow_ups:
            self._list.put(Fact(self._theme, "speak", words, _("From your debrief.")))
        if not out and not loose_ends and not follow_ups:
            words = _("No papers are out. Nothing to bring back.")
            self._list.put(Label(self._theme, words, "body", "soft", wrap=True))

    def _said(self, out: Out) -> str:
        return ngettext("Shred it: {title}", "Shred them: {title}, {n} copies", out.paper.copies).format(
            title=out.title, n=out.paper.copies
        )

    def _from(self, out: Out) -> str:
        day = interface().date(out.paper.printed_on, "d MMMM")
        if out.paper.shred_by is None:
            return _("Printed on {day}.").format(day=day)
        by = interface().date(out.paper.shred_by, "d MMMM")
        return _("Printed on {day}. To be shredded by {by}.").format(day=day, by=by)


def beside(theme: Theme, one: QWidget, other: QWidget) -> QWidget:
    """Two parts side by side, where there is room."""
    return box(Columns(theme, one, other, gap=32, stacked_gap=24, below=420))
