"""The papers of an evening: every card, reading and form that ships keeps its sides, is tagged whole, and tells nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import page
import pytest

from facilitator.documents import DOCUMENTS, Document, Sheet, SheetContext, build, document, make_pack, render_text
from facilitator.documents.blocks import Ask, Block, Cards, CardTitle, Danger, Group, PageBreak, Steps
from facilitator.documents.declaration import Need
from facilitator.documents.render.pdf import Press
from facilitator.errors import DocumentNeeds
from facilitator.i18n import PSEUDO, translator
from facilitator.library import Library
from facilitator.model.form import (
    CO_FACILITATORS,
    DEBRIEF,
    READINESS,
    REFLECTIVE_LOG,
    SUPERVISION_CONTRACT,
    SUPERVISION_SESSION,
)
from facilitator.model.group import Application, GroupDraft
from facilitator.model.paper import Paper, PersonalData, Piece, Style
from facilitator.model.prompt import DEEPEST, GENTLE_DEEPEST, PromptUse
from facilitator.packs import made_of, offered, packed
from tests.core.paper_reader import squeezed
from tests.core.paper_samples import SHELF, context

CHOSEN = tuple(one for one in DOCUMENTS if one.choices is not None and Need.CARD not in one.needs)
FORMS = ("debrief-form", "supervision-sheet", "reflective-log", "lead-together", "ready-to-lead")


def every(paper: Paper, style: Style, library: Library) -> Iterator[tuple[str, Sheet]]:
    """Each item of each document that is made of one, with the country's own numbers."""
    occasion = context(paper, style=style, shelf=library.shipped.evening, directory=library.directory())
    for declared in CHOSEN:
        for item, _title in made_of(declared, occasion):
            yield f"{declared.id} {item}", build(declared, replace(occasion, item=item))


def text(id: str, **changes: Any) -> str:
    return render_text(build(id, context(**changes)))


# ---------------------------------------------------------------- all of them
@pytest.mark.parametrize("style", [style for style in Style if style is not Style.EASYREAD])
@pytest.mark.parametrize("paper", list(Paper))
def test_whatever_is_chosen_keeps_its_sides_and_loses_no_word(paper: Paper, style: Style) -> None:
    library, press = Library(country="US" if paper is Paper.LETTER else "GB"), Press(paper)
    made = list(every(paper, style, library))
    assert len(made) >= 40
    long = {name: press.sides(sheet) for name, sheet in made if press.sides(sheet) > sheet.pages}
    assert long == {}
    if style is Style.STANDARD:
        assert [name for name, sheet in made if press.sides(sheet) != sheet.pages] == []
    for _name, sheet in made:
        layout = press.lay_out(sheet)
        for number, pieces in enumerate(layout.pages):
            for down, piece in pieces:
                assert down + piece.height <= layout.furniture.room(number == 0) + 0.1
    printed = press.print([(sheet, 1) for _name, sheet in made], "All", "en")
    assert printed.missing == ()
    said = squeezed(" ".join(fact.text for fact in printed.pages))
    for moment in library.hard_moments():
        assert all(squeezed(step.text) in said for step in moment.steps if "{" not in step.text), moment.id
    for reading in library.readings():
        assert all(squeezed(line) in said for line in reading.lines), reading.id


