"""A hit of the search box."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.model.ids import Id
from facilitator.model.matching import Rank


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: `kind` is group, member, session, agenda, library or venue; `group_id` tells where to go.

    What ships with the app has an empty id. `show` is what a place shows where the id alone does not lead there: an
    evening that only follows from a rule, a sheet, a shipped item. `rank` says how well it fits, `past` that its group
    was put away: then it comes last.
    """

    kind: str
    id: Id
    title: str
    detail: str = ""
    group_id: Id | None = None
    show: object = None
    rank: Rank = Rank.PREFIX
    past: bool = False


def best_first(hit: Hit) -> tuple[bool, Rank]:
    """What to sort hits by: nothing of an archived group before what goes on."""
    return hit.past, hit.rank
