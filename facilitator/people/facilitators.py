"""The people who run circles: a name each, and the key they hold in the vault, if any."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from facilitator.errors import BadValue, NotFound
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.organisation import Facilitator, FacilitatorDraft
from facilitator.people import words
from facilitator.people.organisations import ORGANISATION
from facilitator.store import Command, Store


class Facilitators:
    """Reads and keeps the facilitators. Their own names may come before the recovery sheet."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Facilitator, ...]:
        """Everybody who facilitates now, by name."""
        rows = self._store.all("select * from facilitator_live where active = 1")
        return tuple(sorted(map(_facilitator, rows), key=lambda found: words.order(found.name)))

    def get(self, facilitator_id: Id) -> Facilitator:
        """One facilitator, also one who has left. Raises NotFound."""
        row = self._store.one("select * from facilitator_live where id = ?", (facilitator_id,))
        if row is None:
            raise NotFound("facilitator")
        return _facilitator(row)

    def with_keys(self) -> dict[bytes, Facilitator]:
        """Whose name stands beside which key, also of somebody who facilitates no more."""
        rows = self._store.all("select * from facilitator_live where holder is not null order by id desc")
        return {row["holder"]: _facilitator(row) for row in rows}

    def of_holder(self, holder: bytes) -> Facilitator | None:
        """Whose key this is, when a name stands beside it."""
        row = self._store.one("select * from facilitator_live where holder = ? order by id", (holder,))
        return None if row is None else _facilitator(row)

    def add(self, name: str, holder: bytes | None = None) -> Change:
        """Add a facilitator. Raises NameMissing."""
        clean = words.name(name, _("name"), "facilitator")
        # A name beside a key is never taken back: the key would stay, and nobody would know whose it is.
        with self._store.command("facilitator.add", undo=holder is None) as c:
            c.insert("facilitator", {"name": clean, "holder": holder, "active": 1})
            c.label = _("{name} was added.").format(name=clean)
        return c.change()

    def join(self, group_id: Id, name: str) -> Change:
        """Put somebody on a group's team by name: whoever has that name, or somebody new, in one step.

        Raises NameMissing, NotFound, BadValue (taken) for one who is on the team already.
        """
        clean = words.name(name, _("name"), "facilitator")
        row = self._store.one("select team from groups_live where id = ?", (group_id,))
        if row is None:
            raise NotFound("group")
        team = json.loads(row["team"])
        known = next((one for one in self.all() if words.alike(one.name) == words.alike(clean)), None)
        if known is not None and known.id.hex() in team:
            raise BadValue(_("name"), "taken")
        with self._store.command("facilitator.join") as c:
            person = c.insert("facilitator", {"name": clean, "active": 1}) if known is None else known.id
            c.update("groups", group_id, {"team": json.dumps([*team, person.hex()])})
            c.label = _("{name} is on the team.").format(name=clean if known is None else known.name)
        return c.change()

    def save(self, facilitator_id: Id, draft: FacilitatorDraft, today: date) -> Change:
        """Keep what is known of somebody. Raises NotFound, NameMissing, BadValue (checks seen on a day to come)."""
        before = self.get(facilitator_id)
        if draft.checks_seen_on is not None and draft.checks_seen_on > today:
            raise BadValue(_("day the checks were seen"), "future")
        values = {
            "name": words.name(draft.name, _("name"), "facilitator"),
            "availability": words.line(draft.availability, _("when they can come")),
            "lived_experience": None if draft.lived_experience is None else int(draft.lived_experience),
            "checks_seen_on": None if draft.checks_seen_on is None else draft.checks_seen_on.isoformat(),
        }
        with self._store.command("facilitator.save") as c:
            c.update("facilitator", facilitator_id, values)
            c.label = _("{name} was saved.").format(name=values["name"])
            self._called_so(c, before, str(values["name"]))
        return c.change()

    def rename(self, facilitator_id: Id, name: str) -> Change:
        """Spell a name another way. Raises NotFound, NameMissing."""
        clean = words.name(name, _("name"), "facilitator")
        before = self.get(facilitator_id)
        with self._store.command("facilitator.rename") as c:
            c.update("facilitator", facilitator_id, {"name": clean})
            c.label = _("The name was changed to {name}.").format(name=clean)
            self._called_so(c, before, clean)
        return c.change()

    def give_key(self, facilitator_id: Id, holder: bytes | None) -> Change:
        """Note which key of the vault's header is theirs, or that they have none now. Raises NotFound."""
        found = self.get(facilitator_id)
        with self._store.command("facilitator.key", undo=False) as c:
            c.update("facilitator", facilitator_id, {"holder": holder})
            c.label = _("The key of {name} was noted.").format(name=found.name)
        return c.change()

    def leave(self, facilitator_id: Id) -> Change:
        """Take somebody off the list who facilitates no more; past sessions keep their name. Raises NotFound."""
        found = self.get(facilitator_id)
        with self._store.command("facilitator.leave") as c:
            c.update("facilitator", facilitator_id, {"active": 0})
            said = _("{name} facilitates no more.")
            if found.holder is not None:
                said = _("{name} facilitates no more, but can still open the vault: see Safe-keeping.")
            c.label = said.format(name=found.name)
        return c.change()

    def _called_so(self, c: Command, before: Facilitator, name: str) -> None:
        """Whoever is lead or deputy is known by name alone: where it was theirs and nobody else's, it goes along."""
        row = self._store.one("select lead_name, deputy_name from organisation_live where id = ?", (ORGANISATION,))
        old = words.alike(before.name)
        if row is None or before.name == name or any(words.alike(one.name) == old for one in self.all()
                                                      if one.id != before.id):
            return
        theirs = {place: name for place, called in row.items() if words.alike(called or "") == old}
        if theirs:
            c.update("organisation", ORGANISATION, theirs)
            c.label += " " + (_("The safeguarding lead is called so now, too.") if "lead_name" in theirs
                              else _("The deputy is called so now, too."))


def _facilitator(row: dict[str, Any]) -> Facilitator:
    lived, seen = row["lived_experience"], row["checks_seen_on"]
    return Facilitator(id=row["id"], name=row["name"], holder=row["holder"], availability=row["availability"],
                       lived_experience=None if lived is None else bool(lived),
                       checks_seen_on=None if seen is None else date.fromisoformat(seen))
