"""Wallet cards: of the size that fits a wallet, a back right behind each front, whole words, and nothing near a cut."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest

from facilitator.documents import SheetContext, document, render_pdf, render_text
from facilitator.documents.blocks import Deck, DeckSize
from facilitator.documents.render.deck import GRIDS, DeckFurniture
from facilitator.documents.render.lay_faces import SAFE, Face
from facilitator.documents.render.pdf import Press
from facilitator.documents.render.style import MM, PAGES
from facilitator.library import Library
from facilitator.model.paper import Layout, Paper, Style
from tests.core import paper_samples as samples
from tests.core.paper_reader import opened

CARDS = document("wallet-cards")
LIBRARY = Library()


def occasion(paper: Paper = Paper.A4, item: str = "", **changes: object) -> SheetContext:
    made = samples.context(paper, item=item, card=LIBRARY.coping_card("feet-and-chair"), cards=LIBRARY.card_choices())
    return replace(made, **changes)  # type: ignore[arg-type]


def marks(page: pikepdf.Page) -> set[tuple[float, float, float, float]]:
    """The cut marks of a side: lines drawn on the page itself, as (left, foot, right, top) in points."""
    found, deep, start = set(), 0, (0.0, 0.0)
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        deep += (name == "q") - (name == "Q")
        if name == "m":
            start = (float(operands[0]), float(operands[1]))
        elif name == "l" and not deep:
            end = (float(operands[0]), float(operands[1]))
            found.add((min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])))
    return found


def cells(layout: object, number: int) -> list[tuple[float, float, Face]]:
    """Left edge, top edge and card, for every card of a side."""
    out = []
    for down, row in layout.pages[number]:  # type: ignore[attr-defined]
        for at, cell in row.cells:
            out.append((layout.furniture.left(number, True) + at, down,  # type: ignore[attr-defined]
                        cell if isinstance(cell, Face) else cell.inner))
    return out


@pytest.mark.parametrize("paper", samples.PAPERS)
def test_ten_cards_of_a_wallets_size_stand_in_the_middle_of_either_paper(paper: Paper) -> None:
    layout = Press(paper).lay_out(samples.sheet(CARDS, occasion(paper, "feet-and-chair")))
    size, grid = PAGES[paper], GRIDS[DeckSize.WALLET]
    assert isinstance(layout.furniture, DeckFurniture) and layout.furniture.grid is grid
    assert (round(grid.width / MM, 1), round(grid.height / MM, 1)) == (88.9, 50.8)
    assert layout.furniture.left(0, True) * 2 + grid.across == pytest.approx(size.width)
    assert [len(cells(layout, number)) for number in range(2)] == [10, 10]


@pytest.mark.parametrize("paper", samples.PAPERS)
@pytest.mark.parametrize("style", [Style.STANDARD, Style.LARGE])
def test_every_back_lies_right_behind_its_front(paper: Paper, style: Style) -> None:
    """Turned on the long edge, a point at x comes to lie behind the paper's width less x, at the same height."""
    sheet = samples.sheet(CARDS, occasion(paper, "ten-cards", style=style))
    layout, [deck] = Press(paper).lay_out(sheet), sheet.blocks
    assert isinstance(deck, Deck)
    width = PAGES[paper].width
    for number in range(0, len(layout.pages), 2):
        fronts, backs = cells(layout, number), cells(layout, number + 1)
        behind = {(round(width - x - back.width, 3), round(down, 3)) for x, down, back in backs}
        assert {(round(x, 3), round(down, 3)) for x, down, _front in fronts} == behind
    with opened(render_pdf(sheet, paper).pdf) as file:
        cut = [marks(side) for side in file.pages]
    for front, back in zip(cut[::2], cut[1::2], strict=True):
        assert len(front) >= 10
        turned = sorted((width - right, foot, width - left, top) for left, foot, right, top in back)
        for one, other in zip(sorted(front), turned, strict=True):
            assert one == pytest.approx(other, abs=0.02)


def test_behind_every_clause_stands_what_it_is_about() -> None:
    context = samples.context(options={"layout": tuple(Layout).index(Layout.BACKED)})
    sheet = samples.sheet(document("clause-cards"), context)
    layout, width = Press().lay_out(sheet), PAGES[Paper.A4].width
    [deck] = sheet.blocks
    assert isinstance(deck, Deck) and sheet.both_sides and len(layout.pages) == sheet.pages == 4
    for number in (0, 2):
        behind = {(round(width - x - back.width), round(down)): back for x, down, back in cells(layout, number + 1)}
        for x, down, front in cells(layout, number):
            clause = next(one for one in deck.cards if _title(front) == one.title)
            assert _title(behind[round(x), round(down)]) == samples.CLAUSES[deck.cards.index(clause)][0]


def _title(card: Face) -> str:
    return " ".join(line.text for line in card.inner.kids[0].lines)  # type: ignore[attr-defined]


def test_each_of_ten_different_cards_has_its_own_place() -> None:
    sheet = samples.sheet(CARDS, occasion(item="ten-cards"))
    said = [fact.text for fact in render_pdf(sheet).pages]
    assert len(said) == 2 and said[1].count("People I can call") == 1
    places = [said[0].index(f"\n{card.short_title}\n") for card in LIBRARY.coping_cards()[:10]]
    assert places == sorted(places)


def test_what_is_behind_steady_is_no_list_of_people() -> None:
    front, back = (fact.text for fact in render_pdf(samples.sheet(CARDS, occasion(item="breathe-and-steady"))).pages)
    assert "Breathe in. Count to four." in front and "Feel the chair hold you." in back
    assert "After trauma" in front.partition("1 ")[0]


@pytest.mark.parametrize("card", LIBRARY.coping_cards(), ids=lambda card: card.id)
def test_every_shipped_card_keeps_its_size_and_a_line_for_each_step(card: object) -> None:
    press = Press()
    layout = press.lay_out(samples.sheet(CARDS, occasion(item=card.id)))  # type: ignore[attr-defined]
    assert isinstance(layout.furniture, DeckFurniture) and layout.furniture.grid is GRIDS[DeckSize.WALLET]
    _x, _down, front = cells(layout, 0)[0]
    assert all(step.height < 15 for step in front.inner.kids[-1].kids)  # type: ignore[attr-defined]
    assert front.inner.height - front.lift <= front.height - 2 * SAFE + 0.01


def test_numbers_nobody_has_checked_say_so() -> None:
    open_ = replace(samples.DIRECTORY, lines=tuple(
        replace(line, verified_on=None) for line in samples.DIRECTORY.lines))
    sheet = samples.sheet(CARDS, occasion(directory=open_))
    assert "Draft: 3 numbers not checked yet" in sheet.note
    assert "116 000 (verify)" in render_text(sheet)
    checked = samples.sheet(CARDS, occasion())
    assert "verify" not in render_text(checked) and "Draft" not in checked.note
    assert "In danger now: 999" in render_text(checked)


def test_words_that_no_card_has_room_for_are_printed_as_a_page() -> None:
    words = " ".join(f"word{place}" for place in range(700))
    long = replace(LIBRARY.coping_card("unhook"), short_title=words, id="long")

    class One:
        titles = {"long": "Long"}

        def find(self, id: str) -> object:
            return long

    said = " ".join(fact.text for fact in render_pdf(samples.sheet(CARDS, occasion(item="long", cards=One()))).pages)
    assert "word699" in said
