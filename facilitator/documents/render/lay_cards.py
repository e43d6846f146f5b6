"""Lays cards to cut out: as many as fill a side, dashes between them, and lines to answer with a face."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from facilitator.documents import blocks as b
from facilitator.documents.render import marks
from facilitator.documents.render.arranged import Align, Aside, Grouped, Inset, Side, Stack, Whole
from facilitator.documents.render.flow import Flow, Maker
from facilitator.documents.render.laid import Across, Gap, Laid
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import INK, MM, Type
from facilitator.documents.render.tags import COLUMN_HEAD, ROW_HEAD, Handle

_SAFE, _LEAST_SAFE = 5 * MM, 4.5 * MM
"""Nothing that is read stands nearer to a cut, nor does it where room is short."""
_FACE, _FACE_MOST = 4.2 * MM, 1.12
_SMILES = (1.0, 0.0, -1.0)


def cards(flow: Flow, block: b.Cards, width: float) -> Laid:
    """Cards of one size, in rows that are never cut; what is only a copy is read out once."""
    wide, down = width / block.columns, _LEAST_SAFE if flow.fit.close else _SAFE
    inner = [flow.lay_all(card, wide - 2 * _SAFE) for card in block.cards]
    tallest = max((piece.height for piece in inner), default=0.0) + 2 * down
    height = max(tallest, (flow.room - 1) / block.rows)
    made: list[Laid] = []
    for place, piece in enumerate(inner):
        once: Laid = Aside(piece, with_next=False) if block.copies and place else piece
        right = (place + 1) % block.columns == 0 or place == len(inner) - 1
        foot = (place // block.columns + 1) % block.rows == 0 or place + block.columns >= len(inner)
        made.append(Inset(once, _SAFE, wide, _dashes(right, foot), down, down, height))
    rows: list[Laid] = []
    for start in range(0, len(made), block.columns):
        row = Side([(at * wide, card) for at, card in enumerate(made[start:start + block.columns])], width, Align.TOP)
        rows.append(Whole(row, flow.room))
    return Stack(rows, [0.0] * len(rows), width)


def _dashes(right: bool, foot: bool) -> Callable[[Pen, float, float], None]:
    """Where to cut, drawn once between two cards: two dashes over one another would not meet."""

    def paint(pen: Pen, width: float, height: float) -> None:
        pen.stroke(0.6, INK, dash=(4, 3))
        pen.line(0, height, width, height)
        pen.line(0, 0, 0, height)
        if right:
            pen.line(width, 0, width, height)
        if foot:
            pen.line(0, 0, width, 0)

    return paint


def card_title(flow: Flow, block: b.CardTitle, width: float) -> Laid:
    """The head of a card; the first one is the head of the sheet as well."""
    type_ = Type.CARD_CLAUSE if block.clause else Type.CARD_TITLE
    return flow.words(block.text, type_, width, "H1" if block.first else "H2", with_next=True)


def faces(flow: Flow, block: b.Faces, width: float) -> Laid:
    """The words once above, then a line for each question with three faces."""
    radius = _FACE * min(flow.style.scale, _FACE_MOST)
    column = max(2 * radius + 3 * MM, *(flow.text_width(word, Type.SMALL_STRONG) + 3 * MM for word in block.words))
    asked = width - 3 * column
    starts = [asked + place * column for place in range(3)]
    head: list[tuple[float, Laid]] = [(0.0, Grouped(Gap(0.0, asked), Handle("TD")))]
    for at, word in zip(starts, block.words, strict=True):
        words = flow.words(word, Type.SMALL_STRONG, column)
        middle = Inset(words, (column - flow.text_width(word, Type.SMALL_STRONG)) / 2, column, _nothing)
        head.append((at, Grouped(middle, Handle("TH", COLUMN_HEAD))))
    rows: list[Laid] = [Side(head, width, handle=Handle("TR"), with_next=True)]

    def row(pen: Pen, wide: float, high: float) -> None:
        for at, smile in zip(starts, _SMILES, strict=True):
            marks.face(pen, at + column / 2, high / 2, radius, smile)

    for text in block.asked:
        cells: list[tuple[float, Laid]] = [
            (0.0, Grouped(flow.words(text, Type.BODY, asked - 2 * MM), Handle("TH", ROW_HEAD)))]
        cells += [(at, Grouped(Gap(1.0, column), Handle("TD"))) for at in starts]
        line = Side(cells, width, Align.MIDDLE, Handle("TR"), least=2 * radius + flow.air(5))
        rows += [Across(width, 0.6), Inset(line, 0, width, row)]
    return Stack(rows, [flow.air(2)] * len(rows), width, Handle("Table"))


def _nothing(pen: Pen, width: float, height: float) -> None:
    """Nothing behind."""


MAKERS: dict[type[Any], Maker] = {b.Cards: cards, b.CardTitle: card_title, b.Faces: faces}
