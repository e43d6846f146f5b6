"""Lays tables, and the numbers to ring or text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator.documents import blocks as b
from facilitator.documents.render import marks
from facilitator.documents.render.arranged import Align, Grouped, Inset, Side, Stack, Whole
from facilitator.documents.render.flow import Flow, Maker
from facilitator.documents.render.laid import Across, Gap, Laid, Picture
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import INK, MM, WHITE, Type
from facilitator.documents.render.tags import COLUMN_HEAD, ROW_HEAD, Handle

_WIDTHS = {b.ColumnKind.COUNT: 19 * MM, b.ColumnKind.NOTE: 28 * MM}
_WIDEST = 36 * MM
_GAP = 3 * MM
_FLAG = 4.6 * MM
"""How far the bar of personal data sets words in."""
_NUMBER, _NUMBER_ALONE = 56 * MM, 66 * MM
"""Width of the numbers, with and without who checked them; the same in every part of a sheet."""
_STATE = 36.5 * MM
"""Width of when it was checked: the longest month and its year in a line."""
_CELLS = {b.ColumnKind.NAME: Type.BODY, b.ColumnKind.COUNT: Type.COUNT, b.ColumnKind.NOTE: Type.SMALL}


def table(flow: Flow, block: b.Table, width: float) -> Laid:
    """A table with a line under every row; its name column takes the room that is left."""
    fixed = [_column_width(flow, column) for column in block.columns]
    free = (width - sum(fixed) - _GAP * (len(fixed) - 1)) / max(1, fixed.count(0.0))
    wide = [given or free for given in fixed]
    head = [Grouped(flow.words(column.title, Type.SMALL_STRONG, at), Handle("TH", COLUMN_HEAD))
            for column, at in zip(block.columns, wide, strict=True)]
    kids: list[Laid] = [_row(head, wide, width, with_next=True), Across(width, 1.5)]
    gaps = [0.0, flow.air(1.0)]
    for at_row, row in enumerate(block.rows, 1):
        cells = [_cell(flow, column, text, at, place, row.flagged)
                 for place, (column, text, at) in enumerate(zip(block.columns, row.cells, wide, strict=True))]
        # The last row never goes over to the next page alone.
        kids += [_row(cells, wide, width, with_next=True), Across(width, 0.6, with_next=at_row == len(block.rows) - 1)]
        gaps += [flow.air(3.4), flow.air(2.6)]
    return Stack(kids, gaps, width, Handle("Table"), repeat=2)


def _column_width(flow: Flow, column: b.Column) -> float:
    """As its kind wants it, wider for a long heading; 0 for the one that takes what is left."""
    least, widest = _WIDTHS.get(column.kind, 0.0) * flow.style.scale, _WIDEST * flow.style.scale
    return max(least, min(flow.text_width(column.title, Type.SMALL_STRONG) + 1, widest)) if least else 0.0


def _row(cells: list[Grouped], widths: list[float], width: float, with_next: bool) -> Side:
    at, out = 0.0, []
    for cell, wide in zip(cells, widths, strict=True):
        out.append((at, cell))
        at += wide + _GAP
    return Side(out, width, handle=Handle("TR"), with_next=with_next)


def _cell(flow: Flow, column: b.Column, text: Any, width: float, place: int, flagged: bool) -> Grouped:
    type_ = _CELLS[column.kind]
    handle = Handle("TH", ROW_HEAD) if place == 0 else Handle("TD")
    if place == 0 and flagged:
        size, indent = flow.size(type_), _FLAG * flow.style.scale

        def paint(pen: Pen, wide: float, high: float) -> None:
            marks.flag(pen, 0, 0, size)

        flag = Picture(indent, size, paint, ascent=size)
        return Grouped(Side(((0.0, flag), (indent, flow.words(text, type_, width - indent))), width), handle)
    return Grouped(flow.words(text, type_, width), handle)


def contacts(flow: Flow, block: b.Contacts, width: float) -> Laid:
    """Names at the left, numbers as the hero, and who checked them; without checks the numbers have more room."""
    state = any(contact.checked or contact.verify for contact in block.contacts)
    last = _STATE if state and not flow.style.narrow else 0.0
    number = (_NUMBER if last else _NUMBER_ALONE) * flow.style.scale
    gap = 4 * MM
    name = width - number - gap - (last + gap if last else 0)
    rows: list[Laid] = []
    gaps: list[float] = []
    for contact in block.contacts:
        cells: list[tuple[float, Laid]] = [
            (0.0, Grouped(Stack([flow.words(contact.name, Type.CONTACT, name),
                                 flow.words(contact.what, Type.CONTACT_NOTE, name)], [0.0, 0.0], name),
                          Handle("TH", ROW_HEAD))),
            (name + gap, Grouped(_number(flow, contact, block, number, below=state and not last), Handle("TD")))]
        if last:
            cells.append((name + number + 2 * gap, Grouped(_state(flow, contact, block.verify, last), Handle("TD"))))
        rows += [Across(width, 0.75), Whole(Side(cells, width, Align.MIDDLE, Handle("TR")), flow.room)]
        gaps += [flow.air(4.2), flow.air(4.2)]
    body = Stack(rows, gaps, width, Handle("Table"))
    head = flow.words(block.title, Type.HEADING, width, "H2", with_next=True)
    return Stack([head, body], [0.0, flow.air(2.0)], width, repeat=1)


def _number(flow: Flow, contact: b.Contact, block: b.Contacts, width: float, below: bool) -> Laid:
    """The number, and who checked it below where there is no room beside it."""
    hero = _hero(flow, contact, width)
    if not below:
        return hero
    whole = replace(contact, checked=" ".join(contact.checked.split()))
    return Stack([hero, _state(flow, whole, " ".join(block.verify.split()), width)], [0.0, flow.air(2)], width)


def _hero(flow: Flow, contact: b.Contact, width: float) -> Laid:
    """The number in one piece, after how to reach it when that is not by ringing; under it where room is short."""
    type_ = Type.HERO_UNCHECKED if contact.verify else Type.HERO
    whole = contact.number.replace(" ", "\u00a0")
    wide = flow.text_width(whole, type_)
    number = whole if wide <= width else contact.number
    if not contact.channel:
        return flow.words(number, type_, width)
    lead = flow.text_width(contact.channel, Type.BODY) + 3 * MM
    if lead + wide > width:
        pair = [flow.words(contact.channel, Type.BODY, width), flow.words(number, type_, width)]
        return Stack(pair, [0.0, 0.0], width)
    return Side(((0.0, flow.words(contact.channel, Type.BODY, lead)), (lead, flow.words(number, type_, width - lead))),
                width)


def _state(flow: Flow, contact: b.Contact, verify: str, width: float) -> Laid:
    """A tick and the date, or the stamp that asks for a check."""
    if contact.checked:
        size = flow.size(Type.SMALL)

        def paint(pen: Pen, wide: float, high: float) -> None:
            with pen.moved(0, -0.5):
                marks.tick(pen, size * 0.79)

        words = flow.words(contact.checked, Type.CONTACT_NOTE, width - size * 1.25)
        return Side(((0.0, Picture(size, size, paint, ascent=size)), (size * 1.25, words)), width)
    return stamp(flow, verify, width) if contact.verify else Gap(0.0, width)


def stamp(flow: Flow, text: str, width: float) -> Laid:
    """Dashed keyline and open triangle: it survives a bad copier, and nobody takes it for an approval."""
    size = flow.size(Type.STAMP)
    words = flow.words(text, Type.STAMP, width - size * 2.25 - 4)
    height = max(size * 2.6, words.height + 4)

    def paint(pen: Pen, wide: float, high: float) -> None:
        pen.stroke(1.1, INK, dash=(3, 2))
        pen.fill(WHITE)
        pen.round_box(0.6, 0.6, wide - 1.2, high - 1.2, 4, fill=True)
        marks.warning(pen, size * 1.15, high / 2 - 0.5, size * 0.62)

    air = (height - words.height) / 2
    return Inset(words, size * 2.25, width, paint, air - 0.6, air + 0.6)


MAKERS: dict[type[Any], Maker] = {b.Table: table, b.Contacts: contacts}
