"""A battery with a line near the top that is not crossed, and some left at the bottom."""

from __future__ import annotations

from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import LINE, Drawing, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK


def _paint(pen: Pen) -> None:
    bust(pen, 26, 4, 42)
    outline(pen)
    pen.round_box(56, 5, 34, 86, 6, fill=True)
    pen.round_box(66, 91, 14, 7, 2, fill=True)
    pen.stroke(LINE * 0.6, INK)
    pen.fill(GOLD)
    pen.box(61, 10, 24, 16, fill=True)
    for y in (30, 46):
        pen.box(61, y, 24, 12, fill=True)
    pen.stroke(LINE, INK, dash=(4.0, 4.0), round_ends=True)
    pen.line(48, 70, 97, 70)


DRAWING = Drawing(100, 106, _paint, (("2", 43, 80), ("5", 73, 18)))
