"""The clauses an agreement is put together from: ticked, in an order, and put in other words where the group likes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from PySide6.QtCore import Qt, Signal

from facilitator.i18n import _
from facilitator.model.agreement import Clause
from ui.theme import Theme
from ui.widgets import CheckRow, IconButton, ListRow, RowStack, across


@dataclass(frozen=True, slots=True)
class Pick:
    """A clause that may be in or out."""

    clause: Clause
    on: bool


class ClausePicker(RowStack):
    """Ticks, and up and down. `changed` fires at each change; `asked` carries the index of a clause to reword."""

    changed = Signal()
    asked = Signal(int)

    def __init__(self, theme: Theme, picks: Sequence[Pick]) -> None:
        super().__init__(theme, _("Clauses"))
        self._look = theme
        self.picks: list[Pick] = []
        self.put(picks)

    @property
    def chosen(self) -> tuple[Clause, ...]:
        """The clauses ticked, in their order."""
        return tuple(pick.clause for pick in self.picks if pick.on)

    def put(self, picks: Sequence[Pick]) -> None:
        """Show other clauses."""
        self.picks = list(picks)
        self.show_rows([self._row(n, pick) for n, pick in enumerate(self.picks)])

    def add(self, clause: Clause) -> None:
        """Another clause at the end, ticked."""
        self.put([*self.picks, Pick(clause, True)])
        self.changed.emit()

    def reword(self, at: int, clause: Clause) -> None:
        """A clause in other words."""
        self.put([replace(pick, clause=clause) if n == at else pick for n, pick in enumerate(self.picks)])
        self.changed.emit()

    def text(self) -> str:
        """All of it as text, to be kept half done."""
        return json.dumps([[asdict(pick.clause), pick.on] for pick in self.picks], ensure_ascii=False)

    def restore(self, text: str) -> None:
        """Back from text."""
        self.put([Pick(Clause(**clause), bool(on)) for clause, on in json.loads(text or "[]")])

    def _row(self, n: int, pick: Pick) -> ListRow:
        theme, text = self._look, pick.clause.text
        tick = CheckRow(theme, text, pick.on, softens=False)
        tick.toggled.connect(lambda on: self._tick(n, on))
        up = IconButton(theme, "up", _("Up: {clause}").format(clause=text))
        up.clicked.connect(lambda: self._move(n, -1))
        up.setEnabled(n > 0)
        under = IconButton(theme, "down", _("Down: {clause}").format(clause=text))
        under.clicked.connect(lambda: self._move(n, 1))
        under.setEnabled(n < len(self.picks) - 1)
        words = IconButton(theme, "pencil", _("Other words: {clause}").format(clause=text))
        words.clicked.connect(lambda: self.asked.emit(n))
        line = across(theme, (tick, 1), up, under, words, gap=0, margins=(12, 4, 4, 4))
        return ListRow(theme, text, line, choosable=False)

    def _tick(self, at: int, on: bool) -> None:
        self.picks[at] = replace(self.picks[at], on=on)
        self.changed.emit()

    def _move(self, at: int, step: int) -> None:
        there = at + step
        moved = list(self.picks)
        moved[at], moved[there] = moved[there], moved[at]
        self.put(moved)
        row = self.rows[there]
        buttons = row.findChildren(IconButton)
        wanted = buttons[0 if step < 0 else 1]
        (wanted if wanted.isEnabled() else buttons[1 if step < 0 else 0]).setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
