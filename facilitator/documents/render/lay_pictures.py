"""Lays rows of pictures and words: one idea a row, the picture left, the words right, a line between two of them."""

from __future__ import annotations

from typing import Any

from facilitator.documents import blocks as b
from facilitator.documents.render import marks
from facilitator.documents.render.arranged import Align, Grouped, Inset, Side, Stack, Whole
from facilitator.documents.render.figures.pictures import picture_of
from facilitator.documents.render.flow import Flow, Maker
from facilitator.documents.render.laid import Across, Laid, Picture
from facilitator.documents.render.lay_boxes import picture
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import MM, Type
from facilitator.documents.render.tags import DOTTED, NUMBERED, Handle

LEAST, _TIGHT = 0.76, 0.72
"""How much of a picture is left at the tightest step of the ladder, and how much air that step has."""
_WHOLE = 0.95
"""The air from which on a picture has its whole size."""
_NUMBER = 11 * MM
_BETWEEN, _AROUND = 3.0, 4.0
"""Points between the lines of a row, and above and below what stands in it."""
_FACE, _FACE_WORD, _FACE_GAP = 5.4 * MM, 2.8 * MM, 10 * MM
_BOX, _BOX_GAP = 11 * MM, 6 * MM


def picture_rows(flow: Flow, block: b.PictureRows, width: float) -> Laid:
    """Rows that are never cut, each a line of a list."""
    size = _size(flow)
    kids: list[Laid] = []
    for place, row in enumerate(block.rows):
        if place:
            kids.append(Across(width, 0.75, with_next=False))  # where a page ends, it closes what stands above
        kids.append(Whole(_row(flow, row, block, width, size), flow.room))
    numbered = any(row.step for row in block.rows)
    return Stack(kids, [0.0] * len(kids), width, Handle("L", NUMBERED if numbered else DOTTED))


def _size(flow: Flow) -> float:
    """The side of a picture: smaller where room is short, never so small that a copier closes it up."""
    share = (min(flow.fit.air, _WHOLE) - _TIGHT) / (_WHOLE - _TIGHT)
    return flow.style.picture * (LEAST + (1 - LEAST) * max(0.0, share))


def _row(flow: Flow, row: b.PictureRow, block: b.PictureRows, width: float, size: float) -> Laid:
    axis, inside = flow.style.picture_axis, Handle("LBody")
    start = axis + (_NUMBER if row.step else _BOX + _BOX_GAP if block.boxes else 0.0)
    wide = min(width - start, flow.style.measure)
    said: list[Laid] = [flow.words(line, Type.BODY, wide) for line in row.lines]
    if row.number:
        said.append(flow.words(row.number, Type.HERO, wide))
    if block.faces:
        said.append(_faces(flow, block.faces, wide))
    words = Stack(said, [0.0, *([flow.air(_BETWEEN)] * (len(said) - 1))], wide)
    cells: list[tuple[float, Laid]] = []
    if row.step:
        number = flow.words(str(row.step), Type.NUMBER, _NUMBER, "Lbl")
        # On the first baseline of the words, which stand in the middle of their row.
        drop = max(0.0, words.ascent - number.ascent)
        cells.append((axis, Inset(number, 0, _NUMBER, _nothing, above=drop, least=words.height)))
    if block.boxes:
        cells.append((axis, Picture(_BOX, _BOX, _tick_box)))
    cells.append((start, Grouped(words, inside)))
    known = picture_of(row.picture)
    if known is not None:
        cells.append((0.0, Grouped(picture(flow, known, row.alt, size), inside)))
    least = max(size, words.height) + 2 * flow.air(_AROUND)
    return Side(cells, width, Align.MIDDLE, Handle("LI"), least=least)


def _tick_box(pen: Pen, width: float, height: float) -> None:
    """A box that is easy to hit with a pen."""
    marks.tick_box(pen, 0, 0, width, 1.6)


def _faces(flow: Flow, words: tuple[str, ...], width: float) -> Laid:
    """Three faces to circle, each with its word beside it."""
    cells: list[tuple[float, Laid]] = []
    x = 0.0
    for word, smile in zip(words, (1.0, 0.0, -1.0), strict=True):
        said = flow.words(word, Type.BODY, width)
        starts = 2 * _FACE + _FACE_WORD

        def paint(pen: Pen, wide: float, high: float, smile: float = smile) -> None:
            marks.face(pen, _FACE + 0.5, high / 2, _FACE, smile)

        used = starts + flow.text_width(word, Type.BODY)
        cells.append((x, Inset(Side(((0.0, said),), width, Align.MIDDLE, least=2 * _FACE + 2), starts, used, paint)))
        x += used + _FACE_GAP
    return Side(cells, width, Align.TOP)


def _nothing(pen: Pen, width: float, height: float) -> None:
    """Nothing behind."""


MAKERS: dict[type[Any], Maker] = {b.PictureRows: picture_rows}
