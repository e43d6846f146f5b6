"""Lays what is filled in by hand: lines to write on, rows to sign in, circles to cross off, boxes, a code to type."""

from __future__ import annotations

from typing import Any

from facilitator.documents import blocks as b
from facilitator.documents.render import marks
from facilitator.documents.render.arranged import Align, Grouped, Inset, Side, Stack, Whole
from facilitator.documents.render.flow import Flow, Maker
from facilitator.documents.render.laid import Across, Gap, Laid, Picture
from facilitator.documents.render.lay_boxes import boxed, keyline
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import INK, MM, WHITE, Type
from facilitator.documents.render.tags import COLUMN_HEAD, ROW_HEAD, Handle

_PITCH = 11 * MM
_LEAST_PITCH = 9 * MM
_PER_ROW, _CIRCLE_GAP = 10, 3.4 * MM
_TOTAL = 17 * MM
_GROUPS_A_ROW, _FEWER_GROUPS = 4, 3
_SIT = 3.0
"""A line sits so much nearer to its question: a paragraph keeps spare leading under its last line."""


def write_lines(flow: Flow, block: b.WriteLines, width: float) -> Laid:
    """Labels with lines, side by side; the first line starts after its label."""
    short = block.give > 0 and flow.fit.spare >= block.give
    labels = block.labels[:1] if short and block.each == 1 else block.labels
    each = 1 if short else block.each
    gap = 8 * MM
    wide = (width - gap * (block.columns - 1)) / block.columns
    rows = [labels[start:start + block.columns] for start in range(0, len(labels), block.columns)]
    # A line to write on is never cut from its label, nor left out at the foot of a page.
    kids = [Whole(Side([(place * (wide + gap), _labelled(flow, label, each, wide)) for place, label in enumerate(row)],
                       width, Align.TOP), flow.room) for row in rows]
    return Stack(kids, [0.0] * len(kids), width)


def _labelled(flow: Flow, label: str, lines: int, width: float) -> Laid:
    pitch = max(_LEAST_PITCH, flow.air(_PITCH))
    words = flow.words(label, Type.BODY, width * 0.62)
    used = max((line.width for line in words.lines), default=-6.0) + 6
    rise = (len(words.lines) - 1) * words.leading if words.lines else 0.0

    def paint(pen: Pen, wide: float, high: float) -> None:
        pen.stroke(0.6)
        for place in range(lines):
            y = high - rise - (place + 1) * pitch
            pen.line(used if place == 0 else 0, y, wide, y)

    height = lines * pitch + rise + 1
    return Inset(words, 0, width, paint, above=pitch - 3.2 - flow.size(Type.BODY), least=height)


def ask(flow: Flow, block: b.Ask, width: float) -> Laid:
    """A question and its lines right across, kept together."""
    pitch = max(_LEAST_PITCH, flow.air(_PITCH))

    def paint(pen: Pen, wide: float, high: float) -> None:
        pen.stroke(0.6)
        for place in range(1, block.lines + 1):
            y = high - place * pitch + _SIT
            pen.line(0, y, wide, y)

    lines = Inset(Gap(block.lines * pitch - _SIT, width), 0, width, paint)
    kids = [*_asked(flow, block, width), lines]
    return Whole(Stack(kids, [0.0] * len(kids), width), flow.room)


def _asked(flow: Flow, block: b.Ask, width: float) -> list[Laid]:
    """The question, and its hint in the same line where both have room."""
    text = flow.words(block.text, Type.BODY, width)
    if not block.hint:
        return [text]
    start = flow.text_width(block.text, Type.BODY) + 4 * MM
    if start + flow.text_width(block.hint, Type.SMALL) > width:
        return [text, flow.words(block.hint, Type.SMALL, width)]
    beside = flow.words(block.hint, Type.SMALL, width - start)
    return [Side(((0.0, flow.words(block.text, Type.BODY, start)), (start, beside)), width)]


