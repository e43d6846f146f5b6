"""Every venue there is, by name, with what makes it easy to come to."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, ngettext
from facilitator.model.organisation import Venue
from facilitator.workspace import Workspace
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.where import Path
from ui.widgets import STRETCH, Button, Empty, RowItem, RowList, Sheet, down


def _read(workspace: Workspace) -> tuple[tuple[Venue, int], ...]:
    groups = workspace.groups.all()
    return tuple((venue, sum(group.venue_id == venue.id for group in groups)) for venue in workspace.venues.all())


class VenuesPage(Leaf):
    """The list; a row opens its form."""

    areas = ("venues", "groups")

    def __init__(self, room: Room, path: Path) -> None:
        of_group = isinstance(path[0], bytes)
        self._below: Path = path[:-1] if of_group else path
        self._making: Path = (*self._below, "venue" if of_group else "new")
        self.new = Button(room.theme, _("New venue"), "plain", "plus")
        self.new.clicked.connect(lambda: room.open(self._making))
        back = _("Team and venue") if of_group else _("All groups")
        super().__init__(room, path, _("Venues"), "", self.new, back=back)
        self._place = Holder(room.theme)
        self.list: RowList | None = None
        self.body.put(self._place, STRETCH)

    def read(self) -> None:
        """Ask for all of them."""
        self.ask(_read, self._show)

    def begins(self) -> QWidget | None:
        """The list."""
        return self.list or self.back

    def _show(self, venues: tuple[tuple[Venue, int], ...]) -> None:
        theme = self.theme
        self.new.setVisible(bool(venues))
        if not venues:
            step = Button(theme, _("Write the first venue down"), "primary", "plus")
            step.clicked.connect(lambda: self.room.open(self._making))
            words = _("The address is what you read out to an ambulance. Ticks say what makes a place easy to come to.")
            self.list = None
            self._place.swap(Empty(theme, _("No venues yet"), words, step))
            return
        if self.list is None:
            self.list = RowList(theme, _("Venues"))
            self.list.opened.connect(self._open)
            self._place.swap(Sheet(theme, down(theme, self.list, margins=(14, 10, 14, 12)), stack=2))
        self.list.show_items([RowItem(venue.id, venue.name, _detail(venue), "place", _meets(groups))
                              for venue, groups in venues])

    def _open(self, venue_id: object) -> None:
        if isinstance(venue_id, bytes):
            self.room.open((*self._below, venue_id))


def _detail(venue: Venue) -> str:
    n = len(venue.facts)
    known = ngettext("{n} thing ticked that makes it easy", "{n} things ticked that make it easy", n).format(n=n)
    parts = (venue.address.replace("\n", ", ") or _("The address is missing"), known if n else "", venue.cost)
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _meets(groups: int) -> str:
    return ngettext("{n} group", "{n} groups", groups).format(n=groups) if groups else ""
