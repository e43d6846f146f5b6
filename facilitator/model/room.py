"""What the room is shown. There is no person in it, and every word of it was screened before it came in."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from facilitator.model.agenda import SegmentKind
from facilitator.model.aloud import Reading, RoomClause
from facilitator.model.fingers import Fingers, Moment
from facilitator.model.running import Event, Mark, Step
from facilitator.model.seats import LEAST, SeatRound, Turn, a_round

MINUTE_MS = 60_000


class RoomPhase(StrEnum):
    """Where the evening stands."""

    WAITING = "waiting"
    GOING = "going"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPart:
    """The segment that runs. `run` and `index` tell it from others, so that what the circle is in is not begun anew.

    Times are milliseconds UTC; `begins` is when the circle should, as a clock on the wall shows it. `title` is empty
    where its words may not be shown: then its kind is. `following` is the next segment's title, empty at the end.
    `clauses` are read in an agreement; `goes_round` says that each of the `seats` gets a turn.
    """

    run: str
    index: int
    kind: SegmentKind
    phase: RoomPhase = RoomPhase.GOING
    title: str = ""
    prompt: str = ""
    following: str = ""
    following_kind: SegmentKind | None = None
    begins: str = ""
    began_ms: int = 0
    ends_ms: int = 0
    clauses: tuple[RoomClause, ...] = ()
    seats: int = 0
    goes_round: bool = False

    @property
    def timed(self) -> bool:
        """Whether it has minutes that run."""
        return self.phase is RoomPhase.GOING and self.ends_ms > self.began_ms

    def same(self, other: RoomPart) -> bool:
        """Whether this is the same segment of the same evening."""
        return (self.run, self.index) == (other.run, other.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomState:
    """All that the room view knows. `paused_ms` is when a calm pause began; then no time runs.

    `pending` is what happened and is not written down yet: while the vault is locked, nobody can.
    """

    part: RoomPart
    paused_ms: int | None = None
    clock_hidden: bool = False
    reading: Reading | None = None
    round: SeatRound | None = None
    fingers: Fingers | None = None
    pending: tuple[Event, ...] = ()
    shown: bool = False
    """Whether the room view was in sight, for the process that takes over."""
    moved: int = 0
    """Chairs put in (or, below 0, taken away) since the plan last said how many sit there."""

    @property
    def chairs(self) -> int:
        """How many chairs stand in the ring."""
        if self.round is not None:
            return len(self.round.turns)
        return max(LEAST, self.part.seats + self.moved) if self.part.seats else 0

    @property
    def paused(self) -> bool:
        """Whether the circle rests."""
        return self.paused_ms is not None

    @property
    def fresh(self) -> bool:
        """Whether nothing of this part's reading or round has happened yet."""
        return replace(begun(self.part, self.moved), paused_ms=self.paused_ms, clock_hidden=self.clock_hidden,
                       shown=self.shown) == self

    def left_ms(self, now_ms: int) -> int:
        """Milliseconds until the segment should end; negative when it is over time. It stands still in a pause."""
        return self.part.ends_ms - (self.paused_ms if self.paused_ms is not None else now_ms)

    def minutes_left(self, now_ms: int) -> int:
        """Whole minutes left, rounded up; 0 or less when the time is up."""
        return -(-self.left_ms(now_ms) // MINUTE_MS)

    def gone(self, minutes_left: int) -> float:
        """The share of the segment that is behind, 0 to 1, by the whole minutes that are left."""
        whole = self.part.ends_ms - self.part.began_ms
        return min(1.0, max(0.0, 1 - minutes_left * MINUTE_MS / whole)) if whole > 0 else 0.0

    def share_s(self, now_ms: int) -> int:
        """Seconds for each seat that is left in the round; 0 where there is no round or no time."""
        return self.round.share(self.left_ms(now_ms) // 1000) if self.round is not None else 0

    # ------------------------------------------------------------ what happens to it
    def at(self, part: RoomPart, paused_ms: int | None = None) -> RoomState:
        """The room as the plan has it now: a new part begins its own reading or round, the same goes on with it."""
        same_evening = part.run == self.part.run
        moved = self.moved if same_evening and part.seats == self.part.seats else 0  # they were counted anew
        if part.same(self.part) and part.phase is self.part.phase:
            return replace(self, part=part, paused_ms=paused_ms, moved=moved)
        pending = self.pending if same_evening else ()  # else another evening's, which has its own log
        return replace(begun(part, moved), paused_ms=paused_ms, clock_hidden=self.clock_hidden, shown=self.shown,
                       pending=pending)

    def seat(self, circle: SeatRound) -> RoomState:
        """The round with a chair put in or taken away; later rounds begin with as many."""
        before = 0 if self.round is None else len(self.round.turns)
        return replace(self, round=circle, moved=self.moved + len(circle.turns) - before)

    def read(self) -> RoomState:
        """Begin to read the agreement, where this part has one."""
        return replace(self, reading=Reading(self.part.clauses)) if self.part.clauses else self

    def pause(self, now_ms: int) -> RoomState:
        """Rest: time stands still."""
        return self if self.paused else replace(self, paused_ms=now_ms)

    def resume(self, now_ms: int) -> RoomState:
        """Go on, with as much time left as there was."""
        if self.paused_ms is None:
            return self
        rested = max(0, now_ms - self.paused_ms)
        part = replace(self.part, began_ms=self.part.began_ms + rested, ends_ms=self.part.ends_ms + rested)
        return replace(self, part=part, paused_ms=None)


def begun(part: RoomPart, moved: int = 0) -> RoomState:
    """The room as a part begins, with so many chairs put in since the count."""
    return RoomState(part=part, reading=_reading(part), round=_round(part, moved), moved=moved)


def _reading(part: RoomPart) -> Reading | None:
    """An agreement is read at once; in an opening it waits until somebody goes on to it."""
    at_once = part.kind is SegmentKind.AGREEMENT and part.phase is RoomPhase.GOING
    return Reading(part.clauses) if part.clauses and at_once else None


def _round(part: RoomPart, moved: int) -> SeatRound | None:
    return a_round(part.seats + moved) if part.goes_round and part.phase is RoomPhase.GOING else None


# ---------------------------------------------------------------- handed to the process that takes over
def packed(state: RoomState) -> bytes:
    """The state as bytes. Only what is in the type is in them."""
    part, reading, circle, fingers = state.part, state.reading, state.round, state.fingers
    return json.dumps({
        "part": [part.run, part.index, part.kind, part.phase, part.title, part.prompt, part.following,
                 part.following_kind, part.begins, part.began_ms, part.ends_ms, part.seats, part.goes_round,
                 [[one.text, one.seconds, one.limits] for one in part.clauses]],
        "paused": state.paused_ms, "hidden": state.clock_hidden, "shown": state.shown, "moved": state.moved,
        "reading": None if reading is None else [reading.at, reading.left_out, reading.marked, reading.read_ms],
        "round": None if circle is None else [circle.turns, circle.holder, circle.back],
        "fingers": None if fingers is None else [fingers.moment, fingers.hands],
        "pending": [[event.step, event.at, event.part, event.mark, event.tally] for event in state.pending],
    }, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(said: bytes) -> RoomState | None:
    """The state from bytes; None where they say nothing of use."""
    try:
        return _state(json.loads(said))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None


def _state(said: dict[str, Any]) -> RoomState:
    (run, index, kind, phase, title, prompt, following, next_kind, begins, began, ends, seats, goes,
     clauses) = said["part"]
    part = RoomPart(
        run=str(run), index=int(index), kind=SegmentKind(kind), phase=RoomPhase(phase), title=str(title),
        prompt=str(prompt), following=str(following),
        following_kind=None if next_kind is None else SegmentKind(next_kind), begins=str(begins),
        began_ms=int(began), ends_ms=int(ends), seats=int(seats), goes_round=bool(goes),
        clauses=tuple(RoomClause(str(text), int(s), bool(limits)) for text, s, limits in clauses),
    )
    reading, circle, fingers = said["reading"], said["round"], said["fingers"]
    return RoomState(
        part=part, paused_ms=None if said["paused"] is None else int(said["paused"]),
        clock_hidden=bool(said["hidden"]), shown=bool(said["shown"]), moved=int(said.get("moved", 0)),
        reading=None if reading is None else Reading(
            part.clauses, max(0, min(len(part.clauses), int(reading[0]))), tuple(map(int, reading[1])),
            bool(reading[2]), None if reading[3] is None else int(reading[3])),
        round=None if circle is None else _circle(*circle),
        fingers=None if fingers is None else Fingers(Moment(fingers[0]), _hands(fingers[1])),
        pending=tuple(_event(*event) for event in said["pending"]),
    )


def _circle(turns: list[str], holder: int | None, back: list[list[Any]]) -> SeatRound:
    found = SeatRound(tuple(map(Turn, turns)), None if holder is None else int(holder),
                      tuple((int(seat), Turn(turn)) for seat, turn in back))
    seats = range(len(found.turns))
    if not found.turns or any(seat not in seats for seat in (found.holder or 0, *(seat for seat, _t in found.back))):
        raise ValueError("no such seat")
    return found


def _event(step: str, at: int, part: int | None, mark: str | None, tally: list[int]) -> Event:
    return Event(step=Step(step), at=int(at), part=None if part is None else int(part),
                 mark=None if mark is None else Mark(mark), tally=tuple(map(int, tally)))


def _hands(said: list[Any]) -> tuple[int, ...]:
    hands = tuple(map(int, said))
    if len(hands) != len(Fingers(Moment.OPENING).hands):
        raise ValueError("not a tally")
    return hands
