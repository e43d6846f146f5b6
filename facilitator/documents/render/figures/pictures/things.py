"""Things: telephones, locks, paper, food and drink, time, and what a person may choose or leave."""

from __future__ import annotations

import math
from collections.abc import Callable

from facilitator.documents.render import marks
from facilitator.documents.render.figures.people import bust
from facilitator.documents.render.figures.pictures.marks_over import (
    crossed,
    handset,
    padlock,
    question,
    sheet,
    tick,
    turning,
    waves,
    written,
)
from facilitator.documents.render.figures.shapes import LINE, clock, outline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK, TEAL, WHITE
from facilitator.model.easy_read import Picture


def _phone(pen: Pen) -> None:
    handset(pen, 31, 10, 38, 80)
    waves(pen, 72, 60, True)
    waves(pen, 28, 60, False)


def wide_phone(pen: Pen) -> None:
    """A telephone with room for a number to dial on it."""
    handset(pen, 21, 6, 58, 88)
    waves(pen, 82, 56, True, (7, 14))
    waves(pen, 18, 56, False, (7, 14))


def _text(pen: Pen) -> None:
    handset(pen, 8, 8, 38, 78, WHITE)
    outline(pen, GOLD)
    pen.round_box(38, 52, 56, 38, 8, fill=True)
    pen.path((48, 52), (40, 41), (60, 52), fill=True)
    pen.stroke(LINE + 0.6, GOLD)
    pen.line(50, 52.2, 58, 52.2)
    written(pen, 46, 64, 40, 2, 13)


def _phone_off(pen: Pen) -> None:
    handset(pen, 26, 6, 48, 88)
    crossed(pen, 50, 48, 26)


def _camera(pen: Pen) -> None:
    outline(pen)
    pen.round_box(8, 20, 84, 54, 8, fill=True)
    pen.path((30, 74), (36, 86), (64, 86), (70, 74), fill=True)
    pen.stroke(LINE + 0.6, WHITE)
    pen.line(33, 74, 67, 74)
    outline(pen, GOLD)
    pen.circle(50, 46, 19, fill=True)
    outline(pen)
    pen.circle(50, 46, 8.5, fill=True)
    pen.fill(INK)
    pen.circle(80, 64, 3.4, fill=True, stroke=False)


def _no_photo(pen: Pen) -> None:
    _camera(pen)
    crossed(pen, 50, 47, 30)


def _private(pen: Pen) -> None:
    outline(pen)
    pen.path((20, 30), (10, 30, 7, 34, 7, 42), (7, 84), (7, 93, 12, 97, 20, 97), (80, 97), (89, 97, 93, 92, 93, 84),
             (93, 42), (93, 34, 89, 30, 80, 30), (36, 30), (20, 8), close=True, fill=True)
    padlock(pen, 30, 38, 40)


def _not_private(pen: Pen) -> None:
    padlock(pen, 16, 12, 52, open_=True)


def _locked_away(pen: Pen) -> None:
    outline(pen)
    pen.round_box(14, 6, 72, 88, 4, fill=True)
    pen.line(14, 50, 86, 50)
    pen.stroke(LINE * 1.2, INK, round_ends=True)
    pen.line(40, 78, 60, 78)
    padlock(pen, 36, 14, 28)


def _paper(pen: Pen) -> None:
    sheet(pen, 20, 6, 60, 88, GOLD)
    written(pen, 32, 24, 36, 4, 14)


def _write(pen: Pen) -> None:
    sheet(pen, 10, 6, 60, 88)
    written(pen, 21, 50, 36, 3, 13)
    pen.stroke(LINE, INK, round_ends=True)
    pen.fill(GOLD)
    pen.path((52, 22), (82, 72), (95, 64), (65, 14), (50, 6), close=True, fill=True)
    pen.fill(INK)
    pen.path((50, 6), (52, 14), (58, 10.5), close=True, fill=True)
    pen.line(76, 62, 89, 54)


def _list(pen: Pen) -> None:
    sheet(pen, 18, 6, 64, 88)
    for y in (26, 46, 66):
        outline(pen, GOLD, LINE * 0.8)
        pen.box(27, y - 5, 11, 11, fill=True)
        pen.stroke(LINE * 0.8, INK, round_ends=True)
        pen.line(46, y, 72, y)


