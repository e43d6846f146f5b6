"""An evening that was held or cancelled: what was counted, or the way to bring it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.session import Count, SessionStatus
from ui.screens.tonight.asking import Look
from ui.theme import Theme
from ui.widgets import Button, Flow, Label, Notice, across, box, down


class Settled(QWidget):
    """Says how an evening ended. `correcting` asks for the count, `restoring` brings a cancelled evening back."""

    correcting = Signal()
    restoring = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self._column = down(theme, margins=(0, 0, 0, 18))
        self.setLayout(self._column)

    def show_look(self, look: Look) -> None:
        """Show how it ended, or nothing while it is planned."""
        if look.evening is None:
            return
        session = look.evening.session
        if (session.status, session.count) == self._shown:
            return
        self._shown = (session.status, session.count)
        self._column.clear()
        self.setVisible(session.status is not SessionStatus.PLANNED)
        if session.status is SessionStatus.CANCELLED:
            back = Button(self._theme, _("Bring it back"))
            back.clicked.connect(self.restoring)
            said = _("This evening is cancelled.")
            more = _("Nobody is counted and nothing is printed for it.")
            self._column.put(Notice(self._theme, said, more, icon="calendar", button=back))
        elif session.status is SessionStatus.HELD:
            self._count(session.count)

    def _count(self, count: Count) -> None:
        theme = self._theme
        figures = [_figure(theme, n, words) for n, words in counted(count)]
        correct = Button(theme, _("Correct the count"), "plain", "pencil")
        correct.clicked.connect(self.correcting)
        self._column.put(box(Flow(theme, *figures, correct, gap=40, line_gap=16)))


def counted(count: Count) -> tuple[tuple[int, str], ...]:
    """The figures of a count that are known, with their words."""
    every = (
        (count.heads, _("people came")),
        (count.newcomers, _("for the first time")),
        (count.adults, _("adults")),
        (count.out, _("went home")),
    )
    return tuple((number, words) for number, words in every if number is not None)


def _figure(theme: Theme, number: int, words: str) -> QWidget:
    figure = Label(theme, str(number), "figure")
    return box(across(theme, figure, Label(theme, words, "body", "soft"), gap=10))
