"""The own-goal card: one small step, in a person's own words, on paper that only they keep."""

from __future__ import annotations

from facilitator.documents.blocks import Cards, CardTitle, Para, Rank, WriteLines
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Per, Sheet
from facilitator.documents.surround import dress, note
from facilitator.model.paper import PersonalData, Style

_COLUMNS = {Style.STANDARD: 2, Style.LARGE: 1, Style.SPACED: 1}
_ROWS = 2
_SURE = "\u00a0\u00a0".join(str(number) for number in range(11))


def build(context: SheetContext) -> Sheet:
    """Four cards a sheet, two in large print; nobody collects them and nothing of them is kept."""
    _ = context.translator.gettext
    title = _("My next small step")
    card = (
        CardTitle(title, first=True),
        WriteLines((_("What:"), _("When:"), _("How often:"), _("Who helps me:"), _("If it gets hard:"))),
        Para(_("How sure am I? Circle a number."), Rank.SMALL),
        Para(_SURE, Rank.STRONG),
        Para(_("Under 7? Make the step smaller."), Rank.SMALL),
        Para(_("This card is yours: we keep no copy."), Rank.SMALL, give=1))
    columns = _COLUMNS[context.style]
    return dress(DOCUMENT, context, title=title, kind=_("Own goal"),
                 blocks=(Cards((card,) * (columns * _ROWS), columns, _ROWS, copies=True),),
                 note=note(_("Cut along the dashes"), _("yours to keep")),
                 source=_("Nobody has to share a goal. Not a substitute for professional help."),
                 brief=_("Nobody has to share a goal."), personal=PersonalData.ONCE_FILLED,
                 privacy_note=_("Yours to keep"))


DOCUMENT = Document(
    id="own-goal", title=lambda t: t.gettext("Own-goal card"), audience=Audience.GIVE, order=55, build=build,
    personal=PersonalData.ONCE_FILLED, both_sides=False, taken_home=True, per=Per.FOUR,
    place=lambda t: t.gettext("Chairs"), outside=lambda t: t.gettext("My next small step"))
