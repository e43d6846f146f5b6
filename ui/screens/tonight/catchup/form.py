"""The form for a paper evening: numbers to be typed, things to be ticked, and Enter on to the next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from facilitator.errors import NeedsTwoAdults, UserError
from facilitator.i18n import _, ngettext
from facilitator.messages import explain
from facilitator.model.catch_up import CatchUp
from facilitator.model.ids import Id
from facilitator.model.rota import role_words
from facilitator.model.session import Count, OneAdult, one_adult_words
from ui.screens.tonight.after.hands import Hands
from ui.screens.tonight.catchup.asking import Paper
from ui.screens.tonight.ticks import TickColumns
from ui.theme import Theme
from ui.widgets import (
    Button,
    CheckRow,
    ChoiceBar,
    ChoiceField,
    Columns,
    Field,
    Flow,
    Grid,
    Label,
    Notice,
    Rule,
    Sheet,
    Stepper,
    box,
    down,
    heading,
)

_MOST = 999


class PaperForm(Sheet):
    """`taken` carries the evening. Enter goes on from stop to stop, through ticks too; figures are typed over."""

    taken = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, stack=2)
        self._theme = theme
        self._about: object = None
        self._paper: Paper | None = None
        self._column = down(theme, margins=(28, 22, 28, 24))
        self.setLayout(self._column)
        self.numbers: dict[str, Stepper] = {}
        self._all_ticks: list[TickColumns[int]] = []
        self._stops: list[QWidget] = []
        self._narrow = False

    # ------------------------------------------------------------ what it shows
    def show_paper(self, paper: Paper) -> None:
        """An empty form for an evening; the same one stays as it is."""
        evening = paper.evening
        if evening is None or (evening.session.id, paper.segments) == self._about:
            self._paper = paper if evening is not None else None
            return
        self._about, self._paper = (evening.session.id, paper.segments), paper
        theme, count = self._theme, evening.session.count
        self._column.clear()
        self._all_ticks = []
        young = evening.group.for_under_18s
        fields = [("heads", _("Came"), count.heads or 0), ("newcomers", _("First time"), count.newcomers or 0),
                  ("out", _("Went home"), count.out or 0)]  # fmt: skip
        if young:
            fields.append(("adults", _("Adults"), count.adults or 0))
        self.numbers = {key: Stepper(theme, value, "", most=_MOST) for key, _name, value in fields}
        self.numbers["heads"].valueChanged.connect(self._all_out)
        asked = [Field(theme, name, self.numbers[key]) for key, name, _value in fields]
        self.why = ChoiceField(theme, _("Why were there not two adults?"),
                               tuple((one, one_adult_words(one)) for one in OneAdult))  # fmt: skip
        self.why.hide()
        self.parts = [CheckRow(theme, title, True, softens=False) for title in paper.segments]
        self.agreement = _yes_no(theme, _("Was the agreement read?"))
        self.limits = _yes_no(theme, _("Were the limits of confidentiality read?"))
        self.hands = Hands(theme)
        self.jobs = {role: CheckRow(theme, role_words(role), softens=False) for role in paper.jobs}
        self.papers: dict[Id, CheckRow] = {
            out.paper.id: CheckRow(theme, ngettext("{title}, {n} copy", "{title}, {n} copies", out.paper.copies).format(
                title=out.title, n=out.paper.copies)) for out in paper.papers}  # fmt: skip
        self._wrong = Notice(theme, "", "", "danger")
        self._wrong.hide()
        self.save_button = Button(theme, _("Write the evening down"), "primary", "check", big=True)
        self.save_button.clicked.connect(self._save)
        self._column.put(box(Flow(theme, *asked, gap=28, line_gap=12)), 10, self.why, 8, Rule(theme), 14)
        if self.parts:
            self._column.put(box(heading(theme, _("What was held"))), 2, self._ticks(self.parts), 14)
        self._column.put(box(Columns(theme, _asked(theme, _("Agreement read"), self.agreement),
                                     _asked(theme, _("Limits read"), self.limits), shares=(50, 50), gap=20,
                                     stacked_gap=12, below=440)), 16,
                         box(heading(theme, _("Last show of hands"))), 6, self.hands, 16)  # fmt: skip
        if self.jobs:
            jobs = self._ticks(list(self.jobs.values()))
            self._column.put(box(heading(theme, _("Taken for next time"))), 2, jobs, 14)
        if self.papers:
            self._column.put(box(heading(theme, _("Shredded"))), 2, self._ticks(list(self.papers.values())), 14)
        self._column.put(self._wrong, 10, self.save_button)
        self._stops = [*self.numbers.values(), *self.parts, self.agreement, self.limits, *self.hands.steppers,
                       *self.jobs.values(), *self.papers.values(), self.save_button]  # fmt: skip
        for stop in self._stops[:-1]:
            for part in stop.findChildren(QAbstractButton) if isinstance(stop, ChoiceBar) else [stop]:
                part.installEventFilter(self)

    def be_narrow(self, narrow: bool) -> None:
        """Ticks in two columns, or in one."""
        self._narrow = narrow
        for ticks in self._all_ticks:
            ticks.be_narrow(narrow)

    def _ticks(self, rows: list[CheckRow]) -> Grid:
        ticks: TickColumns[int] = TickColumns(self._theme)
        ticks.be_narrow(self._narrow)
        ticks.show(dict(enumerate(rows)))
        self._all_ticks.append(ticks)
        return ticks.grid

    def focus_first(self) -> None:
        """Give the keyboard to how many came."""
        if self.numbers:
            self.numbers["heads"].setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, error: UserError) -> None:
        """Say in place what cannot be, and ask why where that is what is missing."""
        message = explain(error)
        self._wrong.say(message.said, message.next)
        self._wrong.show()
        if isinstance(error, NeedsTwoAdults):
            self.why.show()
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> Mapping[str, str] | None:
        """What is typed, as far as it is more than nothing."""
        if not self.numbers or not self.numbers["heads"].value():
            return None
        return {**{key: str(stepper.value()) for key, stepper in self.numbers.items()},
                "hands": " ".join(map(str, self.hands.hands))}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put it back."""
        for key, stepper in self.numbers.items():
            if fields.get(key, "").isdecimal():
                stepper.setValue(int(fields[key]))
        hands = tuple(int(one) for one in fields.get("hands", "").split() if one.isdecimal())
        if len(hands) == len(self.hands.steppers):
            self.hands.show_hands(hands)

    # ------------------------------------------------------------ keys
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on to what comes next, as on a till."""
        enter = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in (
            Qt.Key.Key_Return, Qt.Key.Key_Enter)  # fmt: skip
        stop = next((one for one in self._stops if watched is one or watched.parent() is one), None)
        if enter and stop is not None:
            if isinstance(stop, Stepper):
                stop.interpretText()
            following = self._stops[self._stops.index(stop) + 1]
            if isinstance(following, ChoiceBar):
                following.take_focus()
            else:
                following.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _all_out(self, heads: int) -> None:
        """As many went home as came, unless somebody says otherwise."""
        self.numbers["out"].setValue(heads)

    # ------------------------------------------------------------ taking it in
    def caught(self) -> CatchUp:
        """The evening as the form has it."""
        paper, number = self._paper, {key: stepper.value() for key, stepper in self.numbers.items()}
        why = self.why.value if not self.why.isHidden() else None
        return CatchUp(
            count=Count(heads=number["heads"], newcomers=number["newcomers"], out=number["out"],
                        adults=number.get("adults")),
            one_adult=why if isinstance(why, OneAdult) else None,
            held=tuple(n for n, row in enumerate(self.parts) if row.isChecked()),
            agreement_read=_answer(self.agreement), limits_read=_answer(self.limits),
            closing_fist=self.hands.hands,
            jobs=tuple(role for role, row in self.jobs.items() if row.isChecked()),
            following=None if paper is None or paper.evening is None else paper.evening.following,
            shredded=tuple(id for id, row in self.papers.items() if row.isChecked()))  # fmt: skip

    def _save(self) -> None:
        self._wrong.hide()
        for stepper in (*self.numbers.values(), *self.hands.steppers):
            stepper.interpretText()
        self.taken.emit(self.caught())


def _yes_no(theme: Theme, name: str) -> ChoiceBar:
    return ChoiceBar(theme, ((True, _("Yes")), (False, _("No")), (None, _("Not said"))), None, name=name)


def _answer(bar: ChoiceBar) -> bool | None:
    return bar.value if isinstance(bar.value, bool) else None


def _asked(theme: Theme, words: str, bar: ChoiceBar) -> QWidget:
    return box(down(theme, Label(theme, words, "strong", wrap=True), 6, bar))


