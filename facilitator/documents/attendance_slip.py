"""The attendance slip: who asks for it takes a line home that says they were here. A pen fills it; nothing is kept.

It is a courtesy and no proof: it names no group and no subject, and says itself that nobody vouches for it.
"""

from __future__ import annotations

from facilitator.documents.blocks import Cards, CardTitle, Para, Rank, WriteLines
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Sheet
from facilitator.documents.surround import dress, note
from facilitator.model.paper import PersonalData, Style

_COLUMNS = {Style.STANDARD: 2, Style.LARGE: 1, Style.SPACED: 1}
_ROWS = 2


def build(context: SheetContext) -> Sheet:
    """Four slips a sheet, two in large print: all the same, with nothing on them of a group or of a list."""
    _ = context.translator.gettext
    title = _("I was here")
    slip = (
        CardTitle(title, first=True),
        WriteLines((_("First name:"), _("Day:"), _("Time:"), _("Signed:"))),
        Para(_("It says who came and when, and nothing else."), Rank.SMALL),
        Para(_("It is no proof for a court or for work. We answer no questions about it."), Rank.SMALL),
        Para(_("This slip is yours: we keep no copy."), Rank.SMALL, give=1))
    columns = _COLUMNS[context.style]
    return dress(DOCUMENT, context, title=title, kind=_("Slip"),
                 blocks=(Cards((slip,) * (columns * _ROWS), columns, _ROWS, copies=True),),
                 note=note(_("Cut along the dashes"), _("only for who asks")),
                 source=_("Fill it in by hand, only when somebody asks for one. Nothing of it goes into the vault."),
                 brief=_("Only when somebody asks."), personal=PersonalData.ONCE_FILLED,
                 privacy_note=_("Yours to keep"))


DOCUMENT = Document(
    id="attendance-slip", title=lambda t: t.gettext("Attendance slips"), audience=Audience.GIVE, order=95, build=build,
    personal=PersonalData.ONCE_FILLED, both_sides=False, taken_home=True, for_evening=False,
    place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("I was here"))
