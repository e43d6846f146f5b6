"""Cards of a set size on a side: where each lies, what is cut off round it, and its back right behind it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from facilitator.documents import blocks as b
from facilitator.documents.declaration import NOTE_DOT, Sheet
from facilitator.documents.render.arranged import Align, Aside, Side
from facilitator.documents.render.flow import Flow
from facilitator.documents.render.furniture import Furniture, capped
from facilitator.documents.render.laid import Laid, Words
from facilitator.documents.render.lay_faces import Face, face
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import INK, MM, PageSize, Style, Type
from facilitator.documents.render.typeset import Typesetter

_MARK_FROM, _MARK_TO = 1.5 * MM, 4.5 * MM
"""Where a cut mark begins and ends, off the cards."""
_CROSS = 1.6 * MM
_WORDS_OFF, _PRIVACY_OFF = 5.2 * MM, 1.6 * MM
"""How far off the cards words stand, and the privacy mark: between the marks, as Letter has no room below them."""
_IN = 3 * MM
_LEAST_EDGE = 4 * MM
"""Nearer to the paper's edge many printers draw nothing."""
_TIGHTER = (1.0, 0.97, 0.94)


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards side by side and below one another, in the middle of the paper; lengths in points."""

    width: float
    height: float
    columns: int
    rows: int

    @property
    def cards(self) -> int:
        """How many a side holds."""
        return self.columns * self.rows

    @property
    def across(self) -> float:
        """Width of all of them."""
        return self.width * self.columns

    @property
    def down(self) -> float:
        """Height of all of them."""
        return self.height * self.rows


GRIDS = {
    b.DeckSize.WALLET: Grid(88.9 * MM, 50.8 * MM, 2, 5),
    b.DeckSize.TABLE: Grid(88.9 * MM, 63.5 * MM, 2, 4),
    b.DeckSize.HAND: Grid(148 * MM, 105 * MM, 1, 2),
}
"""Each fits A4 and Letter; what does not fit on a card goes on a larger one."""
_LARGER = (b.DeckSize.TABLE,)


@dataclass(frozen=True, slots=True)
class DeckFurniture(Furniture):
    """What stands round the cards: marks to cut along, and what is cut off."""

    grid: Grid = field(default_factory=lambda: GRIDS[b.DeckSize.WALLET])

    @property
    def _margin(self) -> float:
        return (self.size.height - self.grid.down) / 2

    def head(self, first: bool) -> float:
        """From the page's edge to the cards, less its margin."""
        return self._margin - self.size.edge

    def foot(self) -> float:
        """As much as above: a back lies behind its front however the paper is turned."""
        return self._margin - self.size.edge

    def room(self, first: bool) -> float:
        """Height of all cards."""
        return self.grid.down

    def left(self, page: int, mirror: bool) -> float:
        """The cards stand in the middle."""
        return (self.size.width - self.grid.across) / 2

    def draw(self, pen: Pen, page: int, pages: int, left: float, part: str) -> None:
        """Marks and words above the cards, or below them."""
        top = self.size.height - self._margin
        if part == "head":
            with pen.decoration():
                self._marks(pen, left, top)
            with self._once(pen, page == 0):
                self._above(pen, left, top)
        else:
            with self._once(pen, page == pages - 1):
                self._below(pen, page, left, self._margin)

    def _marks(self, pen: Pen, left: float, top: float) -> None:
        grid = self.grid
        right, foot = left + grid.across, top - grid.down
        pen.stroke(0.6, INK)
        for column in range(grid.columns + 1):
            x = left + column * grid.width
            pen.line(x, top + _MARK_FROM, x, top + _MARK_TO)
            pen.line(x, foot - _MARK_FROM, x, foot - _MARK_TO)
        for row in range(grid.rows + 1):
            y = top - row * grid.height
            pen.line(left - _MARK_FROM, y, left - _MARK_TO, y)
            pen.line(right + _MARK_FROM, y, right + _MARK_TO, y)
        for column in range(1, grid.columns):
            for row in range(1, grid.rows):
                x, y = left + column * grid.width, top - row * grid.height
                pen.line(x - _CROSS, y, x + _CROSS, y)
                pen.line(x, y - _CROSS, x, y + _CROSS)

    @property
    def _lines(self) -> int:
        """How many lines have room between the cards and the paper's edge."""
        room = self._margin - _WORDS_OFF - _LEAST_EDGE
        return max(1, int((room + 0.3 * self.flow.size(Type.SOURCE)) / self.flow.leading(Type.SOURCE)))

    def _words(self, text: str, width: float, right: bool = False) -> Words:
        return capped(self.flow.words(text, Type.SOURCE, width, right=right), self._lines)

    def _above(self, pen: Pen, left: float, top: float) -> None:
        width = self.grid.across - 2 * _IN
        named = NOTE_DOT.join(part for part in (self.sheet.kind, self.sheet.note) if part)
        wide = self.flow.text_width(self.sheet.source, Type.SOURCE)
        first = min(self.flow.text_width(named, Type.SOURCE), max(width / 2, width - wide) - _IN)
        for words, x in ((self._words(named, first + 1), left + _IN),
                         (self._words(self.sheet.source, width - first - _IN, right=True), left + 2 * _IN + first)):
            words.draw(pen, x, top + _WORDS_OFF + words.height - 0.25 * self.flow.size(Type.SOURCE))

    def _below(self, pen: Pen, page: int, left: float, foot: float) -> None:
        right = left + self.grid.across - _IN
        told = self.sheet.faces[page % len(self.sheet.faces)] if self.sheet.faces else ""
        words = self._words(told, self.grid.across - 3 * _IN - self._privacy_width())
        words.draw(pen, left + _IN, foot - _WORDS_OFF + 0.3 * self.flow.size(Type.SOURCE))
        self._privacy(pen, right, foot - _PRIVACY_OFF)


