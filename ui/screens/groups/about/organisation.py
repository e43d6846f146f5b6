"""The form for who answers for the groups: the organisation, its safeguarding lead and deputy, and whom to ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.organisation import Organisation
from facilitator.people import words
from facilitator.workspace import Workspace
from ui.screens.groups.form import Form
from ui.screens.groups.leaf import Room
from ui.widgets import ChoiceField, Columns, Fact, MenuButton, Panel, TextField, box, down, heading


@dataclass(frozen=True, slots=True)
class _Known:
    organisation: Organisation
    countries: tuple[tuple[str, str], ...]
    people: tuple[str, ...]
    """Everybody who facilitates."""
    keys: frozenset[str]
    """Who of them has a key, as names compare."""


def _read(workspace: Workspace) -> _Known:
    everybody, without = workspace.facilitators.all(), {one.id for one in workspace.key_holders.without()}
    return _Known(workspace.organisations.get(), workspace.library.countries(),
                  tuple(dict.fromkeys(one.name for one in everybody)),
                  frozenset(words.alike(one.name) for one in everybody if one.id not in without))


class OrganisationForm(Form):
    """One organisation a vault; everything in it may stay empty."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, ("organisation",), _("Who answers for the groups"), back=_("All groups"), does=_("Save"))
        self._texts: dict[str, TextField] = {}
        self.choosers: dict[str, MenuButton] = {}
        self._say_keys: list[Callable[[], None]] = []

    def read(self) -> None:
        """Ask for what is kept."""
        if not self._texts:
            self.ask(_read, self._show)

    def begins(self) -> QWidget | None:
        """The name."""
        return self._texts["name"].edit if self._texts else None

    def _show(self, known: _Known) -> None:
        theme, kept = self.theme, known.organisation
        names = {
            "name": (_("Name of the organisation"), _("No organisation? Then your own names will do.")),
            "lead_name": (_("Safeguarding lead"), _("Who is told when somebody may be in danger.")),
            "lead_contact": (_("How to reach the lead"), ""),
            "deputy_name": (_("Deputy"), _("If the lead is away, or if it is about the lead.")),
            "deputy_contact": (_("How to reach the deputy"), ""),
            "controller_contact": (_("Questions about data"), _("Where people write to see or clear what is kept.")),
            "supervisor": (_("Supervisor"), _("Who the facilitators talk to.")),
        }
        self._texts = {key: TextField(theme, name, getattr(kept, key), help) for key, (name, help) in names.items()}
        countries = list(known.countries)
        if kept.country not in {code for code, _name in countries}:
            countries.append((kept.country, kept.country))
        self.country = ChoiceField(
            theme, _("Country"), countries, kept.country, _("Chooses the helplines and the emergency number.")
        )
        text = self._texts

        def pair(one: str, other: str) -> QWidget:
            name = box(down(theme, text[one], 2, self._chooser(known, one, names[one])))
            return box(Columns(theme, name, text[other], gap=20, stacked_gap=16, below=480))

        why = down(
            theme,
            Fact(theme, "phone", _("Lead and deputy stand on the emergency card and the run sheet.")),
            10,
            Fact(theme, "info", _("Nothing here is sent anywhere. All of it may stay empty.")),
            margins=(20, 14, 16, 16),
        )
        self.lay(
            text["name"], 16, self.country, 26,
            box(heading(theme, _("If somebody may be in danger"))), 10,
            pair("lead_name", "lead_contact"), 16, pair("deputy_name", "deputy_contact"), 26,
            box(heading(theme, _("Whom to ask"))), 10,
            text["controller_contact"], 16, text["supervisor"],
            aside=Panel(theme, why, "action_tint"),
        )  # fmt: skip
        self.keep()

    def _chooser(self, known: _Known, key: str, called: tuple[str, str]) -> QWidget:
        """Below a name: those who facilitate, to be written there by one press; and whether the name has a key."""
        field, (name, help) = self._texts[key], called
        offer = MenuButton(self.theme, tuple((one, one) for one in known.people), prompt=_("Choose a facilitator"),
                           name=name, kind="quiet")
        if not known.people:
            offer.hide()
        self.choosers[key] = offer

        def say() -> None:
            typed = words.alike(field.text)
            told = "" if not typed else (
                _("Has a key: a concern can be sealed for them.") if typed in known.keys
                else _("No key under this name: concerns for them stay on paper."))
            field.set_help(f"{help} {told}".strip())

        def choose(one: object) -> None:
            offer.choose(None)
            field.set_text(str(one))
            say()
            field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

        offer.chosen.connect(choose)
        field.changed.connect(lambda _text: say())
        self._say_keys.append(say)
        say()
        return offer

    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        if not self._texts:
            return {}
        return {**{key: field.text for key, field in self._texts.items()}, "country": str(self.country.value)}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        for key, field in self._texts.items():
            field.set_text(fields.get(key, ""))
        for say in self._say_keys:
            say()
        if self._texts and fields.get("country"):
            self.country.choose(fields["country"])

    def save(self) -> None:
        """Keep it."""
        kept = Organisation(**self.fields())
        self.send(lambda workspace: workspace.organisations.save(kept), lambda change: ())
