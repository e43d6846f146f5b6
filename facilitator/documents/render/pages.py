"""Fits a sheet to its pages: the fit ladder, searched by halves on heights alone, and the breaks between pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from facilitator.documents import blocks as b
from facilitator.documents.declaration import Sheet
from facilitator.documents.render.deck import deal, with_plain_blocks
from facilitator.documents.render.flow import Fit, Flow
from facilitator.documents.render.furniture import Furniture
from facilitator.documents.render.imposed import scaled
from facilitator.documents.render.laid import Laid, NewPage
from facilitator.documents.render.paging import LESS, THIN, WHOLE, break_pages, spares, used
from facilitator.documents.render.pen import Encoder, Pen
from facilitator.documents.render.style import PageSize, Style
from facilitator.documents.render.tags import SheetRecord
from facilitator.documents.render.typeset import Typesetter

_CUT = tuple(Fit(air, leading, cut=True) for air, leading in ((0.9, 1.0), (0.8, 0.96), (0.72, 0.93)))
"""Then pieces that would rather stay whole are cut at a page's foot."""
_LEAST_AIR = 0.64
"""With head and foot closer, before anything more gives way."""
_AIRY = tuple(step for step in WHOLE if step.air <= 1 and step.leading == 1)
"""Where there are more words than the promise has room for: never so tight as to hurt, on no more sides than that."""
_GO_OVER = 5
"""How many blocks at a sheet's end, at most, go over to a last side together that would look empty."""
_FULL = 1.0001
"""A side with no room to spare: sums of floats, not ink."""
_SCRAP, _LITTLE = 0.14, 0.4
"""The part of a last side that is too little to turn the paper for, and where less air alone saves a sheet of it."""


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet laid out: what stands on each page and how far under its head, and the step of the ladder it took."""

    sheet: Sheet
    furniture: Furniture
    pages: tuple[tuple[tuple[float, Laid], ...], ...]
    fit: Fit
    scale: float = 1.0
    """How much larger it is printed than it is laid out."""
    cuts: int = 0
    """How many pieces go on over the end of a page."""

    @property
    def sides(self) -> int:
        """Printed sides."""
        return len(self.pages)

    @property
    def last(self) -> float:
        """The part of its last side that is used."""
        return self._used(len(self.pages) - 1)

    @property
    def emptiest(self) -> float:
        """The part that is used of that side, before the last, of which least is."""
        return min(map(self._used, range(len(self.pages) - 1)), default=1.0)

    @property
    def evenness(self) -> float:
        """The part that is used of its emptiest side; a last one need not be more than half as full as the others."""
        return min(self.emptiest, 2 * self.last)

    @property
    def overflows(self) -> bool:
        """Whether something on it is higher than its side."""
        return any(self._used(page) > _FULL for page in range(len(self.pages)))

    def _used(self, page: int) -> float:
        return used(self.pages[page]) / self.furniture.room(first=page == 0)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a printed side, in points."""
        return self.furniture.size.width * self.scale, self.furniture.size.height * self.scale

    def draw(self, encoder: Encoder) -> SheetRecord:
        """All pages drawn and tagged."""
        pen = Pen(encoder, self.furniture.size.width if self.furniture.flow.setter.right_to_left else 0.0)
        for page, pieces in enumerate(self.pages):
            left = self.furniture.left(page, self.sheet.both_sides)
            top = self.furniture.size.height - self.furniture.size.edge - self.furniture.head(page == 0)
            self.furniture.draw(pen, page, len(self.pages), left, "head")
            for down, piece in pieces:
                piece.draw(pen, left, top - down)
            self.furniture.draw(pen, page, len(self.pages), left, "foot")
            pen.next_page()
        return pen.finish() if self.scale == 1 else scaled(pen.finish(), self.scale)


def lay_out(sheet: Sheet, setter: Typesetter, style: Style, size: PageSize) -> SheetLayout:
    """The sheet on the pages it promises if any step of the ladder gets it there, else on as many as it takes."""
    for block in sheet.blocks:
        if isinstance(block, b.Deck):
            dealt = deal(sheet, block, setter, style, size)
            if dealt is not None:
                return SheetLayout(sheet, dealt.furniture, dealt.pages, Fit())
            return _paged(with_plain_blocks(sheet), setter, style, size, Fit(), several=True)
    for pages in dict.fromkeys((sheet.fewest or sheet.pages, sheet.pages)):
        for ladder in _ladders(sheet, pages):
            found = _loosest(sheet, setter, style, size, ladder, pages > 1, pages)
            if found is not None:
                found = _less_cut(_without_scrap(found, setter, style, size), setter, style, size)
                return _numbered(_with_more(found, setter, style, size))
    if any(isinstance(block, b.PictureRows) for block in sheet.blocks):
        # What stands on which side is chosen: where one runs over, the others stay as they are.
        over = _loosest(sheet, setter, style, size, WHOLE, True, sheet.pages + 1)
        if over is not None:
            return over
    tight = _paged(sheet, setter, style, size, _AIRY[-1], several=True)
    over = _loosest(sheet, setter, style, size, _AIRY, True, len(tight.pages)) or tight
    return _with_more(_without_scrap(over, setter, style, size), setter, style, size)


def _ladders(sheet: Sheet, pages: int) -> Iterator[list[Fit]]:
    """What is tried one after the other to get it on so many sides: each is harder on the sheet than the one before.

    Less air and leading; pieces cut in two; head and foot closer; what may be left out; then sides that begin where
    the one before is full, not where they were meant to. Nothing is that hard for a side that takes no paper.
    """
    ladders = (WHOLE, _CUT) if pages > 1 else (WHOLE,)
    if pages < sheet.pages and not _saves(sheet, pages, sheet.pages):
        yield from map(list, ladders)
        return
    kinds = {type(block) for block in sheet.blocks}
    # In rows with pictures what stands on which side is chosen.
    for turn in (True, False) if pages > 1 and b.PageBreak in kinds and b.PictureRows not in kinds else (True,):
        for spare in range(spares(sheet.blocks) + 1):
            for close in (False, True):
                for ladder in ladders:
                    last = [replace(ladder[-1], air=_LEAST_AIR)] if close else []
                    yield [replace(step, spare=spare, close=close, turn=turn) for step in (*ladder, *last)]


