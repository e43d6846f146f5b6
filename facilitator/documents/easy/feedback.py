"""The feedback slip in Easy Read: the same five lines in the same order, each with its picture and three faces."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Para, Rank, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Document, Sheet
from facilitator.documents.easy.version import dressed, easy_words, rows_of


def build(document: Document, context: SheetContext) -> Sheet | None:
    """One side, for one person; None where there are no Easy Read words."""
    words = easy_words(context, document.id)
    if words is None:
        return None
    _ = context.translator.gettext
    blocks: list[Block] = [
        Title(words.title), Para(_("Draw a circle around one face in each line. Do not write your name.")),
        rows_of(words.rows, context, faces=(_("Yes"), _("A bit"), _("No"))),
        Para(_("Put it in the box by the door. Thank you."), Rank.STRONG)]
    return dressed(document, context, words.title, blocks, words.origin, said=_("One for each person"))
