"""A person between a framed picture and a house, with arrows both ways."""

from __future__ import annotations

from facilitator.documents.render import marks
from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import LINE, Drawing, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK


def _paint(pen: Pen) -> None:
    outline(pen)
    pen.box(6, 64, 28, 36, fill=True)
    pen.fill(GOLD)
    pen.stroke(LINE * 0.6, INK)
    pen.box(12, 70, 16, 24, fill=True)
    outline(pen)
    pen.path((68, 64), (68, 86), (82, 100), (96, 86), (96, 64), close=True, fill=True)
    pen.fill(GOLD)
    pen.stroke(LINE * 0.6, INK)
    pen.box(78, 64, 9, 14, fill=True)
    pen.stroke(2.4, INK, round_ends=True)
    marks.arrow(pen, 42, 88, 60, 88, 2.4, 7)
    marks.arrow(pen, 60, 76, 42, 76, 2.4, 7)
    bust(pen, 50, 4, 46)


DRAWING = Drawing(100, 108, _paint, (("1", 20, 55), ("2", 82, 55), ("4", 51, 98)))
