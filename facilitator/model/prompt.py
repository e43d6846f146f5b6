"""Prompts for a round or a talk: one line each, by depth, with whom they suit and when to leave them out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.model.content import Origin
from facilitator.model.group import Application

DEEPEST = 3
GENTLE_DEEPEST = 2
GENTLE = frozenset({Application.TRAUMA, Application.YOUTH})
"""Kinds of group that are never shown a prompt deeper than `GENTLE_DEEPEST`."""


class PromptUse(StrEnum):
    """What a prompt is for, in the order of an evening."""

    CHECK_IN = "check-in"
    DISCUSSION = "discussion"
    CHECK_OUT = "check-out"
    """These look forward."""


def deepest_for(application: Application | None, under_18: bool = False) -> int:
    """How deep a prompt may go in a kind of group: 2 after trauma and for young people, else 3."""
    return GENTLE_DEEPEST if under_18 or application in GENTLE else DEEPEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One line to ask. `depth` is 1 light, 2 everyday, 3 deep; no `applications` means every kind of group.

    `avoid_if` is a short plain phrase that says when not to ask it, such as “somebody here is newly bereaved”; or "".
    """

    id: str
    use: PromptUse
    text: str
    depth: int
    applications: tuple[Application, ...] = ()
    avoid_if: str = ""
    origin: Origin

    def suits(self, application: Application | None = None, under_18: bool = False) -> bool:
        """Whether it is for this kind of group, and not too deep for it; None asks for nothing."""
        known = application is None or not self.applications or application in self.applications
        return known and self.depth <= deepest_for(application, under_18)
