"""Signs that lie over a picture, and small things that several pictures have."""

from __future__ import annotations

import math

from facilitator.documents.render import marks
from facilitator.documents.render.figures.shapes import LINE, arc, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK, WHITE, Colour

_CROSS, _HALO = 6.4, 11.0


def crossed(pen: Pen, x: float = 50, y: float = 50, half: float = 34) -> None:
    """Not this: a heavy cross with a white edge, so that a copier keeps it apart from what it lies on."""
    for width, colour in ((_HALO, WHITE), (_CROSS, INK)):
        pen.stroke(width, colour, round_ends=True)
        pen.line(x - half, y - half, x + half, y + half)
        pen.line(x - half, y + half, x + half, y - half)


def tick(pen: Pen, x: float, y: float, size: float = 30, halo: bool = True, width: float = _CROSS) -> None:
    """A heavy tick, its lower left corner at (x, y)."""
    for thick, colour in ((_HALO, WHITE), (width, INK))[0 if halo else 1:]:
        pen.stroke(thick, colour, round_ends=True)
        pen.path((x + size * 0.08, y + size * 0.5), (x + size * 0.38, y + size * 0.18),
                 (x + size * 0.95, y + size * 0.88))


def handset(pen: Pen, x: float, y: float, wide: float = 38, high: float = 76, screen: Colour = GOLD) -> None:
    """A telephone, its lower left corner at (x, y)."""
    outline(pen)
    pen.round_box(x, y, wide, high, 7, fill=True)
    outline(pen, screen, LINE * 0.75)
    pen.box(x + wide * 0.14, y + high * 0.22, wide * 0.72, high * 0.62, fill=True)
    pen.fill(INK)
    pen.circle(x + wide / 2, y + high * 0.115, 3.2, fill=True, stroke=False)


def waves(pen: Pen, x: float, y: float, right: bool, radii: tuple[float, ...] = (8, 15)) -> None:
    """Sound that goes out from (x, y)."""
    pen.stroke(LINE, INK, round_ends=True)
    for radius in radii:
        arc(pen, x, y, radius, *((-38, 38) if right else (142, 218)))


def padlock(pen: Pen, x: float, y: float, wide: float = 38, open_: bool = False) -> None:
    """A padlock, its lower left corner at (x, y); an open one has its bow swung out."""
    bow, high = wide * 0.3, wide * 0.72
    middle = x + wide / 2 + (wide * 0.44 if open_ else 0)
    pen.stroke(LINE * 1.25, INK, round_ends=True)
    top = y + high + (wide * 0.26 if open_ else wide * 0.2)
    pen.path((middle - bow, y + high - 2), (middle - bow, top), (middle - bow, top + bow * 1.32, middle + bow,
             top + bow * 1.32, middle + bow, top), (middle + bow, top - 6 if open_ else y + high - 2))
    outline(pen, GOLD)
    pen.round_box(x, y, wide, high, 4.5, fill=True)
    pen.fill(INK)
    pen.circle(x + wide / 2, y + high * 0.6, wide * 0.1, fill=True, stroke=False)
    pen.stroke(LINE, INK, round_ends=True)
    pen.line(x + wide / 2, y + high * 0.55, x + wide / 2, y + high * 0.3)


def sheet(pen: Pen, x: float, y: float, wide: float, high: float, fill: Colour = WHITE) -> None:
    """A sheet of paper with a corner turned down."""
    fold = wide * 0.24
    outline(pen, fill)
    pen.path((x, y), (x + wide, y), (x + wide, y + high - fold), (x + wide - fold, y + high), (x, y + high), close=True,
             fill=True)
    pen.path((x + wide - fold, y + high), (x + wide - fold, y + high - fold), (x + wide, y + high - fold))


def written(pen: Pen, x: float, y: float, wide: float, lines: int, gap: float) -> None:
    """Lines of writing, the lowest at y, the last one short."""
    pen.stroke(LINE * 0.8, INK, round_ends=True)
    for place in range(lines):
        pen.line(x, y + place * gap, x + (wide * 0.6 if place == 0 else wide), y + place * gap)


def question(pen: Pen, x: float, y: float, size: float) -> None:
    """A question mark that stands on (x, y)."""
    pen.stroke(size * 0.14, INK, round_ends=True)
    pen.path((x - size * 0.22, y + size * 0.74),
             (x - size * 0.22, y + size * 1.08, x + size * 0.26, y + size * 1.08, x + size * 0.26, y + size * 0.74),
             (x + size * 0.26, y + size * 0.5, x, y + size * 0.54, x, y + size * 0.3))
    pen.fill(INK)
    pen.circle(x, y + size * 0.08, size * 0.095, fill=True, stroke=False)


def turning(pen: Pen, x: float, y: float, radius: float) -> None:
    """An arrow that goes round and comes back."""
    pen.stroke(LINE * 1.3, INK, round_ends=True)
    arc(pen, x, y, radius, 60, -250)
    end = math.radians(-262)
    tip = (x + radius * math.cos(end), y + radius * math.sin(end))
    start = math.radians(-238)
    marks.arrow(pen, x + radius * math.cos(start), y + radius * math.sin(start), tip[0] + 6, tip[1], LINE * 1.3, 15)
