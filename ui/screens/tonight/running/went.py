"""How an evening went, once it is over: each part with the minutes it took."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.running import PartPhase, Running
from ui.screens.tonight.running import words
from ui.screens.tonight.running.asking import Named
from ui.theme import Theme
from ui.widgets import TOP, Label, Tone, across, box, down


class Went(QWidget):
    """A list of parts; nothing while the circle sits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self._rows = down(theme, gap=8)
        self.setLayout(down(theme, Label(theme, _("How it went"), "h3"), 8, box(self._rows)))
        self.hide()

    def tell(self, now: Running, named: Named) -> None:
        """Show how each part went."""
        rows = tuple((words.title(part, named[part.index]), words.took(part), part.phase is PartPhase.LEFT_OUT)
                     for part in now.parts)
        if rows == self._shown:
            return
        self._shown = rows
        self._rows.clear()
        for title, took, left_out in rows:
            tone: Tone = "soft" if left_out else "ink"
            self._rows.put(across(self._theme, (Label(self._theme, title, "body", tone, wrap=True), 1),
                                  (Label(self._theme, took, "body", "soft", tabular=True), 0, TOP), gap=14))