def _cross_out(pen: Pen) -> None:
    sheet(pen, 18, 6, 64, 88)
    written(pen, 29, 24, 42, 1, 12)
    pen.stroke(LINE * 0.8, INK, round_ends=True)
    pen.line(29, 68, 71, 68)
    pen.line(29, 46, 71, 46)
    pen.stroke(11, GOLD, round_ends=True)
    pen.line(24, 40, 76, 53)
    pen.stroke(LINE * 1.5, INK, round_ends=True)
    pen.line(22, 38, 78, 55)


def _read(pen: Pen) -> None:
    outline(pen, GOLD)
    pen.path((50, 22), (36, 32, 20, 30, 6, 26), (6, 80), (20, 85, 36, 86, 50, 76), (64, 86, 80, 85, 94, 80), (94, 26),
             (80, 30, 64, 32, 50, 22), close=True, fill=True)
    pen.line(50, 22, 50, 76)
    pen.stroke(LINE * 0.8, INK, round_ends=True)
    for y in (46, 60):
        pen.path((15, y + 7), (26, y + 10, 34, y + 9, 42, y + 5))
        pen.path((58, y + 5), (66, y + 9, 74, y + 10, 85, y + 7))


def _calendar(pen: Pen) -> None:
    outline(pen)
    pen.round_box(10, 8, 80, 78, 6, fill=True)
    pen.fill(TEAL)
    pen.box(10, 64, 80, 22, fill=True)
    pen.stroke(LINE * 1.4, INK, round_ends=True)
    for x in (30, 70):
        pen.line(x, 78, x, 95)
    for row in range(2):
        for column in range(3):
            mark = (row, column) == (0, 1)
            outline(pen, GOLD if mark else WHITE, LINE * 0.75)
            pen.box(20 + column * 22, 16 + row * 23, 15, 15, fill=True)


def _again(pen: Pen) -> None:
    turning(pen, 50, 48, 36)
    bust(pen, 50, 31, 34)


def _cup(pen: Pen) -> None:
    outline(pen, GOLD)
    pen.path((16, 60), (20, 12), (64, 12), (68, 60), close=True, fill=True)
    pen.stroke(LINE * 1.2, INK, round_ends=True)
    pen.path((67, 50), (92, 54, 90, 24, 65, 26))
    for x in (30, 48):
        pen.path((x, 70), (x - 8, 80, x + 8, 84, x, 95))


def _water(pen: Pen) -> None:
    outline(pen)
    pen.path((24, 90), (31, 8), (69, 8), (76, 90), close=True, fill=True)
    pen.fill(GOLD)
    pen.path((27, 60), (31, 8), (69, 8), (73, 60), (60, 66, 56, 54, 44, 60), (38, 63, 32, 62, 27, 60), close=True,
             fill=True)


def _food(pen: Pen) -> None:
    outline(pen, GOLD)
    pen.path((10, 46), (12, 14, 34, 8, 50, 8), (66, 8, 88, 14, 90, 46), close=True, fill=True)
    pen.stroke(LINE * 1.2, INK, round_ends=True)
    pen.line(6, 46, 94, 46)
    for x in (36, 52, 68):
        pen.path((x, 58), (x - 8, 68, x + 8, 76, x, 88))


def _no_drink(pen: Pen) -> None:
    outline(pen, GOLD)
    pen.path((12, 4), (12, 52), (24, 64), (24, 94), (40, 94), (40, 64), (52, 52), (52, 4), close=True, fill=True)
    outline(pen)
    pen.box(12, 16, 40, 24, fill=True)
    pen.path((66, 46), (70, 4), (90, 4), (94, 46), close=True, fill=True)
    crossed(pen, 60, 34, 27)


def _doctor(pen: Pen) -> None:
    bust(pen, 34, 8, 66)
    outline(pen, GOLD)
    pen.round_box(52, 8, 46, 38, 5, fill=True)
    pen.path((65, 46), (65, 56), (85, 56), (85, 46))
    pen.stroke(LINE * 1.8, INK)
    pen.line(75, 16, 75, 38)
    pen.line(64, 27, 86, 27)


def _not_doctor(pen: Pen) -> None:
    _doctor(pen)
    crossed(pen, 68, 40, 27)


