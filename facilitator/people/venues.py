"""The rooms where circles meet, with what an ambulance and a newcomer need to know."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from facilitator.errors import NotFound
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.organisation import Venue, VenueDraft
from facilitator.people import words
from facilitator.store import Store


class Venues:
    """Reads and keeps venues."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Venue, ...]:
        """Every venue, by name."""
        return tuple(sorted(map(_venue, self._store.all("select * from venue_live")),
                            key=lambda venue: words.order(venue.name)))

    def get(self, venue_id: Id) -> Venue:
        """One venue. Raises NotFound."""
        row = self._store.one("select * from venue_live where id = ?", (venue_id,))
        if row is None:
            raise NotFound("venue")
        return _venue(row)

    def save(self, draft: VenueDraft, venue_id: Id | None = None) -> Change:
        """Keep a venue, a new one without an id. Raises NameMissing, NotFound, BadValue."""
        name = words.name(draft.name, _("name"), "venue")
        values = {
            "address": words.text(draft.address, _("address")), "exits": words.text(draft.exits, _("exits")),
            "phone_signal": words.text(draft.phone_signal, _("where the phone works")),
            "first_aid": words.text(draft.first_aid, _("first aid")),
            "access": words.text(draft.access, _("access")), "notes": words.text(draft.notes, _("notes")),
        }
        if venue_id is not None:
            self.get(venue_id)
        with self._store.command("venue.save") as c:
            if venue_id is None:
                c.insert("venue", {"name": name, **values})
            else:
                c.update("venue", venue_id, {"name": name, **values})
            c.label = _("The venue {name} was saved.").format(name=name)
        return c.change()

    def bin(self, venue_id: Id) -> Change:
        """Take a venue off the list; groups that met there have none until another is chosen. Raises NotFound."""
        venue = self.get(venue_id)
        with self._store.command("venue.bin") as c:
            for row in self._store.all("select id from groups_live where venue_id = ?", (venue_id,)):
                c.update("groups", row["id"], {"venue_id": None})
            c.bin("venue", venue_id)
            c.label = _("The venue {name} was put in the bin.").format(name=venue.name)
        return c.change()


def _venue(row: dict[str, Any]) -> Venue:
    return Venue(id=row["id"], **{field.name: row[field.name] or "" for field in fields(VenueDraft)})
