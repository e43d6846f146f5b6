"""Stretches of text that are to be flagged, and how overlapping ones are settled."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from facilitator.nameguard.model import Kind


class Span:
    """A stretch of text that is to be flagged, before overlaps are settled. The higher its rank, the more it covers."""

    __slots__ = ("end", "kind", "people", "points", "rank", "signs", "start")

    def __init__(
        self,
        start: int,
        end: int,
        kind: Kind,
        points: int,
        signs: Sequence[str],
        people: Iterable[int] = (),
        rank: int = 0,
    ) -> None:
        self.start, self.end, self.kind, self.points = start, end, kind, points
        self.signs, self.people, self.rank = tuple(signs), frozenset(people), rank


def settled(text: str, spans: list[Span]) -> list[Span]:
    """Spans of which none overlaps: a detail before an address before a name, the longer before the shorter."""
    if len(spans) == 1:
        return spans
    kept: list[Span] = []
    """None overlaps another; in their order in the text, so that neighbours are found at once."""
    for span in sorted(spans, key=lambda s: (-s.rank, -(s.end - s.start), -s.points, s.start)):
        hits = _overlapping(kept, span.start, span.end)
        if not hits:
            _put(kept, span)
            continue
        for other in hits:
            if other.start <= span.start and span.end <= other.end:
                if span.points > other.points and other.rank < 3:
                    other.points = span.points
                if span.people and not other.people:
                    other.people = span.people
                break
        else:
            # Partly covered: what is left of it on either side still has to be seen.
            start, end = span.start, span.end
            for other in hits:
                if other.start > start and _says_something(text[start : other.start]):
                    _put(kept, _rest(text, span, start, other.start))
                start = max(start, other.end)
            if start < end and _says_something(text[start:end]):
                _put(kept, _rest(text, span, start, end))
    return kept


def _overlapping(kept: list[Span], start: int, end: int) -> list[Span]:
    """The spans among those kept that share a letter with a stretch, in their order."""
    first = bisect_left(kept, start, key=_start)
    if first and kept[first - 1].end > start:
        first -= 1
    last = bisect_left(kept, end, key=_start)
    return kept[first:last]


def _put(kept: list[Span], span: Span) -> None:
    kept.insert(bisect_left(kept, span.start, key=_start), span)


def _start(span: Span) -> int:
    return span.start


def _says_something(piece: str) -> bool:
    """Whether what is left of a stretch is worth a flag of its own: an article is not."""
    return any(c.isalnum() for c in piece) and piece.strip().casefold() != "the"


def _rest(text: str, span: Span, start: int, end: int) -> Span:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end, span.kind, span.points, span.signs, span.people, span.rank)
