"""A person on a chair with a cushion, and the parts of the body in their order."""

from __future__ import annotations

from facilitator.documents.render.figures.people import seated
from facilitator.documents.render.figures.shapes import Drawing
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK


def _paint(pen: Pen) -> None:
    for width, colour in ((11, INK), (6.4, GOLD)):
        pen.stroke(width, colour, round_ends=True)
        pen.line(24, 78, 27, 56)
    seated(pen)
    pen.stroke(1.6, INK)
    for x0, y0, x1, y1 in ((84, 30, 78, 20), (84, 53, 70, 53), (63, 84, 46, 72), (11, 98, 24, 88), (58, 116, 46, 111)):
        pen.line(x0, y0, x1, y1)


DRAWING = Drawing(100, 130, _paint, (("1", 87, 34), ("2", 89, 55), ("3", 67, 88), ("4", 9, 102), ("5", 62, 118)))
