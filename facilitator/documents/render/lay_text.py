"""Lays titles, headings, paragraphs, lists and steps."""

from __future__ import annotations

from typing import Any

from facilitator.documents import blocks as b
from facilitator.documents.render import marks
from facilitator.documents.render.arranged import Align, Grouped, Inset, Side, Whole
from facilitator.documents.render.flow import Flow, Maker
from facilitator.documents.render.laid import Across, Laid, NewPage, Picture
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import INK, MM, TEAL, Type
from facilitator.documents.render.tags import DOTTED, NUMBERED, Handle
from facilitator.documents.words import Span, Text, join, plain

_RANKS = {b.Rank.INTRO: Type.INTRO, b.Rank.BODY: Type.BODY, b.Rank.STRONG: Type.STRONG, b.Rank.SMALL: Type.SMALL}


_FEW = 3
"""Steps that may part anywhere."""


def title(flow: Flow, block: b.Title, width: float) -> Laid:
    """The title; on a poster broken on purpose, and in one line when room is short."""
    if block.lines:
        if flow.fit.spare:
            return flow.words(block.text, Type.POSTER_TITLE_SHORT, width, "H1", balance=True)
        return flow.words("\n".join(block.lines), Type.POSTER_TITLE, width, "H1")
    return flow.words(block.text, Type.TITLE, width, "H1", balance=True)


def heading(flow: Flow, block: b.Heading, width: float) -> Laid:
    """The head of a part."""
    return flow.words(block.text, Type.HEADING, width, "H2", balance=True, with_next=True)


def para(flow: Flow, block: b.Para, width: float) -> Laid | None:
    """A paragraph, never wider than is easy to read."""
    text = block.short if block.give and flow.fit.spare >= block.give else block.text
    if not plain(text):
        return None
    wide = width if block.rank is b.Rank.INTRO else min(width, flow.style.measure + 22 * MM)
    return flow.words(text, _RANKS[block.rank], wide)


def rule(flow: Flow, block: b.Rule, width: float) -> Laid | None:
    """A line across: thin between parts, teal and heavy between groups."""
    if block.give and flow.fit.spare >= block.give:
        return None
    return Across(width, 1.5, TEAL) if block.heavy else Across(width, 0.75, INK)


def page_break(flow: Flow, block: b.PageBreak, width: float) -> Laid | None:
    """A new side."""
    return NewPage() if flow.fit.turn else None


def say(flow: Flow, text: Text, width: float, type_: Type = Type.BODY) -> Laid:
    """Words to say aloud: a bar at the left."""

    def bar(pen: Pen, wide: float, high: float) -> None:
        pen.stroke(2.4, TEAL, round_ends=True)
        pen.line(1.2, 3.5, 1.2, high - 2)

    return Inset(flow.words(text, type_, width - 9), 9, width, bar)


def hang(flow: Flow, block: b.Hang, width: float) -> Laid:
    """The head at the left, its blocks beside it; above them where lines are short."""
    if flow.style.narrow:
        told = [heading(flow, b.Heading(block.text), width), flow.lay_all(block.blocks, width)]
        return Whole(flow.stack(told, 2, width), flow.room)
    axis = flow.style.verb_axis
    head = flow.words(block.text, Type.VERB, axis - 4 * MM, "H2")
    return Whole(Side(((0.0, head), (axis, flow.lay_all(block.blocks, width - axis))), width), flow.room)


def said(flow: Flow, block: b.Say, width: float) -> Laid:
    """Words to say, one below the other."""
    wide = min(width, flow.style.measure)
    return flow.stack([say(flow, text, wide) for text in block.lines], 5, width)


def mark_picture(flow: Flow, mark: b.Mark, type_: Type) -> Picture:
    """The sign before a line of a list, on that line's first baseline."""
    size = flow.size(type_)

    def dot(pen: Pen, wide: float, high: float) -> None:
        pen.fill(INK)
        pen.circle(size * 0.22, size * 0.36, size * 0.14, fill=True, stroke=False)

    def box(pen: Pen, wide: float, high: float) -> None:
        edge = size * 0.8
        marks.tick_box(pen, 0.5, -size * 0.05, edge)

    def cross(pen: Pen, wide: float, high: float) -> None:
        marks.cross(pen, 0, -size * 0.07, size * 0.8)

    paint = {b.Mark.DOT: dot, b.Mark.TICK_BOX: box, b.Mark.CROSS: cross}[mark]
    return Picture(size, size, paint, ascent=size)


