"""Easy Read versions that are rows and nothing else: handouts, and whatever has no place to fill in."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Caution, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Document, Sheet
from facilitator.documents.easy.version import dressed, easy_words, sides_of


def build(document: Document, context: SheetContext, item: str) -> Sheet | None:
    """One side or two; None where there are no Easy Read words."""
    words = easy_words(context, document.id, item)
    if words is None:
        return None
    _ = context.translator.gettext
    first: list[Block] = [Caution(_("Know this first"), words.cautions)] if words.cautions else []
    return dressed(document, context, words.title, [Title(words.title), *first, *sides_of(words.parts, context)],
                   words.origin, advice=True)
