"""Two people face to face, a list in hand, and words said back."""

from __future__ import annotations

from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import LINE, Drawing, bubble, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import INK


def _paint(pen: Pen) -> None:
    bust(pen, 22, 4, 40)
    bust(pen, 78, 4, 40)
    bubble(pen, 12, 68, 46, 32, (24, 56))
    outline(pen)
    pen.path((40, 8), (60, 8), (60, 38), (40, 38), close=True, fill=True)
    pen.stroke(LINE * 0.7, INK, round_ends=True)
    for y in (31, 23, 15):
        pen.line(45, y, 55, y)


DRAWING = Drawing(100, 108, _paint, (("3", 50, 47), ("5", 64, 94)))
