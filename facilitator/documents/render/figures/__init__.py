"""Drawings by name, one file each: people solid and faceless, things outlined, marks numbered as the steps."""

from __future__ import annotations

from facilitator.documents.render.figures import (
    feet_and_chair,
    senses,
)
from facilitator.documents.render.figures.shapes import KEY_RADIUS, Drawing

__all__ = ["KEY_RADIUS", "NAMES", "Drawing", "drawing"]

_DRAWINGS = {
    "feet-and-chair": feet_and_chair.DRAWING,
    "senses": senses.DRAWING,
}

NAMES = tuple(_DRAWINGS)
"""What a card may name as its figure."""


def drawing(name: str) -> Drawing | None:
    """The drawing of that name, or None: a card whose figure we do not have goes without."""
    return _DRAWINGS.get(name)
