"""Sheets read from the right: all that is laid out changes sides, and words, drawings and numbers keep their way."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import page
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from facilitator.documents import DOCUMENTS, Printed, Sheet, build, render_pdf, render_text
from facilitator.i18n import translator
from facilitator.model.paper import Paper
from tests.core import paper_samples as samples
from tests.core.paper_reader import elements, opened, spoken, squeezed

SHEETS = ("tally", "coping-handout", "consent-form", "feedback-slip")


@cache
def made(document: str, language: str) -> tuple[Sheet, Printed]:
    """A sheet with the app's words in a language."""
    declared = next(one for one in DOCUMENTS if one.id == document)
    sheet = build(declared, replace(samples.context(), translator=translator(language)))
    return sheet, render_pdf(sheet, Paper.A4)


@pytest.mark.parametrize("document", SHEETS)
def test_it_is_accessible_and_whole(document: str) -> None:
    sheet, printed = made(document, "ar")
    report = page.validate_pdf_bytes(printed.pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    shorter = replace(sheet, crisis=sheet.crisis_short)  # where the whole line has no room
    assert spoken(printed.pdf) in (squeezed(render_text(sheet)), squeezed(render_text(shorter)))
    assert printed.missing == ()


@pytest.mark.parametrize("document", SHEETS)
def test_no_word_is_drawn_the_wrong_way_round(document: str) -> None:
    with closing(pypdfium2.PdfDocument(made(document, "ar")[1].pdf)) as file:
        for side in file:
            shown = list(side.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]))
            assert shown
            assert all(one.get_matrix().a > 0 for one in shown)
            assert all(0 < one.get_bounds()[0] < one.get_bounds()[2] + 1 < side.get_width() for one in shown)


@pytest.mark.parametrize(("language", "grows"), [("en", 1), ("ar", -1)])
def test_numbered_circles_run_from_where_one_reads(language: str, grows: int) -> None:
    first = {word: box for word, box in reversed(_words(made("tally", language)[1])) if word in ("1", "2", "3", "4")}
    lefts = [first[word][0] for word in ("1", "2", "3", "4")]
    assert all((after - before) * grows > 0 for before, after in pairwise(lefts))


@pytest.mark.parametrize(("language", "first_half"), [("en", True), ("ar", False)])
def test_a_figure_says_where_it_is(language: str, first_half: bool) -> None:
    with opened(made("coping-handout", language)[1].pdf) as file:
        figure = next(one for one in elements(file) if one.S == "/Figure")
        box = [float(value) for value in re.findall(r"[\d.]+", str(list(_attributes(figure)["/BBox"])))]
        width = float(file.pages[0].MediaBox[2])
    assert 0 < box[0] < box[2] < width
    assert ((box[0] + box[2]) / 2 > width / 2) is first_half


def test_a_telephone_number_keeps_the_order_of_its_groups() -> None:
    declared = next(one for one in DOCUMENTS if one.id == "tally")
    sheet = replace(build(declared, replace(samples.context(), translator=translator("ar"))),
                    source="اتصلوا بـ 7788 9966 الآن")
    found = dict(reversed(_words(render_pdf(sheet, Paper.A4))))
    assert found["7788"][0] < found["9966"][0]
    assert found["7788"][1] == pytest.approx(found["9966"][1], abs=1)


def _attributes(figure: pikepdf.Object) -> Any:
    return figure.A if isinstance(figure.A, pikepdf.Dictionary) else figure.A[0]


def _words(printed: Printed) -> list[tuple[str, tuple[float, float]]]:
    """Numbers on the first side, each with its left and its foot."""
    with closing(pypdfium2.PdfDocument(printed.pdf)) as file:
        text = file[0].get_textpage()
        said = text.get_text_range()
        return [(found[0], text.get_charbox(found.start())[:2]) for found in re.finditer(r"\d+", said)]
