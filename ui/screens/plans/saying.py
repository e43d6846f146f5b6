"""The words of a segment: read behind a marigold bar, and changed in place."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.evening.script import Filled, as_text, from_text
from facilitator.i18n import _
from facilitator.model.agenda import Line, LineKind, Segment
from facilitator.model.content import fill
from ui.theme import Theme
from ui.widgets import AreaField, Button, Flow, Panel, Paragraph, box, down


class Saying(Panel):
    """The words to say and do, as they will be said tonight."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, None, "ground", "look")
        self._theme = theme
        self._shown: object = None
        self._column = down(theme, gap=8, margins=(20, 12, 14, 14))
        self.setLayout(self._column)

    def show_lines(self, lines: tuple[Line, ...], values: Mapping[str, str]) -> None:
        """Show the lines with names in them."""
        if (lines, values) == self._shown:
            return
        self._shown = (lines, dict(values))
        self._column.clear()
        for line in lines:
            self._column.put(self._line(line, fill(line.text, values)))
        if not lines:
            self._column.put(Paragraph(self._theme, _("No words yet. Say it your own way."), "body", "soft"))

    def _line(self, line: Line, text: str) -> QWidget:
        theme = self._theme
        match line.kind:
            case LineKind.SAY:
                return Paragraph(theme, _("“{words}”").format(words=text), "body")
            case LineKind.AT:
                said = _("After {n} minutes: {words}").format(n=line.minute or 0, words=text)
                return Paragraph(theme, said, "small", "soft")
            case LineKind.IF:
                return Paragraph(theme, _("If: {words}").format(words=text), "small", "soft")
            case _:
                return Paragraph(theme, text, "small", "soft")


class Writing(QWidget):
    """Changes a segment's words as one text. `saved` carries the lines, `left` leaves them as they were."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._filled = Filled("", {})
        self.area = AreaField(
            theme, _("Words to say"), "",
            _("Each line is said aloud. (In brackets: something to do.) A line with a dash: - if this happens. "
              "A line with a number: 40. at that minute."),
            lines=8,
        )  # fmt: skip
        save = Button(theme, _("Save the words"))
        cancel = Button(theme, _("Leave as it was"), "quiet")
        save.clicked.connect(self.save)
        cancel.clicked.connect(self._cancel)
        self.setLayout(down(theme, self.area, 12, box(Flow(theme, save, cancel, gap=8))))

    @property
    def dirty(self) -> bool:
        """Whether something was written."""
        return self.area.text != self._filled.words.strip()

    def show_segment(self, segment: Segment, values: Mapping[str, str]) -> None:
        """Show a segment's words, with names where placeholders stand."""
        self._filled = Filled(as_text(segment.lines), values)
        self.area.set_text(self._filled.words)

    def save(self) -> None:
        """Hand the words on; where names were left as they were, the placeholders stay."""
        self.saved.emit(from_text(self._filled.reopen(self.area.text)))

    def _cancel(self) -> None:
        self.area.set_text(self._filled.words)
        self.left.emit()
