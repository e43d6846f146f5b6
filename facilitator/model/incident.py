"""An incident: something that went wrong at an evening, told with roles and never with names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.i18n import _
from facilitator.model.ids import Id


class IncidentKind(StrEnum):
    """What went wrong."""

    ACCIDENT = "accident"
    CONFLICT = "conflict"
    BREACH = "breach"
    INTOXICATION = "intoxication"
    PROPERTY = "property"


class IncidentRole(StrEnum):
    """Who had a part in it: what they were there as, never who they are."""

    MEMBER = "member"
    NEWCOMER = "newcomer"
    FACILITATOR = "facilitator"
    VISITOR = "visitor"
    CHILD = "child"
    VENUE = "venue"
    STRANGER = "stranger"
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentDraft:
    """An incident as it is written down. `facts` and `action` name nobody; `on` is the day it happened."""

    kind: IncidentKind
    on: date
    facts: str
    roles: tuple[IncidentRole, ...] = ()
    action: str = ""
    session_id: Id | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """All that was typed."""
        return tuple(filter(None, (self.facts, self.action)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(IncidentDraft):
    """An incident that is kept."""

    id: Id
    group_id: Id


def incident_words(kind: IncidentKind) -> str:
    """A kind of incident in words."""
    return {
        IncidentKind.ACCIDENT: _("Accident or illness"), IncidentKind.CONFLICT: _("Angry words or a threat"),
        IncidentKind.BREACH: _("Something private got out"), IncidentKind.INTOXICATION: _("Drink or drugs"),
        IncidentKind.PROPERTY: _("Damage or loss"),
    }[kind]


def incident_hint(kind: IncidentKind) -> str:
    """What a kind of incident takes in."""
    return {
        IncidentKind.ACCIDENT: _("Somebody was hurt or taken ill."),
        IncidentKind.CONFLICT: _("Shouting, a fight, a threat, or a clause badly broken."),
        IncidentKind.BREACH: _("A story, a list or a paper went to somebody it was not for."),
        IncidentKind.INTOXICATION: _("Somebody could not take part."),
        IncidentKind.PROPERTY: _("Something of the venue or of somebody."),
    }[kind]


def role_in_incident(role: IncidentRole) -> str:
    """A part in an incident in words."""
    return {
        IncidentRole.MEMBER: _("A member"), IncidentRole.NEWCOMER: _("A newcomer"),
        IncidentRole.FACILITATOR: _("A facilitator"), IncidentRole.VISITOR: _("A visitor or speaker"),
        IncidentRole.CHILD: _("A child"), IncidentRole.VENUE: _("Somebody of the venue"),
        IncidentRole.STRANGER: _("Somebody from outside"), IncidentRole.HELP: _("Ambulance, police or fire"),
    }[role]
