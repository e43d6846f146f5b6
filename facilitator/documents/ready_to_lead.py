"""A facilitator’s quiet look at themselves, before they start or once a year; never a score."""

from __future__ import annotations

from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.form_sheet import form_sheet
from facilitator.documents.picking import form
from facilitator.model.form import READINESS
from facilitator.model.paper import PersonalData, Style


def build(context: SheetContext) -> Sheet:
    """One sheet, both its sides. Raises DocumentNeeds without the words."""
    _ = context.translator.gettext
    return form_sheet(DOCUMENT, form(context, READINESS, DOCUMENT.id), context, kind=_("Getting ready"),
                      said=_("For you alone"), privacy=_("Yours alone"))


DOCUMENT = Document(
    id="ready-to-lead", title=lambda t: t.gettext("Am I ready to lead?"), audience=Audience.TEAM, order=93, build=build,
    needs=(Need.SHELF,), personal=PersonalData.ONCE_FILLED, pages=2,
    more_pages={Style.LARGE: 3, Style.SPACED: 2}, taken_home=True, for_evening=False,
    place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("A look at myself"))
