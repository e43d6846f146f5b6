"""Layouts that follow the theme's zoom: across, down, a grid, words that flow, and columns that become one."""

from __future__ import annotations

from enum import Enum
from typing import Final, TypeAlias

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QGridLayout,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QSpacerItem,
    QWidget,
    QWidgetItem,
)

from ui.theme import Theme

Margins: TypeAlias = tuple[float, float, float, float]
"""Leading, top, trailing, bottom, in design px; mirrored where the reading runs from the right."""


class Stretch(Enum):
    """A marker in a list of items."""

    STRETCH = "stretch"


STRETCH: Final = Stretch.STRETCH
"""Stands in a list of items for the space that takes what is left."""

Item: TypeAlias = (
    QWidget | QLayout | int | Stretch | tuple[QWidget | QLayout, int] | tuple[QWidget | QLayout, int, Qt.AlignmentFlag]
)
"""A widget, a layout, a gap in design px, STRETCH, or (widget or layout, stretch[, alignment])."""

TOP: Final = Qt.AlignmentFlag.AlignTop
MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
BOTTOM: Final = Qt.AlignmentFlag.AlignBottom
LEADING: Final = Qt.AlignmentFlag.AlignLeft  # layouts turn it round where the reading runs from the right

ONE_COLUMN: Final = 980  # design px of page below which there is one column


def mirrored(theme: Theme, margins: Margins) -> tuple[int, int, int, int]:
    """Margins in px, turned round by hand: Qt mirrors a layout, but not its margins."""
    lead, top, trail, bottom = (theme.px(m) for m in margins)
    return (trail, top, lead, bottom) if QApplication.isRightToLeft() else (lead, top, trail, bottom)


class Box(QBoxLayout):
    """A row or column of items whose gaps and margins are design px and follow the zoom."""

    def __init__(
        self, theme: Theme, direction: QBoxLayout.Direction, gap: float = 0, margins: Margins = (0, 0, 0, 0)
    ) -> None:
        super().__init__(direction)
        self._theme, self._gap, self._margins = theme, gap, margins
        self._spaces: list[tuple[QSpacerItem, int]] = []
        theme.follow(self._measure)

    def put(self, *items: Item) -> Box:
        """Add items at the end; returns itself."""
        for item in items:
            if item is STRETCH:
                self.addStretch(1)
            elif isinstance(item, int):
                spacer = QSpacerItem(0, 0)
                self._spaces.append((spacer, item))
                self._size_space(spacer, item)
                self.addSpacerItem(spacer)
            elif isinstance(item, tuple):
                self._put_one(item[0], item[1], item[2] if len(item) == 3 else None)
            elif isinstance(item, QWidget | QLayout):
                self._put_one(item, 0, None)
        return self

    def clear(self) -> None:
        """Take everything out; widgets are deleted once events have run."""
        self._spaces.clear()
        while self.count():
            _discard(self.takeAt(0))

    def _put_one(self, item: QWidget | QLayout, stretch: int, alignment: Qt.AlignmentFlag | None) -> None:
        if isinstance(item, QLayout):
            self.addLayout(item, stretch)
        else:
            self.addWidget(item, stretch)
            if alignment is None and not self._runs_across() and item.property("leading"):
                alignment = LEADING
            if wraps(item) and not (alignment and alignment & Qt.AlignmentFlag.AlignVertical_Mask):
                alignment = (alignment or Qt.AlignmentFlag(0)) | (MIDDLE if self._runs_across() else TOP)
        if alignment is not None:
            self.setAlignment(item, alignment)

    def _runs_across(self) -> bool:
        return self.direction() in (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.RightToLeft)

    def _size_space(self, spacer: QSpacerItem, design: int) -> None:
        fixed, least = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        if self._runs_across():
            spacer.changeSize(self._theme.px(design), 0, fixed, least)
        else:
            spacer.changeSize(0, self._theme.px(design), least, fixed)

    def _measure(self) -> None:
        self.setSpacing(self._theme.px(self._gap))
        self.setContentsMargins(*mirrored(self._theme, self._margins))
        for spacer, design in self._spaces:
            self._size_space(spacer, design)
        self.invalidate()


def wraps(widget: QWidget) -> bool:
    """Whether a widget of one line's height may need several; unaligned, Qt would keep it to the one."""
    policy = widget.sizePolicy()
    return policy.hasHeightForWidth() and policy.verticalPolicy() == QSizePolicy.Policy.Fixed


