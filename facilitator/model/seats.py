"""A round by seat: who holds the talking piece, who has had it, whose turn comes back. Seats, never people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

LEAST, MOST = 2, 60
"""The smallest circle that can pass something round, and the largest the room can tell apart."""


class Turn(StrEnum):
    """Where a seat stands in the round. To have passed is to have had it: nothing tells the two apart."""

    WAITING = "waiting"
    HAD = "had"
    LATER = "later"
    """Asked that the piece comes back; to the room it looks as if it had had it."""


@dataclass(frozen=True, slots=True)
class SeatRound:
    """A round under way. `holder` is None once everybody has had it; `back` is the way it came, newest last."""

    turns: tuple[Turn, ...]
    holder: int | None = 0
    back: tuple[tuple[int, Turn], ...] = ()

    @property
    def left(self) -> int:
        """Seats that still have a turn to come, the one that holds the piece among them."""
        return sum(1 for seat, turn in enumerate(self.turns) if turn is not Turn.HAD or seat == self.holder)

    @property
    def done(self) -> bool:
        """Whether everybody has had the piece."""
        return self.holder is None

    def had(self, seat: int) -> bool:
        """Whether a seat has been round as far as anybody can see: spoke, passed, or asked for it to come back."""
        return seat != self.holder and self.turns[seat] is not Turn.WAITING

    def share(self, seconds: int) -> int:
        """Seconds for each seat that is left, out of so many that are left for all; 0 where there are none."""
        return max(seconds, 0) // self.left if self.left else 0

    # ------------------------------------------------------------ what is done with the piece
    def on(self) -> SeatRound:
        """Pass the piece on: whoever held it spoke or passed, which is the same."""
        return self._leave(Turn.HAD)

    def later(self) -> SeatRound:
        """Pass the piece on, and have it come back once the others have had it."""
        return self._leave(Turn.LATER)

    def give_back(self) -> SeatRound:
        """Take the last step back: the piece goes to whoever held it before."""
        if not self.back:
            return self
        seat, turn = self.back[-1]
        return SeatRound(self._with(seat, turn), seat, self.back[:-1])

    def _leave(self, turn: Turn) -> SeatRound:
        if self.holder is None:
            return self
        turns = self._with(self.holder, turn)
        after = SeatRound(turns, self.holder, (*self.back, (self.holder, self.turns[self.holder])))
        return replace(after, holder=after._following(self.holder))

    def _following(self, seat: int) -> int | None:
        """The next seat round that waits; where none does, the next that the piece comes back to, itself the last."""
        for wanted in (Turn.WAITING, Turn.LATER):
            for other in self._round_from(seat):
                if self.turns[other] is wanted:
                    return other
        return None

    def _round_from(self, seat: int) -> Iterator[int]:
        count = len(self.turns)
        return ((seat + step) % count for step in range(1, count + 1))

    # ------------------------------------------------------------ as people come and go
    def with_seat(self) -> SeatRound:
        """One more seat, at the end of the round; it takes the piece at once where nobody held it any more."""
        if len(self.turns) >= MOST:
            return self
        seat = len(self.turns)
        return replace(self, turns=(*self.turns, Turn.WAITING), holder=seat if self.holder is None else self.holder)

    def without_seat(self) -> SeatRound:
        """One seat fewer: the last that still waits, else the last that has been; never one that holds the piece."""
        if len(self.turns) <= LEAST:
            return self
        others = [seat for seat in range(len(self.turns)) if seat != self.holder]
        gone = max((seat for seat in others if self.turns[seat] is not Turn.HAD), default=others[-1])

        def moved(seat: int) -> int:
            return seat - 1 if seat > gone else seat

        return SeatRound(
            self.turns[:gone] + self.turns[gone + 1:],
            None if self.holder is None else moved(self.holder),
            tuple((moved(seat), turn) for seat, turn in self.back if seat != gone),
        )

    def _with(self, seat: int, turn: Turn) -> tuple[Turn, ...]:
        return (*self.turns[:seat], turn, *self.turns[seat + 1:])


def a_round(seats: int) -> SeatRound:
    """A round that begins at the first of so many seats."""
    return SeatRound((Turn.WAITING,) * max(LEAST, min(MOST, seats)))
