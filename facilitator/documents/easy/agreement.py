"""The agreement in Easy Read: a row for each clause; what a group put in its own words stands as the group wrote it."""

from __future__ import annotations

from facilitator.documents.blocks import Block, PageBreak, PictureRow, PictureRows, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Document, Sheet
from facilitator.documents.easy.seen import seen
from facilitator.documents.easy.version import A_SIDE, dressed, easy_words, row
from facilitator.documents.surround import group_name, note, plain_day
from facilitator.documents.words import Span, Text
from facilitator.model.easy_read import Picture


def build(document: Document, context: SheetContext) -> Sheet | None:
    """As many sides as its clauses take; None where not one of them has Easy Read words."""
    words, agreement, t = easy_words(context, document.id), context.agreement, context.translator
    if words is None or agreement is None:
        return None
    known = {line.id: line for line in words.rows}
    shipped = {clause.source: clause.text for offer in context.offers for clause in offer.clauses}
    made: list[PictureRow] = []
    easy = 0
    for clause in agreement.clauses:
        # Words that somebody changed may promise something else than ours say.
        if clause.source in known and shipped.get(clause.source) == clause.text:
            easy += 1
            made.append(row(known[clause.source], context))
        else:
            lines: list[Text] = [(Span(clause.text, True),), *([clause.why] if clause.why else [])]
            made.append(PictureRow(Picture.TICK, seen(Picture.TICK, t), tuple(lines)))
    if not easy:
        return None
    blocks: list[Block] = [Title(words.title)]
    sides = -(-len(made) // A_SIDE)
    each = -(-len(made) // sides)
    for start in range(0, len(made), each):
        blocks += [PageBreak()] if start else []
        blocks.append(PictureRows(tuple(made[start:start + each])))
    return dressed(document, context, words.title, blocks, words.origin,
                   said=note(t.gettext("For the wall"), group_name(context)),
                   before=t.gettext("We agreed this together on {day}.").format(day=plain_day(agreement.adopted_on, t)))
