"""Every shipped word, as a careful editor would check it; and the editor itself, who must notice."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from facilitator.library import Library, checker
from facilitator.model.content import PLACEHOLDERS, OwnContent
from facilitator.model.group import Application, RecordLevel
from facilitator.model.member import ConsentPurpose
from facilitator.paths import resources

DAY = date(2026, 11, 21)
COUNTRIES = ("GB", "IE", "US", "DE")


@pytest.mark.parametrize("country", COUNTRIES)
def test_an_editor_finds_nothing(country: str) -> None:
    assert [str(finding) for finding in checker.check(Library(country=country), DAY)] == []


@pytest.mark.parametrize("country", COUNTRIES)
def test_no_open_place_for_the_emergency_number_leaves_the_library(country: str) -> None:
    assert not [said for _item, said in checker.spoken(Library(country=country)) if "{emergency}" in said]


# ---------------------------------------------------------------- the editor notices
@pytest.mark.parametrize(("said", "wrong"), [
    ("We wait until everybody in the whole wide room has had a long turn and then we all go home at once.", "20 words"),
    ("We don't mind.", "straight quote"),
    ("Wait , then speak.", "spacing"),
    ("Wait... then speak.", "spacing"),
    ("Hello {leader}.", "nobody fills: leader"),
    ("Her brother committed suicide.", "died by suicide"),
    ("This is for addicts.", "person first"),
    ("Your secret is safe with us.", "secrecy"),
    ("This will cure you.", "outcome"),
    ("There are five stages of grief.", "helps nobody"),
    ("We say the Serenity Prayer.", "name or text"),
    ("Each patient speaks.", "clinic"),
])
def test_the_editor_sends_back(said: str, wrong: str) -> None:
    assert any(wrong in finding.wrong for finding in checker.check_words("item", said))


def test_the_editor_counts_the_words_of_sentences_on_the_whole() -> None:
    long = "We sit in a ring and each of us may say a little of what the week was like. " * 4
    assert any("on average" in finding.wrong for finding in checker.check_ease("item", long))
    assert not list(checker.check_ease("item", long + "We wait. " * 4))


def test_the_editor_lets_good_words_pass() -> None:
    assert not list(checker.check_words("item", "We meet again {next_time}. Get home safely."))


def test_the_editor_sees_own_words_and_dates_too() -> None:
    shipped = Library().script("closing")
    hard = replace(shipped, id="own", lines=tuple(replace(line, text="Individuals’ institutional confidentiality "
                                                          "responsibilities continue irrespective of attendance.")
                                                  for line in shipped.lines))
    found = [str(finding) for finding in checker.check(Library(own=OwnContent(scripts=(hard,))), DAY)]
    assert any(line.startswith("script own: reads at grade") for line in found)
    assert any("reviewed in the future" in str(finding) for finding in checker.check(Library(), date(2020, 1, 1)))


# ---------------------------------------------------------------- what is there
def test_the_core_agreement_has_four_quarters_of_three() -> None:
    core = Library().agreement_core()
    themes = [clause.theme for clause in core.clauses]
    assert themes == ["Trust"] * 3 + ["Turns"] * 3 + ["Care"] * 3 + ["Safety"] * 3
    assert all(clause.text and clause.why and clause.if_broken for clause in core.clauses)
    assert len({clause.source for clause in core.clauses}) == 12
    assert {"core.stays", "core.limits", "core.pass", "core.clear-head"} <= {clause.source for clause in core.clauses}


def test_the_emergency_card_acts_first_and_writes_last() -> None:
    card = Library(country="IE").emergency_card()
    assert "112 or 999" in card.steps[1].text
    assert [step.key for step in card.steps][-1] == "Tell"
    assert "afterwards" in card.steps[-1].text
    assert "promise to keep it secret" in card.never


def test_each_level_says_what_is_kept_and_what_that_does() -> None:
    library = Library()
    entries = [library.level_explained(level) for level in RecordLevel]
    assert [entry.level for entry in entries] == list(RecordLevel)
    assert all(entry.kept and entry.meaning and entry.suits for entry in entries)
    assert any("No names" in line for line in entries[0].kept)


def test_all_nine_kinds_and_all_five_consents_are_explained() -> None:
    library = Library()
    assert [entry.application for entry in library.applications()] == list(Application)
    assert library.application_explained(Application.GRIEF).name == "Grief and loss"
    versions = [library.consent_wording(purpose).version for purpose in ConsentPurpose]
    assert len(set(versions)) == len(ConsentPurpose)
    assert all(re.fullmatch(r"[a-z]+-en-\d+", version) for version in versions)


@pytest.mark.parametrize(("country", "emergency", "any_worry"), [
    ("GB", ("999",), {"116 123", "85258", "111, then 2"}),
    ("IE", ("112", "999"), {"116 123", "50808"}),
    ("US", ("911",), {"988", "741741"}),
])
def test_directories_hold_their_lines_unchecked(country: str, emergency: tuple[str, ...], any_worry: set[str]) -> None:
    directory = Library(country=country).directory()
    assert tuple(line.number for line in directory.emergency) == emergency
    assert {line.number for line in directory.lines if line.section == "any"} == any_worry
    assert directory.checked(DAY) == ()
    assert all(line.topics and line.confidence for line in directory.lines)


def test_texts_stand_in_the_open_places_that_are_known() -> None:
    used = {name for _item, said in checker.spoken(Library()) for name in re.findall(r"\{(\w+)\}", said)}
    assert used == set(PLACEHOLDERS) - {"emergency"}


def test_american_spelling_is_used_in_the_united_states_only() -> None:
    said = {code: "\n".join(line for _item, line in checker.spoken(Library(country=code))) for code in COUNTRIES}
    assert "colours" in said["GB"] and "toilets" in said["GB"]
    assert "colors" in said["US"] and "restrooms" in said["US"]
    assert not re.search(r"colour|toilet|organis|programme|centre|behaviour|neighbour", said["US"])


def test_shipped_files_end_in_one_line_break_and_hold_no_tabs() -> None:
    for path in [*resources().glob("content/**/*.*"), *resources().glob("directory/*.toml")]:
        text = path.read_text("utf-8")
        assert text.endswith("\n") and not text.endswith("\n\n"), path.name
        assert "\t" not in text and "\r" not in text, path.name
        assert not any(line != line.rstrip() for line in text.split("\n")), path.name
