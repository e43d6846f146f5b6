"""Search everywhere, wired: the vault is asked in its lane, the rest in memory; what is picked leads on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.finding import KINDS, Shelf, helplines, kind_words, shipped, team
from facilitator.i18n import _
from facilitator.model.group import Group
from facilitator.model.organisation import Facilitator
from facilitator.model.search import Hit, grouped
from facilitator.workspace import Workspace
from ui.finding_ways import PLACE, WAY, Ways, few
from ui.go import Deed, Go, Way
from ui.jobs import Jobs
from ui.screen import Screen
from ui.theme import Theme
from ui.widgets import RowItem
from ui.widgets.search import FoundGroup, SearchPanel

if TYPE_CHECKING:
    from facilitator.library import Library
    from facilitator.model.content import Helpline

_ORDER = (*KINDS[:5], PLACE, WAY, *KINDS[5:])
_ICONS = {"group": "groups", "member": "person", "session": "calendar", "note": "pencil", "agenda": "plans",
          "document": "paper", "library": "book", "shipped": "book", "venue": "place", WAY: "forward"}
_EACH = 8
"""How many of a kind are shown: who wants more types another letter."""
_SOME, _NEAR = 24, 3
"""Where nothing fits all that was typed: how many that fit some of it are looked at, and shown of a kind."""


class Finding(QObject):
    """One search panel over a window; it is made when first asked for."""

    def __init__(
        self, theme: Theme, over: QWidget, jobs: Jobs[Workspace], places: Sequence[type[Screen]],
        go: Callable[[Go], None], deeds: Sequence[Deed] = (),
    ) -> None:
        super().__init__(over)
        self._theme, self._over, self._jobs, self._go = theme, over, jobs, go
        self._places, self._deeds = places, deeds
        self._here = frozenset(kind.place for kind in places)
        self._panel: SearchPanel | None = None
        self._ways = Ways(())
        self._groups: tuple[Group, ...] | None = None
        self._shelf, self._team = Shelf(), Shelf()
        self._all: Shelf | None = None

    def open(self) -> None:
        """Show the panel, ready to type."""
        if self._panel is None:
            self._panel = SearchPanel(self._theme, self._over)
            self._panel.asked.connect(self._ask)
            self._panel.picked.connect(self._pick)
        self._panel.open()
        if self._groups is None:
            self._put_up_ways(())
        # Names are read into memory now, so that the first letter need not wait for them.
        self._jobs.ask(self, lambda w: (w.search(_WARM), _groups(w), w.facilitators.all())[1:], self._know, key="ways")
        self._jobs.ask(self, lambda workspace: (workspace.library.plain, _helplines(workspace)), self._look_up)

    @property
    def ready(self) -> bool:
        """Whether all there is can be found by now."""
        return bool(self._shelf.hits and self._groups)

    def _know(self, known: tuple[tuple[Group, ...], tuple[Facilitator, ...]]) -> None:
        groups, everybody = known
        if (people := team(everybody, groups)) != self._team.hits:
            self._team = Shelf(people)
            self._again()
        self._put_up_ways(groups)

    def _put_up_ways(self, groups: tuple[Group, ...]) -> None:
        """The places and what one can do there, for each group as well."""
        if groups != self._groups:
            self._groups, self._ways = groups, Ways(self._places, self._deeds, groups)
            self._again()

    def _look_up(self, ships: tuple[Library, tuple[Helpline, ...]]) -> None:
        # In the lane for paper: the library is read from many files the first time.
        self._jobs.paper(self, lambda progress: shipped(*ships), self._put_up, key="shelf")

    def _put_up(self, ships: tuple[Hit, ...]) -> None:
        """What ships with the app."""
        if ships != self._shelf.hits:
            self._shelf = Shelf(ships)
            self._again()

    def _again(self) -> None:
        """Other things can be found than when it was last asked."""
        self._all = None
        if self._panel is not None and self._panel.isVisible():
            self._panel.ask()

    def _ask(self, words: str) -> None:
        def show(hits: Sequence[Hit]) -> None:
            if self._panel is None:
                return
            found = (*hits, *self._team.find(words, _EACH), *self._ways.find(words, _EACH),
                     *self._shelf.find(words, _EACH))
            near = not found
            if near:
                found = tuple(few(self._everything.near(words, _SOME), words, _NEAR))
            leading = [hit for hit in found if self._leads(hit)]
            self._panel.show_found([self._laid(*group) for group in grouped(leading, _ORDER)], words, near)

        self._jobs.ask(self, lambda workspace: workspace.search(words, each=_EACH), show, key="search")

    @property
    def _everything(self) -> Shelf:
        """All of it together, for the few times that nothing fits."""
        if self._all is None:
            self._all = Shelf((*self._ways.hits, *self._shelf.hits))
        return self._all

    def _leads(self, hit: Hit) -> bool:
        return isinstance(hit.show, Deed) or way_to(hit).place in self._here

    def _laid(self, kind: str, hits: Sequence[Hit]) -> FoundGroup:
        icons = {screen.title(): screen.icon for screen in self._places}
        return FoundGroup(
            {PLACE: _("Places"), WAY: _("Things to do")}.get(kind) or kind_words(kind),
            tuple(RowItem(hit, hit.title, " ".join(hit.detail.split()),
                          icons[hit.title] if kind == PLACE else _ICONS[kind], _("put away") if hit.past else "")
                  for hit in hits))

    def _pick(self, hit: object) -> None:
        if isinstance(hit, Hit) and isinstance(hit.show, Deed):
            hit.show.act()
        elif isinstance(hit, Hit):
            self._go(way_to(hit))


_WARM = "\N{LATIN SMALL LETTER A}"
"""Anything at all."""


def _helplines(workspace: Workspace) -> tuple[Helpline, ...]:
    return helplines(workspace.library, workspace.organisations.get().country, workspace.numbers.kept())


def _groups(workspace: Workspace) -> tuple[Group, ...]:
    """The groups there are, the one whose evening matters now first."""
    evening = workspace.evenings.tonight()
    now = None if evening is None else evening.group.id
    return tuple(sorted(workspace.groups.all(), key=lambda group: group.id != now))


def way_to(hit: Hit) -> Go:
    """Where something found is shown: an evening on Tonight, a group and its people under Groups."""
    match hit:
        case Hit(show=Way(go=go)):
            return go
        case Hit(kind="member", show=Facilitator(id=facilitator_id), group_id=group_id):
            in_group = (group_id, "team", "person", facilitator_id)
            return Go("safekeeping", "who") if group_id is None else Go("groups", in_group)
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
