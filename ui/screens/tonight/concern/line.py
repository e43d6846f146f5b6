"""That a concern waits: for whoever unlocked to read it, or to be passed on. One calm line with the way there."""

from __future__ import annotations

from PySide6.QtCore import Signal

from facilitator.i18n import _, ngettext
from ui.desk import Desk
from ui.screens.tonight.calm_line import CalmLine
from ui.theme import Theme
from ui.widgets import announce


class ConcernLine(CalmLine):
    """Out of sight while none waits. `follow` has it ask, now and after every change; `going` leads to them."""

    going = Signal()

    areas = ("concerns", "safekeeping")

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "lock", _("Look at it"))
        self.button.setAccessibleName(_("Look at the concerns"))
        self.button.clicked.connect(self.going)

    def follow(self, desk: Desk) -> None:
        """Ask now, and again after whatever may settle it."""
        def read() -> None:
            desk.jobs.ask(self, lambda w: (w.concerns.waiting(), w.concerns.to_pass_on()),
                          lambda found: self.show_waiting(*found), key="concerns")  # fmt: skip

        self.ask_with(desk, read)

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
