"""A person, the breath as a hill that is steep going in and long going out, and a clock."""

from __future__ import annotations

from facilitator.documents.render import marks
from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.shapes import LINE, Drawing, clock
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK


def _paint(pen: Pen) -> None:
    bust(pen, 28, 4, 46)
    clock(pen, 78, 26, 17, 4.0, fill=GOLD)
    pen.stroke(LINE, INK, round_ends=True)
    pen.path((5, 70), (18, 70, 18, 98, 34, 98))
    pen.path((34, 98), (56, 98, 62, 70, 86, 69))
    marks.arrow(pen, 86, 69, 96, 68.6, LINE, 10)


DRAWING = Drawing(100, 112, _paint, (("1", 28, 18), ("2", 8, 88), ("3", 71, 92), ("4", 92, 49)))