def item(flow: Flow, text: Text, mark: b.Mark, type_: Type, width: float) -> Laid:
    """A line of a list with its sign."""
    indent = flow.size(type_) * {b.Mark.DOT: 0.9, b.Mark.TICK_BOX: 1.45, b.Mark.CROSS: 1.3}[mark]
    return Side(((0.0, mark_picture(flow, mark, type_)),
                 (indent, flow.words(text, type_, width - indent, "LBody"))), width, handle=Handle("LI"))


def item_list(flow: Flow, texts: tuple[Text, ...], mark: b.Mark, type_: Type, width: float, gap: float,
              columns: int = 1) -> Laid:
    """A list with signs, in columns that are read downwards."""
    between = 4 * MM if columns > 2 else 5 * MM
    wide = (width - between * (columns - 1)) / columns
    rows = -(-len(texts) // columns)
    cells = [(place * (wide + between),
              flow.stack([item(flow, text, mark, type_, wide) for text in texts[place * rows:(place + 1) * rows]],
                         gap, wide)) for place in range(columns)]
    return Grouped(Side(cells, width, Align.TOP) if columns > 1 else cells[0][1], Handle("L", DOTTED))


def items(flow: Flow, block: b.Items, width: float) -> Laid:
    """A list."""
    type_ = Type.SMALL if block.small else Type.BODY
    gap = {b.Mark.DOT: 2.0, b.Mark.TICK_BOX: 3.0, b.Mark.CROSS: 1.0}[block.mark]
    return item_list(flow, block.items, block.mark, type_, min(width, flow.style.measure + 22 * MM),
                     2.0 if block.small else gap, min(block.columns, 2) if flow.style.narrow else block.columns)


def steps(flow: Flow, block: b.Steps, width: float) -> Laid:
    """Numbered steps: a big number beside them, or their verb at the left. The last of many never goes over alone."""
    many = len(block.steps) > _FEW
    if block.axis is b.Axis.VERBS:
        number = (6.5 if len(block.steps) < 10 else 9.5) * MM
        rows = [_verb(flow, place, step, number, width, many and place == len(block.steps) - 1)
                for place, step in enumerate(block.steps, 1)]
        return flow.stack(rows, 8, width, handle=Handle("L", NUMBERED))
    rows = [_numbered(flow, place, step, width, many and place == len(block.steps) - 1)
            for place, step in enumerate(block.steps, 1)]
    return flow.stack(rows, flow.style.paragraph * 0.35, width, handle=Handle("L", NUMBERED))


def _numbered(flow: Flow, place: int, step: b.Step, width: float, with_next: bool) -> Laid:
    axis = flow.style.step_axis
    wide = min(width - axis, flow.style.measure)
    key: Text = (Span(step.key + ". ", True),) if step.key else ""
    body = flow.words(join(key, step.text), Type.BODY, wide, "P")
    said = [say(flow, text, wide) for text in step.say]
    return Side(((0.0, flow.words(str(place), Type.NUMBER, axis, "Lbl")),
                 (axis, Grouped(flow.stack([body, *said], 3, wide), Handle("LBody")))), width, handle=Handle("LI"),
                with_next=with_next)


def _verb(flow: Flow, place: int, step: b.Step, number: float, width: float, with_next: bool) -> Laid:
    axis, wide = flow.style.verb_axis, width - flow.style.verb_axis
    body = flow.stack([flow.words(step.text, Type.BODY, wide), *(say(flow, text, wide) for text in step.say)], 3, wide)
    inside = Handle("LBody")
    return Side(((0.0, flow.words(str(place), Type.VERB, number, "Lbl")),
                 (number, Grouped(flow.words(step.key, Type.VERB, axis - number - 2 * MM), inside)),
                 (axis, Grouped(body, inside))), width, handle=Handle("LI"), with_next=with_next)


MAKERS: dict[type[Any], Maker] = {
    b.Title: title, b.Heading: heading, b.Para: para, b.Rule: rule, b.PageBreak: page_break, b.Items: items,
    b.Steps: steps, b.Hang: hang, b.Say: said,
}
