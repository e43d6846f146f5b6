"""What to say in the part that runs, large enough for a laptop on a chair."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, listed
from facilitator.model.agenda import Line, LineKind, Segment
from ui.theme import Role, Theme
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
            self._column.put(line_said(self._theme, line, "lead", "body"))
        if not lines:
            self._column.put(Paragraph(self._theme, _("No words yet. Say it your own way."), "lead", "soft"))
        if segment is not None and segment.materials:
            self._things.put(Fact(self._theme, "carry", listed(segment.materials)))


def line_said(theme: Theme, line: Line, aloud: Role, else_: Role) -> QWidget:
    """A line of words: what is said aloud in quotes and ink, what is done or minded softly, each in its size."""
    match line.kind:
        case LineKind.SAY:
            return Paragraph(theme, _("“{words}”").format(words=line.text), aloud)
        case LineKind.AT:
            said = _("After {n} minutes: {words}").format(n=line.minute or 0, words=line.text)
            return Paragraph(theme, said, else_, "soft")
        case LineKind.IF:
            return Paragraph(theme, _("If: {words}").format(words=line.text), else_, "soft")
        case _:
            return Paragraph(theme, line.text, else_, "soft")
