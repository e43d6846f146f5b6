"""Erasing one person for good, in one action: all that is kept about them goes, and the head-counts stay."""

from __future__ import annotations

from typing import Any

from facilitator.errors import NotFound
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.lowering import ErasePreview, Goes
from facilitator.people import words
from facilitator.people.lowering import UNREACHED
from facilitator.people.readers import readings_by
from facilitator.store import Store

_OWNED = {Goes.TICKS: "attendance", Goes.ANSWERS: "consent", Goes.NEEDS: "access_need", Goes.DATES: "member_date"}
_ROLES = """select r.id, r.name from role r join session s on s.id = r.session_id
            where s.group_id = ? and r.name <> ''"""


class Erasing:
    """Says what is kept about one person, on the list or in the bin, and takes it away."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def preview(self, member_id: Id) -> ErasePreview:
        """What would go, in counts. Raises NotFound."""
        member = self._member(member_id)
        found = {what: self._many(f"select count(*) as n from {table} where member_id = ?", member_id)
                 for what, table in _OWNED.items()}
        found |= {
            Goes.CONTACTS: int(bool(member["contact"])),
            Goes.RULES: int(bool(member["contact_preference"] or member["if_another_answers"]
                                 or member["may_leave_message"] is not None)),
            Goes.EMERGENCY: int(bool(member["emergency_contact"])),
            Goes.AGES: int(bool(member["age_band"])),
            Goes.ROLES: len(self._roles(member)),
            Goes.READINGS: len(readings_by(self._store, (member_id,))),
        }
        return ErasePreview(member["name"], tuple((what, found[what]) for what in Goes if found.get(what)))

    def erase(self, member_id: Id) -> Change:
        """Take a person away for good; a bare id stays, so that no other copy brings them back. Raises NotFound."""
        member = self._member(member_id)
        roles, read = self._roles(member), readings_by(self._store, (member_id,))
        with self._store.command("member.erase", undo=False) as c:
            c.erase("member", member_id)
            for role in roles:
                c.clear("role", role, {"name": ""})
            for reading, _name in read:
                c.clear("translation", reading, {"read_by": ""})
            c.label = _("One person was erased. The head-counts stay.")
        return c.change()

    def reachable(self, member_id: Id) -> bool:
        """Whether anything is kept of how to reach a person, whom to call for them, or their age. Raises NotFound."""
        member = self._member(member_id)
        return any(member[field] != empty for field, empty in UNREACHED.items())

    def cross_out(self, member_id: Id) -> Change:
        """Take that away for good, as is promised for when somebody comes no more; the name stays. Raises NotFound."""
        member = self._member(member_id)
        with self._store.command("member.cross-out", undo=False) as c:
            c.clear("member", member_id, UNREACHED)
            c.label = _("How to reach {name} is crossed out.").format(name=member["name"])
        return c.change()

    def _member(self, member_id: Id) -> dict[str, Any]:
        member = self._store.one("select * from member where id = ?", (member_id,))
        if member is None:
            raise NotFound("member")
        return member

    def _roles(self, member: dict[str, Any]) -> list[Id]:
        """Names beside a task of an evening that can only be theirs: nobody else in the group is called so."""
        alike = words.alike(member["name"])
        others = self._store.all("select name from member where group_id = ? and id <> ?",
                                 (member["group_id"], member["id"]))
        if any(words.alike(other["name"]) == alike for other in others):
            return []
        named = self._store.all(_ROLES, (member["group_id"],))
        return [row["id"] for row in named if words.alike(row["name"]) == alike]

    def _many(self, sql: str, member_id: Id) -> int:
        row = self._store.one(sql, (member_id,))
        return int(row["n"]) if row else 0
