"""The form for somebody who runs circles: when they can come, and what an organisation has to have looked at."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.ids import Id
from facilitator.model.organisation import Facilitator, FacilitatorDraft
from ui.screens.groups.form import Form
from ui.screens.groups.leaf import Room
from ui.screens.groups.where import Path
from ui.widgets import Button, ChoiceField, DateField, Fact, Flow, Panel, TextField, box, down

_LIVED: tuple[tuple[str, bool | None], ...] = (("", None), ("yes", True), ("no", False))


class PersonForm(Form):
    """A name, when they can come, lived experience as yes or no, and the day checks were seen."""

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, "", back=_("Team and venue"), does=_("Save"))
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.person_id: Id = path[3] if isinstance(path[3], bytes) else b""
        self.name: TextField | None = None

    def read(self) -> None:
        """Ask for what is known."""
        if self.name is None:
            self.ask(lambda workspace: workspace.facilitators.get(self.person_id), self._show)

    def begins(self) -> QWidget | None:
        """The name."""
        return None if self.name is None else self.name.edit

    def _show(self, person: Facilitator) -> None:
        theme, today = self.theme, self.room.desk.clock.today()
        self.head.say(_("Who runs circles"), person.name)
        self.name = self.name_field = TextField(theme, _("Name"), person.name)
        self.availability = TextField(theme, _("When they can come"), person.availability,
                                      _("Such as: first and third Thursdays, not in August."))  # fmt: skip
        said = {"": _("Not asked"), "yes": _("Yes"), "no": _("No")}
        lived = next(key for key, value in _LIVED if value is person.lived_experience)
        asked = _("Have they lived through what the group is about?")
        self.lived = ChoiceField(theme, asked, list(said.items()), lived,
                                 _("Yes or no, never what. They need not answer."))  # fmt: skip
        self.seen = DateField(theme, _("Checks seen on"), person.checks_seen_on, today,
                              _("The day somebody saw the paper. The paper itself is never kept."),
                              day_first=self.room.day_first)  # fmt: skip
        away = Button(theme, _("They run no circles any more"), "quiet", "close", flush=True)
        away.clicked.connect(self._leave)
        why = down(
            theme,
            Fact(theme, "person", _("The name is on the run sheet and on Tonight.")), 10,
            Fact(theme, "lock", _("All else stays on this page. It is never printed.")),
            margins=(20, 14, 16, 16),
        )  # fmt: skip
        self.lay(self.name, 18, self.availability, 18, self.lived, 18, self.seen, 14, box(Flow(theme, away)),
                 aside=Panel(theme, why, "action_tint"))
        self.keep()

    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        if self.name is None:
            return {}
        return {"name": self.name.text, "availability": self.availability.text, "lived": str(self.lived.value),
                "seen": self.seen.text}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        if self.name is not None:
            self.name.set_text(fields.get("name", ""))
            self.availability.set_text(fields.get("availability", ""))
            self.lived.choose(fields.get("lived", ""))
            self.seen.set_text(fields.get("seen", ""))

    def save(self) -> None:
        """Keep it."""
        if self.name is None:
            return
        if self.seen.text and self.seen.check() is None:
            self.point(self.seen)
            return
        today, person_id = self.room.desk.clock.today(), self.person_id
        if self.seen.day is not None and self.seen.day > today:
            self.seen.refuse(_("That day is still to come. Give today or a day that is past."))
            self.point(self.seen)
            return
        draft = FacilitatorDraft(name=self.name.text, availability=self.availability.text,
                                 lived_experience=dict(_LIVED)[str(self.lived.value)], checks_seen_on=self.seen.day)
        self.send(lambda workspace: workspace.facilitators.save(person_id, draft, today),
                  lambda change: (self.group_id, "team"))

    def _leave(self) -> None:
        person_id = self.person_id
        self.send(lambda workspace: workspace.facilitators.leave(person_id), lambda change: (self.group_id, "team"))

