"""People together: in a circle, beside one another, as they talk, listen, pass and ask."""

from __future__ import annotations

import math
from collections.abc import Callable

from facilitator.documents.render import marks
from facilitator.documents.render.figures.people import bust, head, ribbon
from facilitator.documents.render.figures.pictures.marks_over import crossed, question, tick, waves, written
from facilitator.documents.render.figures.shapes import LINE, arc, bubble, cloud, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK, WHITE
from facilitator.model.easy_read import Picture


def _circle(pen: Pen) -> None:
    for place in sorted(range(8), key=lambda place: -math.sin(math.radians(90 + place * 45))):
        angle = math.radians(90 + place * 45)
        near = 1 - 0.16 * math.sin(angle)
        bust(pen, 50 + 39 * math.cos(angle), 37 + 33 * math.sin(angle), 22 * near)


def _person(pen: Pen) -> None:
    bust(pen, 50, 6, 74)


def _two(pen: Pen) -> None:
    bust(pen, 27, 8, 46)
    bust(pen, 73, 8, 46)
    outline(pen, GOLD)
    pen.circle(50, 82, 14, fill=True)
    tick(pen, 41, 73, 18, halo=False, width=LINE * 1.2)


def _talk(pen: Pen) -> None:
    bust(pen, 25, 3, 42)
    bust(pen, 75, 3, 42)
    bubble(pen, 30, 66, 50, 30, (26, 56))


def _listen(pen: Pen) -> None:
    bust(pen, 68, 4, 56)
    outline(pen, GOLD)
    pen.round_box(3, 52, 34, 26, 7, fill=True)
    pen.path((10, 52), (6, 42), (20, 52), fill=True)
    pen.stroke(LINE + 0.6, GOLD)
    pen.line(11.5, 52.2, 18, 52.2)
    written(pen, 10, 61, 20, 2, 9)
    waves(pen, 31, 62, True, (11, 18))


def _ear(pen: Pen) -> None:
    outline(pen, GOLD)
    pen.path((26, 54), (24, 100, 78, 96, 68, 58), (64, 44, 54, 42, 54, 28), (54, 8, 32, 6, 33, 26),
             (33.5, 36, 26, 44, 26, 54), close=True, fill=True)
    pen.stroke(LINE, INK, round_ends=True)
    pen.path((36, 60), (36, 82, 60, 82, 57, 62), (55, 52, 44, 50, 45, 36))
    waves(pen, 74, 60, True, (10, 19))


def _pass(pen: Pen) -> None:
    for x in (17, 50, 83):
        bust(pen, x, 3, 31)
    pen.stroke(LINE, INK, dash=(0.5, 7), round_ends=True)
    arc(pen, 50, 54, 34, 165, 22)
    marks.arrow(pen, 80.6, 71, 83, 50, LINE, 15)
    outline(pen, GOLD)
    pen.circle(16, 56, 8.5, fill=True)


def _one_voice(pen: Pen) -> None:
    for x in (15, 85):
        bust(pen, x, 3, 28)
    bust(pen, 50, 3, 40)
    bubble(pen, 27, 64, 48, 32, (50, 52))


def _ask(pen: Pen) -> None:
    bust(pen, 28, 3, 50)
    outline(pen, GOLD)
    pen.round_box(44, 52, 50, 45, 8, fill=True)
    pen.path((52, 52), (46, 40), (63, 52), fill=True)
    pen.stroke(LINE + 0.6, GOLD)
    pen.line(54, 52.2, 61, 52.2)
    question(pen, 69, 58, 32)


def _tell(pen: Pen) -> None:
    bust(pen, 22, 3, 42)
    bust(pen, 78, 3, 42)
    outline(pen, GOLD)
    pen.round_box(4, 66, 44, 28, 7, fill=True)
    pen.path((14, 66), (20, 56), (25, 66), fill=True)
    pen.stroke(LINE + 0.6, GOLD)
    pen.line(16, 66.2, 23, 66.2)
    written(pen, 11, 76, 29, 2, 9)
    marks.arrow(pen, 54, 80, 80, 64, LINE * 1.2, 14)


