"""A page for a facilitator alone, after an evening or once a month."""

from __future__ import annotations

from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.form_sheet import form_sheet
from facilitator.documents.picking import form
from facilitator.model.form import REFLECTIVE_LOG
from facilitator.model.paper import PersonalData, Style


def build(context: SheetContext) -> Sheet:
    """One sheet, both its sides. Raises DocumentNeeds without the words."""
    _ = context.translator.gettext
    return form_sheet(DOCUMENT, form(context, REFLECTIVE_LOG, DOCUMENT.id), context, kind=_("Reflective log"),
                      said=_("For you alone"), privacy=_("Yours alone"))


DOCUMENT = Document(
    id="reflective-log", title=lambda t: t.gettext("Reflective log"), audience=Audience.TEAM, order=91, build=build,
    needs=(Need.SHELF,), personal=PersonalData.ONCE_FILLED, pages=2, more_pages={Style.LARGE: 2}, taken_home=True,
    for_evening=False, place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("A page for myself"))
