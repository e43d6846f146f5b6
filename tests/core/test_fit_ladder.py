"""What a sheet gives up to keep its sides, in which order, and that no side looks empty."""

from __future__ import annotations

from dataclasses import replace

from facilitator.documents import SheetContext, build, document, render_pdf
from facilitator.documents.blocks import (
    Ask,
    Block,
    Group,
    Heading,
    Items,
    PageBreak,
    Pair,
    Pairs,
    Para,
    Step,
    Steps,
    Title,
)
from facilitator.documents.render.arranged import Side, Stack
from facilitator.documents.render.book import BookLayout
from facilitator.documents.render.laid import Across
from facilitator.documents.render.pages import SheetLayout
from facilitator.documents.render.paging import HALF, THIN, used
from facilitator.documents.render.pdf import Press
from facilitator.library import Library
from facilitator.model.content import CopingCard
from facilitator.model.paper import Paper, Style
from facilitator.packs import Tongues
from tests.core import paper_samples as samples
from tests.core.paper_reader import spoken

LINE = "Some words that stand for other words."
PLAIN = samples.sheet(document("checklist"), samples.context())


def laid(blocks: tuple[Block, ...], pages: int, both_sides: bool = True) -> SheetLayout:
    found = Press().lay_out(replace(PLAIN, blocks=(Title("Lines"), *blocks), pages=pages, both_sides=both_sides))
    assert isinstance(found, SheetLayout)
    return found


def lines(many: int) -> Items:
    return Items((LINE,) * many)


def spanish(card: CopingCard) -> SheetContext:
    made = replace(samples.context(Paper.LETTER), directory=Library(country="US").directory(), card=card)
    return Tongues(lambda: "US")(made, "es")


# ---------------------------------------------------------------- what gives way
def test_head_and_foot_come_closer_before_a_begun_side_gives_way() -> None:
    found = {many: laid((lines(many), PageBreak(), lines(3)), 2) for many in range(24, 48)}
    steps = [(layout.fit.close, layout.fit.turn) for layout in found.values() if layout.sides == 2]
    assert len(steps) == len(found) and steps == sorted(steps, key=lambda step: (not step[1], step[0]))
    assert {(False, True), (True, True), (False, False)} <= set(steps)


def test_head_and_foot_come_closer_before_words_are_left_out() -> None:
    found = [laid((lines(many), Para(LINE, give=1)), 1) for many in range(12, 44)]
    steps = [(layout.fit.spare, layout.fit.close) for layout in found if layout.sides == 1]
    assert list(dict.fromkeys(steps))[:3] == [(0, False), (0, True), (1, True)]


def test_what_does_not_fit_at_all_flows_on_at_an_air_that_does_not_hurt() -> None:
    layout = laid(tuple(Para(LINE) for _place in range(90)), 1)
    assert layout.sides > 1 and layout.fit.air >= 0.8 and layout.fit.leading == 1 and not layout.fit.close


def test_a_short_source_keeps_what_must_be_said_and_the_day_of_its_review() -> None:
    library = Library(language="es", country="US")
    sheet = build("coping-handout", spanish(library.coping_card("worry-time")))
    said = spoken(render_pdf(sheet, Paper.LETTER).pdf)
    assert sheet.source not in said and sheet.source_short in said
    assert "No sustituye la ayuda profesional. Revisado en" in sheet.source_short
    assert sheet.source_short.startswith("Borrador:")


# ---------------------------------------------------------------- the last side
def test_no_last_side_looks_empty() -> None:
    """Where another one is needed, what stands before goes over to it; or less air alone saves it."""
    for many in range(20, 60):
        layout = laid((*(lines(5) for _place in range(many // 5)), lines(many % 5 or 5)), 2)
        assert layout.sides == 1 or layout.last > 0.25, many


def test_less_air_saves_a_sheet_of_paper_and_no_side_that_costs_none() -> None:
    shelf = Library().shipped.evening
    usual = build("handout", samples.context(style=Style.SPACED, shelf=shelf, item="about-our-agreement"))
    single, turned = (Press().lay_out(replace(usual, both_sides=both)) for both in (False, True))
    assert (single.sides, turned.sides) == (1, 2)
    assert single.fit.air >= 0.8 and single.fit.leading == 1 and not single.fit.close
    three = build("supervision-sheet", samples.context(style=Style.LARGE, shelf=shelf))
    assert (three.pages, three.both_sides, Press().sides(three)) == (3, True, 2)

# ---------------------------------------------------------------- the sides before
def test_what_is_read_goes_on_where_a_side_would_else_be_half_empty() -> None:
    """Its heading has lines under it, and more than one of them goes over."""
    for many in range(22, 30):
        layout = laid((lines(4), Group((Heading("Part"), lines(many)), whole=True), lines(4)), 2)
        assert layout.sides == 2 and layout.emptiest > 0.85 and layout.last > 0.25, many


def test_what_is_filled_in_stays_whole_however_empty_the_side_before() -> None:
    form = Group((Heading("Part"), lines(22), Ask("Who?")), whole=True)
    layout = laid((lines(4), form), 2)
    assert layout.sides == 2 and layout.emptiest < 0.3 and layout.cuts == 0


def test_no_more_goes_over_to_the_last_side_than_it_needs() -> None:
    for first, second in ((4, 18), (6, 16), (8, 14), (10, 12)):
        layout = laid((lines(first), lines(second), lines(10)), 2)
        assert layout.sides == 2 and layout.emptiest > HALF and layout.last > THIN, (first, second)


def test_the_last_of_many_steps_never_goes_over_alone() -> None:
    steps, parted = Steps(tuple(Step("Do", LINE) for _place in range(6))), set()
    for many in range(14, 40):
        layout = laid((lines(many), steps, lines(9)), 2)
        for side in layout.pages[1:]:
            first = side[0][1]
            if isinstance(first, Stack) and isinstance(first.kids[0], Side):
                parted.add(len(first.kids))
    assert parted >= {2, 3, 4} and 1 not in parted


def test_rows_are_shared_out_where_the_last_side_would_look_empty() -> None:
    """Each row keeps the line under it, which may be the one to write on."""
    rows = tuple(Pair(f"Row {place}", LINE) for place in range(40))
    for many in range(12, 20):
        layout = laid((Pairs(rows[:many]),), 1)
        assert layout.sides == 1 or layout.last > THIN, many
        for side in layout.pages:
            last = side[-1][1]
            assert isinstance(last, Stack) and isinstance(last.kids[-1], Across)
    assert layout.sides == 2


def test_no_page_of_a_little_book_is_nearly_empty() -> None:
    cards = Library().card_choices()
    occasion = samples.context(style=Style.LARGE, cards=cards, card=cards.find("feet-and-chair"), item="every-card")
    book = Press().lay_out(samples.sheet(document("coping-book"), occasion))
    assert isinstance(book, BookLayout) and len(book.pages) > 40
    room = book.furniture.room(first=False)
    assert all(used(page) > room * THIN for page in book.pages[1:])
