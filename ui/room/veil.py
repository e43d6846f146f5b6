"""What lies over the laptop's side after the screen was turned back, so that turning never shows a name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from ui.theme import Theme
from ui.widgets import STRETCH, Button, Label, Paragraph, across, box, down


class Veil(QWidget):
    """A page without a name. `lifted` fires when somebody wants to see what is under it."""

    lifted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(_("This side is covered"))
        self.button = Button(theme, _("Show this side"), "primary", "eye", big=True)
        self.button.clicked.connect(self.lifted)
        words = down(
            theme,
            STRETCH,
            Label(theme, _("This side is covered"), "h1", wrap=True),
            8,
            Paragraph(theme, _("Names may be behind this. See that only you look at the screen, then show it.")),
            20,
            box(across(theme, self.button, STRETCH)),
            16,
            Label(theme, _("F8 turns to the room again."), "body", "soft", wrap=True),
            STRETCH,
            margins=(40, 26, 36, 26),
        )
        self.setLayout(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lifts nothing here."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def begin(self) -> None:
        """Give the keyboard to the one button."""
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
