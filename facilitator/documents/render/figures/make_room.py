"""A person with a feeling in the chest, and room all round it."""

from __future__ import annotations

from facilitator.documents.render import marks
from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import LINE, Drawing, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK, WHITE


def _paint(pen: Pen) -> None:
    bust(pen, 50, 4, 84)
    pen.fill(WHITE)
    pen.circle(50, 27, 22, fill=True, stroke=False)
    outline(pen, GOLD, 2.6)
    pen.circle(50, 27, 9, fill=True)
    for across, up in ((-1, 0), (1, 0), (0, -1)):
        marks.arrow(pen, 50 + across * 12, 27 + up * 12, 50 + across * 20.5, 27 + up * 20.5, LINE * 0.55, 6)
    pen.stroke(1.6, INK)
    pen.line(83, 67, 57, 34)


DRAWING = Drawing(100, 104, _paint, (("1", 86, 71), ("3", 22, 27)))
