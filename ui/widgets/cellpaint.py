"""How a grid of cells is painted: the cells, the names and days that stay in sight, and the corner between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.icons import paint_icon
from ui.theme import RADIUS, Role, Theme, Token
from ui.widgets.cells import Cell
from ui.widgets.text import START, paint_words, words_width

if TYPE_CHECKING:
    from ui.widgets.cellgrid import CellGrid

_Index = QModelIndex | QPersistentModelIndex
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
_PAD = 12
ROW = 44
"""How high a row is, in design px."""
TOP = 56
"""How high the head is that names the columns."""


class CellPainter(QStyledItemDelegate):
    """Paints a cell; the one the keyboard is on has a tint, and a ring while the grid has the keyboard."""

    def __init__(self, theme: Theme, view: CellGrid) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._theme.px(40), self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, cell = self._theme, self._view.cells.cell(index.row(), index.column())
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = index == self._view.currentIndex()
        if here or bool(option.state & QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, theme.colour("action_tint" if here else "well", 1.0 if here else 0.6))
        self._words(painter, rect, cell)
        hair = max(1, round(theme.hair))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - hair, rect.width(), hair), theme.colour("line"))
        painter.fillRect(QRectF(rect.right() - hair if not self._rtl else rect.left(), rect.top(), hair, rect.height()),
                         theme.colour("line"))
        if here and self._view.hasFocus():
            width = theme.px(3)
            painter.setPen(QPen(theme.colour("focus"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = width / 2 + 1
            painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), theme.px(RADIUS - 2), theme.px(RADIUS - 2))
        painter.restore()

    @property
    def _rtl(self) -> bool:
        return self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _words(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        theme, pad = self._theme, self._theme.px(10)
        token: Token = "look_ink" if cell.look else cell.token
        if cell.look:
            painter.setPen(QPen(theme.colour("look"), max(1.5, theme.hair)))
            painter.setBrush(theme.colour("look_tint"))
            inner = rect.adjusted(4, 5, -5, -6)
            painter.drawRoundedRect(inner, theme.px(6), theme.px(6))
        if cell.icon:
            size = theme.px(20)
            left = rect.center().x() - size / 2
            if cell.words:
                left = rect.right() - pad - size if self._rtl else rect.left() + pad
            square = QRectF(left, rect.center().y() - size / 2, size, size)
            paint_icon(painter, cell.icon, square, theme.colour(token), 2.2)
            if self._rtl:
                rect = rect.adjusted(0, 0, -size - theme.px(6), 0)
            else:
                rect = rect.adjusted(size + theme.px(6), 0, 0, 0)
        if cell.words:
            role: Role = "strong" if cell.strong else "body"
            painter.setFont(theme.font(role, True))
            painter.setPen(theme.colour(token))
            room = rect.adjusted(pad, 0, -pad, 0)
            words = painter.fontMetrics().elidedText(cell.words, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
            middle = self._view.centred and not cell.icon
            paint_words(painter, rect if middle else room, words, _MIDDLE if middle else START)


class Head(QHeaderView):
    """The names at the side, or the days along the top."""

    def __init__(self, theme: Theme, orientation: Qt.Orientation, view: CellGrid) -> None:
        super().__init__(orientation, view)
        self._theme, self._view = theme, view
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, hair = self._theme, max(1, round(self._theme.hair))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.colour("sheet"))
        current = self._view.currentIndex()
        across = self.orientation() == Qt.Orientation.Horizontal
        if current.isValid() and section == (current.column() if across else current.row()):
            painter.fillRect(rect, theme.colour("action_tint"))
        if across:
            self._day(painter, QRectF(rect), *self._view.cells.top(section))
        else:
            room = QRectF(rect).adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
            painter.setFont(theme.font("strong"))
            painter.setPen(theme.colour("ink"))
            words = painter.fontMetrics().elidedText(
                self._view.cells.side(section), Qt.TextElideMode.ElideRight, int(room.width()) + 1)
            paint_words(painter, room, words)
        painter.fillRect(QRect(rect.left(), rect.bottom() + 1 - hair, rect.width(), hair),
                         theme.colour("edge" if across else "line"))
        if not across:
            rtl = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
            x = rect.left() if rtl else rect.right() + 1 - hair
            painter.fillRect(QRect(x, rect.top(), hair, rect.height()), theme.colour("edge"))
        painter.restore()

    def _day(self, painter: QPainter, rect: QRectF, first: str, second: str) -> None:
        theme = self._theme
        align = _MIDDLE if self._view.centred else START
        room = rect if self._view.centred else rect.adjusted(theme.px(10), 0, -theme.px(4), 0)
        one, two = theme.metrics("label").height(), theme.metrics("small").height() if second else 0
        if not second and words_width(theme, first, "label", True) > room.width():
            align, one = align | int(Qt.TextFlag.TextWordWrap), rect.height()
        top = rect.top() + (rect.height() - one - two) / 2
        painter.setFont(theme.font("label", True))
        painter.setPen(theme.colour("ink"))
        paint_words(painter, QRectF(room.left(), top, room.width(), one), first, align)
        if second:
            painter.setFont(theme.font("small", True))
            painter.setPen(theme.colour("ink_soft"))
            paint_words(painter, QRectF(room.left(), top + one, room.width(), two), second, align)


class Corner(QWidget):
    """Covers the corner between both heads, and says what the names are."""

    def __init__(self, theme: Theme, words: str, view: CellGrid) -> None:
        super().__init__(view)
        self._theme, self._words = theme, words
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint paper, the word, and the edges of both heads."""
        theme, painter = self._theme, QPainter(self)
        hair = max(1, round(theme.hair))
        painter.fillRect(self.rect(), theme.colour("sheet"))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink_soft"))
        room = QRectF(self.rect()).adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
        paint_words(painter, room, self._words)
        painter.fillRect(QRect(0, self.height() - hair, self.width(), hair), theme.colour("edge"))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(QRect(0 if rtl else self.width() - hair, 0, hair, self.height()), theme.colour("edge"))


def column_for(theme: Theme, heads: Sequence[str], least: float) -> float:
    """The width in design px at which no word over a column is cut, `least` or more."""
    words = max((words_width(theme, word, "label", True) for head in heads for word in head.split()), default=0)
    return max(least, words / theme.px(100) * 100 + 18)


def lead_for(theme: Theme, rows: Iterable[str], least: float) -> float:
    """The width in design px at which no name of a row is cut, `least` or more."""
    words = max((words_width(theme, row, "strong") for row in rows), default=0)
    return max(least, words / theme.px(100) * 100 + 2 * _PAD)
