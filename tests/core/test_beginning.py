"""The first group of a new vault: from a few answers to an evening that can be printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.beginning import Beginning, FirstGroup
from facilitator.errors import NameMissing
from facilitator.library import Library
from facilitator.model.group import Application, RecordLevel
from tests.core.hall import Hall

HOLDER = b"H" * 16
LIBRARY = Library()


def begin(hall: Hall) -> Beginning:
    """The feature over a hall."""
    return Beginning(hall.clock, LIBRARY, hall.facilitators, hall.groups, hall.sessions, hall.agendas, hall.agreements)


def answers(application: Application, weekday: int = 3) -> FirstGroup:
    """Ruth's answers."""
    return FirstGroup(facilitator="Ruth", name="First circle", application=application, weekday=weekday,
                      start_minute=19 * 60)


@pytest.mark.parametrize("application", list(Application))
def test_every_kind_of_group_gets_what_it_needs(tmp_path: Path, application: Application) -> None:
    """The record level its kind starts with, an agreement, a day; and a plan that fits where there is one for it."""
    hall = Hall(tmp_path)
    begin(hall).first_group(answers(application), HOLDER)
    (group,) = hall.groups.all()
    levels = {Application.ADDICTION: RecordLevel.TALLY, Application.YOUTH: RecordLevel.CONTACTABLE}
    assert group.record_level is levels.get(application, RecordLevel.FIRST_NAME)
    assert [hall.facilitators.get(one).name for one in group.team] == ["Ruth"]
    agreement = hall.agreements.current(group.id)
    assert agreement is not None and agreement.clauses == LIBRARY.agreement_for(application)
    session = hall.sessions.next(group.id)
    assert session is not None and session.held_on == hall.clock.today() and session.start_minute == 19 * 60
    if LIBRARY.agenda_templates(application):
        assert hall.agendas.ready(session).over == 0
    else:
        assert hall.agendas.of(session) is None


def test_first_evening_is_the_next_such_weekday(tmp_path: Path) -> None:
    """Today is Thursday: a Wednesday group meets in six days."""
    hall = Hall(tmp_path)
    begin(hall).first_group(answers(Application.GRIEF, weekday=2), HOLDER)
    session = hall.sessions.next(hall.groups.all()[0].id)
    assert session is not None and (session.held_on - hall.clock.today()).days == 6


def test_a_meeting_that_is_over_today_begins_next_week(tmp_path: Path) -> None:
    """Set up late on a Thursday evening, the first evening has its plan, and is the one Tonight shows."""
    hall = Hall(tmp_path)
    hall.clock.move(hours=4)
    begin(hall).first_group(answers(Application.GRIEF), HOLDER)
    group = hall.groups.all()[0]
    (rule,) = hall.sessions.series.of(group.id)
    session = hall.sessions.next(group.id)
    assert session is not None and (session.held_on - hall.clock.today()).days == 7
    assert rule.first_on == session.held_on and hall.agendas.of(session) is not None


def test_names_are_needed_and_trying_again_makes_nobody_twice(tmp_path: Path) -> None:
    """A group without a name is refused; the second try does not add the facilitator again."""
    hall = Hall(tmp_path)
    first = answers(Application.GRIEF)
    with pytest.raises(NameMissing):
        begin(hall).first_group(FirstGroup(facilitator="", name="x", application=Application.GRIEF, weekday=0,
                                           start_minute=0), HOLDER)
    with pytest.raises(NameMissing):
        begin(hall).first_group(FirstGroup(facilitator="Rut", name=" ", application=Application.GRIEF, weekday=0,
                                           start_minute=0), HOLDER)
    begin(hall).first_group(first, HOLDER)
    assert [one.name for one in hall.facilitators.all()] == ["Ruth"]
    assert len(hall.groups.all()) == 1
