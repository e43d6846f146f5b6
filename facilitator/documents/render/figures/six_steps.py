"""A rock in the way of a person, two ways round it, and a flag beyond."""

from __future__ import annotations

from facilitator.documents.render import marks
from facilitator.documents.render.figures.people import walking
from facilitator.documents.render.figures.shapes import Drawing, ground, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK


def _paint(pen: Pen) -> None:
    ground(pen)
    outline(pen)
    pen.path((36, 5), (33, 22), (43, 36), (58, 38), (69, 26), (71, 5), close=True, fill=True)
    pen.line(84, 5, 84, 62)
    outline(pen, GOLD)
    pen.path((84, 62), (99, 54), (84, 46), close=True, fill=True)
    walking(pen, 15, 7, 56)
    pen.stroke(2.0, INK, dash=(3.0, 3.2), round_ends=True)
    pen.path((26, 52), (36, 62, 64, 62, 74, 44))
    pen.path((22, 66), (34, 96, 68, 96, 80, 72))
    marks.arrow(pen, 74, 44, 78, 34, 2.0, 7)
    marks.arrow(pen, 80, 72, 82, 66, 2.0, 7)


DRAWING = Drawing(100, 100, _paint, (("1", 52, 20), ("2", 93, 36), ("3", 51, 74)))
