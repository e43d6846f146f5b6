"""A baton: what one facilitator leaves for the next, line by line as it will be read. No name is in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitator.model.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Baton:
    """Lines handed on after an evening. `lines` are kept as they were seen before handing on, so nothing is added."""

    id: Id
    group_id: Id
    session_id: Id
    lines: tuple[str, ...]
    written_on: date
    taken_on: date | None = None
