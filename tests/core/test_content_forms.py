"""Forms and cards around an evening: debrief, supervision, roles, chairs, paper, a line for oneself; the editor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitator.errors import NotFound
from facilitator.library import Library, checker
from facilitator.model.agenda import LineKind
from facilitator.model.content import ScriptKind
from facilitator.model.form import (
    ACCESS_NEEDS,
    ANNUAL_REFRESH,
    CLOSURE,
    CO_FACILITATORS,
    CONCERN,
    DEBRIEF,
    INCIDENT,
    INCLUSION,
    NEWCOMER,
    READINESS,
    REFLECTIVE_LOG,
    SIX_PRINCIPLES,
    SKILLS,
    SUPERVISION_CONTRACT,
    SUPERVISION_SESSION,
    VENUE,
    Form,
)
from facilitator.model.rota import ROTATING, RUNNING, Role

LIBRARY = Library()


def wrong(form: Form) -> list[str]:
    return [finding.wrong for finding in checker.check_form(form)]


def test_there_are_sixteen_forms_whose_answers_can_be_told_apart() -> None:
    assert {form.id for form in LIBRARY.forms()} == {
        ACCESS_NEEDS, ANNUAL_REFRESH, CLOSURE, CO_FACILITATORS, CONCERN, DEBRIEF, INCIDENT, INCLUSION, NEWCOMER,
        READINESS, REFLECTIVE_LOG, SIX_PRINCIPLES, SKILLS, SUPERVISION_CONTRACT, SUPERVISION_SESSION, VENUE}
    for form in LIBRARY.forms():
        ids = [question.id for question in form.questions]
        assert len(ids) == len(set(ids))
    with pytest.raises(NotFound):
        LIBRARY.form("nothing")


def test_every_form_keeps_names_out_and_concerns_apart() -> None:
    for form in LIBRARY.forms():
        assert form.id == CONCERN or "no member’s name" in form.cautions[0]
    for id in (DEBRIEF, INCIDENT, REFLECTIVE_LOG, SUPERVISION_CONTRACT):
        assert any("safeguarding lead" in line for line in LIBRARY.form(id).cautions)


def test_the_debrief_asks_four_things_and_whether_one_is_safe_to_go_home() -> None:
    form = LIBRARY.form(DEBRIEF)
    assert [question.id for question in form.questions] == ["well", "hard", "next", "need"]
    assert form.ask == "Are you safe to go home?"
    assert [light.id for light in form.lights] == ["green", "amber", "red"]
    assert not form.lights[0].often
    assert "supervisor" in form.lights[1].often and "supervisor" in form.lights[2].often
    assert "Don’t go home alone" in form.lights[2].next


def test_supervision_states_its_limits() -> None:
    said = " ".join(line for part in LIBRARY.form(SUPERVISION_CONTRACT).parts for line in part.says)
    for needed in ("not therapy", "If someone may be harmed", "You are told first, if that is safe"):
        assert needed in said


def test_readiness_is_no_score() -> None:
    form = LIBRARY.form(READINESS)
    ticks = [question for question in form.questions if question.lines == 0]
    assert len(ticks) == 6 and all(question.ask.startswith("I ") for question in ticks)
    said = " ".join((form.summary, *(line for part in form.parts for line in part.says)))
    assert "no mark" in said and not any(sign in said for sign in ("points", "out of", "%"))


def test_a_look_at_twelve_skills_is_no_score() -> None:
    form = LIBRARY.form(SKILLS)
    ticks = [question for question in form.questions if question.lines == 0]
    assert len(ticks) == 12 and all(question.ask.startswith("I ") for question in ticks)
    assert "There is no mark" in form.summary and "for you alone" in form.cautions[1]


def test_six_principles_are_asked_of_the_team_and_not_of_anybody() -> None:
    form = LIBRARY.form(SIX_PRINCIPLES)
    assert len(form.parts) == 7 and form.parts[-1].id == "next"
    assert all(question.ask.endswith("?") and question.lines for question in form.questions)
    assert "not at who anybody is" in form.cautions[1]


@pytest.mark.parametrize(("id", "needed"), [
    (NEWCOMER, ("or nothing", "no surname", "we read it and shred it today", "only listen today")),
    (ACCESS_NEEDS, ("not why", "no illness", "We keep it only if you say so")),
    (VENUE, ("No room with one way out", "two ways out", "Where does a phone work?", "Nobody can see or hear in")),
    (ANNUAL_REFRESH, ("Safety comes first", "called every number", "A backup was opened")),
    (CLOSURE, ("told early", "Concerns are not shredded", "Who keeps what must be kept")),
    (INCLUSION, ("not about people’s lives", "a hurtful joke is stopped", "Who lives near us, and does not come?")),
])
def test_cards_and_checklists_ask_for_no_more_than_they_need(id: str, needed: tuple[str, ...]) -> None:
    form = LIBRARY.form(id)
    said = " ".join((form.summary, *form.cautions, *(question.ask for question in form.questions))).lower()
    assert [words for words in needed if words.lower() not in said] == []


# ---------------------------------------------------------------- cards
def test_each_role_that_goes_round_has_its_card_and_no_other() -> None:
    assert tuple(card.role for card in LIBRARY.role_cards()) == ROTATING
    for role in ROTATING:
        assert LIBRARY.role_card(role).id == role.value
    for role in RUNNING:
        with pytest.raises(NotFound):
            LIBRARY.role_card(role)
    assert "before the last round" in " ".join(LIBRARY.role_card(Role.TIMEKEEPER).do)
    assert "what happens when someone is in danger" in " ".join(LIBRARY.role_card(Role.READER).dont)


def test_the_chair_card_says_that_one_may_pass() -> None:
    lines = [line for part in LIBRARY.chair_card().parts for line in part.lines]
    assert any("You may pass" in line for line in lines) and any("step out" in line for line in lines)


def test_the_evening_on_paper_holds_all_that_the_screen_would_mind() -> None:
    leaflet = LIBRARY.paper_evening()
    said = " ".join(line for part in leaflet.parts for line in part.lines)
    for needed in ("Under 18, and one adult only? Don’t start", "Never shorten the ending", "Act first", "no names",
                   "Ten minutes before the last round", "same as in?", "not into the envelope", "shred"):
        assert needed in said
    assert [part.title for part in leaflet.parts] == [
        "Bring", "Before people come", "As they come", "While it runs", "The end", "Afterwards"]


# ---------------------------------------------------------------- a line for oneself
@pytest.mark.parametrize("days", [7, 14, 28], ids=["weekly", "fortnightly", "four-weekly"])
def test_a_circle_comes_to_every_line_before_one_comes_again(days: int) -> None:
    lines = LIBRARY.wellbeing_lines()
    first = date(2026, 11, 19)
    shown = [LIBRARY.wellbeing_line(first + timedelta(days=days * n)) for n in range(len(lines))]
    assert sorted(line.id for line in shown) == sorted(line.id for line in lines)
    assert len(lines) >= 12


# ---------------------------------------------------------------- the calm pause
def test_a_calm_pause_is_read_in_sixty_to_ninety_seconds() -> None:
    found = LIBRARY.scripts_of(ScriptKind.GROUNDING)
    assert len(found) == 3
    for script in found:
        assert 60 <= script.seconds_slowly <= 90
        said = " ".join(line.text for line in script.lines if line.kind is LineKind.SAY)
        assert "today" in said or "in this room" in said
        assert "breath" not in said and "close your eyes" not in said, "watching the breath can upset after trauma"
    hurried = replace(found[0], lines=found[0].lines[:3])
    assert "seconds slowly, not 60 to 90" in next(iter(checker.check_script(hurried))).wrong


def test_words_at_the_door_stand_in_no_plan() -> None:
    found = LIBRARY.scripts_of(ScriptKind.NOT_AS_PLANNED)
    assert {script.id for script in found} == {"not-tonight", "shorter-tonight"}
    assert ScriptKind.NOT_AS_PLANNED.segments == ()


# ---------------------------------------------------------------- the editor notices
def test_the_editor_sends_a_bad_form_back() -> None:
    good = LIBRARY.form(DEBRIEF)
    assert wrong(good) == []
    assert wrong(replace(good, cautions=good.cautions[1:])) == ["does not begin by keeping names out"]
    assert wrong(replace(good, lights=good.lights[::-1])) == [
        "lights that are not green, amber, red", "nothing to say when a light comes three times running"]
    assert wrong(replace(good, lights=())) == ["not 4 questions and a light"]
    part = good.parts[0]
    fewer = replace(good, parts=(replace(part, questions=part.questions[1:]),))
    assert wrong(fewer) == ["not 4 questions and a light"]


def test_the_editor_sees_a_role_card_that_could_be_misread() -> None:
    card = LIBRARY.role_card(Role.TEA)
    assert [finding.wrong for finding in checker.check_role(replace(card, dont=("Offer alcohol.",)))] == [
        "a caution that says the opposite when its heading is not seen"]


def test_the_editor_counts_roles_chairs_and_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library()
    monkeypatch.setattr(library, "role_cards", lambda: LIBRARY.role_cards()[1:])
    monkeypatch.setattr(library, "wellbeing_lines", lambda: LIBRARY.wellbeing_lines()[:14])
    monkeypatch.setattr(library, "chair_card", LIBRARY.paper_evening)
    found = [finding.item for finding in checker.forms.check_forms(library)]
    assert found == ["roles", "chair card", "wellbeing"]
