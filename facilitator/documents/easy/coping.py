"""A coping card in Easy Read: what to know and every step on side 1, when to use it and lines to write on side 2."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Caution, Heading, Title, WriteLines
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Document, Sheet
from facilitator.documents.easy.version import dressed, easy_words, sides_of


def build(document: Document, context: SheetContext) -> Sheet | None:
    """Two sides; None where the card has no Easy Read words, or stands in a group's own words that those do not say."""
    card = context.card
    if card is None or context.shelf is None or card not in context.shelf.shipped_cards:
        return None
    words = easy_words(context, document.id, card.id)
    if words is None:
        return None
    _ = context.translator.gettext
    blocks: list[Block] = [Title(words.title), Caution(_("Before you start"), words.cautions)]
    blocks += sides_of(words.parts, context)
    if words.own_lines:
        blocks += [Heading(_("Make it yours")), WriteLines(tuple(f"{line}:" for line in words.own_lines), each=2)]
    return dressed(document, context, words.title, blocks, words.origin, advice=True)
