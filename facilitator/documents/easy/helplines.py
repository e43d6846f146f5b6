"""Helplines in Easy Read: the emergency number, the lines that somebody has checked, and room for one’s own."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Heading, PageBreak, PictureRow, PictureRows, Title, WriteLines
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Document, Sheet
from facilitator.documents.easy.seen import seen
from facilitator.documents.easy.version import dressed, easy_words, rows
from facilitator.documents.surround import emergency_number, own_first, plain_day
from facilitator.documents.words import Text, rich
from facilitator.model.content import Helpline
from facilitator.model.easy_read import Picture

_FEW, _MORE = 2, 4
"""Numbers to write in, below many rows and below few."""
_A_SIDE, _BESIDE_LINES = 5, 5
"""Rows that stand on a side, and on the one that has lines to write on as well."""


def build(document: Document, context: SheetContext) -> Sheet | None:
    """The lines for any worry first; None where there are no Easy Read words."""
    words, directory, t = easy_words(context, document.id), context.directory, context.translator
    if words is None or directory is None:
        return None
    _ = t.gettext
    checked = sorted(own_first(directory.checked(context.today), context), key=lambda line: line.section != "any")
    first, *others = words.parts
    numbers = [*rows(first.rows, context), *(_line(line, context) for line in checked)]
    if not checked:
        numbers.append(PictureRow(Picture.ASK, seen(Picture.ASK, t),
                                  (rich(_("<b>Ask us</b> who you can call.")), _("Write the numbers here."))))
    known = rows((line for part in others for line in part.rows), context)
    blocks: list[Block] = [Title(words.title)]
    if not emergency_number(directory, t):
        blocks.append(WriteLines((_("Emergency number here:"),)))
    few = len(numbers) + len(known) <= _BESIDE_LINES
    while not few and len(numbers) > _BESIDE_LINES - len(known):
        blocks += [PictureRows(tuple(numbers[:_A_SIDE])), PageBreak()]
        del numbers[:_A_SIDE]
    blocks += [PictureRows((*numbers, *known)), Heading(_("Numbers I trust")),
               WriteLines((_("Name:"), _("Number:")) * (_FEW if few or numbers else _MORE), columns=2)]
    return dressed(document, context, words.title, blocks, words.origin, advice=True,
                   before=_("Printed {day}.").format(day=plain_day(context.today, t)))


def _line(line: Helpline, context: SheetContext) -> PictureRow:
    """One helpline: what it is for, its name, its number as large as it gets, and whether it is free."""
    t = context.translator
    _ = t.gettext
    said_of, picture = {
        "call": (_("Call <b>{name}</b>."), Picture.PHONE), "text": (_("Text <b>{name}</b>."), Picture.TEXT),
    }.get(line.channel, (_("Go online to <b>{name}</b>."), Picture.READ))
    name = rich(said_of, name=line.name)
    said: list[Text] = [name]
    told = ". ".join(text.rstrip(".") for text in (line.what, line.hours, line.cost) if text)
    if told:
        said.append(f"{told}.")
    number = _("{word} to {number}").format(word=line.keyword, number=line.number) if line.keyword else line.number
    return PictureRow(picture, seen(picture, t), tuple(said), number=number)
