"""What the drawings share: the ground, its lines, and things that come again."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK, WHITE, Colour

LINE = 3.6
"""Width of the lines that things are drawn with."""
KEY_RADIUS = 6.2
"""Radius of a numbered mark, in the drawing's units."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing on a ground of `width` × `height` units; `keys` are where its numbered marks stand.

    `labels` are numbers to dial that stand on things in it, by their middle.
    """

    width: float
    height: float
    paint: Callable[[Pen], None]
    keys: tuple[tuple[str, float, float], ...] = ()
    labels: tuple[tuple[str, float, float], ...] = ()


def outline(pen: Pen, fill: Colour = WHITE, width: float = LINE) -> None:
    """From here on shapes are things: a black line round a fill."""
    pen.stroke(width, INK, round_ends=True)
    pen.fill(fill)


def ground(pen: Pen, left: float = 4, right: float = 96, y: float = 4) -> None:
    """The floor."""
    pen.stroke(LINE, INK, round_ends=True)
    pen.line(left, y, right, y)


def arc(pen: Pen, x: float, y: float, radius: float, start: float, end: float) -> None:
    """A part of a circle round (x, y), from one angle to another in degrees, drawn as it stands."""
    pen.path(*arc_points(x, y, radius, start, end))


def arc_points(x: float, y: float, radius: float, start: float, end: float) -> tuple[tuple[float, ...], ...]:
    """The same as the points of a path."""
    count = max(1, math.ceil(abs(end - start) / 90))
    step = math.radians((end - start) / count)
    reach = 4 / 3 * math.tan(step / 4) * radius
    angle = math.radians(start)
    points: list[tuple[float, ...]] = [(x + radius * math.cos(angle), y + radius * math.sin(angle))]
    for _ in range(count):
        after = angle + step
        points.append((points[-1][-2] - reach * math.sin(angle), points[-1][-1] + reach * math.cos(angle),
                       x + radius * math.cos(after) + reach * math.sin(after),
                       y + radius * math.sin(after) - reach * math.cos(after),
                       x + radius * math.cos(after), y + radius * math.sin(after)))
        angle = after
    return tuple(points)


def clock(pen: Pen, x: float, y: float, radius: float, hour: float, slice_to: float | None = None,
          fill: Colour = WHITE) -> None:
    """A clock face with its hands, as at `hour`; `slice_to` fills that many minutes from the top in marigold."""
    outline(pen, fill)
    pen.circle(x, y, radius, fill=True)
    if slice_to is not None:
        pen.fill(GOLD)
        pen.stroke(LINE * 0.5, INK, round_ends=True)
        pen.path((x, y), *arc_points(x, y, radius - LINE / 2, 90, 90 - slice_to * 6), close=True, fill=True)
    pen.stroke(LINE * 0.8, INK, round_ends=True)
    for length, turn in ((radius * 0.5, hour / 12), (radius * 0.72, hour % 1)):
        angle = math.radians(90 - turn * 360)
        pen.line(x, y, x + length * math.cos(angle), y + length * math.sin(angle))


def cloud(pen: Pen, x: float, y: float, size: float, fill: Colour = WHITE) -> None:
    """A cloud `size` wide: a thought, or a feeling."""
    puffs = ((-0.3, -0.04, 0.2), (-0.1, 0.13, 0.23), (0.16, 0.1, 0.22), (0.31, -0.05, 0.19), (0.05, -0.12, 0.22),
             (-0.15, -0.12, 0.19))
    for grow, colour in ((LINE / 2, INK), (-LINE / 2, fill)):
        pen.fill(colour)
        for across, up, radius in puffs:
            pen.circle(x + across * size, y + up * size, radius * size + grow, fill=True, stroke=False)


def bubble(pen: Pen, x: float, y: float, width: float, height: float, tail: tuple[float, float],
           fill: Colour = GOLD) -> None:
    """A speech bubble with two lines in it, its lower left corner at (x, y), its tail's tip where it is told."""
    outline(pen, fill)
    pen.round_box(x, y, width, height, 7, fill=True)
    root = min(max(tail[0], x + 10), x + width - 14)
    pen.path((root - 5, y), tail, (root + 6, y), fill=True)
    pen.stroke(LINE + 0.6, fill)
    pen.line(root - 3, y, root + 4, y)
    pen.stroke(LINE * 0.7, INK, round_ends=True)
    pen.line(x + 8, y + height * 0.64, x + width - 8, y + height * 0.64)
    pen.line(x + 8, y + height * 0.36, x + width - 16, y + height * 0.36)
