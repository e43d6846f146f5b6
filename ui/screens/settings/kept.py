"""The words that the name guard is not to ask about any more, each with the way to have it ask again."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from ui.theme import Theme
from ui.widgets import Chip, Flow, Label, box, down


class KeptWordList(QWidget):
    """Out of sight while there is none. `asking` carries the word that is to be asked about again."""

    asking = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = down(theme)
        self.setLayout(self._column)
        self.chips: dict[str, Chip] = {}
        self.hide()

    def show_words(self, words: Iterable[str]) -> None:
        """Show them, in the order of the alphabet; the keyboard stays with them when one goes."""
        theme, had = self._theme, any(chip.hasFocus() for chip in self.chips.values())
        self._column.clear()
        self.chips = {word: Chip(theme, word, True) for word in sorted(words)}
        self.setVisible(bool(self.chips))
        for word, chip in self.chips.items():
            chip.setAccessibleDescription(_("Press to be asked about it again."))
            chip.clicked.connect(lambda _on=False, word=word: self.asking.emit(word))
        if self.chips:
            told = _("In every note. Press one, and you are asked about it again.")
            chips = box(Flow(theme, *self.chips.values(), gap=8, line_gap=8))
            self._column.put(Label(theme, _("Words the name guard lets stand"), "h3", wrap=True), 2,
                             Label(theme, told, "small", "soft", wrap=True), 10, chips, 28)  # fmt: skip
            if had:
                next(iter(self.chips.values())).setFocus(Qt.FocusReason.OtherFocusReason)
