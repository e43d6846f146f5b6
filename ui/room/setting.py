"""How words are set in the room: as large as there is room for, never under a size that is read across a circle."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QTextLayout, QTextOption

from facilitator.facing import faced
from ui.theme import FAMILIES

STEP = 0.94
_LINE, _LINE_LARGE = 1.42, 1.23


def face(px: float, bold: bool = False) -> QFont:
    """Our face at a size in px."""
    font = QFont(list(FAMILIES))
    font.setPixelSize(max(1, round(px)))
    font.setBold(bold)
    return font


class Block:
    """Words broken into lines for a width. `high` is what they take; `cut` says whether a word had to be broken.

    They stand at the leading edge of the app's own direction, and read in theirs.
    """

    def __init__(self, words: str, font: QFont, width: float, line: float) -> None:
        self._layout = QTextLayout(faced(words), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._layout.setTextOption(option)
        self.width = width
        self._step = font.pixelSize() * line
        metrics = QFontMetricsF(font)
        self._lead = (self._step - metrics.height()) / 2
        self.cut = any(metrics.horizontalAdvance(word) > width for word in words.split())
        self.lines = 0
        self._layout.beginLayout()
        while (found := self._layout.createLine()).isValid():
            found.setLineWidth(width)
            found.setPosition(QPointF(0, self._lead + self.lines * self._step))
            self.lines += 1
        self._layout.endLayout()
        self.high = self.lines * self._step

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Draw them with their top there."""
        painter.setPen(colour)
        self._layout.draw(painter, at)


def soft(words: str, px: float, width: float) -> Block:
    """Second words."""
    return Block(words, face(px), width, _LINE)


def large(words: str, width: float, high: float, most: float, least: float, lines: int) -> Block | None:
    """The large words at the largest size that fits the height and the lines; None when `least` is too large still."""
    size = most
    while size >= least:
        block = Block(words, face(size, bold=True), width, _LINE_LARGE)
        if not block.cut and block.high <= high and block.lines <= lines:
            return block
        size = size * STEP if size * STEP > least or size == least else least
    return None


def squeezed(words: str, width: float, high: float, most: float, least: float) -> Block:
    """The largest that fits the height at all, words broken where they must; at `least` whatever becomes of it."""
    size = most
    while size > least:
        block = Block(words, face(size, bold=True), width, _LINE_LARGE)
        if block.high <= high and not block.cut:
            return block
        size *= STEP
    return Block(words, face(least, bold=True), width, _LINE_LARGE)


def centred(painter: QPainter, words: str, font: QFont, middle: float, base: float, colour: QColor) -> None:
    """One line round a middle, on its baseline."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(QPointF(middle - QFontMetricsF(font).horizontalAdvance(words) / 2, base), words)


def fitting(words: str, px: float, width: float, bold: bool = False) -> QFont:
    """A font in which one line keeps to a width."""
    font = face(px, bold)
    wide = QFontMetricsF(font).horizontalAdvance(words)
    return font if wide <= width else face(px * width / wide, bold)


def mirrored(rect: QRectF, width: float) -> QRectF:
    """A place as it lies from right to left."""
    return QRectF(width - rect.x() - rect.width(), rect.y(), rect.width(), rect.height())
