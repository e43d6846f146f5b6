"""A person at a table with a steaming cup: five senses, five marks."""

from __future__ import annotations

from facilitator.documents.render import marks
from facilitator.documents.render.figures.people import head, ribbon
from facilitator.documents.render.figures.shapes import LINE, Drawing, arc, ground, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK


def _paint(pen: Pen) -> None:
    ground(pen)
    pen.stroke(LINE, INK, round_ends=True)
    pen.line(44, 38, 96, 38)
    pen.line(90, 38, 90, 4)
    ribbon(pen, 17, (24, 66), (25, 14))
    ribbon(pen, 8, (25, 64), (33, 46), (56, 44.5), halo=2)
    head(pen, 26, 88)
    outline(pen, GOLD)
    pen.path((66, 58), (68, 40), (82, 40), (84, 58), close=True, fill=True)
    pen.stroke(LINE * 0.8, INK, round_ends=True)
    pen.path((84, 54), (93, 55, 92, 44, 83, 45))
    for x in (70, 79):
        pen.path((x, 64), (x - 4, 69, x + 4, 72, x, 77))
    pen.stroke(1.6, INK, dash=(2.4, 2.8), round_ends=True)
    pen.line(42, 93, 60, 93)
    marks.arrow(pen, 60, 93, 66, 93, 1.6, 6)
    pen.stroke(2.2, INK, round_ends=True)
    arc(pen, 16, 88, 9, 150, 210)
    arc(pen, 16, 88, 14, 150, 210)


DRAWING = Drawing(100, 104, _paint, (("1", 75, 93), ("2", 56, 30), ("3", 8, 70), ("4", 91, 74), ("5", 75, 49)))
