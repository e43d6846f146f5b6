"""Cards that somebody may fill in, or leave: for the first time, and what helps to be here."""

from __future__ import annotations

from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Per, Sheet
from facilitator.documents.easy import to_fill_in as easy_card
from facilitator.documents.form_sheet import form_sheet
from facilitator.documents.picking import form, form_choices, form_listed
from facilitator.documents.surround import shred_note
from facilitator.model.form import ACCESS_NEEDS, NEWCOMER
from facilitator.model.paper import PersonalData, Style

FORMS = (NEWCOMER, ACCESS_NEEDS)


def build(context: SheetContext) -> Sheet:
    """One side. Raises DocumentNeeds without the words."""
    _ = context.translator.gettext
    id = context.item if context.item in FORMS else FORMS[0]
    return form_sheet(DOCUMENT, form(context, id, DOCUMENT.id), context, kind=_("To fill in"),
                      said=_("Only if you like"), privacy=shred_note(context))


def _easy(context: SheetContext) -> Sheet | None:
    return easy_card.build(DOCUMENT, context, context.item if context.item in FORMS else FORMS[0])


DOCUMENT = Document(
    id="to-fill-in", title=lambda t: t.gettext("Card for somebody new"), audience=Audience.GIVE, order=46, build=build,
    needs=(Need.SHELF,), choices=lambda c: form_choices(c, FORMS), listed=lambda c: form_listed(c, FORMS),
    personal=PersonalData.ONCE_FILLED, per=Per.NEWCOMER, more_pages={Style.LARGE: 2}, both_sides=False,
    easy=_easy, place=lambda t: t.gettext("By the door"), outside=lambda t: t.gettext("A card to fill in"))
