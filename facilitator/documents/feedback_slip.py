"""The feedback slip: five lines, three faces, no name; several on a sheet to cut apart."""

from __future__ import annotations

from facilitator.documents.blocks import Cards, CardTitle, Faces, Para, Rank
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Per, Sheet
from facilitator.documents.easy import feedback
from facilitator.documents.surround import dress, note
from facilitator.model.paper import Style

_COLUMNS = {Style.STANDARD: 2, Style.LARGE: 1, Style.SPACED: 1}
_ROWS = 2


def build(context: SheetContext) -> Sheet:
    """Four slips a sheet, two in large print: all the same, and nothing on them tells who filled one in."""
    _ = context.translator.gettext
    title = _("How was it?")
    slip = (
        CardTitle(title, first=True),
        Para(_("Circle one face in each line. No name, please."), Rank.SMALL),
        Faces((_("Yes"), _("A bit"), _("No")),
              (_("I felt welcome"), _("I felt safe"), _("I was heard"), _("I learned something"),
               _("I will come back"))),
        Para(_("Fold it and put it in the box by the door. Thank you."), Rank.SMALL, give=1))
    columns = _COLUMNS[context.style]
    return dress(DOCUMENT, context, title=title, kind=_("Feedback"),
                 blocks=(Cards((slip,) * (columns * _ROWS), columns, _ROWS, copies=True),),
                 note=note(_("Cut along the dashes")), source=_("Count the faces, then recycle the slips."))


def _easy(context: SheetContext) -> Sheet | None:
    return feedback.build(DOCUMENT, context)


DOCUMENT = Document(
    id="feedback-slip", title=lambda t: t.gettext("Feedback slips"), audience=Audience.TABLE, order=80, build=build,
    per=Per.FOUR, both_sides=False, easy=_easy, place=lambda t: t.gettext("By the door"),
    outside=lambda t: t.gettext("How was it?"))
