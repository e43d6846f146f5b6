"""An agenda: segments in order, what may give when time is short, and whether it fits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from facilitator.i18n import _
from facilitator.model.ids import Id

WORDS_A_MINUTE = 130
"""How fast a person reads aloud to a circle."""


class SegmentKind(StrEnum):
    """What sort of thing happens in a segment."""

    OPENING = "opening"
    AGREEMENT = "agreement"
    GROUNDING = "grounding"
    CHECK_IN = "check-in"
    ROUND = "round"
    DISCUSSION = "discussion"
    SKILL = "skill"
    ACTIVITY = "activity"
    PAIRS = "pairs"
    SPEAKER = "speaker"
    HOT_SEAT = "hot-seat"
    BREAK = "break"
    SAFETY_CHECK = "safety-check"
    CHECK_OUT = "check-out"
    CLOSING = "closing"
    NOTICES = "notices"

    @property
    def is_round(self) -> bool:
        """Whether each person gets a turn; passing is always allowed in one."""
        return self in (SegmentKind.CHECK_IN, SegmentKind.ROUND, SegmentKind.CHECK_OUT)


class Give(StrEnum):
    """What may happen to a segment when time is short."""

    FIXED = "fixed"
    SHRINK = "shrink"
    DROP = "drop"


class LineKind(StrEnum):
    """How a line of a segment's script is meant."""

    SAY = "say"
    """Words to say aloud."""
    DO = "do"
    """A direction to the facilitator."""
    IF = "if"
    """Words for when something happens; starts with the case, then a colon."""
    AT = "at"
    """A thing to do or say at a moment; `minute` counts from the segment's start."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what to say or do in a segment."""

    kind: LineKind
    text: str
    minute: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of the evening. `least` is the shortest it may become; `per_person` is seconds a turn in a round.

    `leader` and lines may leave {lead}, {second} and the like open: `model.content.fill` puts names in, or words.
    """

    title: str
    kind: SegmentKind
    minutes: int
    least: int = 0
    give: Give = Give.FIXED
    protected: bool = False
    leader: str = ""
    hint: str = ""
    materials: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    script: str = ""
    per_person: int | None = None

    @property
    def pass_allowed(self) -> bool:
        """Always: in every round anybody may pass."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaDraft:
    """Segments in order, made for `minutes`; `template` is the id of the shipped agenda it came from.

    `summary` says in one line what it is for, where the group keeps it to use again.
    """

    name: str
    minutes: int
    summary: str = ""
    segments: tuple[Segment, ...] = ()
    template: str = ""
    group_id: Id | None = None
    session_id: Id | None = None

    @property
    def total(self) -> int:
        """The sum of the segments' minutes."""
        return sum(segment.minutes for segment in self.segments)

    @property
    def over(self) -> int:
        """Minutes too many (positive) or to spare (negative); 0 means it fits."""
        return self.total - self.minutes

    def starts(self, start_minute: int) -> tuple[int, ...]:
        """Each segment's start, in minutes after midnight (may pass 1440)."""
        out, at = [], start_minute
        for segment in self.segments:
            out.append(at)
            at += segment.minutes
        return tuple(out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda(AgendaDraft):
    """An agenda that is kept."""

    id: Id


def kind_words(kind: SegmentKind) -> str:
    """A kind of segment by name."""
    return {
        SegmentKind.OPENING: _("Opening"),
        SegmentKind.AGREEMENT: _("The agreement"),
        SegmentKind.GROUNDING: _("Arriving and breathing"),
        SegmentKind.CHECK_IN: _("Check-in round"),
        SegmentKind.ROUND: _("A round"),
        SegmentKind.DISCUSSION: _("Open talk"),
        SegmentKind.SKILL: _("A skill to try"),
        SegmentKind.ACTIVITY: _("Something to do together"),
        SegmentKind.PAIRS: _("In pairs"),
        SegmentKind.SPEAKER: _("A speaker"),
        SegmentKind.HOT_SEAT: _("One person’s question"),
        SegmentKind.BREAK: _("Break"),
        SegmentKind.SAFETY_CHECK: _("Safety check"),
        SegmentKind.CHECK_OUT: _("Check-out round"),
        SegmentKind.CLOSING: _("Closing"),
        SegmentKind.NOTICES: _("Notices"),
    }[kind]


def seconds_aloud(lines: Iterable[Line]) -> int:
    """How long the words to say take, read aloud without a hurry; what is done, or said only if, is not counted."""
    return ceil(sum(len(line.text.split()) for line in lines if line.kind is LineKind.SAY) * 60 / WORDS_A_MINUTE)


def clock_text(minute_of_day: int) -> str:
    """Minutes after midnight as a wall clock shows them: 1145 is 19:05; past midnight it starts again."""
    hour, minute = divmod(minute_of_day % 1440, 60)
    return f"{hour:02d}:{minute:02d}"
