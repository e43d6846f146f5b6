"""The agreement as cards to cut out: one clause on each, to be dealt round the ring and read aloud."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Cards, CardTitle, Para
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.surround import dress, given, group_name, note
from facilitator.model.paper import Style

_COLUMNS = {Style.STANDARD: 2, Style.LARGE: 1, Style.SPACED: 1}
_ROWS = {Style.STANDARD: 4, Style.LARGE: 4, Style.SPACED: 4}


def build(context: SheetContext) -> Sheet:
    """Eight cards a side, four in large print. Raises DocumentNeeds without an agreement."""
    _ = context.translator.gettext
    agreement = given(context.agreement, "clause-cards", Need.AGREEMENT)
    columns, rows = _COLUMNS[context.style], _ROWS[context.style]
    cards: list[tuple[Block, ...]] = [
        (CardTitle(clause.text, first=not place, clause=True), *((Para(clause.why),) if clause.why else ()))
        for place, clause in enumerate(agreement.clauses)]
    title = _("Cards to cut out")
    return dress(DOCUMENT, context, title=title, kind=_("Clause cards"), blocks=(Cards(tuple(cards), columns, rows),),
                 note=note(_("Cut along the dashes"), group_name(context)),
                 source=_("Deal them round. Each person reads one, or passes it on."),
                 pages=-(-len(cards) // (columns * rows)))


DOCUMENT = Document(
    id="clause-cards", title=lambda t: t.gettext("Clause cards"), audience=Audience.TABLE, order=35, build=build,
    needs=(Need.AGREEMENT,), both_sides=False, pages=2, more_pages={Style.LARGE: 3},
    prints=("agreement_version.clauses", "groups.name"), place=lambda t: t.gettext("Table"),
    outside=lambda t: t.gettext("Cards to cut out"))
