"""A list of tasks, one crossed out and one handed to another person."""

from __future__ import annotations

from facilitator.documents.render import marks
from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import LINE, Drawing, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import INK


def _paint(pen: Pen) -> None:
    bust(pen, 20, 4, 34)
    bust(pen, 82, 4, 32)
    outline(pen)
    pen.path((18, 54), (66, 54), (66, 92), (56, 102), (18, 102), close=True, fill=True)
    pen.path((56, 102), (56, 92), (66, 92))
    pen.stroke(LINE * 0.75, INK, round_ends=True)
    for y in (90, 78, 66):
        pen.line(27, y, 49 if y == 90 else 56, y)
    pen.line(24, 74, 59, 82)
    pen.stroke(2.2, INK, dash=(3.0, 3.2), round_ends=True)
    pen.path((58, 66), (74, 66, 80, 60, 81, 52))
    marks.arrow(pen, 80.6, 53, 81, 46, 2.2, 7)


DRAWING = Drawing(100, 108, _paint, (("1", 42, 96), ("2", 76, 84), ("4", 82, 15)))
