"""A paper evening taken in afterwards, times noted in a hard moment, and the lines that are handed on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from facilitator.errors import BadValue, CountTooSmall, NeedsTwoAdults
from facilitator.evening import CatchingUp, Runs, Stamps
from facilitator.evening.baton_lines import Handed, OutThere, lines
from facilitator.library import Library
from facilitator.model.catch_up import CatchUp
from facilitator.model.group import Application, Group
from facilitator.model.paper import PersonalData
from facilitator.model.rota import Role
from facilitator.model.running import Mark, Outcome
from facilitator.model.session import Count, OneAdult, Session, SessionStatus
from tests.core.hall import Hall

HANDS = (0, 0, 1, 2, 4, 1)


@pytest.fixture
def circle(hall: Hall) -> Group:
    """A group that meets on Thursdays."""
    group = hall.group(application=Application.GRIEF)
    hall.weekly(group)
    return group


@pytest.fixture
def tonight(hall: Hall, circle: Group) -> Session:
    """Its evening, with a plan."""
    session = hall.tonight(circle)
    plan = Library().agenda_template("grief-90")
    hall.agendas.save(hall.agendas.draft(plan, session), session)
    return hall.sessions.get(session.id)


@pytest.fixture
def runs(hall: Hall) -> Runs:
    """How evenings run."""
    return Runs(hall.store, hall.clock, hall.sessions, hall.agendas)


@pytest.fixture
def catching(hall: Hall, runs: Runs) -> CatchingUp:
    """What takes a paper evening in."""
    return CatchingUp(hall.store, hall.clock, hall.sessions, hall.attendance, hall.agendas, runs, hall.rota,
                      hall.papers)


def test_a_paper_evening_is_taken_in_at_once_and_taken_back_at_once(
    hall: Hall, circle: Group, tonight: Session, runs: Runs, catching: CatchingUp
) -> None:
    hall.papers.record("sign-in", 1, PersonalData.ONCE_FILLED, circle.id)
    [paper] = hall.papers.out(circle.id)
    [following] = hall.sessions.on(circle.id, tonight.held_on + timedelta(days=7))
    agenda = hall.agendas.of(tonight)
    assert agenda is not None
    last = len(agenda.segments) - 1
    caught = CatchUp(count=Count(heads=8, newcomers=2, out=8), held=(0, 1, last), agreement_read=True,
                     closing_fist=HANDS, jobs=(Role.READER, Role.TEA), following=following, shredded=(paper.id,))
    before = hall.store.fingerprint()
    change = catching.take_in(tonight, caught)
    assert "written down" in change.label
    held = hall.sessions.get(tonight.id)
    assert (held.status, held.count.heads, held.count.out) == (SessionStatus.HELD, 8, 8)
    outcome = runs.outcomes([held])[held.id]
    assert outcome.from_paper and outcome.closing_fist == HANDS and outcome.agreement_read == tonight.start_minute
    assert [part.reached for part in outcome.parts] == [True, True, *[False] * (last - 2), True]
    assert runs.of(held) is None  # it was never run here
    assert {s.role for s in hall.rota.of(following).shifts if s.filled} >= {Role.READER, Role.TEA}
    assert hall.papers.out(circle.id) == ()
    hall.store.undo()
    assert hall.sessions.get(tonight.id).status is SessionStatus.PLANNED and hall.papers.out(circle.id)
    assert runs.outcomes([tonight]) == {} and hall.store.fingerprint() != before  # taken back, not forgotten


def test_a_circle_that_nobody_ended_ends_as_it_is_written_down(
    hall: Hall, tonight: Session, runs: Runs, catching: CatchingUp
) -> None:
    """Also one that was begun here and finished on paper: what the paper adds is marked, and one Undo takes it back."""
    hall.clock.move(minutes=24)
    runs.begin(tonight)
    hall.clock.move(minutes=95)
    catching.hold(tonight, Count(heads=8, out=8))
    outcome = runs.outcome(tonight)
    assert (outcome.ended, outcome.late) == (20 * 60 + 35, 5)
    catching.take_in(tonight, CatchUp(count=Count(heads=8, out=8), agreement_read=True, limits_read=False,
                                      closing_fist=HANDS))
    outcome = runs.outcome(tonight)
    assert (outcome.closing_fist, outcome.limits, outcome.from_paper) == (HANDS, False, False)
    assert outcome.agreement_read is not None
    hall.store.undo()
    hall.store.undo()
    assert hall.sessions.get(tonight.id).status is SessionStatus.PLANNED and runs.outcome(tonight).ended is None


def test_what_cannot_be_leaves_nothing_half_done(hall: Hall, tonight: Session, catching: CatchingUp) -> None:
    before = hall.store.fingerprint()
    for wrong, error in ((CatchUp(count=Count(heads=2, newcomers=3)), CountTooSmall),
                         (CatchUp(count=Count(heads=2), closing_fist=(1, 2)), BadValue),
                         (CatchUp(count=Count(heads=2), closing_fist=(100, 0, 0, 0, 0, 0)), BadValue)):
        with pytest.raises(error):
            catching.take_in(tonight, wrong)
        assert hall.store.fingerprint() == before


def test_under_18s_on_paper_need_two_adults_or_a_reason(hall: Hall, catching: CatchingUp) -> None:
    group = hall.young()
    hall.weekly(group)
    session = hall.tonight(group)
    with pytest.raises(NeedsTwoAdults):
        catching.take_in(session, CatchUp(count=Count(heads=5, adults=1)))
    catching.take_in(session, CatchUp(count=Count(heads=5, adults=1), one_adult=OneAdult.LATE))
    assert hall.sessions.get(session.id).one_adult is OneAdult.LATE


def test_the_last_hands_are_kept_with_a_run_and_without(
    hall: Hall, tonight: Session, runs: Runs, catching: CatchingUp
) -> None:
    catching.closing_hands(tonight, HANDS)
    assert runs.outcome(tonight).closing_fist == HANDS and runs.of(tonight) is None
    runs.begin(tonight)
    catching.closing_hands(tonight, HANDS)
    run = runs.of(tonight)
    assert run is not None and run.log[-1].mark is Mark.CLOSING_FIST and run.log[-1].tally == HANDS


def test_times_stay_though_the_circle_begins_and_ends_after_them(hall: Hall, tonight: Session, runs: Runs) -> None:
    """A tap before the start, one in the middle, and what became of the run all stand beside one another."""
    stamps = Stamps(hall.store, hall.clock, hall.sessions, runs)
    stamps.note(tonight, "paused")
    runs.begin(tonight)
    hall.clock.move(minutes=20)
    assert stamps.note(tonight, "went-out").label == "18:56 is noted."
    runs.next(tonight)
    runs.end(tonight)
    assert stamps.of(tonight) == (("paused", 18 * 60 + 36), ("went-out", 18 * 60 + 56))
    assert runs.outcome(tonight).ended is not None
    stamps.forget(tonight)
    assert stamps.of(tonight) == () and runs.outcome(tonight).ended is not None


def test_a_time_alone_is_no_outcome(hall: Hall, tonight: Session, runs: Runs) -> None:
    Stamps(hall.store, hall.clock, hall.sessions, runs).note(tonight, "paused")
    assert runs.outcomes([tonight]) == {} and runs.of(tonight) is None


def test_the_lines_of_a_baton_are_facts_without_a_name(hall: Hall, circle: Group, tonight: Session) -> None:
    hall.loose_ends.add(tonight, "Ask about the side door")
    said = lines(Handed(
        count=Count(heads=9, newcomers=1, out=8), outcome=Outcome(ended=1230),
        loose_ends=hall.loose_ends.open(circle.id),
        papers=(OutThere("Sign-in sheet", 1, tonight.held_on),), following=tonight, open_jobs=(Role.READER,)),
        ("The key sticks. ", " "))
    assert said == (
        "9 people came. 1 for the first time.", "1 person was not counted out.", "The agreement was not read.",
        "Left for next time: Ask about the side door",
        "Still out: Sign-in sheet, 1 copy. To be shredded by 20 November.",
        "Next time: Thursday 20 November at 19:00.", "Nobody yet: Reads.", "The key sticks.")
    assert lines(Handed(count=Count())) == ("Nobody wrote down how many came.",)
    assert lines(Handed(count=Count(heads=3, out=3), outcome=Outcome(agreement_read=1140))) == (
        "3 people came.", "Everybody was counted out.", "The agreement was read.")
