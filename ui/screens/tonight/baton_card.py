"""What is handed on, as it is read: the same card before it is left and when the next evening is opened."""

from __future__ import annotations

from PySide6.QtCore import Signal

from facilitator.i18n import _, interface
from facilitator.model.baton import Baton
from ui.theme import Theme
from ui.widgets import TOP, Button, Glyph, Label, Panel, Paragraph, across, box, down


class BatonCard(Panel):
    """Lines handed on. `taken` says that they were read; without a baton of its own it is only shown beforehand."""

    taken = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, None, "look_tint", "look")
        self._theme = theme
        self._shown: object = None
        self.take_button: Button | None = None
        self._column = down(theme, margins=(22, 14, 18, 16))
        self.setLayout(self._column)
        self.lines: tuple[str, ...] = ()

    def show_lines(self, lines: tuple[str, ...], on: str) -> None:
        """Show lines as they will be read; `on` says when they were left."""
        self._show(lines, on, None)

    def show_baton(self, baton: Baton, take: bool = True) -> None:
        """Show what was handed on, to be taken or only to be read."""
        self._show(baton.lines, interface().date(baton.written_on), baton if take else None)

    def _show(self, lines: tuple[str, ...], on: str, baton: Baton | None) -> None:
        if (lines, on, baton) == self._shown:
            return
        self._shown = lines, on, baton
        self.lines = lines
        theme = self._theme
        self._column.clear()
        self.take_button = None
        title = Label(theme, _("Handed on to you, {day}").format(day=on), "h3", wrap=True)
        head = across(theme, (Glyph(theme, "carry", "look_ink"), 0, TOP), (title, 1), gap=12)
        self._column.put(box(head), 6, box(down(theme, *(Paragraph(theme, line) for line in lines), gap=3)))
        if baton is not None:
            self.take_button = Button(theme, _("I have read it"), "plain", "check")
            self.take_button.clicked.connect(lambda: self.taken.emit(baton.id))
            self._column.put(12, self.take_button)
        self.setAccessibleName(" ".join((title.words, *lines)))
