"""Moving a group to a lower record level: what it may not hold there goes for good, and the head-counts stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from facilitator.errors import BadValue, LevelRequired, NotFound
from facilitator.i18n import _, ngettext
from facilitator.model.change import Change
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.lowering import Goes, LowerPreview, ShorterName
from facilitator.model.member import ConsentPurpose
from facilitator.people import rows, words
from facilitator.people.readers import readings_by
from facilitator.store import Store

if TYPE_CHECKING:
    from facilitator.store import Command

UNREACHED: Mapping[str, Any] = {
    "contact": "", "contact_preference": "", "may_leave_message": None, "if_another_answers": "",
    "emergency_contact": "", "age_band": "",
}
"""What only level 2 holds about a member, emptied."""
_ASKED_AT_2 = (ConsentPurpose.CONTACT.value, ConsentPurpose.PARENT.value)
_MEMBERS = """select m.*, exists (select 1 from member_live l where l.id = m.id) as listed
              from member m where m.group_id = ? order by m.id"""
_OF_MEMBERS = "select t.id from {table} t join member m on m.id = t.member_id where m.group_id = ?"
_ROLES = "select r.id, r.name from role r join session s on s.id = r.session_id where s.group_id = ? and r.name <> ''"
_PAIRINGS = "select id from pairing where group_id = ?"
_MEETINGS = "select t.id from pairing_meeting t join pairing p on p.id = t.pairing_id where p.group_id = ?"


class Lowering:
    """Says what a lower level takes away, and takes it. What lies in the bin goes like the rest."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def preview(self, group_id: Id, level: RecordLevel) -> LowerPreview:
        """What would go, in counts. Raises NotFound, BadValue (not lower), LevelRequired (under-18s)."""
        group = self._group(group_id, level)
        members = self._store.all(_MEMBERS, (group_id,))
        counts = self._counts(group, level, members)
        held = self._store.one("select count(*) as n from session_live where group_id = ? and status = 'held'",
                               (group_id,))
        return LowerPreview(
            group, level, tuple((what, counts[what]) for what in Goes if counts.get(what)),
            tuple(sorted(_shorter(members), key=lambda one: words.order(one.name)))
            if level is RecordLevel.FIRST_NAME else (), int(held["n"]) if held else 0)

    def lower(self, group_id: Id, level: RecordLevel, names: Mapping[Id, str] | None = None) -> Change:
        """Move the group down, in one step that nothing undoes. `names` are what longer names become at level 1.

        A longer name that is not in `names` becomes what the preview proposes. Raises as `preview`, and NameMissing.
        """
        group = self._group(group_id, level)
        chosen = {member_id: words.name(name, _("name"), "member") for member_id, name in (names or {}).items()}
        with self._store.command("group.lower", undo=False) as c:
            members = self._store.all(_MEMBERS, (group_id,))
            if level is RecordLevel.TALLY:
                self._to_tally(c, group, members)
                c.label = ngettext("{group} keeps a head-count only now. {n} person was erased.",
                                   "{group} keeps a head-count only now. {n} people were erased.", len(members))
            else:
                self._to_first_names(c, group, members, chosen)
                c.label = _("{group} keeps first names only now.")
            c.clear("groups", group_id, {"record_level": int(level)})
            c.label = c.label.format(group=group.name, n=len(members))
        return c.change()

    # ------------------------------------------------------------ what goes
    def _counts(self, group: Group, level: RecordLevel, members: list[dict[str, Any]]) -> dict[Goes, int]:
        found = {
            Goes.CONTACTS: sum(bool(m["contact"]) for m in members),
            Goes.RULES: sum(bool(m["contact_preference"] or m["if_another_answers"] or
                                 m["may_leave_message"] is not None) for m in members),
            Goes.EMERGENCY: sum(bool(m["emergency_contact"]) for m in members),
            Goes.AGES: sum(bool(m["age_band"]) for m in members),
            Goes.ANSWERS: len(self._answers(group.id, level)),
        }
        if level is RecordLevel.TALLY:
            found |= {
                Goes.PEOPLE: sum(m["listed"] for m in members),
                Goes.REMOVED: sum(not m["listed"] for m in members),
                Goes.TICKS: self._many(_OF_MEMBERS.format(table="attendance_live"), group.id),
                Goes.NEEDS: self._many(_OF_MEMBERS.format(table="access_need"), group.id),
                Goes.DATES: self._many(_OF_MEMBERS.format(table="member_date"), group.id),
                Goes.PAIRINGS: self._many(_PAIRINGS, group.id),
                Goes.MEETINGS: self._many(_MEETINGS, group.id),
                Goes.ROLES: self._many(_ROLES, group.id),
                Goes.READINGS: len(readings_by(self._store, _ids(members))),
            }
        return found

    def _to_tally(self, c: Command, group: Group, members: list[dict[str, Any]]) -> None:
        read = readings_by(self._store, _ids(members))
        for member in members:
            c.erase("member", member["id"])
        for pairing in self._store.all(_PAIRINGS, (group.id,)):
            c.erase("pairing", pairing["id"])
        for role in self._store.all(_ROLES, (group.id,)):
            c.clear("role", role["id"], {"name": ""})
        for reading, _name in read:
            c.clear("translation", reading, {"read_by": ""})

    def _to_first_names(self, c: Command, group: Group, members: list[dict[str, Any]],
                        chosen: Mapping[Id, str]) -> None:
        for answer in self._answers(group.id, RecordLevel.FIRST_NAME):
            c.erase("consent", answer["id"])
        shorter = {one.member_id: one.short for one in _shorter(members)} | dict(chosen)
        renamed: dict[str, str] = {}
        read = readings_by(self._store, _ids(members))
        for member in members:
            name = shorter.get(member["id"], member["name"])
            if name != member["name"]:
                renamed[words.alike(member["name"])] = name
            c.clear("member", member["id"], {**UNREACHED, "name": name})
        for role in self._store.all(_ROLES, (group.id,)):
            if words.alike(role["name"]) in renamed:
                c.clear("role", role["id"], {"name": renamed[words.alike(role["name"])]})
        for reading, name in read:
            if words.alike(name) in renamed:
                c.clear("translation", reading, {"read_by": renamed[words.alike(name)]})

    def _answers(self, group_id: Id, level: RecordLevel) -> list[dict[str, Any]]:
        of_group = _OF_MEMBERS.format(table="consent")
        if level is RecordLevel.TALLY:
            return self._store.all(of_group, (group_id,))
        marks = ", ".join("?" * len(_ASKED_AT_2))
        return self._store.all(f"{of_group} and t.purpose in ({marks})", (group_id, *_ASKED_AT_2))

    # ------------------------------------------------------------ reading
    def _group(self, group_id: Id, level: RecordLevel) -> Group:
        row = self._store.one("select * from groups_live where id = ?", (group_id,))
        if row is None:
            raise NotFound("group")
        group = rows.group(row)
        if level >= group.record_level:
            raise BadValue(_("record level"), "range")
        if group.for_under_18s:
            raise LevelRequired
        return group

    def _many(self, sql: str, group_id: Id) -> int:
        row = self._store.one(f"select count(*) as n from ({sql})", (group_id,))
        return int(row["n"]) if row else 0


def _ids(members: list[dict[str, Any]]) -> set[Id]:
    return {member["id"] for member in members}


def _shorter(members: list[dict[str, Any]]) -> Iterator[ShorterName]:
    """Names of several words with their first word; with an initial where two would be called the same."""
    firsts = [words.alike(member["name"].split()[0]) for member in members]
    for member, first in zip(members, firsts, strict=True):
        parts = member["name"].split()
        if len(parts) < 2:
            continue
        short = parts[0] if firsts.count(first) == 1 else f"{parts[0]} {parts[-1][0]}"
        if short != member["name"]:
            yield ShorterName(member["id"], member["name"], short, bool(member["listed"]))
