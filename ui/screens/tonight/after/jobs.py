"""Who takes which job next time: ticked as taken, and no name is kept for it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface
from facilitator.model.rota import Role, role_meaning, role_words
from facilitator.model.session import Session
from ui.screens.tonight.ticks import TickColumns
from ui.theme import Theme
from ui.widgets import CheckRow, Label, down


class NextJobs(QWidget):
    """The jobs that go round. `taken` carries a role and whether somebody takes it."""

    taken = Signal(object, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ticks: TickColumns[Role] = TickColumns(theme)
        self._when = Label(theme, "", "small", "soft", wrap=True)
        self.setLayout(down(theme, self._when, 4, self._ticks.grid))

    def show_jobs(self, jobs: tuple[tuple[Role, bool], ...], following: Session | None) -> None:
        """Show them; rows that are there already keep the keyboard."""
        if tuple(self._ticks.rows) != tuple(role for role, _taken in jobs):
            self._ticks.show({role: self._row(role) for role, _taken in jobs})
        for role, taken in jobs:
            self._ticks.rows[role].setChecked(taken)
        if following is None:
            self._when.setText(_("There is no next evening yet."))
        else:
            day = interface().date(following.held_on)
            self._when.setText(_("For {day}. Ask in the circle; tick what is taken. No names.").format(day=day))

    def be_narrow(self, narrow: bool) -> None:
        """Two columns, or one."""
        self._ticks.be_narrow(narrow)

    def _row(self, role: Role) -> CheckRow:
        row = CheckRow(self._theme, role_words(role), hint=role_meaning(role), softens=False)
        row.clicked.connect(lambda on=False: self.taken.emit(role, on))
        return row
