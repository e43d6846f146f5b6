"""A telephone, a person on each side, and the moon."""

from __future__ import annotations

from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import LINE, Drawing, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK


def _paint(pen: Pen) -> None:
    bust(pen, 19, 4, 34)
    bust(pen, 81, 4, 34)
    outline(pen)
    pen.round_box(37, 8, 26, 50, 6, fill=True)
    pen.fill(GOLD)
    pen.stroke(LINE * 0.6, INK)
    pen.box(42, 18, 16, 32, fill=True)
    pen.stroke(LINE * 0.8, INK, round_ends=True)
    pen.line(48, 13, 52, 13)
    outline(pen)
    pen.path((57, 102), (40, 100, 40, 76, 59, 75), (51, 81, 50, 95, 57, 102), close=True, fill=True)


DRAWING = Drawing(100, 108, _paint, (("1", 19, 14), ("2", 81, 14), ("4", 67, 92)))
