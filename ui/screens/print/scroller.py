"""A list that scrolls by itself beside the page, and lies there at its whole length where the page scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.spare import with_viewport
from ui.theme import Theme

_LEAST = 190


class Scroller(QScrollArea):
    """Holds one widget. With `lie`, it is as high as that is."""

    def __init__(self, theme: Theme, inside: QWidget) -> None:
        super().__init__()
        self._theme, self._lies = theme, False
        with_viewport(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        theme.dress(self.verticalScrollBar(), "scroll")
        inside.installEventFilter(self)
        self.lie(False)
        theme.follow(self._measure)

    def lie(self, on: bool) -> None:
        """Lie at whole length, or scroll."""
        self._lies = on
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if on else Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        fills = QSizePolicy.Policy.Fixed if on else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, fills)
        self._measure()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is inside has grown, or was given another width."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._measure()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        inside = self.widget()
        across = inside.minimumSizeHint().width() if inside is not None else 0
        return QSize(across, self._high() if self._lies else self._theme.px(_LEAST))

    def sizeHint(self) -> QSize:
        """The same: beside the page it takes what height there is."""
        return self.minimumSizeHint()

    def _high(self) -> int:
        inside = self.widget()
        if inside is None:
            return 0
        layout, wide = inside.layout(), max(1, self.viewport().width())
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(wide)
        return inside.sizeHint().height()

    def _measure(self) -> None:
        if self._lies:
            high = self._high()
            if high != self.minimumHeight():
                self.setFixedHeight(high)
        elif self.maximumHeight() < 16_777_215:
            self.setMinimumHeight(0)
            self.setMaximumHeight(16_777_215)
        self.updateGeometry()
