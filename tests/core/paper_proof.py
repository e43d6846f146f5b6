"""Everything a printed sheet is held to, looked for in the file that comes out: each fault as a line of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import page
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from facilitator.documents import Document, Printed, Sheet, SheetContext, render_text
from facilitator.documents.blocks import Block, Cards, Clauses, Deck, Para
from facilitator.documents.declaration import LAYOUT, NOTE_DOT
from facilitator.documents.render.pages import SheetLayout
from facilitator.documents.render.pdf import Press
from facilitator.documents.render.style import MM
from facilitator.documents.words import plain
from facilitator.i18n import languages
from facilitator.model.paper import Layout, Paper, PersonalData, Style
from facilitator.packs import Tongues
from tests.core import paper_samples as samples
from tests.core.paper_reader import elements, opened, read_page, spoken, squeezed

FLOORS = {Style.STANDARD: 1.7, Style.LARGE: 2.7, Style.EASYREAD: 2.0, Style.SPACED: 1.7}
"""The least height of a small x, in millimetres, that anything on a sheet of a style may have."""
BODY = {Style.STANDARD: 1.9, Style.LARGE: 2.7, Style.EASYREAD: 2.3, Style.SPACED: 2.0}
"""The same for at least half of its letters."""
X_HEIGHT = 0.496
"""Of the size, in our face."""
MARGIN, MARGIN_CUT = 15 * MM - 1, 4 * MM - 1
"""What stays free round all words; of cards to cut out, what printers leave free themselves."""
CONTRAST, CONTRAST_SMALL, LARGE_PRINT = 4.5, 7.0, 18.0
_FEW = 600
"""Letters of a sheet that is for writing on; most of them may stand in its foot."""
_ITS_OWN = 40
"""Shades of 256 that may still be a run's own ink."""
_SAME_PLACE = 1.0


@dataclass(frozen=True, slots=True)
class Case:
    """One document as it is made once."""

    document: Document
    paper: Paper
    style: Style
    language: str
    layout: Layout = Layout.PAGE

    def __str__(self) -> str:
        parts = (self.document.id, self.paper, self.style, self.language, self.layout)
        return "-".join(parts if self.layout is not Layout.PAGE else parts[:-1])


def cases(documents: tuple[Document, ...]) -> Iterator[Case]:
    """Every document × paper × style × language, and its other layouts."""
    for document in documents:
        for paper in document.papers:
            for style in document.styles:
                for language in languages():
                    yield Case(document, paper, style, language, document.layouts[0])
            for layout in document.layouts[1:]:
                yield Case(document, paper, Style.STANDARD, "en", layout)


def occasion(case: Case) -> SheetContext:
    """A usual evening, in the words of the language."""
    made = samples.styled(case.style, case.paper)
    if case.layout is not case.document.layouts[0]:
        made = replace(made, options={LAYOUT: tuple(Layout).index(case.layout)})
    return made if case.language == "en" else Tongues(lambda: "GB")(made, case.language)


def faults(case: Case) -> list[str]:
    """All that is not as it should be."""
    context = occasion(case)
    if not case.document.has(case.style, context):
        return []  # Easy Read, of what has no such words in this language
    sheet = samples.sheet(case.document, context)
    press = Press(case.paper)
    printed = press.print([(sheet, 1)], sheet.title, sheet.language)
    return [*_of_file(sheet, printed, case), *_of_pages(press, sheet, printed, case), *_of_ink(printed.pdf, case),
            *_of_people(sheet, printed, case)]


def as_fitted(sheet: Sheet, result: Printed) -> Sheet:
    """The sheet without what it may leave out when room is short, where it was left out."""
    said = squeezed(" ".join(fact.text for fact in result.pages))
    if squeezed(plain(sheet.crisis)) not in said:
        sheet = replace(sheet, crisis=sheet.crisis_short)
    if sheet.source_short and squeezed(sheet.source) not in said:
        sheet = replace(sheet, source=sheet.source_short)
    reasons = [block for block in sheet.blocks if isinstance(block, Clauses)]
    if reasons and reasons[0].clauses[0].why not in said:
        bare = {id(block): replace(block, clauses=tuple(replace(clause, why="") for clause in block.clauses))
                for block in reasons}
        sheet = replace(sheet, blocks=tuple(bare.get(id(block), block) for block in sheet.blocks))
    while sheet.note and squeezed(sheet.note) not in said:
        sheet = replace(sheet, note=NOTE_DOT.join(sheet.note.split(NOTE_DOT)[:-1]))
    return replace(sheet, blocks=_kept(sheet.blocks, said))


