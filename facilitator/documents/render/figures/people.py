"""The people of the drawings: solid, without a face, an age, a sex or a skin, and cut free by a white halo."""

from __future__ import annotations

from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import INK, TEAL, WHITE


def bust(pen: Pen, x: float, foot: float, size: float = 40) -> None:
    """Head and shoulders from the front, `size` wide, with a white halo where they lie over something."""
    radius, top = size * 0.27, foot + size * 0.62
    for grow, colour in ((size * 0.07, WHITE), (0.0, TEAL)):
        pen.fill(colour)
        _shoulders(pen, x, foot, size / 2 + grow, size * 0.56 + grow)
        pen.circle(x, top + radius, radius + grow, fill=True, stroke=False)


def _shoulders(pen: Pen, x: float, foot: float, half: float, high: float) -> None:
    curve = half * 0.9
    pen.path((x - half, foot), (x - half, foot + high * 0.3), (x - half, foot + high, x - half + curve * 0.35,
             foot + high, x - half + curve, foot + high), (x + half - curve, foot + high),
             (x + half - curve * 0.35, foot + high, x + half, foot + high, x + half, foot + high * 0.3),
             (x + half, foot), close=True, fill=True, stroke=False)


def ribbon(pen: Pen, width: float, *points: tuple[float, ...], halo: float = 0.0) -> None:
    """A part of a body: a solid ribbon with round ends; a halo cuts it free from what lies behind it."""
    if halo:
        pen.stroke(width + 2 * halo, WHITE, round_ends=True)
        pen.path(*points)
    pen.stroke(width, TEAL, round_ends=True)
    pen.path(*points)


def head(pen: Pen, x: float, y: float, radius: float = 11.5) -> None:
    """A head without a face."""
    pen.fill(TEAL)
    pen.circle(x, y, radius, fill=True, stroke=False)


def seated(pen: Pen) -> None:
    """A person on a chair from the side, feet down: a ribbon from shoulder to toe, the arm cut free in white."""
    pen.stroke(1.6, INK, round_ends=True)
    pen.line(4, 8, 96, 8)
    pen.stroke(3.4, INK, round_ends=True)
    pen.path((17, 84), (24, 46), (56, 46))
    pen.line(26, 46, 21, 9.5)
    pen.line(54, 46, 57, 9.5)
    pen.stroke(15, TEAL, round_ends=True)
    pen.path((30.5, 87), (34.5, 58), (64, 58), (67, 20))
    pen.stroke(10, TEAL, round_ends=True)
    pen.line(68, 15.5, 82, 15)
    arm = ((32.5, 85.0), (39.0, 69.0), (57.0, 66.0))
    pen.stroke(9.4, WHITE, round_ends=True)
    pen.path(*arm)
    pen.stroke(6.6, TEAL, round_ends=True)
    pen.path(*arm)
    pen.fill(TEAL)
    pen.circle(34.5, 109.5, 11.5, fill=True, stroke=False)


def walking(pen: Pen, x: float, foot: float, high: float = 60) -> None:
    """A person on the way to the right, `high` from sole to crown, `x` under the hips."""
    part = high / 60
    for halo in (2.4, 0.0):
        colour = WHITE if halo else TEAL
        for width, points in ((7, ((-2, 26), (-9, 4))), (7, ((2, 26), (6, 15), (11, 4))), (13, ((0, 28), (1, 38))),
                              (5, ((-3, 40), (-12, 26))), (5, ((4, 40), (13, 28)))):
            pen.stroke((width + 2 * halo) * part, colour, round_ends=True)
            pen.path(*((x + across * part, foot + up * part) for across, up in points))
        pen.fill(colour)
        pen.circle(x + 1 * part, foot + 52.5 * part, (7.5 + halo) * part, fill=True, stroke=False)
