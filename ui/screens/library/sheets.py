"""Which printed sheet an item of the Library is made into."""

from __future__ import annotations

from facilitator.model.form import (
    ACCESS_NEEDS,
    ANNUAL_REFRESH,
    CLOSURE,
    CO_FACILITATORS,
    CONCERN,
    DEBRIEF,
    INCIDENT,
    INCLUSION,
    NEWCOMER,
    READINESS,
    REFLECTIVE_LOG,
    SIX_PRINCIPLES,
    SKILLS,
    SUPERVISION_CONTRACT,
    SUPERVISION_SESSION,
    VENUE,
    Form,
    RoleCard,
)
from facilitator.model.prompt import Prompt
from ui.screens.library.asking import Kind, Opened

_SHEETS = {
    Kind.CARD: "coping-handout", Kind.SCRIPT: "script-card", Kind.AGREEMENT: "agreement-draft",
    Kind.HARD_MOMENT: "hard-moment", Kind.READING: "reading-card", Kind.HANDOUT: "handout",
}  # fmt: skip
_FORMS = {
    DEBRIEF: "debrief-form", REFLECTIVE_LOG: "reflective-log", CO_FACILITATORS: "lead-together",
    READINESS: "ready-to-lead", SUPERVISION_SESSION: "supervision-sheet", SUPERVISION_CONTRACT: "supervision-sheet",
    CONCERN: "concern-form", INCIDENT: "incident-form", NEWCOMER: "to-fill-in", ACCESS_NEEDS: "to-fill-in",
    VENUE: "checklist", ANNUAL_REFRESH: "checklist", INCLUSION: "checklist", SIX_PRINCIPLES: "checklist",
    SKILLS: "checklist", CLOSURE: "checklist",
}  # fmt: skip
_CHOSEN = ("supervision-sheet", "to-fill-in", "checklist")
"""The documents that are made of one of several forms."""


def sheet_of(opened: Opened) -> tuple[str, str] | None:
    """The document and the item it is made of, "" where there is nothing to choose; None for what has no sheet."""
    thing, id = opened.thing, opened.key.id
    if isinstance(thing, Prompt):
        return "prompt-cards", thing.use.value
    if isinstance(thing, RoleCard):
        return "role-cards", ""
    if isinstance(thing, Form):
        document = _FORMS.get(id, "")
        return (document, id if document in _CHOSEN else "") if document else None
    if opened.key.kind is Kind.FORM:  # sheets for the room, under the ids of their documents
        return id, ""
    if opened.key.kind is Kind.HELPLINE:
        return "helplines", ""
    return (_SHEETS[opened.key.kind], id) if opened.key.kind in _SHEETS else None
