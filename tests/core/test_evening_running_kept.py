"""How an evening runs, kept: each step is durable, none holds a name, and a killed evening goes on at its minute."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from facilitator.errors import AgendaDoesNotFit, AgendaMissing, NotFound, StepNotNow
from facilitator.evening import Agendas, Runs, Sessions, timing
from facilitator.evening.running import kept
from facilitator.evening.running.run import Run, proposal
from facilitator.evening.running.runs import going
from facilitator.model.agenda import SegmentKind
from facilitator.model.running import MINUTE, Event, Mark, Moment, Outcome, PartOutcome, Phase, Running, Step
from facilitator.model.session import Count, Session
from facilitator.people import Groups
from facilitator.store import Store
from facilitator.tonight import Evenings
from tests.core.hall import Hall
from tests.core.test_evening_agendas import CIRCLE
from tests.make import FACTS, KEY, FakeClock


class Evening:
    """A circle tonight with its plan, at one minute to seven."""

    def __init__(self, hall: Hall, start_minute: int = 19 * 60) -> None:
        self.hall = hall
        group = hall.group()
        hall.weekly(group, start_minute=start_minute)
        self.session: Session = hall.tonight(group)
        hall.agendas.save(CIRCLE, self.session)
        self.runs = Runs(hall.store, hall.clock, hall.sessions, hall.agendas)
        hall.clock.at = self.session.starts

    def later(self, minutes: float) -> None:
        self.hall.clock.move(minutes=minutes)

    @property
    def run(self) -> Run:
        run = self.runs.of(self.session)
        assert run is not None
        return run

    @property
    def now(self) -> Running:
        return self.run.at(Moment.of(self.hall.clock))


@pytest.fixture
def evening(hall: Hall) -> Iterator[Evening]:
    yield Evening(hall)


def test_an_evening_from_beginning_to_end(evening: Evening) -> None:
    runs, session = evening.runs, evening.session
    assert runs.of(session) is None
    assert runs.ready(session).at(Moment.of(evening.hall.clock)).phase is Phase.WAITING
    evening.later(6)
    assert runs.begin(session).label == "The circle began at 19:06."
    assert runs.correct(session, evening.now.due + 4 * MINUTE).label == "The circle began at 19:04."
    runs.mark(session, Mark.OPENING_FIST, tally=(0, 1, 2, 3, 2, 1))
    evening.later(5)
    runs.mark(session, Mark.AGREEMENT_READ)
    runs.mark(session, Mark.LIMITS_READ)
    assert runs.mark(session, Mark.LIMITS_READ).label == "", "once is enough"
    assert runs.next(session).label == "On to Check-in."
    assert runs.extend(session, 5).label == "5 minutes more for Check-in."
    evening.later(25)
    runs.mark(session, Mark.ROUND_OFFERED, 1)
    assert runs.skip(session, 2).label == "Topic is left out."
    runs.next(session)
    offer = evening.now.offer
    assert offer is not None and offer.late == 4
    titles = [one.title for one in CIRCLE.segments]
    assert proposal(offer, titles).sentence == "Open talk 35 to 31."
    runs.accept(session, offer.cuts)
    assert evening.now.behind == 0
    runs.pause(session)
    evening.later(3)
    runs.resume(session)
    evening.later(31)
    runs.next(session)
    evening.later(8)
    runs.next(session)
    evening.later(10)
    runs.next(session)
    evening.later(5)
    runs.end(session)
    outcome = evening.run.outcome
    assert outcome == runs.outcomes([session])[session.id]
    assert (outcome.began, outcome.ended, outcome.late) == (19 * 60 + 4, 20 * 60 + 33, 3)
    assert (outcome.agreement_read, outcome.limits) == (19 * 60 + 11, True)
    assert (outcome.rounds, outcome.offered, outcome.all_offered) == (2, 1, False)
    assert outcome.closing_held
    assert (outcome.opening_fist, outcome.closing_fist) == ((0, 1, 2, 3, 2, 1), ())
    assert [(one.planned, one.actual, one.reached) for one in outcome.parts] == [
        (8, 7, True), (20, 25, True), (4, 0, False), (35, 31, True), (8, 8, True), (10, 10, True), (5, 5, True)]
    assert [one.title for one in runs.not_reached(session)] == ["Topic"]
    runs.mark(session, Mark.CLOSING_FIST, tally=(0, 0, 0, 1, 4, 4))
    assert evening.run.outcome.closing_fist == (0, 0, 0, 1, 4, 4)
    runs.undo(session)
    assert going(runs.of(session), Moment.of(evening.hall.clock))
    assert runs.outcomes([session]) == {}
    assert runs.not_reached(session) == ()


def test_each_step_is_taken_back_by_undo_and_by_a_step(evening: Evening) -> None:
    runs, session, store = evening.runs, evening.session, evening.hall.store
    runs.begin(session)
    evening.later(8)
    runs.next(session)
    assert store.undo() is not None
    assert evening.now.at == 0
    runs.next(session)
    assert runs.undo(session).label == "The last step was taken back."
    assert (evening.now.at, evening.now.left) == (0, 0)
    runs.undo(session)
    found = runs.of(session)
    assert found is None
    evening.later(2)
    runs.begin(session)
    assert evening.now.began == evening.now.now


def test_nothing_begins_without_a_plan_that_fits_and_no_step_comes_before(evening: Evening) -> None:
    runs, session, hall = evening.runs, evening.session, evening.hall
    with pytest.raises(NotFound):
        runs.next(session)
    hall.agendas.save(replace(CIRCLE, segments=CIRCLE.segments[:3]), session)
    with pytest.raises(AgendaDoesNotFit):
        runs.begin(session)
    hall.agendas.save(replace(CIRCLE, segments=()), session)
    with pytest.raises(AgendaMissing):
        runs.ready(session)
    hall.agendas.save(CIRCLE, session)
    runs.begin(session)
    refused: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: runs.begin(session), "started"), (lambda: runs.resume(session), "not paused"),
        (lambda: runs.back(session), "first"), (lambda: runs.skip(session, 6), "whole"),
        (lambda: runs.correct(session, evening.now.now + MINUTE), "begins later"))
    for step, why in refused:
        with pytest.raises(StepNotNow) as found:
            step()
        assert found.value.why == why


def test_a_plan_that_was_changed_meanwhile_lends_no_wrong_titles(evening: Evening) -> None:
    evening.runs.begin(evening.session)
    agenda = evening.hall.agendas.of(evening.session)
    assert agenda is not None
    assert [one.title for one in evening.run.segments(agenda) if one is not None] == [
        one.title for one in CIRCLE.segments]
    swapped = timing.move(agenda, 2, 3)
    assert [one is None for one in evening.run.segments(swapped)] == [False, False, True, True, False, False, False]
    assert set(evening.run.segments(None)) == {None}


def test_a_clock_that_goes_back_a_little_is_borne_and_one_that_jumps_is_put_right(evening: Evening) -> None:
    runs, session, clock = evening.runs, evening.session, evening.hall.clock
    runs.begin(session)
    clock.move(seconds=-1)
    runs.next(session)
    odd = [evening.now.clock_went_back]
    clock.move(hours=-1)
    odd.append(evening.now.clock_went_back)
    assert odd == [False, True]
    runs.set_clock(session, -60 * MINUTE)
    evening.later(3)
    assert (evening.now.clock_went_back, evening.now.left) == (False, 17 * MINUTE + 1000)
    evening.later(60)
    runs.set_clock(session, 60 * MINUTE)
    assert evening.now.left == 17 * MINUTE + 1000


def test_what_is_kept_holds_no_name_and_no_word_of_the_plan(evening: Evening) -> None:
    runs, session, hall = evening.runs, evening.session, evening.hall
    named = replace(CIRCLE, segments=tuple(
        replace(one, title=f"Zebedee {n}", leader="Zebedee", hint="Zebedee") for n, one in enumerate(CIRCLE.segments)))
    hall.agendas.save(named, session)
    runs.begin(session)
    runs.mark(session, Mark.ROUND_OFFERED, 1)
    runs.end(session)
    row = hall.store.one("select * from run_live")
    assert row is not None
    assert "Zebedee" not in json.dumps([row["plan"], row["log"], row["outcome"]])


def test_a_circle_that_runs_over_stays_the_evening_that_matters(evening: Evening) -> None:
    hall = evening.hall
    other = hall.group(name="Harbour")
    hall.weekly(other, start_minute=20 * 60 + 45)
    evenings = evenings_of(evening)
    evening.runs.begin(evening.session)
    evening.later(100)
    now = evenings.tonight()
    assert now is not None and now.session.id == evening.session.id
    evening.runs.end(evening.session)
    now = evenings.tonight()
    assert now is not None and now.group.name == "Harbour"


def test_a_circle_that_nobody_ended_gives_way_to_the_one_that_began_since(evening: Evening) -> None:
    """Else the second circle would sit before the first one's room, and Tonight would show an hour long past."""
    hall = evening.hall
    other = hall.group(name="Harbour")
    hall.weekly(other, start_minute=20 * 60 + 45)
    second = hall.tonight(other)
    hall.agendas.save(CIRCLE, second)
    evenings = evenings_of(evening)
    evening.runs.begin(evening.session)
    evening.later(110)
    evening.runs.begin(second)
    now = evenings.tonight()
    assert now is not None and now.group.name == "Harbour"


