"""A sheet as a little book: laid out on half pages, filled up to fours, and placed so that it can be folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from facilitator.documents import blocks as b
from facilitator.documents.declaration import Sheet
from facilitator.documents.render.flow import Fit, Flow
from facilitator.documents.render.furniture import Furniture
from facilitator.documents.render.imposed import Side, Spot, bound, impose
from facilitator.documents.render.laid import Laid
from facilitator.documents.render.paging import WHOLE, break_evenly, spares, used
from facilitator.documents.render.pen import Encoder, Pen, number
from facilitator.documents.render.style import MM, PageSize, Style, Type, style
from facilitator.documents.render.tags import SheetRecord
from facilitator.documents.render.typeset import Typesetter
from facilitator.model import paper

_EDGE, _INSIDE, _OUTSIDE = 13 * MM, 16 * MM, 14 * MM
_UNDER, _OVER_NUMBER = 2.0, 5 * MM
_PITCH = 9.5 * MM
_FOLD_MARK = 4 * MM
_SHEET = 4
"""Pages that a folded sheet of paper has."""


def half(size: PageSize) -> PageSize:
    """A page of a little book made of this paper."""
    width = size.height / 2
    return PageSize(width, size.width, _INSIDE, width - _INSIDE - _OUTSIDE, _EDGE)


@cache
def book_style(name: paper.Style, joined: bool = False) -> Style:
    """The style on a page half as large: heads are smaller, what is read is as large as ever."""
    full = style(name, joined)
    types = full.types
    smaller = {use: replace(types[use], size=round(types[use].size * part, 1),
                            leading=round(types[use].leading * part, 1))
               for use, part in ((Type.TITLE, 0.8), (Type.INTRO, 0.9), (Type.HEADING, 0.92), (Type.NUMBER, 0.85),
                                 (Type.CLAUSE, 0.84), (Type.CLAUSE_NUMBER, 0.84))}
    return replace(full, types=types | smaller, step_axis=0.8 * full.step_axis, verb_axis=0.72 * full.verb_axis,
                   picture_axis=0.85 * full.picture_axis, ring=11 * MM, page_at_head=True,
                   narrow=True)


@dataclass(frozen=True, slots=True)
class BookFurniture(Furniture):
    """Head on the first page, number on the pages inside, foot on the back."""

    right_to_left: bool = field(default=False)

    def head(self, first: bool) -> float:
        """Height of the head with the air under it, in points."""
        return Furniture.head(self, True) if first else 0.0

    def foot(self) -> float:
        """Height of the page number with the air over it, in points."""
        return self.flow.size(Type.PAGE) + _OVER_NUMBER

    def back_room(self) -> float:
        """Height left on the last page, over the foot of the sheet."""
        return self.size.height - 2 * self.size.edge - Furniture.foot(self)

    def left(self, page: int, mirror: bool) -> float:
        """The fold is at the left of the first page, before pages from the right are mirrored."""
        return self.size.inside if page % 2 == 0 else self.size.width - self.size.inside - self.size.live

    def draw(self, pen: Pen, page: int, pages: int, left: float, part: str) -> None:
        """Head or foot of a page, counted from 0."""
        if part == "head":
            if page == 0:
                self._head(pen, True, left)
        elif page == pages - 1:
            self._foot(pen, page, pages, left)
        elif page:
            with pen.decoration(pagination=True):
                line = self.flow.words(str(page + 1), Type.PAGE, self.size.live, right=page % 2 == 0)
                line.draw(pen, left, self.size.edge + self.flow.size(Type.PAGE))


@dataclass(frozen=True, slots=True)
class BookLayout:
    """A little book laid out: what stands on each of its pages, and how many it has, blank ones counted."""

    sheet: Sheet
    furniture: BookFurniture
    pages: tuple[tuple[tuple[float, Laid], ...], ...]
    fit: Fit
    count: int
    whole: PageSize

    @property
    def sides(self) -> int:
        """Printed sides."""
        return self.count // 2

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a printed side, in points."""
        return self.whole.height, self.whole.width

    def draw(self, encoder: Encoder) -> SheetRecord:
        """All pages drawn and tagged in their order, then placed on the sides they are printed on."""
        furniture = self.furniture
        pen = Pen(encoder, furniture.size.width if furniture.right_to_left else 0.0)
        for page in range(self.count):
            left = furniture.left(page, True)
            top = furniture.size.height - furniture.size.edge - furniture.head(page == 0)
            furniture.draw(pen, page, self.count, left, "head")
            for down, piece in self.pages[page] if page < len(self.pages) else ():
                piece.draw(pen, left, top - down)
            if len(self.pages) <= page < self.count - 1:
                self._lines(pen, left)
            furniture.draw(pen, page, self.count, left, "foot")
            pen.next_page()
        wide, high = self.size
        pairs = bound(self.count, furniture.right_to_left)
        sides = [Side((Spot(left), Spot(right, wide / 2)), "" if place else _fold(wide / 2, high))
                 for place, (left, right) in enumerate(pairs)]
        return impose(pen.finish(), sides)

    def _lines(self, pen: Pen, left: float) -> None:
        """Lines to write on, where a page would be blank."""
        size = self.furniture.size
        top, foot = size.height - size.edge, size.edge + self.furniture.foot()
        with pen.decoration():
            pen.stroke(0.6)
            for place in range(1, int((top - foot) / _PITCH) + 1):
                pen.line(left, top - place * _PITCH, left + size.live, top - place * _PITCH)


