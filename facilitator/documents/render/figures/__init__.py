"""Drawings by name, one file each: people solid and faceless, things outlined, marks numbered as the steps."""

from __future__ import annotations

from facilitator.documents.render.figures import (
    action_plan,
    appointment,
    clear_limit,
    feet_and_chair,
    grief_and_rest,
    hard_day,
    kind_words,
    make_room,
    move_outside,
    muscle_release,
    pacing,
    quick_check,
    senses,
    six_steps,
    sleep_basics,
    slow_breathing,
    small_activity,
    small_step,
    stop_start_share,
    unhook,
    urge_plan,
    urge_wave,
    who_i_can_call,
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
    "move-outside": move_outside.DRAWING,
    "urge-wave": urge_wave.DRAWING,
    "urge-plan": urge_plan.DRAWING,
    "quick-check": quick_check.DRAWING,
    "pacing": pacing.DRAWING,
    "action-plan": action_plan.DRAWING,
    "appointment": appointment.DRAWING,
    "grief-and-rest": grief_and_rest.DRAWING,
    "hard-day": hard_day.DRAWING,
    "stop-start-share": stop_start_share.DRAWING,
    "clear-limit": clear_limit.DRAWING,
    "who-i-can-call": who_i_can_call.DRAWING,
}

NAMES = tuple(_DRAWINGS)
"""What a card may name as its figure."""


def drawing(name: str) -> Drawing | None:
    """The drawing of that name, or None: a card whose figure we do not have goes without."""
    return _DRAWINGS.get(name)
