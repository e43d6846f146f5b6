"""How an evening runs: what happened to its plan and when, and where it stands; heads and minutes, never a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from facilitator.model.agenda import Give, SegmentKind
from facilitator.model.clock import Clock

MINUTE = 60_000
"""Milliseconds of a minute: every moment of a run is in milliseconds UTC."""
FINGERS = 6
"""How many answers a fist-to-five has: 0 is a fist, 5 an open hand."""


class Step(StrEnum):
    """What may happen to a running plan."""

    STARTED = "started"
    CORRECTED = "corrected"
    """It began at another time than the one that was noted; `began` says when, `part` where the circle is by now."""
    PAUSED = "paused"
    RESUMED = "resumed"
    NEXT = "next"
    BACK = "back"
    SKIPPED = "skipped"
    """A part is left out, the one that runs or one to come."""
    EXTENDED = "extended"
    """The part that runs has so many `minutes` more."""
    ACCEPTED = "accepted"
    """What was proposed is done: `cuts`."""
    DECLINED = "declined"
    """What was proposed for so many `minutes` of lateness is not done."""
    LATER = "later"
    """The evening may end so many `minutes` later than it should."""
    MARKED = "marked"
    """Something that is written down about an evening was done: `mark`."""
    UNMARKED = "unmarked"
    """It was not, after all."""
    CLOCK = "clock"
    """The computer's clock was put right by so many milliseconds: all earlier moments `moved` with it."""
    UNDONE = "undone"
    """The last step never happened. Marks, and a clock that was put right, stay."""
    ENDED = "ended"


class Mark(StrEnum):
    """What is written down about an evening, without a name."""

    AGREEMENT_READ = "agreement-read"
    LIMITS_READ = "limits-read"
    """The limits of confidentiality were read."""
    LIMITS_LEFT_OUT = "limits-left-out"
    """They were left out, and somebody said so."""
    ROUND_OFFERED = "round-offered"
    """In the round of `part` everybody was offered their turn."""
    DOORKNOB = "doorknob"
    """The facilitators have asked each other who stays behind."""
    OPENING_FIST = "opening-fist"
    """A fist-to-five at the beginning: `tally`."""
    CLOSING_FIST = "closing-fist"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened, at a moment in ms UTC. Which of the other fields count follows from the step."""

    step: Step
    at: int
    part: int | None = None
    minutes: int = 0
    began: int | None = None
    moved: int = 0
    cuts: tuple[tuple[int, int], ...] = ()
    """Parts with the minutes each has from now on; 0 leaves it out."""
    mark: Mark | None = None
    tally: tuple[int, ...] = ()
    """How many showed 0, 1 … 5 fingers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A segment as it was when the circle started; its title stays in the agenda. `per_person` is seconds a turn."""

    kind: SegmentKind
    minutes: int
    least: int = 0
    give: Give = Give.FIXED
    protected: bool = False
    per_person: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RunPlan:
    """The plan as started. `due` is when it should have begun, ms UTC."""

    due: int
    parts: tuple[Part, ...]

    @property
    def ends_due(self) -> int:
        """When it should end, ms UTC."""
        return self.due + sum(part.minutes for part in self.parts) * MINUTE


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as the computer counts it (ms UTC) and as the clock on the wall shows it."""

    ms: int
    wall: datetime

    @classmethod
    def of(cls, clock: Clock) -> Moment:
        """Now."""
        return cls(clock.now_ms(), clock.now())

    def at(self, ms: int) -> datetime:
        """What the wall shows at another moment."""
        return self.wall + (datetime.fromtimestamp(ms / 1000, UTC) - datetime.fromtimestamp(self.ms / 1000, UTC))

    def back(self, wall: datetime) -> int:
        """The moment (ms UTC) at which the wall shows this."""
        return self.ms + round((wall - self.wall).total_seconds() * 1000)


class Phase(StrEnum):
    """Where a run stands."""

    WAITING = "waiting"
    GOING = "going"
    PAUSED = "paused"
    ENDED = "ended"


