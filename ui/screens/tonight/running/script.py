"""What to say in the part that runs, large enough for a laptop on a chair."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, listed
from facilitator.model.agenda import Line, LineKind, Segment
from ui.theme import Theme
from ui.widgets import Fact, Label, Panel, Paragraph, box, down


class Script(QWidget):
    """The words of a segment behind a marigold bar, and what to have at hand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self._panel = Panel(theme, None, "look_tint" if theme.tokens.name == "contrast" else "sheet", "look")
        self._column = down(theme, gap=10, margins=(22, 14, 16, 16))
        self._panel.setLayout(self._column)
        self._things = down(theme, gap=4)
        self.setLayout(down(theme, Label(theme, _("Say"), "label", "soft"), 4, self._panel, 10, box(self._things)))

    def show_segment(self, segment: Segment | None) -> None:
        """Show the words of a segment; nothing where they are not known any more."""
        if segment == self._shown:
            return
        self._shown = segment
        self._column.clear()
        self._things.clear()
        lines = () if segment is None else segment.lines
        for line in lines:
            self._column.put(self._line(line))
        if not lines:
            self._column.put(Paragraph(self._theme, _("No words yet. Say it your own way."), "lead", "soft"))
        if segment is not None and segment.materials:
            self._things.put(Fact(self._theme, "carry", listed(segment.materials)))

    def _line(self, line: Line) -> QWidget:
        theme = self._theme
        match line.kind:
            case LineKind.SAY:
                return Paragraph(theme, _("“{words}”").format(words=line.text), "lead")
            case LineKind.AT:
                return Paragraph(theme, _("After {n} minutes: {words}").format(n=line.minute or 0, words=line.text),
                                 "body", "soft")
            case LineKind.IF:
                return Paragraph(theme, _("If: {words}").format(words=line.text), "body", "soft")
            case _:
                return Paragraph(theme, line.text, "body", "soft")
