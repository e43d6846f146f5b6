"""Words of forms and cards around an evening: debrief, supervision, reflective log, roles, a line for oneself."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.model.content import Origin
from facilitator.model.rota import Role

DEBRIEF = "debrief"
SUPERVISION_CONTRACT = "supervision-contract"
SUPERVISION_SESSION = "supervision-session"
REFLECTIVE_LOG = "reflective-log"
CO_FACILITATORS = "co-facilitators"
READINESS = "readiness"
CONCERN = "concern"
INCIDENT = "incident"
SKILLS = "skills"
ANNUAL_REFRESH = "annual-refresh"
INCLUSION = "inclusion"
SIX_PRINCIPLES = "six-principles"
VENUE = "venue"
CLOSURE = "closure"
NEWCOMER = "newcomer-card"
ACCESS_NEEDS = "access-needs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to answer: `id` is what an answer is kept under; `lines` is how many writing lines paper gives it.

    0 lines means a thing to tick or agree to.
    """

    id: str
    ask: str
    hint: str = ""
    lines: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPart:
    """A heading, what is said under it, and what is asked there."""

    id: str
    title: str
    says: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Light:
    """One of three answers to “safe to go home?”: `words` say what it means to oneself, `next` what to do now.

    `often` is said when it was chosen three times running; "" where there is nothing to say.
    """

    id: str
    name: str
    words: str
    next: str
    often: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form in words: cautions first, then parts. `ask` and `lights` only where it ends with a traffic light."""

    id: str
    title: str
    summary: str
    cautions: tuple[str, ...]
    parts: tuple[FormPart, ...]
    ask: str = ""
    lights: tuple[Light, ...] = ()
    origin: Origin

    @property
    def questions(self) -> tuple[Question, ...]:
        """All that is asked, in order."""
        return tuple(question for part in self.parts for question in part.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleCard:
    """What somebody does who takes a role for an evening: first what to leave, then what to do, and words that help."""

    role: Role
    title: str
    summary: str
    dont: tuple[str, ...]
    do: tuple[str, ...]
    say: tuple[str, ...]
    origin: Origin

    @property
    def id(self) -> str:
        """What tells it from the others: one card a role."""
        return self.role.value


@dataclass(frozen=True, slots=True, kw_only=True)
class WellbeingLine:
    """One line for the facilitator's own sake, for the end of an evening."""

    id: str
    text: str
    origin: Origin
