"""What went wrong at a group's evenings, the newest first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface
from facilitator.model.incident import Incident, IncidentKind, incident_words, role_in_incident
from facilitator.workspace import Workspace
from ui.go import Go
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.where import Path
from ui.theme import Theme
from ui.widgets import STRETCH, Button, Columns, Empty, Fact, Panel, RowItem, RowList, Sheet, box, down

_ICONS = {IncidentKind.ACCIDENT: "warning", IncidentKind.BREACH: "sheetout", IncidentKind.PROPERTY: "key"}


@dataclass(frozen=True, slots=True)
class _Incidents:
    group: str
    incidents: tuple[Incident, ...]


class IncidentsPage(Leaf):
    """The list; a row opens one."""

    areas = ("incidents", "groups")

    def __init__(self, room: Room, path: Path) -> None:
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.new = Button(room.theme, _("Write one down"), "plain", "plus")
        self.new.clicked.connect(self._new)
        self.new.hide()
        super().__init__(room, path, _("What went wrong"), "", self.new, back=_("This group"))
        self._place = Holder(room.theme)
        self.list: RowList | None = None
        self._first: QWidget | None = None
        self.body.put(self._place, STRETCH)

    def read(self) -> None:
        """Ask for them."""
        def incidents(workspace: Workspace) -> _Incidents:
            return _Incidents(workspace.groups.get(self.group_id).name, workspace.incidents.of(self.group_id))

        self.ask(incidents, self._show)

    def begins(self) -> QWidget | None:
        """The list, or the first step."""
        return self._first or self.back

    def _show(self, found: _Incidents) -> None:
        theme = self.theme
        self.head.say(found.group, _("What went wrong"))
        self.new.setVisible(bool(found.incidents))
        if not found.incidents:
            step = Button(theme, _("Write the first one down"), "primary", "plus")
            step.clicked.connect(self._new)
            words = _("A fall, a row, a lost list. Short and plain, with roles and no names. An insurer or the venue "
                      "may ask for it later.")
            self.list, self._first = None, step
            self._place.swap(box(Columns(theme, Empty(theme, _("Nothing is written down here"), words, step),
                                         self._beside(theme), shares=(62, 38), gap=32)))
            return
        if self.list is None:
            self.list = self._first = RowList(theme, _("What went wrong"))
            self.list.opened.connect(self._open)
            sheet = Sheet(theme, down(theme, self.list, margins=(14, 10, 14, 12)), stack=2)
            self._place.swap(box(Columns(theme, sheet, self._beside(theme), shares=(62, 38), gap=32)))
        self.list.show_items([_row(incident) for incident in found.incidents])

    def _beside(self, theme: Theme) -> Panel:
        """What does not belong here, and where it does."""
        way = Button(theme, _("A concern: act first"), "plain", "warning")
        way.clicked.connect(lambda: self.room.desk.go(Go("tonight", ("concern",))))
        return Panel(theme, down(
            theme, Fact(theme, "person", _("Roles, not names: “a newcomer”, “a facilitator”.")), 10,
            Fact(theme, "search", _("No search finds it, and no report counts it.")), 10,
            Fact(theme, "warning", _("Is somebody not safe? That is a concern, and does not belong here."), look=True),
            12, way, margins=(20, 14, 16, 16)), "action_tint")  # fmt: skip

    def _new(self) -> None:
        self.room.open((self.group_id, "incidents", "new"))

    def _open(self, incident: object) -> None:
        if isinstance(incident, bytes):
            self.room.open((self.group_id, "incidents", incident))


def _row(incident: Incident) -> RowItem:
    day = interface().date(incident.on, "d MMMM y")
    roles = " · ".join(role_in_incident(role) for role in incident.roles)
    said = _("{day}: {roles}").format(day=day, roles=roles) if roles else day
    return RowItem(incident.id, incident_words(incident.kind), said, _ICONS.get(incident.kind, "speak"))
