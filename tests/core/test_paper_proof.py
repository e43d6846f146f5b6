"""Every document × paper × style × language, and every layout, held to all that a printed sheet is held to."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from facilitator.documents import DOCUMENTS, render_pdf
from facilitator.i18n import languages
from facilitator.model.paper import Paper, PersonalData, Style
from tests.core import paper_proof as proof
from tests.core import paper_samples as samples

CASES = tuple(proof.cases(DOCUMENTS))
FEW = CASES[::37]
"""Some of them, so that every check is made every time."""


def test_all_documents_papers_styles_and_languages_are_there() -> None:
    assert {case.document.id for case in CASES} == {declared.id for declared in DOCUMENTS}
    assert {case.style for case in CASES} == set(Style) and {case.paper for case in CASES} == set(Paper)
    assert {case.language for case in CASES} == set(languages())
    assert {case.style for case in FEW} == set(Style) and {case.language for case in FEW} == set(languages())


@pytest.mark.parametrize("case", FEW, ids=str)
def test_some_sheets_are_as_they_should_be(case: proof.Case) -> None:
    assert proof.faults(case) == []


@pytest.mark.long
@pytest.mark.parametrize("case", [case for case in CASES if case not in FEW], ids=str)
def test_every_sheet_is_as_it_should_be(case: proof.Case) -> None:
    assert proof.faults(case) == []


# ---------------------------------------------------------------- that it can fail
def test_the_proof_sees_what_is_not_as_it_should_be() -> None:
    """An untrue mark, words without structure, grey words, small ones, and words at the edge."""
    case = next(case for case in CASES if case.document.id == "run-sheet")
    sheet = samples.sheet(case.document, proof.occasion(case))
    printed = render_pdf(sheet)
    untrue = list(proof._of_people(replace(sheet, personal=PersonalData.NONE), printed, case))
    assert untrue == ["names of people on it, and marked as none"]
    assert list(proof._of_people(replace(sheet, privacy="Secret"), printed, case)) == ["no mark of personal data"]
    bad = samples.sheet(case.document, replace(proof.occasion(case), leaders=("😀", "")))
    assert any(fault.startswith("no font has") for fault in proof._of_file(bad, render_pdf(bad), case))

    careless = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed.pdf)) as file:
        font = next(iter(file.pages[0].Resources.Font))
        words = f"q .8 g BT {font} 5 Tf 3 400 Td (AAAAAA) Tj ET Q".encode()
        file.pages[0].contents_add(file.make_stream(words))
        file.save(careless)
    seen = " / ".join(proof._of_ink(careless.getvalue(), case))
    assert "words in the margin of side 1" in seen and "letters with an x of" in seen and "contrast" in seen
    assert "words outside of the structure" in " / ".join(proof._of_structure(careless.getvalue()))
