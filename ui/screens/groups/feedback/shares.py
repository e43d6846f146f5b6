"""A line of answers, drawn as well as listed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme, Token
from ui.widgets import Label, box, down

_COLOURS: tuple[Token, ...] = ("action", "look", "edge", "seat", "line")
_HIGH = 14


class Bar(QWidget):
    """Parts of one line in their shares, the first at the leading end; what it means stands beside it in words."""

    def __init__(self, theme: Theme, parts: Sequence[int]) -> None:
        super().__init__()
        self._theme, self._parts = theme, tuple(parts)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as there is room, one line high."""
        return QSize(self._theme.px(160), self._theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """A short line."""
        return QSize(self._theme.px(60), self._theme.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each part, with a gap between: shades alone do not part them."""
        painter, theme, all_of = QPainter(self), self._theme, sum(self._parts)
        if not all_of:
            return
        gap, wide, at = theme.px(2), float(self.width()), 0.0
        mirrored = self.isRightToLeft()
        for number, part in enumerate(self._parts):
            long = wide * part / all_of
            if part:
                start = wide - at - long if mirrored else at
                rect = QRectF(start + gap / 2, 0, max(1.0, long - gap), self.height())
                painter.fillRect(rect, theme.colour(_COLOURS[number % len(_COLOURS)]))
            at += long


def answers_line(theme: Theme, title: str, answers: Sequence[tuple[str, int]]) -> QWidget:
    """A title, the bar of how many gave each answer, and the answers in words."""
    said = "  ".join(words for words, number in answers if number)
    row = box(down(theme, Label(theme, title, "strong", wrap=True), 3, Bar(theme, [n for _words, n in answers]), 3,
                   Label(theme, said, "small", "soft", wrap=True)))  # fmt: skip
    row.setAccessibleName(f"{title}: {said}")
    return row
