"""Pieces of a page that know their height, how to be drawn, and where they may be cut in two."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import INK, Colour, TypeSize
from facilitator.documents.render.tags import Handle
from facilitator.documents.render.typeset import Line

_NEARLY = 0.01
"""Points by which a piece may miss its room: sums of floats, not ink."""
_SMALL = 70.0
"""A piece lower than this, in points, goes over to the next page whole."""


class Laid(ABC):
    """A piece laid out. Points; `ascent` is from its top to its first baseline, 0 when it has none."""

    __slots__ = ()
    width: float
    height: float
    ascent: float = 0.0
    with_next: bool = False
    """Never the last thing on a page."""

    @abstractmethod
    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner at (x, top)."""

    def split(self, room: float) -> tuple[Laid, Laid] | None:
        """Two pieces, the first no higher than `room`, or None when it cannot be cut there."""
        return None


@dataclass(slots=True)
class Words(Laid):
    """A paragraph in lines; `handle` is its element, or None when it belongs to what is round it."""

    lines: tuple[Line, ...]
    type: TypeSize
    leading: float
    width: float
    handle: Handle | None
    shift: Callable[[Line], float] | None = None
    """How far a line is set in, for words at the trailing edge."""
    unfinished: bool = False
    with_next: bool = False
    colour: Colour | None = None
    height: float = field(init=False)
    ascent: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = len(self.lines) * self.leading
        self.ascent = self.type.size if self.lines else 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """All lines as one stretch of the element."""
        if not self.lines:
            return
        if self.handle is None:
            self._draw(pen, x, top)
        else:
            with pen.marked(self.handle):
                self._draw(pen, x, top)

    def _draw(self, pen: Pen, x: float, top: float) -> None:
        if self.shift is None:
            pen.lines(x, top - self.type.size, self.lines, self.type, self.leading, self.unfinished, self.colour)
            return
        for place, line in enumerate(self.lines):
            more = self.unfinished or place < len(self.lines) - 1
            pen.lines(x + self.shift(line), top - self.type.size - place * self.leading, (line,), self.type,
                      self.leading, more, self.colour)

    def split(self, room: float) -> tuple[Laid, Laid] | None:
        """Between two lines, never leaving a single one behind or taking a single one over."""
        count = int((room + _NEARLY) / self.leading)
        count = min(count, len(self.lines) - 2)
        if count < 2:
            return None
        first = Words(self.lines[:count], self.type, self.leading, self.width, self.handle, self.shift, True,
                      colour=self.colour)
        return first, Words(self.lines[count:], self.type, self.leading, self.width, self.handle, self.shift,
                            self.unfinished, self.with_next, self.colour)


@dataclass(slots=True)
class Gap(Laid):
    """Nothing, of some height."""

    height: float
    width: float = 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Nothing."""


@dataclass(slots=True)
class Across(Laid):
    """A line across."""

    width: float
    weight: float
    colour: Colour = INK
    with_next: bool = True
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = self.weight

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Decoration: a listener does not need it."""
        with pen.decoration():
            pen.stroke(self.weight, self.colour)
            pen.line(x, top - self.weight / 2, x + self.width, top - self.weight / 2)


@dataclass(slots=True)
class Picture(Laid):
    """A drawing: a figure with words for those who do not see it, or decoration without."""

    width: float
    height: float
    paint: Callable[[Pen, float, float], None]
    """Draws in a box of (width, height) whose lower left corner is the origin."""
    alt: str = ""
    ascent: float = 0.0
    spoken: str = ""
    """Words that the drawing itself stands for, when it is not a figure."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The figure in its own frame."""
        with pen.moved(x, top - self.height):
            if not self.alt:
                with pen.decoration():
                    self.paint(pen, self.width, self.height)
                return
            entries = pen.box_entry(0, 0, self.width, self.height)
            with pen.marked(Handle("Figure", entries, self.alt)):
                self.paint(pen, self.width, self.height)


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
            if start + kid.height > room + _NEARLY:
                small = place > self.repeat and kid.height < _SMALL
                parts = None if small else kid.split(room - start)
                head, tail = list(self.kids[:place]), list(self.kids[place:])
                before, after = list(self.gaps[:place]), list(self.gaps[place:])
                if parts is not None:
                    head, before = [*head, parts[0]], [*before, gap]
                    tail[0], after[0] = parts[1], 0.0
                else:
                    while head and head[-1].with_next:
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
    """Pieces side by side: `cells` with where each starts. `order` is the order they are read in."""

    cells: Sequence[tuple[float, Laid]]
    width: float
    align: Align = Align.BASELINE
    handle: Handle | None = None
    order: Sequence[int] = ()
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
        """In the order they are read."""
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
        for place in self.order or range(len(self.cells)):
            at, cell = self.cells[place]
            cell.draw(pen, x + at, top - self._offsets[place])

    def split(self, room: float) -> tuple[Laid, Laid] | None:
        """Each cell that is too high is cut; the others stay above, at the top unless they share a baseline."""
        above: list[tuple[float, Laid]] = []
        below: list[tuple[float, Laid]] = []
        align = Align.BASELINE if self.align is Align.BASELINE else Align.TOP
        offsets = self._offsets if align is Align.BASELINE else [0.0] * len(self.cells)
        for (at, cell), offset in zip(self.cells, offsets, strict=True):
            if cell.height + offset <= room + _NEARLY:
                above.append((at, cell))
                below.append((at, Gap(0.0, cell.width)))
                continue
            parts = cell.split(room - offset)
            if parts is None:
                return None
            above.append((at, parts[0]))
            below.append((at, parts[1]))
        return (Side(above, self.width, align, self.handle, self.order),
                Side(below, self.width, align, self.handle, self.order, foot_line=self.foot_line))


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
        if self.inner.height + self.above + self.below <= room + _NEARLY:
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
        return None if parts is None else (Read(parts[0], self.first), parts[1])


@dataclass(slots=True)
class NewPage(Laid):
    """What follows starts on a new page."""

    width: float = 0.0
    height: float = 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Nothing."""
