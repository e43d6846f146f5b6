"""The strip over a sample: nobody may take invented people for real ones, or type real ones in."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from ui.theme import Theme
from ui.widgets import Glyph, Label, across


class SampleStrip(QWidget):
    """Says that all of this is invented and is thrown away."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        words = Label(
            theme, _("A sample with invented people. It is thrown away when you lock or close."),
            "small", "look", wrap=True,
        )  # fmt: skip
        self.setLayout(across(theme, Glyph(theme, "info", "look_ink"), (words, 1), gap=10, margins=(16, 6, 16, 6)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tint."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("look_tint"))
        hair = max(1, round(self._theme.tokens.hair))
        painter.fillRect(0, self.height() - hair, self.width(), hair, self._theme.colour("line"))
