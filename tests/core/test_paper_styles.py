"""Large print: laid out again, never blown up; every letter of it large, every promise of sides kept, nothing cut."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from facilitator.documents import DOCUMENTS, Document, SheetContext, document, render_pdf, render_text
from facilitator.documents.blocks import PageBreak, Steps
from facilitator.documents.render.pdf import Press
from facilitator.documents.render.style import MM, STYLES, Type, style
from facilitator.library import Library
from facilitator.model.paper import Paper, Style
from tests.core import paper_samples as samples
from tests.core.paper_reader import font_table, opened, spoken

IDS = [declared.id for declared in DOCUMENTS]
LEAST = 16.0
EASIER = {"run-sheet", "checklist", "supervision-sheet", "lead-together", "ready-to-lead"}
"""These may need fewer sides than are promised for the longest words we ship, or where that saves a sheet of paper."""


def large(paper: Paper = Paper.A4, **changes: object) -> SheetContext:
    return samples.context(paper, style=Style.LARGE, **changes)


def sizes(page: pikepdf.Page) -> set[float]:
    """The sizes that words are set in on a page, in points, drawings' scale counted in."""
    found, scale, kept, size = set(), 1.0, [], 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "q":
            kept.append(scale)
        elif name == "Q":
            scale = kept.pop()
        elif name == "cm":
            scale *= (float(operands[0]) ** 2 + float(operands[1]) ** 2) ** 0.5
        elif name == "Tf":
            size = float(operands[1])
        elif name in ("Tj", "TJ"):
            found.add(round(size * scale, 2))
    return found


def test_every_style_has_a_sheet_of_sizes_and_every_document_is_made_in_it() -> None:
    assert [known.name for known in STYLES] == list(Style)
    for known in STYLES:
        assert set(known.types) == set(Type)
    plain = tuple(style for style in Style if style is not Style.EASYREAD)
    assert all(declared.styles == (tuple(Style) if declared.easy else plain) for declared in DOCUMENTS)


def test_body_and_foot_are_as_large_as_was_promised() -> None:
    types = style(Style.LARGE).types
    found = {use: (types[use].size, types[use].leading) for use in (
        Type.TITLE, Type.INTRO, Type.HEADING, Type.BODY, Type.SMALL, Type.CRISIS, Type.SOURCE, Type.NUMBER)}
    assert found == {Type.TITLE: (36, 42), Type.INTRO: (21, 29), Type.HEADING: (23, 30), Type.BODY: (18, 26),
                     Type.SMALL: (16, 22), Type.CRISIS: (18, 23), Type.SOURCE: (16, 20), Type.NUMBER: (30, 34.5)}


@pytest.mark.parametrize("declared", DOCUMENTS, ids=IDS)
def test_no_word_in_large_print_is_small(declared: Document) -> None:
    sheet = samples.sheet(declared, large())
    with opened(render_pdf(sheet).pdf) as file:
        assert min(min(sizes(side)) for side in file.pages) >= LEAST


@pytest.mark.parametrize("paper", samples.PAPERS)
@pytest.mark.parametrize("declared", DOCUMENTS, ids=IDS)
def test_large_print_keeps_its_promise_and_its_words(declared: Document, paper: Paper) -> None:
    sheet = samples.sheet(declared, large(paper))
    result = render_pdf(sheet, paper)
    assert sheet.pages == declared.promised(Style.LARGE)
    assert len(result.pages) == sheet.pages or (declared.id in EASIER and len(result.pages) < sheet.pages)
    assert result.missing == ()


@pytest.mark.parametrize("declared", DOCUMENTS, ids=IDS)
def test_large_words_without_end_stay_on_their_pages(declared: Document) -> None:
    press = Press()
    layout = press.lay_out(samples.sheet(declared, replace(samples.endless(), style=Style.LARGE)))
    for number, pieces in enumerate(layout.pages):
        for down, piece in pieces:
            assert down + piece.height <= layout.furniture.room(number == 0) + 0.1


