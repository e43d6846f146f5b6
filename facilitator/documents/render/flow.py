"""Turns blocks into laid-out pieces: which maker lays which block, and how much air stands between two of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from facilitator.documents import blocks as b
from facilitator.documents.render.arranged import Stack
from facilitator.documents.render.laid import Laid, Words
from facilitator.documents.render.style import Style, Type
from facilitator.documents.render.tags import Handle
from facilitator.documents.render.typeset import Typesetter
from facilitator.documents.words import Text, plain

_LEAST_LEADING = 1.3
_DEEP_LEADING = 1.42
"""Of large type over several lines that is read from the right: its dots and tails reach further than capitals."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A step of the fit ladder: how much of the air and of the leading is left, and how much may be left out."""

    air: float = 1.0
    leading: float = 1.0
    spare: int = 0
    cut: bool = False
    """Whether pieces that would rather stay whole may be cut in two."""
    close: bool = False
    """Whether head and foot come closer and the source is one short line."""
    turn: bool = True
    """Whether a side that was begun on purpose is; if not, what would stand on it follows where there is room."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Lays blocks for one style at one step of the fit ladder."""

    setter: Typesetter
    style: Style
    fit: Fit = Fit()
    room: float = 0.0
    """Height of a page between head and foot, in points, for what fills it."""

    # ---------------------------------------------------------------- words
    def leading(self, type_: Type) -> float:
        """The leading of a type at this step, in points; never under 1.3 of its size where it may be tightened."""
        size = self.style.types[type_]
        if not size.squeeze:
            return size.leading
        return min(size.leading, max(size.leading * self.fit.leading, size.size * _LEAST_LEADING))

    def words(self, text: Text, type_: Type, width: float, role: str | None = "P", balance: bool = False,
              right: bool = False, with_next: bool = False) -> Words:
        """A paragraph; without a role it belongs to what is round it. `right` sets it at the trailing edge."""
        lines = self.setter.lines(text, self.style.types[type_], width, balance) if plain(text) else ()
        handle = Handle(role) if role else None
        leading, size = self.leading(type_), self.style.types[type_].size
        if self.setter.right_to_left and leading < size * _LEAST_LEADING:
            leading = size * (_DEEP_LEADING if len(lines) > 1 else _LEAST_LEADING)
        return Words(lines, self.style.types[type_], leading, width, handle,
                     (lambda line: width - line.width) if right else None, with_next=with_next)

    def size(self, type_: Type) -> float:
        """The size of a type in points."""
        return self.style.types[type_].size

    def text_width(self, text: Text, type_: Type) -> float:
        """How wide a text is in one line, in points."""
        return self.setter.width(text, self.style.types[type_])

    def air(self, points: float) -> float:
        """A gap at this step of the ladder."""
        return points * self.fit.air

    def stack(self, kids: Sequence[Laid | None], gap: float, width: float, **kind: Any) -> Stack:
        """Pieces below one another with the same gap between them."""
        found = [kid for kid in kids if kid is not None]
        return Stack(found, [self.air(gap)] * len(found), width, **kind)

    # ---------------------------------------------------------------- blocks
    def lay(self, block: b.Block, width: float) -> Laid | None:
        """The block at this width, or None when this step of the ladder leaves it out."""
        return _maker(type(block))(self, block, width)

    def lay_all(self, blocks: Sequence[b.Block], width: float) -> Stack:
        """Blocks below one another, with the air that belongs between them."""
        kids: list[Laid] = []
        gaps: list[float] = []
        before: b.Block | None = None
        for block in blocks:
            laid = self.lay(block, width)
            if laid is None:
                continue
            kids.append(laid)
            gaps.append(self.air(_gap(before, block, self.style.paragraph)) if before is not None else 0.0)
            before = block
        return Stack(kids, gaps, width)


Maker = Callable[[Flow, Any, float], Laid | None]


def _maker(kind: type[Any]) -> Maker:
    """Which function lays this kind of block."""
    return _makers()[kind]


