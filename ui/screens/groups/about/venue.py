"""The form for a venue: what an ambulance, a newcomer and a facilitator in a hurry need to know."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.organisation import Venue, VenueDraft, VenueFact, fact_words
from facilitator.workspace import Workspace
from ui.screens.groups.form import Form
from ui.screens.groups.leaf import Room
from ui.screens.groups.where import Path
from ui.widgets import AreaField, Button, CheckRow, Columns, Fact, Flow, Label, Panel, TextField, box, down

_KEYS = ("address", "exits", "first_aid", "phone_signal", "access", "notes")


class VenueForm(Form):
    """A new venue, where the group then meets if it is made from one, or one that is changed."""

    def __init__(self, room: Room, path: Path) -> None:
        self.venue_id: Id | None = path[-1] if isinstance(path[-1], bytes) else None
        self.group_id: Id | None = path[0] if isinstance(path[0], bytes) else None
        title = _("New venue") if self.venue_id is None else _("The venue")
        back = _("Venues") if self.group_id is None else _("Team and venue")
        super().__init__(room, path, title, back=back, does=_("Save the venue"))
        self._next: Path = ("venues",) if self.group_id is None else (self.group_id, "team")
        self.name: TextField | None = None

    def read(self) -> None:
        """Ask for the venue that is changed."""
        if self.name is not None:
            return
        venue_id = self.venue_id
        self.ask(lambda workspace: None if venue_id is None else workspace.venues.get(venue_id), self._show)

    def begins(self) -> QWidget | None:
        """The name."""
        return None if self.name is None else self.name.edit

    def _show(self, venue: Venue | None) -> None:
        theme = self.theme
        draft: VenueDraft = venue or VenueDraft()
        self.name = self.name_field = TextField(theme, _("Name of the place"), draft.name)
        names = {
            "address": (_("Address"), _("With the postcode, word for word as you would read it to an ambulance."), 2),
            "exits": (_("Ways out"), _("The doors, and where you gather outside."), 2),
            "first_aid": (_("First aid"), _("Where the box is."), 1),
            "phone_signal": (_("Where the phone works"), _("Signal, or the nearest landline."), 1),
            "access": (_("Getting in and around"), _("How to find the door, and what is not easy."), 2),
            "notes": (_("Anything else"), _("Keys, heating, who to ring at the hall."), 2),
        }
        self._areas = {
            key: AreaField(theme, names[key][0], getattr(draft, key), names[key][1], lines=names[key][2])
            for key in _KEYS
        }
        self.cost = TextField(theme, _("What it costs"), draft.cost, _("Such as £12 an hour, or free."))
        self.facts = {fact: CheckRow(theme, fact_words(fact), fact in draft.facts, softens=False) for fact in VenueFact}
        parts: list[QWidget | int] = [self.name]
        for key, area in self._areas.items():
            parts += [16, self._easy(), 16, area] if key == "access" else [16, area]
        parts += [16, self.cost]
        if self.venue_id is not None:
            away = Button(theme, _("Nobody meets here any more"), "quiet", "bin", flush=True)
            away.clicked.connect(self._bin)
            parts += [14, box(Flow(theme, away))]
        why = down(
            theme,
            Fact(theme, "info", _("This is on the run sheet, on the emergency card, and on Tonight.")),
            10,
            Fact(theme, "phone", _("In a bad minute nobody remembers a postcode. Here it is ready to read out.")),
            margins=(20, 14, 16, 16),
        )
        self.lay(*parts, aside=Panel(theme, why, "action_tint"))
        self.keep()

    def _easy(self) -> QWidget:
        """What makes it easy to come to, ticked in two columns."""
        theme, rows = self.theme, list(self.facts.values())
        half = -(-len(rows) // 2)
        columns = Columns(theme, box(down(theme, *rows[:half])), box(down(theme, *rows[half:])), gap=16,
                          stacked_gap=0, below=460)  # fmt: skip
        said = _("Tick what somebody has looked at. What is not ticked is not known.")
        title = Label(theme, _("Easy to come to"), "label", wrap=True)
        return box(down(theme, title, 2, Label(theme, said, "small", "soft", wrap=True), 4, box(columns)))

    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        if self.name is None:
            return {}
        ticked = ",".join(fact.value for fact, row in self.facts.items() if row.isChecked())
        texts = {key: area.text for key, area in self._areas.items()}
        return {"name": self.name.text, "cost": self.cost.text, "facts": ticked, **texts}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        if self.name is None:
            return
        self.name.set_text(fields.get("name", ""))
        self.cost.set_text(fields.get("cost", ""))
        ticked = fields.get("facts", "").split(",")
        for fact, row in self.facts.items():
            row.setChecked(fact.value in ticked)
        for key, area in self._areas.items():
            area.set_text(fields.get(key, ""))

    def save(self) -> None:
        """Keep it; a new one is where the group meets from now on, in one step."""
        venue_id, group_id, seen = self.venue_id, self.group_id, self.names_seen
        texts = {key: words for key, words in self.fields().items() if key != "facts"}
        draft = VenueDraft(**texts, facts=tuple(fact for fact, row in self.facts.items() if row.isChecked()))

        def command(workspace: Workspace) -> Change:
            return workspace.venues.save(draft, venue_id, meets_here=group_id if venue_id is None else None,
                                         names_seen=seen)

        self.send(command, lambda change: self._next)

    def _bin(self) -> None:
        venue_id = self.venue_id
        if venue_id is not None:
            self.send(lambda workspace: workspace.venues.bin(venue_id), lambda change: self._next)
