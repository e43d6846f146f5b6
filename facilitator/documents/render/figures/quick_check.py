"""A person and what they may need: a drink, a night, a talk."""

from __future__ import annotations

from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import LINE, Drawing, bubble, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK


def _paint(pen: Pen) -> None:
    bust(pen, 48, 4, 44)
    outline(pen, GOLD)
    pen.path((8, 76), (10, 58), (24, 58), (26, 76), close=True, fill=True)
    pen.stroke(LINE * 0.8, INK, round_ends=True)
    pen.path((26, 72), (35, 73, 34, 62, 25, 63))
    outline(pen)
    pen.path((53, 100), (36, 98, 36, 74, 55, 73), (47, 79, 46, 93, 53, 100), close=True, fill=True)
    bubble(pen, 64, 56, 33, 26, (62, 46))


DRAWING = Drawing(100, 108, _paint, (("1", 17, 88), ("2", 62, 92), ("4", 91, 90)))
