"""Words from the library in the segments of a plan: put in, told apart from own words, taken out; and the limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from facilitator.evening import timing
from facilitator.model.agenda import AgendaDraft, Line, LineKind, Segment, seconds_aloud
from facilitator.model.content import LimitPoint, Script, ScriptKind


class Presence(Enum):
    """How much of a script stands in a segment."""

    WHOLE = auto()
    PART = auto()
    """Some was put in other words, or taken out."""
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Limits:
    """Whether a plan says the limits of confidentiality: the points that are not made in an opening, if any.

    `wrong` are limits written for another kind of group, whose words stand there. `at` is the segment they belong in,
    None where the plan has no opening.
    """

    missing: tuple[LimitPoint, ...] = ()
    wrong: Script | None = None
    at: int | None = None

    @property
    def said(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def presence(lines: Sequence[Line], script: Script) -> Presence:
    """How much of a script stands in these lines; where less than half is left, they are own words."""
    if _place(lines, script.lines) is not None:
        return Presence.WHOLE
    left = sum(line in lines for line in script.lines)
    return Presence.PART if 2 * left >= len(script.lines) else Presence.NONE


def attach(segment: Segment, script: Script) -> Segment:
    """The segment with a script's words after its own; what is left of them from before is put in whole."""
    if presence(segment.lines, script) is Presence.WHOLE:
        return segment
    bare = take_off(segment, script)
    return replace(bare, lines=bare.lines + script.lines, script=bare.script or script.id)


def exchange(segment: Segment, old: Script, new: Script) -> Segment:
    """The segment with a script's words where another's stood; after its own words where the other stands not whole."""
    at = _place(segment.lines, old.lines)
    if at is None or presence(segment.lines, new) is Presence.WHOLE:
        return attach(take_off(segment, old), new)
    lines = segment.lines[:at] + new.lines + segment.lines[at + len(old.lines):]
    return replace(segment, lines=lines, script=new.id if segment.script in ("", old.id) else segment.script)


def take_off(segment: Segment, script: Script) -> Segment:
    """The segment without a script's words; words that were changed are own words, and stay."""
    if presence(segment.lines, script) is Presence.NONE:
        return segment
    at = _place(segment.lines, script.lines)
    lines = tuple(line for line in segment.lines if line not in script.lines) if at is None else \
        segment.lines[:at] + segment.lines[at + len(script.lines):]
    return replace(segment, lines=lines, script="" if segment.script == script.id else segment.script)


def too_long(segment: Segment) -> int:
    """Whole minutes, rounded up, by which the words take longer aloud than the segment has; 0 when they fit."""
    return max(0, -(-(seconds_aloud(segment.lines) - 60 * segment.minutes) // 60))


def limits(draft: AgendaDraft, right: Script | None, every: Sequence[Script]) -> Limits:
    """Whether a plan's openings say the limits of confidentiality.

    `right` are the words that belong in this group; None asks for any of `every` there is, as in a template.
    """
    openings = [at for at, segment in enumerate(draft.segments) if segment.kind in ScriptKind.LIMITS.segments]
    said = "\n".join(line.text for at in openings for line in draft.segments[at].lines if line.kind is LineKind.SAY)
    missing = {script.id: tuple(point for point in LimitPoint if not _made(script, point, said)) for script in every}
    found = min((one for one in every if one != right), key=lambda one: len(missing[one.id]), default=None)
    here = missing.get(right.id, ()) if right is not None else missing[found.id] if found is not None else ()
    wrong = found if right is not None and here and found is not None and not missing[found.id] else None
    holds = [at for at in openings if wrong is not None and _place(draft.segments[at].lines, wrong.lines) is not None]
    return Limits(here, wrong, next(iter([*holds, *openings]), None))


def with_limits(draft: AgendaDraft, right: Script, every: Sequence[Script]) -> AgendaDraft:
    """The plan with the right limits in its opening, and no others; as it is where it has no opening."""
    at = limits(draft, right, every).at
    if at is None:
        return draft
    for place, segment in enumerate(draft.segments):
        for other in every:
            if other != right and _place(segment.lines, other.lines) is not None:
                segment = exchange(segment, other, right) if place == at else take_off(segment, other)
                draft = timing.change(draft, place, segment)
    return timing.change(draft, at, attach(draft.segments[at], right))


def _made(script: Script, point: LimitPoint, said: str) -> bool:
    marked = [words for one, words in script.points if one is point]
    return bool(marked) and all(words in said for words in marked)


def _place(lines: Sequence[Line], run: Sequence[Line]) -> int | None:
    """Where a run of lines stands whole."""
    wide = len(run)
    return next((at for at in range(len(lines) - wide + 1) if tuple(lines[at:at + wide]) == tuple(run)), None)
