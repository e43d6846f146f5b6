"""Paper: sheets that lie on the ground, tinted panels, and hairlines."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from ui.theme import RADIUS, Theme, Token
from ui.widgets.text import Label


class Sheet(QFrame):
    """A sheet of paper with a hairline edge; `stack` sheets show beneath, for the one document of a screen."""

    def __init__(self, theme: Theme, layout: QLayout | None = None, stack: int = 0, token: Token = "sheet") -> None:
        super().__init__()
        self._theme, self._stack, self._token = theme, stack, token
        theme.follow(self._measure)
        if layout is not None:
            self.setLayout(layout)

    @Slot()
    def _measure(self) -> None:
        self.setContentsMargins(0, 0, 0, self._theme.px(3) * self._stack)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint from the lowest sheet up."""
        painter, hair, radius = QPainter(self), self._theme.hair, self._theme.px(RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line"), hair))
        painter.setBrush(self._theme.colour(self._token))
        whole = QRectF(self.rect()).adjusted(hair / 2, hair / 2, -hair / 2, -hair / 2)
        aside, below = self._theme.px(2), self._theme.px(3)
        for under in range(self._stack, -1, -1):
            lift = (self._stack - under) * below
            painter.drawRoundedRect(whole.adjusted(under * aside, 0, -under * aside, -lift), radius, radius)


class Panel(QFrame):
    """A tinted piece of the page; `bar` marks its leading edge."""

    def __init__(
        self, theme: Theme, layout: QLayout | None = None, tint: Token = "look_tint", bar: Token | None = None
    ) -> None:
        super().__init__()
        self._theme, self._tint, self._bar = theme, tint, bar
        if layout is not None:
            self.setLayout(layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tint, then the bar."""
        paint_panel(self, self._theme, self._tint, self._bar)


class Rule(QWidget):
    """A hairline between two parts; `standing` for one between columns."""

    def __init__(self, theme: Theme, token: Token = "line", standing: bool = False) -> None:
        super().__init__()
        self._theme, self._token, self._standing = theme, token, standing
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if standing else wide, wide if standing else fixed)
        theme.follow(self._measure)

    @Slot()
    def _measure(self) -> None:
        hair = max(1, round(self._theme.hair))
        if self._standing:
            self.setFixedWidth(hair)
        else:
            self.setFixedHeight(hair)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        paint_flat(QPainter(self), self.rect(), self._theme.colour(self._token))


class KeyCap(Label):
    """A key as it looks on the keyboard, beside the words for what it does."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__(theme, key, "small")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _take_size(self) -> None:
        super()._take_size()
        self.setContentsMargins(self._theme.px(8), 0, self._theme.px(8), self._theme.px(2))
        self.setMinimumSize(self._theme.px(28), self._theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cap under its letter."""
        painter, radius = QPainter(self), self._theme.px(6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.colour("edge"), 1))
        painter.setBrush(self._theme.colour("edge"))
        painter.drawRoundedRect(whole, radius, radius)
        painter.setBrush(self._theme.colour("sheet"))
        painter.drawRoundedRect(whole.adjusted(0, 0, 0, -self._theme.px(2)), radius, radius)
        painter.end()
        super().paintEvent(event)


def paint_flat(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Fill a rectangle. Qt's own call for it has the binding load gradients, just before the first picture."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)
    painter.restore()


def paint_panel(widget: QWidget, theme: Theme, tint: Token, bar: Token | None, inset: float = 0) -> None:
    """A rounded tint with an optional bar at the leading edge; outlined in high contrast."""
    painter, radius = QPainter(widget), theme.px(RADIUS)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(widget.rect()).adjusted(0, inset, 0, -inset), radius, radius)
    painter.fillPath(path, theme.colour(tint))
    if bar is not None:
        wide = theme.px(4)
        left = 0 if widget.layoutDirection() == Qt.LayoutDirection.LeftToRight else widget.width() - wide
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(QRectF(left, 0, wide, widget.height()), theme.colour(bar))
        painter.restore()
    if theme.tokens.name == "contrast":
        painter.setPen(QPen(theme.colour("edge"), 2))
        painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, inset + 1, -1, -inset - 1), radius, radius)
