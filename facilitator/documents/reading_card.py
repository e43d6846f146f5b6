"""A reading as a card in the hand: large enough to be read aloud, or passed round a line each."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Heading, Para, Rank, Rule, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.picking import picked, shelf
from facilitator.documents.surround import dress, note, source_line, variant_words
from facilitator.model.reading import Reading


def build(context: SheetContext) -> Sheet:
    """One side. A poem keeps its lines, and says whose it is. Raises DocumentNeeds without the words."""
    _ = context.translator.gettext
    reading = picked(shelf(context, DOCUMENT.id).readings, context.item, DOCUMENT.id)
    blocks: list[Block] = [Title(reading.title)]
    if context.discreet:
        blocks.append(Heading(reading.title))
    if reading.avoid_if:
        blocks.append(Para(_("Choose another one if {case}.").format(case=reading.avoid_if), Rank.SMALL))
    blocks += [Para(_("Read it slowly, or pass it round, a few lines each. Anyone may pass."), Rank.SMALL), Rule()]
    blocks += [Para("\n".join(stanza), Rank.INTRO) for stanza in reading.stanzas]
    if reading.quoted:
        blocks.append(Para(_("{author}, {year}").format(author=reading.author, year=reading.year), Rank.STRONG))
    return dress(DOCUMENT, context, title=reading.title, kind=_("Reading"), blocks=tuple(blocks),
                 note=note(_("Read it aloud"), variant_words(context.style, context.translator)),
                 source=reading.rights or source_line(reading.origin, context), origins=(reading.origin,),
                 brief=_("Not a substitute for professional help."))


def _choices(context: SheetContext) -> tuple[tuple[str, str], ...]:
    return tuple((reading.id, reading.title) for reading in _readings(context))


def _readings(context: SheetContext) -> tuple[Reading, ...]:
    return context.shelf.readings if context.shelf else ()


def _listed(context: SheetContext) -> str:
    readings = _readings(context)
    return picked(readings, context.item, DOCUMENT.id).title if readings else ""


DOCUMENT = Document(
    id="reading-card", title=lambda t: t.gettext("Reading"), audience=Audience.TABLE, order=28, build=build,
    needs=(Need.SHELF,), choices=_choices, listed=_listed, both_sides=False, place=lambda t: t.gettext("Table"),
    outside=lambda t: t.gettext("Something to read"))
