"""Two people, a line between them, and one plain sentence."""

from __future__ import annotations

from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import Drawing, bubble
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import INK


def _paint(pen: Pen) -> None:
    bust(pen, 22, 4, 40)
    bust(pen, 80, 4, 36)
    pen.stroke(3.0, INK, dash=(5.0, 5.0), round_ends=True)
    pen.line(52, 6, 52, 60)
    bubble(pen, 14, 68, 58, 32, (26, 56))


DRAWING = Drawing(100, 108, _paint, (("1", 22, 16), ("3", 80, 92)))
