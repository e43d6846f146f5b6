"""Layouts that follow the theme's zoom: across, down, a box and a grid."""

from __future__ import annotations

from enum import Enum
from typing import Final, TypeAlias

from PySide6.QtCore import Qt, Slot
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

from ui.spare import spare
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
            discard(self.takeAt(0))

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

    @Slot()
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
    spare(widget)
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

    @Slot()
    def _measure(self) -> None:
        self.setHorizontalSpacing(self._theme.px(self._gap))
        self.setVerticalSpacing(self._theme.px(self._line_gap))
        self.setContentsMargins(*mirrored(self._theme, self._margins))


def discard(item: QLayoutItem | None) -> None:
    """Take away what stood in a layout, and all that stood in that."""
    if isinstance(item, QWidgetItem):
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    elif isinstance(item, QLayout):
        while item.count():
            discard(item.takeAt(0))
        item.deleteLater()