def _kept(blocks: tuple[Block, ...], said: str) -> tuple[Block, ...]:
    """The blocks without the paragraphs that may go when room is short, where they went."""
    inside = tuple(replace(block, cards=tuple(_kept(card, said) for card in block.cards))
                   if isinstance(block, Cards) else block for block in blocks)
    fitted = (replace(block, text=block.short) if isinstance(block, Para) and block.give
              and squeezed(plain(block.text)) not in said else block for block in inside)
    return tuple(block for block in fitted if not (isinstance(block, Para) and block.give and not plain(block.text)))


# ---------------------------------------------------------------- the file
def _of_file(sheet: Sheet, printed: Printed, case: Case) -> Iterator[str]:
    """Its structure, its words in their order, its letters, and whether it comes out the same again."""
    report = page.validate_pdf_bytes(printed.pdf, profile="ua1")
    yield from (f"PDF/UA {failure.rule_id}: {failure.message}" for failure in report.failures)
    yield from _of_structure(printed.pdf)
    # Cards to cut out are read in a way of their own; so are the leaves of a book, which their own tests follow.
    if case.layout is Layout.PAGE and not any(isinstance(block, Deck) for block in sheet.blocks):
        heard, meant = spoken(printed.pdf), squeezed(render_text(as_fitted(sheet, printed)))
        if heard != meant:
            place = next((at for at, (one, other) in enumerate(zip(heard, meant, strict=False)) if one != other), -1)
            yield f"read out otherwise than written: {heard[place:place + 40]!r} for {meant[place:place + 40]!r}"
    if printed.missing:
        yield f"no font has {' '.join(printed.missing)}"
    again = Press(case.paper).print([(sheet, 1)], sheet.title, sheet.language)
    if again.pdf != printed.pdf:
        yield "other bytes when it is made again"


def _of_structure(pdf: bytes) -> Iterator[str]:
    """Marks and elements that point at one another; headings that skip no level; fonts that are all inside."""
    with opened(pdf) as file:
        nums = list(file.Root.StructTreeRoot.ParentTree.Nums)
        parents = {int(nums[at]): nums[at + 1] for at in range(0, len(nums), 2)}
        for side in file.pages:
            marks = read_page(side)
            if marks.loose:
                yield f"words outside of the structure: {marks.loose[0]!r}"
            listed = list(parents[int(side.obj.StructParents)])
            if sorted(marks.words) != list(range(len(listed))):
                yield "marks that no element lists"
            elif any(str(element.S)[1:] != marks.roles[number] or not lists(element, side.obj.objgen, number)
                     for number, element in enumerate(listed)):
                yield "a mark that another element lists"
            for font in side.Resources.get("/Font", {}).values():
                if "/FontFile2" not in font.FontDescriptor:
                    yield f"a font that is not inside: {font.BaseFont}"
        for element in elements(file):
            kids = [kid for kid in element.get("/K", ()) if isinstance(kid, pikepdf.Dictionary)]
            if any(kid.get("/Type") == "/StructElem" and kid.P.objgen != element.objgen for kid in kids):
                yield "an element under a parent that is not its own"
        levels = [int(str(element.S)[2]) for element in in_order(file.Root.StructTreeRoot.K)
                  if str(element.S) in ("/H1", "/H2", "/H3")]
        if levels[:1] != [1] or any(later > earlier + 1 for earlier, later in pairwise(levels)):
            yield f"headings of levels {levels}"


def lists(element: pikepdf.Object, side: tuple[int, int], number: int) -> bool:
    """Whether an element lists a mark of a page."""
    for kid in element.K:
        if isinstance(kid, int):
            if kid == number and element.Pg.objgen == side:
                return True
        elif kid.get("/Type") == "/MCR" and kid.Pg.objgen == side and int(kid.MCID) == number:
            return True
    return False


def in_order(element: pikepdf.Object) -> list[pikepdf.Object]:
    """An element and all below it, as they are read."""
    out = [element]
    for kid in element.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            out += in_order(kid)
    return out


# ---------------------------------------------------------------- the pages
def _of_pages(press: Press, sheet: Sheet, printed: Printed, case: Case) -> Iterator[str]:
    """No more sides than are promised, and nothing beyond the foot of any."""
    if case.layout is case.document.layouts[0] and len(printed.pages) > sheet.pages:
        yield f"{len(printed.pages)} sides for {sheet.pages}"
    layout = press.lay_out(sheet)
    if isinstance(layout, SheetLayout) and not any(isinstance(block, Deck) for block in sheet.blocks):
        for number, pieces in enumerate(layout.pages):
            for down, piece in pieces:
                if down + piece.height > layout.furniture.room(number == 0) + 0.1:
                    yield f"something beyond the foot of side {number + 1}"


