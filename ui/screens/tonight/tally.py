"""Counting heads by keys: who came, who came for the first time, who went, and taking one back. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from facilitator.model.session import Count


@dataclass(frozen=True, slots=True)
class Tally:
    """A count while it is taken. `trail` says of each one counted whether it was a first-timer, to take back."""

    count: Count = field(default_factory=Count)
    trail: tuple[bool, ...] = ()

    @property
    def heads(self) -> int:
        """Everybody counted in."""
        return self.count.heads or 0

    @property
    def inside(self) -> int:
        """Who is still in the room: the roll-call."""
        return max(0, self.heads - (self.count.out or 0))

    def came(self, first: bool = False) -> Tally:
        """One more, perhaps for the first time."""
        newcomers = (self.count.newcomers or 0) + first
        count = replace(self.count, heads=self.heads + 1, newcomers=newcomers or self.count.newcomers)
        return Tally(count, (*self.trail, first))

    def back(self) -> Tally:
        """One fewer: the one counted last."""
        if not self.heads:
            return self
        first = self.trail[-1] if self.trail else False
        return Tally(_fitting(replace(
            self.count, heads=self.heads - 1,
            newcomers=None if self.count.newcomers is None else max(0, self.count.newcomers - first),
        )), self.trail[:-1])  # fmt: skip

    def went(self, by: int = 1) -> Tally:
        """So many went home; less than nothing: they came back in."""
        out = max(0, min(self.heads, (self.count.out or 0) + by))
        return replace(self, count=replace(self.count, out=out))

    def all_went(self) -> Tally:
        """Everybody went home."""
        return replace(self, count=replace(self.count, out=self.heads))

    def adults(self, number: int) -> Tally:
        """How many of those inside are adults."""
        return replace(self, count=replace(self.count, adults=number))


def _fitting(count: Count) -> Count:
    """No part of a count is larger than the whole."""
    heads = count.heads or 0

    def most(number: int | None) -> int | None:
        return None if number is None else min(number, heads)

    return replace(count, newcomers=most(count.newcomers), returning=most(count.returning),
                   adults=most(count.adults), out=most(count.out))  # fmt: skip
