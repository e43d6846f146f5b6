"""The word budget: shipped texts keep the page counts that their sheets promise, on both papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import page
import pytest

from facilitator.documents import render_text
from facilitator.documents.context import SheetContext
from facilitator.documents.registry import build
from facilitator.documents.render.pdf import Press
from facilitator.i18n import translator
from facilitator.library import Library
from facilitator.model.agenda import AgendaDraft
from facilitator.model.agreement import AgreementVersion
from facilitator.model.group import GroupDraft, RecordLevel
from facilitator.model.organisation import VenueDraft
from facilitator.model.paper import Paper, Style
from facilitator.model.session import Session
from tests.core.paper_reader import spoken, squeezed

THURSDAY = date(2026, 12, 17)
PLANS = tuple(template.id for template in Library().agenda_templates())


def context(library: Library, paper: Paper, agenda: AgendaDraft | None = None,
            leaders: tuple[str, ...] = ()) -> SheetContext:
    """An evening with a place and a next time of ordinary length."""
    core = library.agreement_core()
    return SheetContext(
        translator=translator("en"), today=THURSDAY, paper=paper, agenda=agenda, leaders=leaders,
        session=Session(id=b"1" * 16, group_id=b"2" * 16, held_on=THURSDAY, start_minute=1140, minutes=90),
        group=GroupDraft(name="The Thursday Circle"), venue=VenueDraft(name="Mill Lane Hall"), expected=10,
        next_session=date(2026, 12, 23), directory=library.directory(), card=library.coping_card("feet-and-chair"),
        emergency=library.emergency_card(),
        agreement=AgreementVersion(id=b"3" * 16, group_id=b"2" * 16, number=12, adopted_on=THURSDAY,
                                   review_by=date(2027, 9, 30), present=9, clauses=core.clauses))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("country", ["GB", "IE", "US"])
def test_every_run_sheet_is_one_sheet_of_two_sides(country: str, paper: Paper) -> None:
    library, press = Library(country=country), Press(paper)
    for id in PLANS:
        for leaders in ((), ("Catherine", "Rosaline")):
            sheet = build("run-sheet", context(library, paper, library.agenda_template(id).agenda, leaders))
            assert press.sides(sheet) == 2, (id, leaders)


@pytest.mark.parametrize("paper", list(Paper))
def test_every_run_sheet_keeps_its_sides_where_no_names_are_taken(paper: Paper) -> None:
    library, press = Library(country="US"), Press(paper)
    for id in PLANS:
        template = library.agenda_template(id)
        group = GroupDraft(name="Monday", application=template.applications[0], record_level=RecordLevel.TALLY)
        agenda = library.suited(template, group).agenda
        assert press.sides(build("run-sheet", context(library, paper, agenda, ("Catherine", "Rosaline")))) == 2, id


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("document", ["agreement-poster", "emergency-card"])
def test_poster_and_emergency_card_keep_to_one_side(document: str, paper: Paper) -> None:
    assert Press(paper).sides(build(document, context(Library(country="IE"), paper))) == 1


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("country", ["GB", "IE", "US"])
def test_every_coping_handout_keeps_to_one_side(country: str, paper: Paper) -> None:
    library, press = Library(country=country), Press(paper)
    for card in library.coping_cards():
        assert press.sides(build("coping-handout", replace(context(library, paper), card=card))) == 1, card.id


@pytest.mark.parametrize("paper", list(Paper))
def test_large_print_keeps_the_warning_and_every_step_on_one_side(paper: Paper) -> None:
    library, press = Library(country="US"), Press(paper)
    for card in library.coping_cards():
        sheet = build("coping-handout", replace(context(library, paper), card=card, style=Style.LARGE))
        first = squeezed(press.print([(sheet, 1)], "Card", "en-US").pages[0].text)
        assert all(squeezed(step.text) in first for step in card.steps), card.id
        assert all(squeezed(line) in first for line in card.cautions), card.id
        assert press.sides(sheet) == sheet.pages, card.id


@pytest.mark.parametrize("paper", list(Paper))
def test_large_run_sheets_keep_the_sides_they_promise(paper: Paper) -> None:
    library, press = Library(country="US"), Press(paper)
    for id in PLANS:
        occasion = context(library, paper, library.agenda_template(id).agenda, ("Catherine", "Rosaline"))
        sheet = build("run-sheet", replace(occasion, style=Style.LARGE))
        assert press.sides(sheet) <= sheet.pages, id


@pytest.mark.parametrize("paper", list(Paper))
def test_every_handout_and_run_sheet_is_tagged_whole_and_tells_its_figure(paper: Paper) -> None:
    library, press = Library(), Press(paper)
    handouts = [(card, build("coping-handout", replace(context(library, paper), card=card)))
                for card in library.coping_cards()]
    plans = [build("run-sheet", context(library, paper, library.agenda_template(id).agenda)) for id in PLANS]
    printed = press.print([(sheet, 1) for sheet in (*(sheet for _card, sheet in handouts), *plans)], "All", "en-GB")
    report = page.validate_pdf_bytes(printed.pdf, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert printed.missing == ()
    said = spoken(printed.pdf)
    for card, sheet in handouts:
        assert card.alt in said
        assert squeezed(render_text(sheet)) in said, card.id
    for sheet in plans:
        assert squeezed(render_text(sheet)) in said
