"""A field over a long list that leaves in it what fits the letters typed, by the same rule as the search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from facilitator.i18n import _, ngettext
from facilitator.model.matching import Names, Rank, words_of
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.field import TextField
from ui.widgets.rows import RowItem, RowList

_QUIET_MS = 500
"""How long nobody types before it is said aloud how many are left."""


class NarrowField(TextField):
    """Put it above a `RowList` and hand the rows to this field: `show_items`. `narrowed` tells how many are left.

    Beginnings of words, without case and accents; where nothing fits so, names that are one slip away. The order of
    the list stays. Down goes to the rows, Escape shows all again.
    """

    narrowed = Signal(int)

    def __init__(self, theme: Theme, name: str, rows: RowList) -> None:
        super().__init__(theme, name)
        self._rows = rows
        self._items: tuple[RowItem, ...] = ()
        self._names: Names[int] | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._say)
        self.changed.connect(self._typed)
        self.edit.installEventFilter(self)

    def show_items(self, items: Sequence[RowItem]) -> None:
        """Other rows for the list; what was typed goes on holding."""
        self._items, self._names = tuple(items), None
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes to the rows; Escape takes back what was typed."""
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self._rows.items:
                self._rows.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.text:
                self.edit.setText("")
                self._typed("")
                return True
        return super().eventFilter(watched, event)

    def _typed(self, _text: str) -> None:
        self._fill()
        self._rows.scrollToTop()
        self._quiet.start()

    def _fill(self) -> None:
        left = self._left(self.text)
        self._rows.show_items(left)
        self.narrowed.emit(len(left))

    def _left(self, typed: str) -> Sequence[RowItem]:
        if not words_of(typed):
            return self._items
        if self._names is None:  # built at the first letter: most lists are only looked at
            self._names = Names((place, item.title) for place, item in enumerate(self._items))
        ranks = self._names.find(typed, enough=1)
        best = [place for place, rank in ranks.items() if rank < Rank.SLIP] or list(ranks)
        return [self._items[place] for place in sorted(best)]

    def _say(self) -> None:
        n = len(self._rows.items)
        announce(self.edit, ngettext("{n} found", "{n} found", n).format(n=n) if n else _("Nothing found"))
