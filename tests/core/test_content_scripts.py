"""Words to say: which there are, whom they suit, how long they take, and that the limits are complete."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.library import Library, checker
from facilitator.model.agenda import Line, LineKind, SegmentKind
from facilitator.model.content import LimitPoint, Script, ScriptKind
from facilitator.model.group import Application

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
