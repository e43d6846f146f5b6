"""What the grids of who came show: ticks by person and evening, fetched as they are seen; or head-counts alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal

from facilitator.evening.attendance import Frame
from facilitator.i18n import _, interface, ngettext
from facilitator.model.ids import Id
from facilitator.model.session import Session, SessionStatus
from ui.widgets import Cell, CellModel

BLOCK = 20
"""How many people's ticks are asked for together."""


class TicksModel(CellModel):
    """People down, evenings across. Ticks come in blocks, as they come into sight; `needed` says that some are missing.

    It knows nothing of how often anybody came.
    """

    needed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.frame = Frame((), (), ())
        self._ticks: dict[tuple[Id, Id], bool] = {}
        self._fresh: set[int] = set()
        self._wanted: set[int] = set()

    def show(self, frame: Frame) -> bool:
        """Show another frame; ticks that are known stay until newer ones come. True if rows or columns changed."""
        same = [one.id for one in frame.sessions] == [one.id for one in self.frame.sessions] and (
            frame.members is self.frame.members or _named(frame) == _named(self.frame))
        self._fresh.clear()
        self._wanted.clear()
        if same:
            self.frame = frame
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self.columnCount() - 1))
            self._seen()
        else:
            self.beginResetModel()
            self.frame = frame
            self.endResetModel()
        return not same

    def missing(self) -> tuple[list[Id], list[Id], list[int]]:
        """What to ask for: sessions, members, and the blocks they fill."""
        blocks = sorted(self._wanted)
        self._wanted.clear()
        members = [one.id for block in blocks for one in self.frame.members[block * BLOCK:(block + 1) * BLOCK]]
        return [one.id for one in self.frame.sessions], members, blocks

    def fill(self, blocks: list[int], members: list[Id], ticks: Mapping[tuple[Id, Id], bool]) -> None:
        """Blocks have come."""
        for session in self.frame.sessions:
            for member in members:
                self._ticks.pop((session.id, member), None)
        self._ticks.update(ticks)
        self._fresh.update(blocks)
        self._seen()

    def set(self, row: int, column: int, present: bool) -> None:
        """Show a tick at once, while it is being written."""
        self._ticks[self.frame.sessions[column].id, self.frame.members[row].id] = present
        index = self.index(row, column)
        self.dataChanged.emit(index, index, [])

    def ticked(self, row: int, column: int) -> bool:
        """Whether somebody is ticked."""
        return self._ticks.get((self.frame.sessions[column].id, self.frame.members[row].id), False)

    def rowCount(self, parent: object = None) -> int:
        """How many people."""
        return len(self.frame.members)

    def columnCount(self, parent: object = None) -> int:
        """How many evenings."""
        return len(self.frame.sessions)

    def side(self, row: int) -> str:
        """The name."""
        return self.frame.members[row].name

    def top(self, column: int) -> tuple[str, str]:
        """The day, and how many are ticked."""
        n, session = self.frame.present[column], self.frame.sessions[column]
        quiet = not n and session.status is not SessionStatus.HELD
        return short_day(session.held_on), "" if quiet else ngettext("{n} here", "{n} here", n).format(n=n)

    def cell(self, row: int, column: int) -> Cell:
        """A tick, or nothing."""
        block = row // BLOCK
        if block not in self._fresh and block not in self._wanted:
            self._wanted.add(block)
            self.needed.emit()
        if self.ticked(row, column):
            return Cell(icon="check", said=_("here"))
        return Cell(said=_("not ticked"))

    def _seen(self) -> None:
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1), [])


def _named(frame: Frame) -> list[tuple[Id, str]]:
    return [(member.id, member.name) for member in frame.members]


class HeadsModel(CellModel):
    """Three rows of figures, a column for each evening."""

    def __init__(self) -> None:
        super().__init__()
        self.sessions: tuple[Session, ...] = ()

    def show(self, sessions: tuple[Session, ...]) -> None:
        """Show other evenings."""
        self.beginResetModel()
        self.sessions = sessions
        self.endResetModel()

    def rowCount(self, parent: object = None) -> int:
        """People, new ones, those who came before."""
        return 3 if self.sessions else 0

    def columnCount(self, parent: object = None) -> int:
        """How many evenings."""
        return len(self.sessions)

    def side(self, row: int) -> str:
        """What is counted."""
        return (_("People"), _("New"), _("Came before"))[row]

    def top(self, column: int) -> tuple[str, str]:
        """The day."""
        return short_day(self.sessions[column].held_on), ""

    def cell(self, row: int, column: int) -> Cell:
        """A figure, or that nobody has counted."""
        count = self.sessions[column].count
        number = (count.heads, count.newcomers, count.returning)[row]
        if number is None:
            return Cell("–" if self.sessions[column].status is SessionStatus.HELD else "", said=_("not counted"))
        return Cell(str(number), strong=row == 0)


def short_day(day: date) -> str:
    """A day over a column."""
    return interface().date(day, "d MMM")

