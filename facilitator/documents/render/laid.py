"""Pieces of a page that know their height, how to be drawn, and where they may be cut in two."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field

from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import INK, Colour, TypeSize
from facilitator.documents.render.tags import Handle
from facilitator.documents.render.typeset import Line

NEARLY = 0.01
"""Points by which a piece may miss its room: sums of floats, not ink."""


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
        count = int((room + NEARLY) / self.leading)
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
class NewPage(Laid):
    """What follows starts on a new page."""

    width: float = 0.0
    height: float = 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Nothing."""
