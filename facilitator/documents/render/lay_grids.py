"""Lays what is looked up by its left edge: answers by their label, clock times for the wall, names by days."""

from __future__ import annotations

from typing import Any

from facilitator.documents import blocks as b
from facilitator.documents.render import marks
from facilitator.documents.render.arranged import Align, Grouped, Inset, Side, Stack, Whole
from facilitator.documents.render.flow import Flow, Maker
from facilitator.documents.render.laid import Across, Gap, Laid, Picture
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import MM, Type
from facilitator.documents.render.tags import COLUMN_HEAD, ROW_HEAD, Handle

_PITCH, _LEAST_PITCH = 11 * MM, 9 * MM
_DAY = 11.6 * MM
_ROW = 9.6 * MM
_CLOSER = 0.6
"""What is left of the air round a big clock time where room is short: its leading keeps the lines apart."""


def pairs(flow: Flow, block: b.Pairs, width: float) -> Laid:
    """Label and answer between thin lines; a line to write on where there is no answer."""
    axis = flow.style.verb_axis
    rows: list[Laid] = [Across(width, 0.75)]
    gaps: list[float] = [0.0]
    for pair in block.pairs:
        label = Grouped(flow.words(pair.label, Type.VERB, axis - 3 * MM), Handle("TH", ROW_HEAD))
        answer = Grouped(flow.words(pair.text, Type.HERO_UNCHECKED, width - axis) if pair.text
                         else _lines(flow, pair.lines, width - axis), Handle("TD"))
        row = Side(((0.0, label), (axis, answer)), width, handle=Handle("TR"))
        # The line under a row stays with it where a page ends: it may be the one to write on.
        rows += [Whole(row, flow.room), Across(width, 0.75, with_next=False)]
        gaps += [flow.air(9), flow.air(11)]
    return Stack(rows, gaps, width, Handle("Table"))


def _lines(flow: Flow, count: int, width: float) -> Laid:
    pitch = max(_LEAST_PITCH, flow.air(_PITCH))

    def paint(pen: Pen, wide: float, high: float) -> None:
        pen.stroke(0.6)
        for place in range(1, count):
            pen.line(0, high - place * pitch, wide, high - place * pitch)

    return Inset(Gap(count * pitch - 6, width), 0, width, paint)


def clocks(flow: Flow, block: b.Clocks, width: float) -> Laid:
    """Big clock times at the left, what begins then beside them."""
    axis, part = flow.style.wall_axis, _CLOSER if flow.fit.close else 1.0
    rows: list[Laid] = []
    gaps: list[float] = []
    for line in block.lines:
        clock = Grouped(flow.words(line.clock, Type.WALL_CLOCK, axis), Handle("TH", ROW_HEAD))
        told = Stack([flow.words(line.text, Type.WALL_LINE, width - axis),
                      flow.words(line.note, Type.INTRO, width - axis)], [0.0, 0.0], width - axis)
        rows += [Across(width, 0.75), Whole(Side(((0.0, clock), (axis, Grouped(told, Handle("TD")))), width,
                                                 handle=Handle("TR")), flow.room)]
        gaps += [flow.air(9 * part), flow.air(7 * part)]
    return Stack(rows, gaps, width, Handle("Table"))


def tick_grid(flow: Flow, block: b.TickGrid, width: float) -> Laid:
    """Names at the left, a column for each day, the days on every side."""
    day = _DAY * flow.style.scale
    name = width - day * len(block.days)
    size = flow.size(Type.BODY)
    head: list[tuple[float, Laid]] = [(0.0, Grouped(flow.words(block.name, Type.SMALL_STRONG, name),
                                                    Handle("TH", COLUMN_HEAD)))]
    head += [(name + place * day, Grouped(flow.words(text, Type.SMALL_STRONG, day), Handle("TH", COLUMN_HEAD)))
             for place, text in enumerate(block.days)]
    rows: list[Laid] = [Side(head, width, Align.FOOT, Handle("TR"), with_next=True), Across(width, 1.5)]
    height = max(_ROW, flow.air(_ROW))
    above = sum(row.height for row in rows) + flow.air(2)

    def ticked(pen: Pen, wide: float, high: float) -> None:
        with pen.moved(day * 0.18, 0):
            marks.tick(pen, size)

    def away(pen: Pen, wide: float, high: float) -> None:
        pen.stroke(1.2)
        pen.line(day * 0.2, size * 0.45, day * 0.2 + size * 0.7, size * 0.45)

    def rules(pen: Pen, wide: float, high: float) -> None:
        pen.stroke(0.6)
        for place in range(len(block.days)):
            x = name + place * day - 4
            pen.line(x, 0, x, high)
        pen.line(0, 0, wide, 0)

    for who, cells in block.rows:
        said = flow.words(who, Type.BODY, name - 8) if who else Gap(1.0, name - 8)
        made: list[tuple[float, Laid]] = [(0.0, Grouped(said, Handle("TH", ROW_HEAD)))]
        for place, word in enumerate(cells):
            inside: Laid = Picture(day - 8, size, ticked if word == block.here else away, word) if word \
                else Gap(1.0, day - 8)
            made.append((name + place * day, Grouped(inside, Handle("TD"))))
        row = Side(made, width, Align.MIDDLE, Handle("TR"), least=height)
        rows.append(Whole(Inset(row, 0, width, rules), flow.room - above))
    return Stack(rows, [0.0, flow.air(2), *([0.0] * len(block.rows))], width, Handle("Table"), repeat=2)


MAKERS: dict[type[Any], Maker] = {b.Pairs: pairs, b.Clocks: clocks, b.TickGrid: tick_grid}
