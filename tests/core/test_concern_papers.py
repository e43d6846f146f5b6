"""Papers about somebody's safety: act first on one side, the concern form blank and typed, the incident form."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from facilitator.documents import build, document, render_pdf, render_text
from facilitator.documents.library_copy import telling, without_people
from facilitator.library import Library
from facilitator.model.concern import ConcernWords
from facilitator.model.debrief import Answer
from facilitator.model.organisation import Organisation
from facilitator.model.paper import Paper, PersonalData, Piece, Style
from tests.core import paper_samples as samples

LEADS = Organisation(country="GB", lead_name="Dev Anand", lead_contact="07700 900123", deputy_name="Ines Moreau",
                     deputy_contact="07700 900456")
DIRECTORY = Library().directory()
SAID = ConcernWords(
    written_by="Ruth", answers=(Answer("who", "Mrs J"), Answer("words", "“He took my card.”\nThen wept.")))


def said(id: str, **changes: Any) -> str:
    """What a sheet says."""
    return render_text(build(document(id), samples.context(**changes)))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("organisation", [None, LEADS])
def test_acting_first_takes_one_side_and_two_large_ones(paper: Paper, organisation: Organisation | None) -> None:
    for style, sides in ((Style.STANDARD, 1), (Style.LARGE, 2)):
        context = samples.context(paper, style=style, organisation=organisation, directory=DIRECTORY)
        assert len(render_pdf(build(document("safeguarding-flow"), context), paper).pages) == sides


def test_acting_first_asks_for_danger_before_all_else_and_says_whom_to_call() -> None:
    blank = said("safeguarding-flow", organisation=None, directory=DIRECTORY)
    assert blank.index("Is anyone in danger now?") < blank.index("999") < blank.index("1  Listen")
    assert blank.index("3  Tell the lead") < blank.index("4  Write it")
    assert "Lead:" in blank and "Social services:" in blank
    assert "NSPCC helpline 0808\xa0800\xa05000 (verify)" in blank
    assert "About the lead? Tell the deputy or an outside body." in blank
    named = build(document("safeguarding-flow"), samples.context(organisation=LEADS, directory=DIRECTORY))
    assert named.personal is PersonalData.CONTAINED and "Lead: Dev Anand, 07700 900123" in render_text(named)


def test_acting_first_says_when_a_line_was_checked() -> None:
    checked = tuple(replace(line, verified_on=samples.TODAY, review_by=samples.TODAY) for line in DIRECTORY.lines)
    told = said("safeguarding-flow", directory=replace(DIRECTORY, lines=checked))
    assert "0808\xa0800\xa05000" in told and "5000 (verify)" not in told


def test_the_blank_forms_hold_nobody_and_ask_all() -> None:
    for id in ("concern-form", "incident-form"):
        sheet = build(document(id), samples.context(organisation=LEADS))
        assert sheet.personal is PersonalData.ONCE_FILLED and "Dev" not in render_text(sheet)
    assert "Passed to nobody? Then why?" in said("concern-form")
    assert "Something private got out" in said("incident-form")


def test_a_typed_concern_prints_what_was_typed_and_lines_for_where_it_went() -> None:
    context = samples.context(concern=SAID)
    sheet = build(document("concern-form"), context)
    told = render_text(sheet)
    assert sheet.personal is PersonalData.CONTAINED and "Typed by Ruth" in told
    assert "“He took my card.”" in told and "Then wept." in told and "Reference:" in told
    assert "What did you see or hear yourself?" not in told, "what was not answered is left out"
    piece = Piece("concern-form", 1)
    assert telling((piece,), context) == (piece,) and without_people(context).concern is None