@dataclass(frozen=True, slots=True)
class Dealt:
    """A deck on its sides: the cards of each side, row by row, and what stands round them."""

    pages: tuple[tuple[tuple[float, Laid], ...], ...]
    furniture: DeckFurniture


def deal(sheet: Sheet, deck: b.Deck, setter: Typesetter, style: Style, size: PageSize) -> Dealt | None:
    """Fronts and backs, side by side in turn; None where a card's words have no room on the largest."""
    flow = Flow(setter, style)
    for wanted in dict.fromkeys((deck.size, *(_LARGER if deck.size is b.DeckSize.WALLET else ()), b.DeckSize.HAND)):
        grid = GRIDS[wanted]
        for tight in _TIGHTER:
            fronts = [_face(flow, card, grid, tight) for card in (deck.cards[:1] if deck.copies else deck.cards)]
            backs = [_face(flow, back, grid, tight) for back in (deck.backs[:1] if deck.copies else deck.backs)]
            if all(one.fits for one in (*fronts, *backs)):
                return Dealt(_sides(fronts, backs, grid, deck.copies),
                             DeckFurniture(sheet, flow, size, 0, False, grid=grid))
    return None


def _face(flow: Flow, block: b.Face, grid: Grid, tight: float) -> Face:
    """One side of a card; without its ornament where its words need that room."""
    laid = face(flow, block, grid.width, grid.height, tight)
    if laid.fits or not block.ring:
        return laid
    return face(flow, replace(block, ring=False), grid.width, grid.height, tight)


def _sides(fronts: list[Face], backs: list[Face], grid: Grid,
           copies: bool) -> tuple[tuple[tuple[float, Laid], ...], ...]:
    if copies:
        fronts = fronts * grid.cards
    if backs and len(backs) < len(fronts):
        backs = backs[:1] * len(fronts)
    out: list[tuple[tuple[float, Laid], ...]] = []
    told: set[int] = set()
    for start in range(0, len(fronts), grid.cards):
        out.append(_side(fronts[start:start + grid.cards], grid, told))
        if backs:
            out.append(_side(backs[start:start + grid.cards], grid, told, mirrored=True))
    return tuple(out)


def _side(faces: list[Face], grid: Grid, told: set[int], mirrored: bool = False) -> tuple[tuple[float, Laid], ...]:
    """The cards of a side row by row; mirrored, each lies behind its front when the sheet is turned on its long edge.

    What has been read out once is only a copy.
    """
    rows: list[tuple[float, Laid]] = []
    for row in range(-(-len(faces) // grid.columns)):
        cells: list[tuple[float, Laid]] = []
        for column, one in enumerate(faces[row * grid.columns:(row + 1) * grid.columns]):
            at = grid.columns - 1 - column if mirrored else column
            cells.append((at * grid.width, Aside(one, with_next=False) if id(one) in told else one))
            told.add(id(one))
        rows.append((row * grid.height, Side(cells, grid.across, Align.TOP, least=grid.height)))
    return tuple(rows)


def plain_blocks(deck: b.Deck) -> tuple[b.Block, ...]:
    """The same words as they would stand on a page, for cards that no size has room for."""
    out: list[b.Block] = []
    for one in (*(deck.cards[:1] if deck.copies else deck.cards), *deck.backs):
        out.append(b.Title(one.title) if one.first else b.Heading(one.title))
        out += [b.Para(text) for text in (one.small, one.strong) if text]
        if one.steps:
            out.append(b.Steps(tuple(b.Step("", text) for text in one.steps)))
        out += [b.Para(" ".join(part for part in (row.name, row.number, row.verify) if part)) for row in one.rows]
        if one.write:
            out.append(b.WriteLines(one.write))
        if one.foot:
            out.append(b.Para(one.foot, b.Rank.SMALL))
    return tuple(out)


def with_plain_blocks(sheet: Sheet) -> Sheet:
    """The sheet with its cards as plain blocks."""
    blocks = tuple(inner for block in sheet.blocks
                   for inner in (plain_blocks(block) if isinstance(block, b.Deck) else (block,)))
    return replace(sheet, blocks=blocks)
