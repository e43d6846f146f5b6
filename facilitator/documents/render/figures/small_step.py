"""A person on the way, one step ahead, towards a signpost."""

from __future__ import annotations

from facilitator.documents.render import marks
from facilitator.documents.render.figures.people import walking
from facilitator.documents.render.figures.shapes import LINE, Drawing, ground, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK


def _paint(pen: Pen) -> None:
    ground(pen)
    pen.stroke(LINE * 1.3, INK, round_ends=True)
    pen.line(78, 5, 78, 98)
    outline(pen, GOLD)
    pen.path((58, 92), (88, 92), (97, 81), (88, 70), (58, 70), close=True, fill=True)
    walking(pen, 22, 7, 66)
    marks.arrow(pen, 42, 16, 62, 16, LINE * 0.8, 9)


DRAWING = Drawing(100, 104, _paint, (("1", 75, 81), ("3", 52, 28)))
