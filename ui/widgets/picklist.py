"""A list that opens under a button, inside the window: its words wrap, and Hide covers it like all else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.theme import RADIUS, Theme
from ui.widgets.rows import RowItem, RowList


class PickList(QWidget):
    """Opened over the window of `anchor`, it takes one choice and goes. `picked` carries the key of the row.

    Escape, Tab and a press beside it choose nothing. The keyboard goes back to where it was.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, anchor: QWidget, name: str, items: Sequence[RowItem], at: object = None) -> None:
        super().__init__(anchor.window())
        self._theme, self._anchor, self._over = theme, anchor, anchor.window()
        self.rows = RowList(theme, name, fit=False, dense=True)
        self.rows.setParent(self)
        self.rows.setProperty("ringless", True)  # its chosen row shows where the keyboard is
        self.rows.show_items(items)
        self.rows.opened.connect(self._take)
        self.rows.installEventFilter(self)
        self._over.installEventFilter(self)
        self.rows.choose(at if at is not None or not items else items[0].key)
        theme.follow(self._place)

    def open(self) -> None:
        """Show it, with the keyboard on the row chosen."""
        self._place()
        self.show()
        self.raise_()
        self.rows.setFocus(Qt.FocusReason.PopupFocusReason)

    def shut(self) -> None:
        """Go away."""
        if self.isHidden():
            return
        self._over.removeEventFilter(self)
        # Before it hides: Qt would hand the focus to the next field in its chain, and mark all that stands there.
        self._anchor.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window; Escape and Tab go."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is not self.rows or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.shut()
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside it chooses nothing."""
        self.shut()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet under the rows, with its two-pixel edge."""
        painter, weight = QPainter(self), self._theme.px(2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("edge"), weight))
        painter.setBrush(self._theme.colour("sheet"))
        half = weight / 2
        rect = QRectF(self._frame()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, self._theme.px(RADIUS), self._theme.px(RADIUS))

    def _frame(self) -> QRect:
        inset = self._theme.px(8)
        return self.rows.geometry().adjusted(-inset // 2, -inset, inset // 2, inset)

    def _take(self, key: object) -> None:
        self.shut()
        self.picked.emit(key)

    def _place(self) -> None:
        theme, edge, inset = self._theme, self._theme.px(8), self._theme.px(8)
        window = self._over.rect()
        self.setGeometry(window)
        spot = QRect(self._anchor.mapTo(self._over, QPoint(0, 0)), self._anchor.size())
        below = window.height() - spot.bottom() - edge - theme.px(4)
        above = spot.top() - edge - theme.px(4)
        most = window.width() - 2 * edge
        wide = min(max(spot.width(), self.rows.widest() + inset), most)
        needs = self.rows.high_at(wide - inset) + 2 * inset
        if needs > max(below, above):  # it scrolls: the words keep their room beside the bar
            wide = min(wide + self.rows.verticalScrollBar().sizeHint().width(), most)
        under = needs <= below or below >= above
        high = min(needs, below if under else above)
        policy = Qt.ScrollBarPolicy  # a bar that was there a moment ago would make words wrap, and so stay for ever
        self.rows.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if high == needs else policy.ScrollBarAsNeeded)
        top = spot.bottom() + theme.px(4) if under else spot.top() - theme.px(4) - high
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = spot.right() + 1 - wide if from_right else spot.left()
        left = max(edge, min(left, window.width() - edge - wide))
        self.rows.setGeometry(left + inset // 2, top + inset, wide - inset, high - 2 * inset)
        self.update()
