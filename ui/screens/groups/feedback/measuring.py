"""Counting a question of somebody else: asked word for word, and only how many gave each answer is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface, ngettext
from facilitator.model.change import Change
from facilitator.model.feedback import Instrument
from facilitator.workspace import Workspace
from ui.screens.groups.feedback.page import month_of, months_back
from ui.screens.groups.form import Form
from ui.screens.groups.leaf import Holder, Room
from ui.screens.groups.where import Path
from ui.widgets import ChoiceField, Fact, Label, Panel, Paragraph, Sheet, Stepper, across, down
from ui.widgets.layout import Item

_MOST = 200


@dataclass(frozen=True, slots=True)
class _Known:
    group: str
    instruments: tuple[Instrument, ...]


class MeasureForm(Form):
    """One question, its answers counted."""

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, _("Count a question"), back=_("How it was"), does=_("Keep the counts"))
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self._instruments: tuple[Instrument, ...] = ()
        self.steppers: dict[str, Stepper] = {}

    def read(self) -> None:
        """Ask for the questions there are."""
        if self._instruments:
            return
        group_id = self.group_id

        def known(workspace: Workspace) -> _Known:
            return _Known(workspace.groups.get(group_id).name, workspace.library.instruments())

        self.ask(known, self._show)

    def begins(self) -> QWidget | None:
        """Which question."""
        return self.which.menu if self._instruments else None

    @property
    def instrument(self) -> Instrument:
        """The question chosen."""
        return next((one for one in self._instruments if one.id == self.which.value), self._instruments[0])

    def _show(self, known: _Known) -> None:
        theme, today = self.theme, self.room.desk.clock.today()
        self._instruments = known.instruments
        self.head.say(known.group, self.head.title.words)
        self.which = ChoiceField(theme, _("Which question?"), [(one.id, one.title) for one in known.instruments],
                                 known.instruments[0].id)  # fmt: skip
        self.month = ChoiceField(theme, _("Month"), [(day, interface().date(day, "MMMM y"))
                                                     for day in months_back(today)], today.replace(day=1))  # fmt: skip
        self._answers = Holder(theme)
        self._sum = Label(theme, "", "body", "soft", wrap=True)
        self.which.chosen.connect(lambda _id: self._ask())
        aside = Panel(theme, down(
            theme, Fact(theme, "speak", _("Read it out word for word. Answering is a choice; nobody says why.")), 10,
            Fact(theme, "person", _("Hands with eyes shut, or slips of paper. No name anywhere.")), 10,
            Fact(theme, "numbers", _("Shares are told from ten answers on. Nothing is added up to a score.")),
            margins=(20, 14, 16, 16)), "action_tint")  # fmt: skip
        self.lay(self.which, 16, self._answers, 14, self._sum, 16, self.month, aside=aside)
        self._ask()
        self.keep()

    def _ask(self) -> None:
        """The question and its answers, each with a count."""
        theme, one = self.theme, self.instrument
        self.steppers = {id: Stepper(theme, 0, words, most=_MOST) for id, words in one.answers}
        rows: list[Item] = []
        for id, words in one.answers:
            self.steppers[id].settled.connect(lambda _n: self._say())
            rows += [across(theme, (Label(theme, words, wrap=True), 1), self.steppers[id], gap=16), 8]
        sheet = Sheet(theme, down(
            theme, Paragraph(theme, _("“{words}”").format(words=one.ask), "lead"), 6,
            Label(theme, f"{one.citation}. {one.licence}.", "small", "soft", wrap=True), 14, *rows, 2,
            Label(theme, one.alone, "small", "soft", wrap=True), margins=(24, 18, 20, 20)), stack=1)  # fmt: skip
        self._answers.swap(sheet)
        self._say()

    def _say(self) -> None:
        people = sum(stepper.value() for stepper in self.steppers.values())
        self._sum.setText(ngettext("{n} person answered.", "{n} people answered.", people).format(n=people))

    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        if not self._instruments:
            return {}
        counts = {id: str(stepper.value()) for id, stepper in self.steppers.items() if stepper.value()}
        month = self.month.value
        return {"which": self.instrument.id, **counts, "month": month.isoformat() if isinstance(month, date) else ""}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half counted."""
        if not self._instruments:
            return
        self.which.choose(fields.get("which", self.instrument.id))
        self._ask()
        if (month := month_of(fields.get("month", ""), self.room.desk.clock.today())) is not None:
            self.month.choose(month)
        for id, stepper in self.steppers.items():
            stepper.setValue(int(fields.get(id, "0")))
        self._say()

    def save(self) -> None:
        """Keep it."""
        if not self._instruments:
            return
        group_id, one, month = self.group_id, self.instrument, self.month.value
        if not isinstance(month, date):
            return
        counts = {id: stepper.value() for id, stepper in self.steppers.items()}

        def command(workspace: Workspace) -> Change:
            return workspace.feedback.count(group_id, one, month, counts)

        self.send(command, lambda change: (group_id, "feedback"))
