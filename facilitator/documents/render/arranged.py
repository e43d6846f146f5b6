"""Pieces made of pieces: below one another, side by side, set in, or as an element of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from facilitator.documents.render.laid import NEARLY, Gap, Laid
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.tags import Handle

_SMALL = 70.0
"""A piece lower than this, in points, goes over to the next page whole."""
UNDER_AGAIN = 4.0
"""Points under what is said again over a part that goes on."""
_HEAD = 200.0
"""A head that is higher than this, in points, may stay behind: no page would have room for it and what follows."""


@dataclass(slots=True)
class Stack(Laid):
    """Pieces below one another; `gaps` stand before each, the first one's is not used."""

    kids: Sequence[Laid]
    gaps: Sequence[float]
    width: float
    handle: Handle | None = None
    keep: bool = False
    """Cut only where nothing else helps: when it is higher than a whole page."""
    repeat: int = 0
    """How many of its first pieces come again, as decoration, above what is carried over."""
    with_next: bool = False
    height: float = field(init=False)
    ascent: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = sum(kid.height for kid in self.kids) + sum(self.gaps[1:])
        self.ascent = self.kids[0].ascent if self.kids else 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """One after the other, downwards."""
        if self.handle is None:
            self._draw(pen, x, top)
        else:
            with pen.element(self.handle):
                self._draw(pen, x, top)

    def _draw(self, pen: Pen, x: float, top: float) -> None:
        for place, (kid, gap) in enumerate(zip(self.kids, self.gaps, strict=True)):
            top -= gap if place else 0.0
            kid.draw(pen, x, top)
            top -= kid.height

    def split(self, room: float) -> tuple[Laid, Laid] | None:
        """After the last piece that fits, or inside the first that does not."""
        used = 0.0
        for place, (kid, gap) in enumerate(zip(self.kids, self.gaps, strict=True)):
            start = used + (gap if place else 0.0)
            if start + kid.height > room + NEARLY:
                small = place > self.repeat and kid.height < _SMALL
                parts = None if small else kid.split(room - start)
                head, tail = list(self.kids[:place]), list(self.kids[place:])
                before, after = list(self.gaps[:place]), list(self.gaps[place:])
                if parts is not None:
                    head, before = [*head, parts[0]], [*before, gap]
                    tail[0], after[0] = parts[1], 0.0
                else:
                    while head and head[-1].with_next and head[-1].height < _HEAD:
                        tail.insert(0, head.pop())
                        after.insert(0, before.pop())
                if len(head) <= self.repeat:
                    return None
                again = [Aside(kid) for kid in self.kids[:self.repeat]]
                return (Stack(head, before, self.width, self.handle),
                        Stack([*again, *tail], [*self.gaps[:self.repeat], *after], self.width, self.handle, self.keep,
                              self.repeat, self.with_next))
            used = start + kid.height
        return None


@dataclass(slots=True)
class Whole(Laid):
    """A piece that is never cut unless it is higher than a page of `room`; a `loose` one also under a page that is
    half empty.
    """

    inner: Laid
    room: float
    loose: bool = False
    with_next: bool = False
    width: float = field(init=False)
    height: float = field(init=False)
    ascent: float = field(init=False)

    def __post_init__(self) -> None:
        self.width, self.height, self.ascent = self.inner.width, self.inner.height, self.inner.ascent

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The piece."""
        self.inner.draw(pen, x, top)

    def split(self, room: float) -> tuple[Laid, Laid] | None:
        """As the piece, where no page can hold it."""
        if self.height <= self.room + NEARLY:
            return None
        parts = self.inner.split(room)
        return None if parts is None else (parts[0], Whole(parts[1], self.room, self.loose))

    def part(self, room: float) -> tuple[Laid, Laid] | None:
        """Two pieces where it is loose, neither of them just a few lines; else None."""
        parts = self.inner.split(min(room, self.height - _SMALL)) if self.loose else None
        if parts is None or min(parts[0].height, parts[1].height) < _SMALL:
            return None
        return parts[0], Whole(parts[1], self.room)


@dataclass(slots=True)
class Aside(Laid):
    """A piece drawn once more where a listener has heard it already."""

    inner: Laid
    with_next: bool = True
    width: float = field(init=False)
    height: float = field(init=False)
    ascent: float = field(init=False)

    def __post_init__(self) -> None:
        self.width, self.height, self.ascent = self.inner.width, self.inner.height, self.inner.ascent

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The piece as decoration."""
        with pen.decoration(pagination=True):
            self.inner.draw(pen, x, top)


class Align(StrEnum):
    """How the cells of a row stand to one another."""

    BASELINE = "baseline"
    TOP = "top"
    MIDDLE = "middle"
    FOOT = "foot"


