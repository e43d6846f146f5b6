"""That a concern waits: for whoever unlocked to read it, or to be passed on. One calm line with the way there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, ngettext
from facilitator.model.change import Change
from ui.desk import Desk
from ui.theme import Theme
from ui.widgets import STRETCH, Aside, Button, Fact, across, announce, box, down

_WIDE = 560
_AREAS = ("concerns", "safekeeping")


class ConcernLine(QWidget):
    """Out of sight while none waits. `follow` has it ask, now and after every change; `going` leads to them."""

    going = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._read: Callable[[], None] = lambda: None
        self.said = Fact(theme, "lock", " ", look=True)
        self.button = Button(theme, _("Look at it"), "quiet")
        self.button.setAccessibleName(_("Look at the concerns"))
        self.button.clicked.connect(self.going)
        self._line = box(Aside(theme, self.said, self.button, gap=16))
        self.setLayout(down(theme, across(theme, (self._line, 1000), STRETCH, gap=0), 10))
        theme.follow(self._bound)
        self.hide()

    def _bound(self) -> None:
        """The button stands by its words."""
        self._line.setMaximumWidth(self._theme.px(_WIDE))

    def follow(self, desk: Desk) -> None:
        """Ask now, and again after whatever may settle it."""
        def read() -> None:
            desk.jobs.ask(self, lambda w: (w.concerns.waiting(), w.concerns.to_pass_on()),
                          lambda found: self.show_waiting(*found), key="concerns")  # fmt: skip

        self._read = read
        desk.jobs.changed.connect(self._heard)
        read()

    def show_waiting(self, sealed: int, on_paper: int) -> None:
        """Say what waits: what is sealed for me before what somebody has still to pass on."""
        if sealed:
            self.said.words.setText(ngettext("A concern is sealed for you, and waits to be read.",
                                             "{n} concerns are sealed for you, and wait to be read.",
                                             sealed).format(n=sealed))  # fmt: skip
        elif on_paper:
            self.said.words.setText(ngettext("A concern on paper is noted, and not where it went.",
                                             "{n} concerns on paper are noted, and not where they went.",
                                             on_paper).format(n=on_paper))  # fmt: skip
        news = bool(sealed or on_paper) and self.isHidden()
        self.setVisible(bool(sealed or on_paper))
        if news:
            announce(self, self.said.words.text())

    def _heard(self, change: Change) -> None:
        if change.touches(*_AREAS):
            self._read()
