"""What a command changed: the one thing a command returns, and all that screens need to know."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.model.ids import Id


@dataclass(frozen=True, slots=True)
class Change:
    """Areas (such as "members") and row ids that a command touched; `label` is a sentence for the notice bar."""

    areas: frozenset[str] = frozenset()
    ids: frozenset[Id] = frozenset()
    label: str = ""
    can_undo: bool = False

    def touches(self, *areas: str) -> bool:
        """Whether a screen that shows these areas must read again."""
        return not self.areas.isdisjoint(areas)