def test_all_of_them_are_accessible() -> None:
    made = [sheet for _name, sheet in every(Paper.A4, Style.STANDARD, Library())]
    report = page.validate_pdf_bytes(Press(Paper.A4).print([(sheet, 1) for sheet in made], "All", "en").pdf,
                                     profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


@pytest.mark.parametrize("declared", CHOSEN, ids=lambda one: one.id)
def test_the_usual_one_comes_first_and_stands_in_for_what_is_gone(declared: Document) -> None:
    choices = made_of(declared, context())
    assert len(dict(choices)) == len(choices) > 1
    first = build(declared, context())
    assert build(declared, context(item=choices[0][0])) == first == build(declared, context(item="taken-away"))
    assert build(declared, context(item=choices[1][0])) != first
    if Need.SHELF in declared.needs:
        assert made_of(declared, context(shelf=None)) == ()


def test_a_pack_holds_several_of_one_document() -> None:
    pack = make_pack([Piece("hard-moment", 1), Piece("hard-moment", 2, item="tears"),
                      Piece("reading-card", 1, item="hope")], context())
    assert [(line.title, line.copies) for line in pack.lines] == [
        ("Hope", 1), (SHELF.hard_moments[0].title, 1), ("Someone cries", 2)]


def test_a_pack_offers_what_an_evening_may_need() -> None:
    mine = {"supervision-sheet", "reflective-log", "lead-together", "ready-to-lead", "checklist", "attendance-slip",
            "certificate"}
    assert mine == {one.id for one in offered()} - {one.id for one in packed()}


# ---------------------------------------------------------------- hard moments
def test_a_hard_moment_says_what_to_leave_before_what_to_do() -> None:
    for moment in SHELF.hard_moments:
        said = text("hard-moment", item=moment.id)
        assert max(map(said.index, moment.dont)) < said.rindex(moment.say[0]) < said.index(f"1 {moment.steps[0].key}.")


def test_what_is_needed_at_once_stands_on_the_front() -> None:
    for moment in SHELF.hard_moments:
        sheet = build("hard-moment", context(item=moment.id))
        kinds = [type(block) for block in sheet.blocks]
        assert (Danger in kinds) == moment.urgent
        if sheet.pages > 1:
            assert kinds.index(Steps) < kinds.index(PageBreak)
    said = text("hard-moment", item="medical")
    assert said.count("Call 999 now.") == 1 and "You are at Mill Lane Hall, 12 Mill Lane" in said
    assert "{emergency}" not in said
    assert "Stay on the line." in text("hard-moment", item="medical", venue=None)


# ---------------------------------------------------------------- prompts
def depths(**changes: Any) -> list[str]:
    sheet = build("prompt-cards", context(**changes))
    [cards] = [block for block in sheet.blocks if isinstance(block, Cards)]
    return [block.text for card in cards.cards for block in card if isinstance(block, CardTitle)]


@pytest.mark.parametrize("group", [
    GroupDraft(name="x", application=Application.TRAUMA), GroupDraft(name="x", application=Application.YOUTH),
    GroupDraft(name="x", application=Application.GRIEF, min_age=15)], ids=["trauma", "youth", "under 18"])
def test_no_deep_prompt_where_none_should_be(group: GroupDraft) -> None:
    by_text = {prompt.text: prompt for prompt in SHELF.prompts}
    for use in PromptUse:
        found = [by_text[line] for line in depths(group=group, item=use.value, options={"deepest": DEEPEST})]
        assert found and all(prompt.use is use and prompt.depth <= GENTLE_DEEPEST for prompt in found)
        assert all(prompt.suits(group.application, group.for_under_18s) for prompt in found)


def test_prompts_go_as_deep_as_was_chosen_and_deep_ones_say_so() -> None:
    group = GroupDraft(name="x", application=Application.MENTAL_HEALTH)
    by_text = {prompt.text: prompt for prompt in SHELF.prompts}
    for deepest in range(1, DEEPEST + 1):
        found = {by_text[line].depth for line in depths(group=group, options={"deepest": deepest})}
        assert found == set(range(1, deepest + 1))
    assert {by_text[line].depth for line in depths(group=group)} == {1, 2}
    assert "Deep: never after trauma or under 18." in text("prompt-cards", group=group, options={"deepest": 3})
    assert all(not by_text[line].applications for line in depths(group=None, options={"deepest": 3}))


# ---------------------------------------------------------------- forms
@pytest.mark.parametrize("id", FORMS)
def test_a_form_asks_all_that_it_asks_and_names_no_group(id: str) -> None:
    for form in SHELF.forms:
        if form.title not in text(id, item=form.id):
            continue
        sheet = build(id, context(item=form.id))
        said = render_text(sheet)
        assert sheet.personal is PersonalData.ONCE_FILLED and document(id).taken_home
        assert all(question.ask in said for question in form.questions)
        assert max(said.index(line) for line in form.cautions) < said.index(form.questions[0].ask)
        assert "Thursday Circle" not in said and "14 May" not in said
        assert all(light.name in said and light.next in said for light in form.lights)


def asked(blocks: tuple[Block, ...]) -> list[Ask]:
    inside = [one for block in blocks if isinstance(block, Group) for one in asked(block.blocks)]
    return [*inside, *(block for block in blocks if isinstance(block, Ask))]


def test_lines_to_write_on_are_as_many_as_the_form_says() -> None:
    forms = {form.id: form for form in SHELF.forms}
    for id, form in (("debrief-form", "debrief"), ("supervision-sheet", "supervision-contract")):
        found = asked(build(id, context(item=form)).blocks)
        assert {one.text: one.lines for one in found} == {one.ask: one.lines for one in forms[form].questions}


def test_forms_around_an_evening_have_their_sheets() -> None:
    around = (DEBRIEF, SUPERVISION_CONTRACT, SUPERVISION_SESSION, REFLECTIVE_LOG, CO_FACILITATORS, READINESS)
    printed = {title for id in FORMS for _item, title in (made_of(document(id), context())
                                                          or ((id, build(id, context()).title),))}
    assert printed == {form.title for form in SHELF.forms if form.id in around}


# ---------------------------------------------------------------- the paper evening
def test_a_paper_evening_asks_for_adults_only_where_they_are_counted() -> None:
    assert "\nAdults\n" not in text("paper-evening")
    assert "\nAdults\n" in text("paper-evening", group=GroupDraft(name="x", min_age=15))


def test_a_paper_evening_without_a_plan_or_an_evening_is_written_in_by_hand() -> None:
    said = text("paper-evening", agenda=None, session=None, group=None)
    assert "What was held" not in said and "Last show of hands" in said
    assert "\nCheck-in round\n" in text("paper-evening")


def test_jobs_stand_in_the_language_of_the_sheet() -> None:
    assert "Keeps time" not in text("paper-evening", translator=translator(PSEUDO))


# ---------------------------------------------------------------- cards for the room
def test_chair_cards_are_alike_and_discreet_ones_do_not_say_circle() -> None:
    sheet = build("chair-card", context())
    [cards] = [block for block in sheet.blocks if isinstance(block, Cards)]
    assert len(cards.cards) == 4 and cards.copies and len(set(map(str, cards.cards))) == 1
    discreet = build("chair-card", context(discreet=True))
    assert "circle" not in render_text(discreet).casefold()


def test_without_the_words_that_ship_there_is_nothing_to_print() -> None:
    for id in ("chair-card", "hard-moment", "debrief-form"):
        with pytest.raises(DocumentNeeds):
            build(id, context(shelf=None))


def test_nothing_is_read_before_a_sheet_asks_for_it() -> None:
    class Counting:
        def __getattr__(self, name: str) -> object:
            raise AssertionError(name)

    filled: SheetContext = context(shelf=Counting())
    assert "Run tonight’s circle" in render_text(build("run-sheet", filled))