def test_a_circle_that_runs_over_midnight_stays_the_evening_that_matters(hall: Hall) -> None:
    evening = Evening(hall, 22 * 60)
    evening.later(25)
    evening.runs.begin(evening.session)
    evening.later(100)
    assert hall.clock.at.hour == 0
    now = evenings_of(evening).tonight()
    assert now is not None and now.session.id == evening.session.id


def test_of_evenings_that_are_over_the_one_that_was_counted_is_finished_first(evening: Evening) -> None:
    """Locked between the last goodbye and "it was held", one comes back to that circle, and to no other of the day."""
    hall = evening.hall
    early = hall.group(name="Early table")
    hall.weekly(early, start_minute=15 * 60)
    evening.runs.begin(evening.session)
    hall.sessions.counts.save(evening.session, Count(heads=9))
    evening.later(130)
    evening.runs.end(evening.session)
    now = evenings_of(evening).tonight()
    assert now is not None and now.session.id == evening.session.id


def evenings_of(evening: Evening) -> Evenings:
    """What looks for the evening that matters."""
    hall = evening.hall
    return Evenings(hall.clock, hall.groups, hall.members, hall.facilitators, hall.venues, hall.sessions,
                    hall.agendas, hall.agreements, hall.papers, hall.rota, evening.runs)


