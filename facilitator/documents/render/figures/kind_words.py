"""A person who says something kind to their own mirror image."""

from __future__ import annotations

from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import Drawing, bubble, outline
from facilitator.documents.render.pen import Pen


def _paint(pen: Pen) -> None:
    outline(pen)
    pen.line(76, 12, 66, 4)
    pen.line(76, 12, 86, 4)
    pen.round_box(57, 10, 38, 58, 14, fill=True)
    bust(pen, 76, 17, 27)
    bust(pen, 25, 4, 42)
    bubble(pen, 20, 78, 58, 24, (30, 64))


DRAWING = Drawing(100, 106, _paint, (("1", 7, 58), ("2", 76, 58.5), ("3", 88, 92)))
