"""Shipped plans: their minutes, their endings, their short cuts, and the editor who must notice what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from facilitator.library import Library, checker
from facilitator.model.agenda import Give, LineKind, Segment, SegmentKind
from facilitator.model.content import ScriptKind
from facilitator.model.group import Application

MINUTES = {
    "mental-health-90": (8, 20, 4, 35, 8, 10, 5),
    "addiction-discussion-90": (5, 20, 3, 45, 5, 10, 2),
    "addiction-speaker-60": (7, 15, 30, 3, 5),
    "chronic-illness-90": (5, 20, 20, 10, 20, 10, 5),
    "trauma-75": (7, 5, 13, 25, 5, 10, 10),
    "carers-90": (10, 5, 25, 25, 8, 10, 7),
    "youth-60": (8, 4, 10, 18, 10, 7, 3),
    "parenting-75": (10, 5, 15, 20, 10, 5, 10),
    "grief-90": (7, 20, 15, 30, 8, 8, 2),
    "career-75": (3, 18, 24, 12, 12, 6),
}
"""The ten whole plans, as they were designed."""
CUTS = {
    "mental-health-60": "mental-health-90", "addiction-discussion-60": "addiction-discussion-90",
    "chronic-illness-60": "chronic-illness-90", "trauma-60": "trauma-75", "carers-60": "carers-90",
    "parenting-60": "parenting-75", "grief-60": "grief-90", "career-60": "career-75",
}
"""The short cut of every plan that is longer than an hour."""
PLANS = sorted((*MINUTES, *CUTS))
LIBRARY = Library()


def plan(id: str) -> tuple[Segment, ...]:
    return LIBRARY.agenda_template(id).agenda.segments


def said(id: str) -> str:
    return "\n".join(line.text for segment in plan(id) for line in segment.lines)


def test_ten_plans_and_a_short_cut_of_each_that_is_longer_than_an_hour() -> None:
    assert sorted(template.id for template in LIBRARY.agenda_templates()) == PLANS
    assert set(CUTS.values()) == {id for id in MINUTES if not id.endswith("-60")}


@pytest.mark.parametrize("id", sorted(MINUTES))
def test_a_whole_plan_keeps_the_minutes_it_was_designed_with(id: str) -> None:
    assert tuple(segment.minutes for segment in plan(id)) == MINUTES[id]


@pytest.mark.parametrize("id", PLANS)
def test_a_plan_adds_up_and_keeps_its_ending(id: str) -> None:
    agenda = LIBRARY.agenda_template(id).agenda
    assert agenda.over == 0 and id.endswith(f"-{agenda.minutes}")
    assert agenda.template == id
    ending = [segment for segment in agenda.segments if segment.protected]
    assert ending == list(agenda.segments[-len(ending):])
    assert {segment.kind for segment in ending} <= {SegmentKind.CHECK_OUT, SegmentKind.CLOSING,
                                                    SegmentKind.SAFETY_CHECK}
    assert all(segment.give is Give.FIXED and segment.least == segment.minutes for segment in ending)
    last = " ".join(line.text for segment in ending for line in segment.lines)
    assert "Please leave other people’s stories here." in last and "We meet again {next_time}." in last
    assert "Count people out: same as in? Has everyone a safe way home?" in last


@pytest.mark.parametrize("id", PLANS)
def test_the_way_out_and_the_agreement_come_before_the_first_turn(id: str) -> None:
    first = next(place for place, segment in enumerate(plan(id)) if segment.kind.is_round)
    before = " ".join(line.text for segment in plan(id)[:first] for line in segment.lines)
    assert "the way out" in before and "Pass the agreement round" in before


@pytest.mark.parametrize("id", PLANS)
def test_nobody_has_a_turn_before_the_limits_are_said(id: str) -> None:
    limits = [set(script.lines) for script in LIBRARY.scripts() if script.kind is ScriptKind.LIMITS
              and LIBRARY.agenda_template(id).applications[0] in script.applications]
    first = next(place for place, segment in enumerate(plan(id)) if segment.kind.is_round)
    before = {line for segment in plan(id)[:first] for line in segment.lines}
    assert any(words <= before for words in limits)


@pytest.mark.parametrize("id", PLANS)
def test_every_plan_asks_plainly_about_suicide(id: str) -> None:
    assert "Are you thinking of ending your life?" in said(id)


@pytest.mark.parametrize(("id", "whole"), sorted(CUTS.items()))
def test_a_short_cut_has_the_words_of_the_whole_plan_and_less_time(id: str, whole: str) -> None:
    long = {segment.title: segment for segment in plan(whole)}
    assert [segment.title for segment in plan(id)] == [title for title in long if title in
                                                       {segment.title for segment in plan(id)}]
    for segment in plan(id):
        other = long[segment.title]
        assert segment.minutes <= other.minutes and segment.least <= other.least
        assert [line.text for line in segment.lines] == [line.text for line in other.lines]
        assert (segment.kind, segment.give, segment.protected) == (other.kind, other.give, other.protected)
    assert LIBRARY.agenda_template(id).origin.source == LIBRARY.agenda_template(whole).origin.source


@pytest.mark.parametrize("application", list(Application))
def test_plans_made_for_a_kind_of_group_come_first_the_whole_one_before_its_cut(application: Application) -> None:
    found = LIBRARY.agenda_templates(application)
    made = [template.id for template in found if template.applications[0] is application]
    assert made and [template.id for template in found][:len(made)] == made
    assert all(made.index(whole) < made.index(cut) for cut, whole in CUTS.items() if cut in made)


def test_trauma_stays_with_today_and_leaves_safely() -> None:
    for id in ("trauma-75", "trauma-60"):
        kinds = [segment.kind for segment in plan(id)]
        assert kinds[:2] == [SegmentKind.GROUNDING, SegmentKind.AGREEMENT]
        assert SegmentKind.SKILL not in kinds and "breath" not in said(id).lower()
        for needed in ("not about what was done", "May I stop you there?", "No touch", "only if it is safe at home"):
            assert needed in said(id)


def test_young_people_have_two_adults_to_the_end() -> None:
    ending = plan("youth-60")[-1]
    assert ending.kind is SegmentKind.SAFETY_CHECK and ending.protected
    for needed in ("two adults here, from start to end", "safe adult", "No adult pairs up with a young person",
                   "until the last one has gone", "No lift from one adult alone"):
        assert needed in said("youth-60")


# ---------------------------------------------------------------- the editor notices
def found(change: Callable[[Segment], Segment]) -> list[str]:
    template = LIBRARY.agenda_template("mental-health-90")
    agenda = replace(template.agenda, segments=tuple(map(change, template.agenda.segments)))
    return [finding.wrong for finding in checker.check_agenda(replace(template, agenda=agenda))]


def without(kind: LineKind) -> Callable[[Segment], Segment]:
    return lambda segment: replace(segment, lines=tuple(line for line in segment.lines if line.kind is not kind))


def test_the_editor_finds_nothing_in_a_good_plan() -> None:
    assert found(lambda segment: segment) == []


def test_the_editor_misses_a_last_chance_and_a_pass() -> None:
    assert any("no last chance" in wrong for wrong in found(without(LineKind.AT)))
    silent = found(without(LineKind.SAY))
    assert "nothing to say" in silent
    assert "a round that does not offer to pass" in silent


def test_the_editor_sees_a_plan_that_cannot_give_or_may_drop_its_last_chance() -> None:
    dropped = found(lambda segment: replace(segment, give=Give.DROP) if segment.title == "Talk together" else segment)
    assert dropped == ["the last chance stands in a part that may be dropped"]
    assert found(lambda segment: replace(segment, least=segment.minutes)) == [
        "a start 10 minutes late cannot be made up"]


def test_the_editor_counts_a_turn_for_twelve_and_the_words_before_it() -> None:
    def tight(segment: Segment) -> Segment:
        return replace(segment, per_person=segment.minutes * 60 // 12) if segment.per_person else segment

    assert found(tight) == ["too short for its words and a turn for 12 people"] * 2
