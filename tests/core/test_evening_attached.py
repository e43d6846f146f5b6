"""Words from the library in a plan: put in, told apart, taken out; the limits of confidentiality; minutes aloud."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from facilitator.documents.context import SheetContext
from facilitator.documents.registry import build
from facilitator.documents.render.pdf import render_pdf
from facilitator.evening import attached, timing
from facilitator.evening.attached import Presence
from facilitator.i18n import translator
from facilitator.library import Library
from facilitator.model.agenda import AgendaDraft, Line, LineKind, Segment, SegmentKind
from facilitator.model.content import LimitPoint, ScriptKind
from facilitator.model.group import Application, GroupDraft
from facilitator.model.paper import Paper
from facilitator.model.session import Session
from tests.core.paper_reader import spoken, squeezed

LIBRARY = Library()
LIMITS = tuple(one for one in LIBRARY.scripts() if one.kind is ScriptKind.LIMITS)
ADULT, YOUTH = LIBRARY.script("limits-adult"), LIBRARY.script("limits-youth")
OWN = Line(LineKind.SAY, "Good evening, all of you.")
OPENING = Segment(title="Open", kind=SegmentKind.OPENING, minutes=8, lines=(OWN,))
TALK = Segment(title="Talk", kind=SegmentKind.DISCUSSION, minutes=30)


def plan(*segments: Segment) -> AgendaDraft:
    return AgendaDraft(name="Plan", minutes=sum(one.minutes for one in segments), segments=segments)


def test_words_are_put_in_once_and_taken_out_again() -> None:
    welcome = LIBRARY.script("welcome")
    assert attached.presence(OPENING.lines, welcome) is Presence.NONE
    both = attached.attach(attached.attach(OPENING, welcome), ADULT)
    assert both.lines == (OWN, *welcome.lines, *ADULT.lines)
    assert both.script == "welcome"
    assert attached.attach(both, welcome) == both
    assert attached.take_off(both, ADULT) == attached.attach(OPENING, welcome)
    assert attached.take_off(attached.take_off(both, welcome), ADULT) == OPENING


def test_one_opening_takes_the_place_of_another() -> None:
    short, long = LIBRARY.script("opening"), LIBRARY.script("opening-long")
    both = attached.attach(attached.attach(OPENING, short), ADULT)
    longer = attached.exchange(both, short, long)
    assert longer.lines == (OWN, *long.lines, *ADULT.lines)
    assert longer.script == "opening-long"
    assert attached.exchange(OPENING, short, long) == attached.attach(OPENING, long)


def test_own_words_stay_when_a_script_is_taken_out() -> None:
    welcome = LIBRARY.script("welcome")
    segment = attached.attach(OPENING, welcome)
    changed = replace(segment, lines=(*segment.lines[:-1], Line(LineKind.SAY, "Stay for tea.")))
    assert attached.presence(changed.lines, welcome) is Presence.PART
    assert attached.take_off(changed, welcome).lines == (OWN, Line(LineKind.SAY, "Stay for tea."))
    whole = attached.attach(changed, welcome)
    assert whole.lines == (OWN, Line(LineKind.SAY, "Stay for tea."), *welcome.lines)


def test_words_that_take_longer_than_their_segment() -> None:
    assert attached.too_long(OPENING) == 0
    long = replace(OPENING, minutes=1, lines=(Line(LineKind.SAY, "word " * 261), Line(LineKind.DO, "wait " * 900)))
    assert attached.too_long(long) == 2


@pytest.mark.parametrize("application", Application)
def test_every_shipped_plan_says_the_limits_its_group_needs(application: Application) -> None:
    right = LIBRARY.limits_for(application)
    for template in LIBRARY.agenda_templates(application):
        found = attached.limits(template.agenda, right, LIMITS)
        assert found.said or found.wrong is not None, (template.id, found.missing)
        put_right = attached.limits(attached.with_limits(template.agenda, right, LIMITS), right, LIMITS)
        assert put_right.said, template.id


def test_missing_limits_are_told_and_put_in() -> None:
    bare = plan(OPENING, TALK)
    found = attached.limits(bare, ADULT, LIMITS)
    assert (found.missing, found.wrong, found.at) == (tuple(LimitPoint), None, 0)
    done = attached.with_limits(bare, ADULT, LIMITS)
    assert done.segments == (attached.attach(OPENING, ADULT), TALK)
    assert attached.limits(done, ADULT, LIMITS).said
    nowhere = attached.limits(plan(TALK), ADULT, LIMITS)
    assert (nowhere.said, nowhere.at) == (False, None)
    assert attached.with_limits(plan(TALK), ADULT, LIMITS) == plan(TALK)


def test_limits_said_elsewhere_do_not_count() -> None:
    assert not attached.limits(plan(OPENING, attached.attach(TALK, ADULT)), ADULT, LIMITS).said


def test_limits_of_another_kind_of_group_are_exchanged() -> None:
    adult = plan(attached.attach(OPENING, ADULT), TALK)
    found = attached.limits(adult, YOUTH, LIMITS)
    assert (found.said, found.wrong, found.at) == (False, ADULT, 0)
    done = attached.with_limits(adult, YOUTH, LIMITS)
    assert done.segments[0].lines == (OWN, *YOUTH.lines)
    assert attached.limits(done, YOUTH, LIMITS).said


def test_one_point_left_out_in_own_words_is_told() -> None:
    point, words = ADULT.points[0]
    segment = attached.attach(OPENING, ADULT)
    changed = replace(segment, lines=tuple(replace(line, text=line.text.replace(words, "")) for line in segment.lines))
    assert point in attached.limits(plan(changed), ADULT, LIMITS).missing
    assert not attached.limits(plan(changed), ADULT, LIMITS).said


def test_a_template_may_say_any_limits() -> None:
    assert attached.limits(plan(attached.attach(OPENING, YOUTH)), None, LIMITS).said
    assert attached.limits(plan(OPENING), None, LIMITS).missing == tuple(LimitPoint)
    assert attached.limits(timing.remove(plan(OPENING, TALK), 0), None, LIMITS).at is None


@pytest.mark.parametrize("paper", list(Paper))
def test_words_put_in_print_in_full_on_the_run_sheet(paper: Paper) -> None:
    """Four scripts in the opening and own words in the talk: every line of them stands on paper, names filled in."""
    agenda = LIBRARY.agenda_template("mental-health-90").agenda
    opening, talk = agenda.segments[0], agenda.segments[3]
    for script in ("opening-long", "first-meeting", "welcome", "limits-adult"):
        opening = attached.attach(opening, LIBRARY.script(script))
    talk = attached.attach(replace(talk, lines=(*talk.lines, OWN)), LIBRARY.script("reset"))
    agenda = timing.change(timing.change(agenda, 0, opening), 3, talk)
    context = SheetContext(
        translator=translator("en"), today=date(2026, 12, 17), paper=paper, agenda=agenda, leaders=("Ruth", "Dev"),
        session=Session(id=b"1" * 16, group_id=b"2" * 16, held_on=date(2026, 12, 17), start_minute=1140, minutes=90),
        group=GroupDraft(name="Lantern circle"), expected=9, directory=LIBRARY.directory())
    pdf = render_pdf(build("run-sheet", context), paper).pdf
    said = spoken(pdf)
    for line in (*opening.lines, *talk.lines):
        for words in re.split(r"\{\w+\}", line.text):
            assert squeezed(words) in said, words
    assert "I’m Ruth" in said
