"""The two signs of the guard, a solid and a dashed line, as a legend and in rows; and a row of the panel."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facilitator.i18n import _
from ui.icons import paint_icon
from ui.theme import RADIUS, Theme
from ui.widgets import MIDDLE, Label, across, box
from ui.widgets.press import from_lead, pressable, pressed_by_key
from ui.widgets.text import CENTRE, START, draw_words, words_width
from ui.writing.saying import kind_words, short_words
from ui.writing.settling import Word

WIDE, HIGH = 26, 24


def paint_sign(painter: QPainter, theme: Theme, rect: QRectF, sure: bool) -> None:
    """Two letters with the line under them."""
    draw_words(painter, theme, rect.adjusted(-2, 0, 2, -theme.px(4)), "Aa", "label", "ink", CENTRE)
    pen = QPen(theme.colour("danger" if sure else "look_ink"), theme.px(3))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if not sure:
        pen.setDashPattern([1.9, 1.4])
    painter.setPen(pen)
    foot = rect.bottom() - theme.px(1.5)
    painter.drawLine(QPointF(rect.left(), foot), QPointF(rect.right(), foot))


class Sign(QWidget):
    """A sign standing by itself."""

    def __init__(self, theme: Theme, sure: bool = True) -> None:
        super().__init__()
        self._theme, self._sure = theme, sure
        theme.follow(self._measure)

    def show_sure(self, sure: bool) -> None:
        """Show the one or the other."""
        self._sure = sure
        self.update()

    def _measure(self) -> None:
        self.setFixedSize(self._theme.px(WIDE), self._theme.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        paint_sign(QPainter(self), self._theme, QRectF(self.rect()), self._sure)


def legend(theme: Theme) -> tuple[QWidget, ...]:
    """What the two lines mean."""
    return tuple(
        box(across(theme, (Sign(theme, sure), 0, MIDDLE), (Label(theme, words, "small", "soft"), 0, MIDDLE), gap=8))
        for sure, words in ((True, _("Points to a person")), (False, _("Name or ordinary word?"))))


class WordRow(QAbstractButton):
    """A word still to be settled; a press brings it into question."""

    def __init__(self, theme: Theme, word: Word, last: bool) -> None:
        super().__init__()
        self._theme, self.word, self._last = theme, word, last
        pressable(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._said = short_words(word)
        self.setAccessibleName(_("{word}. {kind} Proposed: {label}").format(
            word=word.written, kind=kind_words(word), label=self._said))
        theme.follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """57 px high."""
        return QSize(self._theme.px(200), self._theme.px(57))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the panel likes."""
        return QSize(self._theme.px(120), self._theme.px(57))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sign, word, what it is, an arrow, and what is proposed."""
        painter, theme, high, wide = QPainter(self), self._theme, self.height(), self.width()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("well"))
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(RADIUS), theme.px(RADIUS))
        sign = theme.px(WIDE)
        paint_sign(painter, theme, QRectF(from_lead(self, 0, sign), theme.px(9), sign, theme.px(HIGH)), self.word.sure)
        small = theme.metrics("small")
        label = small.elidedText(self._said, Qt.TextElideMode.ElideRight, wide * 0.4)
        room = words_width(theme, label, "small")
        draw_words(painter, theme, QRectF(from_lead(self, wide - room, room), 0, room, high), label, "small",
                   "danger" if self.word.sure else "look_ink")
        side = theme.px(18)
        arrow = QRectF(from_lead(self, wide - room - side - theme.px(12), side), (high - side) / 2, side, side)
        paint_icon(painter, "forward", arrow, theme.colour("ink_soft"))
        start = sign + theme.px(10)
        left = wide - room - side - theme.px(24) - start
        bold, kind = theme.metrics("strong"), kind_words(self.word).rstrip(".")
        for top, words, role, token in ((6, bold.elidedText(self.word.written, Qt.TextElideMode.ElideRight, left),
                                         "strong", "ink"),
                                        (28, small.elidedText(kind, Qt.TextElideMode.ElideRight, left), "small",
                                         "ink_soft")):
            place = QRectF(from_lead(self, start, left), theme.px(top), left, theme.px(22))
            draw_words(painter, theme, place, words, role, token, START)  # type: ignore[arg-type]
        if not self._last:
            painter.setPen(QPen(theme.colour("line"), theme.hair))
            painter.drawLine(QPointF(0, high - 0.5), QPointF(wide, high - 0.5))