def across(theme: Theme, *items: Item, gap: float = 8, margins: Margins = (0, 0, 0, 0)) -> Box:
    """Items side by side in reading order."""
    return Box(theme, QBoxLayout.Direction.LeftToRight, gap, margins).put(*items)


def down(theme: Theme, *items: Item, gap: float = 0, margins: Margins = (0, 0, 0, 0)) -> Box:
    """Items one under another; buttons keep their own width at the leading edge."""
    return Box(theme, QBoxLayout.Direction.TopToBottom, gap, margins).put(*items)


def box(layout: QLayout, into: QWidget | None = None) -> QWidget:
    """A widget that holds a layout; pass `into` to lay out a sheet or panel."""
    widget = into if into is not None else QWidget()
    widget.setLayout(layout)
    return widget


class Grid(QGridLayout):
    """A grid whose gaps and margins are design px and follow the zoom."""

    def __init__(
        self, theme: Theme, gap: float = 8, line_gap: float | None = None, margins: Margins = (0, 0, 0, 0)
    ) -> None:
        super().__init__()
        self._theme, self._gap, self._margins = theme, gap, margins
        self._line_gap = gap if line_gap is None else line_gap
        theme.follow(self._measure)

    def put(self, widget: QWidget, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        """Put a widget in a cell."""
        self.addWidget(widget, row, column, rows, columns)
        if wraps(widget):
            self.setAlignment(widget, MIDDLE)

    def _measure(self) -> None:
        self.setHorizontalSpacing(self._theme.px(self._gap))
        self.setVerticalSpacing(self._theme.px(self._line_gap))
        self.setContentsMargins(*mirrored(self._theme, self._margins))


class _Placing(QLayout):
    """What our own layouts share: a list of items, kept in order, and measures that stay until an item changes.

    A layout says how high it is at a width (`_high`), its usual size (`_usual`) and its least (`_smallest`); Qt asks
    for each of these many times over while a page is laid out.
    """

    def __init__(self, theme: Theme) -> None:
        self._heights: dict[int, int] = {}
        self._sizes: dict[str, QSize] = {}
        super().__init__()
        self._theme = theme
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        theme.follow(self._measure)

    def _measure(self) -> None:
        self.invalidate()

    def put(self, *widgets: QWidget) -> None:
        """Add widgets at the end."""
        for widget in widgets:
            self.addWidget(widget)
            if wraps(widget):
                self.setAlignment(widget, MIDDLE)

    def clear(self) -> None:
        """Take everything out; widgets are deleted once events have run."""
        while self._items:
            _discard(self.takeAt(0))

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's way in."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item there, or None as Qt expects."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """The item there, taken out."""
        item = self._items.pop(index) if 0 <= index < len(self._items) else None
        self.invalidate()
        return item

    def invalidate(self) -> None:
        """An item changed: measure anew."""
        self._heights.clear()
        self._sizes.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """Height at this width."""
        if width not in self._heights:
            self._heights[width] = self._high(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """The size it would like."""
        if "usual" not in self._sizes:
            self._sizes["usual"] = self._usual()
        return self._sizes["usual"]

    def minimumSize(self) -> QSize:
        """The least it can do with."""
        if "smallest" not in self._sizes:
            self._sizes["smallest"] = self._smallest()
        return self._sizes["smallest"]

    def _high(self, width: int) -> int:
        raise NotImplementedError

    def _usual(self) -> QSize:
        raise NotImplementedError

    def _smallest(self) -> QSize:
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        """Height follows width."""
        return True

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more than it needs."""
        return Qt.Orientation(0)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _from_right(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _place(self, item: QLayoutItem, rect: QRect, within: QRect) -> None:
        if self._from_right():
            rect = QRect(within.left() + within.right() + 1 - rect.right() - 1, rect.y(), rect.width(), rect.height())
        item.setGeometry(rect)


class Flow(_Placing):
    """Widgets side by side that run on to the next line when there is no room; nothing is ever cut."""

    def __init__(
        self, theme: Theme, *widgets: QWidget, gap: float = 8, line_gap: float | None = None, trailing: bool = False
    ) -> None:
        self._gap, self._line_gap = gap, gap if line_gap is None else line_gap
        self._trailing = trailing
        super().__init__(theme)
        self.put(*widgets)

    def _high(self, width: int) -> int:
        """Height of all lines at this width."""
        lines = self._lines(width)
        return sum(height for _, height in lines) + self._theme.px(self._line_gap) * max(0, len(lines) - 1)

    def _usual(self) -> QSize:
        """Everything on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._theme.px(self._gap) * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def _smallest(self) -> QSize:
        """The widest single widget at its least."""
        least = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in least), default=0), max((s.height() for s in least), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Lay the lines out, each widget in the middle of its line."""
        super().setGeometry(rect)
        gap, top = self._theme.px(self._gap), rect.y()
        for line, height in self._lines(rect.width()):
            used = sum(size.width() for _, size in line) + gap * (len(line) - 1)
            left = rect.x() + (rect.width() - used if self._trailing else 0)
            for item, size in line:
                self._place(item, QRect(left, top + (height - size.height()) // 2, size.width(), size.height()), rect)
                left += size.width() + gap
            top += height + self._theme.px(self._line_gap)

    def _lines(self, width: int) -> list[tuple[list[tuple[QLayoutItem, QSize]], int]]:
        lines: list[tuple[list[tuple[QLayoutItem, QSize]], int]] = []
        line: list[tuple[QLayoutItem, QSize]] = []
        used, gap = 0, self._theme.px(self._gap)
        for item in self._shown():
            size = item.sizeHint()
            if size.width() > width:
                room = max(width, item.minimumSize().width())
                size = QSize(room, item.heightForWidth(room) if item.hasHeightForWidth() else size.height())
            if line and used + gap + size.width() > width:
                lines.append((line, max(s.height() for _, s in line)))
                line, used = [], 0
            used += size.width() + (gap if line else 0)
            line.append((item, size))
        if line:
            lines.append((line, max(s.height() for _, s in line)))
        return lines


class Columns(_Placing):
    """Columns side by side by share of the width, which lie under one another when there is little room.

    A column with STRETCH in it fills the height; another keeps its own, at the top.
    `below` is the width in design px at which they turn into one; `fixed` gives a column a width instead of a share.
    """

    def __init__(
        self,
        theme: Theme,
        *columns: QWidget,
        shares: tuple[float, ...] = (),
        fixed: tuple[float | None, ...] = (),
        gap: float = 40,
        stacked_gap: float = 28,
        below: float = 904,
    ) -> None:
        self._shares = shares or (1.0,) * len(columns)
        self._fixed = fixed or (None,) * len(columns)
        self._gap, self._stacked_gap, self._below = gap, stacked_gap, below
        super().__init__(theme)
        self.put(*columns)

    def side_by_side(self, width: int) -> bool:
        """Whether the columns stand beside one another at this width in px."""
        if width < self._theme.px(self._below):
            return False
        return all(w >= item.minimumSize().width() for item, w in self._widths(width))

    def _high(self, width: int) -> int:
        """The tallest column, or all of them."""
        if self.side_by_side(width):
            return max((_height(item, w) for item, w in self._widths(width)), default=0)
        gaps = self._theme.px(self._stacked_gap) * max(0, len(self._shown()) - 1)
        return sum(_height(item, width) for item in self._shown()) + gaps

    def _usual(self) -> QSize:
        """Side by side, at the columns' own widths."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = self._theme.px(self._gap) * max(0, len(hints) - 1)
        return QSize(sum(h.width() for h in hints) + gaps, max((h.height() for h in hints), default=0))

    def _smallest(self) -> QSize:
        """One column, so that the window may always be made narrow."""
        least = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in least), default=0), max((s.height() for s in least), default=0))

    def expandingDirections(self) -> Qt.Orientation:
        """Fills the width, and the height where a column can."""
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def setGeometry(self, rect: QRect) -> None:
        """Lay the columns out."""
        super().setGeometry(rect)
        if self.side_by_side(rect.width()):
            left = rect.x()
            for item, width in self._widths(rect.width()):
                fills = bool(item.expandingDirections() & Qt.Orientation.Vertical)
                high = rect.height() if fills else min(rect.height(), _height(item, width))
                self._place(item, QRect(left, rect.y(), width, high), rect)
                left += width + self._theme.px(self._gap)
            return
        top = rect.y()
        for item in self._shown():
            height = _height(item, rect.width())
            item.setGeometry(QRect(rect.x(), top, rect.width(), height))
            top += height + self._theme.px(self._stacked_gap)

    def _widths(self, width: int) -> list[tuple[QLayoutItem, int]]:
        shown = [(n, item) for n, item in enumerate(self._items) if not item.isEmpty()]
        fixed = {n: self._theme.px(w) for n, _ in shown if (w := self._fixed[n]) is not None}
        left = width - self._theme.px(self._gap) * max(0, len(shown) - 1) - sum(fixed.values())
        whole = sum(self._shares[n] for n, _ in shown if n not in fixed) or 1.0
        widths: list[tuple[QLayoutItem, int]] = []
        share, used = 0.0, 0
        for n, item in shown:
            if n in fixed:
                widths.append((item, fixed[n]))
                continue
            share += self._shares[n]
            end = round(left * share / whole)  # rounded from the start, so that no pixel is lost or too many
            widths.append((item, end - used))
            used = end
        return widths


