"""Other ways to stand on the paper: folded it reads in order, a poster is the page blown up, no turn puts it out."""

from __future__ import annotations

from dataclasses import replace

import page
import pikepdf
import pytest

from facilitator.documents import DOCUMENTS, Document, SheetContext, make_pack, render_pdf
from facilitator.documents.declaration import LAYOUT
from facilitator.documents.render.book import BookLayout
from facilitator.documents.render.imposed import bound
from facilitator.documents.render.pdf import Press
from facilitator.documents.render.style import MM
from facilitator.documents.render.text import lines
from facilitator.i18n import translator
from facilitator.model.paper import Layout, Paper, Piece, Style, Turn
from tests.core import paper_samples as samples
from tests.core.paper_reader import opened, read_page, spoken, squeezed

BOOKS = [declared for declared in DOCUMENTS if Layout.BOOK in declared.layouts]
WAYS = [(declared, layout) for declared in DOCUMENTS for layout in declared.layouts if layout is not Layout.PAGE]
IDS = [f"{declared.id}-{layout.value}" for declared, layout in WAYS]


def laid(layout: Layout, paper: Paper = Paper.A4, **changes: object) -> SheetContext:
    return samples.context(paper, options={LAYOUT: tuple(Layout).index(layout)}, **changes)


# ---------------------------------------------------------------- books
@pytest.mark.parametrize("count", [4, 8, 12, 20])
@pytest.mark.parametrize("right_to_left", [False, True])
def test_folded_and_nested_the_pages_come_in_order(count: int, right_to_left: bool) -> None:
    """Front and back of each sheet, one sheet inside the other: turned leaf by leaf, every page is the next one."""
    sides = bound(count, right_to_left)
    before, after = [], []  # the leaf before the fold, and the one after it, of each sheet from the outside in
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        if right_to_left:
            front, back = front[::-1], back[::-1]
        # Turned on its short edge, what is right on the front is left on the back.
        before.append((front[1], back[0]))
        after.append((back[1], front[0]))
    read = [place for leaf in (*before, *reversed(after)) for place in leaf]
    assert read == list(range(count))


@pytest.mark.parametrize("declared", BOOKS, ids=lambda declared: declared.id)
@pytest.mark.parametrize("style", [Style.STANDARD, Style.LARGE])
@pytest.mark.parametrize("paper", samples.PAPERS)
def test_a_book_reads_in_order_and_not_as_it_is_printed(declared: Document, style: Style, paper: Paper) -> None:
    sheet = samples.sheet(declared, laid(Layout.BOOK, paper, style=style))
    printed = render_pdf(sheet, paper)
    layout = Press(paper).lay_out(sheet)
    assert isinstance(layout, BookLayout) and layout.count % 4 == 0
    assert len(printed.pages) == layout.sides == layout.count // 2
    said, at = spoken(printed.pdf), 0
    for block in sheet.blocks:
        for line in filter(None, map(squeezed, lines(block))):
            at = said.index(line, at) + len(line)
    assert squeezed(sheet.source) in said[at:]
    with opened(printed.pdf) as file:
        assert all(float(side.MediaBox[2]) > float(side.MediaBox[3]) for side in file.pages)
        assert float(file.pages[0].MediaBox[2]) == pytest.approx((297 if paper is Paper.A4 else 279.4) * MM, abs=0.01)


@pytest.mark.parametrize("declared", BOOKS, ids=lambda declared: declared.id)
def test_words_without_end_stay_on_the_pages_of_a_book(declared: Document) -> None:
    context = replace(samples.endless(), options={LAYOUT: tuple(Layout).index(Layout.BOOK)})
    layout = Press().lay_out(samples.sheet(declared, context))
    assert isinstance(layout, BookLayout)
    for number, pieces in enumerate(layout.pages):
        room = layout.furniture.back_room() if number == layout.count - 1 else layout.furniture.room(number == 0)
        assert all(down + piece.height <= room + 0.1 for down, piece in pieces)