# ---------------------------------------------------------------- people
def _of_people(sheet: Sheet, printed: Printed, case: Case) -> Iterator[str]:
    """The mark of personal data is there, and true: no name on a sheet that says there is none."""
    said = squeezed(" ".join(fact.text for fact in printed.pages))
    if sheet.privacy and squeezed(sheet.privacy) not in said:
        yield "no mark of personal data"
    states = tuple(PersonalData)
    if states.index(sheet.personal) > states.index(case.document.personal):
        yield "more personal than its document declares"
    words = set(said.replace(",", " ").replace(".", " ").split())
    named = words & {*samples.context().leaders, *(row.name for row in samples.GRID.rows)}
    if named and sheet.personal is not PersonalData.CONTAINED:
        yield f"names of people on it, and marked as {sheet.personal.value}"


# ---------------------------------------------------------------- the ink
@dataclass(frozen=True, slots=True)
class Run:
    """Some words as they are drawn: their box (left, foot, right, head) and size, in points, and how grey they are."""

    box: tuple[float, float, float, float]
    size: float
    letters: int
    grey: int


def _of_ink(pdf: bytes, case: Case) -> Iterator[str]:
    """Letters large enough, far enough from the edge, and dark enough once all colour is taken away."""
    heights: Counter[float] = Counter()
    margin = MARGIN if case.layout is Layout.PAGE and not case.document.cut else MARGIN_CUT
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for number, side in enumerate(document, 1):
            width, height = side.get_size()
            runs = list(_runs(side))
            for run in runs:
                heights[round(run.size * X_HEIGHT / MM, 2)] += run.letters
                left, foot, right, head = run.box
                if min(left, foot, width - right, height - head) < margin - _SAME_PLACE and run.letters > 1:
                    yield f"words in the margin of side {number}, at {left:.0f}, {foot:.0f}"
            yield from (f"side {number}: {words}" for words in _of_contrast(side, runs))
    small = [tall for tall in heights if tall < FLOORS[case.style] - 0.02]
    if small and case.layout is not Layout.BOOK:
        yield f"letters with an x of {min(small)} mm"
    tall = sum(many for height, many in heights.items() if height >= BODY[case.style] - 0.02)
    if tall * 2 < sum(heights.values()) > _FEW and not case.document.cut and case.layout is not Layout.BOOK:
        yield f"most letters have an x below {BODY[case.style]} mm"


def _runs(side: Any) -> Iterator[Run]:
    """The words of a page."""
    for found in side.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
        size = pdfium.c_float()
        pdfium.FPDFTextObj_GetFontSize(found.raw, size)
        matrix = found.get_matrix()
        colour = [pdfium.c_uint() for _part in range(4)]
        pdfium.FPDFPageObj_GetFillColor(found.raw, *colour)
        red, green, blue = (part.value for part in colour[:3])
        box = found.get_bounds()
        scale = (matrix.b ** 2 + matrix.d ** 2) ** 0.5 or 1.0
        yield Run(box, size.value * scale, max(1, round((box[2] - box[0]) / max(1.0, size.value * scale * 0.5))),
                  round(0.299 * red + 0.587 * green + 0.114 * blue))


def _of_contrast(side: Any, runs: list[Run]) -> Iterator[str]:
    """Each run against what lies behind it, as a printer without colour draws both."""
    picture = side.render(scale=1, grayscale=True)
    dots, across, height = bytes(picture.buffer), picture.stride, side.get_size()[1]
    for run in runs:
        left, foot, right, head = run.box
        rows = range(max(0, int(height - head) - 1), min(picture.height, int(height - foot) + 2))
        start, end = max(0, int(left) - 3), min(picture.width, int(right) + 4)
        shades = Counter(b"".join(dots[row * across + start:row * across + end] for row in rows))
        others = {shade: many for shade, many in shades.items() if abs(shade - run.grey) > _ITS_OWN}
        behind = max(others, key=others.__getitem__) if others else run.grey
        found, wanted = _contrast(run.grey, behind), CONTRAST if run.size >= LARGE_PRINT else CONTRAST_SMALL
        if found < wanted:
            yield f"contrast {found:.1f} of {run.grey} on {behind}, at {left:.0f}, {foot:.0f}"


def _contrast(one: int, other: int) -> float:
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(grey: int) -> float:
    part = grey / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
