"""Search everywhere, wired: the vault is asked in its lane, the rest in memory; what is picked leads on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.finding import KINDS, among, kind_words, shipped
from facilitator.i18n import _
from facilitator.model.matching import Names
from facilitator.model.search import Hit, grouped
from facilitator.workspace import Workspace
from ui.go import Go, Way
from ui.jobs import Jobs
from ui.screen import Screen
from ui.theme import Theme
from ui.widgets import RowItem
from ui.widgets.search import FoundGroup, SearchPanel

PLACE, WAY = "place", "way"
_ORDER = (*KINDS[:5], PLACE, WAY, *KINDS[5:])
_ICONS = {"group": "groups", "member": "person", "session": "calendar", "note": "pencil", "agenda": "plans",
          "document": "paper", "library": "book", "shipped": "book", "venue": "place", WAY: "forward"}
_EACH = 8
"""How many of a kind are shown: who wants more types another letter."""


class Finding(QObject):
    """One search panel over a window; it is made when first asked for."""

    def __init__(
        self, theme: Theme, over: QWidget, jobs: Jobs[Workspace], places: Sequence[type[Screen]],
        go: Callable[[Go], None],
    ) -> None:
        super().__init__(over)
        self._theme, self._over, self._jobs, self._go = theme, over, jobs, go
        self._places = places
        self._here = frozenset(kind.place for kind in places)
        self._panel: SearchPanel | None = None
        self._shelf: tuple[Hit, ...] = ()
        self._titles: Names[int] = Names(())

    def open(self) -> None:
        """Show the panel, ready to type."""
        if self._panel is None:
            self._panel = SearchPanel(self._theme, self._over)
            self._panel.asked.connect(self._ask)
            self._panel.picked.connect(self._pick)
        self._panel.open()
        if not self._shelf:
            self._put_up(())
        # Names are read into memory now, so that the first letter need not wait for them.
        self._jobs.ask(self, lambda workspace: (workspace.search(_WARM), workspace.library.plain)[1], self._look_up)

    def _look_up(self, library: object) -> None:
        # In the lane for paper: the library is read from many files the first time.
        self._jobs.paper(self, lambda progress: shipped(library), self._put_up, key="shelf")  # type: ignore[arg-type]

    def _put_up(self, ships: Sequence[Hit]) -> None:
        """What can be found without the vault: the places, what one can do there, and what ships with the app."""
        places = [Hit(PLACE, b"", kind.title(), show=Way(kind.title(), Go(kind.place))) for kind in self._places]
        ways = [Hit(WAY, b"", way.title, kind.title(), show=way) for kind in self._places for way in kind.ways()]
        self._shelf = (*places, *ways, *ships)
        self._titles = Names(enumerate(_all_words(hit) for hit in self._shelf))
        if ships and self._panel is not None and self._panel.isVisible():
            self._panel.ask()

    def _ask(self, words: str) -> None:
        def show(hits: Sequence[Hit]) -> None:
            if self._panel is not None:
                found = [hit for hit in (*hits, *among(self._shelf, self._titles, words, _EACH)) if self._leads(hit)]
                self._panel.show_found([self._laid(*group) for group in grouped(found, _ORDER)], words)

        self._jobs.ask(self, lambda workspace: workspace.search(words, each=_EACH), show, key="search")

    def _leads(self, hit: Hit) -> bool:
        return way_to(hit).place in self._here

    def _laid(self, kind: str, hits: Sequence[Hit]) -> FoundGroup:
        icons = {screen.title(): screen.icon for screen in self._places}
        return FoundGroup(
            {PLACE: _("Places"), WAY: _("Things to do")}.get(kind) or kind_words(kind),
            tuple(RowItem(hit, hit.title, " ".join(hit.detail.split()),
                          icons[hit.title] if kind == PLACE else _ICONS[kind], _("put away") if hit.past else "")
                  for hit in hits))

    def _pick(self, hit: object) -> None:
        if isinstance(hit, Hit):
            self._go(way_to(hit))


_WARM = "\N{LATIN SMALL LETTER A}"
"""Anything at all."""


def _all_words(hit: Hit) -> str:
    return f"{hit.title} {hit.show.also if isinstance(hit.show, Way) else hit.also}"


def way_to(hit: Hit) -> Go:
    """Where something found is shown: an evening on Tonight, a group and its people under Groups."""
    match hit:
        case Hit(show=Way(go=go)):
            return go
        case Hit(kind="session"):
            return Go("tonight", hit.show or hit.id)
        case Hit(kind="note"):
            return Go("tonight", ("notes", hit))
        case Hit(kind="group"):
            return Go("groups", hit.id)
        case Hit(kind="venue", group_id=bytes() as group_id):
            return Go("groups", (group_id, "team", hit.id))
        case Hit(kind="agenda"):
            return Go("plans", hit)
        case Hit(kind="document"):
            return Go("print", ("sheet", hit.show))
        case Hit(kind="shipped"):
            return Go("library", hit.show)
        case Hit(kind="library"):
            return Go("library", hit)
        case _:
            return Go("groups", hit)
