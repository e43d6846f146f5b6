"""Act first: danger and its number, then what to do, whom to tell in each case, and only then where to write."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, pgettext
from facilitator.model.organisation import spoken_address
from facilitator.model.safeguarding import FlowStep
from ui.emergency import NumberRow, Told
from ui.screens.tonight.concern.asking import Safety, state_of, title_of
from ui.screens.tonight.concern.paging import ConcernPage
from ui.screens.tonight.concern.telling import Telling
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    TOP,
    Button,
    Columns,
    Flow,
    Label,
    Panel,
    Paragraph,
    RowItem,
    RowList,
    Sheet,
    across,
    box,
    down,
    heading,
)
from ui.widgets.tabbing import focus_in_sight


class ActPage(ConcernPage):
    """`printing` carries a document, `typing` the case it is, `noting` begins a pointer, `opened` carries an id."""

    printing = Signal(str)
    typing = Signal(object)
    noting = Signal()
    opened = Signal(object)

    def __init__(self, theme: Theme, safety: Safety) -> None:
        super().__init__(theme, safety.flow.summary, safety.flow.title, _("Back"))
        self._theme = theme
        self.numbers = [NumberRow(theme, line, "figure") for line in safety.emergency]
        self.telling = Telling(theme, safety)
        self.print_button = Button(theme, _("Print the form"), "primary", "print", big=True)
        self.note_button = Button(theme, _("Note where it went"), "plain", "pencil")
        self.type_button = Button(theme, _("Type it and seal it"), "plain", "lock")
        self.sheet_button = Button(theme, _("Print this page"), "quiet", "print", flush=True)
        self._why = Label(theme, "", "small", "soft", wrap=True)
        self.rows = RowList(theme, _("Noted so far"))
        self._none = Label(theme, _("No concern is noted here."), "body", "soft", wrap=True)
        self.print_button.clicked.connect(lambda: self.printing.emit("concern-form"))
        self.sheet_button.clicked.connect(lambda: self.printing.emit("safeguarding-flow"))
        self.note_button.clicked.connect(self.noting)
        self.type_button.clicked.connect(lambda: self.typing.emit(self.telling.branch))
        self.rows.opened.connect(self.opened)
        self.rows.picked.connect(self.opened)
        self.telling.chosen.connect(lambda: self._say_how(safety))
        lead = box(down(theme, self._danger(safety), 20, self._steps(safety), 16, self._never(safety), STRETCH))
        paper = _("By hand, on paper, today. Here you only note where it went: no name, nothing that was said.")
        trail = box(down(
            theme, self.telling, 24,
            box(heading(theme, _("Then write it down"))), 6, Paragraph(theme, paper), 12,
            box(Flow(theme, self.print_button, self.note_button, self.type_button, gap=10)), 8, self._why, 8,
            self.sheet_button, 18, box(heading(theme, _("Noted so far"))), 4, self._none, self.rows, STRETCH,
        ))  # fmt: skip
        self.body.put((Columns(theme, lead, trail, shares=(50, 50), gap=40), 1))
        self.show_safety(safety)

    def show_safety(self, safety: Safety) -> None:
        """Show what is noted by now."""
        self.rows.show_items([
            RowItem(one.id, title_of(one), state_of(one), "lock" if one.sealed else "paper",
                    "" if one.closed_on is None else pgettext("a concern", "Closed"))
            for one in safety.concerns])  # fmt: skip
        self.rows.setVisible(bool(safety.concerns))
        self._none.setVisible(not safety.concerns)
        self._say_how(safety)

    def focus_first(self, waits: bool = False) -> None:
        """The number first, so that a screen reader says it at once; those noted where one of them `waits`."""
        if waits and self.rows.items:
            focus_in_sight(self.rows)
            return
        first: QWidget = self.numbers[0] if self.numbers else self.print_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ parts
    def _say_how(self, safety: Safety) -> None:
        """Whether it may be typed in this case, and why not."""
        may = bool(safety.readers_of(self.telling.branch))
        self.type_button.setVisible(may)
        self._why.setText(
            _("Typed, only one person can ever read it: not you, and nobody else here.") if may else
            _("Use paper this time. The people who may read it cannot open this vault. "
              "A key counts only if its name is the same as the lead’s or the deputy’s."))

    def _danger(self, safety: Safety) -> QWidget:
        theme, where = self._theme, safety.where
        address = spoken_address(where.venue, where.address)
        told = [Told(theme, _("Say this address"), address, "strong")] if address else []
        words = box(down(theme, Label(theme, safety.flow.danger, "h2", wrap=True), 2,
                         Paragraph(theme, safety.flow.call), 12, *self.numbers, 4, *told))  # fmt: skip
        return words

    def _steps(self, safety: Safety) -> QWidget:
        theme = self._theme
        rows = [self._step(number, step) for number, step in enumerate(safety.flow.steps, 1)]
        return Sheet(theme, down(theme, *rows, gap=14, margins=(26, 20, 24, 22)), stack=1)

    def _step(self, number: int, step: FlowStep) -> QWidget:
        theme = self._theme
        said = [Panel(theme, down(theme, Paragraph(theme, _("“{words}”").format(words=line)), margins=(16, 8, 12, 9)),
                      "ground", "look") for line in step.say]  # fmt: skip
        words = box(down(theme, Label(theme, step.key, "h3", wrap=True), 2, Paragraph(theme, step.text), *said, gap=4))
        return box(across(theme, (Label(theme, str(number), "h2", "action", tabular=True), 0, TOP), (words, 1), gap=14))

    def _never(self, safety: Safety) -> QWidget:
        theme = self._theme
        # each says by itself that it is forbidden: heard without the heading, it must not tell anybody to do it
        lines = [Paragraph(theme, _("Don’t {what}.").format(what=line)) for line in safety.flow.never]
        return box(down(theme, Label(theme, _("Never"), "h3", "danger", wrap=True), 4, *lines, gap=4))
