"""A session pack: pieces × copies, counted and printed as one tagged document with its cover slip on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.documents.context import PackLine, SheetContext
from facilitator.documents.declaration import Document, Sheet
from facilitator.documents.registry import build, document
from facilitator.errors import PrintedByHandOnly
from facilitator.model.paper import PersonalData, Piece
from facilitator.model.progress import Progress, no_progress

if TYPE_CHECKING:
    from facilitator.documents.render.pdf import Press, Printed

COVER = "cover-slip"


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack laid out: its sheets with their copies, and a line for each of them with its paper."""

    sheets: tuple[tuple[Sheet, int], ...]
    lines: tuple[PackLine, ...]
    title: str
    language: str
    press: Press
    both_sides: bool = True

    @property
    def paper(self) -> int:
        """Sheets of paper."""
        return sum(line.sheets for line in self.lines)

    @property
    def sides(self) -> int:
        """Printed sides; blank backs do not count."""
        return sum(line.pages * line.copies for line in self.lines)

    @property
    def personal(self) -> PersonalData:
        """The most that any piece tells about people."""
        states = {line.personal for line in self.lines}
        return next((state for state in (PersonalData.CONTAINED, PersonalData.ONCE_FILLED) if state in states),
                    PersonalData.NONE)

    def print(self, progress: Progress = no_progress) -> Printed:
        """The whole pack as one PDF. On both sides, every copy starts on a sheet of its own."""
        return self.press.print(self.sheets, self.title, self.language, self.both_sides, progress)


def make_pack(pieces: Sequence[Piece], context: SheetContext) -> Pack:
    """The pack in the order of the registry; a cover slip among the pieces is made last and lies on top.

    Pieces with no copies are left out. Raises UnknownDocument, PrintedByHandOnly, and DocumentNeeds as documents do.
    """
    from facilitator.documents.render.pdf import Press

    wanted = sorted(((document(piece.document), piece.copies) for piece in pieces if piece.copies > 0),
                    key=lambda pair: pair[0].order)
    if any(declared.by_hand_only for declared, _copies in wanted):
        raise PrintedByHandOnly()
    press = Press(context.paper, context.style)
    made = [(declared, build(declared, context), copies) for declared, copies in wanted if declared.id != COVER]
    lines = [_line(declared, sheet, copies, press.sides(sheet), context) for declared, sheet, copies in made]
    sheets = [(sheet, copies) for _declared, sheet, copies in made]
    cover = next(((declared, copies) for declared, copies in wanted if declared.id == COVER), None)
    if cover is not None:
        slip, own = _cover(*cover, lines, context, press)
        sheets.insert(0, (slip, cover[1]))
        lines.append(own)
    t = context.translator
    return Pack(tuple(sheets), tuple(lines), t.gettext("Pack"), t.locale.replace("_", "-"), press, context.both_sides)


def _line(declared: Document, sheet: Sheet, copies: int, sides: int, context: SheetContext) -> PackLine:
    both = sheet.both_sides and context.both_sides
    paper = -(-sides // 2) if both else sides
    title = (declared.listed(context) if declared.listed else "") or declared.title(context.translator)
    return PackLine(document=declared.id, title=title, copies=copies, pages=sides, sheets=paper * copies,
                    both_sides=both, personal=sheet.personal,
                    place=declared.place(context.translator) if declared.place else "")


def _cover(declared: Document, copies: int, lines: list[PackLine], context: SheetContext,
           press: Press) -> tuple[Sheet, PackLine]:
    """The slip with itself among its lines; it is made again when it turns out to be longer than one side."""
    both, sides = declared.both_sides and context.both_sides, 1
    while True:
        own = PackLine(document=COVER, title=context.translator.gettext("This slip"), copies=copies, pages=sides,
                       sheets=(-(-sides // 2) if both else sides) * copies, both_sides=both,
                       place=declared.place(context.translator) if declared.place else "")
        sheet = build(declared, replace(context, pack=(*lines, own)))
        found = press.sides(sheet)
        if found == sides:
            return sheet, own
        sides = found
