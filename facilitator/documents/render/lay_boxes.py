"""Lays boxes: plain and heavy ones, caution and danger, blocks side by side, figures and big facts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from facilitator.documents import blocks as b
from facilitator.documents.render import marks
from facilitator.documents.render.arranged import Align, Inset, Side, Stack, Whole
from facilitator.documents.render.figures import KEY_RADIUS, Drawing, drawing
from facilitator.documents.render.flow import Flow, Maker
from facilitator.documents.render.laid import Laid, Picture
from facilitator.documents.render.lay_text import item_list
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, GOLD_TINT, INK, MM, RED, RED_TINT, Colour, Type

_RADIUS = 2.5 * MM
_SPARE_LEADING = 2.5
"""A paragraph keeps some leading under its last line; a box takes it back so that its air looks even."""
_READ = (b.Heading, b.Para, b.Items, b.Steps, b.Say)
"""What may go on on another page, if it must; what is filled in, signed or looked at as one may not."""
_CLOSER = 0.7
"""What is left of the air inside a box, over and under its words, where room is short."""
_CAPITALS = 0.668
"""Height of a capital in the face, as a part of its size."""

Behind = Callable[[Pen, float, float], None]


def keyline(weight: float, colour: Colour = INK, fill: Colour | None = None) -> Behind:
    """A round box; the tint is decoration, the line carries the meaning."""

    def paint(pen: Pen, width: float, height: float) -> None:
        pen.stroke(weight, colour)
        if fill:
            pen.fill(fill)
        pen.round_box(0, 0, width, height, _RADIUS, fill=fill is not None)

    return paint


def barred(bar: float, triangle: bool, weight: float = 1.0, radius: float = _RADIUS) -> Behind:
    """A tinted box with a marigold bar at its left, and a triangle in the bar for a caution."""

    def paint(pen: Pen, width: float, height: float) -> None:
        pen.fill(GOLD_TINT)
        pen.round_box(0, 0, width, height, radius, fill=True, stroke=False)
        with pen.kept():
            pen.clip_round_box(0, 0, width, height, radius)
            pen.fill(GOLD)
            pen.box(0, 0, bar, height, fill=True, stroke=False)
            pen.stroke(weight)
            pen.line(bar, 0, bar, height)
        if triangle:
            marks.warning(pen, bar / 2, height - bar * 0.62, bar * 0.315)
        pen.stroke(weight)
        pen.round_box(0, 0, width, height, radius)

    return paint


def boxed(flow: Flow, inner: Laid, width: float, behind: Behind, across: float = 12, down: float = 8,
          bar: float = 0.0, least: float = 0.0) -> Inset:
    """A piece with a box behind it; `across` and `down` are the air inside."""
    down *= _CLOSER if flow.fit.close else 1.0
    return Inset(inner, across + bar, width, behind, down, down - _SPARE_LEADING, least)


def box(flow: Flow, block: b.Box, width: float, least: float = 0.0) -> Inset:
    """Blocks in a keyline."""
    across = 12.0
    wide = width - 2 * across
    kids: list[Laid] = []
    if block.title:
        type_ = Type.STRONG if _roomy(block) else Type.SMALL_STRONG
        kids.append(_flagged(flow, block.title, type_, wide) if block.flagged
                    else flow.words(block.title, type_, wide, with_next=True))
    kids.append(flow.lay_all(block.blocks, wide))
    return boxed(flow, flow.stack(kids, 2.5, wide), width, keyline(1.6 if block.heavy else 0.75), across,
                 least=least)


def _roomy(block: b.Box) -> bool:
    """Whether what is in the box is set in the size of the text, so that its title is as well."""
    return not any((isinstance(part, b.Items) and part.small)
                   or (isinstance(part, b.Para) and part.rank is b.Rank.SMALL) for part in block.blocks)


def _flagged(flow: Flow, text: Any, type_: Type, width: float) -> Laid:
    size = flow.size(type_)

    def paint(pen: Pen, wide: float, high: float) -> None:
        marks.flag(pen, 0, 0, size)

    indent = 4.6 * MM * flow.style.scale
    flag = Picture(indent, size, paint, ascent=size)
    return Side(((0.0, flag), (indent, flow.words(text, type_, width - indent))), width, with_next=True)


def beside(flow: Flow, block: b.Beside, width: float) -> Laid:
    """Blocks side by side, boxes as high as the highest; boxes stand below one another where lines are short."""
    if flow.style.narrow and all(isinstance(cell, b.Box) for cell in block.cells):
        boxes = [box(flow, cell, width) for cell in block.cells if isinstance(cell, b.Box)]
        return flow.stack([Whole(found, flow.room) for found in boxes], 10, width)
    gap = 5 * MM
    wide = (width - gap * (len(block.cells) - 1)) / len(block.cells)
    laid = [flow.lay(cell, wide) for cell in block.cells]
    least = max((piece.height for piece in laid if piece is not None), default=0.0)
    cells = []
    for place, (cell, piece) in enumerate(zip(block.cells, laid, strict=True)):
        even = box(flow, cell, wide, least) if isinstance(cell, b.Box) else piece
        if even is not None:
            cells.append((place * (wide + gap), even))
    return Side(cells, width, Align.TOP)


def group(flow: Flow, block: b.Group, width: float) -> Laid:
    """Blocks below one another."""
    inner = flow.lay_all(block.blocks, width)
    loose = not block.firm and all(isinstance(part, _READ) for part in block.blocks)
    return Whole(inner, flow.room, loose) if block.whole else inner


def danger(flow: Flow, block: b.Danger, width: float) -> Laid:
    """Red keyline, and the number to ring as big as it gets."""
    across = 14.0
    inner = width - 2 * across
    number = flow.words(block.number, Type.DANGER_NUMBER, inner, right=True)
    size = flow.size(Type.DANGER_NUMBER)
    hero = max((line.width for line in number.lines), default=0.0)
    wide = inner - hero - 6 * MM
    words = flow.stack([flow.words(block.title, Type.DANGER, wide), flow.words(block.text, Type.BODY, wide)], 0, wide)
    if wide < inner * 0.4 or len(number.lines) > 1:
        number = flow.words(block.number, Type.DANGER_NUMBER, inner)
        body: Laid = flow.stack([flow.words(block.title, Type.DANGER, inner),
                                 flow.words(block.text, Type.BODY, inner), number], 2, inner)
        return boxed(flow, body, width, keyline(2.4, RED, RED_TINT), across)
    # A big number's box is its capital height, or the middle looks low.
    number.leading = size * _CAPITALS
    number.height, number.ascent = size * _CAPITALS, size
    lifted = Inset(number, 0, inner, _nothing, above=-(size - size * _CAPITALS), below=size - size * _CAPITALS)
    row = Side(((0.0, words), (0.0, lifted)), inner, Align.MIDDLE)
    return boxed(flow, row, width, keyline(2.4, RED, RED_TINT), across)


def _nothing(pen: Pen, width: float, height: float) -> None:
    """Nothing behind."""


def figure(flow: Flow, block: b.Figure, width: float) -> Laid | None:
    """A drawing by its name, as wide as it is drawn on a handout."""
    known = drawing(block.name)
    return None if known is None else picture(flow, known, block.alt, min(width, flow.style.figure))


def picture(flow: Flow, known: Drawing, alt: str, width: float) -> Picture:
    """A drawing at a width, with its numbered marks."""
    scale = width / known.width
    keys = [(flow.setter.line(key, flow.style.types[Type.KEY]), x, y) for key, x, y in known.keys]
    large = flow.style.types[Type.HERO]
    labels = [(flow.setter.line(label, large), x, y) for label, x, y in known.labels]

    def paint(pen: Pen, wide: float, high: float) -> None:
        size = KEY_RADIUS * 1.5
        with pen.upright(wide), pen.moved(0, 0, scale):
            known.paint(pen)
            for line, x, y in keys:
                marks.callout(pen, x, y, KEY_RADIUS)
                pen.lines(x - line.width / 2, y - size * 0.35, (line,), flow.style.types[Type.KEY], size)
            for line, x, y in labels:
                pen.lines(x - line.width / 2, y - large.size * 0.34, (line,), large, large.leading)

    return Picture(width, known.height * scale, paint, alt)


def caution(flow: Flow, block: b.Caution, width: float) -> Laid:
    """What to know first; beside it the figure, where there is one."""
    known = drawing(block.figure.name) if block.figure else None
    gap, bar, across = 9 * MM, flow.style.bar, 12.0
    wide = width - (flow.style.figure + gap if known else 0)
    inner = wide - bar - across - 10.0
    kids: list[Laid] = [flow.words(block.title, Type.STRONG, inner, with_next=True),
                        item_list(flow, block.items, b.Mark.DOT, Type.BODY, inner, 2)]
    warned = boxed(flow, flow.stack(kids, 2, inner), wide, barred(bar, triangle=True), across, 9, bar)
    if known is None or block.figure is None:
        return warned
    drawn = picture(flow, known, block.figure.alt, flow.style.figure)
    return Side(((0.0, warned), (wide + gap, drawn)), width, Align.MIDDLE)


def facts(flow: Flow, block: b.Facts, width: float) -> Laid:
    """Big figures in a row, each with its words."""
    gap = 6 * MM
    wide = (width - gap * (len(block.facts) - 1)) / len(block.facts)
    cells: list[tuple[float, Laid]] = []
    for place, fact in enumerate(block.facts):
        pair = [flow.words(fact.figure, Type.FACT, wide), flow.words(fact.words, Type.SMALL, wide)]
        cells.append((place * (wide + gap), Stack(pair, [0.0, 0.0], wide)))
    return Side(cells, width, Align.TOP)


MAKERS: dict[type[Any], Maker] = {
    b.Box: box, b.Beside: beside, b.Group: group, b.Danger: danger, b.Figure: figure, b.Caution: caution,
    b.Facts: facts,
}
