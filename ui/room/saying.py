"""The words beside the ring, as large as they can be; with dots for how far a reading is, and hands for a tally."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.room.colours import RoomColours
from ui.room.setting import Block, centred, face, large, soft, squeezed
from ui.room.words import Said
from ui.widgets.announce import SAID_AS

LARGEST, LEAST_LARGE, SMALL = 70, 44, 30
"""Sizes in px of a window 768 high at 100 %; nothing is set smaller than the last."""
LINES = 4
_GAP = 26
_DOTS = 44
_HANDS = 200


class SayingLook(NamedTuple):
    """What stands there. `at` and `of` are the dots of a reading; `hands` a tally by number of fingers."""

    said: Said = Said()
    at: int = 0
    of: int = 0
    hands: tuple[int, ...] = ()


class Sizes(NamedTuple):
    """Sizes in px of this window: the largest words, the least of them, small words, and one design px."""

    most: float
    least: float
    small: float
    unit: float


class Saying(QWidget):
    """Draws words; `fits` says beforehand whether a width and a height would do for them."""

    def __init__(self, colours: RoomColours, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty(SAID_AS, "heading")
        self.colours = colours
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._look = SayingLook()
        self._sizes = Sizes(LARGEST, LEAST_LARGE, SMALL, 1.0)

    @property
    def look(self) -> SayingLook:
        """What it shows now."""
        return self._look

    def show_look(self, look: SayingLook) -> None:
        """Show something else; nothing is painted where nothing changed."""
        if look == self._look:
            return
        self._look = look
        said = look.said
        self.setAccessibleName(" ".join(part for part in (said.over, said.large, *said.under, said.foot) if part))
        self.update()

    def measure(self, sizes: Sizes) -> None:
        """Set words in these sizes."""
        if sizes != self._sizes:
            self._sizes = sizes
            self.update()

    def fits(self, width: float, high: float, sizes: Sizes, least: float, lines: int = LINES) -> bool:
        """Whether the large words would stand in so much room, at `least` px or more."""
        rest = self._rest(width, sizes)
        return large(self._look.said.large, width, high - rest, sizes.most, least, lines) is not None

    @property
    def spare(self) -> float:
        """Px that are left over once all stands there; negative where something runs out at the foot."""
        return self.height() - self._rest(self.width(), self._sizes) - self._words().high

    def _words(self) -> Block:
        """The large words, at the largest size there is room for."""
        sizes, width, words = self._sizes, float(self.width()), self._look.said.large
        room = self.height() - self._rest(width, sizes)
        return large(words, width, room, sizes.most, sizes.least, LINES) or squeezed(
            words, width, room, sizes.most, sizes.small)

    # ------------------------------------------------------------ painting
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all of it, its middle in the middle of the height."""
        painter, look, sizes = QPainter(self), self._look, self._sizes
        painter.fillRect(self.rect(), self.colours.colour("ground"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, gap = float(self.width()), _GAP * sizes.unit
        said, words = look.said, self._words()
        over, under = self._soft(said.over, width), [self._soft(line, width) for line in said.under]
        foot = self._soft(said.foot, width)
        top = max(0.0, (self.height() - self._rest(width, sizes) - words.high) / 2)
        if over is not None:
            over.draw(painter, QPointF(0, top), self.colours.colour("soft"))
            top += over.high + gap
        words.draw(painter, QPointF(0, top), self.colours.colour("words"))
        top += words.high + gap
        if look.of:
            self._paint_dots(painter, top)
            top += _DOTS * sizes.unit
        if look.hands:
            self._paint_hands(painter, top, width)
            top += _HANDS * sizes.unit
        for line in under:
            if line is not None:
                line.draw(painter, QPointF(0, top), self.colours.colour("soft"))
                top += line.high
        if foot is not None:
            foot.draw(painter, QPointF(0, top + (0 if said.under else gap)), self.colours.colour("soft"))

    def _rest(self, width: float, sizes: Sizes) -> float:
        """What stands over and under the large words, in px."""
        look, gap = self._look, _GAP * sizes.unit
        said = look.said
        high = 0.0
        if said.over:
            high += soft(said.over, sizes.small, width).high + gap
        small = [line for line in (*said.under, said.foot) if line]
        high += sum(soft(line, sizes.small, width).high for line in small)
        high += gap if small or look.of or look.hands else 0
        high += gap if said.foot and not said.under else 0
        return high + (_DOTS * sizes.unit if look.of else 0) + (_HANDS * sizes.unit if look.hands else 0)

    def _soft(self, words: str, width: float) -> Block | None:
        return soft(words, self._sizes.small, width) if words else None

    def _x(self, x: float) -> float:
        return self.width() - x if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x

    def _paint_dots(self, painter: QPainter, top: float) -> None:
        """A dot a clause: read, this one, still to come."""
        look, unit = self._look, self._sizes.unit
        step = min(28 * unit, self.width() / max(look.of, 1))
        radius = step * 0.285
        for n in range(look.of):
            middle = QPointF(self._x(radius + n * step), top + 14 * unit)
            token = "clock" if n < look.at else "holder"
            if n <= look.at:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.colours.colour(token))
                painter.drawEllipse(middle, radius, radius)
            else:
                painter.setPen(QPen(self.colours.colour("clock"), max(1.5, 1.5 * unit)))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(middle, radius - unit * 0.75, radius - unit * 0.75)

    def _paint_hands(self, painter: QPainter, top: float, width: float) -> None:
        """Six columns, fist to five: how many hands, over how many fingers."""
        hands, unit, small = self._look.hands, self._sizes.unit, self._sizes.small
        step = width / len(hands)
        high, foot = 112 * unit, top + 136 * unit
        tallest = max(*hands, 4)
        for n, count in enumerate(hands):
            middle = self._x(step * (n + 0.5))
            bar = QRectF(0, 0, min(step * 0.5, 56 * unit), max(3 * unit, high * count / tallest))
            bar.moveBottom(foot)
            bar.moveLeft(middle - bar.width() / 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colours.colour("clock" if count else "track"))
            painter.drawRoundedRect(bar, 4 * unit, 4 * unit)
            if count:
                centred(painter, str(count), face(small, bold=True), middle, bar.top() - 8 * unit,
                        self.colours.colour("words"))
            centred(painter, str(n), face(small), middle, foot + small * 1.15, self.colours.colour("soft"))
