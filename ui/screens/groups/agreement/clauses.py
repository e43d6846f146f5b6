"""The clauses an agreement is put together from: ticked, in an order, and put in other words where the group likes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from facilitator.evening import clauses
from facilitator.evening.clauses import Pick
from facilitator.i18n import _
from facilitator.model.agreement import Clause
from ui.theme import Theme
from ui.widgets import CheckRow, Grip, IconButton, ListRow, RowStack, across


class _Tick(CheckRow):
    """A tick that is carried by Alt with an arrow: `carried` says by how many places."""

    carried = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with up or down carries it."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.carried.emit(step)
        else:
            super().keyPressEvent(event)


class ClausePicker(RowStack):
    """Ticks, and an order by hand or by keys. `changed` fires at each change; `asked` carries a clause to reword."""

    changed = Signal()
    asked = Signal(int)

    def __init__(self, theme: Theme, picks: Sequence[Pick]) -> None:
        super().__init__(theme, _("Clauses"), movable=True)
        self._look = theme
        self.picks: list[Pick] = []
        self.moved.connect(self._carry)
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
        """Another clause after the last that is in, ticked."""
        last = max((n for n, pick in enumerate(self.picks) if pick.on), default=-1)
        self.put([*self.picks[:last + 1], Pick(clause, True), *self.picks[last + 1:]])
        self.changed.emit()

    def take_out(self, at: int) -> None:
        """A clause of the group's own is not wanted any more."""
        self.put([pick for n, pick in enumerate(self.picks) if n != at])
        self.changed.emit()

    def reword(self, at: int, clause: Clause) -> None:
        """A clause in other words."""
        self.put([replace(pick, clause=clause) if n == at else pick for n, pick in enumerate(self.picks)])
        self.changed.emit()

    def focus_words(self, at: int) -> None:
        """Give the keyboard to a clause's tick."""
        if 0 <= at < len(self.rows):
            self.rows[at].findChildren(CheckRow)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self) -> str:
        """All of it as text, to be kept half done."""
        return json.dumps([[asdict(pick.clause), pick.on] for pick in self.picks], ensure_ascii=False)

    def restore(self, text: str) -> None:
        """Back from text."""
        self.put([Pick(Clause(**clause), bool(on)) for clause, on in json.loads(text or "[]")])

    def _row(self, n: int, pick: Pick) -> ListRow:
        theme, text = self._look, pick.clause.text
        tick = _Tick(theme, text, pick.on, softens=False)
        tick.toggled.connect(lambda on: self._tick(n, on))
        tick.carried.connect(lambda step: self._move_by_key(n, step))
        up = IconButton(theme, "up", _("Up: {clause}").format(clause=text))
        up.clicked.connect(lambda: self._step(n, -1))
        up.setEnabled(n > 0)
        under = IconButton(theme, "down", _("Down: {clause}").format(clause=text))
        under.clicked.connect(lambda: self._step(n, 1))
        under.setEnabled(n < len(self.picks) - 1)
        words = IconButton(theme, "pencil", _("Other words: {clause}").format(clause=text))
        words.clicked.connect(lambda: self.asked.emit(n))
        line = across(theme, Grip(theme, text), (tick, 1), up, under, words, gap=0, margins=(0, 4, 4, 4))
        return ListRow(theme, text, line, choosable=False)

    def _tick(self, at: int, on: bool) -> None:
        picks, there = clauses.tick(self.picks, at, on)
        if there == at:
            self.picks = list(picks)
        else:
            self.put(picks)
            self.rows[there].show()  # at once, as only what is shown can be given the keyboard
            self.focus_words(there)
        self.changed.emit()

    def _carry(self, at: int, to: int) -> None:
        self.put(clauses.carry(self.picks, at, to))
        self.changed.emit()

    def _move_by_key(self, at: int, step: int) -> None:
        there = max(0, min(len(self.picks) - 1, at + step))
        if there != at:
            self._carry(at, there)
            self.rows[there].show()  # at once, as only what is shown can be given the keyboard
            self.focus_words(there)

    def _step(self, at: int, step: int) -> None:
        there = at + step
        self._carry(at, there)
        row = self.rows[there]
        row.show()
        up, under, *_rest = row.findChildren(IconButton)
        wanted, other = (up, under) if step < 0 else (under, up)
        (wanted if wanted.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)
