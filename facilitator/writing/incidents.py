"""Incidents: what went wrong at an evening, with roles in it and no names."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from facilitator.errors import BadValue, NotFound
from facilitator.evening.screening import NamesIn, screened
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.ids import Id
from facilitator.model.incident import Incident, IncidentDraft, IncidentKind, IncidentRole
from facilitator.people import words
from facilitator.people.groups import Groups
from facilitator.store import Store


class Incidents:
    """Keeps incidents of groups. They are found by no search and counted by no report."""

    def __init__(self, store: Store, clock: Clock, groups: Groups, names_in: NamesIn) -> None:
        self._store = store
        self._clock = clock
        self._groups = groups
        self._names_in = names_in

    def of(self, group_id: Id) -> tuple[Incident, ...]:
        """Those of a group, the newest first."""
        return tuple(map(_incident, self._store.all(
            "select * from incident_live where group_id = ? order by on_date desc, id desc", (group_id,))))

    def get(self, incident: Id) -> Incident:
        """One of them. Raises NotFound."""
        row = self._store.one("select * from incident_live where id = ?", (incident,))
        if row is None:
            raise NotFound("incident")
        return _incident(row)

    def save(self, group_id: Id, draft: IncidentDraft, incident: Id | None = None, *,
             names_seen: bool = False) -> Change:
        """Keep an incident, or one as it is changed. Raises NotFound, BadValue, and NameInNote unless seen."""
        self._groups.get(group_id)
        clean = replace(draft, facts=words.text(draft.facts, _("what happened")),
                        action=words.text(draft.action, _("what was done")))
        if not clean.facts:
            raise BadValue(_("what happened"), "empty")
        if clean.on > self._clock.today():
            raise BadValue(_("day"), "future")
        screened(clean.texts, self._names_in, names_seen)
        values = {"kind": clean.kind, "facts": clean.facts, "action": clean.action, "on_date": clean.on,
                  "roles": json.dumps([role.value for role in IncidentRole if role in clean.roles])}
        with self._store.command("incident.save") as c:
            if incident is None:
                c.insert("incident", {"group_id": group_id, "session_id": clean.session_id, **values})
            else:
                self.get(incident)
                c.update("incident", incident, values)
            c.label = _("The incident is written down.")
        return c.change()

    def bin(self, incident: Id) -> Change:
        """Put one in the bin. Raises NotFound."""
        with self._store.command("incident.bin") as c:
            c.bin("incident", incident)
            c.label = _("The incident is in the bin.")
        return c.change()


def _incident(row: dict[str, Any]) -> Incident:
    known = {role.value: role for role in IncidentRole}
    roles: Sequence[str] = json.loads(row["roles"])
    return Incident(
        id=row["id"], group_id=row["group_id"], session_id=row["session_id"], kind=IncidentKind(row["kind"]),
        facts=row["facts"], action=row["action"], on=date.fromisoformat(row["on_date"]),
        roles=tuple(known[role] for role in roles if role in known))
