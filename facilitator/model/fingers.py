"""Fist to five: how many hands showed how many fingers. A tally, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

FIVE = 5
_MOST = 99


class Moment(StrEnum):
    """When the circle shows its hands."""

    OPENING = "opening"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Fingers:
    """Hands by number of fingers, 0 to 5. The order they were counted in is not kept."""

    moment: Moment
    hands: tuple[int, ...] = (0,) * (FIVE + 1)

    @property
    def counted(self) -> int:
        """How many hands there are."""
        return sum(self.hands)

    def add(self, fingers: int) -> Fingers:
        """One hand more."""
        return self._change(fingers, 1)

    def take(self, fingers: int) -> Fingers:
        """One hand fewer, where one was counted too many."""
        return self._change(fingers, -1)

    def _change(self, fingers: int, by: int) -> Fingers:
        if not 0 <= fingers <= FIVE:
            return self
        hands = list(self.hands)
        hands[fingers] = max(0, min(_MOST, hands[fingers] + by))
        return replace(self, hands=tuple(hands))
