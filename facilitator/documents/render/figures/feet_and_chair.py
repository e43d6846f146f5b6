"""A person on a chair, feet down, looking ahead."""

from __future__ import annotations

from facilitator.documents.render import marks
from facilitator.documents.render.figures.shapes import Drawing
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import INK, TEAL, WHITE


def _seated(pen: Pen) -> None:
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


def _feet_and_chair(pen: Pen) -> None:
    _seated(pen)
    marks.arrow(pen, 85, 35, 85, 23.5, 1.6, 5)
    marks.arrow(pen, 46, 30, 46, 42, 1.6, 5)
    pen.stroke(1.4, INK, dash=(2.2, 2.6), round_ends=True)
    pen.line(51, 111, 71, 111)
    marks.arrow(pen, 71, 111, 76, 111, 1.4, 5)


DRAWING = Drawing(100, 130, _feet_and_chair, (("1", 85, 42), ("2", 46, 22), ("3", 85, 111)))
