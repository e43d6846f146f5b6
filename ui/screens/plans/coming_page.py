"""The evenings to come, each with how its plan stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from facilitator.i18n import _, interface
from facilitator.model.agenda import clock_text
from facilitator.model.session import SessionStatus
from facilitator.tonight import Ahead
from ui.screens.plans import words
from ui.screens.plans.asking import Coming
from ui.theme import Theme
from ui.widgets import STRETCH, Button, Header, Page, RowItem, RowList, Sheet, down


class ComingPage(Page):
    """A list to choose an evening from. `opened` carries its session, `browsing` asks for plans without an evening."""

    opened = Signal(object)
    browsing = Signal()

    def __init__(self, theme: Theme) -> None:
        every = Button(theme, _("All plans"), "plain", "plans")
        super().__init__(theme, Header(theme, _("What happens when, and who says what."), _("Plans"), every))
        self.rows = RowList(theme, _("Evenings to come"))
        self.body.put(Sheet(theme, down(theme, self.rows, margins=(12, 8, 12, 8)), stack=2), STRETCH)
        self.rows.opened.connect(self.opened)
        every.clicked.connect(self.browsing)

    def show_coming(self, coming: Coming) -> None:
        """Show the list."""
        self.rows.show_items([_row(one) for one in coming.ahead])

    def focus_first(self) -> None:
        """Give the keyboard to the list."""
        self.rows.setFocus(Qt.FocusReason.TabFocusReason)


def _row(one: Ahead) -> RowItem:
    session = one.session
    when = _("{day}, {time}").format(day=interface().date(session.held_on), time=clock_text(session.start_minute))
    when = when if one.course is None else _("{when}. {course}").format(when=when, course=one.course.words)
    detail = when if one.plan is None else _("{when}. {plan}").format(when=when, plan=one.plan.name)
    planned = session.status is SessionStatus.PLANNED
    return RowItem(
        session, one.group.name, detail, "calendar", words.state(one), look=planned and bool(one.plan and one.plan.over)
    )
