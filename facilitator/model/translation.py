"""A translation, and the fluent speaker who has read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Reading:
    """That somebody who speaks a language well has read what we say in it; `by` is empty once they were erased."""

    language: str
    by: str
    on: date
