"""The way to act on a concern, its form, and the questions of others; the editor, who must notice what is missing."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.errors import ContentBroken
from facilitator.library import Library, checker
from facilitator.model.feedback import Instrument
from facilitator.model.form import CONCERN, INCIDENT, Form
from facilitator.model.incident import IncidentKind, incident_words
from facilitator.model.safeguarding import OUTSIDE, Branch, SafeguardingFlow
from facilitator.paths import resources

LIBRARY = Library()


def wrong(found: Form | SafeguardingFlow | Instrument) -> list[str]:
    """What the editor says of it."""
    if isinstance(found, Form):
        return [finding.wrong for finding in checker.check_form(found)]
    if isinstance(found, Instrument):
        return [finding.wrong for finding in checker.check_instrument(found)]
    return [finding.wrong for finding in checker.check_flow(found)]


def test_one_acts_first_and_writes_after_somebody_was_told() -> None:
    flow = LIBRARY.safeguarding()
    assert flow.lines[1] == flow.danger == "Is anyone in danger now?"
    ids = [step.id for step in flow.steps]
    assert ids == ["listen", "honest", "tell", "write", "hand-over", "rest"]
    assert "promise to keep it secret" in flow.never and "tell the group" in flow.never
    assert all(step.say for step in flow.steps[:2])


def test_every_case_leads_to_somebody_and_never_to_whom_it_is_about() -> None:
    flow = LIBRARY.safeguarding()
    assert [one.branch for one in flow.branches] == list(Branch)
    assert "deputy" in " ".join(flow.branch(Branch.LEAD).lines)
    assert "social services" in flow.branch(Branch.NO_LEAD).lines[0]
    for branch in (Branch.FACILITATOR, Branch.ABOUT_LEAD):
        said = " ".join(flow.branch(branch).lines)
        assert "Don’t tell the person it is about" in said and "outside body" in said
    assert "Call the lead" not in " ".join(flow.branch(Branch.ABOUT_LEAD).lines)


@pytest.mark.parametrize("country", ["GB", "US"])
def test_there_is_a_line_outside_for_a_child(country: str) -> None:
    directory = Library(country=country).directory()
    assert [line for line in directory.lines if OUTSIDE[0] in line.topics]


def test_the_concern_form_asks_what_has_to_be_known_later() -> None:
    form = LIBRARY.form(CONCERN)
    asked = {question.id: question for question in form.questions}
    assert {"who", "when", "words", "seen", "done", "told", "passed", "reference", "why-not", "sign"} == set(asked)
    assert form.cautions[0].startswith("Act first.") and "word for word" in asked["words"].ask
    assert wrong(form) == []
    assert wrong(replace(form, cautions=form.cautions[1:])) == ["does not begin by acting first"]
    assert wrong(replace(form, cautions=form.cautions[:1])) == ["does not keep itself out of the group’s notes"]
    assert wrong(replace(form, parts=form.parts[:-1])) == ["does not ask all that a concern has to say"]


def test_the_incident_form_has_the_kinds_that_the_vault_knows_and_no_names() -> None:
    form = LIBRARY.form(INCIDENT)
    ticks = {question.id: question.ask for question in form.questions if not question.lines}
    assert ticks == {kind.value: incident_words(kind) for kind in IncidentKind}
    assert "no member’s name" in form.cautions[0] and "concern form" in form.cautions[1]


def test_questions_of_others_stand_word_for_word_with_where_they_are_from() -> None:
    found = {one.id: one for one in LIBRARY.instruments()}
    lonely = found["ons-lonely"]
    assert lonely.ask == "How often do you feel lonely?"
    assert [words for _id, words in lonely.answers] == [
        "Often or always", "Some of the time", "Occasionally", "Hardly ever", "Never"]
    assert all("Office for National Statistics" in one.citation and "Open Government" in one.licence
               for one in found.values())
    assert len(found) == 5 and not any("ucla" in id or "who" in id or "phq" in id for id in found)
    assert found["ons-anxious"].answers[0] == ("very-low", "0 or 1") and lonely.words("gone") == "gone"


# ---------------------------------------------------------------- the editor notices
def test_the_editor_sends_a_bad_way_to_act_back() -> None:
    flow = LIBRARY.safeguarding()
    assert wrong(flow) == []
    assert wrong(replace(flow, steps=flow.steps[::-1])) == ["not the six steps in their order"]
    assert wrong(replace(flow, never=flow.never[1:])) == ["not 6 things never to do"]
    told = tuple(replace(one, lines=("Ask the police, an outside body.",)) if one.branch is Branch.ABOUT_LEAD else one
                 for one in flow.branches)
    assert wrong(replace(flow, branches=told)) == ["a case in which whom it is about might be told"]
    alone = tuple(replace(one, lines=("Wait for the lead.",)) if one.branch is Branch.NO_LEAD else one
                  for one in flow.branches)
    assert wrong(replace(flow, branches=alone)) == ["a case without a way out of the group"]


def test_the_editor_wants_a_citation_and_no_sums() -> None:
    one = LIBRARY.instruments()[0]
    assert wrong(one) == []
    assert wrong(replace(one, citation="")) == ["does not say where it is from and under which licence"]
    assert wrong(replace(one, alone="")) == ["does not say that its figures are never added up"]


def test_a_file_without_one_of_the_cases_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "resources"
    shutil.copytree(resources() / "content", folder / "content")
    shutil.copytree(resources() / "directory", folder / "directory")
    file = folder / "content" / "en" / "safeguarding.toml"
    text = file.read_text("utf-8")
    file.write_text(text[:text.rindex("[[branch]]")], "utf-8")
    with pytest.raises(ContentBroken) as refused:
        Library(folder).safeguarding()
    assert refused.value.file.endswith("safeguarding.toml") and "about-lead" in refused.value.reason
