"""The organisation that runs the groups: there is one a vault."""

from __future__ import annotations

from dataclasses import fields

from facilitator.errors import BadValue
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import hash_id
from facilitator.model.organisation import Organisation
from facilitator.people import words
from facilitator.store import Store

ORGANISATION = hash_id("organisation")


class Organisations:
    """Reads and keeps who answers for the groups."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self) -> Organisation:
        """The organisation; empty fields until somebody fills them in."""
        row = self._store.one("select * from organisation_live where id = ?", (ORGANISATION,))
        if row is None:
            return Organisation()
        return Organisation(**{field.name: row[field.name] or "" for field in fields(Organisation)})

    @property
    def country(self) -> str | None:
        """Its country, None until somebody has said anything of it: then the laptop's own holds."""
        row = self._store.one("select country from organisation_live where id = ?", (ORGANISATION,))
        return None if row is None else row["country"] or None

    def save(self, organisation: Organisation) -> Change:
        """Keep it. Raises BadValue for a country that is not two letters."""
        labels = {
            "name": _("name"), "controller_contact": _("contact for data questions"),
            "lead_name": _("safeguarding lead"), "lead_contact": _("contact of the lead"),
            "deputy_name": _("deputy"), "deputy_contact": _("contact of the deputy"), "supervisor": _("supervisor"),
        }
        values = {field: words.line(getattr(organisation, field), label) for field, label in labels.items()}
        country = organisation.country.strip().upper()
        if len(country) != 2 or not country.isascii() or not country.isalpha():
            raise BadValue(_("country"), "code")
        with self._store.command("organisation.save") as c:
            c.put("organisation", ORGANISATION, {**values, "country": country})
            c.label = _("The organisation was saved.")
        return c.change()
