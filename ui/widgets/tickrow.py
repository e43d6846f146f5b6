"""A tick row, and the tick box wherever one is painted."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ui.icons import paint_icon
from ui.theme import TARGET, Theme
from ui.widgets.press import from_lead, grows, pressable, pressed_by_key
from ui.widgets.text import START, draw_words, longest_word, words_height, words_width


class CheckRow(QCheckBox):
    """A tick row, 44 px: the whole row is pressed; done turns soft, so that what is left stands out.

    `softens=False` keeps the words in ink, where ticking is a choice and not a thing done. `hint` is a second line.
    """

    def __init__(
        self, theme: Theme, text: str, on: bool = False, hint: str = "", softens: bool = True, name: str = ""
    ) -> None:
        super().__init__()
        self._theme, self._words, self._hint, self._softens = theme, text, hint, softens
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(name or text)
        self.setAccessibleDescription(hint)
        self.setChecked(on)
        pressable(self)
        grows(self, QSizePolicy.Policy.Expanding if text else QSizePolicy.Policy.Fixed)
        theme.follow(self._fit)

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()

    @property
    def words(self) -> str:
        """What it says, as it was given."""
        return self._words

    def _lead(self) -> int:
        return self._theme.px(36 if self._words else 26)

    def sizeHint(self) -> QSize:
        """Box and words on one line."""
        if not self._words:
            return QSize(self._theme.px(TARGET), self._theme.px(TARGET))
        wide = max(words_width(self._theme, self._words), words_width(self._theme, self._hint, "small"))
        return QSize(self._lead() + wide + self._theme.px(2), self.heightForWidth(100_000))

    def minimumSizeHint(self) -> QSize:
        """Box and the longest word."""
        if not self._words:
            return self.sizeHint()
        wide = max(longest_word(self._theme, self._words), longest_word(self._theme, self._hint, "small"))
        return QSize(self._lead() + wide + self._theme.px(2), self._theme.px(TARGET))

    def hasHeightForWidth(self) -> bool:
        """Narrow means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words need."""
        if not self._words:
            return self._theme.px(TARGET)
        high = self._words_height(width) + (self._hint_height(width) if self._hint else 0)
        return max(self._theme.px(TARGET), high + self._theme.px(12))

    def _words_height(self, width: int) -> int:
        return words_height(self._theme, self._words, width - self._lead())

    def _hint_height(self, width: int) -> int:
        return words_height(self._theme, self._hint, width - self._lead(), "small")

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row counts."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks too."""
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, tick and words."""
        painter, theme, on = QPainter(self), self._theme, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, width = theme.px(24), self.width()
        offset = theme.px(1) if self._words else (width - side) / 2
        high = self._words_height(width) if self._words else 0
        whole = high + (self._hint_height(width) if self._hint else 0)
        top = (self.height() - whole) / 2
        middle = self.height() / 2 if not self._hint else top + min(high, theme.metrics().height()) / 2
        square = QRectF(from_lead(self, offset, side), middle - side / 2, side, side)
        over = self.underMouse() and self.isEnabled()
        paint_tick(painter, theme, square, on, over, self.isEnabled())
        if not self._words:
            return
        soft = (on and self._softens) or not self.isEnabled()
        room = width - self._lead()
        left = from_lead(self, self._lead(), room)
        draw_words(
            painter, theme, QRectF(left, top, room, high), self._words, "body", "ink_soft" if soft else "ink", START
        )
        if self._hint:
            place = QRectF(left, top + high, room, self._hint_height(width))
            draw_words(painter, theme, place, self._hint, "small", "ink_soft", START)


def paint_tick(
    painter: QPainter, theme: Theme, square: QRectF, on: bool, over: bool = False, enabled: bool = True
) -> None:
    """A tick box of 24 px, empty or ticked."""
    pen = QPen(theme.colour("action" if (on or over) and enabled else "edge"), max(1.6, theme.px(1.6)))
    if not enabled:
        pen.setDashPattern([2, 1.6])
    painter.setPen(pen)
    painter.setBrush(theme.colour("action_tint" if on else "sheet"))
    painter.drawRoundedRect(square, theme.px(6), theme.px(6))
    if on:
        inset = theme.px(2)
        inner = square.adjusted(inset, inset, -inset, -inset)
        paint_icon(painter, "check", inner, theme.colour("action" if enabled else "ink_soft"), 2.8)
