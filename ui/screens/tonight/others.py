"""Another evening: today's others and those to come, to choose from."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal

from facilitator.i18n import _
from facilitator.model.session import SessionStatus
from facilitator.tonight import Ahead
from ui.screens.tonight import words
from ui.theme import Theme
from ui.widgets import STRETCH, Button, Header, Page, RowItem, RowList, Sheet, down


class Others(Page):
    """A list of evenings. `chosen` carries a session, `left` goes back to the one that was shown.

    `catching_up` leads to those held on paper.
    """

    chosen = Signal(object)
    catching_up = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        way = Button(theme, _("Tonight"), "quiet", "left", flush=True)
        self.paper_button = Button(theme, _("Take in a paper evening"), "plain", "paper")
        super().__init__(theme, Header(theme, "", _("Another evening"), self.paper_button, back=way))
        way.clicked.connect(self.left)
        self.paper_button.clicked.connect(self.catching_up)
        self.rows = RowList(theme, _("Evenings to come"))
        self.rows.opened.connect(self.chosen)
        self.body.put(Sheet(theme, down(theme, self.rows, margins=(12, 8, 12, 8)), stack=2), STRETCH)

    def show_ahead(self, ahead: tuple[Ahead, ...], today: date) -> None:
        """Show the evenings."""
        self.rows.show_items([_row(one, today) for one in ahead])

    def focus_first(self) -> None:
        """Give the keyboard to the list."""
        self.rows.setFocus(Qt.FocusReason.TabFocusReason)


def _row(one: Ahead, today: date) -> RowItem:
    session = one.session
    when = _("{day}, {hours}").format(day=words.near(session.held_on, today), hours=words.hours(session))
    return RowItem(session, when, one.group.name, "calendar", _state(one))


def _state(one: Ahead) -> str:
    """What there is to know before going there."""
    if one.session.status is SessionStatus.CANCELLED:
        return _("Cancelled")
    if one.session.status is SessionStatus.HELD:
        return _("Held")
    return _("No plan yet") if one.plan is None else ""
