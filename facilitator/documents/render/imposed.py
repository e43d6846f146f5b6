"""Places drawn pages on larger sides: two beside one another, blown up, or upside down. Their tags keep their order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.documents.render.pen import number
from facilitator.documents.render.tags import Element, Marked, PageRecord, SheetRecord

_MARK = re.compile(r"<</MCID (\d+)>> BDC")
_BOX = re.compile(r"/BBox\[([-0-9. ]+)\]")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page goes: its number (from 0), how far it is moved, in points, and how it is scaled; -1 is upside down.
    """

    page: int
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Side:
    """A printed side: the pages on it, and code of marks that mean nothing to a listener."""

    spots: tuple[Spot, ...]
    marks: str = ""


def impose(record: SheetRecord, sides: Sequence[Side]) -> SheetRecord:
    """The sheet on other sides: each page once, moved into its place. What is read out stays in the order it was."""
    pages: list[PageRecord] = []
    where: dict[int, tuple[int, int, Spot]] = {}
    marks: list[list[int]] = []
    for at, side in enumerate(sides):
        code, count = [side.marks] if side.marks else [], 0
        marks.append([])
        for spot in side.spots:
            page = record.pages[spot.page]
            where[spot.page] = (at, count, spot)
            code.append(_moved(page.content, spot, count))
            marks[-1].append(spot.page)
            count += len(page.marks)
        pages.append(PageRecord("\n".join(code), ()))
    made: dict[int, Element] = {}
    root = _copied(record.root, where, made)
    for at, found in enumerate(marks):
        pages[at].marks = tuple(made[id(element)] for page in found for element in record.pages[page].marks)
    return SheetRecord(pages, root)


def _moved(content: str, spot: Spot, count: int) -> str:
    """A page's operators in their place; its stretches are numbered on from those before it on that side."""
    if count:
        content = _MARK.sub(lambda found: f"<</MCID {int(found[1]) + count}>> BDC", content)
    if (spot.x, spot.y, spot.scale) == (0.0, 0.0, 1.0):
        return content
    scale = number(spot.scale) if spot.scale in (1, -1) else f"{spot.scale:.5f}"
    return f"q {scale} 0 0 {scale} {number(spot.x)} {number(spot.y)} cm\n{content}\nQ"


def _copied(element: Element, where: dict[int, tuple[int, int, Spot]], made: dict[int, Element]) -> Element:
    """The element and all below it, as they stand on the new sides."""
    copy = Element(element.role, element.entries, alt=element.alt)
    made[id(element)] = copy
    for kid in element.kids:
        if isinstance(kid, Element):
            copy.kids.append(_copied(kid, where, made))
        else:
            side, count, spot = where[kid.page]
            copy.kids.append(Marked(side, kid.number + count))
            copy.entries = _entries(element.entries, spot)
    copy.texts = [(where[page][0], words) for page, words in element.texts]
    return copy


def _entries(entries: str, spot: Spot) -> str:
    """With the place of a figure as it is on its new side."""
    return _BOX.sub(lambda found: _boxed(found[1], spot), entries)


def _boxed(box: str, spot: Spot) -> str:
    left, foot, right, top = (float(value) * spot.scale + move
                              for value, move in zip(box.split(), (spot.x, spot.y) * 2, strict=True))
    said = (min(left, right), min(foot, top), max(left, right), max(foot, top))
    return f"/BBox[{' '.join(map(number, said))}]"


def scaled(record: SheetRecord, scale: float) -> SheetRecord:
    """Every page larger or smaller."""
    return impose(record, [Side((Spot(page, scale=scale),)) for page in range(len(record.pages))])


def turned(record: SheetRecord, width: float, height: float) -> SheetRecord:
    """Every second side upside down, for a printer that turns the paper on its other edge."""
    return impose(record, [Side((Spot(page, width, height, -1.0) if page % 2 else Spot(page),))
                           for page in range(len(record.pages))])


def bound(count: int, right_to_left: bool = False) -> tuple[tuple[int, int], ...]:
    """Which pages (from 0) of a book stapled through its fold stand left and right on each side; `count` is of fours.

    Front and back of each sheet of paper in turn, the outer sheet first.
    """
    out: list[tuple[int, int]] = []
    for sheet in range(count // 4):
        out += [(count - 1 - 2 * sheet, 2 * sheet), (2 * sheet + 1, count - 2 - 2 * sheet)]
    return tuple((right, left) if right_to_left else (left, right) for left, right in out)
