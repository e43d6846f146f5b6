"""The people of a group as a table: names, and beside them what was asked for and is allowed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeAlias

from facilitator.errors import LevelTooLow
from facilitator.i18n import _
from facilitator.model.exporting import Beside, Cell, ExportTable
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import ConsentState, Member
from facilitator.people.members import Members
from facilitator.store import Store

_Column: TypeAlias = tuple[str, Callable[[Member], Cell]]
_LIST = """select c.member_id, c.state, c.basis, max(c.id) from consent_live c join member_live m on m.id = c.member_id
           where m.group_id = ? and c.purpose = 'list' group by c.member_id"""


def allowed(group: Group) -> tuple[Beside, ...]:
    """What may stand beside the names at this group's level; ages only where it is for under-18s."""
    if group.record_level < RecordLevel.FIRST_NAME:
        return ()
    if group.record_level < RecordLevel.CONTACTABLE:
        return Beside.ANSWERS, Beside.NEEDS
    both = (Beside.ANSWERS, Beside.NEEDS, Beside.CONTACTS, Beside.EMERGENCY)
    return (*both, Beside.AGES) if group.for_under_18s else both


def table(group: Group, members: Members, store: Store, beside: Collection[Beside]) -> ExportTable:
    """Everybody on the list and those who come no more, by name; nobody who said no to the list.

    Raises LevelTooLow where a group keeps a head-count only.
    """
    if group.record_level < RecordLevel.FIRST_NAME:
        raise LevelTooLow("roster", group.record_level)
    people = members.of(group.id, left=True)
    wanted = [one for one in allowed(group) if one in beside]
    columns: list[_Column] = [
        (_("Name"), lambda member: member.name),
        (_("First came"), lambda member: member.first_seen),
        (_("Comes no more"), lambda member: "" if member.active else _("yes")),
    ]
    for one in wanted:
        columns += _columns(one, group, members, store)
    return ExportTable(group.name, tuple(title for title, _of in columns),
                       tuple(tuple(of(member) for _title, of in columns) for member in people), len(people))


def _columns(beside: Beside, group: Group, members: Members, store: Store) -> list[_Column]:
    match beside:
        case Beside.ANSWERS:
            said = {row["member_id"]: _said(row["state"], row["basis"]) for row in store.all(_LIST, (group.id,))}
            return [(_("Said yes to the list"), lambda member: said.get(member.id, _("not asked yet")))]
        case Beside.NEEDS:
            needs: dict[Id, list[str]] = {}
            for need in members.needs.of(group.id):
                if need.member_id is not None:
                    needs.setdefault(need.member_id, []).append(need.adjustment)
            return [(_("What helps in the room"), lambda member: ", ".join(needs.get(member.id, ())))]
        case Beside.CONTACTS:
            # What to mind stands before the number, in a file as on screen.
            return [
                (_("What to mind"), lambda member: member.contact_preference),
                (_("May leave a message"), _may),
                (_("If somebody else answers"), lambda member: member.if_another_answers),
                (_("Contact"), lambda member: member.contact),
            ]
        case Beside.EMERGENCY:
            return [(_("Emergency contact"), lambda member: member.emergency_contact)]
        case Beside.AGES:
            return [(_("Age band"), lambda member: member.age_band)]


def _may(member: Member) -> Cell:
    if not member.contact:
        return ""
    return {None: _("nobody asked"), True: _("yes"), False: _("no")}[member.may_leave_message]


def _said(state: str, basis: str) -> str:
    if state == ConsentState.GIVEN:
        return _("yes")
    return _("a reason is written down") if basis else _("not asked yet")
