"""The rooms where circles meet, with what an ambulance and a newcomer need to know."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from facilitator.errors import NotFound
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.organisation import Venue, VenueDraft, VenueFact
from facilitator.people import words
from facilitator.people.screening import NamesIn, nobody, screened
from facilitator.store import Store

if TYPE_CHECKING:
    from facilitator.store import Command

COST = 80
"""The longest line about what a place costs, in characters."""


class Venues:
    """Reads and keeps venues."""

    def __init__(self, store: Store, names_in: NamesIn = nobody) -> None:
        self._store = store
        self._names_in = names_in

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

    def save(self, draft: VenueDraft, venue_id: Id | None = None, *, meets_here: Id | None = None,
             names_seen: bool = False) -> Change:
        """Keep a venue, a new one without an id; with `meets_here` that group meets there from now on, in one step.

        Raises NameMissing, NotFound, BadValue, and NameInNote unless the names were seen.
        """
        values = _values(draft)
        before = () if venue_id is None else _texts(_values(self.get(venue_id)))
        screened(_texts(values), self._names_in, names_seen, before)
        with self._store.command("venue.save") as c:
            if venue_id is None:
                venue_id = c.insert("venue", values)
            else:
                c.update("venue", venue_id, values)
            c.label = _("The venue {name} was saved.").format(name=values["name"])
            if meets_here is not None:
                self._meet(c, meets_here, venue_id)
                c.label = _("The group meets at {name} now.").format(name=values["name"])
        return c.change()

    def meet(self, group_id: Id, venue_id: Id | None) -> Change:
        """Let a group meet at a venue from now on, or nowhere yet. Evenings that were held stay where they were.

        Raises NotFound.
        """
        venue = None if venue_id is None else self.get(venue_id)
        with self._store.command("venue.meet") as c:
            self._meet(c, group_id, venue_id)
            c.label = _("The group has no venue now.") if venue is None else (
                _("The group meets at {name} now.").format(name=venue.name))
        return c.change()

    def bin(self, venue_id: Id) -> Change:
        """Take a venue off the list; groups that met there have none until another is chosen. Raises NotFound.

        An evening that was to be held there goes where its group goes; one that was held keeps its place.
        """
        venue = self.get(venue_id)
        with self._store.command("venue.bin") as c:
            for row in self._store.all("select id from groups_live where venue_id = ?", (venue_id,)):
                c.update("groups", row["id"], {"venue_id": None})
            for row in self._store.all("select id from session_live where venue_id = ? and status = 'planned'",
                                       (venue_id,)):
                c.update("session", row["id"], {"venue_id": None})
            c.bin("venue", venue_id)
            c.label = _("The venue {name} was put in the bin.").format(name=venue.name)
        return c.change()

    def _meet(self, c: Command, group_id: Id, venue_id: Id | None) -> None:
        if self._store.one("select id from groups_live where id = ?", (group_id,)) is None:
            raise NotFound("group")
        c.update("groups", group_id, {"venue_id": venue_id})


def _texts(values: dict[str, Any]) -> tuple[str, ...]:
    return tuple(str(text) for column, text in values.items() if column != "facts")


def _values(draft: VenueDraft) -> dict[str, Any]:
    ticked = {VenueFact(fact) for fact in draft.facts}
    return {
        "name": words.name(draft.name, _("name"), "venue"),
        "address": words.text(draft.address, _("address")), "exits": words.text(draft.exits, _("exits")),
        "phone_signal": words.text(draft.phone_signal, _("where the phone works")),
        "first_aid": words.text(draft.first_aid, _("first aid")),
        "access": words.text(draft.access, _("access")), "notes": words.text(draft.notes, _("notes")),
        "facts": json.dumps([fact.value for fact in VenueFact if fact in ticked]),
        "cost": words.line(draft.cost, _("what it costs"), COST),
    }


def _venue(row: dict[str, Any]) -> Venue:
    texts = {field.name: row[field.name] or "" for field in fields(VenueDraft) if field.name != "facts"}
    known = set(VenueFact)  # a newer version may know more facts than this one
    return Venue(id=row["id"], facts=tuple(VenueFact(fact) for fact in json.loads(row["facts"]) if fact in known),
                 **texts)
