"""A person on the way to an open door, and a clock above."""

from __future__ import annotations

from facilitator.documents.render.figures.people import walking
from facilitator.documents.render.figures.shapes import LINE, Drawing, clock, ground, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK


def _paint(pen: Pen) -> None:
    ground(pen)
    clock(pen, 24, 86, 15, 5.0, slice_to=15)
    outline(pen)
    pen.box(60, 5, 32, 70, fill=True)
    outline(pen, GOLD)
    pen.path((60, 5), (60, 75), (78, 66), (78, 5), close=True, fill=True)
    pen.stroke(LINE * 1.2, INK, round_ends=True)
    pen.line(73, 36, 73, 38)
    walking(pen, 26, 7, 54)


DRAWING = Drawing(100, 106, _paint, (("2", 47, 92), ("3", 76, 85)))
