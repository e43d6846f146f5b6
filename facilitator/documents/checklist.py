"""A checklist for those who lead: a room, a year, who is not here, six principles, a look at oneself, an end."""

from __future__ import annotations

from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.form_sheet import form_sheet
from facilitator.documents.picking import form, form_choices, form_listed
from facilitator.model.form import ANNUAL_REFRESH, CLOSURE, INCLUSION, SIX_PRINCIPLES, SKILLS, VENUE
from facilitator.model.paper import PersonalData, Style

FORMS = (VENUE, ANNUAL_REFRESH, INCLUSION, SIX_PRINCIPLES, SKILLS, CLOSURE)
_LONG = (INCLUSION, SIX_PRINCIPLES)
"""Those that take a side more with wide spacing."""


def build(context: SheetContext) -> Sheet:
    """One sheet, both its sides; a side more where letters are wider. Raises DocumentNeeds without the words."""
    _ = context.translator.gettext
    id = context.item if context.item in FORMS else FORMS[0]
    alone = id == SKILLS
    return form_sheet(DOCUMENT, form(context, id, DOCUMENT.id), context, kind=_("Checklist"),
                      said=_("For you alone") if alone else _("For those who lead"),
                      privacy=_("Yours alone") if alone else _("Keep it with your papers"),
                      pages=3 if context.style is Style.SPACED and id in _LONG else None)


DOCUMENT = Document(
    id="checklist", title=lambda t: t.gettext("Checklist"), audience=Audience.TEAM, order=94, build=build,
    needs=(Need.SHELF,), choices=lambda c: form_choices(c, FORMS), listed=lambda c: form_listed(c, FORMS),
    personal=PersonalData.ONCE_FILLED, pages=2, more_pages={Style.LARGE: 3, Style.SPACED: 2}, taken_home=True,
    for_evening=False, place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("A list to tick"))
