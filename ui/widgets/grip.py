"""The handle by which a row is dragged to another place in its stack."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from facilitator.i18n import _
from ui.icons import paint_icon
from ui.theme import Theme


class Grip(QAbstractButton):
    """A handle at the leading edge of a `ListRow`; dragging it moves the row in its `RowStack`, which tells `moved`.

    The keyboard moves the row itself, with Alt and the up and down arrows, so the handle is no stop of its own.
    """

    dragged = Signal(int)  # y on the screen, px
    dropped = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._held = False
        self.setAccessibleName(_("Move {name}").format(name=name))
        self.setToolTip(_("Drag to move it. Alt with the up and down arrows does the same."))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Its tip may show from now on."""
        self._theme.dress_tip(self)
        super().enterEvent(event)

    def sizeHint(self) -> QSize:
        """40 wide to be hit, though its dots are narrow."""
        return QSize(self._theme.px(40), self._theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self._held = event.button() == Qt.MouseButton.LeftButton
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry."""
        if self._held:
            self.dragged.emit(event.globalPosition().toPoint().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._held:
            self._held = False
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.dropped.emit(event.globalPosition().toPoint().y())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the six dots."""
        side = self._theme.px(20)
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), "grip", square, self._theme.colour("edge"))