class PartPhase(StrEnum):
    """Where a part stands."""

    DONE = "done"
    NOW = "now"
    COMING = "coming"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartState:
    """A part as it stands. `minutes` is what it has by now, `planned` what it had when the circle started.

    `begins` is when it began, or will if all goes by the minutes it has; ms UTC, None for one that is left out.
    `used` is how long it has run, pauses left out, in ms.
    """

    index: int
    kind: SegmentKind
    phase: PartPhase
    planned: int
    minutes: int
    used: int
    begins: int | None
    whole: bool
    """Whether no proposal ever touches it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What would be cut to end in time: part, minutes before and after; `short` are minutes that nothing can give."""

    late: int
    cuts: tuple[tuple[int, int, int], ...]
    short: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """Where the evening stands at a moment: all that a page, a room or a paper needs to know about its time.

    It holds no person and no word anybody typed: parts are told by index and kind, and their titles, leaders and
    lines are read from the agenda by whoever may show them. A room is fed from `phase`, `current.kind`, `left`,
    `part_minutes`, `clock(now)` and `running.share(left, seats)`; it needs nothing else of a run.
    """

    phase: Phase
    moment: Moment
    due: int
    ends_due: int
    """When it should end, by the plan or as was settled since."""
    ends: int
    """When it will end, if all goes by the minutes its parts have; when it ended."""
    began: int | None
    at: int
    """The part that runs; the first while it waits, the last one that ran once it has ended."""
    parts: tuple[PartState, ...]
    left: int
    """Ms that are left of the part that runs; negative once it has run over."""
    paused: int
    """Ms of all pauses, the one that lasts too."""
    paused_since: int | None
    behind: int
    """Whole minutes that the end will be late; negative when it will be early."""
    ending: int | None
    """The part the protected ending begins with, None where the plan has no ending."""
    ending_latest: int
    """The latest moment at which the ending may begin and still be whole; the end where there is none."""
    short: int
    """Minutes by which the evening ends late though all gives that may give; 0 says the ending fits."""
    doorknob: int | None
    """When the facilitators ask each other who holds something big; None where the ending has begun."""
    doorknob_due: bool
    """Whether it is that time, and nobody has said yet that it was done."""
    offer: Offer | None
    """What is proposed, None where nothing has to give, or nobody wants to hear it again."""
    marks: tuple[Event, ...]
    clock_went_back: bool
    """Whether the computer's clock stands before the last step: minutes wait until it is put right."""

    @property
    def now(self) -> int:
        """The moment it is told for, ms UTC; never before the last step."""
        return self.moment.ms

    @property
    def current(self) -> PartState:
        """The part that runs."""
        return self.parts[self.at]

    @property
    def part_minutes(self) -> int:
        """The minutes the part that runs has."""
        return self.current.minutes

    @property
    def coming(self) -> tuple[PartState, ...]:
        """The parts to come, those left out not among them."""
        return tuple(part for part in self.parts if part.index > self.at and part.phase is PartPhase.COMING)

    @property
    def last(self) -> bool:
        """Whether nothing comes after the part that runs."""
        return not self.coming

    @property
    def fits(self) -> bool:
        """Whether the protected ending still fits whole, once all gives that may give."""
        return self.short == 0

    def clock(self, ms: int) -> str:
        """A moment as a clock on the wall shows it, such as 19:05."""
        return f"{self.moment.at(ms):%H:%M}"

    def marked(self, mark: Mark, part: int | None = None) -> Event | None:
        """The newest such mark, of one part if given; None where there is none."""
        found = (one for one in reversed(self.marks) if one.mark is mark and part in (None, one.part))
        return next(found, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOutcome:
    """How a part went: minutes planned and minutes it took; not reached at all where nothing was used."""

    index: int
    kind: SegmentKind
    planned: int
    actual: int
    reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What is kept of how an evening went. Clock times are minutes after midnight, None where nobody said.

    `limits` says whether the limits of confidentiality were read, None where nobody said; `rounds` and `offered` count
    the rounds that ran and those in which everybody was offered their turn.
    """

    began: int | None = None
    ended: int | None = None
    late: int = 0
    """Minutes after the planned end that it ended; negative before it."""
    parts: tuple[PartOutcome, ...] = ()
    agreement_read: int | None = None
    limits: bool | None = None
    rounds: int = 0
    offered: int = 0
    closing_held: bool = False
    opening_fist: tuple[int, ...] = ()
    closing_fist: tuple[int, ...] = ()
    taps: tuple[tuple[str, int], ...] = ()
    """Things done in a hard moment, by id, and when: never a name, never what was said."""
    from_paper: bool = False
    """Whether it was taken in afterwards, from paper: its times are then those of the plan."""

    @property
    def told(self) -> bool:
        """Whether the evening was run to its end, or taken in from paper."""
        return self.ended is not None or self.from_paper

    @property
    def all_offered(self) -> bool:
        """Whether every round that ran was offered to everybody."""
        return self.rounds == self.offered
