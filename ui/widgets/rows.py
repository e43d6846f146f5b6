"""Rows: a list of short facts to choose from, and rows that carry controls of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QElapsedTimer,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from facilitator.i18n import _, listed
from ui.icons import paint_icon
from ui.spare import with_viewport
from ui.theme import RADIUS, Role, Theme, Token
from ui.widgets.announce import SAID_AS
from ui.widgets.grip import Grip
from ui.widgets.paper import paint_panel
from ui.widgets.text import START, draw_words, words_height, words_width

_Index = QModelIndex | QPersistentModelIndex
HEADING = 36
"""Height of a heading between rows."""


@dataclass(frozen=True, slots=True)
class RowItem:
    """A row of a list: `key` tells it apart, `side` is said at the trailing end, `look` marks what to look at.

    A `heading` parts the rows below it from those above: the keyboard and the pointer pass over it.
    """

    key: object
    title: str
    detail: str = ""
    icon: str = ""
    side: str = ""
    look: bool = False
    heading: bool = False


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[RowItem, ...] = ()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].heading:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return listed(filter(None, (row.title, row.detail, row.side)))
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: RowList, dense: bool) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._dense = dense
        self._role: Role = "body" if dense else "strong"
        self._least = 44 if dense else 56

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(10, self._view.heights()[index.row()])

    def height(self, row: RowItem, width: int) -> int:
        """Height of a row at a width."""
        if row.heading:
            return self._theme.px(HEADING)
        title, detail = self._heights(row, width)
        least = self._least + 4 if row.detail else self._least
        return max(self._theme.px(least), title + detail + self._theme.px(16))

    def width(self, row: RowItem) -> int:
        """Width of a row on one line."""
        words = max(words_width(self._theme, row.title, self._role), words_width(self._theme, row.detail, "small"))
        return words + self._theme.px(2) - self._room(row, 0)

    def _room(self, row: RowItem, width: int) -> int:
        room = width - self._theme.px(24) - (self._theme.px(34) if row.icon else 0)
        return room - (words_width(self._theme, row.side, "small") + self._theme.px(16) if row.side else 0)

    def _heights(self, row: RowItem, width: int) -> tuple[int, int]:
        room = self._room(row, width)
        detail = self._high(row.detail, room, "small") if row.detail else 0
        return self._high(row.title, room, self._role), detail

    def _high(self, words: str, room: int, role: Role) -> int:
        """The height of words; those that fit on a line however wide their letters are need no measuring."""
        line = self._theme.metrics(role).height()  # no letter is wider than a line is high
        return round(line + 0.5) if len(words) * line <= room else words_height(self._theme, words, room, role)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, row = self._theme, self._view.item(index.row())
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        on = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        rtl = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.heading:
            inset = theme.px(12)
            spot = QRectF(rect).adjusted(inset, theme.px(HEADING) - theme.px(28), -inset, 0)
            draw_words(painter, theme, spot, row.title, "small", "ink_soft", START)
            painter.restore()
            return
        if on or over:
            paint_row(painter, theme, QRectF(rect), on, rtl)
        if not on and not self._dense and self._view.parted(index.row()):
            hair = max(1, round(theme.hair))
            inset = theme.px(12)
            painter.fillRect(
                QRect(rect.left() + inset, rect.bottom() + 1 - hair, rect.width() - 2 * inset, hair),
                theme.colour("line"),
            )
        title, detail = self._heights(row, rect.width())
        room, top = self._room(row, rect.width()), rect.top() + (rect.height() - title - detail) / 2
        lead = theme.px(12) + (theme.px(34) if row.icon else 0)

        def place(offset: float, wide: float, y: float, high: float) -> QRectF:
            left = rect.right() + 1 - offset - wide if rtl else rect.left() + offset
            return QRectF(left, y, wide, high)

        if row.icon:
            side = theme.px(22)
            square = place(theme.px(12), side, rect.top() + (rect.height() - side) / 2, side)
            paint_icon(painter, row.icon, square, theme.colour("look_ink" if row.look else "ink_soft"))
        draw_words(painter, theme, place(lead, room, top, title), row.title, self._role, "ink", START)
        if row.detail:
            second: Token = "look_ink" if row.look else "ink_soft"
            draw_words(painter, theme, place(lead, room, top + title, detail), row.detail, "small", second, START)
        if row.side:
            wide = words_width(theme, row.side, "small", True) + theme.px(2)
            spot = place(rect.width() - theme.px(12) - wide, wide, rect.top(), rect.height())
            draw_words(painter, theme, spot, row.side, "small", "ink_soft", START, tabular=True)
        painter.restore()


class RowList(QListView):
    """A list to choose from: arrows and clicks pick a row, Enter, Space or a click open it; says how many there are.

    `fit` makes it as high as its rows, so that the page scrolls and not the list; long lists keep their own scroll.
    `dense` has rows of 44 px in plain weight, as menus do.
    """

    opened = Signal(object)
    picked = Signal(object)

    def __init__(self, theme: Theme, name: str, *, fit: bool = True, dense: bool = False) -> None:
        super().__init__()
        with_viewport(self, QPalette.ColorRole.Base)
        self._theme, self._name, self._fit = theme, name, fit
        self._typing = QElapsedTimer()  # since the last letter of a name that is being typed
        self._model = _Model()
        self.setModel(self._model)
        self._measured: tuple[int, list[int]] | None = None
        self._delegate = _Delegate(theme, self, dense)
        self.setItemDelegate(self._delegate)
        self.setProperty("rows", True)
        theme.dress(self, "list")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        if fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        high = QSizePolicy.Policy.Fixed if fit else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, high)
        self.clicked.connect(self._clicked)
        theme.follow(self._forget)
        self._count()

    @property
    def items(self) -> tuple[RowItem, ...]:
        """The rows shown."""
        return self._model.rows

    def item(self, row: int) -> RowItem:
        """One row."""
        return self._model.rows[row]

    def parted(self, row: int) -> bool:
        """Whether a hairline lies below a row: not under the last one, nor above a heading."""
        return row + 1 < len(self.items) and not self.item(row + 1).heading

    def show_items(self, items: Sequence[RowItem]) -> None:
        """Show other rows; the chosen one stays chosen when it is still there. The same ones are left as they are."""
        if tuple(items) == self.items:
            return
        was = self.key
        self._model.beginResetModel()
        self._measured = None
        self._model.rows = tuple(items)
        self._model.endResetModel()
        if was is not None:
            self.choose(was)
        self._count()
        self._measure()

    @property
    def key(self) -> object:
        """The key of the chosen row, or None."""
        index = self.currentIndex()
        return self.item(index.row()).key if index.isValid() and index.row() < len(self.items) else None

    def choose(self, key: object) -> None:
        """Choose a row without telling anyone."""
        for n, row in enumerate(self.items):
            if row.key == key and not row.heading:
                self._select(self._model.index(n))
                break

    @property
    def at(self) -> int:
        """The place of the chosen row, or -1."""
        return self.currentIndex().row()

    def choose_at(self, row: int) -> None:
        """Choose a row by its place without telling anyone; it comes into sight."""
        self._select(self._model.index(row))
        self.scrollTo(self._model.index(row))

    def said(self) -> str:
        """The chosen row as a screen reader says it, or nothing."""
        return str(self._model.data(self.currentIndex(), Qt.ItemDataRole.AccessibleTextRole) or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open; a space inside a name that is being typed only finds it."""
        before = self.currentIndex()
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() == Qt.Key.Key_Space and self._typing.isValid():
            opens = self._typing.elapsed() >= QApplication.keyboardInputInterval()
        if event.text().strip() and event.text().isprintable():
            self._typing.start()
        if opens and before.isValid():
            self.opened.emit(self.item(before.row()).key)
            return
        super().keyPressEvent(event)
        if self.currentIndex() != before and self.currentIndex().isValid():
            self.picked.emit(self.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keyboard sees the row they are on."""
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        first = next((n for n, row in enumerate(self.items) if not row.heading), None)
        if by_key and first is not None:
            self._select(self.currentIndex() if self.currentIndex().isValid() else self._model.index(first))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        self._measure()

    def doItemsLayout(self) -> None:
        """Where all rows are alike, say so: else each of thousands is asked for its height again and again."""
        self.setUniformItemSizes(len(set(self.heights())) < 2)
        super().doItemsLayout()

    def sizeHint(self) -> QSize:
        """As high as the rows, where the page scrolls."""
        if not self._fit:
            return QSize(self._theme.px(260), self._theme.px(56 * 6))
        return QSize(self._theme.px(260), self.all_rows())

    def minimumSizeHint(self) -> QSize:
        """Narrow is possible; low is not, where the page scrolls."""
        return QSize(self._theme.px(160), self.all_rows() if self._fit else self._theme.px(56))

    def ring_rect(self) -> QRect:
        """Where the keyboard is: the row, or the whole list before one is chosen."""
        index = self.currentIndex()
        if not index.isValid() or not self.selectionModel().isSelected(index):
            return self.rect()
        return self.visualRect(index).translated(self.viewport().pos())

    def heights(self) -> list[int]:
        """Height of each row at the width there is; measured once for long lists, until words, zoom or width change."""
        width = self.viewport().width()
        if self._measured is None or self._measured[0] != width:
            self._measured = (width, [self._delegate.height(row, width) for row in self.items])
        return self._measured[1]

    def all_rows(self) -> int:
        """Height of all rows at the width there is."""
        return sum(self.heights())

    def high_at(self, width: int) -> int:
        """Height of all rows at another width."""
        return sum(self._delegate.height(row, width) for row in self.items)

    def widest(self) -> int:
        """Width at which no row wraps."""
        return max((self._delegate.width(row) for row in self.items), default=0)

    def _forget(self) -> None:
        self._measured = None
        self._measure()

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def _count(self) -> None:
        self.setAccessibleName(f"{self._name}, {sum(not row.heading for row in self.items)}")

    def _select(self, index: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _clicked(self, index: _Index) -> None:
        if self.item(index.row()).heading:
            return
        key = self.item(index.row()).key
        self.picked.emit(key)
        self.opened.emit(key)


class ListRow(QWidget):
    """A row that carries controls of its own: chosen is a tint with a leading bar, a hairline lies under it.

    Put it in a `RowStack`, which moves between rows with the arrows.
    """

    pressed = Signal()

    def __init__(self, theme: Theme, name: str, layout: QLayout, *, high: float = 58, choosable: bool = True) -> None:
        super().__init__()
        self._theme, self._high = theme, high
        self.chosen, self.last = False, False
        self.setProperty(SAID_AS, "row")  # before its name, which a screen reader hears at once
        self.setAccessibleName(name)
        if choosable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._choosable = choosable
        self.setLayout(layout)
        theme.follow(self._measure)

    def choose(self, on: bool) -> None:
        """Mark it chosen, or not."""
        self.chosen = on
        self.setAccessibleDescription(_("Chosen") if on else "")
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere between the controls chooses it."""
        if self._choosable and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose it."""
        if self._choosable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _measure(self) -> None:
        self.setMinimumHeight(self._theme.px(self._high))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tint and bar, or the hairline."""
        if self.chosen:
            paint_panel(self, self._theme, "action_tint", "action", inset=1)
        elif not self.last:
            hair, inset = max(1, round(self._theme.hair)), self._theme.px(12)
            line = QRect(inset, self.height() - hair, self.width() - 2 * inset, hair)
            QPainter(self).fillRect(line, self._theme.colour("line"))


class RowStack(QWidget):
    """Rows with controls, one under another. Up and down move between rows; `picked` carries the index chosen.

    With `movable`, Alt and an arrow, or a `Grip` in the row, ask for another order: `moved` carries from and to, and
    whoever shows the rows shows them anew.
    """

    picked = Signal(int)
    moved = Signal(int, int)

    def __init__(self, theme: Theme, name: str, *, movable: bool = False) -> None:
        super().__init__()
        self._theme, self._name, self._movable = theme, name, movable
        self.setProperty(SAID_AS, "list")
        self._gap = -1  # where a dragged row would land: before this row
        self.rows: list[ListRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.show_rows(())

    def show_rows(self, rows: Sequence[ListRow], at: int = -1) -> None:
        """Show other rows; `at` is the one chosen."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = list(rows)
        for n, row in enumerate(self.rows):
            row.last = n == len(self.rows) - 1
            row.pressed.connect(lambda n=n: self._pick(n))
            for grip in row.findChildren(Grip) if self._movable else ():
                grip.dragged.connect(self._drag)
                grip.dropped.connect(lambda y, n=n: self._drop(n, y))
            self._column.addWidget(row)
        self.choose(at)
        self.setAccessibleName(f"{self._name}, {len(self.rows)}")

    def choose(self, at: int) -> None:
        """Choose a row without telling anyone; -1 for none."""
        for n, row in enumerate(self.rows):
            row.choose(n == at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move between rows."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        here = next((n for n, row in enumerate(self.rows) if row.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        there = max(0, min(len(self.rows) - 1, here + step))
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and self._movable:
            self._move(here, there)
        else:
            self.rows[there].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_row(self, at: int) -> None:
        """Put the keyboard on a row, as after it was moved."""
        if 0 <= at < len(self.rows):
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint where a dragged row would land; it shines through rows that are not chosen."""
        if self._gap >= 0:
            top = self.rows[self._gap].y() if self._gap < len(self.rows) else self.height()
            thick = self._theme.px(4)
            top = max(0, min(self.height() - thick, top - thick // 2))
            QPainter(self).fillRect(QRect(0, top, self.width(), thick), self._theme.colour("look"))

    def _drag(self, y: int) -> None:
        self._gap = self._before(y)
        self.update()

    def _drop(self, at: int, y: int) -> None:
        before = self._before(y)
        self._gap = -1
        self.update()
        self._move(at, before - 1 if before > at else before)

    def _before(self, y: int) -> int:
        here = self.mapFromGlobal(QPoint(0, y)).y()
        return sum(1 for row in self.rows if row.geometry().center().y() < here)

    def _move(self, at: int, to: int) -> None:
        if at != to:
            self.moved.emit(at, to)

    def _pick(self, at: int) -> None:
        self.choose(at)
        self.picked.emit(at)


def paint_row(painter: QPainter, theme: Theme, rect: QRectF, on: bool, rtl: bool) -> None:
    """The tint of a chosen row with its leading bar, or the wash under the pointer."""
    path, radius, bar = QPainterPath(), theme.px(RADIUS), theme.px(4)
    path.addRoundedRect(rect.adjusted(0, 1, 0, -1), radius, radius)
    painter.fillPath(path, theme.colour("action_tint" if on else "well", 1.0 if on else 0.6))
    if on:
        painter.save()
        painter.setClipPath(path)
        left = rect.right() - bar if rtl else rect.left()
        painter.fillRect(QRectF(left, rect.top(), bar, rect.height()), theme.colour("action"))
        painter.restore()
        if theme.tokens.name == "contrast":
            painter.setPen(QPen(theme.colour("edge"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 2, -1, -2), radius, radius)
