"""A word that is on or off, with a badge."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.icons import paint_icon
from ui.theme import Role, Theme
from ui.widgets.announce import SAID_AS
from ui.widgets.press import from_lead, pressable, pressed_by_key
from ui.widgets.text import CENTRE, draw_words, words_width


class Chip(QAbstractButton):
    """A word that is on or off, 40 px; a badge counts sessions, never people. `checkable=False`: a plain press."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        on: bool = False,
        count: int | None = None,
        icon: str = "",
        checkable: bool = True,
    ) -> None:
        super().__init__()
        self._theme, self._count, self._glyph = theme, count, icon
        if checkable:
            self.setProperty(SAID_AS, "toggle")
        self.setCheckable(checkable)
        self.setChecked(on)
        self.setText(text)
        pressable(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._measure)
        theme.follow(self._measure)
        self._name()

    def set_count(self, count: int | None) -> None:
        """Show another number in the badge."""
        self._count = count
        self._name()
        self._measure()

    def _name(self) -> None:
        self.setAccessibleName(self.text() if self._count is None else f"{self.text()}, {self._count}")

    def _measure(self) -> None:
        self.updateGeometry()
        self.update()

    def _role(self) -> Role:
        return "strong" if self.isChecked() else "body"

    def _badge(self) -> int:
        if self._count is None:
            return 0
        return max(self._theme.px(24), words_width(self._theme, str(self._count), "label", True) + self._theme.px(12))

    def sizeHint(self) -> QSize:
        """As wide as its words; room is kept for bold, so that a press moves nothing."""
        wide = words_width(self._theme, self.text(), "strong") + self._theme.px(32)
        wide += self._badge() + (self._theme.px(24) if self._glyph else 0)
        return QSize(wide, self._theme.px(40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the round ground, the words and the badge."""
        painter, theme, on, high = QPainter(self), self._theme, self.isChecked(), self.height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("action" if on else "edge"), 1.5 if on else max(1.2, theme.hair)))
        over = self.underMouse() and self.isEnabled()
        painter.setBrush(theme.colour("action_tint") if on else theme.colour("well") if over else Qt.BrushStyle.NoBrush)
        rect = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(rect, high / 2 - 1, high / 2 - 1)
        badge, icon = self._badge(), theme.px(24) if self._glyph else 0
        room = self.width() - theme.px(32) - badge - icon
        words = words_width(theme, self.text(), self._role())
        start = theme.px(16) + (room - words) / 2
        if self._glyph:
            side = theme.px(20)
            square = QRectF(from_lead(self, start - theme.px(4), side), (high - side) / 2, side, side)
            paint_icon(painter, self._glyph, square, theme.colour("action"))
        place = QRectF(from_lead(self, start + icon, words), 0, words, high)
        draw_words(painter, theme, place, self.text(), self._role(), "ink" if self.isEnabled() else "ink_soft", CENTRE)
        if self._count is None:
            return
        tall = theme.px(24)
        round_ = QRectF(from_lead(self, self.width() - badge - theme.px(8), badge), (high - tall) / 2, badge, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("action" if on else "well"))
        painter.drawRoundedRect(round_, tall / 2, tall / 2)
        draw_words(
            painter, theme, round_, str(self._count), "label", "action_ink" if on else "ink", CENTRE, tabular=True
        )
