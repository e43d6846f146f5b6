"""A person, one day marked in a calendar, and a candle."""

from __future__ import annotations

from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import LINE, Drawing, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK, WHITE


def _paint(pen: Pen) -> None:
    outline(pen)
    pen.round_box(6, 54, 60, 44, 5, fill=True)
    pen.line(6, 84, 66, 84)
    for x in (20, 52):
        pen.line(x, 93, x, 103)
    pen.stroke(LINE * 0.6, INK)
    for row in range(2):
        for column in range(4):
            pen.fill(GOLD if (row, column) == (1, 1) else WHITE)
            pen.box(11 + column * 13, 71 - row * 12, 10, 9, fill=True)
    bust(pen, 28, 4, 40)
    outline(pen)
    pen.box(74, 5, 16, 40, fill=True)
    pen.stroke(LINE * 0.8, INK, round_ends=True)
    pen.line(82, 45, 82, 51)
    outline(pen, GOLD)
    pen.path((82, 51), (72, 58, 78, 68, 82, 76), (86, 68, 92, 58, 82, 51), close=True, fill=True)


DRAWING = Drawing(100, 108, _paint, (("1", 58, 91), ("3", 82, 86)))
