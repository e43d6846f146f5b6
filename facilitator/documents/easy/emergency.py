"""The emergency card in Easy Read: each step with a picture, then where we are and whom to tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.documents.blocks import Block, Box, Danger, Para, Title, WriteLines
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Document, Sheet
from facilitator.documents.easy.version import dressed, easy_words, sides_of
from facilitator.documents.surround import emergency_number, note
from facilitator.documents.words import Text
from facilitator.model.paper import PersonalData


def build(document: Document, context: SheetContext, say: str, where: Sequence[Text],
          leads: Sequence[Text]) -> Sheet | None:
    """Two sides; `say`, `where` and `leads` are the lines of the other styles. None where there are no words for it."""
    words = easy_words(context, document.id)
    if words is None:
        return None
    _ = context.translator.gettext
    blocks: list[Block] = [Title(words.title)]
    number = emergency_number(context.directory, context.translator)
    blocks.append(Danger(_("Call now"), say, number) if number
                  else WriteLines((_("Emergency number here:"),)))
    blocks += sides_of(words.parts, context)
    if where:
        blocks.append(Box(tuple(map(Para, where)), title=_("Where we are"), heavy=True))
    blocks += map(Para, leads) if leads else [WriteLines((_("Lead:"), _("Deputy:")), columns=2)]
    sheet = dressed(document, context, words.title, blocks, words.origin, advice=True,
                    said=note(_("For facilitators"), _("keep it in the folder")),
                    personal=PersonalData.CONTAINED if leads else PersonalData.ONCE_FILLED,
                    privacy_note=_("Keep in the folder") if leads else "")
    return replace(sheet, both_sides=True)
