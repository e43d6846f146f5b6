"""Rows about a circle that sits: how long a look at the clock and a step take, on the page of whoever runs it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

from measure import Goal, Measured, Row, milliseconds
from PySide6.QtCore import QCoreApplication
from stage import EVENING, Stage, application

from facilitator.evening.running import engine
from facilitator.model.agenda import Give, SegmentKind
from facilitator.model.running import Event, Mark, Moment, Part, RunPlan, Step
from ui.go import Go
from ui.screens.tonight.leaf import Host

MARKS = 60
"""Events of a long evening: nobody takes so many."""


class HandClock:
    """Stands until it is moved; local time is UTC."""

    def __init__(self) -> None:
        self.at = EVENING.replace(hour=19, minute=0)

    def now(self) -> datetime:
        """The set time."""
        return self.at

    def now_ms(self) -> int:
        """The set time in milliseconds UTC."""
        return int(self.at.replace(tzinfo=UTC).timestamp() * 1000)

    def today(self) -> date:
        """The set day."""
        return self.at.date()


@contextmanager
def _circle() -> Iterator[tuple[Stage, HandClock]]:
    """The sample's circle on its page."""
    with tempfile.TemporaryDirectory() as home:
        stage, clock = Stage(application(), Path(home), "en"), HandClock()
        stage.house.parts.clock = clock
        stage.show_gate()
        gate = stage.house.gate
        if gate is None or gate.page is None:
            raise LookupError("the gate is not there")
        gate.page.ask(gate.porch.sample)
        stage.until(lambda: stage.house.opened is not None and stage.house.gate is None)
        stage.rest()
        opened = stage.house.opened
        if opened is None or opened.shell is None:
            raise LookupError("no vault is open")
        evening = stage.ask(lambda workspace: workspace.evenings.tonight())
        if evening is None:
            raise LookupError("no circle tonight")
        session = evening.session
        stage.ask(lambda workspace: workspace.runs.begin(session))
        opened.shell.go(Go("tonight", ("running", session)))
        stage.rest()
        try:
            yield stage, clock
        finally:
            stage.close()


def _page_at_a_minute() -> Measured:
    """The page says the next minute, and is painted."""
    with _circle() as (stage, clock):
        host = next(one for one in stage.house.window.findChildren(Host))

        def minute() -> None:
            host.tell_time()
            QCoreApplication.processEvents()

        taken = []
        for _minute in range(60):
            clock.at += timedelta(minutes=1)
            taken.append(milliseconds(minute))
        return Measured(median(taken))


def _state_of_a_long_log() -> Measured:
    """Where an evening stands, folded over a long log; the floor is a short one."""
    moment = Moment.of(HandClock())
    plan = RunPlan(due=moment.ms, parts=tuple(
        Part(kind=kind, minutes=10, give=Give.SHRINK, least=5) for kind in SegmentKind))
    begun = (Event(step=Step.STARTED, at=moment.ms),)
    marks = (Event(step=Step.MARKED, at=moment.ms, mark=Mark.ROUND_OFFERED, part=n) for n in range(MARKS))
    return Measured(_told(plan, (*begun, *marks), moment), _told(plan, begun, moment))


def _told(plan: RunPlan, log: tuple[Event, ...], moment: Moment) -> float:
    return median(milliseconds(lambda: engine.state(plan, log, moment, 9)) for _round in range(200))


ROWS: tuple[Row, ...] = (
    Row("a minute turns on the running page", "", Goal(at_most=16), _page_at_a_minute),
    Row(f"where a circle stands, {MARKS} events", "the same with one event", Goal(at_most=4), _state_of_a_long_log),
)
