"""Places and ways: doors, a house, the street, day and night, a signpost, a small step, help that comes."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.documents.render import marks
from facilitator.documents.render.figures.people import walking
from facilitator.documents.render.figures.pictures.people import small_sun
from facilitator.documents.render.figures.shapes import LINE, cloud, ground, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK, WHITE
from facilitator.model.easy_read import Picture


def _door(pen: Pen) -> None:
    outline(pen)
    pen.box(52, 4, 36, 84, fill=True)
    outline(pen, GOLD)
    pen.path((66, -1), (66, 80), (88, 88), (88, 4), close=True, fill=True)
    pen.fill(INK)
    pen.circle(71.5, 42, 2.6, fill=True, stroke=False)


def _go_out(pen: Pen) -> None:
    ground(pen, 2, 98)
    _door(pen)
    walking(pen, 26, 5, 72)
    marks.arrow(pen, 6, 91, 44, 91, LINE, 14)


def _way_home(pen: Pen) -> None:
    ground(pen, 2, 98)
    outline(pen)
    pen.box(62, 4, 32, 34, fill=True)
    outline(pen, GOLD)
    pen.path((57, 37), (78, 62), (99, 37), close=True, fill=True)
    outline(pen, width=LINE * 0.8)
    pen.box(73, 4, 10, 19, fill=True)
    walking(pen, 14, 5, 56)
    walking(pen, 42, 5, 56)
    marks.arrow(pen, 20, 80, 58, 80, LINE, 14)


def _meet(pen: Pen) -> None:
    ground(pen, 2, 98)
    _door(pen)
    walking(pen, 28, 5, 66)


def _street(pen: Pen) -> None:
    ground(pen, 2, 98)
    walking(pen, 24, 5, 64)
    walking(pen, 62, 5, 64)
    outline(pen, GOLD)
    pen.round_box(62, 74, 32, 20, 6, fill=True)
    pen.path((68, 74), (66, 67), (76, 74), fill=True)
    pen.stroke(LINE + 0.6, GOLD)
    pen.line(69, 74.2, 75, 74.2)


def _ambulance(pen: Pen) -> None:
    ground(pen, 2, 98, 14)
    outline(pen)
    pen.path((6, 22), (6, 74), (62, 74), (62, 22), close=True, fill=True)
    pen.path((62, 22), (62, 60), (80, 60), (94, 42), (94, 22), close=True, fill=True)
    outline(pen, width=LINE * 0.8)
    pen.path((68, 42), (68, 54), (77, 54), (86, 42), close=True, fill=True)
    pen.stroke(LINE * 2, INK)
    pen.line(34, 34, 34, 62)
    pen.line(20, 48, 48, 48)
    outline(pen, GOLD)
    pen.round_box(24, 74, 20, 11, 4, fill=True)
    for x in (26, 76):
        outline(pen)
        pen.circle(x, 21, 10, fill=True)
        pen.fill(INK)
        pen.circle(x, 21, 3, fill=True, stroke=False)


def _sun(pen: Pen) -> None:
    small_sun(pen, 50, 50, 22)


def _night(pen: Pen) -> None:
    outline(pen, GOLD)
    pen.path((62, 92), (2, 88, 2, 8, 68, 12), (40, 26, 38, 76, 62, 92), close=True, fill=True)
    for x, y, size in ((76, 72, 9), (84, 40, 6)):
        pen.fill(INK)
        pen.path((x, y + size), (x + size * 0.28, y + size * 0.28), (x + size, y), (x + size * 0.28, y - size * 0.28),
                 (x, y - size), (x - size * 0.28, y - size * 0.28), (x - size, y), (x - size * 0.28, y + size * 0.28),
                 close=True, fill=True, stroke=False)


def _weather(pen: Pen) -> None:
    small_sun(pen, 66, 66, 16)
    cloud(pen, 42, 32, 74, WHITE)


def _signpost(pen: Pen) -> None:
    ground(pen, 20, 80)
    pen.stroke(LINE * 1.6, INK, round_ends=True)
    pen.line(50, 4, 50, 94)
    outline(pen, GOLD)
    pen.path((50, 60), (50, 84), (80, 84), (94, 72), (80, 60), close=True, fill=True)
    outline(pen)
    pen.path((50, 30), (50, 52), (20, 52), (8, 41), (20, 30), close=True, fill=True)


def _wave(pen: Pen) -> None:
    pen.stroke(LINE, INK, round_ends=True)
    pen.fill(GOLD)
    pen.path((2, 10), (2, 18), (28, 18, 30, 78, 50, 78), (70, 78, 72, 18, 98, 18), (98, 10), close=True, fill=True)
    marks.arrow(pen, 14, 46, 27, 78, LINE * 1.1, 13)
    marks.arrow(pen, 73, 78, 86, 46, LINE * 1.1, 13)


def _small_step(pen: Pen) -> None:
    ground(pen, 2, 98)
    pen.stroke(LINE, INK, round_ends=True)
    pen.fill(GOLD)
    pen.path((44, 4), (44, 20), (96, 20), (96, 4), fill=True)
    outline(pen)
    pen.path((70, 20), (70, 36), (96, 36), (96, 20), fill=True)
    walking(pen, 28, 6, 74)
    marks.arrow(pen, 56, 60, 84, 60, LINE, 14)


PAINTS: dict[Picture, Callable[[Pen], None]] = {
    Picture.GO_OUT: _go_out, Picture.WAY_HOME: _way_home, Picture.MEET: _meet, Picture.STREET: _street,
    Picture.AMBULANCE: _ambulance, Picture.SUN: _sun, Picture.NIGHT: _night, Picture.WEATHER: _weather,
    Picture.SIGNPOST: _signpost, Picture.WAVE: _wave, Picture.SMALL_STEP: _small_step,
}
