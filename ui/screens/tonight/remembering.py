"""Days people asked us to remember that fall near the evening: for those who run it, never said to the circle."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface
from facilitator.model.member import DateKind, NearDate
from ui.theme import Theme
from ui.widgets import Fact, Label, down, heading


class Remembering(QWidget):
    """The days, in their order; out of sight where there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[NearDate, ...] = ()
        self._list = down(theme, gap=10)
        more = _("For you alone. Say nothing in the circle unless they ask you to.")
        self.setLayout(
            down(
                theme, 24, heading(theme, _("Days to remember")), 10, self._list, 8,
                Label(theme, more, "small", "soft", wrap=True),
            )
        )  # fmt: skip
        self.hide()

    def show_days(self, days: tuple[NearDate, ...]) -> None:
        """Show the days near an evening."""
        if days != self._shown:
            self._shown = days
            self._list.clear()
            for one in days:
                birthday = one.kind is DateKind.BIRTHDAY
                said = _("{name}’s birthday") if birthday else _("{name} asked us to remember this day")
                on = interface().date(one.on, "EEEE d MMMM")
                self._list.put(Fact(self._theme, "calendar", said.format(name=one.name), on))
        self.setVisible(bool(days))
