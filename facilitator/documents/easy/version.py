"""Finds the Easy Read words of a sheet, and turns them into rows with pictures."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from facilitator.documents.blocks import Block, Heading, PageBreak, PictureRow, PictureRows
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Document, Sheet
from facilitator.documents.easy.seen import seen
from facilitator.documents.surround import dress, emergency_number, month, note
from facilitator.documents.words import Span, Text
from facilitator.model.content import Origin, fill
from facilitator.model.easy_read import EasyPart, EasyRead, EasyRow, Picture
from facilitator.model.paper import PersonalData

A_SIDE = 7
"""Rows that stand on one side of paper."""
_STRONG = "**"


def easy_words(context: SheetContext, document: str, item: str = "") -> EasyRead | None:
    """The Easy Read words of a document, in the language of the sheet; None where there are none.

    Words in another language than the sheet's are none: they would stand beside rows that nobody translated.
    """
    language = context.translator.locale.replace("-", "_").split("_")[0]
    found = context.shelf.easy_read(document, item) if context.shelf else None
    return found if found is not None and found.language.split("_")[0] == language else None


def strong(line: str) -> Text:
    """A line with its key word strong."""
    spans = [Span(part, strong=bool(place % 2)) for place, part in enumerate(line.split(_STRONG))]
    return tuple(span for span in spans if span.text)


def row(line: EasyRow, context: SheetContext, step: int = 0) -> PictureRow:
    """One idea; a telephone in danger shows the number to dial, where it is one."""
    t = context.translator
    name, alt = line.picture.value, seen(line.picture, t)
    number = emergency_number(context.directory, t)
    if line.picture is Picture.DIAL and number.isdigit():
        name = f"{name}-{number}"
        alt = t.gettext("A telephone with the number {number}").format(number=number)
    return PictureRow(name, alt, tuple(strong(fill(said, {}, t)) for said in line.lines), step)


def rows(lines: Iterable[EasyRow], context: SheetContext, steps: bool = False) -> tuple[PictureRow, ...]:
    """Ideas in their order, numbered where they are steps."""
    numbers = count(1)
    return tuple(row(line, context, next(numbers) if steps else 0) for line in lines)


def rows_of(lines: Iterable[EasyRow], context: SheetContext, steps: bool = False,
            faces: tuple[str, ...] = ()) -> PictureRows:
    """Ideas as one block; `faces` are words for an answer to each of them."""
    return PictureRows(rows(lines, context, steps), faces)


def part_blocks(part: EasyPart, context: SheetContext) -> list[Block]:
    """A part under its heading, where it has one."""
    head: list[Block] = [Heading(part.title)] if part.title else []
    return [*head, rows_of(part.rows, context, part.steps)]


def sides_of(parts: Iterable[EasyPart], context: SheetContext) -> list[Block]:
    """All parts, each on the side it asks for."""
    out: list[Block] = []
    for part in parts:
        if out and part.turn:
            out.append(PageBreak())
        out += part_blocks(part, context)
    return out


def dressed(document: Document, context: SheetContext, title: str, blocks: list[Block], origin: Origin, *,
            said: str = "", before: str = "", advice: bool = False, personal: PersonalData = PersonalData.NONE,
            privacy_note: str = "") -> Sheet:
    """The sheet round these blocks. `said` stands beside the tab, `before` first in the foot.

    `advice`: it tells what may help, which is not what a doctor would do.
    """
    _ = context.translator.gettext
    source = " ".join(part for part in (
        before, _("Our own words and pictures."),
        _("Reviewed {month}.").format(month=month(origin.reviewed_on, context.translator)),
        _("Not yet checked by people with learning disabilities."),
        _("Not the same as help from a doctor.") if advice else "") if part)
    sides = 1 + sum(isinstance(block, PageBreak) for block in blocks)
    return dress(document, context, title=title, kind=_("Easy Read style"), blocks=tuple(blocks),
                 note=note(said or _("Yours to keep")), source=source, personal=personal, privacy_note=privacy_note,
                 pages=sides)
