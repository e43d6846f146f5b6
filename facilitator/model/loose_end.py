"""A loose end: something a circle left open, for next time. Words about the circle, never about somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitator.model.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseEnd:
    """One thing to come back to. `session_id` is the evening it was raised on, None where nobody said."""

    id: Id
    group_id: Id
    words: str
    raised_on: date
    session_id: Id | None = None
    settled_on: date | None = None
