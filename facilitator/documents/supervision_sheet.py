"""Supervision on paper: what a facilitator and a supervisor agree on, and a sheet for each time they meet."""

from __future__ import annotations

from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.form_sheet import form_sheet
from facilitator.documents.picking import form, form_choices, form_listed
from facilitator.model.form import SUPERVISION_CONTRACT, SUPERVISION_SESSION
from facilitator.model.paper import PersonalData, Style

_FORMS = (SUPERVISION_SESSION, SUPERVISION_CONTRACT)


def build(context: SheetContext) -> Sheet:
    """One sheet, both its sides; the contract may go over where letters are wider. Raises DocumentNeeds."""
    _ = context.translator.gettext
    id = context.item if context.item in _FORMS else _FORMS[0]
    return form_sheet(DOCUMENT, form(context, id, DOCUMENT.id), context, kind=_("Supervision"),
                      said=_("For a facilitator and a supervisor"), privacy=_("Keep it locked away"),
                      pages=3 if context.style is Style.SPACED and id == SUPERVISION_CONTRACT else None,
                      fewest=2 if context.style is Style.SPACED else 0)


DOCUMENT = Document(
    id="supervision-sheet", title=lambda t: t.gettext("Supervision sheet"), audience=Audience.TEAM, order=90,
    build=build, needs=(Need.SHELF,), choices=lambda c: form_choices(c, _FORMS),
    listed=lambda c: form_listed(c, _FORMS), personal=PersonalData.ONCE_FILLED, pages=2,
    more_pages={Style.LARGE: 3, Style.SPACED: 2}, taken_home=True, for_evening=False,
    place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("Notes for a talk"))
