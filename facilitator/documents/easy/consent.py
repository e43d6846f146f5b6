"""A consent form in Easy Read: what a yes means, a row for each thing, then the question on a side of its own."""

from __future__ import annotations

from dataclasses import replace

from facilitator.documents.blocks import (
    Block,
    Box,
    Heading,
    PageBreak,
    Para,
    PictureRow,
    PictureRows,
    Rank,
    Title,
    WriteLines,
)
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Document, Sheet
from facilitator.documents.easy.seen import seen
from facilitator.documents.easy.version import dressed, easy_words, rows_of, sides_of
from facilitator.documents.surround import shred_note
from facilitator.documents.words import Span
from facilitator.model.content import ConsentWording, fill
from facilitator.model.easy_read import EasyRow, Picture
from facilitator.model.member import ConsentPurpose
from facilitator.model.paper import PersonalData


def build(document: Document, context: SheetContext, wording: ConsentWording) -> Sheet | None:
    """Two sides of one sheet; None where no Easy Read words say this very wording again.

    A kept yes names the wording it was given to, so the foot of this form names the same.
    """
    words = easy_words(context, document.id, wording.purpose.value)
    if words is None or words.made_from != wording.version:
        return None
    t = context.translator
    _ = t.gettext
    blocks: list[Block] = [Title(words.title)]
    if context.discreet:
        blocks.append(Heading(words.title))
    blocks += sides_of(words.parts, context)
    if not any(isinstance(block, PageBreak) for block in blocks):
        blocks.append(PageBreak())
    answers = (PictureRow(picture.value, seen(picture, t), ((Span(said, True),),))
               for picture, said in ((Picture.TICK, _("Yes")), (Picture.CROSS, _("No"))))
    blocks += [Heading(_("What do you say?")),
               Box((Para(fill(words.ask, {}, t), Rank.INTRO),), heavy=True), PictureRows(tuple(answers), boxes=True)]
    who: tuple[str, ...] = (_("First name:"), _("Day:"))
    if wording.purpose is ConsentPurpose.PARENT:
        who = (_("Child’s first name:"), _("Parent or carer:"), _("Signature:"), _("Day:"))
    blocks.append(WriteLines(who))
    changed = EasyRow(picture=Picture.AGAIN, lines=words.withdraw)
    blocks.append(rows_of((changed,), context))
    sheet = dressed(document, context, words.title, blocks, words.origin, said=_("One thing at a time"),
                    before=_("Wording {version}.").format(version=wording.version),
                    personal=PersonalData.ONCE_FILLED, privacy_note=shred_note(context))
    return replace(sheet, both_sides=True)
