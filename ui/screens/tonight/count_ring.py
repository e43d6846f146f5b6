"""The count as a ring of chairs with one large number in the middle: readable from the door."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets import Seat, paint_ring
from ui.widgets.marks import broken

_SIDE, _SEAT, _FIGURE = 236, 10, 80
_SMALL = 0.72
_MOST = 40
"""Chairs that can still be told apart."""


class CountRing(QWidget):
    """Chairs that fill as people come. `show_count` says how many are in, how many chairs stand, and in what words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._figure, self._words = 0, ""
        self._seats: list[Seat] = []
        self._share = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    def show_count(self, inside: int, chairs: int, words: str) -> None:
        """Show a count."""
        self._figure, self._words = inside, words
        every = max(chairs, inside, 1)
        drawn = min(_MOST, every)
        full = -(-inside * drawn // every)  # where there are more than can be drawn, each stands for a share
        self._seats = [_seat(n < full) for n in range(drawn)]
        self.setAccessibleName(f"{inside} {words}")
        self.update()

    def be_small(self, small: bool) -> None:
        """Leave room for the buttons beside it."""
        self._share = _SMALL if small else 1.0
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._theme.px(_SIDE * self._share)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chairs, the number, and its words, over two lines before they touch a chair."""
        painter, theme, middle = QPainter(self), self._theme, self.width() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, size = middle - theme.px(_SEAT + 3), _FIGURE * self._share
        paint_ring(painter, theme, QPointF(middle, middle), radius, self._seats, theme.px(_SEAT * self._share))
        figures, words = theme.metrics("figure", False, size), theme.metrics("body")
        figure = str(self._figure)
        gap, room = theme.px(10), (radius - theme.px(_SEAT * self._share) * 1.9) * 2
        lines = broken(self._words, room * 0.9, words.horizontalAdvance)
        base = middle + (figures.capHeight() - gap - words.height() * len(lines)) / 2
        painter.setFont(theme.font("figure", False, size))
        painter.setPen(theme.colour("ink"))
        painter.drawText(QPointF(middle - figures.horizontalAdvance(figure) / 2, base), figure)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink_soft"))
        for n, line in enumerate(lines):
            at = base + gap + words.ascent() + words.height() * n
            painter.drawText(QPointF(middle - words.horizontalAdvance(line) / 2, at), line)


def _seat(full: bool) -> Seat:
    return "full" if full else "spare"
