"""Half-typed words about people, let go when a group may hold no such words any more."""

from __future__ import annotations

from collections.abc import Collection

from facilitator.model.ids import Id
from ui.screens.groups.leaf import Room
from ui.screens.groups.where import pack


def forget_people(room: Room, group_id: Id, evenings: Collection[Id] = (), member_id: Id | None = None) -> None:
    """Let go of forms about the group's people, or about one of them, that were left half typed.

    So goes a newcomer who was half typed at one of `evenings`.
    """
    path = (group_id, "people") if member_id is None else (group_id, "people", member_id)
    people = "groups" + pack(path).decode()
    drafting = room.desk.drafting
    for where in [where for where in room.unsaved if where.startswith(people)]:
        del room.unsaved[where]
        drafting.throw_away(where)
    for offer in drafting.offers:
        if offer.where.startswith(people) or (offer.go.place == "tonight" and offer.go.show in evenings):
            drafting.throw_away(offer.where)
