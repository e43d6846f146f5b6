"""What a kind of group may add to the core: for whom, which clauses, and in the place of which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.evening import clauses
from facilitator.evening.clauses import Pick
from facilitator.i18n import _
from facilitator.model.agreement import Clause
from facilitator.model.content import AgreementOverlay
from ui.theme import Theme
from ui.widgets import CheckRow, Columns, Label, Panel, down


class Overlays(QWidget):
    """A tick for each. `taken` carries an overlay and whether it is wanted."""

    taken = Signal(object, bool)

    def __init__(self, theme: Theme, overlays: Sequence[AgreementOverlay], core: Mapping[str, Clause]) -> None:
        super().__init__()
        self._rows: list[tuple[AgreementOverlay, CheckRow]] = []
        cards = [self._card(theme, overlay, core) for overlay in overlays]
        self.setLayout(Columns(theme, *cards, gap=20, stacked_gap=12, below=300 * len(cards) + 40))

    def show_picks(self, picks: Sequence[Pick]) -> None:
        """Tick those of which something is in."""
        for overlay, row in self._rows:
            row.blockSignals(True)
            row.setChecked(clauses.taken(picks, overlay))
            row.blockSignals(False)

    def _card(self, theme: Theme, overlay: AgreementOverlay, core: Mapping[str, Clause]) -> QWidget:
        row = CheckRow(theme, overlay.title, hint=overlay.summary, softens=False)
        row.toggled.connect(lambda on: self.taken.emit(overlay, on))
        self._rows.append((overlay, row))
        adds = _("Adds: {clauses}").format(clauses=_row([one.text for one in overlay.clauses]))
        instead = [core[old].text for _new, old in overlay.stands_for if old in core]
        parts: list[QWidget | int] = [row, 6, Label(theme, adds, "small", wrap=True)]
        if instead:
            said = _("In the place of: {clauses}").format(clauses=_row(instead))
            parts += [4, Label(theme, said, "small", "soft", wrap=True)]
        return Panel(theme, down(theme, *parts, margins=(14, 8, 14, 12)), "sheet")


def _row(words: Sequence[str]) -> str:
    return " · ".join(words)  # they hold commas and quotation marks of their own
