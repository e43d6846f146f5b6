"""Cards to fill in, in Easy Read: a box to tick beside each picture, and a few lines to write on."""

from __future__ import annotations

from dataclasses import replace

from facilitator.documents.blocks import Block, Caution, Heading, PageBreak, PictureRows, Title, WriteLines
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Document, Sheet
from facilitator.documents.easy.version import dressed, easy_words, sides_of
from facilitator.documents.surround import shred_note
from facilitator.model.paper import PersonalData


def build(document: Document, context: SheetContext, item: str) -> Sheet | None:
    """Two sides of one sheet; None where there are no Easy Read words."""
    words = easy_words(context, document.id, item)
    if words is None:
        return None
    _ = context.translator.gettext
    blocks: list[Block] = [Title(words.title), Caution(_("Before you start"), words.cautions)]
    blocks += [replace(block, boxes=True) if isinstance(block, PictureRows) else block
               for block in sides_of(words.parts, context)]
    if not any(isinstance(block, PageBreak) for block in blocks):
        blocks.append(PageBreak())
    blocks += [Heading(_("Write here, if you like")),
               WriteLines(tuple(f"{line}:" for line in words.own_lines), each=2)]
    sheet = dressed(document, context, words.title, blocks, words.origin, said=_("Only if you like"),
                    personal=PersonalData.ONCE_FILLED, privacy_note=shred_note(context))
    return replace(sheet, both_sides=not sheet.fold)
