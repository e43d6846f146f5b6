"""Making a plan fit an evening of another length: what may give gives, and what is over goes to open talk."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.evening import timing
from facilitator.i18n import _, ngettext
from facilitator.model.agenda import AgendaDraft, Give, Segment, SegmentKind

_ROOMY = (SegmentKind.DISCUSSION, SegmentKind.ROUND, SegmentKind.ACTIVITY, SegmentKind.CHECK_IN)
"""Kinds that take a few minutes more without being stretched, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A plan after it was made to fit, as far as it goes, and what was done in words, "" where nothing had to be."""

    draft: AgendaDraft
    sentence: str


def fitted(draft: AgendaDraft, heads: int = 0) -> Fitted:
    """The plan with its minutes made to sum to its evening's, as far as its parts may give; dropped parts go.

    No ending, safety check or protected part is touched, and no round is cut below everybody's turn for `heads`.
    """
    if not draft.segments or not draft.over:
        return Fitted(draft, "")
    return _shorter(draft, heads) if draft.over > 0 else _longer(draft)


def resize(draft: AgendaDraft, index: int, minutes: int, was: Segment | None = None) -> AgendaDraft:
    """The draft with one segment made longer or shorter; what is said at a minute near its end stays near the end.

    `was` is the segment before the first of several steps, so that as many steps back lead to where one began.
    Raises BadValue for minutes that cannot be.
    """
    timing.resize(draft, index, minutes)
    return timing.change(draft, index, _lasting(was or draft.segments[index], minutes))


def _shorter(draft: AgendaDraft, heads: int) -> Fitted:
    proposal = timing.when_late(draft, draft.over, heads=heads)
    after = {cut.index: cut.after for cut in proposal.cuts}
    segments = tuple(_lasting(segment, after.get(index, segment.minutes))
                     for index, segment in enumerate(draft.segments) if after.get(index, segment.minutes))
    out = replace(draft, segments=segments)
    if out.over < 0:  # a part that was dropped whole freed more than was needed
        out = _longer(out).draft
    return Fitted(out, _said(draft, out))


def _longer(draft: AgendaDraft) -> Fitted:
    at = _roomiest(draft)
    if at is None:
        return Fitted(draft, _said(draft, draft))
    segment = draft.segments[at]
    out = timing.change(draft, at, _lasting(segment, segment.minutes - draft.over))
    return Fitted(out, _said(draft, out))


def _roomiest(draft: AgendaDraft) -> int | None:
    """The longest part that may give, of the likeliest kind there is; None where all is fixed."""
    may = [(index, segment) for index, segment in enumerate(draft.segments) if timing.gives(segment) is Give.SHRINK]
    liked = ([one for one in may if one[1].kind is kind] for kind in _ROOMY)
    best = next(filter(None, liked), may)
    return max(best, key=lambda one: one[1].minutes)[0] if best else None


def _lasting(segment: Segment, minutes: int) -> Segment:
    """The segment with other minutes; what is said at a minute near its end stays as far from the end."""
    if minutes == segment.minutes:
        return segment
    longer = minutes - segment.minutes
    lines = tuple(
        replace(line, minute=max(0, line.minute + longer))
        if line.minute is not None and (2 * line.minute >= segment.minutes or line.minute >= minutes) else line
        for line in segment.lines)
    return replace(segment, minutes=minutes, lines=lines)


def _said(before: AgendaDraft, after: AgendaDraft) -> str:
    """What became of each part that changed, and by how much it still does not fit."""
    now = list(after.segments)
    said = []
    for segment in before.segments:
        if now and _same(segment, now[0]):
            kept = now.pop(0)
            if kept.minutes != segment.minutes:
                said.append(_("{title} {before} to {after}.").format(
                    title=segment.title, before=segment.minutes, after=kept.minutes))
        else:
            said.append(_("Without {title}.").format(title=segment.title))
    if after.over > 0:
        said.append(ngettext("It is {n} minute too long.", "It is {n} minutes too long.",
                             after.over).format(n=after.over))
    elif after.over < 0:
        said.append(ngettext("{n} minute is still free.", "{n} minutes are still free.",
                             -after.over).format(n=-after.over))
    return " ".join(said)


def _same(one: Segment, other: Segment) -> bool:
    return replace(one, minutes=0, lines=()) == replace(other, minutes=0, lines=())
