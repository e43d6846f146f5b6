"""Fits a sheet to its pages: the fit ladder, searched by halves on heights alone, and the breaks between pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.documents import blocks as b
from facilitator.documents.declaration import Sheet
from facilitator.documents.render.arranged import Stack
from facilitator.documents.render.deck import deal, with_plain_blocks
from facilitator.documents.render.flow import Fit, Flow
from facilitator.documents.render.furniture import Furniture
from facilitator.documents.render.laid import Laid, NewPage
from facilitator.documents.render.pen import Encoder, Pen
from facilitator.documents.render.style import PageSize, Style
from facilitator.documents.render.tags import SheetRecord
from facilitator.documents.render.typeset import Typesetter

_AIRS = (1.15, 1.1, 1.05, 1.0, 0.95, 0.9, 0.85, 0.8)
_WHOLE = (*(Fit(air) for air in _AIRS), Fit(0.8, 0.96), Fit(0.8, 0.93), Fit(0.72, 0.93))
"""Air, then leading, then the last air: each step is tighter than the one before."""
_CUT = tuple(Fit(air, leading, cut=True) for air, leading in ((0.9, 1.0), (0.8, 0.96), (0.72, 0.93)))
"""Then pieces that would rather stay whole are cut at a page's foot."""
_NEARLY = 0.01
_HOLE = 0.4
"""The part of a page that may stay empty because the next piece would rather stay whole."""


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet laid out: what stands on each page and how far under its head, and the step of the ladder it took."""

    sheet: Sheet
    furniture: Furniture
    pages: tuple[tuple[tuple[float, Laid], ...], ...]
    fit: Fit

    def draw(self, encoder: Encoder) -> SheetRecord:
        """All pages drawn and tagged."""
        pen = Pen(encoder)
        for page, pieces in enumerate(self.pages):
            left = self.furniture.left(page, self.sheet.both_sides)
            top = self.furniture.size.height - self.furniture.size.edge - self.furniture.head(page == 0)
            self.furniture.draw(pen, page, len(self.pages), left, "head")
            for down, piece in pieces:
                piece.draw(pen, left, top - down)
            self.furniture.draw(pen, page, len(self.pages), left, "foot")
            pen.next_page()
        return pen.finish()


def lay_out(sheet: Sheet, setter: Typesetter, style: Style, size: PageSize) -> SheetLayout:
    """The sheet on the pages it promises if any step of the ladder gets it there, else on as many as it takes."""
    for block in sheet.blocks:
        if isinstance(block, b.Deck):
            dealt = deal(sheet, block, setter, style, size)
            if dealt is not None:
                return SheetLayout(sheet, dealt.furniture, dealt.pages, Fit())
            return _paged(with_plain_blocks(sheet), setter, style, size, Fit(), several=True)
    several = sheet.pages > 1
    for spare in range(_spares(sheet.blocks) + 1):
        for ladder in (_WHOLE, _CUT) if several else (_WHOLE,):
            steps = [replace(step, spare=spare) for step in ladder]
            found = _loosest(sheet, setter, style, size, steps, several)
            if found is not None:
                return _numbered(found)
    return _paged(sheet, setter, style, size, Fit(), several=True)


def _loosest(sheet: Sheet, setter: Typesetter, style: Style, size: PageSize, steps: Sequence[Fit],
             several: bool) -> SheetLayout | None:
    """The first of these steps that keeps the promise, found by halves; None when even the last does not."""
    best = _paged(sheet, setter, style, size, steps[-1], several)
    if len(best.pages) > sheet.pages:
        return None
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high) // 2
        tried = _paged(sheet, setter, style, size, steps[middle], several)
        if len(tried.pages) > sheet.pages:
            low = middle + 1
        else:
            best, high = tried, middle
    return best


def _numbered(layout: SheetLayout) -> SheetLayout:
    """A sheet that promised several pages and needs one carries no page number; the room it leaves stays empty."""
    furniture = layout.furniture
    if furniture.several and len(layout.pages) == 1:
        alone = Furniture(furniture.sheet, furniture.flow, furniture.size, furniture.spare, several=False)
        return SheetLayout(layout.sheet, alone, layout.pages, layout.fit)
    return layout


def _paged(sheet: Sheet, setter: Typesetter, style: Style, size: PageSize, fit: Fit, several: bool) -> SheetLayout:
    furniture = Furniture(sheet, Flow(setter, style), size, fit.spare, several)
    first, other = furniture.room(first=True), furniture.room(first=False)
    story = Flow(setter, style, fit, min(first, other)).lay_all(sheet.blocks, size.live)
    pages = break_pages(story, first, other)
    return SheetLayout(sheet, furniture, pages, fit)


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


def _spares(blocks: Sequence[b.Block]) -> int:
    """The highest number of things that the sheet's blocks allow to be left out."""
    highest = 0
    for block in blocks:
        if isinstance(block, b.Para | b.WriteLines | b.Clauses):
            highest = max(highest, block.give)
        if isinstance(block, b.Cards):
            highest = max(highest, *map(_spares, block.cards[:1] if block.copies else block.cards))
        if isinstance(block, b.Title) and block.lines:
            highest = max(highest, 1)
    return highest
