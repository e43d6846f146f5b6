"""A hit of the search box."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.model.ids import Id


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: `kind` is group, member or session; `group_id` tells where to go."""

    kind: str
    id: Id
    title: str
    detail: str = ""
    group_id: Id | None = None