@dataclass(slots=True)
class Side(Laid):
    """Pieces side by side: `cells` with where each starts, read in their order."""

    cells: Sequence[tuple[float, Laid]]
    width: float
    align: Align = Align.BASELINE
    handle: Handle | None = None
    least: float = 0.0
    """A height it never falls below."""
    foot_line: float = 0.0
    """Weight of a line along its foot."""
    with_next: bool = False
    height: float = field(init=False)
    ascent: float = field(init=False)
    _offsets: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.ascent = max((cell.ascent for _, cell in self.cells), default=0.0)
        offsets = [self.ascent - cell.ascent if cell.ascent and self.align is Align.BASELINE else 0.0
                   for _, cell in self.cells]
        self.height = max([cell.height + offset for (_, cell), offset in zip(self.cells, offsets, strict=True)],
                          default=0.0)
        self.height = max(self.height, self.least)
        if self.align is Align.MIDDLE:
            offsets = [(self.height - cell.height) / 2 for _, cell in self.cells]
        if self.align is Align.FOOT:
            offsets = [self.height - cell.height for _, cell in self.cells]
        self._offsets = offsets

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """One after the other, the line along the foot first."""
        if self.foot_line:
            with pen.decoration():
                pen.stroke(self.foot_line)
                pen.line(x, top - self.height, x + self.width, top - self.height)
        if self.handle is None:
            self._draw(pen, x, top)
        else:
            with pen.element(self.handle):
                self._draw(pen, x, top)

    def _draw(self, pen: Pen, x: float, top: float) -> None:
        for (at, cell), offset in zip(self.cells, self._offsets, strict=True):
            cell.draw(pen, x + at, top - offset)

    def split(self, room: float) -> tuple[Laid, Laid] | None:
        """Each cell that is too high is cut; the others stay above, at the top unless they share a baseline."""
        above: list[tuple[float, Laid]] = []
        below: list[tuple[float, Laid]] = []
        align = Align.BASELINE if self.align is Align.BASELINE else Align.TOP
        offsets = self._offsets if align is Align.BASELINE else [0.0] * len(self.cells)
        for (at, cell), offset in zip(self.cells, offsets, strict=True):
            if cell.height + offset <= room + NEARLY:
                above.append((at, cell))
                below.append((at, Gap(0.0, cell.width)))
                continue
            parts = cell.split(room - offset)
            if parts is None:
                return None
            above.append((at, parts[0]))
            below.append((at, parts[1]))
        return (Side(above, self.width, align, self.handle),
                Side(below, self.width, align, self.handle, foot_line=self.foot_line))


@dataclass(slots=True)
class Inset(Laid):
    """A piece set in from the left, with something drawn behind it over its whole height."""

    inner: Laid
    left: float
    width: float
    behind: Callable[[Pen, float, float], None]
    """Draws in a box of (width, height) whose lower left corner is the origin."""
    above: float = 0.0
    below: float = 0.0
    least: float = 0.0
    with_next: bool = False
    height: float = field(init=False)
    ascent: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = max(self.inner.height + self.above + self.below, self.least)
        self.ascent = self.inner.ascent + self.above if self.inner.ascent else 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """What is behind first, as decoration."""
        with pen.moved(x, top - self.height), pen.decoration():
            self.behind(pen, self.width, self.height)
        self.inner.draw(pen, x + self.left, top - self.above)

    def split(self, room: float) -> tuple[Laid, Laid] | None:
        """As the inner piece; both halves keep what is behind."""
        if self.inner.height + self.above + self.below <= room + NEARLY:
            # Only stretched to its neighbour's height: it ends here, and nothing goes on.
            return (Inset(self.inner, self.left, self.width, self.behind, self.above, self.below, room),
                    Gap(0.0, self.width))
        parts = self.inner.split(room - self.above - self.below)
        if parts is None:
            return None
        first, rest = (Inset(part, self.left, self.width, self.behind, self.above, self.below) for part in parts)
        return first, rest


@dataclass(slots=True)
class Grouped(Laid):
    """A piece as an element of its own."""

    inner: Laid
    handle: Handle
    with_next: bool = False
    width: float = field(init=False)
    height: float = field(init=False)
    ascent: float = field(init=False)

    def __post_init__(self) -> None:
        self.width, self.height, self.ascent = self.inner.width, self.inner.height, self.inner.ascent

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The piece inside its element."""
        with pen.element(self.handle):
            self.inner.draw(pen, x, top)

    def split(self, room: float) -> tuple[Laid, Laid] | None:
        """As the piece; both halves are the same element."""
        parts = self.inner.split(room)
        return None if parts is None else (Grouped(parts[0], self.handle), Grouped(parts[1], self.handle))


@dataclass(slots=True)
class Read(Laid):
    """A piece whose `first` elements are read before everything else in it, in their order, wherever they stand."""

    inner: Laid
    first: tuple[Handle, ...]
    again: Laid | None = None
    """What stands, as decoration, over the part that goes on on another page."""
    with_next: bool = False
    width: float = field(init=False)
    height: float = field(init=False)
    ascent: float = field(init=False)

    def __post_init__(self) -> None:
        self.width, self.height, self.ascent = self.inner.width, self.inner.height, self.inner.ascent

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The elements take their places, then the piece is drawn as it stands."""
        for handle in self.first:
            pen.place(handle)
        self.inner.draw(pen, x, top)

    def split(self, room: float) -> tuple[Laid, Laid] | None:
        """As the piece; what is read first stays with the first half."""
        parts = self.inner.split(room)
        if parts is None:
            return None
        rest = parts[1] if self.again is None else Stack([Aside(self.again), parts[1]], [0.0, UNDER_AGAIN], self.width)
        return Read(parts[0], self.first), rest
