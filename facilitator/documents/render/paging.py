"""Breaks a story into pages, and the steps by which it may be made tighter first."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.documents import blocks as b
from facilitator.documents.render.arranged import Stack, Whole
from facilitator.documents.render.flow import Fit
from facilitator.documents.render.laid import Laid, NewPage

_AIRS = (1.15, 1.1, 1.05, 1.0, 0.95, 0.9, 0.85, 0.8)
WHOLE = (*(Fit(air) for air in _AIRS), Fit(0.8, 0.96), Fit(0.8, 0.93), Fit(0.72, 0.93))
"""Air, then leading, then the last air: each step is tighter than the one before."""
_NEARLY = 0.01
HALF = 0.55
"""The part of a page that has to be used before what follows may stay whole."""
THIN = 0.25
"""The part of a last side that looks empty."""
LESS = (0.9, 0.8, 0.7, 0.6)
"""What is used of each page, where the last of them would be nearly empty."""
_HOLE = 0.4
"""The part of a page that may stay empty because the next piece would rather stay whole."""


def break_pages(story: Stack, first: float, other: float) -> tuple[tuple[tuple[float, Laid], ...], ...]:
    """The pieces page by page, each with its distance from the top; `first` and `other` are the rooms of pages."""
    pages: list[tuple[tuple[float, Laid], ...]] = []
    page: list[tuple[float, Laid]] = []
    used, room = 0.0, first
    waiting = list(zip(story.gaps, story.kids, strict=True))
    while waiting:
        gap, piece = waiting.pop(0)
        if isinstance(piece, NewPage):
            if page:
                pages.append(tuple(page))
                page, used, room = [], 0.0, other
            continue
        start = used + gap if page else 0.0
        if start + piece.height <= room + _NEARLY:
            page.append((start, piece))
            used = start + piece.height
            continue
        whole = isinstance(piece, Stack) and piece.keep and piece.height <= other and room - start < other * _HOLE
        parts = None if whole and page else piece.split(room - start)
        if parts is None and page and isinstance(piece, Whole) and used < room * HALF:
            parts = piece.part(room - start)
        if parts is not None:
            page.append((start, parts[0]))
            waiting.insert(0, (0.0, parts[1]))
        elif page:
            waiting.insert(0, (0.0, piece))
            _give_back(page, waiting)
        else:
            page.append((start, piece))
        pages.append(tuple(page))
        page, used, room = [], 0.0, other
    if page or not pages:
        pages.append(tuple(page))
    return tuple(pages)


def break_evenly(story: Stack, first: float, other: float) -> tuple[tuple[tuple[float, Laid], ...], ...]:
    """As `break_pages`; where what begins on a page of its own ends on one with next to nothing, it is shared out."""
    pages: list[tuple[tuple[float, Laid], ...]] = []
    for part in _begun(story):
        room = other if pages else first
        found = break_pages(part, room, other)
        for less in LESS if len(found) > 1 and used(found[-1]) < other * THIN else ():
            tried = break_pages(part, room * less, other * less)
            if len(tried) == len(found) and used(tried[-1]) >= other * THIN:
                found = tried
                break
        pages += found
    return tuple(pages)


def used(page: Sequence[tuple[float, Laid]]) -> float:
    """How far down a page something stands, in points."""
    return max((down + piece.height for down, piece in page), default=0.0)


def _begun(story: Stack) -> list[Stack]:
    """What stands between two new pages; nothing that is empty."""
    parts: list[list[tuple[float, Laid]]] = [[]]
    for gap, piece in zip(story.gaps, story.kids, strict=True):
        if isinstance(piece, NewPage):
            parts.append([])
        else:
            parts[-1].append((gap, piece))
    return [Stack([piece for _gap, piece in part], [gap for gap, _piece in part], story.width)
            for part in parts if part]


def _give_back(page: list[tuple[float, Laid]], waiting: list[tuple[float, Laid]]) -> None:
    """Headings and rules do not stay behind at the foot of a page, unless nothing else is on it."""
    keep = len(page)
    while keep and page[keep - 1][1].with_next:
        keep -= 1
    if not keep:
        return
    for _start, piece in reversed(page[keep:]):
        waiting[0] = (waiting[0][0] or _PULLED_GAP, waiting[0][1])
        waiting.insert(0, (0.0, piece))
    del page[keep:]


_PULLED_GAP = 4.0
"""Air under a heading that went over to the next page with what follows."""


def spares(blocks: Sequence[b.Block]) -> int:
    """The highest number of things that the sheet's blocks allow to be left out."""
    highest = 0
    for block in blocks:
        if isinstance(block, b.Para | b.Rule | b.WriteLines | b.Clauses):
            highest = max(highest, block.give)
        if isinstance(block, b.Cards):
            highest = max(highest, *map(spares, block.cards[:1] if block.copies else block.cards))
        if isinstance(block, b.Title) and block.lines:
            highest = max(highest, 1)
    return highest
