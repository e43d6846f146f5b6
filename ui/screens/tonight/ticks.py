"""Tick rows in two columns, read downwards, or in one where there is little room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from ui.theme import Theme
from ui.widgets import CheckRow, Grid

K = TypeVar("K")


class TickColumns(Generic[K]):
    """Rows by key in a `grid`; rows that stay keep the keyboard."""

    def __init__(self, theme: Theme) -> None:
        self.grid = Grid(theme, gap=16, line_gap=0)
        self.rows: dict[K, CheckRow] = {}
        self._narrow = False

    def show(self, rows: Mapping[K, CheckRow]) -> None:
        """Put up other rows; those before are deleted."""
        for row in self.rows.values():
            self.grid.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = dict(rows)
        self._place()

    def be_narrow(self, narrow: bool) -> None:
        """Two columns, or one."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()

    def _place(self) -> None:
        rows = list(self.rows.values())
        for row in rows:
            self.grid.removeWidget(row)
        high = len(rows) if self._narrow else -(-len(rows) // 2)
        for n, row in enumerate(rows):
            self.grid.put(row, n % high, n // high)
