"""Every printed document. Adding one is a file with its declaration, and a line here."""

from __future__ import annotations

from facilitator.documents import (
    agreement_draft,
    agreement_poster,
    attendance_grid,
    attendance_slip,
    certificate,
    chair_card,
    checklist,
    clause_cards,
    concern_form,
    consent_form,
    coping_book,
    coping_handout,
    cover_slip,
    debrief_form,
    emergency,
    feedback_slip,
    handout,
    hard_moment,
    helplines,
    incident_form,
    laptop_stolen,
    lead_together,
    own_goal,
    paper_evening,
    prompt_cards,
    reading_card,
    ready_to_lead,
    recovery,
    reflective_log,
    role_cards,
    room_card,
    run_sheet,
    safeguarding_flow,
    script_card,
    sign_in,
    supervision_sheet,
    tally,
    to_fill_in,
    vault_closed,
    wall_agenda,
    wallet_cards,
    welcome_leaflet,
)
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Document, Sheet
from facilitator.errors import NoEasyRead, PrintedByHandOnly, UnknownDocument
from facilitator.model.paper import Style

DOCUMENTS: tuple[Document, ...] = (
    cover_slip.DOCUMENT,
    run_sheet.DOCUMENT,
    script_card.DOCUMENT,
    paper_evening.DOCUMENT,
    wall_agenda.DOCUMENT,
    prompt_cards.DOCUMENT,
    reading_card.DOCUMENT,
    agreement_draft.DOCUMENT,
    agreement_poster.DOCUMENT,
    clause_cards.DOCUMENT,
    chair_card.DOCUMENT,
    role_cards.DOCUMENT,
    sign_in.DOCUMENT,
    tally.DOCUMENT,
    to_fill_in.DOCUMENT,
    welcome_leaflet.DOCUMENT,
    consent_form.DOCUMENT,
    coping_handout.DOCUMENT,
    coping_book.DOCUMENT,
    handout.DOCUMENT,
    wallet_cards.DOCUMENT,
    own_goal.DOCUMENT,
    helplines.PARTICIPANTS,
    helplines.TEAM,
    emergency.DOCUMENT,
    hard_moment.DOCUMENT,
    safeguarding_flow.DOCUMENT,
    laptop_stolen.DOCUMENT,
    room_card.DOCUMENT,
    feedback_slip.DOCUMENT,
    debrief_form.DOCUMENT,
    concern_form.DOCUMENT,
    incident_form.DOCUMENT,
    attendance_grid.DOCUMENT,
    attendance_slip.DOCUMENT,
    certificate.DOCUMENT,
    supervision_sheet.DOCUMENT,
    reflective_log.DOCUMENT,
    lead_together.DOCUMENT,
    ready_to_lead.DOCUMENT,
    checklist.DOCUMENT,
    vault_closed.DOCUMENT,
    recovery.DOCUMENT,
)


def document(id: str) -> Document:
    """The declaration of that id. Raises UnknownDocument."""
    for declared in DOCUMENTS:
        if declared.id == id:
            return declared
    raise UnknownDocument(id)


def build(declared: Document | str, context: SheetContext, *, by_hand: bool = False) -> Sheet:
    """The sheet for this occasion. `by_hand` is said by the one place that prints the recovery sheet, never by a file.

    Raises DocumentNeeds when something is missing, NoEasyRead, PrintedByHandOnly, UnknownDocument.
    """
    if isinstance(declared, str):
        declared = document(declared)
    if declared.by_hand_only and not by_hand:
        raise PrintedByHandOnly()
    context.require(declared.id, declared.needs)
    if context.style is not Style.EASYREAD:
        return declared.build(context)
    made = declared.easy(context) if declared.easy is not None else None
    if made is None:
        raise NoEasyRead((declared.listed(context) if declared.listed else "") or declared.title(context.translator))
    return made
