"""Wide spacing: between letters, words and lines as was promised, with every promise of sides kept and nothing cut."""

from __future__ import annotations

from dataclasses import replace

import page
import pikepdf
import pytest

from facilitator.documents import DOCUMENTS, Document, SheetContext, document, make_pack, render_pdf
from facilitator.documents.blocks import PageBreak, Steps
from facilitator.documents.render.pdf import Press
from facilitator.documents.render.style import Type, style
from facilitator.library import Library
from facilitator.model.paper import Paper, Piece, Style
from facilitator.packs import made_of
from tests.core import paper_samples as samples
from tests.core.paper_reader import opened, spoken, squeezed

IDS = [declared.id for declared in DOCUMENTS]
READ = (Type.TITLE, Type.INTRO, Type.HEADING, Type.BODY, Type.STRONG, Type.SMALL, Type.CARD_CLAUSE, Type.CONTACT_NOTE)


def spaced(paper: Paper = Paper.A4, **changes: object) -> SheetContext:
    return samples.context(paper, style=Style.SPACED, **changes)


def test_whatever_is_read_in_a_line_is_wide_and_the_lines_are_further_apart() -> None:
    wide, plain = style(Style.SPACED).types, style(Style.STANDARD).types
    for use in READ:
        assert (wide[use].letter, wide[use].word) == (0.06, 0.16)
        assert wide[use].leading / wide[use].size > plain[use].leading / plain[use].size
    assert {use: (wide[use].size, wide[use].leading) for use in (
        Type.TITLE, Type.INTRO, Type.HEADING, Type.BODY, Type.SMALL)} == {
        Type.TITLE: (30, 39), Type.INTRO: (17, 28), Type.HEADING: (18, 28), Type.BODY: (14, 24),
        Type.SMALL: (12.5, 20.5)}
    assert (wide[Type.CRISIS].size, wide[Type.SOURCE].size, wide[Type.NUMBER].size) == (12, 11, 24)


def test_the_file_spaces_letters_and_words_as_they_were_measured() -> None:
    printed = render_pdf(samples.sheet(document("coping-handout"), spaced()))
    body = style(Style.SPACED).types[Type.BODY]
    found: dict[str, set[float]] = {"Tc": set(), "Tw": set()}
    with opened(printed.pdf) as file:
        for operands, operator in pikepdf.parse_content_stream(file.pages[0]):
            if str(operator) in found:
                found[str(operator)].add(round(float(operands[0]), 3))
    assert round(body.size * body.letter, 3) in found["Tc"] and round(body.size * body.word, 3) in found["Tw"]


@pytest.mark.parametrize("paper", samples.PAPERS)
@pytest.mark.parametrize("declared", DOCUMENTS, ids=IDS)
def test_it_keeps_its_promise_and_its_words(declared: Document, paper: Paper) -> None:
    sheet = samples.sheet(declared, spaced(paper))
    result = render_pdf(sheet, paper)
    assert sheet.pages == declared.promised(Style.SPACED)
    # One fewer where the last side would hold next to nothing.
    assert len(result.pages) in (sheet.pages, max(1, sheet.pages - 1))
    assert result.missing == ()
    said = spoken(result.pdf)
    assert squeezed(sheet.source) in said or (sheet.source_short and squeezed(sheet.source_short) in said)
    report = page.validate_pdf_bytes(result.pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


@pytest.mark.parametrize("declared", DOCUMENTS, ids=IDS)
def test_words_without_end_stay_on_their_pages(declared: Document) -> None:
    layout = Press().lay_out(samples.sheet(declared, replace(samples.endless(), style=Style.SPACED)))
    for number, pieces in enumerate(layout.pages):
        for down, piece in pieces:
            assert down + piece.height <= layout.furniture.room(number == 0) + 0.1


@pytest.mark.parametrize("paper", samples.PAPERS)
def test_shipped_words_keep_their_sides(paper: Paper) -> None:
    library, press = Library(country="US" if paper is Paper.LETTER else "GB"), Press(paper)
    occasion = spaced(paper, shelf=library.shipped.evening, directory=library.directory())
    for declared in DOCUMENTS:
        for item, _title in made_of(declared, occasion) if declared.choices else ():
            sheet = samples.sheet(declared, replace(occasion, item=item))
            assert press.sides(sheet) <= sheet.pages, (declared.id, item)
    for card in library.coping_cards():
        sheet = samples.sheet(document("coping-handout"), replace(occasion, card=card))
        kinds = [type(block) for block in sheet.blocks]
        assert kinds.index(Steps) < kinds.index(PageBreak)
        assert press.sides(sheet) == sheet.pages, card.id


def test_it_is_named_in_lists_and_beside_the_tab() -> None:
    assert samples.sheet(document("helplines"), spaced()).title == "Who to call or text, wide spacing"
    assert "wide spacing" in samples.sheet(document("coping-handout"), spaced()).note
    pack = make_pack([Piece("coping-handout", 2), Piece("coping-handout", 1, Style.SPACED)], samples.context())
    assert [line.title for line in pack.lines] == ["Feet and chair", "Feet and chair, wide spacing"]
