"""What is written down of an evening, ticked while it happens: the agreement, its limits, and rounds for everybody."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.agenda import SegmentKind
from facilitator.model.running import Mark, Phase, Running
from ui.screens.tonight.running import words
from ui.screens.tonight.running.asking import Named
from ui.theme import Theme
from ui.widgets import CheckRow, Label, box, down

_READS = (SegmentKind.OPENING, SegmentKind.AGREEMENT)


@dataclass(frozen=True, slots=True)
class Row:
    """One line to tick."""

    mark: Mark
    part: int | None
    words: str
    on: bool


class Marking(QWidget):
    """Shows what can be ticked by now. `marked` carries a mark, its part, and whether it was done."""

    marked = Signal(object, object, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Row, ...] = ()
        self._ticks: list[CheckRow] = []
        self._rows = down(theme, gap=0)
        self.setLayout(down(theme, Label(theme, _("Written down tonight"), "label", "soft"), 2, box(self._rows)))
        self.hide()

    @property
    def rows(self) -> tuple[CheckRow, ...]:
        """The ticks, in order."""
        return tuple(self._ticks)

    def tell(self, now: Running, named: Named) -> None:
        """Show what can be ticked."""
        rows = wanted(now, named)
        if rows == self._shown:
            return
        same = [(one.mark, one.part, one.words) for one in rows] == [
            (one.mark, one.part, one.words) for one in self._shown]
        self._shown = rows
        if not same:
            self._rows.clear()
            self._ticks = [self._tick(row) for row in rows]
            self._rows.put(*self._ticks)
        for row, tick in zip(rows, self._ticks, strict=True):
            tick.blockSignals(True)
            tick.setChecked(row.on)
            tick.blockSignals(False)
        self.setVisible(bool(rows))

    def _tick(self, row: Row) -> CheckRow:
        tick = CheckRow(self._theme, row.words, row.on)
        tick.toggled.connect(lambda on: self.marked.emit(row.mark, row.part, on))
        return tick


def wanted(now: Running, named: Named) -> tuple[Row, ...]:
    """What can be ticked by now: of a part that has gone by only what nobody has said."""
    if now.phase is Phase.WAITING:
        return ()
    rows, over = [], now.phase is Phase.ENDED
    reading = not over and now.current.kind in _READS
    agreement, limits = now.marked(Mark.AGREEMENT_READ), now.marked(Mark.LIMITS_READ)
    left_out = now.marked(Mark.LIMITS_LEFT_OUT)
    if reading or agreement is None:
        rows.append(Row(Mark.AGREEMENT_READ, None, _("The agreement was read"), agreement is not None))
    if left_out is None and (reading or limits is None):
        rows.append(Row(Mark.LIMITS_READ, None, _("The limits of confidentiality were read"), limits is not None))
    if limits is None and (reading or left_out is None):
        rows.append(Row(Mark.LIMITS_LEFT_OUT, None, _("The limits were left out tonight"), left_out is not None))
    for part in now.parts:
        if part.kind.is_round and (part.used or (part.index == now.at and not over)):
            offered = now.marked(Mark.ROUND_OFFERED, part.index) is not None
            if not offered or (part.index == now.at and not over):
                said = _("{title}: everybody was offered a turn").format(title=words.title(part, named[part.index]))
                rows.append(Row(Mark.ROUND_OFFERED, part.index, said, offered))
    return tuple(rows)
