"""Shipped content as the library hands it on: frozen, checked, with source, caution and review date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitator.model.agenda import AgendaDraft, Line
from facilitator.model.agreement import Clause
from facilitator.model.group import Application


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an item's facts come from, when it was last looked at, and how easy it reads."""

    source: str
    licence: str = "CC BY 4.0"
    reviewed_on: date
    review_by: date
    reading_grade: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a coping card: a key word and what to do."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopingCard:
    """A coping strategy as a handout: cautions come before steps; `figure` names a drawing, `alt` says what it shows."""

    id: str
    title: str
    short_title: str
    when: str
    summary: str
    cautions: tuple[str, ...]
    steps: tuple[Step, ...]
    again: str
    if_not: str
    own_lines: tuple[str, ...]
    figure: str = ""
    alt: str = ""
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """Words to say, in lines of saying and doing."""

    id: str
    title: str
    kind: str
    applications: tuple[Application, ...]
    lines: tuple[Line, ...]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementTemplate:
    """Clauses to start a group's agreement from."""

    id: str
    title: str
    clauses: tuple[Clause, ...]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaTemplate:
    """A shipped plan for an evening, scripts already filled in."""

    id: str
    title: str
    summary: str
    applications: tuple[Application, ...]
    agenda: AgendaDraft
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Helpline:
    """A number to ring or text. `section` is emergency, any or one; unverified until a person rang it (`verified_on`)."""

    id: str
    name: str
    what: str
    number: str
    channel: str = "call"
    keyword: str = ""
    section: str = "any"
    region: str = ""
    topics: tuple[str, ...] = ()
    audience: str = ""
    hours: str = ""
    cost: str = ""
    url: str = ""
    verified_on: date | None = None
    verified_by: str = ""
    how: str = ""
    review_by: date | None = None
    confidence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyCard:
    """Steps for the worst minute, written per country's numbers; holds no data about anybody."""

    title: str
    steps: tuple[Step, ...]
    never: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """A country's lines. `emergency` are never marked as unverified."""

    country: str
    name: str
    emergency: tuple[Helpline, ...]
    lines: tuple[Helpline, ...]

    def checked(self, today: date) -> tuple[Helpline, ...]:
        """The lines a person has rung and whose check has not run out."""
        return tuple(line for line in self.lines
                     if line.verified_on is not None and (line.review_by is None or line.review_by >= today))