def circles(flow: Flow, block: b.Circles, width: float) -> Laid:
    """Numbered circles in rows of ten, every fifth heavier."""
    rows, across = -(-block.count // _PER_ROW), flow.style.circle
    pitch = (width - across - 1.2) / (_PER_ROW - 1)
    down = across + flow.air(_CIRCLE_GAP)
    height = rows * down - (down - across) + 2
    plain, five = flow.style.types[Type.CIRCLE], flow.style.types[Type.CIRCLE_FIVE]

    def paint(pen: Pen, wide: float, high: float) -> None:
        for place in range(block.count):
            row, column = divmod(place, _PER_ROW)
            x, y = column * pitch + across / 2 + 0.6, high - 1 - across / 2 - row * down
            heavy = (block.first + place) % 5 == 0
            pen.stroke(1.5 if heavy else 0.75)
            pen.fill(WHITE)
            pen.circle(x, y, across / 2, fill=True)
            type_ = five if heavy else plain
            line = flow.setter.line(str(block.first + place), type_)
            pen.lines(x - line.width / 2, y - type_.size * 0.333, (line,), type_, type_.leading)

    return Picture(width, height, paint, block.alt)


def blanks(flow: Flow, block: b.Blanks, width: float) -> Laid:
    """Empty boxes side by side, each with its label in it."""
    gap = 4 * MM
    wide = (width - gap * (len(block.labels) - 1)) / len(block.labels)
    cells: list[tuple[float, Laid]] = []
    for place, label in enumerate(block.labels):
        words = flow.words(label, Type.STRONG, wide - 20)
        inner = Stack([words, Gap(flow.air(_TOTAL))], [0.0, 0.0], wide - 20)
        cells.append((place * (wide + gap), boxed(flow, inner, wide, keyline(1.2), 10, 7)))
    return Side(cells, width, Align.TOP)


def sign_in(flow: Flow, block: b.SignIn, width: float) -> Laid:
    """Numbered rows to write in, with a box under each heading."""
    number, gap, box = 9 * MM * flow.style.scale, 5 * MM, 7 * MM * flow.style.scale
    ticks = [max(box, flow.text_width(title, Type.STRONG) + 1) for title in block.ticks]
    ticks = [max(wide, 20 * MM) if place < len(ticks) - 1 else wide for place, wide in enumerate(ticks)]
    name = width - number - sum(ticks) - gap * (len(ticks) + 1)
    starts = [0.0, number + gap, number + name + 2 * gap]
    for wide in ticks[:-1]:
        starts.append(starts[-1] + wide + gap)
    titles = [flow.words(block.name, Type.STRONG, name)] + [
        flow.words(title, Type.STRONG, wide) for title, wide in zip(block.ticks, ticks, strict=True)]
    head: list[tuple[float, Laid]] = [(0.0, Grouped(Gap(0.0, number), Handle("TD")))]
    head += [(at, Grouped(title, Handle("TH", COLUMN_HEAD))) for at, title in zip(starts[1:], titles, strict=True)]
    rows: list[Laid] = [Side(head, width, handle=Handle("TR"), with_next=True), Across(width, 1.5)]
    height = max(flow.style.least_row, flow.air(flow.style.row))

    def paint(pen: Pen, wide: float, high: float) -> None:
        marks.tick_box(pen, 0, 0, box)

    for place in range(block.first, block.first + block.rows):
        cells: list[tuple[float, Laid]] = [
            (0.0, Grouped(flow.words(str(place), Type.ROW_NUMBER, number), Handle("TH", ROW_HEAD))),
            (starts[1], Grouped(Gap(1.0, name), Handle("TD")))]
        cells += [(at, Grouped(Picture(box, box, paint), Handle("TD"))) for at in starts[2:]]
        rows.append(Side(cells, width, Align.MIDDLE, Handle("TR"), least=height, foot_line=0.6))
    return Stack(rows, [0.0, flow.air(1), *([0.0] * block.rows)], width, Handle("Table"))


def count_line(flow: Flow, block: b.CountLine, width: float) -> Laid:
    """Short blanks in one line, the last one a box to tick."""
    blank, gap = 15 * MM, 8.0
    x, cells, ends = 0.0, [], []
    for label in (*block.blanks, block.tick):
        words = flow.words(label, Type.BODY, width)
        wide = max((line.width for line in words.lines), default=0.0)
        cells.append((x, words))
        ends.append(x + wide + 5)
        x += wide + 5 + blank + gap
    if len(ends) > 1 and ends[-1] + 14 > width:
        return flow.stack([count_line(flow, b.CountLine(block.blanks[:1], block.blanks[1]), width),
                           count_line(flow, b.CountLine((), block.tick), width)] if len(block.blanks) > 1 else
                          [words for _, words in cells], 6, width)
    size = flow.size(Type.BODY)

    def paint(pen: Pen, wide: float, high: float) -> None:
        base = high - size
        pen.stroke(0.6)
        for at in ends[:-1]:
            pen.line(at, base - 2, at + blank, base - 2)
        marks.tick_box(pen, ends[-1] + 1, base - 1, size * 0.86)

    return Inset(Side(cells, width), 0, width, paint)


def done_line(flow: Flow, block: b.DoneLine, width: float) -> Laid:
    """A box to tick, and who did it."""
    size = flow.size(Type.BODY)
    indent = size * 1.5
    words = flow.words(block.label, Type.BODY, width - indent)
    end = indent + max((line.width for line in words.lines), default=0.0) + 6

    def paint(pen: Pen, wide: float, high: float) -> None:
        base = high - size
        marks.tick_box(pen, 0.5, base - 1, size * 0.86)
        pen.stroke(0.6)
        pen.line(end, base - 2, wide, base - 2)

    return Inset(words, indent, width, paint)


def code(flow: Flow, block: b.Code, width: float) -> Laid:
    """A code in groups, as big as is easily typed from; every group is read out by itself."""
    inner = width - 24
    a_row = _FEWER_GROUPS if flow.style.narrow else _GROUPS_A_ROW
    wide = inner / a_row
    rows: list[Laid] = []
    for start in range(0, len(block.groups), a_row):
        cells: list[tuple[float, Laid]] = []
        for place, group in enumerate(block.groups[start:start + a_row]):
            pair = [flow.words(str(start + place + 1), Type.SMALL, wide), flow.words(group, Type.CODE, wide)]
            cells.append((place * wide, Stack(pair, [0.0, 0.0], wide)))
        rows.append(Side(cells, inner, Align.TOP))
    return boxed(flow, flow.stack(rows, 8, inner), width, keyline(1.6, INK), 12, 10)


MAKERS: dict[type[Any], Maker] = {
    b.WriteLines: write_lines, b.Ask: ask, b.Circles: circles, b.Blanks: blanks, b.SignIn: sign_in,
    b.CountLine: count_line, b.DoneLine: done_line, b.Code: code,
}
