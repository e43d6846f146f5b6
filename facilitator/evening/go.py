"""Go or no-go: whether a circle may begin with who is there, and what is offered where it had better be shorter."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.evening.counts import ADULTS
from facilitator.i18n import _, ngettext
from facilitator.model.group import Group

CUT = 60
"""Minutes of the shorter evening."""
YOUNG_PER_ADULT = 8
"""Young people for each adult, where the organisation has not said otherwise."""


class Verdict(StrEnum):
    """What follows from who is there."""

    GO = "go"
    SHORTER = "shorter"
    """It may begin as planned; a shorter plan is offered, with the reason."""
    NO = "no"
    """It does not begin."""


class Lack(StrEnum):
    """What is missing."""

    ADULTS = "adults"
    RATIO = "ratio"
    SECOND = "second"
    FIRST_AIDER = "first-aider"


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """Who is there: facilitators, whether somebody can do first aid, and heads with the adults among them."""

    facilitators: int
    first_aider: bool
    heads: int = 0
    adults: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict, and what is missing, the gravest first. `adults` is how many adults it would need."""

    verdict: Verdict
    lacks: tuple[Lack, ...] = ()
    adults: int = 0


def may_begin(group: Group, there: There, per_adult: int = YOUNG_PER_ADULT) -> Answer:
    """Whether a circle may begin. One for under-18s with fewer than two adults, or too few for so many, never does."""
    lacks = []
    needed = adults_needed(there, per_adult) if group.for_under_18s else 0
    if needed:
        adults = there.adults or 0
        if adults < ADULTS:
            lacks.append(Lack.ADULTS)
        elif adults < needed:
            lacks.append(Lack.RATIO)
    stops = bool(lacks)
    if there.facilitators < 2:
        lacks.append(Lack.SECOND)
    if not there.first_aider:
        lacks.append(Lack.FIRST_AIDER)
    verdict = Verdict.NO if stops else Verdict.SHORTER if lacks else Verdict.GO
    return Answer(verdict, tuple(lacks), needed)


def adults_needed(there: There, per_adult: int = YOUNG_PER_ADULT) -> int:
    """How many adults so many young people need, two at least."""
    young = max(0, there.heads - (there.adults or 0))
    return max(ADULTS, -(-young // max(1, per_adult)))


def lack_words(lack: Lack, adults: int = ADULTS) -> str:
    """What is missing and why it matters, in a sentence."""
    if lack is Lack.ADULTS:
        return ngettext("A circle for under-18s needs {n} adult in the room.",
                        "A circle for under-18s needs {n} adults in the room.", ADULTS).format(n=ADULTS)
    if lack is Lack.RATIO:
        return ngettext("So many young people need {n} adult.", "So many young people need {n} adults.",
                        adults).format(n=adults)
    return {
        Lack.SECOND: _("With one facilitator, nobody can go out with somebody and stay with the circle too."),
        Lack.FIRST_AIDER: _("If nobody here can do first aid, know who would ring, and from where."),
    }[lack]
