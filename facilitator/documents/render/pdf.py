"""Makes the PDF of one sheet or of a whole pack, in one go, so that its tags stay whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from facilitator.documents.declaration import Sheet
from facilitator.documents.render.book import BookLayout, lay_out_book
from facilitator.documents.render.fonts import shelf
from facilitator.documents.render.imposed import turned
from facilitator.documents.render.pages import SheetLayout, lay_out, lay_out_poster
from facilitator.documents.render.style import PAGES, POSTERS, style
from facilitator.documents.render.subsets import Subsets
from facilitator.documents.render.text import page_text
from facilitator.documents.render.typeset import Typesetter
from facilitator.documents.render.writer import Placed, write
from facilitator.model.paper import Layout, Paper, Style, Turn
from facilitator.model.progress import Progress, no_progress

_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "ps", "yi")


@dataclass(frozen=True, slots=True)
class PageFact:
    """A side of the PDF: its document, its copy and its page in that copy (both from 1), its words as they are read.

    A document that comes in several variants counts the copies of each by themselves.
    `heads` are the lines of the words (from 0) that are headings; cells of a table's row are parted by a tab.
    """

    document: str
    title: str
    copy: int
    page: int
    pages: int
    text: str
    blank: bool = False
    heads: tuple[int, ...] = ()
    style: Style = Style.STANDARD
    discreet: bool = False
    item: str = ""
    size: tuple[float, float] = (0.0, 0.0)
    """Width and height, in points."""

    @property
    def variant(self) -> tuple[str, Style, bool, str]:
        """Which piece of the pack it belongs to."""
        return self.document, self.style, self.discreet, self.item


@dataclass(frozen=True, slots=True)
class Printed:
    """The PDF, its sides, and the characters that no font of ours has, shown as boxes."""

    pdf: bytes
    pages: tuple[PageFact, ...]
    missing: tuple[str, ...] = ()


class Press:
    """Lays sheets out and prints them: one press for one pack, so that nothing is measured twice.

    `before` is the press of the pack as it was before a change: what stayed the same is taken over from it. Only on the
    thread that used that one.
    """

    def __init__(self, paper: Paper = Paper.A4, before: Press | None = None) -> None:
        self._paper = paper
        self._size = PAGES[paper]
        self._setters: dict[bool, Typesetter] = {}
        self._layouts: dict[int, tuple[Sheet, SheetLayout | BookLayout]] = {}
        self._earlier: dict[tuple[str, Style, bool, str], SheetLayout | BookLayout] = {}
        # Where a character had no font, it is found out anew which sheet it stands on.
        if before is not None and before._size == self._size and not before.missing:
            self._setters = before._setters
            self._earlier = {_variant(sheet): layout for sheet, layout in before._layouts.values()}

    @property
    def missing(self) -> tuple[str, ...]:
        """The characters that no font of ours has, on all it has laid out."""
        return tuple(sorted({c for setter in self._setters.values() for c in setter.missing}))

    def lay_out(self, sheet: Sheet) -> SheetLayout | BookLayout:
        """The sheet on its pages; remembered for as long as the press is."""
        known = self._layouts.get(id(sheet))
        if known is None or known[0] is not sheet:
            layout = self._earlier.get(_variant(sheet))
            if layout is None or layout.sheet != sheet:
                mirrored = _from_the_right(sheet)
                setter = self._setters.setdefault(mirrored, Typesetter(shelf(), mirrored))
                layout = self._laid(sheet, setter)
            known = self._layouts[id(sheet)] = (sheet, layout)
        return known[1]

    def _laid(self, sheet: Sheet, setter: Typesetter) -> SheetLayout | BookLayout:
        if sheet.layout is Layout.BOOK:
            return lay_out_book(sheet, setter, self._size)
        found = style(sheet.style, joined=_from_the_right(sheet))
        if sheet.layout is Layout.POSTER:
            return lay_out_poster(sheet, setter, found, self._size, *POSTERS[self._paper])
        return lay_out(sheet, setter, found, self._size)

    def sides(self, sheet: Sheet) -> int:
        """How many printed sides one copy takes."""
        return self.lay_out(sheet).sides

    def print(self, pieces: Sequence[tuple[Sheet, int]], title: str, language: str, duplex: bool = True,
              progress: Progress = no_progress, turn: Turn | None = None) -> Printed:
        """Sheets × copies as one tagged PDF. Duplex: every copy starts on a right-hand page, with blank backs.

        `turn` is the edge on which the printer turns the paper; a sheet that wants the other has its backs upside down.
        """
        subsets = Subsets()
        placed: list[Placed] = []
        facts: list[PageFact] = []
        copies = sum(count for _, count in pieces)
        for sheet, count in pieces:
            layout = self.lay_out(sheet)
            record = layout.draw(subsets)
            if duplex and sheet.both_sides and turn not in (None, sheet.turn):
                record = turned(record, *layout.size)
            texts = [page_text(record, page) for page in range(len(record.pages))]
            for copy in range(1, count + 1):
                progress(len(placed), copies)
                last = len(placed) == copies - 1
                blanks = _blanks(len(record.pages), sheet.both_sides, duplex and copies > 1, last)
                placed.append(Placed(record, sheet.title, blanks, layout.size, copy if count > 1 else 0))
                for page, (text, heads) in enumerate(texts):
                    fact = PageFact(sheet.document, sheet.title, copy, page + 1, len(texts), text, heads=heads,
                                    style=sheet.style, discreet=sheet.discreet, item=sheet.item,
                                    size=layout.size)
                    facts.append(fact)
                    if blanks[page]:
                        facts.append(replace(fact, text="", blank=True, heads=()))
        progress(copies, copies)
        return Printed(write(placed, subsets, language, title), tuple(facts), self.missing)


def _from_the_right(sheet: Sheet) -> bool:
    return sheet.language.split("-")[0] in _RIGHT_TO_LEFT


def _variant(sheet: Sheet) -> tuple[str, Style, bool, str]:
    return sheet.document, sheet.style, sheet.discreet, sheet.item


def _blanks(pages: int, both_sides: bool, duplex: bool, last: bool) -> tuple[bool, ...]:
    """After which pages of a copy a blank side comes, so that the next starts a new sheet of paper."""
    if not duplex:
        return (False,) * pages
    out = [not both_sides] * pages
    out[-1] = not last and (not both_sides or pages % 2 == 1)
    return tuple(out)


def render_pdf(sheet: Sheet, paper: Paper = Paper.A4, copies: int = 1, progress: Progress = no_progress,
               turn: Turn | None = None) -> Printed:
    """One sheet as a tagged PDF. Its metadata holds the sheet's title and nothing about anybody."""
    return Press(paper).print([(sheet, copies)], sheet.title, sheet.language, progress=progress, turn=turn)
