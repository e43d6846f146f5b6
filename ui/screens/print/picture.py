"""The picture of a page: paper with a shadow on the desk, dimmed at night, turned by keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme

A4 = 297 / 210
"""Height by width."""
_LEAST, _MOST = 290, 470
"""Design px across between which a page is drawn, as far as that goes."""
_EDGE = 10


def paint_page(painter: QPainter, theme: Theme, place: QRectF, picture: QImage | None) -> None:
    """A page: white paper or dimmed at night, with its picture on it."""
    painter.fillRect(place, theme.colour("paper"))
    if picture is not None:
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, picture)
        painter.restore()


class PagePicture(QWidget):
    """One page, as large as there is room. `sized` asks for a picture so many device px wide; `turned` by keys."""

    sized = Signal(int)
    turned = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture: QImage | None = None
        self._ratio, self._more = A4, False
        self._asked = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.follow(self._measure)

    def show_picture(self, picture: QImage | None, more: bool = False) -> None:
        """Show another picture; `more` pages lie under it."""
        self._picture, self._more = picture, more
        self.update()

    def be(self, ratio: float) -> None:
        """Be a page of another paper: height by width."""
        self._ratio = ratio
        self._measure()

    def high(self, width: int) -> int:
        """Height in px of a page that fills this width, its air with it."""
        edge = 2 * self._theme.px(_EDGE)
        return round(min(width - edge, self._theme.px(_MOST)) * self._ratio) + edge

    def least(self) -> int:
        """Height in px of the smallest page that is still one."""
        return round(self._theme.px(_LEAST) * self._ratio) + 2 * self._theme.px(_EDGE)

    @property
    def picture(self) -> QImage | None:
        """What is shown."""
        return self._picture

    @property
    def wide(self) -> int:
        """How many device px across a picture should be."""
        return max(1, round(self._place().width() * self.devicePixelRatioF()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size, another picture."""
        self._measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page round it scrolls."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys turn pages."""
        ahead = 1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -1
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: ahead, Qt.Key.Key_Left: -ahead,
                 Qt.Key.Key_Home: -999, Qt.Key.Key_End: 999}  # fmt: skip
        if event.key() in steps:
            self.turned.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shadow, the pages under it, and the page."""
        painter, theme, place = QPainter(self), self._theme, self._place()
        edge = QPen(theme.colour("edge" if theme.tokens.name == "contrast" else "line"), max(1.0, theme.hair))
        if self._more:
            aside = theme.px(7)
            under = place.translated(aside if self._reads_on() else -aside, aside)
            painter.fillRect(under, theme.colour("paper"))
            painter.fillRect(under, QColor(0, 0, 0, 26))
            painter.setPen(edge)
            painter.drawRect(under)
        if theme.tokens.name != "contrast":
            for spread in range(theme.px(4), 0, -1):
                painter.fillRect(place.adjusted(-spread, 1 - spread / 2, spread, spread + 1), QColor(0, 0, 0, 9))
        paint_page(painter, theme, place, self._picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(edge)
        painter.drawRect(place)

    def _reads_on(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.LeftToRight

    def _place(self) -> QRectF:
        """Where the page lies, in the middle at the top."""
        edge = self._theme.px(_EDGE)
        room, high = self.width() - 2 * edge, self.height() - 2 * edge
        wide = max(1, int(min(room, high / self._ratio)))
        return QRectF((self.width() - wide) // 2, self._theme.px(6), wide, round(wide * self._ratio))

    def _measure(self) -> None:
        self.update()
        if self.wide != self._asked and self.isVisible():
            self._asked = self.wide
            self.sized.emit(self._asked)
