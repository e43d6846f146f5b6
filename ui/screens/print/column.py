"""The page, the way to its neighbours under it, and the pack in thumbnails, placed by hand one after the other."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.screens.print.picture import PagePicture
from ui.screens.print.thumbnails import ThumbnailStrip
from ui.theme import Theme

_ABOVE_TURN, _ABOVE_STRIP = 2, 10
_NARROWEST = 220


class PageColumn(QWidget):
    """As large a page as there is height for; with `follow`, as there is width for, and the page round it scrolls."""

    def __init__(self, theme: Theme, picture: PagePicture, turn: QWidget, strip: ThumbnailStrip) -> None:
        super().__init__()
        self._theme, self._picture, self._turn, self._strip = theme, picture, turn, strip
        for part in (picture, turn, strip):
            part.setParent(self)
        self._follows = False
        self.follow(False)
        theme.follow(self.place)

    def follow(self, on: bool) -> None:
        """Let the height follow the width, or fit the page into the height there is."""
        self._follows = on
        fills = QSizePolicy.Policy.Preferred if on else QSizePolicy.Policy.Expanding
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, fills)
        policy.setHeightForWidth(on)
        self.setSizePolicy(policy)
        self.place()

    def hasHeightForWidth(self) -> bool:
        """Only where the page scrolls."""
        return self._follows

    def heightForWidth(self, width: int) -> int:
        """The page at this width, and what is under it."""
        return self._picture.high(width) + self._below(width)

    def sizeHint(self) -> QSize:
        """A page of some size."""
        return QSize(self._theme.px(346), self._picture.least() + self._below(self._theme.px(346)))

    def minimumSizeHint(self) -> QSize:
        """The smallest page, and what is under it."""
        wide = self._theme.px(_NARROWEST)
        high = self._picture.high(wide) if self._follows else self._picture.least()
        return QSize(wide, high + self._below(max(wide, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place them anew."""
        self._lay()

    def place(self) -> None:
        """Something came or went, or is of another size."""
        self._lay()
        self.updateGeometry()

    def _below(self, width: int) -> int:
        px, high = self._theme.px, 0
        if not self._turn.isHidden():
            high += px(_ABOVE_TURN) + self._turn.sizeHint().height()
        if not self._strip.isHidden():
            high += px(_ABOVE_STRIP) + self._strip.heightForWidth(width)
        return high

    def _lay(self) -> None:
        px, width = self._theme.px, self.width()
        high = self._picture.high(width)
        if not self._follows:
            high = max(1, min(self.height() - self._below(width), high))
        self._picture.setGeometry(0, 0, width, high)
        top = high + px(_ABOVE_TURN)
        turn = self._turn.sizeHint().height()
        self._turn.setGeometry(0, top, width, turn)
        if not self._turn.isHidden():
            top += turn
        top += px(_ABOVE_STRIP)
        self._strip.setGeometry(0, top, width, self._strip.heightForWidth(width))
