"""What stands in a grid of cells: words or an icon each, said aloud with its row and its column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from facilitator.i18n import listed
from ui.theme import Token

_Index = QModelIndex | QPersistentModelIndex


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
        return listed(filter(None, (self.side(row), self.top(column)[0], cell.said or cell.words)))

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
        return listed(filter(None, self.top(section)))
