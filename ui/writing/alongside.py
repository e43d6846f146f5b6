"""A part beside a long text: it stays in sight while the page is scrolled, so that both are seen together."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.theme import Theme

_AIR = 24
"""Kept above and below what stays in sight, in design px."""


class Alongside(QWidget):
    """Holds one part at its full height where that fits, else as much of it as can be seen, wherever one scrolled."""

    def __init__(self, theme: Theme, part: QWidget) -> None:
        super().__init__()
        self._theme, self._part = theme, part
        self._view: QScrollArea | None = None
        part.setParent(self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def follow(self, view: QScrollArea) -> None:
        """Stay in sight of what is scrolled in `view`."""
        self._view = view
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._place())
        view.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._place())

    def sizeHint(self) -> QSize:
        """As large as its part."""
        return self._part.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As small as its part."""
        return self._part.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Words in it wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its part."""
        return self._part.heightForWidth(width)

    def event(self, event: QEvent) -> bool:
        """Its part wants another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text beside it grew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        high, top = self.height(), 0
        if (view := self._view) is not None and (paper := view.widget()) is not None and paper.isAncestorOf(self):
            air, seen = self._theme.px(_AIR), view.viewport().height()
            least = max(self._part.heightForWidth(self.width()), self._part.minimumSizeHint().height())
            start = self.mapTo(paper, QPoint()).y()
            high = min(self.height(), max(least, seen - 2 * air))
            top = max(0, min(view.verticalScrollBar().value() + air - start, self.height() - high))
        self._part.setGeometry(0, top, self.width(), high)
