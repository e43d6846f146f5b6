"""Layouts of our own that place by the room there is: words that flow, columns that become one, something aside."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.theme import Theme
from ui.widgets.layout import MIDDLE, discard, wraps


class Placing(QLayout):
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

    @Slot()
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
            discard(self.takeAt(0))

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


class Flow(Placing):
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


class Columns(Placing):
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


class Aside(Placing):
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
