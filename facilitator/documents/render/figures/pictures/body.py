"""The body: what it feels, breathes and lets go; the part that is meant has a marigold ring."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.documents.render import marks
from facilitator.documents.render.figures.people import bust, head, ribbon
from facilitator.documents.render.figures.shapes import LINE, ground, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK, WHITE
from facilitator.model.easy_read import Picture


def _sitting(pen: Pen, chair: bool = True) -> None:
    """A person on a chair from the side."""
    ground(pen, 4, 96)
    if chair:
        pen.stroke(LINE, INK, round_ends=True)
        pen.path((20, 66), (25, 34), (54, 34))
        pen.line(27, 34, 24, 6)
        pen.line(52, 34, 54, 6)
    ribbon(pen, 12.5, (32, 66), (36, 44), (62, 44), (65, 15))
    ribbon(pen, 9, (66, 11), (79, 10.5))
    ribbon(pen, 5.6, (34, 64), (40, 52), (55, 50), halo=1.6)
    head(pen, 34, 84, 10.5)


def _ring(pen: Pen, x: float, y: float, radius: float) -> None:
    """Where to look: a marigold ring between two black lines."""
    for width, colour in ((10.5, WHITE), (8.5, INK), (4.2, GOLD)):
        pen.stroke(width, colour)
        pen.circle(x, y, radius)


def _feet(pen: Pen) -> None:
    ground(pen, 2, 98, 14)
    for x in (30, 70):
        ribbon(pen, 17, (x, 94), (x, 40))
        ribbon(pen, 15, (x, 27), (x, 26))
        ribbon(pen, 15, (x - 8, 24), (x + 8, 24))
    for x in (8, 92):
        marks.arrow(pen, x, 62, x, 28, LINE * 1.3, 15)
    outline(pen, GOLD)
    pen.round_box(2, 3, 96, 9, 2, fill=True)


def _chair(pen: Pen) -> None:
    pen.stroke(LINE * 1.3, INK, round_ends=True)
    pen.line(26, 44, 22, 5)
    pen.line(74, 44, 78, 5)
    outline(pen, GOLD)
    pen.round_box(20, 38, 60, 12, 5, fill=True)
    pen.round_box(24, 56, 52, 38, 8, fill=True)
    pen.stroke(LINE * 1.3, INK, round_ends=True)
    pen.line(34, 50, 34, 56)
    pen.line(66, 50, 66, 56)


def _sit(pen: Pen) -> None:
    _sitting(pen)


def _eyes(pen: Pen) -> None:
    outline(pen)
    pen.path((5, 50), (22, 84, 78, 84, 95, 50), (78, 16, 22, 16, 5, 50), close=True, fill=True)
    outline(pen, GOLD)
    pen.circle(50, 50, 20, fill=True)
    pen.fill(INK)
    pen.circle(50, 50, 9, fill=True, stroke=False)


def _touch(pen: Pen) -> None:
    outline(pen, GOLD)
    pen.path((10, 78), (30, 92, 50, 66, 90, 82), (90, 30), (70, 14, 50, 44, 10, 26), close=True, fill=True)
    pen.stroke(LINE * 0.8, INK, round_ends=True)
    for x in (26, 44, 62, 78):
        pen.path((x, 40), (x + 4, 48, x - 4, 56, x, 66))


def _smell(pen: Pen) -> None:
    pen.stroke(LINE * 1.2, INK, round_ends=True)
    pen.path((50, 50), (50, 30, 52, 18, 50, 4))
    outline(pen)
    pen.path((50, 14), (66, 12, 76, 22, 78, 32), (64, 34, 54, 26, 50, 14), close=True, fill=True)
    for x, y in ((50, 86), (68, 74), (62, 54), (38, 54), (32, 74)):
        pen.circle(x, y, 11.5, fill=True)
    outline(pen, GOLD)
    pen.circle(50, 68, 11.5, fill=True)


def _breath(pen: Pen, out: bool) -> None:
    bust(pen, 32, 8, 64)
    outline(pen, GOLD)
    pen.path(*_pointing(60 if out else 99, 99 if out else 60, 62), close=True, fill=True)


def _pointing(tail: float, tip: float, y: float) -> tuple[tuple[float, float], ...]:
    """A broad arrow from its tail to its tip, along y."""
    neck = tip + (tail - tip) * 0.45
    return (tail, y - 8), (neck, y - 8), (neck, y - 18), (tip, y), (neck, y + 18), (neck, y + 8), (tail, y + 8)


def _breathe_in(pen: Pen) -> None:
    _breath(pen, out=False)


def _breathe_out(pen: Pen) -> None:
    _breath(pen, out=True)


def _legs(pen: Pen) -> None:
    _sitting(pen)
    _ring(pen, 63, 40, 15)


def _arms(pen: Pen) -> None:
    bust(pen, 50, 30, 44)
    ribbon(pen, 26, (50, 20), (50, 34))
    for way in (-1, 1):
        ribbon(pen, 9, (50 + way * 22, 44), (50 + way * 24, 14), halo=2.2)
        outline(pen, GOLD)
        pen.path(*((50 + way * (90 - x), y) for x, y in _pointing(43, 62, 28)), close=True, fill=True)


def _shoulders(pen: Pen) -> None:
    bust(pen, 50, 4, 60)
    for x in (12, 88):
        outline(pen, GOLD)
        pen.path(*((x + y - 34, across) for across, y in _pointing(30, 74, 34)), close=True, fill=True)


def _face(pen: Pen) -> None:
    bust(pen, 50, 4, 72)
    _ring(pen, 50, 68, 24)


PAINTS: dict[Picture, Callable[[Pen], None]] = {
    Picture.FEET: _feet, Picture.CHAIR: _chair, Picture.SIT: _sit, Picture.EYES: _eyes, Picture.TOUCH: _touch,
    Picture.SMELL: _smell, Picture.BREATHE_IN: _breathe_in, Picture.BREATHE_OUT: _breathe_out, Picture.LEGS: _legs,
    Picture.ARMS: _arms, Picture.SHOULDERS: _shoulders, Picture.FACE: _face,
}
