"""Lays the evening: the strip to scale, parts with their clock time, and the agreement's clauses."""

from __future__ import annotations

from typing import Any

from facilitator.documents import blocks as b
from facilitator.documents.render import marks
from facilitator.documents.render.arranged import UNDER_AGAIN, Grouped, Inset, Read, Side, Stack, Whole
from facilitator.documents.render.flow import Flow, Maker
from facilitator.documents.render.laid import Across, Laid, Picture
from facilitator.documents.render.lay_boxes import barred
from facilitator.documents.render.lay_text import say
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import MM, TEAL, WHITE, Type
from facilitator.documents.render.tags import NUMBERED, Handle
from facilitator.documents.words import join, rich
from facilitator.model.agenda import Give, LineKind, clock_text

_BAR, _STRIP = 2.0, 4.0
"""Height of the bars, and of the strip with its clock, as parts of the size of their words."""
_TICK_EVERY = 5
_SMALL_WORD = 3
"""Letters of words that say little without the next one."""


def strip(flow: Flow, block: b.Strip, width: float) -> Laid:
    """Every part as wide as it is long, the clock under it."""
    total = max(1, sum(part.minutes for part in block.parts))
    size = flow.size(Type.STRIP)
    bar = size * _BAR

    def paint(pen: Pen, wide: float, high: float) -> None:
        x, foot = 0.0, high - bar
        for part in block.parts:
            share = wide * part.minutes / total
            if share >= 3:
                marks.give_mark(pen, x + 0.7, foot, share - 1.4, bar, part.give)
                _strip_label(flow, pen, part, x, share, foot)
            x += share
        _clock_ticks(flow, pen, block.start_minute, total, wide, foot)

    return Picture(width, size * _STRIP, paint, block.alt)


def _strip_label(flow: Flow, pen: Pen, part: b.StripPart, x: float, share: float, foot: float) -> None:
    """Number and as many words of the title as fit, else the number, else nothing: the parts below carry both."""
    type_ = flow.style.types[Type.STRIP]
    words = part.title.split()
    # Cut short it never ends in a small word, such as “and”, that leaves one waiting.
    counts = [count for count in range(len(words), 0, -1) if count == len(words) or len(words[count - 1]) > _SMALL_WORD]
    labels = [f"{part.number} \u00a0{' '.join(words[:count])}" for count in counts]
    for label, air in (*((label, 10.0) for label in labels), (str(part.number), 4.0)):
        line = flow.setter.line(label, type_)
        if line.width <= share - air:
            colour = WHITE if part.give is Give.FIXED else TEAL
            up = foot + type_.size * (_BAR / 2 - 0.34)
            pen.lines(x + (share - line.width) / 2, up, (line,), type_, type_.leading, colour=colour)
            return


def _clock_ticks(flow: Flow, pen: Pen, start: int, total: int, wide: float, foot: float) -> None:
    """A tick every five minutes and the time at every quarter of an hour; fewer of both on a long day."""
    plain = flow.style.types[Type.TICK_TIME]
    every = _TICK_EVERY * max(1, round(total / 120))
    labelled = every * 3
    pen.stroke(0.75)
    for minute in range(0, total + 1, every):
        x = min(max(wide * minute / total, 0.4), wide - 0.4)
        pen.line(x, foot - 3, x, foot - (8 if minute % labelled == 0 else 5.5))
    pen.line(wide - 0.4, foot - 3, wide - 0.4, foot - 8)
    room = flow.setter.width("00:00", plain) * 1.3
    last = clock_text(start + total)
    for minute in [*range(0, total, labelled), total]:
        ends = minute in (0, total)
        if not ends and (wide * (total - minute) / total < room * 1.2 or wide * minute / total < room):
            continue
        type_ = flow.style.types[Type.TICK_TIME_END] if ends else plain
        line = flow.setter.line(last if minute == total else clock_text(start + minute), type_)
        x = wide * minute / total - line.width / 2
        pen.lines(min(max(x, 0), wide - line.width), foot - 9 - type_.size, (line,), type_, type_.leading)


