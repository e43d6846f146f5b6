"""The debrief on paper: four questions for each of the two who led, answered alone, and whether one is safe to go home.
"""

from __future__ import annotations

from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Per, Sheet
from facilitator.documents.form_sheet import form_sheet
from facilitator.documents.picking import form
from facilitator.model.form import DEBRIEF
from facilitator.model.paper import PersonalData, Style


def build(context: SheetContext) -> Sheet:
    """One sheet for each facilitator. Raises DocumentNeeds without the words."""
    _ = context.translator.gettext
    return form_sheet(DOCUMENT, form(context, DEBRIEF, DOCUMENT.id), context, kind=_("Debrief"),
                      said=_("One for each facilitator"), privacy=_("Yours alone"))


DOCUMENT = Document(
    id="debrief-form", title=lambda t: t.gettext("Debrief form"), audience=Audience.TEAM, order=82, build=build,
    needs=(Need.SHELF,), personal=PersonalData.ONCE_FILLED, both_sides=False, more_pages={Style.LARGE: 2},
    per=Per.LEADER, taken_home=True, place=lambda t: t.gettext("Facilitators"),
    outside=lambda t: t.gettext("Looking back"))
