"""That the group wanted to look at its agreement again by now: said calmly, beside the plan."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface
from facilitator.model.session import SessionStatus
from facilitator.tonight import Evening
from ui.theme import Theme
from ui.widgets import Button, Label, box, down, heading


class Reviewing(QWidget):
    """Out of sight until the day has come. `opening` leads to the agreement."""

    opening = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.button = Button(theme, _("Look at it"), "quiet")
        self.button.setAccessibleName(_("Look at the agreement"))
        self.button.clicked.connect(self.opening)
        self._said = Label(theme, "", "body", "soft", wrap=True)
        self.setLayout(down(theme, 24, box(heading(theme, _("Your agreement"), self.button)), 6, self._said))
        self.hide()

    def show_evening(self, evening: Evening, today: date) -> None:
        """Show it where it is due, before the circle."""
        agreement = evening.agreement
        planned = evening.session.status is SessionStatus.PLANNED
        due = agreement is not None and agreement.due(today) and planned
        if agreement is not None and agreement.review_by is not None and due:
            day = interface().date(agreement.review_by, "d MMMM y")
            self._said.setText(_("Read it aloud tonight, and ask what should change. You wanted to by {day}.").format(
                day=day))  # fmt: skip
        self.setVisible(due)
