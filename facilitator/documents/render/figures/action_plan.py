"""A person, a week with some days filled in, and a scale from none to all."""

from __future__ import annotations

from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import LINE, Drawing, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK, WHITE


def _paint(pen: Pen) -> None:
    outline(pen)
    pen.round_box(6, 58, 58, 40, 5, fill=True)
    pen.line(6, 84, 64, 84)
    pen.stroke(LINE * 0.6, INK)
    for column in range(4):
        pen.fill(GOLD if column in (0, 2, 3) else WHITE)
        pen.box(12 + column * 12.4, 66, 9.4, 10, fill=True)
    bust(pen, 32, 4, 42)
    outline(pen)
    pen.round_box(74, 6, 16, 88, 5, fill=True)
    pen.stroke(LINE * 0.6, INK)
    pen.fill(GOLD)
    pen.box(78, 10, 8, 58, fill=True)
    pen.stroke(LINE * 0.8, INK, round_ends=True)
    pen.line(70, 68, 94, 68)


DRAWING = Drawing(100, 106, _paint, (("4", 56, 91), ("5", 82, 78)))