def test_what_is_kept_comes_back_as_it_was() -> None:
    log = (Event(step=Step.STARTED, at=5), Event(step=Step.ACCEPTED, at=6, cuts=((2, 0), (3, 9))),
           Event(step=Step.CORRECTED, at=7, began=-3, part=2), Event(step=Step.EXTENDED, at=7, minutes=5),
           Event(step=Step.CLOCK, at=9, moved=-4),
           Event(step=Step.MARKED, at=8, mark=Mark.OPENING_FIST, tally=(0, 1, 0, 0, 2, 3), part=1))
    assert kept.log_in(kept.log_out(log)) == log
    outcome = Outcome(began=1, limits=False, parts=(
        PartOutcome(index=0, kind=SegmentKind.OPENING, planned=3, actual=4, reached=True),), closing_fist=(1,) * 6)
    assert kept.outcome_in(kept.outcome_out(outcome)) == outcome
    assert kept.outcome_in("{}") == Outcome()


# ---------------------------------------------------------------- a crash in mid-circle
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing is killed so here")
def test_a_killed_evening_goes_on_at_the_right_minute(evening: Evening) -> None:
    """The process that runs the circle is killed in mid-circle; whoever opens the vault finds every step."""
    runs, session, hall = evening.runs, evening.session, evening.hall
    path = hall.store.path
    hall.store.close()
    script = f"""
import os, sys
from datetime import datetime
from pathlib import Path
from tests.core.test_evening_running_kept import again
runs, session, clock, store = again(Path({str(path)!r}), datetime.fromisoformat({hall.clock.at.isoformat()!r}))
runs.begin(session)
clock.move(minutes=8); runs.next(session)
clock.move(minutes=5); runs.pause(session)
clock.move(minutes=2); runs.resume(session)
print("sat", flush=True)
sys.stdin.read()
"""
    child = subprocess.Popen([sys.executable, "-c", script], cwd=Path(__file__).parents[2], text=True,
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdout is not None and child.stdin is not None
    assert child.stdout.readline() == "sat\n"
    os.kill(child.pid, signal.SIGKILL)
    child.wait(10)
    child.stdout.close()
    child.stdin.close()
    runs, session, _clock, store = again(path, session.starts + timedelta(minutes=18))
    run = runs.of(session)
    assert run is not None
    now = run.at(Moment.of(_clock))
    assert (now.phase, now.at, now.left, now.paused) == (Phase.GOING, 1, 12 * MINUTE, 2 * MINUTE)
    store.integrity()
    store.close()


def again(path: Path, at: datetime) -> tuple[Runs, Session, FakeClock, Store]:
    """The evening in a vault that is opened again."""
    clock = FakeClock(at)
    store = Store.open(path, KEY, FACTS, clock)
    groups = Groups(store, clock)
    sessions = Sessions(store, clock, groups)
    [session] = sessions.of_all(clock.today(), clock.today())
    return Runs(store, clock, sessions, Agendas(store, clock, sessions)), session, clock, store
