"""A wave that rises and falls, a person who watches it, and a clock."""

from __future__ import annotations

from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import LINE, Drawing, clock, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK


def _paint(pen: Pen) -> None:
    clock(pen, 22, 84, 17, 4.0)
    outline(pen, GOLD)
    pen.path((34, 5), (52, 5, 54, 62, 70, 62), (86, 62, 84, 5, 97, 5), close=True, fill=True)
    pen.stroke(LINE, INK, round_ends=True)
    pen.line(4, 4.8, 97, 4.8)
    bust(pen, 24, 7, 36)


DRAWING = Drawing(100, 106, _paint, (("2", 47, 92), ("4", 70, 70)))
