"""The incident form: what went wrong, in roles and without names."""

from __future__ import annotations

from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.form_sheet import form_sheet
from facilitator.documents.picking import form
from facilitator.documents.surround import shred_note
from facilitator.model.form import INCIDENT
from facilitator.model.paper import PersonalData


def build(context: SheetContext) -> Sheet:
    """One sheet to write on. Raises DocumentNeeds without the words."""
    _ = context.translator.gettext
    return form_sheet(DOCUMENT, form(context, INCIDENT, DOCUMENT.id), context, kind=_("Incident"),
                      said=_("For facilitators"), privacy=shred_note(context))


DOCUMENT = Document(
    id="incident-form", title=lambda t: t.gettext("Incident form"), audience=Audience.TEAM, order=86, build=build,
    needs=(Need.SHELF,), personal=PersonalData.ONCE_FILLED, pages=2,
    place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("What happened"))
