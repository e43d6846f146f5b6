"""What the drawings share: the ground, its lines, and people and things that come again."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, INK, TEAL, WHITE, Colour

LINE = 3.6
"""Width of the lines that things are drawn with."""
KEY_RADIUS = 6.2
"""Radius of a numbered mark, in the drawing's units."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing on a ground of `width` × `height` units; `keys` are where its numbered marks stand."""

    width: float
    height: float
    paint: Callable[[Pen], None]
    keys: tuple[tuple[str, float, float], ...] = ()


def outline(pen: Pen, fill: Colour = WHITE, width: float = LINE) -> None:
    """From here on shapes are things: a black line round a fill."""
    pen.stroke(width, INK, round_ends=True)
    pen.fill(fill)


def ground(pen: Pen, left: float = 4, right: float = 96, y: float = 4) -> None:
    """The floor."""
    pen.stroke(LINE, INK, round_ends=True)
    pen.line(left, y, right, y)


def bust(pen: Pen, x: float, foot: float, size: float = 40) -> None:
    """Head and shoulders from the front, `size` wide, with a white halo where they lie over something."""
    radius, top = size * 0.27, foot + size * 0.62
    for grow, colour in ((size * 0.07, WHITE), (0.0, TEAL)):
        pen.fill(colour)
        _shoulders(pen, x, foot, size / 2 + grow, size * 0.56 + grow)
        pen.circle(x, top + radius, radius + grow, fill=True, stroke=False)


def _shoulders(pen: Pen, x: float, foot: float, half: float, high: float) -> None:
    curve = half * 0.9
    pen.path((x - half, foot), (x - half, foot + high * 0.3), (x - half, foot + high, x - half + curve * 0.35,
             foot + high, x - half + curve, foot + high), (x + half - curve, foot + high),
             (x + half - curve * 0.35, foot + high, x + half, foot + high, x + half, foot + high * 0.3),
             (x + half, foot), close=True, fill=True, stroke=False)


def ribbon(pen: Pen, width: float, *points: tuple[float, ...], halo: float = 0.0) -> None:
    """A part of a body: a solid ribbon with round ends; a halo cuts it free from what lies behind it."""
    if halo:
        pen.stroke(width + 2 * halo, WHITE, round_ends=True)
        pen.path(*points)
    pen.stroke(width, TEAL, round_ends=True)
    pen.path(*points)


def head(pen: Pen, x: float, y: float, radius: float = 11.5) -> None:
    """A head without a face."""
    pen.fill(TEAL)
    pen.circle(x, y, radius, fill=True, stroke=False)


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
