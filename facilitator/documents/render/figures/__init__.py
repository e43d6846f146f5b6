"""Drawings by name, one file each: people solid and faceless, things outlined, marks numbered as the steps."""

from __future__ import annotations

from facilitator.documents.render.figures import (
    feet_and_chair,
    kind_words,
    make_room,
    muscle_release,
    senses,
    six_steps,
    sleep_basics,
    slow_breathing,
    small_activity,
    small_step,
    unhook,
    worry_time,
)
from facilitator.documents.render.figures.shapes import KEY_RADIUS, Drawing

__all__ = ["KEY_RADIUS", "NAMES", "Drawing", "drawing"]

_DRAWINGS = {
    "feet-and-chair": feet_and_chair.DRAWING,
    "senses": senses.DRAWING,
    "slow-breathing": slow_breathing.DRAWING,
    "unhook": unhook.DRAWING,
    "make-room": make_room.DRAWING,
    "kind-words": kind_words.DRAWING,
    "small-step": small_step.DRAWING,
    "muscle-release": muscle_release.DRAWING,
    "worry-time": worry_time.DRAWING,
    "small-activity": small_activity.DRAWING,
    "six-steps": six_steps.DRAWING,
    "sleep-basics": sleep_basics.DRAWING,
}

NAMES = tuple(_DRAWINGS)
"""What a card may name as its figure."""


def drawing(name: str) -> Drawing | None:
    """The drawing of that name, or None: a card whose figure we do not have goes without."""
    return _DRAWINGS.get(name)
