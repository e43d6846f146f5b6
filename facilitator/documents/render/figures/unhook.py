"""A person under a thought that has a label, and an arrow back to the cup on the table."""

from __future__ import annotations

from facilitator.documents.render import marks
from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import LINE, Drawing, cloud, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK


def _paint(pen: Pen) -> None:
    bust(pen, 27, 4, 44)
    cloud(pen, 50, 88, 62, GOLD)
    outline(pen)
    pen.circle(32, 63, 3.4, fill=True)
    pen.circle(27, 56, 2, fill=True)
    pen.line(80, 78, 83, 66)
    pen.path((73, 67), (94, 67), (94, 48), (83.5, 40), (73, 48), close=True, fill=True)
    pen.stroke(LINE, INK, round_ends=True)
    pen.line(58, 5, 96, 5)
    outline(pen)
    pen.path((71, 24), (73, 7), (86, 7), (88, 24), close=True, fill=True)
    pen.path((88, 20), (96, 21, 95, 11, 87, 12))
    pen.stroke(1.6, INK, dash=(2.4, 2.8), round_ends=True)
    pen.line(44, 36, 58, 29)
    marks.arrow(pen, 58, 29, 66, 25, 1.6, 6)


DRAWING = Drawing(100, 112, _paint, (("1", 50, 88), ("2", 83.5, 55.5), ("3", 27, 16), ("4", 56, 43)))
