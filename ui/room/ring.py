"""The ring of chairs with the clock on its rug; in a pause, the lamp."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QRadialGradient
from PySide6.QtWidgets import QWidget

from ui.room.colours import RoomColours
from ui.room.setting import centred, fitting
from ui.widgets.announce import SAID_AS
from ui.widgets.marks import paint_chair

_FEW = 8
"""Chairs that are drawn where nobody has said how many there are."""
_CHAIRS, _RUG, _ARC, _SMALL = 0.714, 0.557, 0.381, 0.078
"""How far chairs, rug and clock reach, as shares of half the square; and how large small words are."""


class RingLook(NamedTuple):
    """What the ring shows. `gone` is the share of time that is behind; `piece` where the pebble is, between seats too.

    `time` is empty where the clock is hidden.
    """

    seats: int = 0
    holder: int | None = None
    had: tuple[int, ...] = ()
    piece: float | None = None
    time: str = ""
    left: str = ""
    timed: bool = False
    gone: float = 0.0
    ending: bool = False
    paused: bool = False


class Ring(QWidget):
    """Draws what it is given; it knows no clock and nobody."""

    def __init__(self, colours: RoomColours, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty(SAID_AS, "picture")
        self.colours = colours
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.least = 0.0
        """The smallest words in px; what would be smaller on the rug stands under the ring."""
        self._look = RingLook()

    @property
    def look(self) -> RingLook:
        """What it shows now."""
        return self._look

    def show_look(self, look: RingLook, words: str) -> None:
        """Show something else, and say it in words; nothing is painted where nothing changed."""
        if self.accessibleName() != words:
            self.setAccessibleName(words)
        if look != self._look:
            self._look = look
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rug, the chairs, the piece and the clock."""
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), self.colours.colour("ground"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = min(self.width(), self.height()) / 2
        if look.left and not self._inside(half):
            half = min(half, self.height() / 2 - self.least * 1.5)
        painter.translate(self.width() / 2, self.height() / 2)
        self._paint_rug(painter, half)
        if look.paused:
            self._paint_lamp(painter, half)
            return
        self._paint_chairs(painter, half)
        if look.time:
            self._paint_clock(painter, half)

    # ------------------------------------------------------------ parts
    def _paint_rug(self, painter: QPainter, half: float) -> None:
        """Flat rings, one in the other: a gradient would band on a projector."""
        colours, radius = self.colours, half * _RUG
        painter.setPen(Qt.PenStyle.NoPen)
        if colours.edged:
            painter.setPen(QPen(colours.colour("rug_edge"), max(2.0, half * 0.006)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(), radius, radius)
            return
        for share, name in ((1.0, "rug_edge"), (0.965, "rug"), (0.93, "rug_edge"), (0.90, "rug")):
            painter.setBrush(colours.colour(name))
            painter.drawEllipse(QPointF(), radius * share, radius * share)

    def _paint_lamp(self, painter: QPainter, half: float) -> None:
        """A small lamp on the rug; it does not flicker."""
        colours, radius = self.colours, half * _RUG * 0.90
        if not colours.edged:
            glow = QRadialGradient(QPointF(), radius)
            for at, alpha in ((0.0, 0.34), (0.16, 0.25), (0.36, 0.14), (0.64, 0.06), (1.0, 0.0)):
                glow.setColorAt(at, colours.colour("holder", alpha))
            painter.setBrush(glow)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(), radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("holder"))
        painter.drawEllipse(QPointF(), half * 0.031, half * 0.031)

    def _paint_chairs(self, painter: QPainter, half: float) -> None:
        look, colours = self._look, self.colours
        seats = look.seats or _FEW
        size = min(half * 0.0742, half * _CHAIRS * math.pi / seats * 0.62)
        if look.holder is not None and not colours.edged:
            self._paint_glow(painter, self.place(look.holder, half * (_CHAIRS + 0.012), seats), half)
        for seat in range(seats):
            at = self.place(seat, half * _CHAIRS, seats)
            painter.save()
            painter.translate(at)
            painter.rotate(math.degrees(self._angle(seat, seats)) + 90)
            holds = seat == look.holder
            paint_chair(painter, size, colours.colour("holder" if holds else "chair"))
            if seat in look.had and not holds:
                self._paint_had(painter, size)
            painter.restore()
        if look.piece is not None:
            self._paint_pebble(painter, half, size, seats, look.piece)

    def _paint_glow(self, painter: QPainter, at: QPointF, half: float) -> None:
        """Light on the floor about the chair that holds the piece."""
        reach = half * 0.215
        glow = QRadialGradient(at, reach)
        for share, alpha in ((0.0, 0.30), (0.4, 0.20), (0.75, 0.07), (1.0, 0.0)):
            glow.setColorAt(share, self.colours.colour("holder", alpha))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glow)
        painter.drawEllipse(at, reach, reach)

    def _paint_had(self, painter: QPainter, size: float) -> None:
        """A small dot on the seat: it has been here."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colours.colour("ground" if self.colours.edged else "words"))
        painter.drawEllipse(QPointF(0, size * 0.33), size * 0.20, size * 0.20)

    def _paint_pebble(self, painter: QPainter, half: float, size: float, seats: int, piece: float) -> None:
        at = self.place(piece, half * _CHAIRS - size * 2.15, seats)
        painter.save()
        painter.translate(at)
        painter.rotate(math.degrees(self._angle(piece, seats)) + 110)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colours.colour("words"))
        painter.drawEllipse(QPointF(), half * 0.0315, half * 0.0235)
        painter.restore()

    def _paint_clock(self, painter: QPainter, half: float) -> None:
        look, colours = self._look, self.colours
        radius, weight = half * _ARC, half * 0.0375
        if look.timed:
            self._paint_arc(painter, radius, weight)
        inner = (radius - weight) * 1.72
        small = half * _SMALL
        inside = bool(look.left) and self._inside(half)
        figures = fitting(look.time, half * 0.24, inner)
        base = half * 0.055 if inside else QFontMetricsF(figures).capHeight() / 2
        centred(painter, look.time, figures, 0, base, colours.colour("words"))
        if look.left:
            px, at = (small, half * 0.195) if inside else (self.least, half + self.least)
            words = fitting(look.left, px, inner if inside else self.width())
            centred(painter, look.left, words, 0, at, colours.colour("holder" if look.ending else "soft"))

    def _inside(self, half: float) -> bool:
        """Whether the minutes left have room on the rug, at a size that is read across a circle."""
        return half * _SMALL >= self.least * 0.95

    def _paint_arc(self, painter: QPainter, radius: float, weight: float) -> None:
        """What is left stands before twelve, and melts towards it."""
        look, colours = self._look, self.colours
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.colour("track"), weight))
        painter.drawEllipse(QPointF(), radius, radius)
        if look.gone < 1:
            hand = colours.colour("holder" if look.ending else "clock")
            painter.setPen(QPen(hand, weight, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            ring = QRectF(-radius, -radius, 2 * radius, 2 * radius)
            painter.drawArc(ring, 90 * 16, round((1 - look.gone) * 360 * 16))  # sixteenths of a degree, to the left

    # ------------------------------------------------------------ where seats are
    @staticmethod
    def _angle(seat: float, seats: int) -> float:
        """Of a seat from the middle, clockwise, in the painter's own radians."""
        return (seat + 0.5) * 2 * math.pi / seats - math.pi / 2

    def place(self, seat: float, radius: float, seats: int) -> QPointF:
        """Where a seat is, from the middle."""
        angle = self._angle(seat, seats)
        return QPointF(radius * math.cos(angle), radius * math.sin(angle))

