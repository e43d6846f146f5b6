"""Draws on a page: lines, shapes and words, each stretch of it tagged or marked as decoration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Protocol

from facilitator.documents.render.fonts import Font
from facilitator.documents.render.shaping import Run
from facilitator.documents.render.style import INK, Colour, TypeSize
from facilitator.documents.render.tags import Element, Handle, Marked, PageRecord, SheetRecord, pdf_text
from facilitator.documents.render.typeset import Line

_FIRST = itemgetter(0)
_CURVE = 0.5522847498
"""How far a Bézier handle reaches on a quarter circle of radius 1."""


class Encoder(Protocol):
    """Turns characters into the codes of a font's subset."""

    def letters(self, font: Font) -> Mapping[str, tuple[str, str]]:
        """For every character of the font: the name of the font resource, and its code as a string holds it."""
        ...


def number(value: float) -> str:
    """A length as PDF writes it, to a hundredth of a point."""
    rounded = round(value, 2)
    whole = int(rounded)
    return str(whole) if whole == rounded else repr(rounded)


class Pen:
    """Draws a sheet's pages one after the other; origin at the lower left, lengths in points.

    `mirrored` is the width of a page that is read from the right: all is laid out as if it were read from the left,
    and changes sides as it is drawn. Words, and what is drawn `upright`, keep their own way round.
    """

    def __init__(self, encoder: Encoder, mirrored: float = 0.0) -> None:
        self.root = Element("Part")
        self.page = 0
        self._encoder = encoder
        self._elements: dict[int, Element] = {}
        self._handles: list[Handle] = []
        self._stack = [self.root]
        self._pages: list[PageRecord] = []
        self._closed = 0
        self._hears: Element | None = None
        self._across = mirrored
        self._way = -1.0 if mirrored else 1.0
        self._origin = (mirrored, 0.0)
        self._origins: list[tuple[float, float]] = []
        self._start()

    def _start(self) -> None:
        self._code: list[str] = []
        self._marks: list[Element] = []

    def next_page(self) -> None:
        """Finish this page and start the next."""
        if self._across:
            self._code = [f"q {_other_way(self._across)}", *self._code, "Q"]
        self._pages.append(PageRecord("\n".join(self._code), tuple(self._marks)))
        self.page += 1
        self._start()

    def finish(self) -> SheetRecord:
        """All pages drawn, and what they mean."""
        return SheetRecord(self._pages, self.root)

    # ---------------------------------------------------------------- meaning
    @contextmanager
    def element(self, handle: Handle) -> Iterator[None]:
        """What is drawn inside belongs to this element, which is made at its first use."""
        if self._closed:
            yield
            return
        self._stack.append(self._found(handle))
        try:
            yield
        finally:
            self._stack.pop()

    @contextmanager
    def marked(self, handle: Handle) -> Iterator[None]:
        """What is drawn inside is one stretch of this element's content."""
        if self._closed:
            yield
            return
        element = self._found(handle)
        element.kids.append(Marked(self.page, len(self._marks)))
        self._code.append(f"/{element.role} <</MCID {len(self._marks)}>> BDC")
        self._marks.append(element)
        if element.alt:
            element.texts.append((self.page, element.alt))
        self._hears = None if element.alt else element
        self._closed += 1
        try:
            yield
        finally:
            self._closed -= 1
            self._hears = None
            self._code.append("EMC")

    @contextmanager
    def decoration(self, pagination: bool = False) -> Iterator[None]:
        """What is drawn inside means nothing to a listener: lines, tints, ornaments, and repeated heads and feet."""
        if self._closed:
            yield
            return
        self._code.append("/Artifact <</Type/Pagination>> BDC" if pagination else "/Artifact BMC")
        self._closed += 1
        try:
            yield
        finally:
            self._closed -= 1
            self._code.append("EMC")

    def place(self, handle: Handle) -> None:
        """Give an element its place in the reading order before it is drawn."""
        if not self._closed:
            self._found(handle)

    def _found(self, handle: Handle) -> Element:
        known = self._elements.get(id(handle))
        if known is None:
            known = self._elements[id(handle)] = Element(handle.role, handle.entries, alt=handle.alt)
            self._handles.append(handle)
            self._stack[-1].kids.append(known)
        return known

    def box_entry(self, x: float, y: float, width: float, height: float) -> str:
        """A figure's place on the page, for its element."""
        near, foot = self._origin[0] + self._way * x, self._origin[1] + y
        far = near + self._way * width
        box = " ".join(map(number, (min(near, far), foot, max(near, far), foot + height)))
        return f"/A<</O/Layout/Placement/Block/BBox[{box}]>>"

    # ---------------------------------------------------------------- words
    def lines(self, x: float, baseline: float, lines: tuple[Line, ...], type_: TypeSize, leading: float,
              more: bool = False, colour: Colour | None = None) -> None:
        """Lines of text from the first baseline down; `more` when the paragraph goes on elsewhere."""
        self.fill(type_.colour if colour is None else colour)
        spread = f"{number(type_.letter * type_.size)} Tc {number(type_.word * type_.size)} Tw " \
            if type_.letter or type_.word else ""
        ended = "0 Tc 0 Tw ET" if spread else "ET"
        for place, line in enumerate(lines):
            if self._way < 0:
                self._code.append(f"{f'{ended} Q ' if place else ''}q {_other_way(2 * x + line.width)} BT {spread}"
                                  f"{number(x)} {number(baseline - place * leading)} Td")
            else:
                self._code.append(f"0 {number(-leading)} Td" if place else
                                  f"BT {spread}{number(x)} {number(baseline)} Td")
            last = place == len(lines) - 1 and not more
            self._line(line, type_, "" if last or line.glued else " ")
        self._code.append(ended + (" Q" if self._way < 0 else ""))
        if self._hears is not None:
            words = "".join(line.text + ("" if line.glued else " ") for line in lines)
            self._hears.texts.append((self.page, words))

    def _line(self, line: Line, type_: TypeSize, after: str) -> None:
        if line.respelled:
            self._code.append(f"/Span <</ActualText {pdf_text(line.text + after)}>> BDC")
        for run in line.runs:
            self._run(run, type_.size)
        if after and line.runs:
            self._run(Run(line.runs[-1].font, after, 0.0), type_.size)
        if line.respelled:
            self._code.append("EMC")

    def _run(self, run: Run, size: float) -> None:
        known = self._encoder.letters(run.font)
        if not run.moves:
            for name, stretch in groupby(map(known.__getitem__, run.text), key=_FIRST):
                self._code.append(f"/{name} {number(size)} Tf ({''.join([code for _, code in stretch])}) Tj")
            return
        name, rise = "", 0.0
        parts: list[str] = []

        def flush() -> None:
            if parts:
                self._code.append(f"/{name} {number(size)} Tf [{' '.join(parts)}] TJ")
                parts.clear()

        for character, (advance, right, up) in zip(run.text, run.moves, strict=True):
            used, code = known[character]
            if used != name or up != rise:
                flush()
                if up != rise:
                    self._code.append(f"{number(up * size / 1000)} Ts")
                name, rise = used, up
            after = run.font.width(character) + right - advance
            if right:
                parts.append(number(-right))
            if parts and parts[-1].endswith(")"):
                parts[-1] = f"{parts[-1][:-1]}{code})"
            else:
                parts.append(f"({code})")
            if after:
                parts.append(number(after))
        flush()
        if rise:
            self._code.append("0 Ts")

    # ---------------------------------------------------------------- state
    @contextmanager
    def moved(self, x: float, y: float, scale: float = 1.0) -> Iterator[None]:
        """Draw with the origin at (x, y), scaled."""
        self._code.append(f"q {number(scale) if scale == 1 else f'{scale:.5f}'} 0 0 "
                          f"{number(scale) if scale == 1 else f'{scale:.5f}'} {number(x)} {number(y)} cm")
        self._origins.append(self._origin)
        self._origin = (self._origin[0] + self._way * x, self._origin[1] + y)
        try:
            yield
        finally:
            self._origin = self._origins.pop()
            self._code.append("Q")

    @contextmanager
    def upright(self, width: float) -> Iterator[None]:
        """Draw what is so wide in its own way round, on pages from the right too."""
        if self._way > 0:
            yield
            return
        self._code.append(f"q {_other_way(width)}")
        self._origins.append(self._origin)
        self._origin, self._way = (self._origin[0] - width, self._origin[1]), 1.0
        try:
            yield
        finally:
            self._origin, self._way = self._origins.pop(), -1.0
            self._code.append("Q")

    @contextmanager
    def turned(self, cosine: float, sine: float) -> Iterator[None]:
        """Draw with the page turned by an angle, given by its cosine and sine."""
        self._code.append(f"q {cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f} 0 0 cm")
        try:
            yield
        finally:
            self._code.append("Q")

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Whatever is set inside is forgotten afterwards."""
        self._code.append("q")
        try:
            yield
        finally:
            self._code.append("Q")

    def fill(self, colour: Colour) -> None:
        """The colour of shapes and words."""
        self._code.append(_colour(colour, "g", "rg"))

    def stroke(self, width: float, colour: Colour = INK, dash: tuple[float, float] | None = None,
               round_ends: bool = False) -> None:
        """The width, colour, dash and ends of lines."""
        ends = "1 J 1 j" if round_ends else "0 J 0 j"
        dashes = f"[{number(dash[0])} {number(dash[1])}] 0 d" if dash else "[] 0 d"
        self._code.append(f"{number(width)} w {_colour(colour, 'G', 'RG')} {dashes} {ends}")

    # ---------------------------------------------------------------- shapes
    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A line."""
        self._code.append(f"{number(x0)} {number(y0)} m {number(x1)} {number(y1)} l S")

    def path(self, *points: tuple[float, ...], close: bool = False, fill: bool = False, stroke: bool = True) -> None:
        """A path through points (x, y), or curves (x1, y1, x2, y2, x, y)."""
        out = []
        for place, point in enumerate(points):
            operator = "m" if place == 0 else "c" if len(point) == 6 else "l"
            out.append(" ".join(map(number, point)) + " " + operator)
        self._code.append(" ".join(out) + (" h " if close else " ") + _paint(fill, stroke))

    def box(self, x: float, y: float, width: float, height: float, fill: bool = False, stroke: bool = True) -> None:
        """A rectangle with square corners."""
        self._code.append(" ".join(map(number, (x, y, width, height))) + " re " + _paint(fill, stroke))

    def round_box(self, x: float, y: float, width: float, height: float, radius: float, fill: bool = False,
                  stroke: bool = True) -> None:
        """A rectangle with round corners."""
        self._code.append(_round(x, y, width, height, radius) + " " + _paint(fill, stroke))

    def clip_round_box(self, x: float, y: float, width: float, height: float, radius: float) -> None:
        """From here on only what lies inside is seen."""
        self._code.append(_round(x, y, width, height, radius) + " W n")

    def circle(self, x: float, y: float, radius: float, fill: bool = False, stroke: bool = True) -> None:
        """A circle round (x, y)."""
        self._code.append(_round(x - radius, y - radius, 2 * radius, 2 * radius, radius) + " " + _paint(fill, stroke))


def _other_way(width: float) -> str:
    """Left becomes right, over a width."""
    return f"-1 0 0 1 {number(width)} 0 cm"


def _colour(colour: Colour, grey: str, rgb: str) -> str:
    red, green, blue = colour
    if red == green == blue:
        return f"{number(red)} {grey}"
    return f"{red:.3f} {green:.3f} {blue:.3f} {rgb}"


def _paint(fill: bool, stroke: bool) -> str:
    return "B" if fill and stroke else "f" if fill else "S" if stroke else "n"


@lru_cache(maxsize=1024)
def _round(x: float, y: float, width: float, height: float, radius: float) -> str:
    r = min(radius, width / 2, height / 2)
    k, right, top = r * (1 - _CURVE), x + width, y + height
    rows = ((x + r, y), (right - r, y), (right - k, y, right, y + k, right, y + r), (right, top - r),
            (right, top - k, right - k, top, right - r, top), (x + r, top), (x + k, top, x, top - k, x, top - r),
            (x, y + r), (x, y + k, x + k, y, x + r, y))
    out = [" ".join(map(number, rows[0])) + " m"]
    out += [" ".join(map(number, row)) + (" c" if len(row) == 6 else " l") for row in rows[1:]]
    return " ".join(out) + " h"
