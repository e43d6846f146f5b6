"""A session pack: pieces × copies, counted and printed as one tagged document with its cover slip on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.documents.context import PackLine, SheetContext
from facilitator.documents.declaration import LAYOUT, Document, Sheet
from facilitator.documents.registry import build, document
from facilitator.documents.surround import named
from facilitator.errors import PrintedByHandOnly
from facilitator.i18n import Translator, name_here
from facilitator.model.paper import Layout, PersonalData, Piece, Style, Turn
from facilitator.model.progress import Progress, no_progress

if TYPE_CHECKING:
    from facilitator.documents.render.pdf import Press, Printed

COVER = "cover-slip"


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack laid out: its sheets with their copies, and a line for each of them with its paper.

    `title` stands in the file; `name` is what the file is called when nobody chose a name. Neither tells of a group.
    """

    sheets: tuple[tuple[Sheet, int], ...]
    lines: tuple[PackLine, ...]
    title: str
    name: str
    language: str
    press: Press
    both_sides: bool = True
    turns: Turn | None = None
    """The one edge on which the printer can turn the paper; None where it does as it is told."""

    @property
    def paper(self) -> int:
        """Sheets of paper."""
        return sum(line.sheets for line in self.lines)

    @property
    def sides(self) -> int:
        """Printed sides; blank backs do not count."""
        return sum(line.pages * line.copies for line in self.lines)

    @property
    def turn(self) -> Turn:
        """The edge on which the printer turns the paper: as books want it where there is nothing else, or as it can."""
        wanted = {sheet.turn for sheet, _copies in self.sheets if sheet.both_sides and self.press.sides(sheet) > 1}
        return self.turns or (Turn.SHORT if wanted == {Turn.SHORT} else Turn.LONG)

    @property
    def on_large_paper(self) -> bool:
        """Whether it is a poster, on paper twice as large."""
        return any(sheet.layout is Layout.POSTER for sheet, _copies in self.sheets)

    @property
    def personal(self) -> PersonalData:
        """The most that any piece tells about people."""
        states = {line.personal for line in self.lines}
        return next((state for state in (PersonalData.CONTAINED, PersonalData.ONCE_FILLED) if state in states),
                    PersonalData.NONE)

    def print(self, progress: Progress = no_progress) -> Printed:
        """The whole pack as one PDF. On both sides, every copy starts on a sheet of its own."""
        return self.press.print(self.sheets, self.title, self.language, self.both_sides, progress, self.turn)


def make_pack(pieces: Sequence[Piece], context: SheetContext, before: Pack | None = None) -> Pack:
    """The pack in the order of the registry; a cover slip among the pieces is made last and lies on top.

    `before` is the pack before a change, so that only what changed is laid out, on the thread that made it.
    Pieces with no copies are left out. Raises UnknownDocument, PrintedByHandOnly, and DocumentNeeds as documents do.
    """
    from facilitator.documents.render.pdf import Press

    wanted = sorted(((document(piece.document), piece) for piece in pieces if piece.copies > 0),
                    key=lambda pair: (pair[0].order, tuple(Style).index(pair[1].style), pair[1].discreet))
    if any(declared.by_hand_only for declared, _piece in wanted):
        raise PrintedByHandOnly()
    press = Press(context.paper, before.press if before is not None else None)
    if len(wanted) > 1:  # a pack goes onto one paper
        wanted = [(declared, _unblown(piece)) for declared, piece in wanted]
    made = [(declared, replace(build(declared, variant(context, piece)), item=piece.item), piece)
            for declared, piece in wanted if declared.id != COVER]
    lines = [_line(declared, sheet, piece, press.sides(sheet), context) for declared, sheet, piece in made]
    sheets = [(sheet, piece.copies) for _declared, sheet, piece in made]
    cover = next(((declared, piece) for declared, piece in wanted if declared.id == COVER), None)
    if cover is not None:
        slip, own = _cover(*cover, lines, context, press)
        sheets.insert(0, (slip, cover[1].copies))
        lines.append(own)
    t = context.translator
    if len(lines) == 1:
        name = lines[0].title
    else:
        name = t.gettext("Papers") if any(line.discreet for line in lines) else t.gettext("Session pack")
    return Pack(tuple(sheets), tuple(lines), t.gettext("Pack"), name, t.locale.replace("_", "-"), press,
                context.both_sides, context.turn)


def _unblown(piece: Piece) -> Piece:
    poster = (LAYOUT, tuple(Layout).index(Layout.POSTER))
    return replace(piece, options=tuple(option for option in piece.options if option != poster))


def variant(context: SheetContext, piece: Piece) -> SheetContext:
    """The occasion for one piece in its variant; a style chosen for the whole pack holds for its plain pieces.

    A library item that is not there any more gives way to the usual one.
    """
    item = piece.made_of
    if piece.language and context.in_language is not None:
        context = context.in_language(context, piece.language)
    card = (context.cards.find(item) if context.cards and item else None) or context.card
    script = (context.scripts.find(item) if context.scripts and item else None) or context.script
    offer = next((offer for offer in context.offers if offer.id == item), context.offer)
    return replace(
        context, style=context.style if piece.style is Style.STANDARD else piece.style, card=card, script=script,
        offer=offer, item=item or context.item, discreet=context.discreet or piece.discreet,
        options={**context.options, **dict(piece.options)})


def listed(declared: Document, context: SheetContext, piece: Piece) -> str:
    """What a list calls a piece: its own title or the document's, and the variant; neutral for a discreet one."""
    if context.discreet or piece.discreet:
        title = declared.neutral(context.translator)
    else:
        chosen = variant(context, piece)
        title = (declared.listed(chosen) if declared.listed else "") or declared.title(context.translator)
    return named(in_words(title, piece, context.translator), variant(context, piece).style, context.translator)


def in_words(title: str, piece: Piece, t: Translator) -> str:
    """A title with the language of the piece, where that is not the window's."""
    if not piece.language:
        return title
    return t.gettext("{title}, {variant}").format(title=title, variant=name_here(piece.language))


def _line(declared: Document, sheet: Sheet, piece: Piece, sides: int, context: SheetContext) -> PackLine:
    both = sheet.both_sides and context.both_sides
    paper = -(-sides // 2) if both else sides
    return PackLine(document=declared.id, title=listed(declared, context, piece), copies=piece.copies, pages=sides,
                    sheets=paper * piece.copies, both_sides=both, personal=sheet.personal, style=sheet.style,
                    discreet=context.discreet or piece.discreet, taken_home=declared.taken_home,
                    kept=declared.kept, item=piece.item,
                    place=declared.place(context.translator) if declared.place else "")


def _cover(declared: Document, piece: Piece, lines: list[PackLine], context: SheetContext,
           press: Press) -> tuple[Sheet, PackLine]:
    """The slip with itself among its lines; it is made again when it turns out to be longer than one side."""
    both, sides = declared.both_sides and context.both_sides, 1
    context = variant(context, piece)
    while True:
        own = PackLine(document=COVER, title=context.translator.gettext("This slip"), copies=piece.copies, pages=sides,
                       sheets=(-(-sides // 2) if both else sides) * piece.copies, both_sides=both,
                       style=context.style, discreet=context.discreet,
                       place=declared.place(context.translator) if declared.place else "")
        sheet = build(declared, replace(context, pack=(*lines, own)))
        found = press.sides(sheet)
        if found == sides:
            return sheet, own
        sides = found
