"""Search, wired: what is typed goes to the vault's lane, what is picked leads to its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.model.search import Hit
from facilitator.workspace import Workspace
from ui.go import Go
from ui.jobs import Jobs
from ui.theme import Theme
from ui.widgets import RowItem
from ui.widgets.search import SearchPanel

_ICONS = {"group": "groups", "member": "person", "session": "calendar"}


class Finding(QObject):
    """One search panel over a window; it is made when first asked for."""

    def __init__(self, theme: Theme, over: QWidget, jobs: Jobs[Workspace], go: Callable[[Go], None]) -> None:
        super().__init__(over)
        self._theme, self._over, self._jobs, self._go = theme, over, jobs, go
        self._panel: SearchPanel | None = None

    def open(self) -> None:
        """Show the panel, ready to type."""
        if self._panel is None:
            self._panel = SearchPanel(self._theme, self._over)
            self._panel.asked.connect(self._ask)
            self._panel.picked.connect(self._pick)
        self._panel.open()

    def _ask(self, words: str) -> None:
        def show(hits: Sequence[Hit]) -> None:
            if self._panel is not None:
                rows = [RowItem(hit, hit.title, hit.detail, _ICONS.get(hit.kind, "")) for hit in hits]
                self._panel.show_found(rows, words)

        self._jobs.ask(self, lambda workspace: workspace.search(words), show, key="search")

    def _pick(self, hit: object) -> None:
        if isinstance(hit, Hit):
            self._go(way_to(hit))


def way_to(hit: Hit) -> Go:
    """Where something found is shown: an evening on Tonight, a group and its people under Groups."""
    if hit.kind == "session":
        return Go("tonight", hit.id)
    return Go("groups", hit.id if hit.kind == "group" else hit)
