"""A hit of the search box."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from facilitator.model.ids import Id
from facilitator.model.matching import Rank


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: `kind` is group, member, session, agenda, library or venue; `group_id` tells where to go: its
    group, or one that meets there.

    What ships with the app has an empty id. `show` is what a place shows where the id alone does not lead there: an
    evening that only follows from a rule, a sheet, a shipped item. `rank` says how well it fits, `past` that its group
    was put away: then it comes last. `day` is an evening's. `also` are other words it is found by, which are not shown.
    """

    kind: str
    id: Id
    title: str
    detail: str = ""
    group_id: Id | None = None
    show: object = None
    rank: Rank = Rank.PREFIX
    past: bool = False
    day: date | None = None
    also: str = ""


def best_first(hit: Hit) -> tuple[bool, Rank]:
    """What to sort hits by: nothing of an archived group before what goes on."""
    return hit.past, hit.rank


def grouped(hits: Iterable[Hit], order: Sequence[str]) -> tuple[tuple[str, tuple[Hit, ...]], ...]:
    """Hits under their kinds, the best of each first; the kind of the best leads, those alike stand in `order`."""
    kinds: dict[str, list[Hit]] = {}
    for hit in hits:
        kinds.setdefault(hit.kind, []).append(hit)
    laid = [(kind, tuple(sorted(found, key=best_first))) for kind, found in kinds.items()]
    place = {kind: n for n, kind in enumerate(order)}
    return tuple(sorted(laid, key=lambda kind: (best_first(kind[1][0]), place.get(kind[0], len(place)))))