def _saves(sheet: Sheet, fewer: int, more: int) -> bool:
    """Whether fewer sides are fewer sheets of paper."""
    return -(-fewer // 2) < -(-more // 2) if sheet.both_sides else fewer < more


def _without_scrap(found: SheetLayout, setter: Typesetter, style: Style, size: PageSize) -> SheetLayout:
    """A last side with next to nothing on it is drawn in, where tighter air is enough for that."""
    several = len(found.pages) > 2 or found.sheet.pages > 1
    last, sides = found.last, len(found.pages)
    if sides < 2 or last > (_LITTLE if _saves(found.sheet, sides - 1, sides) else _SCRAP):
        return found
    for ladder, close in ((WHOLE, False), (WHOLE, True)) if last <= _SCRAP else ((_AIRY, False), (_AIRY, True)):
        steps = [replace(step, spare=found.fit.spare, close=close) for step in ladder]
        drawn_in = _loosest(found.sheet, setter, style, size, steps, several, sides - 1)
        if drawn_in is not None and not drawn_in.overflows:
            return drawn_in
    return found


def _less_cut(found: SheetLayout, setter: Typesetter, style: Style, size: PageSize) -> SheetLayout:
    """Parts of an evening that go on over a turn of the page are kept whole, where tighter air is enough for that."""
    if not found.cuts or found.fit.cut or not any(isinstance(block, b.Part) for block in found.sheet.blocks):
        return found
    several = len(found.pages) > 1
    steps = [replace(step, spare=found.fit.spare, close=found.fit.close, turn=found.fit.turn) for step in WHOLE]
    for step in steps[steps.index(found.fit) + 1:] if found.fit in steps else ():
        tried = _paged(found.sheet, setter, style, size, step, several)
        if tried.cuts < found.cuts and len(tried.pages) <= len(found.pages):
            found = tried
            if not found.cuts:
                break
    return found


def _with_more(found: SheetLayout, setter: Typesetter, style: Style, size: PageSize) -> SheetLayout:
    """A last side that cannot be spared is not nearly empty: what stands before goes over with what is on it."""
    if len(found.pages) < 2 or found.last > THIN:
        return found
    blocks, several = found.sheet.blocks, len(found.pages) > 2 or found.sheet.pages > 1
    best = found
    for first in range(len(blocks) - 1, max(0, len(blocks) - _GO_OVER - 1), -1):
        if isinstance(blocks[first], b.PageBreak):
            break
        together = replace(found.sheet, blocks=(*blocks[:first], b.Group(blocks[first:], whole=True, firm=True)))
        tried = _paged(together, setter, style, size, found.fit, several)
        if len(tried.pages) > len(found.pages):
            break
        if tried.evenness > best.evenness and not tried.overflows:
            best = replace(tried, sheet=found.sheet, furniture=found.furniture)
        if best.evenness >= 2 * THIN:
            return best
    for less in LESS:
        tried = _paged(found.sheet, setter, style, size, found.fit, several, less)
        if len(tried.pages) > len(found.pages):
            break
        if tried.evenness > best.evenness and not tried.overflows:
            best = replace(tried, furniture=found.furniture)
    return best


def lay_out_poster(sheet: Sheet, setter: Typesetter, style: Style, size: PageSize, wide: float,
                   high: float) -> SheetLayout:
    """The sheet for a larger paper, `wide` × `high` points: laid out as on the smaller one, and blown up."""
    scale = wide / size.width
    return replace(lay_out(sheet, setter, style, replace(size, height=high / scale)), scale=scale)


def _loosest(sheet: Sheet, setter: Typesetter, style: Style, size: PageSize, steps: Sequence[Fit],
             several: bool, pages: int) -> SheetLayout | None:
    """The first of these steps that gets it on so many pages, found by halves; None when even the last does not."""
    best = _paged(sheet, setter, style, size, steps[-1], several)
    if len(best.pages) > pages:
        return None
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high) // 2
        tried = _paged(sheet, setter, style, size, steps[middle], several)
        if len(tried.pages) > pages:
            low = middle + 1
        else:
            best, high = tried, middle
    return best


def _numbered(layout: SheetLayout) -> SheetLayout:
    """A sheet that promised several pages and needs one carries no page number; the room it leaves stays empty."""
    furniture = layout.furniture
    if furniture.several and len(layout.pages) == 1:
        alone = replace(furniture, several=False)
        return SheetLayout(layout.sheet, alone, layout.pages, layout.fit)
    return layout


def _paged(sheet: Sheet, setter: Typesetter, style: Style, size: PageSize, fit: Fit, several: bool,
           less: float = 1.0) -> SheetLayout:
    """The sheet at one step of the ladder; `less` is the part of each side that is used."""
    furniture = Furniture(sheet, Flow(setter, style), size, fit.spare, several, fit.close)
    first, other = furniture.room(first=True), furniture.room(first=False)
    story = Flow(setter, style, fit, min(first, other)).lay_all(sheet.blocks, size.live)
    pages = break_pages(story, first * less, other * less)
    cuts = sum(map(len, pages)) - sum(not isinstance(kid, NewPage) for kid in story.kids)
    return SheetLayout(sheet, furniture, pages, fit, cuts=cuts)
