"""The way to act when somebody may be hurt or tells us so: what to do now, then step by step, with its branches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.model.content import Origin

OUTSIDE = ("child-safety", "abuse")
"""Topics of the lines that can be called where nobody inside the group can be told."""


class Branch(StrEnum):
    """Who is to be told, by whom it is about and whom the group has."""

    LEAD = "lead"
    NO_LEAD = "no-lead"
    FACILITATOR = "facilitator"
    ABOUT_LEAD = "about-lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowStep:
    """One step: a key word, what to do, and words to say where there are any."""

    id: str
    key: str
    text: str
    say: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowBranch:
    """What to do in one case: `title` names the case, `short` is the line for paper, `lines` say all of it."""

    branch: Branch
    title: str
    short: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeguardingFlow:
    """The whole of it. `danger` is asked before all else, and `call` is what to do then."""

    title: str
    summary: str
    danger: str
    call: str
    steps: tuple[FlowStep, ...]
    branches: tuple[FlowBranch, ...]
    never: tuple[str, ...]
    origin: Origin

    def branch(self, wanted: Branch) -> FlowBranch:
        """One of the cases; all are there, or the file is refused."""
        return next(one for one in self.branches if one.branch is wanted)

    @property
    def lines(self) -> tuple[str, ...]:
        """All its words in the order they are read, but what must never be done."""
        steps = (line for step in self.steps for line in (f"{step.key}. {step.text}", *step.say))
        cases = (line for one in self.branches for line in (one.short, *one.lines))
        return (self.summary, self.danger, self.call, *steps, *cases)
