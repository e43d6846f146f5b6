"""Ornaments and signs, all drawn as vectors: the face has no ticks, arrows or boxes, and a copier keeps lines best."""

from __future__ import annotations

import math

from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK, TEAL, WHITE, Colour
from facilitator.model.agenda import Give

_CHAIRS = 8


def ring(pen: Pen, size: float) -> None:
    """The circle seen from above in a square of `size`: eight chairs, one turned and pulled out for you."""
    radius = size / 2
    wide, high = radius * 0.27, radius * 0.33
    with pen.moved(radius, radius):
        for chair in range(_CHAIRS):
            yours = chair == 0
            angle = math.radians(-90 + chair * 360 / _CHAIRS + (9 if yours else 0))
            middle = radius * (0.70 if yours else 0.60)
            back = middle + wide * 0.5 + radius * 0.115
            with pen.turned(math.cos(angle), math.sin(angle)):
                pen.stroke(max(0.7, radius * 0.085), INK if yours else TEAL, round_ends=True)
                pen.line(back, -high * 0.52, back, high * 0.52)
                pen.stroke(max(0.6, radius * 0.045), INK)
                pen.fill(GOLD if yours else TEAL)
                pen.round_box(middle - wide / 2, -high / 2, wide, high, radius * 0.08, fill=True, stroke=yours)


def tick_box(pen: Pen, x: float, y: float, size: float, weight: float = 1.1) -> None:
    """An empty box to tick, its lower left corner at (x, y)."""
    pen.stroke(weight)
    pen.fill(WHITE)
    pen.round_box(x, y, size, size, size * 0.14, fill=True)


def tick(pen: Pen, size: float) -> None:
    """A tick in a square at the origin."""
    with pen.upright(size):
        pen.stroke(size * 0.16, round_ends=True)
        pen.path((size * 0.12, size * 0.5), (size * 0.4, size * 0.2), (size * 0.9, size * 0.85))


def cross(pen: Pen, x: float, y: float, size: float) -> None:
    """A cross in a square whose lower left corner is (x, y)."""
    low, high = size * 0.18, size * 0.82
    pen.stroke(size * 0.17, round_ends=True)
    pen.line(x + low, y + low, x + high, y + high)
    pen.line(x + low, y + high, x + high, y + low)


def warning(pen: Pen, x: float, y: float, radius: float, fill: Colour = WHITE) -> None:
    """A triangle with an exclamation mark, centred on (x, y)."""
    with pen.moved(x, y):
        pen.stroke(radius * 0.2, round_ends=True)
        pen.fill(fill)
        pen.path((0, radius), (radius * 1.08, -radius * 0.85), (-radius * 1.08, -radius * 0.85), close=True, fill=True)
        pen.fill(INK)
        pen.round_box(-radius * 0.11, -radius * 0.2, radius * 0.22, radius * 0.75, radius * 0.1, fill=True,
                      stroke=False)
        pen.circle(0, -radius * 0.5, radius * 0.14, fill=True, stroke=False)


def arrow(pen: Pen, x0: float, y0: float, x1: float, y1: float, weight: float = 2.0, head: float = 6.0) -> None:
    """An arrow from the first point to the second."""
    angle = math.atan2(y1 - y0, x1 - x0)
    pen.stroke(weight, round_ends=True)
    pen.line(x0, y0, x1 - head * 0.7 * math.cos(angle), y1 - head * 0.7 * math.sin(angle))
    sides = [(x1 - head * math.cos(angle - turn), y1 - head * math.sin(angle - turn)) for turn in (0.5, -0.5)]
    pen.fill(INK)
    pen.path((x1, y1), *sides, close=True, fill=True)


def face(pen: Pen, x: float, y: float, radius: float, smile: float) -> None:
    """A face centred on (x, y): `smile` from 1, glad, over 0 to -1, not glad."""
    pen.stroke(radius * 0.13, round_ends=True)
    pen.fill(WHITE)
    pen.circle(x, y, radius, fill=True)
    wide, level, bend = radius * 0.46, y - radius * (0.36 + 0.06 * smile), radius * 0.5 * smile
    pen.path((x - wide, level + bend * 0.55), (x - wide * 0.5, level - bend * 0.6, x + wide * 0.5, level - bend * 0.6,
                                               x + wide, level + bend * 0.55))
    pen.fill(INK)
    for side in (-1, 1):
        pen.circle(x + side * radius * 0.36, y + radius * 0.3, radius * 0.11, fill=True, stroke=False)


def give_mark(pen: Pen, x: float, y: float, width: float, height: float, give: Give) -> None:
    """What may give: full is fixed, an outline may shrink, a dashed outline may be dropped."""
    pen.stroke(1.1, TEAL, dash=(2.2, 1.8) if give is Give.DROP else None)
    pen.fill(TEAL if give is Give.FIXED else WHITE)
    pen.round_box(x + 0.6, y + 0.6, width - 1.2, height - 1.2, 2, fill=True)


def flag(pen: Pen, x: float, y: float, size: float) -> None:
    """The short black bar of personal data, for a line of type of that size."""
    pen.fill(INK)
    pen.round_box(x, y - 1.2, size * 0.61, size * 0.77, 1, fill=True, stroke=False)


def callout(pen: Pen, x: float, y: float, radius: float) -> None:
    """The empty circle of a keyed figure, centred on (x, y)."""
    pen.stroke(1.0)
    pen.fill(WHITE)
    pen.circle(x, y, radius, fill=True)
