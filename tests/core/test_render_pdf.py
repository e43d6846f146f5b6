"""Every document, on both papers, for a plain and an awkward evening: tagged, readable, whole, always the same."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from itertools import pairwise

import page
import pikepdf
import pytest

from facilitator.documents import (
    DOCUMENTS,
    Document,
    Printed,
    Sheet,
    document,
    protect,
    render_pdf,
    render_text,
    shrink,
)
from facilitator.documents.render.pdf import Press
from facilitator.documents.render.text import lines as lines_of
from facilitator.model.paper import Paper, Style
from tests.core import paper_samples as samples
from tests.core.paper_proof import as_fitted, in_order, lists
from tests.core.paper_reader import elements, opened, read_page, spoken, squeezed

OCCASIONS = {"plain": samples.context, "awkward": samples.awkward, "endless": samples.endless}
IDS = [declared.id for declared in DOCUMENTS]


@cache
def made(declared: Document, paper: Paper, occasion: str = "plain", style: Style = Style.STANDARD,
         discreet: bool = False) -> tuple[Sheet, Printed]:
    sheet = samples.sheet(declared, replace(OCCASIONS[occasion](paper), style=style, discreet=discreet))
    return sheet, render_pdf(sheet, paper)


VARIANTS = [(paper, occasion, Style.STANDARD, False) for paper in samples.PAPERS for occasion in ("plain", "awkward")]
VARIANTS += [(Paper.A4, "awkward", Style.LARGE, False), (Paper.LETTER, "plain", Style.LARGE, True)]
"""Every paper and occasion as it is usual; in large print and discreetly once each, as the structure is the same."""


@pytest.fixture(params=[(d, *variant) for d in DOCUMENTS for variant in VARIANTS],
                ids=lambda param: "-".join((param[0].id, *param[1:4], "discreet" if param[4] else "open")))
def printed(request: pytest.FixtureRequest) -> tuple[Sheet, Printed]:
    return made(*request.param)


def test_sheet_is_accessible_and_whole(printed: tuple[Sheet, Printed]) -> None:
    sheet, result = printed
    report = page.validate_pdf_bytes(result.pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.rules.passed == report.rules.total > 100
    # What the structure says, decoded from the file itself, is what the blocks say: nothing lost, nothing twice.
    assert spoken(result.pdf) == squeezed(render_text(as_fitted(sheet, result)))
    # And the preview's pane has the same words again, page by page.
    panes = " ".join(fact.text for fact in result.pages)
    assert sorted(squeezed(panes).split(" ")) == sorted(spoken(result.pdf).split(" "))


def test_every_mark_belongs_to_the_element_that_lists_it(printed: tuple[Sheet, Printed]) -> None:
    with opened(printed[1].pdf) as file:
        nums = list(file.Root.StructTreeRoot.ParentTree.Nums)
        parents = {int(nums[at]): nums[at + 1] for at in range(0, len(nums), 2)}
        for side in file.pages:
            marks = read_page(side)
            assert marks.loose == []
            listed = parents[int(side.obj.StructParents)]
            assert sorted(marks.words) == list(range(len(listed)))
            for number, element in enumerate(listed):
                assert str(element.S)[1:] == marks.roles[number]
                assert lists(element, side.obj.objgen, number)
        for element in elements(file):
            for kid in element.get("/K", ()):
                if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
                    assert kid.P.objgen == element.objgen


@pytest.mark.parametrize("declared", DOCUMENTS, ids=IDS)
def test_every_font_is_embedded(declared: Document) -> None:
    with opened(made(declared, Paper.A4, "awkward")[1].pdf) as file:
        for side in file.pages:
            for font in side.Resources.Font.values():
                assert "/FontFile2" in font.FontDescriptor
                assert "+" in str(font.BaseFont)


@pytest.mark.parametrize("declared", DOCUMENTS, ids=IDS)
def test_the_same_sheet_gives_the_same_bytes(declared: Document) -> None:
    again = made.__wrapped__(declared, Paper.A4)
    assert made(declared, Paper.A4)[1].pdf == again[1].pdf


@pytest.mark.parametrize("paper", samples.PAPERS)
@pytest.mark.parametrize("declared", DOCUMENTS, ids=IDS)
def test_a_plain_evening_keeps_the_promised_sides(declared: Document, paper: Paper) -> None:
    sheet, result = made(declared, paper)
    assert len(result.pages) == sheet.pages == declared.pages


@pytest.mark.parametrize("declared", DOCUMENTS, ids=IDS)
def test_headings_begin_at_one_and_never_skip(declared: Document) -> None:
    with opened(made(declared, Paper.A4, "awkward")[1].pdf) as file:
        levels = [int(str(element.S)[2]) for element in in_order(file.Root.StructTreeRoot.K)
                  if str(element.S) in ("/H1", "/H2", "/H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_metadata_tell_nothing_of_the_group_or_the_day() -> None:
    _sheet, result = made(DOCUMENTS[1], Paper.A4)
    with opened(result.pdf) as file:
        told = " ".join(str(value) for value in file.docinfo.values()) + file.Root.Metadata.read_bytes().decode()
        assert str(file.Root.Lang) == "en-GB"
        assert file.Root.ViewerPreferences.DisplayDocTitle
    for private in ("Thursday", "Ruth", "Dev", "Mill Lane", "2026"):
        assert private not in told
    assert "Run tonight’s circle" in told


def test_characters_that_no_font_has_are_shown_and_named() -> None:
    _sheet, result = made(DOCUMENTS[1], Paper.A4, "awkward")
    assert result.missing == ("😀",)
    assert "😀" in spoken(result.pdf)


def test_what_people_type_is_never_markup() -> None:
    said = spoken(made(DOCUMENTS[1], Paper.A4, "awkward")[1].pdf)
    assert "<b>not bold</b> &" in said
    assert "<img src='/etc/passwd'>" in spoken(made(document("agreement-poster"), Paper.A4, "awkward")[1].pdf)


def test_joined_scripts_keep_their_words() -> None:
    said = spoken(made(DOCUMENTS[1], Paper.A4, "awkward")[1].pdf)
    assert f"{samples.ARABIC_NAME} reads. {samples.HINDI_NAME} holds the piece." in said


def test_a_table_over_two_sides_says_its_head_once_and_draws_it_twice() -> None:
    _sheet, result = made(DOCUMENTS[0], Paper.A4, "awkward")
    assert spoken(result.pdf).count("In this order") == 1
    with opened(result.pdf) as file:
        assert ["In this order" in "".join(read_page(side).artifacts) for side in file.pages] == [False, True, False]


def test_protected_pdf_opens_with_its_passphrase_alone() -> None:
    _sheet, result = made(DOCUMENTS[1], Paper.A4)
    locked = protect(result.pdf, "five words in a row")
    assert b"Run tonight" not in locked
    for wrong in ("", "five words"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(locked), password=wrong)
    with pikepdf.open(io.BytesIO(locked), password="five words in a row") as file:
        assert file.encryption.R == 6
        assert file.encryption.bits == 256
        assert file.allow.accessibility
        assert len(file.pages) == 2


@pytest.mark.parametrize("declared", DOCUMENTS, ids=IDS)
def test_words_without_end_flow_on_and_stay_on_their_pages(declared: Document) -> None:
    sheet = samples.sheet(declared, samples.endless())
    press = Press()
    layout = press.lay_out(sheet)
    for number, pieces in enumerate(layout.pages):
        for down, piece in pieces:
            assert down + piece.height <= layout.furniture.room(number == 0) + 0.1
    result = press.print([(sheet, 1)], sheet.title, sheet.language)
    heard = set(spoken(result.pdf).split(" "))
    for block in sheet.blocks:
        for line in lines_of(block):
            assert set(line.split()) <= heard
    assert page.validate_pdf_bytes(result.pdf, profile="ua1").is_compliant


def test_a_pdf_shrinks_on_its_way_into_a_file() -> None:
    """What is saved shows the same in less room, and is the same on every run."""
    whole = made(DOCUMENTS[1], Paper.A4)[1].pdf
    small = shrink(whole)
    assert len(small) < 0.8 * len(whole) and small == shrink(whole)
    with pikepdf.open(io.BytesIO(whole)) as before, pikepdf.open(io.BytesIO(small)) as after:
        assert len(before.pages) == len(after.pages)
        assert before.pages[0].Contents.read_bytes() == after.pages[0].Contents.read_bytes()
        assert "/StructTreeRoot" in after.Root
