"""A clock with a quarter of an hour marked, and a list on paper."""

from __future__ import annotations

from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import LINE, Drawing, clock, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import INK


def _paint(pen: Pen) -> None:
    clock(pen, 28, 78, 24, 5.0, slice_to=15)
    bust(pen, 26, 4, 38)
    outline(pen)
    pen.path((58, 6), (96, 6), (96, 52), (86, 62), (58, 62), close=True, fill=True)
    pen.path((86, 62), (86, 52), (96, 52))
    pen.stroke(LINE * 0.75, INK, round_ends=True)
    for y in (44, 32, 20):
        pen.line(66, y, 88, y)
    pen.stroke(LINE * 0.75, INK, round_ends=True)
    pen.line(63, 28, 91, 36)


DRAWING = Drawing(100, 106, _paint, (("1", 61, 92), ("2", 58, 62), ("4", 93, 36.5)))