def _not_tell(pen: Pen) -> None:
    for x in (18, 50, 82):
        bust(pen, x, 3, 31)
    bubble(pen, 17, 55, 66, 42, (50, 43))
    crossed(pen, 64, 71, 17)


def _adult_child(pen: Pen) -> None:
    bust(pen, 36, 4, 72)
    bust(pen, 77, 4, 44)


def _think(pen: Pen) -> None:
    bust(pen, 32, 3, 52)
    cloud(pen, 66, 76, 62, GOLD)
    outline(pen)
    pen.circle(51, 57, 4.2, fill=True)
    pen.circle(45, 50, 2.8, fill=True)


def _feeling(pen: Pen) -> None:
    bust(pen, 50, 4, 78)
    outline(pen, GOLD)
    pen.circle(50, 25, 13, fill=True)


def _room(pen: Pen) -> None:
    bust(pen, 50, 4, 78)
    pen.fill(WHITE)
    pen.circle(50, 27, 21, fill=True, stroke=False)
    outline(pen, GOLD)
    pen.circle(50, 27, 9.5, fill=True)
    for x, y in ((3, 27), (97, 27)):
        marks.arrow(pen, 50 + (x - 50) * 0.5, y, x, y, LINE * 1.1, 13)


def _kind(pen: Pen) -> None:
    bust(pen, 30, 3, 52)
    outline(pen)
    pen.round_box(46, 52, 50, 45, 8, fill=True)
    pen.path((54, 52), (47, 40), (65, 52), fill=True)
    pen.stroke(LINE + 0.6, WHITE)
    pen.line(56, 52.2, 63, 52.2)
    small_sun(pen, 71, 74.5, 8.5)


def small_sun(pen: Pen, x: float, y: float, radius: float) -> None:
    """A sun with short rays."""
    pen.stroke(LINE * 0.9, INK, round_ends=True)
    for turn in range(8):
        angle = math.radians(turn * 45)
        pen.line(x + radius * 1.45 * math.cos(angle), y + radius * 1.45 * math.sin(angle),
                 x + radius * 1.95 * math.cos(angle), y + radius * 1.95 * math.sin(angle))
    outline(pen, GOLD)
    pen.circle(x, y, radius, fill=True)


def _put_down(pen: Pen) -> None:
    bust(pen, 22, 3, 40)
    bust(pen, 80, 3, 36)
    outline(pen, GOLD)
    pen.path((20, 60), (14, 70), (24, 76), (18, 88), (34, 86), (42, 97), (50, 86), (64, 92), (62, 80), (76, 76),
             (64, 68), (66, 58), (50, 62), (40, 54), (34, 62), close=True, fill=True)
    crossed(pen, 58, 68, 16)


def _rest(pen: Pen) -> None:
    head(pen, 24, 46, 12)
    ribbon(pen, 20, (44, 36), (66, 34))
    ribbon(pen, 14, (66, 34), (88, 30))
    pen.stroke(LINE * 1.2, INK, round_ends=True)
    pen.line(4, 20, 96, 20)
    pen.line(4, 20, 4, 62)
    pen.line(96, 20, 96, 34)
    pen.line(10, 20, 10, 8)
    pen.line(90, 20, 90, 8)
    outline(pen, GOLD)
    pen.path((66, 96), (50, 94, 50, 72, 68, 71), (60, 77, 58, 90, 66, 96), close=True, fill=True)


PAINTS: dict[Picture, Callable[[Pen], None]] = {
    Picture.CIRCLE: _circle, Picture.PERSON: _person, Picture.TWO: _two, Picture.TALK: _talk, Picture.LISTEN: _listen,
    Picture.EAR: _ear, Picture.PASS: _pass, Picture.ONE_VOICE: _one_voice, Picture.ASK: _ask, Picture.TELL: _tell,
    Picture.NOT_TELL: _not_tell, Picture.ADULT_CHILD: _adult_child, Picture.THINK: _think, Picture.FEELING: _feeling,
    Picture.ROOM: _room, Picture.KIND: _kind, Picture.PUT_DOWN: _put_down,
    Picture.BED: _rest,
}