def _law(pen: Pen) -> None:
    pen.stroke(LINE * 1.2, INK, round_ends=True)
    pen.line(50, 10, 50, 88)
    pen.line(28, 8, 72, 8)
    pen.line(16, 80, 84, 80)
    for x in (16, 84):
        pen.stroke(LINE * 0.8, INK, round_ends=True)
        pen.path((x - 14, 46), (x, 80), (x + 14, 46))
        outline(pen, GOLD)
        pen.path((x - 15, 46), (x - 12, 30, x + 12, 30, x + 15, 46), close=True, fill=True)


def _idea(pen: Pen) -> None:
    outline(pen, GOLD)
    pen.path((38, 30), (38, 42, 20, 48, 20, 66), (20, 106, 80, 106, 80, 66), (80, 48, 62, 42, 62, 30), close=True,
             fill=True)
    outline(pen)
    pen.round_box(38, 14, 24, 16, 3, fill=True)
    pen.line(44, 6, 56, 6)


def _clock(pen: Pen) -> None:
    clock(pen, 50, 50, 42, 3, 15)


def clocks(start: int, end: int) -> Callable[[Pen], None]:
    """From one time to another, in minutes after midnight: two clocks and an arrow from the first to the second."""

    def paint(pen: Pen) -> None:
        clock(pen, 31, 67, 28, start / 60 % 12)
        clock(pen, 70, 31, 28, end / 60 % 12)
        marks.arrow(pen, 64, 84, 80, 66, LINE, 13)

    return paint


def _place(pen: Pen) -> None:
    outline(pen, GOLD)
    pen.path((50, 6), (38, 28, 20, 44, 20, 64), (20, 106, 80, 106, 80, 64), (80, 44, 62, 28, 50, 6), close=True,
             fill=True)
    outline(pen)
    pen.circle(50, 65, 13, fill=True)


def _tick(pen: Pen) -> None:
    outline(pen, GOLD)
    pen.circle(50, 50, 42, fill=True)
    tick(pen, 24, 24, 52, halo=False)


def _cross(pen: Pen) -> None:
    outline(pen)
    pen.circle(50, 50, 42, fill=True)
    crossed(pen, 50, 50, 19)


def _choice(pen: Pen) -> None:
    outline(pen, GOLD)
    pen.round_box(4, 28, 42, 42, 7, fill=True)
    tick(pen, 11, 36, 28, halo=False)
    outline(pen)
    pen.round_box(54, 28, 42, 42, 7, fill=True)
    pen.stroke(7, INK, round_ends=True)
    pen.line(65, 39, 85, 59)
    pen.line(65, 59, 85, 39)


def _stop(pen: Pen) -> None:
    outline(pen, GOLD)
    corners = [(50 + 43 * math.cos(math.radians(22.5 + turn * 45)), 50 + 43 * math.sin(math.radians(22.5 + turn * 45)))
               for turn in range(8)]
    pen.path(*corners, close=True, fill=True)
    pen.stroke(15, INK)
    pen.line(26, 50, 74, 50)


def _warning(pen: Pen) -> None:
    marks.warning(pen, 50, 46, 44, GOLD)


def _question(pen: Pen) -> None:
    outline(pen, GOLD)
    pen.circle(50, 50, 42, fill=True)
    question(pen, 49, 23, 54)


PAINTS: dict[Picture, Callable[[Pen], None]] = {
    Picture.PHONE: _phone, Picture.DIAL: _phone, Picture.TEXT: _text, Picture.PHONE_OFF: _phone_off,
    Picture.CAMERA: _camera, Picture.NO_PHOTO: _no_photo, Picture.PRIVATE: _private,
    Picture.NOT_PRIVATE: _not_private, Picture.LOCKED_AWAY: _locked_away, Picture.PAPER: _paper, Picture.WRITE: _write,
    Picture.LIST: _list, Picture.CROSS_OUT: _cross_out, Picture.READ: _read, Picture.CALENDAR: _calendar,
    Picture.AGAIN: _again, Picture.CUP: _cup, Picture.WATER: _water, Picture.FOOD: _food, Picture.NO_DRINK: _no_drink,
    Picture.DOCTOR: _doctor, Picture.NOT_DOCTOR: _not_doctor, Picture.LAW: _law, Picture.IDEA: _idea,
    Picture.CLOCK: _clock, Picture.PLACE: _place, Picture.TICK: _tick, Picture.CROSS: _cross,
    Picture.CHOICE: _choice, Picture.STOP: _stop, Picture.WARNING: _warning, Picture.QUESTION: _question,
}
