"""A reading as a card in the hand: large enough to be read aloud, or passed round a line each."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Heading, Para, Rank, Rule, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.picking import picked, shelf
from facilitator.documents.surround import dress, note, source_line, variant_words
from facilitator.model.paper import Style
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
    how = _("Read it slowly, or pass it round, a few lines each. Anyone may pass.")
    blocks += [Para(how, Rank.SMALL, give=1), Rule()]
    blocks += [Para("\n".join(stanza), Rank.INTRO) for stanza in reading.stanzas]
    if reading.quoted:
        blocks.append(Para(_("{author}, {year}").format(author=reading.author, year=reading.year), Rank.STRONG))
    return dress(DOCUMENT, context, title=reading.title, kind=_("Reading"), blocks=tuple(blocks),
                 note=note(_("Read it aloud"), variant_words(context.style, context.translator)),
                 source=reading.rights or source_line(reading.origin, context), origins=(reading.origin,),
                 brief=_("Not a substitute for professional help."), pages=_pages(reading, context.style), fewest=1)


def _pages(reading: Reading, style: Style) -> int:
    """Sides that a reading of this length takes."""
    letters = sum(len(line) + _A_LINE for stanza in reading.stanzas for line in stanza)
    return 2 if style is Style.LARGE and letters > _LARGE else 1


def _choices(context: SheetContext) -> tuple[tuple[str, str], ...]:
    return tuple((reading.id, reading.title) for reading in _readings(context))


def _readings(context: SheetContext) -> tuple[Reading, ...]:
    return context.shelf.readings if context.shelf else ()


def _listed(context: SheetContext) -> str:
    readings = _readings(context)
    return picked(readings, context.item, DOCUMENT.id).title if readings else ""


_LARGE, _A_LINE = 700, 25
"""Letters that one side surely holds in large print, and what a new line costs of them."""

DOCUMENT = Document(
    id="reading-card", title=lambda t: t.gettext("Reading"), audience=Audience.TABLE, order=28, build=build,
    needs=(Need.SHELF,), choices=_choices, listed=_listed, both_sides=False, place=lambda t: t.gettext("Table"),
    outside=lambda t: t.gettext("Something to read"))
