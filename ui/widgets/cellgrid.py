"""A grid that scrolls in its own box: names down the side and days along the top stay in sight, keys move in it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QTableView, QWidget

from ui.theme import Theme
from ui.widgets.cellpaint import ROW, TOP, CellPainter, Corner, Head
from ui.widgets.cells import CellModel

_Index = QModelIndex | QPersistentModelIndex
_SHARE = 0.6
"""How much of the window's height the box takes at most."""
_LEAST = 3
"""Rows that are in sight however low the window is."""


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
        theme.dress(self, "list")
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
        self._corner = Corner(theme, corner, self)
        self.setCornerWidget(QWidget())  # between the two bars; by itself it is painted with a frame
        self.setHorizontalHeader(Head(theme, Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(Head(theme, Qt.Orientation.Vertical, self))
        self.setModel(model)
        self._corner.raise_()
        self.setItemDelegate(CellPainter(theme, self))
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
        head, row = self.horizontalHeader().height(), self._theme.px(ROW)
        bar = self.horizontalScrollBar().sizeHint().height() if self._overflows() else 0
        most = max(head + _LEAST * row, round(self.window().height() * _SHARE))
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
        self.horizontalHeader().setFixedHeight(theme.px(TOP))
        self.horizontalHeader().setDefaultSectionSize(theme.px(self._wide))
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self._fit_lead()
        self.updateGeometry()
        self.viewport().update()
        QTimer.singleShot(0, self, self._stay)

    def _stay(self) -> None:
        """Another zoom keeps the chosen cell in sight."""
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

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