@cache
def _makers() -> dict[type[Any], Maker]:
    # Asked for at first use: the makers import this module for Flow.
    from facilitator.documents.render import (
        lay_boxes,
        lay_cards,
        lay_evening,
        lay_forms,
        lay_grids,
        lay_pictures,
        lay_tables,
        lay_text,
    )

    return {kind: maker for module in (lay_text, lay_boxes, lay_tables, lay_evening, lay_forms, lay_grids, lay_cards,
                           lay_pictures)
            for kind, maker in module.MAKERS.items()}


_AFTER_TITLE: dict[type[Any], float] = {b.Para: 4, b.Danger: 9, b.Clauses: 11, b.Facts: 12, b.Caution: 12, b.Items: 9,
                                        b.PictureRows: 9}
_BEFORE: dict[type[Any], float] = {
    b.Heading: 15, b.Strip: 10, b.Part: 6, b.Steps: 14, b.Caution: 14, b.Table: 14, b.Contacts: 8, b.Clauses: 6,
    b.Circles: 7, b.Facts: 12, b.Box: 10, b.Beside: 14, b.WriteLines: 2, b.Rule: 12, b.SignIn: 13, b.Danger: 9,
    b.Items: 4, b.Blanks: 5, b.Code: 14, b.CountLine: 3, b.DoneLine: 3,
    b.Pairs: 12, b.Clocks: 10, b.TickGrid: 12, b.Faces: 6, b.CardTitle: 0, b.Cards: 0,
    b.Hang: 10, b.Say: 4, b.Ask: 8, b.PictureRows: 8,
}
_PAIRS: dict[tuple[type[Any], type[Any]], float] = {
    (b.Strip, b.Para): 2, (b.Para, b.Box): 8, (b.Para, b.Beside): 8, (b.Box, b.Part): 12,
    (b.Strip, b.Part): 12, (b.Part, b.Box): 9,
    (b.Rule, b.Heading): 8, (b.Heading, b.Para): 0, (b.Caution, b.Steps): 10, (b.Steps, b.Rule): 12,
    (b.Rule, b.Para): 6, (b.Para, b.Para): 3, (b.Facts, b.Table): 16, (b.Danger, b.Steps): 12,
    (b.Danger, b.Contacts): 10, (b.Contacts, b.Rule): 7, (b.Rule, b.WriteLines): 0, (b.Danger, b.Heading): 10,
    (b.Heading, b.WriteLines): 0, (b.Rule, b.Box): 10, (b.Steps, b.Box): 12, (b.Heading, b.Items): 2,
    (b.Heading, b.Blanks): 5, (b.Steps, b.Items): 14, (b.Code, b.Para): 8, (b.Items, b.WriteLines): 8,
    (b.Heading, b.Ask): 2, (b.Heading, b.Say): 3, (b.Para, b.Ask): 5, (b.Ask, b.Heading): 11,
    (b.Heading, b.Steps): 4, (b.Items, b.Box): 14, (b.Para, b.Items): 3,
    (b.Heading, b.PictureRows): 2, (b.WriteLines, b.PictureRows): 22,
}


def _gap(before: b.Block, block: b.Block, paragraph: float) -> float:
    """The air between two blocks, in points at the normal step; what is kept together has the air of its parts."""
    if isinstance(before, b.Group):
        return _gap(before.blocks[-1], block, paragraph)
    if isinstance(block, b.Group):
        return _gap(before, block.blocks[0], paragraph)
    pair = _PAIRS.get((type(before), type(block)))
    if pair is not None and not isinstance(before, b.Title):
        if isinstance(before, b.Para) and before.rank is b.Rank.INTRO:
            return _BEFORE.get(type(block), paragraph)
        return pair
    if isinstance(before, b.Title):
        intro = isinstance(block, b.Para) and block.rank is b.Rank.INTRO
        return 6 if intro else _AFTER_TITLE.get(type(block), 6)
    return _BEFORE.get(type(block), paragraph)
