"""A coping card as a handout: cautions before steps, and lines to make it one's own."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Caution, Figure, Para, Rank, Rule, Step, Steps, Title, WriteLines
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.surround import dress, given, note, source_line


def build(context: SheetContext) -> Sheet:
    """One side. Raises DocumentNeeds without a card."""
    _ = context.translator.gettext
    card = given(context.card, "coping-handout", Need.CARD)
    figure = Figure(card.figure, card.alt) if card.figure else None
    blocks: list[Block] = [
        Title(card.title), Para(" ".join(part for part in (card.when, card.summary) if part), Rank.INTRO),
        Caution(_("Before you start"), card.cautions, figure),
        Steps(tuple(Step(step.key, step.text) for step in card.steps)), Rule()]
    if card.again:
        blocks.append(Para(card.again, Rank.STRONG))
    if card.if_not:
        blocks.append(Para(card.if_not))
    if card.own_lines:
        blocks.append(WriteLines(tuple(f"{line.rstrip(':')}:" for line in card.own_lines), give=1))
    return dress(DOCUMENT, context, title=card.title, kind=_("Coping handout"), blocks=tuple(blocks),
                 note=note(_("Yours to keep")), source=source_line(card.origin, context))


DOCUMENT = Document(
    id="coping-handout", title=lambda t: t.gettext("Coping handout"), audience=Audience.GIVE, order=50, build=build,
    needs=(Need.CARD,), listed=lambda context: context.card.short_title if context.card else "",
    place=lambda t: t.gettext("Chairs"))
