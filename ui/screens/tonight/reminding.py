"""What the vault's keeping asks for, in one calm line with one way there; out of sight while it asks for nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from facilitator.i18n import _, ngettext
from ui.desk import Desk
from ui.go import Go
from ui.screens.tonight.calm_line import CalmLine
from ui.theme import Theme

if TYPE_CHECKING:
    from facilitator.vault.reminding import Reminder


class ReminderLine(CalmLine):
    """One line. `follow` has it ask, and keep asking whenever something about the vault's keeping has changed."""

    going = Signal(Go)

    areas = ("safekeeping", "members", "sessions", "groups", "numbers")

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "safe", " ")
        self._go: Go | None = None
        self.button.clicked.connect(lambda: None if self._go is None else self.going.emit(self._go))

    def follow(self, desk: Desk) -> None:
        """Ask now, and after every change that may settle it."""
        self.going.connect(desk.go)

        def read() -> None:
            desk.jobs.ask(self, lambda w: w.reminder, lambda found: self.show_reminder(found, desk.clock.today()),
                          key="reminder")

        self.ask_with(desk, read)

    def show_reminder(self, reminder: Reminder | None, today: date) -> None:
        """Say what is wanted, or nothing."""
        if reminder is None:
            self.hide()
            return
        said, act, go = _words(reminder, today)
        self.said.words.setText(said)
        self.button.setText(act)
        self._go = go
        self.show()


def _words(reminder: Reminder, today: date) -> tuple[str, str, Go]:
    """What is said, what the button says, and where it leads."""
    from facilitator.vault.reminding import Wanted

    since = reminder.since.date() if reminder.since is not None else None
    days = (today - since).days if since is not None else 0
    old = ngettext("The newest backup is {n} day old.", "The newest backup is {n} days old.", days).format(n=days)
    match reminder.wanted:
        case Wanted.FIRST_BACKUP:
            said = _("There is no backup yet: if this laptop breaks, all is lost.")
            return said, _("Make the first backup"), Go("safekeeping", "backup")
        case Wanted.BACKUP_NOW | Wanted.BACKUP_SOON:
            return old, _("Back up now"), Go("safekeeping", "backup")
        case Wanted.RECOVERY:
            said = _("Nobody has tried the recovery sheet for half a year.")
            return said, _("Try the code"), Go("safekeeping", "try")
        case Wanted.DRILL:
            if since is None:
                return _("No backup has been proved to open yet."), _("Prove one now"), Go("safekeeping", "prove")
            said = ngettext("It is {n} day since you saw a backup open.", "It is {n} days since you saw a backup open.",
                            days).format(n=days)
            return said, _("Prove one now"), Go("safekeeping", "prove")
        case Wanted.NUMBERS:
            return _("Nobody has called the numbers on your sheets yet."), _("Call six"), Go("library", "numbers")
