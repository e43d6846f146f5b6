"""Says when a plan's opening does not tell the limits of confidentiality, and puts them in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.evening import attached
from facilitator.evening.attached import Limits
from facilitator.i18n import _, joined
from facilitator.model.agenda import AgendaDraft
from facilitator.model.content import LimitPoint, Script
from ui.screens.plans import words
from ui.screens.plans.asking import Table
from ui.theme import Theme
from ui.widgets import Button, Notice, box, down


class LimitsNotice(QWidget):
    """Hidden while all is said. `putting` carries the plan with the limits in it."""

    putting = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._draft = AgendaDraft(name="", minutes=1)
        self._table: Table | None = None
        self._found = Limits()
        self.put_button = Button(theme, _("Put them in"))
        self.put_button.clicked.connect(self._put)
        self._with = Notice(theme, "", "", icon="speak", button=self.put_button)
        self._without = Notice(theme, "", "", icon="speak")
        self.setLayout(down(theme, box(down(theme, self._with, self._without)), 14))
        self.hide()

    def show_plan(self, draft: AgendaDraft, table: Table) -> None:
        """Show what is missing in a plan, if anything."""
        self._draft, self._table = draft, table
        found = attached.limits(draft, table.limits, table.every_limits)
        shown = bool(draft.segments) and not found.said and not table.settled and bool(table.every_limits)
        if shown:
            can = found.at is not None and self._right() is not None
            notice, other = (self._with, self._without) if can else (self._without, self._with)
            other.hide()
            if found != self._found or notice.isHidden():  # said once, not at each minute that is changed
                notice.say(*_said(found))
            notice.show()
        self._found = found
        self.setVisible(shown)

    def _right(self) -> Script | None:
        """The words to put in; a template takes those for adults who give their names, and each group its own."""
        table = self._table
        if table is None or table.limits is not None:
            return None if table is None else table.limits
        return next((one for one in table.every_limits if not one.anonymous), None)

    def _put(self) -> None:
        right = self._right()
        if right is not None and self._table is not None:
            self.putting.emit(attached.with_limits(self._draft, right, self._table.every_limits))


def _said(found: Limits) -> tuple[str, str]:
    if found.wrong is not None:
        return (_("The limits of confidentiality in this plan are for another kind of group."),
                _("{title} stands there. Put in those for this group.").format(title=found.wrong.title))
    if len(found.missing) < len(LimitPoint):
        missing = joined(map(words.point, found.missing))
        return (_("Part of the limits of confidentiality is not said in the usual words."),
                _("Look whether your own words say {points}.").format(points=missing))
    if found.at is None:
        return (_("The limits of confidentiality are not said in this plan."),
                _("Add an opening first. They belong there."))
    return (_("The limits of confidentiality are not said in this plan."),
            _("People should hear them before they share anything."))
