"""Marks that are ours: icons standing in a layout, the house mark, the ring of chairs, and what a segment may do."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import STROKE, paint_icon
from ui.theme import Theme, Token
from ui.widgets.announce import SAID_AS

if TYPE_CHECKING:
    from facilitator.model.agenda import Give

Seat = Literal["full", "spare", "holds"]

_SEATS: dict[Seat, Token] = {"full": "seat", "spare": "edge", "holds": "look"}
# in high contrast the warm edge is white, like all else: a spare chair stays told apart by being hollow
_APART = 2.6
"""From the middle of a chair to the middle of the next, in sizes of a chair, so that there is air between them."""


class Glyph(QWidget):
    """An icon standing in a layout; it only decorates words beside it, so screen readers pass over it."""

    def __init__(
        self, theme: Theme, name: str, token: Token = "ink_soft", size: float = 22, weight: float = STROKE
    ) -> None:
        super().__init__()
        self._theme, self._name, self._token, self._size, self._weight = theme, name, token, size, weight
        theme.follow(self._measure)

    def draw(self, name: str, token: Token) -> None:
        """Show another icon."""
        self._name, self._token = name, token
        self.update()

    @Slot()
    def _measure(self) -> None:
        self.setFixedSize(self._theme.px(self._size), self._theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        paint_icon(QPainter(self), self._name, QRectF(self.rect()), self._theme.colour(self._token), self._weight)


class Mark(QWidget):
    """The house mark: a ring of eight seats, one of them holding the talking piece."""

    def __init__(self, theme: Theme, size: float = 30, on_cover: bool = True) -> None:
        super().__init__()
        self._theme, self._size = theme, size
        self._token: Token = "cover_ink" if on_cover else "action"
        theme.follow(self._measure)

    @Slot()
    def _measure(self) -> None:
        self.setFixedSize(self._theme.px(self._size), self._theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the eight seats."""
        painter, radius = QPainter(self), self.width() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for n in range(8):
            angle = math.pi / 4 * n - math.pi / 2
            painter.setBrush(self._theme.colour("look" if n == 1 else self._token))
            dot = radius * (0.25 if n == 1 else 0.20)
            centre = QPointF(radius + radius * 0.74 * math.cos(angle), radius + radius * 0.74 * math.sin(angle))
            painter.drawEllipse(centre, dot, dot)


class SeatRing(QWidget):
    """The ring of chairs with a figure in the middle, such as 9 and "likely, 2 spare"."""

    def __init__(
        self, theme: Theme, seats: Sequence[Seat], figure: str = "", words: str = "", size: float = 172, seat: float = 9
    ) -> None:
        super().__init__()
        self.setProperty(SAID_AS, "picture")
        self._theme, self._seats, self._figure, self._words = theme, tuple(seats), figure, words
        self._size, self._seat = size, seat
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)
        self._name()

    def show_seats(self, seats: Sequence[Seat], figure: str = "", words: str = "") -> None:
        """Draw another circle."""
        self._seats, self._figure, self._words = tuple(seats), figure, words
        self._name()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._figure} {self._words}".strip())

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._theme.px(self._size), self._theme.px(self._size))

    def minimumSizeHint(self) -> QSize:
        """The same square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chairs, then the words, which are set smaller or over two lines before they touch a chair."""
        painter, middle = QPainter(self), self.width() / 2
        seat = self._theme.px(self._seat)
        radius = middle - self._theme.px(self._seat + 3)
        paint_ring(painter, self._theme, QPointF(middle, middle), radius, self._seats, seat)
        if not self._figure:
            return
        figures, words = self._theme.metrics("figure", True, 34), self._theme.metrics("small")
        room = (radius - seat * 1.9) * 2
        lines = broken(self._words, room * 0.96, words.horizontalAdvance)
        gap = self._theme.px(8)
        height = figures.capHeight() + gap + words.height() * len(lines)
        base = middle - height / 2 + figures.capHeight()
        painter.setFont(self._theme.font("figure", True, 34))
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(QPointF(middle - figures.horizontalAdvance(self._figure) / 2, base), self._figure)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.colour("ink_soft"))
        for n, line in enumerate(lines):
            at = base + gap + words.ascent() + words.height() * n
            painter.drawText(QPointF(middle - words.horizontalAdvance(line) / 2, at), line)


class KindMark(QWidget):
    """What may happen to a segment when time is short: full is fixed, hollow can shrink, dashed can drop."""

    def __init__(self, theme: Theme, give: Give, size: float = 18) -> None:
        super().__init__()
        self._theme, self._give, self._size = theme, give, size
        theme.follow(self._measure)

    def set_give(self, give: Give) -> None:
        """Show another kind."""
        self._give = give
        self.update()

    @Slot()
    def _measure(self) -> None:
        self.setFixedSize(self._theme.px(self._size), self._theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark."""
        painter, middle = QPainter(self), self.width() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_kind(painter, self._give, QPointF(middle, middle), self._theme.px(6), self._theme.colour("seat"))


def paint_chair(painter: QPainter, size: float, colour: QColor, hollow: bool = False) -> None:
    """A chair from above at the origin, back towards -y: the seat and the bow of its back. Hollow is a spare chair."""
    seat = QRectF(-size * 0.92, -size * 0.42, 1.84 * size, 1.5 * size)
    back = QPainterPath(QPointF(-size * 0.95, -size * 0.72))
    back.quadTo(0, -size * 1.16, size * 0.95, -size * 0.72)
    weight = size * (0.22 if hollow else 0.34)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, weight, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(back)
    if hollow:
        painter.setPen(QPen(colour, size * 0.18))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
    painter.drawRoundedRect(seat, size * 0.45, size * 0.45)


def paint_ring(
    painter: QPainter,
    theme: Theme,
    centre: QPointF,
    radius: float,
    seats: Sequence[Seat],
    size: float,
    full: Token | None = None,
) -> None:
    """Chairs round a circle, facing in, smaller where they would touch; `full` overrides a taken one’s colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    size = min(size, 2 * math.pi * radius / (max(1, len(seats)) * _APART))
    for n, seat in enumerate(seats):
        angle = (n + 0.5) * 2 * math.pi / len(seats) - math.pi / 2
        token = full if full is not None and seat == "full" else _SEATS[seat]
        painter.save()
        painter.translate(centre.x() + radius * math.cos(angle), centre.y() + radius * math.sin(angle))
        painter.rotate(math.degrees(angle) + 90)
        paint_chair(painter, size, theme.colour(token), seat == "spare")
        painter.restore()


def paint_kind(painter: QPainter, give: Give, centre: QPointF, radius: float, colour: QColor) -> None:
    """The mark of a segment: fixed is a full dot, shrink a hollow one, drop a dashed one."""
    pen = QPen(colour, radius * 0.4)
    if give == "drop":
        pen.setDashPattern([1.5, 1.4])
    painter.setPen(pen)
    painter.setBrush(colour if give == "fixed" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius, radius)


def broken(words: str, room: float, measure: Callable[[str], float]) -> list[str]:
    """Words as the lines that fit a room, in px as `measure` tells; a word wider than it has a line of its own."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
