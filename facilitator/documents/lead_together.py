"""What two facilitators settle before the first circle that they lead together."""

from __future__ import annotations

from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.form_sheet import form_sheet
from facilitator.documents.picking import form
from facilitator.model.form import CO_FACILITATORS
from facilitator.model.paper import PersonalData, Style


def build(context: SheetContext) -> Sheet:
    """One sheet, both its sides. Raises DocumentNeeds without the words."""
    _ = context.translator.gettext
    return form_sheet(DOCUMENT, form(context, CO_FACILITATORS, DOCUMENT.id), context, kind=_("Leading together"),
                      said=_("For the two of you"), privacy=_("Keep it out of the room"))


DOCUMENT = Document(
    id="lead-together", title=lambda t: t.gettext("Before you lead together"), audience=Audience.TEAM, order=92,
    build=build, needs=(Need.SHELF,), personal=PersonalData.ONCE_FILLED, pages=2,
    more_pages={Style.LARGE: 3, Style.SPACED: 2}, taken_home=True, for_evening=False,
    place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("Before we start"))
