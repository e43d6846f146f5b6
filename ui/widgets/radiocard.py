"""One of a few, as a card with a name and one fact."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from ui.theme import RADIUS, Theme, Token
from ui.widgets.press import from_lead, grows, pressable, pressed_by_key
from ui.widgets.text import START, draw_words, longest_word, words_height, words_width


class RadioCard(QRadioButton):
    """One of a few, as a card with a name and one fact. Cards of one parent exclude one another; arrows move."""

    def __init__(self, theme: Theme, title: str, fact: str = "", on: bool = False) -> None:
        super().__init__()
        self._theme, self._title, self._fact = theme, title, fact
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(fact)
        self.setChecked(on)
        pressable(self)
        grows(self, QSizePolicy.Policy.Expanding)
        theme.follow(self.updateGeometry)

    @property
    def words(self) -> str:
        """Its name, as it was given."""
        return self._title

    def sizeHint(self) -> QSize:
        """Name and fact on one line each."""
        wide = max(words_width(self._theme, self._title, "strong"), words_width(self._theme, self._fact, "small"))
        return QSize(self._theme.px(78) + wide, self.heightForWidth(100_000))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word."""
        wide = max(longest_word(self._theme, self._title, "strong"), longest_word(self._theme, self._fact, "small"))
        return QSize(self._theme.px(78) + wide, self._theme.px(56))

    def hasHeightForWidth(self) -> bool:
        """Narrow means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """72 px, or as high as the words need."""
        title, fact = self._heights(width)
        return max(self._theme.px(72 if self._fact else 56), title + fact + self._theme.px(28))

    def _heights(self, width: int) -> tuple[int, int]:
        room = width - self._theme.px(78)
        title = words_height(self._theme, self._title, room, "strong")
        fact = words_height(self._theme, self._fact, room, "small") + self._theme.px(3) if self._fact else 0
        return title, fact

    def hitButton(self, pos: QPoint) -> bool:
        """The whole card counts."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses too."""
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, its ring and its words."""
        painter, theme, on = QPainter(self), self._theme, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        weight = theme.px(2) if on else theme.hair
        rect = QRectF(self.rect()).adjusted(weight / 2, weight / 2, -weight / 2, -weight / 2)
        painter.setPen(QPen(theme.colour("action" if on else "edge"), weight))
        over = self.underMouse() and self.isEnabled()
        painter.setBrush(theme.colour("sheet") if on else theme.colour("well") if over else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, theme.px(RADIUS), theme.px(RADIUS))
        side = theme.px(22)
        middle = QPointF(from_lead(self, theme.px(20), side) + side / 2, self.height() / 2)
        painter.setPen(QPen(theme.colour("action" if on else "edge"), theme.px(2)))
        painter.setBrush(theme.colour("sheet"))
        painter.drawEllipse(middle, side / 2 - 1, side / 2 - 1)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("action"))
            painter.drawEllipse(middle, side / 4, side / 4)
        title, fact = self._heights(self.width())
        room = self.width() - theme.px(78)
        left = from_lead(self, theme.px(60), room)
        top = (self.height() - title - fact) / 2
        ink: Token = "ink" if self.isEnabled() else "ink_soft"
        draw_words(painter, theme, QRectF(left, top, room, title), self._title, "strong", ink, START)
        if self._fact:
            place = QRectF(left, top + title + theme.px(3), room, fact - theme.px(3))
            draw_words(painter, theme, place, self._fact, "small", "ink_soft", START)
