"""A person on a chair, feet down, looking ahead."""

from __future__ import annotations

from facilitator.documents.render import marks
from facilitator.documents.render.figures.people import seated
from facilitator.documents.render.figures.shapes import Drawing
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import INK


def _paint(pen: Pen) -> None:
    seated(pen)
    marks.arrow(pen, 85, 35, 85, 23.5, 1.6, 5)
    marks.arrow(pen, 46, 30, 46, 42, 1.6, 5)
    pen.stroke(1.4, INK, dash=(2.2, 2.6), round_ends=True)
    pen.line(51, 111, 71, 111)
    marks.arrow(pen, 71, 111, 76, 111, 1.4, 5)


DRAWING = Drawing(100, 130, _paint, (("1", 85, 42), ("2", 46, 22), ("3", 85, 111)))
