"""Bringing a backup back happens on the locked screen: what it does, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Qt

from facilitator.i18n import _
from ui.desk import Desk
from ui.screens.safekeeping.steps import StepPage
from ui.widgets import Button, Fact, Paragraph


class RestoringPage(StepPage):
    """Explains, then locks."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Bring a backup back"))
        theme = desk.theme
        self.lock_button = Button(theme, _("Lock this vault"), "primary", "lock", big=True)
        said = _("A backup comes back as a vault of its own. Nothing that is here is written over.")
        self.column.put(
            Paragraph(theme, said, "lead"),
            18, Fact(theme, "lock", _("This vault is locked first, and stays as it is.")),
            8, Fact(theme, "bring", _("On the locked screen, choose “Bring a backup back”, then the file.")),
            8, Fact(theme, "key", _("Type the words that were in use when the backup was made.")),
            24, self.lock_button,
        )  # fmt: skip
        self.lock_button.clicked.connect(lambda: desk.lock())

    def begin(self) -> None:
        """One step."""
        self.lock_button.setFocus(Qt.FocusReason.OtherFocusReason)
