"""A grid that scrolls in its own box: names down the side and days along the top stay in sight, keys move in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.icons import paint_icon
from ui.theme import RADIUS, Role, Theme, Token
from ui.widgets.text import START, words_width

_Index = QModelIndex | QPersistentModelIndex
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
_ROW = 44
_TOP = 56
_PAD = 12
_SHARE = 0.6
"""How much of the window's height the box takes at most."""
_LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: words or an icon, and what a screen reader says of it."""

    words: str = ""
    icon: str = ""
    said: str = ""
    token: Token = "ink"
    strong: bool = False
    look: bool = False


class CellModel(QAbstractTableModel):
    """What a grid shows. Subclasses answer for what is asked of them, which is only what is in sight."""

    def side(self, row: int) -> str:
        """What a row is called."""
        raise NotImplementedError

    def top(self, column: int) -> tuple[str, str]:
        """What a column is called, and a second line under it."""
        raise NotImplementedError

    def cell(self, row: int, column: int) -> Cell:
        """What stands there."""
        raise NotImplementedError

    def said(self, row: int, column: int) -> str:
        """A cell in words: its row, its column, what stands in it."""
        cell = self.cell(row, column)
        return ", ".join(part for part in (self.side(row), self.top(column)[0], cell.said or cell.words) if part)

    # ------------------------------------------------------------ what Qt asks
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            cell = self.cell(index.row(), index.column())
            return cell.words or cell.said
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What rows and columns are called."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.side(section)
        return ", ".join(filter(None, self.top(section)))


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: CellGrid) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._theme.px(40), self._theme.px(_ROW))

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
            painter.drawText(rect if middle else room, _MIDDLE if middle else START, words)


class _Head(QHeaderView):
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
            painter.drawText(room, START, words)
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
        painter.drawText(QRectF(room.left(), top, room.width(), one), align, first)
        if second:
            painter.setFont(theme.font("small", True))
            painter.setPen(theme.colour("ink_soft"))
            painter.drawText(QRectF(room.left(), top + one, room.width(), two), align, second)


class _Corner(QWidget):
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
        painter.drawText(room, START, self._words)
        painter.fillRect(QRect(0, self.height() - hair, self.width(), hair), theme.colour("edge"))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(QRect(0 if rtl else self.width() - hair, 0, hair, self.height()), theme.colour("edge"))


class CellGrid(QTableView):
    """Arrows move from cell to cell, Space, Enter or a click press one. `name` is read first, `corner` names the rows.

    `opened` carries row and column; `moved` the same of the cell the keyboard is on. `wide` is a column's width,
    `lead` that of the names, in design px.
    """

    opened = Signal(int, int)
    moved = Signal(int, int)

    def __init__(
        self, theme: Theme, model: CellModel, name: str, corner: str, *, wide: float = 72, lead: float = 190,
        centred: bool = True,
    ) -> None:  # fmt: skip
        super().__init__()
        self.cells, self.centred = model, centred
        self._theme, self._wide, self._lead, self._name = theme, wide, lead, name
        self.setProperty("cells", True)
        self.setProperty("ringless", True)  # the cell itself shows where the keyboard is
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._corner = _Corner(theme, corner, self)
        self.setCornerWidget(QWidget())  # between the two bars; by itself it is painted with a frame
        self.setHorizontalHeader(_Head(theme, Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Head(theme, Qt.Orientation.Vertical, self))
        self.setModel(model)
        self._corner.raise_()
        self.setItemDelegate(_Delegate(theme, self))
        self.clicked.connect(lambda index: self.opened.emit(index.row(), index.column()))
        model.modelReset.connect(self._count)
        theme.follow(self._measure)
        self._count()

    def go_to(self, row: int, column: int) -> None:
        """Put the keyboard's place on a cell, in sight."""
        index = self.cells.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def spot(self, row: int, column: int) -> QRect:
        """Where a cell is, in this widget's own coordinates."""
        return self.visualRect(self.cells.index(row, column)).translated(self.viewport().pos())

    # ------------------------------------------------------------ keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter press a cell; Escape and Tab are the page's."""
        index = self.currentIndex()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)
        if event.key() in keys and index.isValid() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.opened.emit(index.row(), index.column())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters go nowhere: they would jump among ticks."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keyboard stands on a cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cells.rowCount() and self.cells.columnCount():
            self.go_to(0, self._first_seen())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the keyboard."""
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell who moved where."""
        super().currentChanged(current, previous)
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()
        self.viewport().update()
        if current.isValid():
            self.moved.emit(current.row(), current.column())

    # ------------------------------------------------------------ sizes
    def sizeHint(self) -> QSize:
        """As high as all rows, but never much more than half the window: then it scrolls."""
        head, row = self.horizontalHeader().height(), self._theme.px(_ROW)
        bar = self.horizontalScrollBar().sizeHint().height() if self._overflows() else 0
        most = max(head + _LEAST_ROWS * row, round(self.window().height() * _SHARE))
        return QSize(self._theme.px(400), min(head + self.cells.rowCount() * row + bar + 2, most))

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible."""
        return QSize(self._theme.px(220), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names give way where there is little room."""
        super().resizeEvent(event)
        self._fit_lead()
        self.updateGeometry()
        QTimer.singleShot(0, self, self._lay_heads)

    def showEvent(self, event: QShowEvent) -> None:
        """Now the window is known."""
        super().showEvent(event)
        self.updateGeometry()

    def _measure(self) -> None:
        theme = self._theme
        self.horizontalHeader().setFixedHeight(theme.px(_TOP))
        self.horizontalHeader().setDefaultSectionSize(theme.px(self._wide))
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self._fit_lead()
        self.updateGeometry()
        self.viewport().update()

    def _fit_lead(self) -> None:
        self.verticalHeader().setFixedWidth(min(self._theme.px(self._lead), max(self.width() * 2 // 5, 60)))
        self._lay_heads()

    def _lay_heads(self) -> None:
        """Put the heads over the cells again, and the corner over the one Qt paints.

        Right to left, a bar that comes or goes moves the cells after Qt has laid the heads over them.
        """
        self.updateGeometries()
        side, top = self.verticalHeader().geometry(), self.horizontalHeader().geometry()
        self._corner.setGeometry(side.x(), top.y(), side.width(), top.height())
        self._corner.raise_()

    def _overflows(self) -> bool:
        return self.cells.columnCount() * self._theme.px(self._wide) + self.verticalHeader().width() > self.width()

    def _first_seen(self) -> int:
        return max(0, self.columnAt(1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight
                                    else self.viewport().width() - 1))

    def _count(self) -> None:
        self.setAccessibleName(f"{self._name}, {self.cells.rowCount()} × {self.cells.columnCount()}")
        self.updateGeometry()


def column_for(theme: Theme, heads: Sequence[str], least: float) -> float:
    """The width in design px at which no word over a column is cut, `least` or more."""
    words = max((words_width(theme, word, "label", True) for head in heads for word in head.split()), default=0)
    return max(least, words / theme.px(100) * 100 + 18)
