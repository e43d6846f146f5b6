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
from ui.widgets import STRETCH, Button, Header, Label, Page, RowItem, RowList, Sheet, box, down, heading


class ComingPage(Page):
    """The evenings, and the own plans. `opened` carries a session or an own plan's id; `browsing` asks for all."""

    opened = Signal(object)
    browsing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, Header(theme, _("What happens when, and who says what."), _("Plans")))
        self.rows = RowList(theme, _("Evenings to come"))
        self.body.put(Sheet(theme, down(theme, self.rows, margins=(12, 8, 12, 8)), stack=2), 28)
        self.rows.opened.connect(self.opened)
        every = Button(theme, _("Look at all plans"), "quiet", "plans")
        every.clicked.connect(self.browsing)
        self.own = RowList(theme, _("Your own plans"))
        self.own.opened.connect(self.opened)
        said = _("Keep a plan that went well, and use it again for any evening. It stands here then.")
        self._none = Label(theme, said, "body", "soft", wrap=True)
        self.body.put(box(heading(theme, _("Your own plans"), every)), 4, self._none, self.own, STRETCH)

    def show_coming(self, coming: Coming) -> None:
        """Show both lists."""
        self.rows.show_items([_row(one) for one in coming.ahead])
        self.own.show_items([RowItem(one.id, one.name, one.summary, "plans", words.minutes(one.total))
                             for one in coming.own])  # fmt: skip
        self.own.setVisible(bool(coming.own))
        self._none.setVisible(not coming.own)

    def focus_first(self) -> None:
        """Give the keyboard to the list."""
        self.rows.setFocus(Qt.FocusReason.TabFocusReason)


def _row(one: Ahead) -> RowItem:
    session = one.session
    when = _("{day}, {time}").format(day=interface().date(session.held_on), time=clock_text(session.start_minute))
    detail = when if one.plan is None else _("{when}. {plan}").format(when=when, plan=one.plan.name)
    planned = session.status is SessionStatus.PLANNED
    return RowItem(
        session, one.group.name, detail, "calendar", words.state(one), look=planned and bool(one.plan and one.plan.over)
    )
