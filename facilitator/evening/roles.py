"""How a role of an evening is kept, and how who ran it becomes a fact once it was held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.model.group import Group
from facilitator.model.ids import Id, hash_id
from facilitator.model.rota import RUNNING, Role, Shift
from facilitator.store import Store

if TYPE_CHECKING:
    from facilitator.store import Command


def role_id(session_id: Id, role: Role) -> Id:
    """The id of a role on an evening: the same on every laptop."""
    return hash_id("role", session_id, role.value)


def settle(c: Command, store: Store, group: Group, session_id: Id) -> None:
    """Inside the command that says an evening was held: who ran it is a fact now, whatever the team becomes later."""
    runs = [role.value for role in RUNNING]
    kept = {row["role"] for row in store.all("select role from role_live where session_id = ?", (session_id,))}
    if kept.isdisjoint(runs):
        there = {row["id"] for row in store.all("select id from facilitator_live where active = 1")}
        for role, person in zip(RUNNING, (one for one in group.team if one in there), strict=False):
            c.put("role", role_id(session_id, role), values(session_id, Shift(role, True, person)))


def values(session_id: Id, shift: Shift) -> dict[str, Any]:
    """The row of a shift; no name is ever typed into it."""
    return {"session_id": session_id, "role": shift.role.value, "filled": int(shift.filled),
            "facilitator_id": shift.facilitator_id, "name": ""}
