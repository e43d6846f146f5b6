"""Who runs a group, and where it meets."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.errors import BadValue, UserError
from facilitator.i18n import _, interface
from facilitator.model.change import Change
from facilitator.model.group import Group, GroupDraft
from facilitator.model.ids import Id
from facilitator.model.organisation import Facilitator, Venue
from facilitator.workspace import Workspace
from ui.screens.groups.about.venuecard import venue_card
from ui.screens.groups.part import Part
from ui.widgets import (
    STRETCH,
    Button,
    Columns,
    Flow,
    IconButton,
    Label,
    ListRow,
    MenuButton,
    Paragraph,
    RowStack,
    Sheet,
    TextField,
    across,
    box,
    down,
    heading,
)


@dataclass(frozen=True, slots=True)
class _Team:
    group: Group
    all: tuple[Facilitator, ...]
    venues: tuple[Venue, ...]

    @property
    def runs(self) -> tuple[Facilitator, ...]:
        """Who runs the group, the lead first."""
        by_id = {one.id: one for one in self.all}
        return tuple(by_id[one] for one in self.group.team if one in by_id)

    @property
    def venue(self) -> Venue | None:
        """Where it meets."""
        return next((venue for venue in self.venues if venue.id == self.group.venue_id), None)


def _read(workspace: Workspace, group_id: Id) -> _Team:
    return _Team(workspace.groups.get(group_id), workspace.facilitators.all(), workspace.venues.all())


class TeamPart(Part):
    """The facilitators in their order, the first of whom leads, and the venue card."""

    areas = ("groups", "facilitators", "venues")

    def read(self) -> None:
        """Ask for both."""
        self.ask(lambda workspace: _read(workspace, self.group_id), self._show)

    def _show(self, team: _Team) -> None:
        theme = self.theme
        typed = self._name.text if hasattr(self, "_name") else ""
        sheet = Sheet(theme, down(theme, self._people(team, typed), margins=(14, 16, 14, 20)), stack=2)
        columns = Columns(theme, sheet, self._venue(team), shares=(50, 50), gap=36)
        self.redraw(columns, STRETCH)

    # ------------------------------------------------------------ who
    def _people(self, team: _Team, typed: str) -> QWidget:
        theme, runs = self.theme, team.runs
        rows = RowStack(theme, _("Who runs this group"))
        rows.show_rows([self._row(team, n, person) for n, person in enumerate(runs)])
        self._name = TextField(theme, _("Add a name"), typed)
        self._name.entered.connect(self._add)
        add = Button(theme, _("Add"), "plain", "plus")
        add.clicked.connect(self._add)
        parts: list[QWidget | int] = [
            box(down(theme, heading(theme, _("Who runs it")), margins=(12, 0, 12, 6))),
            rows,
        ]
        if not runs:
            words = _("Nobody is named yet. The first one leads, and their name is on the run sheet.")
            parts.append(box(down(theme, Paragraph(theme, words, "body", "soft"), margins=(12, 0, 12, 8))))
        others = [one for one in team.all if one not in runs]
        more: list[QWidget | int] = [12, self._name, 8]
        buttons = [add]
        if others:
            known = MenuButton(
                theme, tuple((one.id, one.name) for one in others), prompt=_("Add somebody known"), kind="quiet"
            )
            known.chosen.connect(lambda one: self._put(team, (*team.group.team, one)))
            buttons.append(known)
        more.append(box(Flow(theme, *buttons, gap=12)))
        parts.append(box(down(theme, *more, margins=(12, 0, 12, 0))))
        return box(down(theme, *parts))

    def _row(self, team: _Team, n: int, person: Facilitator) -> ListRow:
        theme = self.theme
        second = self._second(n, person)
        words = box(
            down(
                theme, Label(theme, person.name, "strong", wrap=True), Label(theme, second, "small", "soft", wrap=True)
            )
        )
        about = IconButton(theme, "pencil", _("What is known of {name}").format(name=person.name))
        about.clicked.connect(lambda: self.room.open((self.group_id, "team", "person", person.id)))
        buttons: list[QWidget] = [about]
        if n > 0:
            earlier = IconButton(theme, "up", _("{name} one place up").format(name=person.name))
            earlier.clicked.connect(lambda: self._put(team, _swapped(team, n)))
            buttons.append(earlier)
        away = IconButton(theme, "close", _("{name} does not run this group any more").format(name=person.name))
        away.clicked.connect(lambda: self._put(team, tuple(one for one in team.group.team if one != person.id)))
        buttons.append(away)
        line = across(theme, (words, 1), *buttons, gap=4, margins=(12, 6, 4, 6))
        return ListRow(theme, f"{person.name}, {second}", line, choosable=False)

    def _second(self, n: int, person: Facilitator) -> str:
        """Their place in the team, when they can come, and when their checks were seen."""
        parts = [_("Leads") if n == 0 else _("Second") if n == 1 else _("Also there"), person.availability]
        if person.checks_seen_on is not None:
            day = interface().date(person.checks_seen_on, "d MMMM y")
            parts.append(_("Checks seen on {day}").format(day=day))
        return ". ".join(part.rstrip(".") for part in parts if part)

    def _add(self) -> None:
        name = self._name.text
        group_id = self.group_id
        if not name:
            self._name.refuse(_("Type a name first."))
            self._name.setFocus()
            return

        def command(workspace: Workspace) -> Change:
            return workspace.facilitators.join(group_id, name)

        def added(_change: Change) -> None:
            self._name.set_text("")
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)

        def refused(error: UserError) -> None:
            if isinstance(error, BadValue):
                self._name.refuse(_("{name} is there already.").format(name=name))
            else:
                if not self._name.text:
                    self._name.set_text(name)  # nothing of what was typed is lost
                self.page.refuse(error)

        self._name.set_text("")
        self.room.desk.jobs.do(self, command, added, refused=refused)

    def _put(self, team: _Team, order: tuple[object, ...]) -> None:
        ids = tuple(one for one in order if isinstance(one, bytes))
        self.do(lambda workspace: workspace.groups.save(_draft(team.group, ids), self.group_id))

    # ------------------------------------------------------------ where
    def _venue(self, team: _Team) -> QWidget:
        theme, venue = self.theme, team.venue
        new = self.way(_("New venue"), "team", "venue", icon="plus", quiet=venue is not None, primary=not team.venues)
        parts: list[QWidget | int] = [box(heading(theme, _("Where it meets"))), 10]
        if team.venues:
            choices = tuple((one.id, one.name) for one in team.venues)
            choose = MenuButton(theme, choices, team.group.venue_id, name=_("Venue"), prompt=_("Choose a venue"))
            choose.chosen.connect(lambda one: self._meet_at(team, one))
            every = self.way(_("All venues"), "team", "venues", quiet=True, flush=True)
            parts += [box(Flow(theme, choose, new, every, gap=8)), 12]
        else:
            words = _(
                "The address is what you read out to an ambulance. It is on the run sheet and the emergency card."
            )
            parts += [Paragraph(theme, words, "body", "soft"), 12, new]
        if venue is not None:
            change = self.way(_("Change"), "team", venue.id, icon="pencil", quiet=True)
            parts += [venue_card(theme, venue, change)]
        return box(down(theme, *parts))

    def _meet_at(self, team: _Team, venue_id: object) -> None:
        if isinstance(venue_id, bytes):
            self.do(lambda workspace: workspace.venues.meet(self.group_id, venue_id))


def _draft(group: Group, team: tuple[Id, ...]) -> GroupDraft:
    """The group as a draft, with another team."""
    return GroupDraft(**{field.name: getattr(group, field.name) for field in fields(GroupDraft)} | {"team": team})


def _swapped(team: _Team, n: int) -> tuple[Id, ...]:
    order = [person.id for person in team.runs]
    order[n - 1], order[n] = order[n], order[n - 1]
    return tuple(order)
