"""The minutes that are left, as one large figure and a bar: to be read at arm's length, in a glance."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.announce import SAID_AS
from ui.widgets.press import from_lead
from ui.widgets.text import draw_words, longest_word, words_height

_FIGURE, _SMALL, _BAR, _GAP = 104, 72, 12, 14
"""Design px: the figure, the figure where there is little room, the bar, and between figure and words."""


class Minutes(QWidget):
    """Shows a figure, words beside it, and how much of the part is behind. It changes once a minute."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._figure, self._words, self._gone, self._still = "", "", 0.0, False
        self._large = _FIGURE
        self.setProperty(SAID_AS, "words")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self.updateGeometry)

    @property
    def words(self) -> str:
        """What it says, in one line."""
        return self._words if self._figure == "0" else f"{self._figure} {self._words}".strip()

    def say(self, figure: str, words: str, gone: float, still: bool) -> None:
        """Show minutes; `gone` is the share that is behind, `still` that no time runs."""
        if (figure, words, gone, still) != (self._figure, self._words, self._gone, self._still):
            self._figure, self._words, self._gone, self._still = figure, words, gone, still
            self.setAccessibleName(self.words)
            self.updateGeometry()
            self.update()

    def be_small(self, small: bool) -> None:
        """Leave room where a page is narrow."""
        self._large = _SMALL if small else _FIGURE
        self.updateGeometry()
        self.update()

    def _figures(self) -> tuple[int, int]:
        """Width and cap height of the figure, in px."""
        metrics = self._theme.metrics("figure", False, self._large)
        return round(metrics.horizontalAdvance(self._figure)), round(metrics.capHeight())

    def _beside(self, width: int) -> tuple[int, int]:
        """Px before the words beside the figure, and their height."""
        before = self._figures()[0] + self._theme.px(_GAP)
        return before, words_height(self._theme, self._words, max(1, width - before), "lead")

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        wide = self._theme.px(320)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """The figure and the longest word."""
        wide = self._figures()[0] + self._theme.px(_GAP) + longest_word(self._theme, self._words, "lead")
        return QSize(wide, self._theme.px(self._large))

    def hasHeightForWidth(self) -> bool:
        """Narrow words stand over several lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Figure or words, whichever is higher, and the bar."""
        high = max(self._figures()[1], self._beside(width)[1])
        return high + self._theme.px(10 + 16 + _BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint figure, words and bar."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, cap = self._figures()
        before, words = self._beside(self.width())
        base = max(cap, words) + theme.px(4)
        painter.setFont(theme.font("figure", False, self._large))
        painter.setPen(theme.colour("ink_soft" if self._still else "ink"))
        painter.drawText(QPointF(from_lead(self, 0, wide), base), self._figure)
        room = self.width() - before
        # words stand on the figure's own line
        top = base - words + round(theme.metrics("lead").descent())
        draw_words(painter, theme, QRectF(from_lead(self, before, room), top, room, words), self._words, "lead",
                   "ink_soft")
        self._paint_bar(painter, base + theme.px(16))

    def _paint_bar(self, painter: QPainter, top: float) -> None:
        """What is left stands at the leading edge and melts towards it."""
        theme, high = self._theme, self._theme.px(_BAR)
        track = QRectF(0, top, self.width(), high)
        painter.setPen(Qt.PenStyle.NoPen)
        if theme.tokens.name == "contrast":
            painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("well"))
        painter.drawRoundedRect(track, high / 2, high / 2)
        left = self.width() * (1 - self._gone)
        if left > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("seat"))
            wide = max(left, high)
            painter.drawRoundedRect(QRectF(from_lead(self, 0, wide), top, wide, high), high / 2, high / 2)
