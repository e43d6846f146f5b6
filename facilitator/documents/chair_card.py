"""The chair card: what lies on each seat, so that who sits down knows how it goes and that one may pass."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Cards, CardTitle, Items, Para, Rank
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Per, Sheet
from facilitator.documents.picking import shelf
from facilitator.documents.surround import dress, note
from facilitator.model.paper import Style

_COLUMNS = {Style.STANDARD: 2, Style.LARGE: 1, Style.SPACED: 1}
_ROWS = 2


def build(context: SheetContext) -> Sheet:
    """Four cards a sheet, two in large print, all the same. Raises DocumentNeeds without the words."""
    _ = context.translator.gettext
    leaflet = shelf(context, DOCUMENT.id).chair_card
    head = leaflet.summary if context.discreet else leaflet.title
    card: list[Block] = [CardTitle(head, first=True)]
    if not context.discreet:
        card.append(Para(leaflet.summary, give=1))
    for part in leaflet.parts:
        card += [Para(part.title, Rank.STRONG), Items(part.lines, small=context.style is Style.LARGE)]
    columns = _COLUMNS[context.style]
    return dress(DOCUMENT, context, title=_("Cards for the chairs"), kind=_("Chair cards"),
                 blocks=(Cards((tuple(card),) * (columns * _ROWS), columns, _ROWS, copies=True),),
                 note=note(_("Cut along the dashes"), _("one on each seat")),
                 source=_("Collect them at the end: they can be used again."), origins=(leaflet.origin,))


DOCUMENT = Document(
    id="chair-card", title=lambda t: t.gettext("Chair cards"), audience=Audience.TABLE, order=37, build=build,
    needs=(Need.SHELF,), per=Per.FOUR, both_sides=False, place=lambda t: t.gettext("Chairs"),
    outside=lambda t: t.gettext("Cards for the chairs"))