class Aside(_Placing):
    """Two widgets: the second stands at the trailing end, or under the first when that would get too narrow.

    `least` is the width in design px the first must keep; `end` puts the second at the foot instead of the middle.
    """

    def __init__(
        self,
        theme: Theme,
        main: QWidget,
        side: QWidget,
        *,
        gap: float = 16,
        stacked_gap: float = 12,
        least: float = 260,
        end: bool = False,
        leading_side: bool = False,
    ) -> None:
        self._gap, self._stacked_gap, self._least, self._end = gap, stacked_gap, least, end
        self._leading_side = leading_side
        super().__init__(theme)
        self.put(main, side)

    def _high(self, width: int) -> int:
        """The taller of the two, or both."""
        if len(shown := self._shown()) < 2:
            return sum(_height(item, width) for item in shown)
        first, second = shown
        if (room := self._room(width)) is not None:
            return max(_height(first, room[0]), _height(second, room[1]))
        return _height(first, width) + _height(second, width) + self._theme.px(self._stacked_gap)

    def _usual(self) -> QSize:
        """Side by side."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = self._theme.px(self._gap) * max(0, len(hints) - 1)
        return QSize(sum(h.width() for h in hints) + gaps, max((h.height() for h in hints), default=0))

    def _smallest(self) -> QSize:
        """One under the other."""
        least = [item.minimumSize() for item in self._shown()]
        return QSize(max((s.width() for s in least), default=0), max((s.height() for s in least), default=0))

    def expandingDirections(self) -> Qt.Orientation:
        """Fills the width."""
        return Qt.Orientation.Horizontal

    def setGeometry(self, rect: QRect) -> None:
        """Lay the two out."""
        super().setGeometry(rect)
        shown = self._shown()
        if len(shown) < 2:
            for item in shown:
                item.setGeometry(rect)
            return
        first, second = shown
        if (room := self._room(rect.width())) is None:
            stack = (second, first) if self._leading_side else (first, second)
            top = rect.y()
            for item in stack:
                high = _height(item, rect.width())
                wide = min(rect.width(), item.sizeHint().width()) if self._leading_side else rect.width()
                self._place(item, QRect(rect.x(), top, wide if item is second else rect.width(), high), rect)
                top += high + self._theme.px(self._stacked_gap)
            return
        main, side = room
        gap = self._theme.px(self._gap)
        first_x = rect.x() + (side + gap if self._leading_side else 0)
        second_x = rect.x() + (0 if self._leading_side else main + gap)
        high = _height(second, side)
        top = rect.y() + (rect.height() - high if self._end else max(0, (rect.height() - high) // 2))
        main_high = _height(first, main)
        main_top = rect.y() + (rect.height() - main_high if self._end else max(0, (rect.height() - main_high) // 2))
        self._place(first, QRect(first_x, main_top, main, main_high), rect)
        self._place(second, QRect(second_x, top, side, high), rect)

    def _room(self, width: int) -> tuple[int, int] | None:
        """Widths of the two side by side, or None when the first would get too narrow."""
        first, second = self._shown()
        side = second.sizeHint().width()
        main = width - side - self._theme.px(self._gap)
        least = max(first.minimumSize().width(), min(self._theme.px(self._least), first.sizeHint().width()))
        return (main, side) if main >= least else None


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _discard(item: QLayoutItem | None) -> None:
    if isinstance(item, QWidgetItem):
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    elif isinstance(item, QLayout):
        while item.count():
            _discard(item.takeAt(0))
        item.deleteLater()