def part(flow: Flow, block: b.Part, width: float) -> Laid:
    """A part of the evening: time, length and what may give at the left, everything else beside."""
    axis = flow.style.clock_axis
    hang = axis - 3 * MM
    size = flow.size(Type.SMALL)

    def glyph(pen: Pen, wide: float, high: float) -> None:
        marks.give_mark(pen, 0, -1.5, size, size * 0.8, block.give)

    mark = Picture(size * 1.2, size, glyph, ascent=size)
    clock = flow.words(block.clock, Type.CLOCK, hang)
    length = flow.words(block.length, Type.SMALL_STRONG, hang)
    gives = flow.words(block.give_words, Type.SMALL, hang - size * 1.28)
    wide = width - axis
    again = Side(((0.0, flow.words(block.clock, Type.SMALL_STRONG, hang, None)),
                  (axis, flow.words(f"{block.title} …", Type.SMALL_STRONG, wide, None))), width)
    room = flow.room - again.height - UNDER_AGAIN
    left = Whole(Stack([clock, length, Side(((0.0, mark), (size * 1.28, gives)), hang)], [0.0, 0.0, 0.0], hang),
                 room)
    lead_width = min(flow.text_width(block.leader, Type.STRONG) + 0.5, wide * 0.4)
    leads = flow.words(block.leader, Type.STRONG, lead_width, right=True)
    title = flow.words(block.title, Type.HEADING, wide - lead_width - 4 * MM, "H2")
    head = Whole(Side(((0.0, title), (wide - lead_width, leads)), wide), room, with_next=True)
    right = flow.stack([head, *(_part_line(flow, line, wide, room) for line in block.lines)], 4, wide)
    # Read out: what it is, when and how long, who leads, then the words. On paper the time hangs at the left.
    first = tuple(words.handle for words in (title, clock, length, gives, leads) if words.handle is not None)
    body = Read(Side(((0.0, left), (axis, right)), width), first, again)
    return Stack([Across(width, 0.75), body], [0.0, flow.air(4)], width, keep=not flow.fit.cut)


def _part_line(flow: Flow, line: b.PartLine, width: float, room: float) -> Laid:
    if line.kind is LineKind.SAY:
        # Nobody turns a page in the middle of what they read aloud.
        return Whole(say(flow, line.text, width), room)
    if line.kind is LineKind.AT:
        across, bar = 9.0, 3 * MM
        said = join(rich("<b>{at}:</b> ", at=line.at), line.text) if line.at else line.text
        return Inset(flow.words(said, Type.BODY, width - bar - 2 * across), across + bar, width,
                     barred(bar, triangle=False, weight=0.9, radius=1.6 * MM), 5, 2.5)
    return flow.words(line.text, Type.SMALL, width)


def clauses(flow: Flow, block: b.Clauses, width: float) -> Laid:
    """Clauses under their theme: a big line to read aloud, a small line of why."""
    axis, number = flow.style.theme_axis, flow.size(Type.CLAUSE) * 1.62
    wide = width - axis
    reasons = not (block.give and flow.fit.spare >= block.give)
    rows: list[Laid] = []
    for clause in block.clauses:
        kids = [flow.words(clause.text, Type.CLAUSE, wide - number)]
        if clause.why and reasons:
            kids.append(flow.words(clause.why, Type.REASON, wide - number))
        body = Stack(kids, [0.0] * len(kids), wide - number, Handle("LBody"))
        rows.append(Side(((0.0, flow.words(clause.number, Type.CLAUSE_NUMBER, number, "Lbl")), (number, body)), wide,
                         handle=Handle("LI")))
    listed = Grouped(flow.stack(rows, 4.5, wide), Handle("L", NUMBERED))
    theme = flow.words(block.theme, Type.LABEL, axis - 2 * MM, "H2")
    return Stack([Across(width, 1.5, TEAL), Side(((0.0, theme), (axis, listed)), width)], [0.0, flow.air(4)], width)


MAKERS: dict[type[Any], Maker] = {b.Strip: strip, b.Part: part, b.Clauses: clauses}