def _fold(middle: float, high: float) -> str:
    """Where to fold, at the edges of the outside."""
    lines = " ".join(f"{number(middle)} {number(foot)} m {number(middle)} {number(foot + _FOLD_MARK)} l S"
                     for foot in (_FOLD_MARK, high - 2 * _FOLD_MARK))
    return f"/Artifact BMC\n0.75 w 0 G [] 0 d 0 J {lines}\nEMC"


def lay_out_book(sheet: Sheet, setter: Typesetter, size: PageSize) -> BookLayout:
    """The sheet on as few folded sheets of paper as its words can be brought to, as loosely as these allow."""
    steps = [replace(step, spare=spare) for spare in range(min(spares(sheet.blocks), 1) + 1) for step in WHOLE]
    fewest = _tried(sheet, setter, size, steps[-1]).count
    whole = replace(sheet, blocks=_kept_whole(sheet.blocks))
    tried = [_tried(whole, setter, size, steps[-1])]
    if tried[0].count > fewest:  # no page is left over, so that parts have to be cut
        whole, tried = sheet, [_tried(sheet, setter, size, steps[-1])]
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high) // 2
        found = _tried(whole, setter, size, steps[middle])
        if found.count > fewest:
            low = middle + 1
        else:
            high = middle
            tried.append(found)
    return replace(tried[-1], sheet=sheet)


def _kept_whole(blocks: Sequence[b.Block]) -> tuple[b.Block, ...]:
    """A part with its heading, and clauses under their theme, are not parted by the end of a page."""
    out: list[b.Block] = []
    part: list[b.Block] = []
    for block in (*blocks, None):
        if part and (block is None or isinstance(block, b.Heading | b.PageBreak | b.Rule)):
            out.append(b.Group(tuple(part), whole=True, firm=True))
            part = []
        if isinstance(block, b.Heading) or (part and block is not None):
            part.append(block)
        elif isinstance(block, b.Clauses):
            out.append(b.Group((block,), whole=True))
        elif block is not None:
            out.append(block)
    return tuple(out)


def _tried(sheet: Sheet, setter: Typesetter, size: PageSize, fit: Fit) -> BookLayout:
    page = half(size)
    laid_in = book_style(sheet.style, setter.right_to_left)
    furniture = BookFurniture(sheet, Flow(setter, laid_in), page, fit.spare, False, right_to_left=setter.right_to_left)
    first, other = furniture.room(first=True), furniture.room(first=False)
    story = Flow(setter, laid_in, fit, min(first, other)).lay_all(sheet.blocks, page.live)
    pages = break_evenly(story, first, other)
    count = -(-len(pages) // _SHEET) * _SHEET
    if count == len(pages) and used(pages[-1]) > furniture.back_room():
        count += _SHEET
    return BookLayout(sheet, furniture, pages, fit, count, size)
