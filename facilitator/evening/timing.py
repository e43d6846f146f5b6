"""How an agenda's minutes behave: changing segments, clock times, rounds that run over, and what gives when late."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.errors import BadValue
from facilitator.i18n import _, ngettext
from facilitator.model.agenda import AgendaDraft, Give, Segment, SegmentKind, clock_text

LONGEST = 24 * 60
"""The longest segment, in minutes."""

WHOLE = (SegmentKind.CLOSING, SegmentKind.CHECK_OUT, SegmentKind.SAFETY_CHECK)
"""Kinds that are never cut, whatever their segment says."""


def gives(segment: Segment) -> Give:
    """What may give when time is short: endings, safety checks and protected parts never do."""
    return Give.FIXED if segment.protected or segment.kind in WHOLE else segment.give


# ---------------------------------------------------------------- changing a draft
def add(draft: AgendaDraft, segment: Segment, at: int | None = None) -> AgendaDraft:
    """The draft with a segment more, before position `at`, or at the end."""
    segments = list(draft.segments)
    segments.insert(len(segments) if at is None else max(0, at), segment)
    return replace(draft, segments=tuple(segments))


def remove(draft: AgendaDraft, index: int) -> AgendaDraft:
    """The draft without one segment. Raises IndexError where there is none."""
    segments = list(draft.segments)
    del segments[_at(draft, index)]
    return replace(draft, segments=tuple(segments))


def move(draft: AgendaDraft, index: int, to: int) -> AgendaDraft:
    """The draft with one segment at another place; a place beyond either end means that end."""
    segments = list(draft.segments)
    segment = segments.pop(_at(draft, index))
    segments.insert(min(max(to, 0), len(segments)), segment)
    return replace(draft, segments=tuple(segments))


def resize(draft: AgendaDraft, index: int, minutes: int) -> AgendaDraft:
    """The draft with one segment made longer or shorter. Raises BadValue for minutes that cannot be."""
    if not 0 <= minutes <= LONGEST:
        raise BadValue(_("minutes"), "range")
    return change(draft, index, replace(draft.segments[_at(draft, index)], minutes=minutes))


def change(draft: AgendaDraft, index: int, segment: Segment) -> AgendaDraft:
    """The draft with one segment replaced."""
    segments = list(draft.segments)
    segments[_at(draft, index)] = segment
    return replace(draft, segments=tuple(segments))


def _at(draft: AgendaDraft, index: int) -> int:
    if not 0 <= index < len(draft.segments):
        raise IndexError(index)
    return index


# ---------------------------------------------------------------- clock times
@dataclass(frozen=True, slots=True)
class Slot:
    """A segment on the wall clock; `start` and `end` are minutes after the midnight before, and may pass 1440."""

    segment: Segment
    start: int
    end: int

    @property
    def clock(self) -> str:
        """The start as a wall clock shows it."""
        return clock_text(self.start)


def clock_times(draft: AgendaDraft, start_minute: int) -> tuple[Slot, ...]:
    """Each segment with its start and end on the wall clock."""
    return tuple(Slot(segment, start, start + segment.minutes)
                 for segment, start in zip(draft.segments, draft.starts(start_minute), strict=True))


def fit_sentence(draft: AgendaDraft, start_minute: int) -> str:
    """One line on whether the agenda fits, such as "90 of 90 minutes. Ends at 20:30."."""
    return _("{total} of {minutes} minutes. Ends at {end}.").format(
        total=draft.total, minutes=draft.minutes, end=clock_text(start_minute + draft.total))


# ---------------------------------------------------------------- rounds
@dataclass(frozen=True, slots=True)
class RoundTime:
    """What a round needs when everybody takes their turn, in minutes rounded up, against what it has."""

    index: int
    title: str
    heads: int
    needs: int
    has: int

    @property
    def too_short(self) -> bool:
        """Whether the turns take longer than the segment."""
        return self.needs > self.has


def round_times(draft: AgendaDraft, heads: int) -> tuple[RoundTime, ...]:
    """Every segment in which turns are timed, for so many people."""
    return tuple(RoundTime(index, segment.title, heads, turns(segment, heads), segment.minutes)
                 for index, segment in enumerate(draft.segments) if segment.per_person)


def round_warnings(draft: AgendaDraft, heads: int) -> tuple[RoundTime, ...]:
    """The rounds that do not give everybody their turn."""
    return tuple(found for found in round_times(draft, heads) if found.too_short)


def turns(segment: Segment, heads: int) -> int:
    """Minutes, rounded up, that everybody's turn takes in a segment; 0 where turns are not timed."""
    return -(-(segment.per_person or 0) * max(heads, 0) // 60)


# ---------------------------------------------------------------- running late
@dataclass(frozen=True, slots=True)
class Cut:
    """One segment that would give: from so many minutes to so many; 0 means it is dropped."""

    index: int
    title: str
    before: int
    after: int

    @property
    def dropped(self) -> bool:
        """Whether nothing is left of it."""
        return self.after == 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """What would be cut to end in time; `short` are the minutes that nothing can give."""

    late: int
    cuts: tuple[Cut, ...]
    short: int

    @property
    def sentence(self) -> str:
        """The proposal in words, such as "Open talk 35 to 29. Drop Topic."."""
        parts = [_("Drop {title}.").format(title=cut.title) if cut.dropped else
                 _("{title} {before} to {after}.").format(title=cut.title, before=cut.before, after=cut.after)
                 for cut in sorted(self.cuts, key=lambda cut: cut.dropped)]
        if self.short:
            parts.append(ngettext("{n} minute late all the same.", "{n} minutes late all the same.",
                                  self.short).format(n=self.short))
        return " ".join(parts) or _("Nothing has to give.")


def when_late(draft: AgendaDraft, late: int, start: int = 0, heads: int = 0) -> Proposal:
    """What gives when the circle is `late` minutes behind before segment `start`; a proposal, nothing is changed.

    Short segments that may be dropped whole go first, then the one with most to give is shrunk, then longer ones are
    dropped. Endings and safety checks are never cut, and no round below everybody's turn for so many `heads`.
    """
    minutes = {index: segment.minutes for index, segment in enumerate(draft.segments)}
    may = [(index, segment) for index, segment in enumerate(draft.segments)
           if index >= start and not segment.protected and segment.kind not in WHOLE]
    drops = sorted((segment.minutes, index) for index, segment in may if segment.give is Give.DROP and segment.minutes)
    shrinks = sorted(((segment.minutes - _least(segment, heads), index) for index, segment in may
                      if segment.give is Give.SHRINK), key=lambda pair: (-pair[0], pair[1]))
    left = max(late, 0)
    for size, index in drops:
        if size <= left:
            minutes[index] = 0
            left -= size
    for room, index in shrinks:
        taken = min(max(room, 0), left)
        minutes[index] -= taken
        left -= taken
    for size, index in drops:
        if left and minutes[index]:
            minutes[index] = 0
            left -= size
            left = _give_back(draft, minutes, [index for _room, index in reversed(shrinks)], left)
    cuts = tuple(Cut(index, segment.title, segment.minutes, minutes[index])
                 for index, segment in enumerate(draft.segments) if minutes[index] != segment.minutes)
    return Proposal(max(late, 0), cuts, max(left, 0))


def _least(segment: Segment, heads: int) -> int:
    return min(segment.minutes, max(segment.least, turns(segment, heads), 1))


def _give_back(draft: AgendaDraft, minutes: dict[int, int], shrunk: list[int], left: int) -> int:
    """Hand minutes that a long drop freed beyond need back to what was shrunk last."""
    for index in shrunk:
        back = min(-left, draft.segments[index].minutes - minutes[index]) if left < 0 else 0
        minutes[index] += back
        left += back
    return left
