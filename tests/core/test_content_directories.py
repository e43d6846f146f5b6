"""Numbers to call, country by country: what is known of each, all of it unchecked, and sheets that hold it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitator.documents import render_text
from facilitator.documents.registry import build
from facilitator.documents.render.pdf import Press
from facilitator.library import Library, checker
from facilitator.model.content import Directory
from facilitator.model.paper import Paper, Style
from facilitator.settings import setting
from tests.core import paper_samples as samples

DAY = date(2026, 11, 21)
EMERGENCY = {"AU": ("000",), "CA": ("911",), "GB": ("999",), "IE": ("112", "999"), "IN": ("112",), "NZ": ("111",),
             "US": ("911",), "ZA": ("10111", "10177"), "ZZ": ()}
OTHERS = "ZZ"
KNOWN = {
    "CA": {"988", "1-800-668-6868", "1-855-242-3310"},
    "AU": {"13 11 14", "0477 13 11 14", "1300 659 467", "1300 22 4636", "1800 55 1800", "1300 78 99 78",
           "1300 657 380", "1800 737 732", "13 92 76"},
    "NZ": {"1737", "0800 543 354", "4357", "0508 828 865", "0800 111 757", "0800 376 633"},
    "IN": {"14416", "1-800-891-4416", "1098", "181", "9152987821"},
    "ZA": {"0800 567 567", "0800 456 789", "0800 12 13 14"},
    "ZZ": {"findahelpline.com", "112", "116 111", "3114", "024", "0800 111 0 111", "113", "1767", "1553",
           "+254 722 178 177"},
}
LOW = {"ca-kids-help", "ca-hope-for-wellness", "au-1800respect", "au-13yarn", "nz-youthline", "in-icall",
       "in-tele-manas-long"}


def directory(country: str) -> Directory:
    return Library(country=country).directory()


@pytest.mark.parametrize("country", EMERGENCY)
def test_each_country_has_its_emergency_number_and_a_line_for_any_worry(country: str) -> None:
    found = directory(country)
    assert tuple(line.number for line in found.emergency) == EMERGENCY[country]
    assert any(line.section == "any" for line in found.lines)
    assert found.checked(DAY) == () and all(line.topics and line.confidence for line in found.lines)
    assert {line.number for line in found.lines} == KNOWN.get(country, {line.number for line in found.lines})
    assert [str(finding) for finding in checker.directories.check_directories(Library(country=country))] == []


def test_what_is_only_known_from_hearsay_says_so() -> None:
    lines = {line.id: line for country in EMERGENCY for line in directory(country).lines}
    assert {lines[id].confidence for id in LOW} == {"low"}
    assert {line.confidence for line in directory(OTHERS).lines} == {"low", "medium"}
    assert "many lines in India unanswered" in lines["in-tele-manas"].note
    assert not any("KIRAN" in line.name.upper() for line in lines.values())


def test_the_number_of_one_country_is_no_crisis_line_for_all_others() -> None:
    assert [line.id for line in directory(OTHERS).lines if "crisis" in line.topics] == ["zz-find-a-helpline"]


def test_the_laptop_can_be_set_to_every_country_there_are_numbers_for() -> None:
    choices = setting("country").choices
    assert choices is not None
    assert {code for code, _name in choices()} == {code for code, _name in Library().countries()} == set(EMERGENCY)


def test_where_the_emergency_number_is_not_known_no_other_one_is_printed() -> None:
    library = Library(country=OTHERS)
    assert "Call the emergency number" in " ".join(library.handout("what-to-expect").lines)
    occasion = samples.context(directory=library.directory(), emergency=library.emergency_card(),
                               shelf=library.shipped.evening)
    said = render_text(build("emergency-card", occasion)) + render_text(build("handout", occasion))
    assert not any(number in said for number in ("999", "112", "911"))
    assert "Emergency number here:" in said


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("style", list(Style))
def test_sheets_hold_every_number_of_every_country(paper: Paper, style: Style) -> None:
    press = Press(paper)
    for country in EMERGENCY:
        plain = directory(country)
        checked = replace(plain, lines=tuple(
            replace(line, verified_on=samples.TODAY, verified_by="R", how="rang", review_by=date(2027, 1, 1))
            for line in plain.lines))
        for document in ("helplines",) if style is Style.EASYREAD else ("helplines", "helplines-team"):
            sheet = build(document, samples.context(paper, style=style, directory=checked))
            said = render_text(sheet)
            assert all(line.number in said for line in checked.lines), (document, country)
            assert press.sides(sheet) <= sheet.pages, (document, country)
            assert press.print([(sheet, 1)], "Numbers", "en-GB").missing == ()
