"""A person with a plant to water, and a week with one day marked."""

from __future__ import annotations

from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import LINE, Drawing, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK, WHITE


def _paint(pen: Pen) -> None:
    outline(pen)
    pen.round_box(30, 54, 66, 44, 5, fill=True)
    pen.line(30, 84, 96, 84)
    for x in (46, 80):
        pen.line(x, 93, x, 103)
    pen.stroke(LINE * 0.6, INK)
    for row in range(2):
        for column in range(4):
            pen.fill(GOLD if (row, column) == (0, 2) else WHITE)
            pen.box(36 + column * 14.2, 70 - row * 12.2, 11.4, 9.4, fill=True)
    bust(pen, 25, 4, 40)
    outline(pen)
    pen.path((64, 22), (67, 4), (85, 4), (88, 22), close=True, fill=True)
    pen.line(76, 22, 76, 42)
    pen.path((76, 30), (66, 30, 62, 36, 62, 42), (72, 42, 76, 38, 76, 30), fill=True)
    pen.path((76, 34), (86, 34, 90, 40, 90, 46), (80, 46, 76, 42, 76, 34), fill=True)


DRAWING = Drawing(100, 108, _paint, (("2", 56, 12), ("4", 20, 86)))
