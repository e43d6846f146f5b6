"""A person on a walk, a tree ahead, and the sun above."""

from __future__ import annotations

import math

from facilitator.documents.render.figures.people import walking
from facilitator.documents.render.figures.shapes import LINE, Drawing, cloud, ground, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK


def _paint(pen: Pen) -> None:
    ground(pen)
    pen.stroke(LINE * 0.8, INK, round_ends=True)
    for ray in range(8):
        turn = math.radians(ray * 45)
        pen.line(18 + 13.5 * math.cos(turn), 88 + 13.5 * math.sin(turn), 18 + 17 * math.cos(turn),
                 88 + 17 * math.sin(turn))
    outline(pen, GOLD)
    pen.circle(18, 88, 9, fill=True)
    pen.stroke(LINE * 1.6, INK, round_ends=True)
    pen.line(78, 5, 78, 50)
    cloud(pen, 77, 68, 42)
    walking(pen, 32, 7, 62)


DRAWING = Drawing(100, 106, _paint, (("2", 54, 34), ("3", 77, 68)))
