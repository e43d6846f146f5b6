"""The form for an incident: what kind, which day, who had a part in it by role, the facts, and what was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.incident import (
    Incident,
    IncidentDraft,
    IncidentKind,
    IncidentRole,
    incident_hint,
    incident_words,
    role_in_incident,
)
from facilitator.workspace import Workspace
from ui.screens.groups.form import Form
from ui.screens.groups.leaf import Room
from ui.screens.groups.where import Path, up
from ui.widgets import (
    AreaField,
    Button,
    CheckRow,
    Columns,
    DateField,
    Fact,
    Label,
    Panel,
    RadioCard,
    box,
    down,
)


@dataclass(frozen=True, slots=True)
class _Known:
    group: str
    incident: Incident | None
    day: date


class IncidentForm(Form):
    """A new incident, or one that is changed."""

    enter_saves = False

    def __init__(self, room: Room, path: Path) -> None:
        self.incident_id: Id | None = path[2] if isinstance(path[2], bytes) else None
        title = _("Something went wrong") if self.incident_id is None else _("What went wrong")
        super().__init__(room, path, title, back=_("What went wrong"), does=_("Write it down"))
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.facts: AreaField | None = None
        self.bin_button = Button(room.theme, _("Put in the bin"), "quiet", "bin")
        self.bin_button.clicked.connect(self._bin)
        if self.incident_id is not None:
            self.beside = (self.bin_button,)
        else:
            self.bin_button.hide()

    def read(self) -> None:
        """Ask for the incident, or for the day that it is most likely of."""
        if self.facts is not None:
            return
        group_id, incident_id, today = self.group_id, self.incident_id, self.room.desk.clock.today()

        def known(workspace: Workspace) -> _Known:
            incident = None if incident_id is None else workspace.incidents.get(incident_id)
            held = workspace.sessions.held(group_id, 1)
            day = incident.on if incident is not None else held[0].held_on if held else today
            return _Known(workspace.groups.get(group_id).name, incident, day)

        self.ask(known, self._show)

    def begins(self) -> QWidget | None:
        """The first kind."""
        return None if self.facts is None else next(card for card in self.kinds.values() if card.isChecked())

    def _show(self, known: _Known) -> None:
        theme, incident = self.theme, known.incident
        self.head.say(known.group, self.head.title.words)
        now = IncidentKind.ACCIDENT if incident is None else incident.kind
        self.kinds = {kind: RadioCard(theme, incident_words(kind), incident_hint(kind), kind is now)
                      for kind in IncidentKind}  # fmt: skip
        self.day = DateField(theme, _("Day"), known.day, self.room.desk.clock.today(), day_first=self.room.day_first)
        had = () if incident is None else incident.roles
        self.roles = {role: CheckRow(theme, role_in_incident(role), role in had) for role in IncidentRole}
        self.facts = AreaField(theme, _("What happened, step by step?"), "" if incident is None else incident.facts,
                               _("Facts, short and plain. No names: “a member”, “a newcomer”."), lines=4)  # fmt: skip
        self.action = AreaField(theme, _("What was done?"), "" if incident is None else incident.action,
                                _("And what changes, so that it does not happen again."), lines=3)  # fmt: skip
        kinds = box(down(theme, Label(theme, _("What went wrong?"), "label", wrap=True), 8,
                         box(down(theme, *self.kinds.values(), gap=8))))  # fmt: skip
        ticks = list(self.roles.values())
        half = (len(ticks) + 1) // 2
        part = box(down(theme, Label(theme, _("Who had a part in it?"), "label", wrap=True), 4, box(Columns(
            theme, box(down(theme, *ticks[:half])), box(down(theme, *ticks[half:])), gap=16, below=420))))  # fmt: skip
        aside = Panel(theme, down(
            theme, Fact(theme, "person", _("Roles, not names. The name is not needed to learn from it.")), 10,
            Fact(theme, "warning", _("Is somebody not safe? That goes on the concern form, never here."), look=True),
            margins=(20, 14, 16, 16)), "action_tint")  # fmt: skip
        self.lay(kinds, 18, self.day, 18, part, 16, self.facts, 16, self.action, aside=aside)
        self.keep()

    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        if self.facts is None:
            return {}
        roles = " ".join(role.value for role, row in self.roles.items() if row.isChecked())
        return {"kind": self._kind().value, "day": self.day.text, "roles": roles, "facts": self.facts.text,
                "action": self.action.text}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        if self.facts is None:
            return
        self.kinds[IncidentKind(fields.get("kind", IncidentKind.ACCIDENT))].setChecked(True)
        self.day.set_text(fields.get("day", ""))
        for role, row in self.roles.items():
            row.setChecked(role.value in fields.get("roles", "").split())
        self.facts.set_text(fields.get("facts", ""))
        self.action.set_text(fields.get("action", ""))

    def save(self) -> None:
        """Keep it."""
        if self.facts is None:
            return
        day = self.day.check()
        if day is None:
            self.point(self.day)
            return
        draft = IncidentDraft(kind=self._kind(), on=day, facts=self.facts.text, action=self.action.text,
                              roles=tuple(role for role, row in self.roles.items() if row.isChecked()))
        group_id, incident_id, seen = self.group_id, self.incident_id, self.names_seen

        def command(workspace: Workspace) -> Change:
            return workspace.incidents.save(group_id, draft, incident_id, names_seen=seen)

        self.send(command, lambda change: (group_id, "incidents"))

    def _bin(self) -> None:
        incident = self.incident_id
        if incident is not None:
            self.room.desk.drafting.done(self.where)
            self.do_and_go(lambda workspace: workspace.incidents.bin(incident), up(self.path))

    def _kind(self) -> IncidentKind:
        return next(kind for kind, card in self.kinds.items() if card.isChecked())
