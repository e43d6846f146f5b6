"""The agreement as cards to cut out: one clause on each, to be dealt round the ring and read aloud."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Cards, CardTitle, Deck, DeckSize, Face, Para
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.surround import dress, given, group_name, note
from facilitator.model.agreement import AgreementVersion
from facilitator.model.paper import Layout, Style

_COLUMNS = {Style.STANDARD: 2, Style.LARGE: 1, Style.SPACED: 1}
_A_SIDE = 8
_ROWS = {Style.STANDARD: 4, Style.LARGE: 4, Style.SPACED: 4}


def build(context: SheetContext) -> Sheet:
    """Eight cards a side, four in large print. Raises DocumentNeeds without an agreement."""
    _ = context.translator.gettext
    agreement = given(context.agreement, "clause-cards", Need.AGREEMENT)
    if context.layout(DOCUMENT.layouts) is Layout.BACKED:
        return _backed(agreement, context)
    columns, rows = _COLUMNS[context.style], _ROWS[context.style]
    cards: list[tuple[Block, ...]] = [
        (CardTitle(clause.text, first=not place, clause=True), *((Para(clause.why),) if clause.why else ()))
        for place, clause in enumerate(agreement.clauses)]
    title = _("Cards to cut out")
    return dress(DOCUMENT, context, title=title, kind=_("Clause cards"), blocks=(Cards(tuple(cards), columns, rows),),
                 note=note(_("Cut along the dashes"), group_name(context)),
                 source=_("Deal them round. Each person reads one, or passes it on."),
                 pages=-(-len(cards) // (columns * rows)))


def _backed(agreement: AgreementVersion, context: SheetContext) -> Sheet:
    """The same as a deck to deal face down: behind each clause stands what it is about."""
    _ = context.translator.gettext
    fronts = tuple(Face(clause.text, small=clause.why, first=not place, clause=True)
                   for place, clause in enumerate(agreement.clauses))
    backs = tuple(Face(clause.theme or _("Our agreement"), small=_("Turn it over and read it aloud, or pass it on."),
                       clause=True) for clause in agreement.clauses)
    return dress(DOCUMENT, context, title=_("Cards to cut out"), kind=_("Clause cards"),
                 blocks=(Deck(fronts, backs, DeckSize.TABLE),), note=group_name(context),
                 source=_("Deal them round, face down."), pages=2 * -(-len(fronts) // _A_SIDE),
                 faces=(_("Front. Print at actual size."), _("Back. Cut along the marks.")))


DOCUMENT = Document(
    id="clause-cards", title=lambda t: t.gettext("Clause cards"), audience=Audience.TABLE, order=35, build=build,
    needs=(Need.AGREEMENT,), both_sides=False, layouts=(Layout.PAGE, Layout.BACKED), pages=2,
    more_pages={Style.LARGE: 3},
    prints=("agreement_version.clauses", "groups.name"), place=lambda t: t.gettext("Table"),
    outside=lambda t: t.gettext("Cards to cut out"))
