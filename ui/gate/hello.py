"""The last page of a new vault: who leads, and what kind of group; it fills the agreement, the plan and the days."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.beginning import FirstGroup
from facilitator.errors import BadValue, NameMissing, UserError
from facilitator.i18n import _, interface
from facilitator.library import Library
from facilitator.messages import explain
from facilitator.model.change import Change
from facilitator.model.group import Application
from facilitator.workspace import Workspace
from ui.gate.page import GatePage
from ui.gate.porch import Porch
from ui.jobs import Jobs
from ui.widgets import Button, ChoiceField, Columns, TextField, TimeField, box

_EVENING = 19 * 60


class HelloPage(GatePage):
    """A first name and a kind of group; with a weekday and a time proposed. `finished` leads to Tonight."""

    finished = Signal()

    def __init__(self, porch: Porch, jobs: Jobs[Workspace], library: Library) -> None:
        super().__init__(
            porch, _("Your vault is ready"),
            _("Two answers, and tonight’s pack can be printed. All of it can be changed later."),
        )  # fmt: skip
        theme, self._jobs = porch.theme, jobs
        self._named = False
        today = porch.clock.today()
        self._kinds = {entry.application: entry for entry in library.applications()}
        self.me = TextField(theme, _("Your first name"), help=_("It stands on the run sheet as the one who leads."))
        self.kind = ChoiceField(
            theme, _("What kind of group is it?"), [(key, entry.name) for key, entry in self._kinds.items()],
            prompt=_("Choose"),
        )  # fmt: skip
        self.weekday = ChoiceField(
            theme, _("Meets on"), [(n, _weekday(n)) for n in range(7)], today.weekday()
        )
        self.time = TimeField(theme, _("Starts at"), _EVENING)
        self.name = TextField(theme, _("Name of the group"), self._proposed(today.weekday()))
        self.go_button = Button(theme, _("Go to tonight"), "primary", "tonight", big=True)
        self.later_button = Button(theme, _("I will add a group later"), "quiet")
        self.form.put(
            26, self.me, 18, self.kind, 18,
            box(Columns(theme, self.weekday, self.time, gap=20, stacked_gap=18, below=400)), 18, self.name, 24,
            self.trouble, self.buttons(self.go_button, self.later_button), self.work,
        )  # fmt: skip
        self.kind.chosen.connect(lambda value: self.kind.set_help(self._kinds[Application(str(value))].line))
        self.weekday.chosen.connect(self._day_chosen)
        self.name.changed.connect(self._name_typed)
        for field in (self.me, self.time, self.name):
            field.entered.connect(self._go)
        self.go_button.clicked.connect(self._go)
        self.later_button.clicked.connect(self._later)

    def arrive(self) -> None:
        """One's own name first."""
        self.me.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: UserError) -> None:
        """Each refusal where its answer is typed."""
        super().rest()
        if isinstance(error, NameMissing):
            field = self.me if error.what == "facilitator" else self.name
            field.refuse(str(explain(error)))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(error, BadValue) and error.why == "taken":
            self.name.refuse(str(explain(error)))
        else:
            super().refuse(error)

    def _go(self) -> None:
        kind, minute = self.kind.value, self.time.check()
        missing: list[QWidget] = []
        if not self.me.text:
            self.me.refuse(_("Type your first name, or the name you go by."))
            missing.append(self.me)
        if kind is None:
            self.kind.refuse(_("Choose the kind that comes nearest."))
            missing.append(self.kind)
        if minute is None:
            missing.append(self.time)
        if missing or minute is None or kind is None:
            missing[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        first = FirstGroup(
            facilitator=self.me.text, name=self.name.text, application=Application(str(kind)),
            weekday=int(str(self.weekday.value)), start_minute=minute,
        )  # fmt: skip
        self._do(lambda workspace: workspace.beginning.first_group(first, workspace.vault.holder))

    def _later(self) -> None:
        if not self.me.text:
            self.me.refuse(_("Type your first name, or the name you go by."))
            self.arrive()
            return
        name = self.me.text
        self._do(lambda workspace: workspace.beginning.introduce(name, workspace.vault.holder))

    def _do(self, command: Callable[[Workspace], Change]) -> None:
        self.trouble.hide()
        self.wait("")
        self._jobs.do(self, command, lambda change: self.finished.emit(), refused=self.refuse)

    def _day_chosen(self, value: object) -> None:
        if not self._named:
            self.name.set_text(self._proposed(int(str(value))))

    def _name_typed(self, text: str) -> None:
        self._named = bool(text.strip())

    @staticmethod
    def _proposed(weekday: int) -> str:
        return _("{weekday} circle").format(weekday=_weekday(weekday))


def _weekday(number: int) -> str:
    return QLocale(interface().locale).standaloneDayName(number + 1)

