"""The cover: cloth, the tabs of the places, and the emergency card in its pocket."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from facilitator.i18n import _
from ui.icons import STROKE, STROKE_CHOSEN, paint_icon
from ui.theme import RADIUS, TARGET, Theme
from ui.widgets.paper import paint_flat
from ui.widgets.press import from_lead, pressable, pressed_by_key
from ui.widgets.text import START, draw_words, longest_word, words_height, words_width

_SHADES = (0, 3, 5, 8)  # how strong a thread is, of 255


def paint_cloth(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """The cover: flat colour under a weave so faint that it is felt rather than seen; none in high contrast."""
    paint_flat(painter, rect, theme.colour("cover"))
    if theme.tokens.name == "contrast":
        return
    key, weave = f"cloth-{theme.tokens.name}", QPixmap()
    if not QPixmapCache.find(key, weave):
        weave = _weave(0.6 if theme.tokens.name == "dark" else 1.0)
        QPixmapCache.insert(key, weave)
    painter.drawTiledPixmap(rect, weave)


def _weave(strength: float, side: int = 64) -> QPixmap:
    """Threads of four strengths: light ones across, dark ones down, each kind drawn in one go."""
    threads: dict[int, tuple[list[QRect], list[QRect]]] = {shade: ([], []) for shade in _SHADES}
    chance = Random(7)
    for line in range(0, side, 2):
        at = 0
        for byte in chance.randbytes(side // 3):
            if at >= side:
                break
            run, (across, down) = 3 + byte % 10, threads[_SHADES[byte >> 6]]
            across.append(QRect(at, line, run, 1))
            down.append(QRect(line + 1, at, 1, run))
            at += run
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setPen(Qt.PenStyle.NoPen)
    for shade, (across, down) in threads.items():
        painter.setBrush(QColor(255, 255, 255, round(shade * strength)))
        painter.drawRects(across)
        painter.setBrush(QColor(0, 0, 0, round((shade + 2) * strength)))
        painter.drawRects(down)
    painter.end()
    return tile


class Cloth(QWidget):
    """A piece of the cover; the sidebar, the top and the locked screen lie on it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # what lies under it is not painted

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cloth."""
        paint_cloth(QPainter(self), self._theme, self.rect())


class PlaceTab(QAbstractButton):
    """A place in the sidebar, 44 px; the one you are in is a tab of the page, which its cover paints."""

    def __init__(self, theme: Theme, text: str, icon: str, keys: str = "") -> None:
        super().__init__()
        self._theme, self._icon, self._keys = theme, icon, keys
        self.here = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(keys)
        pressable(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self.updateGeometry)

    def set_here(self, here: bool) -> None:
        """Mark it as the place you are in, or not."""
        self.here = here
        self.setAccessibleDescription(_("You are here.") if here else self._keys)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Its tip may show from now on."""
        self._theme.dress_tip(self)
        super().enterEvent(event)

    def sizeHint(self) -> QSize:
        """Icon and words."""
        wide = self._theme.px(66) + words_width(self._theme, self.text(), "strong")
        return QSize(wide, self._theme.px(TARGET))

    def minimumSizeHint(self) -> QSize:
        """Icon and the longest word."""
        wide = self._theme.px(58) + longest_word(self._theme, self.text(), "strong")
        return QSize(wide, self._theme.px(TARGET))

    def hasHeightForWidth(self) -> bool:
        """Long words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words need."""
        high = words_height(self._theme, self.text(), width - self._theme.px(58), "strong")
        return max(self._theme.px(TARGET), high + self._theme.px(16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there too."""
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and words."""
        painter, theme, on = QPainter(self), self._theme, self.here
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.px(RADIUS)
        if self.underMouse() and not on:
            short = theme.px(12)
            ltr = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            rect = QRectF(self.rect()).adjusted(0 if ltr else short, 0, -short if ltr else 0, 0)
            path = QPainterPath()
            path.addRoundedRect(rect, radius, radius)
            painter.fillPath(path, theme.colour("cover_deep"))
        side = theme.px(22)
        square = QRectF(from_lead(self, theme.px(16), side), (self.height() - side) / 2, side, side)
        colour = theme.colour("action" if on else "cover_soft")
        paint_icon(painter, self._icon, square, colour, STROKE_CHOSEN if on else STROKE)
        room = self.width() - theme.px(58)
        place = QRectF(from_lead(self, theme.px(50), room), 0, room, self.height())
        draw_words(painter, theme, place, self.text(), "strong" if on else "body", "ink" if on else "cover_ink", START)
        if on and theme.tokens.name == "contrast":
            thick, inset = theme.px(3), theme.px(10)
            bar = QRectF(from_lead(self, theme.px(4), thick), inset, thick, self.height() - 2 * inset)
            painter.fillRect(bar, theme.colour("look"))


class EmergencyCard(QAbstractButton):
    """The emergency card: paper in the cover's pocket, the same corner and the same look locked or not."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setText(_("Emergency card"))
        self.setAccessibleName(self.text())
        self.setToolTip(_("Numbers and steps. Nothing is unlocked.  Ctrl+9"))
        pressable(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self.updateGeometry)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Its tip may show from now on."""
        self._theme.dress_tip(self)
        super().enterEvent(event)

    def sizeHint(self) -> QSize:
        """52 px high, and as wide as its words."""
        wide = self._theme.px(64) + words_width(self._theme, self.text(), "strong")
        return QSize(max(wide, self._theme.px(184)), self._theme.px(52))

    def minimumSizeHint(self) -> QSize:
        """The cross and the longest word."""
        return QSize(self._theme.px(60) + longest_word(self._theme, self.text(), "strong"), self._theme.px(52))

    def hasHeightForWidth(self) -> bool:
        """Long words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words need."""
        high = words_height(self._theme, self.text(), width - self._theme.px(60), "strong")
        return max(self._theme.px(52), high + self._theme.px(16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it too."""
        if not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, its cross and its words."""
        painter, theme, radius = QPainter(self), self._theme, self._theme.px(RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        loud = theme.tokens.name == "contrast"
        inset = 1.0 if loud else 0.0
        painter.setPen(QPen(theme.colour("edge"), 2) if loud else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        side = theme.px(26)
        cross = QRectF(from_lead(self, theme.px(14), side), (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("card_ink"))
        painter.drawRoundedRect(cross, theme.px(6), theme.px(6))
        arm, thick = side * 0.5 + theme.px(3), theme.px(3)
        painter.setBrush(theme.colour("card"))
        for wide, high in ((arm, thick), (thick, arm)):
            bar = QRectF(0, 0, wide, high)
            bar.moveCenter(cross.center())
            painter.drawRoundedRect(bar, thick / 2, thick / 2)
        room = self.width() - theme.px(60)
        place = QRectF(from_lead(self, theme.px(52), room), 0, room, self.height())
        draw_words(painter, theme, place, self.text(), "strong", "card_ink", START)
