"""A person in bed, a clock on the wall, and the sun in the window."""

from __future__ import annotations

import math

from facilitator.documents.render.figures.people import head, ribbon
from facilitator.documents.render.figures.shapes import LINE, Drawing, clock, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK


def _paint(pen: Pen) -> None:
    outline(pen)
    pen.box(50, 62, 44, 42, fill=True)
    clock(pen, 24, 82, 17, 7.0)
    pen.stroke(LINE * 0.8, INK, round_ends=True)
    for ray in range(8):
        turn = math.radians(ray * 45)
        pen.line(72 + 12.5 * math.cos(turn), 83 + 12.5 * math.sin(turn), 72 + 16 * math.cos(turn),
                 83 + 16 * math.sin(turn))
    outline(pen, GOLD)
    pen.circle(72, 83, 8.5, fill=True)
    outline(pen)
    pen.round_box(10, 23, 22, 11, 5, fill=True)
    head(pen, 25, 40, 8.5)
    ribbon(pen, 13, (36, 33), (60, 31))
    outline(pen)
    pen.path((40, 22), (40, 36), (48, 44), (84, 43), (93, 36), (93, 22), close=True, fill=True)
    pen.stroke(LINE * 1.2, INK, round_ends=True)
    pen.line(6, 48, 6, 5)
    pen.line(94, 32, 94, 5)
    pen.line(6, 20, 94, 20)


DRAWING = Drawing(100, 106, _paint, (("1", 46, 97), ("2", 93, 62), ("5", 66, 32)))