def test_the_page_number_stands_in_the_head() -> None:
    sheet = samples.sheet(document("coping-handout"), large())
    text = [fact.text for fact in render_pdf(sheet).pages]
    assert len(text) == 2
    with opened(render_pdf(sheet).pdf) as file:
        for number, side in enumerate(file.pages, 1):
            assert f"Page {number} of 2" in _said_high(side)


def _said_high(page: pikepdf.Page) -> str:
    """The words drawn in the top tenth of a page."""
    tables = {str(name): font_table(font) for name, font in page.Resources.Font.items()}
    out, high, table = [], False, {}
    limit = float(page.MediaBox[3]) * 0.9
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "Td":
            high = float(operands[1]) > limit
        elif name == "Tf":
            table = tables[str(operands[0])]
        elif name in ("Tj", "TJ") and high:
            parts = operands[0] if name == "TJ" else operands
            out += [table[code] for part in parts if isinstance(part, pikepdf.String) for code in bytes(part)]
    return "".join(out)


@pytest.mark.parametrize("paper", samples.PAPERS)
def test_the_privacy_mark_has_air_under_a_crisis_line_that_goes_across(paper: Paper) -> None:
    occasion = samples.styled(Style.LARGE, paper)
    with closing(pypdfium2.PdfDocument(render_pdf(samples.sheet(document("run-sheet"), occasion), paper).pdf)) as pdf:
        side = pdf[0]
        words = [one.get_bounds() for one in side.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])]
        boxes = [one.get_bounds() for one in side.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]
        mark = min(boxes, key=lambda box: box[1])
        over = [box for box in words if box[1] > mark[3] - 2 and box[3] < mark[3] + 30 and box[2] > mark[0]]
        assert over and min(box[1] for box in over) - mark[3] > 2.2 * MM


def test_every_step_of_a_handout_is_on_its_first_side() -> None:
    sheet = samples.sheet(document("coping-handout"), large())
    kinds = [type(block) for block in sheet.blocks]
    assert kinds.index(Steps) < kinds.index(PageBreak)
    first = render_pdf(sheet).pages[0].text
    assert all(step.text in " ".join(first.split()) for step in samples.CARD.steps)
    assert all(line in " ".join(first.split()) for line in samples.CARD.cautions)


def test_large_print_says_what_the_standard_says_of_the_numbers() -> None:
    said = spoken(render_pdf(samples.sheet(document("helplines-team"), large())).pdf)
    assert all(line.number in said for line in samples.DIRECTORY.lines)
    assert said.count("Verify before print") == 5
    assert "Draft: 5 of 9 numbers not checked yet" in said


def test_the_title_in_a_list_says_that_it_is_large() -> None:
    sheet = samples.sheet(document("helplines"), large())
    assert sheet.title == "Who to call or text, large print"
    assert "large print" not in render_text(sheet)


@pytest.mark.parametrize("paper", samples.PAPERS)
def test_shipped_words_keep_their_sides_in_large_print(paper: Paper) -> None:
    """The longest plan on five sides, and a whole newcomer's leaflet, poster and emergency card on two."""
    library, press = Library(), Press(paper)
    for template in library.agenda_templates():
        agenda = template.agenda
        session = replace(samples.context().session, minutes=agenda.minutes)  # type: ignore[type-var]
        sheet = samples.sheet(document("run-sheet"), large(paper, agenda=agenda, session=session))
        assert press.sides(sheet) <= document("run-sheet").promised(Style.LARGE), template.id
        wall = samples.sheet(document("wall-agenda"), large(paper, agenda=agenda, session=session))
        assert press.sides(wall) == 1, template.id
    shipped = large(paper, emergency=library.emergency_card(), agreement=samples.agreement(tuple(
        (clause.theme, clause.text, clause.why) for clause in library.agreement_core().clauses)))
    for id in ("emergency-card", "agreement-poster", "clause-cards", "welcome-leaflet"):
        sheet = samples.sheet(document(id), shipped)
        assert press.sides(sheet) == document(id).promised(Style.LARGE), id
