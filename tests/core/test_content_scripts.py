"""Words to say: which there are, whom they suit, how long they take, and that the limits are complete."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.documents.registry import build
from facilitator.documents.render.pdf import Press
from facilitator.errors import ContentBroken
from facilitator.library import Library, checker
from facilitator.model.agenda import Line, LineKind, SegmentKind
from facilitator.model.content import LimitPoint, Script, ScriptKind
from facilitator.model.group import Application, GroupDraft, RecordLevel
from facilitator.model.paper import Paper
from facilitator.paths import resources
from tests.core.test_content_fits import context

LIMITS = [script.id for script in Library().scripts() if script.kind is ScriptKind.LIMITS]


def wrong(script: Script) -> list[str]:
    return [finding.wrong for finding in checker.check_script(script)]


@pytest.mark.parametrize("id", LIMITS)
def test_limits_make_all_five_points(id: str) -> None:
    script = Library().script(id)
    assert {point for point, _words in script.points} == set(LimitPoint)
    assert script.missing_points == () and wrong(script) == []


@pytest.mark.parametrize("id", LIMITS)
@pytest.mark.parametrize("point", list(LimitPoint))
def test_the_editor_misses_a_point_whose_words_are_gone(id: str, point: LimitPoint) -> None:
    script = Library().script(id)
    gone = next(words for known, words in script.points if known is point)
    lines = tuple(replace(line, text=line.text.replace(gone, "…")) for line in script.lines)
    assert replace(script, lines=lines).missing_points == (point,)
    assert f"does not make the point “{point}”" in wrong(replace(script, lines=lines))
    unmarked = replace(script, points=tuple(pair for pair in script.points if pair[0] is not point))
    assert unmarked.missing_points == (point,)


def test_the_editor_sees_that_a_child_is_left_out() -> None:
    script = Library().script("limits-adult")
    points = tuple(pair for pair in script.points if "child" not in pair[1])
    assert any("leaves out a part" in said for said in wrong(replace(script, points=points)))


def test_only_words_said_aloud_make_a_point() -> None:
    script = Library().script("limits-adult")
    lines = tuple(replace(line, kind=LineKind.DO) for line in script.lines)
    assert replace(script, lines=lines).missing_points == tuple(LimitPoint)


def test_young_people_hear_their_own_limits() -> None:
    library = Library()
    assert library.limits_for(Application.YOUTH).id == "limits-youth"
    assert library.limits_for(Application.YOUTH, anonymous=True).id == "limits-youth"
    assert library.limits_for(Application.GRIEF, under_18=True).id == "limits-youth"
    assert library.limits_for(Application.GRIEF, anonymous=False).id == "limits-adult"
    assert "limits-youth" not in {script.id for script in library.scripts_for(SegmentKind.OPENING, Application.GRIEF)}


def test_the_time_to_read_aloud_counts_what_is_said() -> None:
    lines = (Line(LineKind.SAY, "word " * 130), Line(LineKind.DO, "do " * 90))
    script = replace(Library().script("closing"), lines=lines)
    assert script.seconds == 60
    assert "takes 60 seconds, more than 30" in wrong(script)


# ---------------------------------------------------------------- all eleven
def test_there_are_words_of_every_kind() -> None:
    kinds = {script.id: script.kind for script in Library().scripts()}
    assert kinds == {
        "opening": ScriptKind.OPENING, "opening-long": ScriptKind.OPENING, "first-meeting": ScriptKind.FIRST_MEETING,
        "limits-adult": ScriptKind.LIMITS, "limits-youth": ScriptKind.LIMITS, "limits-anonymous": ScriptKind.LIMITS,
        "welcome": ScriptKind.WELCOME, "reset": ScriptKind.RESET, "hand-over": ScriptKind.HAND_OVER,
        "last-meeting": ScriptKind.LAST_MEETING, "closing": ScriptKind.CLOSING,
        "grounding-room": ScriptKind.GROUNDING, "grounding-hold": ScriptKind.GROUNDING,
        "grounding-count": ScriptKind.GROUNDING, "newcomer-minute": ScriptKind.WELCOME,
        "closing-heavy": ScriptKind.CLOSING, "closing-youth": ScriptKind.CLOSING,
        "not-tonight": ScriptKind.NOT_AS_PLANNED, "shorter-tonight": ScriptKind.NOT_AS_PLANNED}


@pytest.mark.parametrize("kind", list(Application))
def test_every_group_finds_words_for_each_part_of_an_evening(kind: Application) -> None:
    library = Library()
    limits = library.limits_for(kind).id
    assert [script.id for script in library.scripts_for(SegmentKind.OPENING, kind)] == [
        "opening", "opening-long", "first-meeting", limits, "newcomer-minute", "welcome"]
    young = ["closing-youth"] if kind is Application.YOUTH else []
    assert [script.id for script in library.scripts_for(SegmentKind.CLOSING, kind)] == [
        "closing", *young, "closing-heavy", "last-meeting", "hand-over"]
    assert {script.id for script in library.scripts_for(SegmentKind.GROUNDING, kind)} == {
        "grounding-room", "grounding-hold", "grounding-count", "reset"}
    assert [script.id for script in library.scripts_for(SegmentKind.DISCUSSION, kind)] == ["reset"]
    assert library.scripts_for(SegmentKind.CHECK_OUT, kind) == ()


@pytest.mark.parametrize(("opening", "least", "most"), [("opening", 45, 120), ("opening-long", 100, 300)])
def test_an_opening_takes_the_minutes_it_says_with_its_limits(opening: str, least: int, most: int) -> None:
    """What is left is for the way out and, in five minutes, for reading the agreement, a line each."""
    library = Library()
    for id in LIMITS:
        assert least <= library.script(opening).seconds + library.script(id).seconds <= most
    agreement = sum(len(clause.text.split()) for clause in library.agreement_core().clauses) * 60 / 130
    assert library.script("opening-long").seconds + library.script("limits-adult").seconds + agreement <= 300


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("anonymous", [True, False])
def test_a_run_sheet_keeps_to_two_sides_without_names_too(anonymous: bool, paper: Paper) -> None:
    library, press = Library(country="IE"), Press(paper)
    level = RecordLevel.TALLY if anonymous else RecordLevel.FIRST_NAME
    group = GroupDraft(name="Monday", application=Application.ADDICTION, record_level=level)
    agenda = library.suited(library.agenda_template("addiction-discussion-90"), group).agenda
    assert press.sides(build("run-sheet", context(library, paper, agenda, ("Catherine", "Rosaline")))) == 2


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("opening", ["opening-long", "first-meeting"])
def test_a_longer_opening_takes_one_more_side_at_most(opening: str, paper: Paper) -> None:
    library, press = Library(country="IE"), Press(paper)
    plan = library.agenda_template("mental-health-90").agenda
    first, *rest = plan.segments
    short = library.script("opening").lines
    lines = (*library.script(opening).lines, *(line for line in first.lines if line not in short))
    agenda = replace(plan, segments=(replace(first, lines=lines), *rest))
    assert press.sides(build("run-sheet", context(library, paper, agenda, ("Catherine", "Rosaline")))) <= 3


# ---------------------------------------------------------------- the limits a group needs
def said(library: Library, group: GroupDraft, template: str = "mental-health-90") -> tuple[Line, ...]:
    plan = library.suited(library.agenda_template(template), group).agenda
    return tuple(line for segment in plan.segments for line in segment.lines)


@pytest.mark.parametrize(("group", "id"), [
    (GroupDraft(name="Voices", count_only=True, record_level=RecordLevel.TALLY), "limits-anonymous"),
    (GroupDraft(name="Circle"), "limits-adult"),
    (GroupDraft(name="Teens", application=Application.YOUTH, min_age=None), "limits-youth"),
    (GroupDraft(name="From fourteen", min_age=14, record_level=RecordLevel.CONTACTABLE), "limits-youth"),
])
def test_a_plan_takes_on_the_limits_that_its_group_needs(group: GroupDraft, id: str) -> None:
    library = Library()
    lines = said(library, group)
    wanted = library.script(id).lines
    place = lines.index(wanted[0])
    assert lines[place:place + len(wanted)] == wanted
    assert lines[:place] == library.script("opening").lines
    for other in set(LIMITS) - {id}:
        assert not set(library.script(other).lines) & set(lines)


def test_a_plan_that_suits_as_it_is_stays_the_same() -> None:
    library = Library()
    template = library.agenda_template("grief-90")
    assert library.suited(template, GroupDraft(name="Grief", application=Application.GRIEF)) is template


def test_a_group_without_names_hears_about_them_by_default() -> None:
    library = Library()
    assert library.limits_for(Application.ADDICTION).id == "limits-anonymous"
    assert library.limits_for(Application.ADDICTION, anonymous=False).id == "limits-adult"
    assert library.limits_for(Application.MENTAL_HEALTH).id == "limits-adult"
    offered = {script.id for script in library.scripts_for(SegmentKind.OPENING, Application.GRIEF, anonymous=True)}
    assert "limits-anonymous" in offered and "limits-adult" not in offered


@pytest.mark.parametrize(("point", "old", "new"), [
    ("no-promise", "can’t promise that they will\"]", "can promise that they will\"]"),
    ("who", "who = [\"our safeguarding lead\"", "who = [\"our lead\""),
])
def test_a_mark_that_is_not_said_is_refused_on_its_line(tmp_path: Path, point: str, old: str, new: str) -> None:
    shutil.copytree(resources() / "content/en", tmp_path / "content/en")
    file = tmp_path / "content/en/scripts/limits-adult.md"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(ContentBroken) as caught:
        Library(tmp_path).scripts()
    assert f"“{point}”" in caught.value.reason
    assert text.split("\n")[caught.value.line - 1].startswith(f"{point} =")