# ---------------------------------------------------------------- every way
@pytest.mark.parametrize(("declared", "layout"), WAYS, ids=IDS)
def test_it_is_tagged_whole_and_the_same_every_time(declared: Document, layout: Layout) -> None:
    sheet = samples.sheet(declared, laid(layout))
    once, again = render_pdf(sheet), render_pdf(sheet)
    assert once.pdf == again.pdf and once.missing == ()
    report = page.validate_pdf_bytes(once.pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    with opened(once.pdf) as file:
        assert [words for side in file.pages for words in read_page(side).loose] == []
        for number, parents in zip(range(len(file.pages)), _parents(file), strict=True):
            side = file.pages[number].obj.objgen
            for mark, element in enumerate(parents):
                assert mark in _marks(element, side)


def _parents(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    numbers = list(file.Root.StructTreeRoot.ParentTree.Nums)
    return numbers[1::2]


def _marks(element: pikepdf.Object, side: tuple[int, int]) -> list[int]:
    home = element.Pg.objgen if "/Pg" in element else None
    kids = element.get("/K", pikepdf.Array())
    own = [int(kid) for kid in kids if isinstance(kid, int) and home == side]
    return own + [int(kid.MCID) for kid in kids if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR"
                  and kid.Pg.objgen == side]


# ---------------------------------------------------------------- posters
@pytest.mark.parametrize(("paper", "wide", "high"), [(Paper.A4, 297, 420), (Paper.LETTER, 279.4, 431.8)])
def test_a_poster_is_the_page_on_paper_twice_as_large(paper: Paper, wide: float, high: float) -> None:
    pack = make_pack([Piece("agreement-poster", 1, options=((LAYOUT, 2),))], samples.context(paper))
    assert pack.on_large_paper and pack.sides == 1
    with opened(pack.print().pdf) as file:
        assert [float(value) / MM for value in file.pages[0].MediaBox[2:]] == pytest.approx([wide, high], abs=0.1)
    with_more = make_pack([Piece("agreement-poster", 1, options=((LAYOUT, 2),)), Piece("tally", 1)],
                          samples.context(paper))
    assert not with_more.on_large_paper  # all of a pack comes out of one tray


# ---------------------------------------------------------------- turning the paper
def test_a_book_alone_turns_on_the_short_edge_and_among_others_on_the_long_one() -> None:
    book = Piece("welcome-leaflet", 2, options=((LAYOUT, 1),))
    assert make_pack([book], samples.context()).turn is Turn.SHORT
    assert make_pack([book, Piece("run-sheet", 1)], samples.context()).turn is Turn.LONG
    assert make_pack([Piece("run-sheet", 1)], samples.context(turn=Turn.SHORT)).turn is Turn.SHORT


@pytest.mark.parametrize(("piece", "turn"), [
    (Piece("welcome-leaflet", 1, options=((LAYOUT, 1),)), Turn.LONG), (Piece("run-sheet", 1), Turn.SHORT),
    (Piece("wallet-cards", 1, item="ten-cards"), Turn.SHORT)])
def test_on_the_other_edge_every_back_is_upside_down(piece: Piece, turn: Turn) -> None:
    """Half a turn more is all the difference there is between the two edges, for every point of the back."""
    from facilitator.library import Library

    cards = Library().card_choices()
    usual = make_pack([piece], samples.context(cards=cards)).print().pdf
    other = make_pack([piece], samples.context(turn=turn, cards=cards)).print().pdf
    assert spoken(usual) == spoken(other)
    report = page.validate_pdf_bytes(other, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    with opened(usual) as before, opened(other) as after:
        for number, (one, two) in enumerate(zip(before.pages, after.pages, strict=True)):
            if number % 2 == 0:
                assert one.Contents.read_bytes() == two.Contents.read_bytes()
                continue
            width, height = (f"{float(value):.2f}".rstrip("0").rstrip(".") for value in one.MediaBox[2:])
            head, _line, inside = two.Contents.read_bytes().decode("latin-1").partition("\n")
            assert head == f"q -1 0 0 -1 {width} {height} cm"
            assert inside == one.Contents.read_bytes().decode("latin-1") + "\nQ"


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("paper", samples.PAPERS)
@pytest.mark.parametrize("style", list(Style))
@pytest.mark.parametrize(("declared", "layout"), WAYS, ids=IDS)
def test_every_way_in_every_style(declared: Document, layout: Layout, style: Style, paper: Paper,
                                  language: str) -> None:
    context = laid(layout, paper, style=style, translator=translator(language))
    if not declared.has(style, context):
        return
    sheet = samples.sheet(declared, context)
    result = render_pdf(sheet, paper)
    assert result.missing == () and result.pdf == render_pdf(sheet, paper).pdf
    report = page.validate_pdf_bytes(result.pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    found = Press(paper).lay_out(sheet)
    for number, pieces in enumerate(found.pages):
        for down, piece in pieces:
            assert down + piece.height <= found.furniture.room(number == 0) + 0.1
