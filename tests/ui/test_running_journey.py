"""A whole evening of ninety minutes in the real window: late, cut short, paused, extended, locked, and crashed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from facilitator.model.running import Outcome
from facilitator.model.session import Session, SessionStatus
from facilitator.workspace import Workspace
from tests.ui.audit import settle
from tests.ui.front import Front, unlock
from tests.ui.test_running import a_circle, tonight, words_of
from ui.go import Go
from ui.screens.tonight.arrivals import Arrivals
from ui.screens.tonight.leaf import Host
from ui.screens.tonight.running.page import RunningPage

Key = Qt.Key


class Evening:
    """The house in somebody's hands, all of an evening."""

    def __init__(self, front: Front) -> None:
        self.front = front

    def rest(self) -> None:
        """Wait until all that was asked is answered and shown."""
        for _turn in range(3):
            self.front.ask(lambda workspace: None)
            settle()

    def part(self, kind: type[QWidget]) -> QWidget:
        """A page that must be in sight."""
        found = [one for one in self.front.window.findChildren(kind) if one.isVisible()]
        assert found, self.says()
        return found[0]

    @property
    def page(self) -> RunningPage:
        page = self.part(RunningPage)
        assert isinstance(page, RunningPage)
        return page

    def says(self) -> str:
        return words_of(self.front.window)

    def press(self, *keys: Key) -> None:
        """Keys alone."""
        for key in keys:
            self.front.press(key)
            self.rest()

    def later(self, minutes: float) -> None:
        """Time passes, and the window looks at the clock as at each full minute."""
        self.front.clock.move(minutes=minutes)
        for host in self.front.window.findChildren(Host):
            host.tell_time()
        self.rest()


@pytest.fixture
def evening(opened: Front) -> Evening:
    """At eight minutes past seven, before a circle that was to begin at seven."""
    evening = Evening(opened)
    opened.clock.at = opened.clock.at.replace(hour=19, minute=8)
    opened.ask(a_circle)
    assert opened.house.opened is not None and opened.house.opened.shell is not None
    opened.house.opened.shell.go(Go("tonight"))
    evening.rest()
    return evening


def test_a_whole_evening_of_ninety_minutes(evening: Evening) -> None:
    front = evening.front
    # late: the count is taken, then the circle begins eight minutes behind
    [start] = [one for one in front.window.findChildren(QAbstractButton) if one.text() == "Start the circle"]
    start.click()
    evening.rest()
    evening.part(Arrivals)
    evening.press(*[Key.Key_Space] * 9, Key.Key_N)
    evening.press(Key.Key_R)
    assert evening.page.sheet.pace.words == "8 minutes behind. It would end at 20:38."
    # a proposal is taken in one press
    assert "Talk together 35 to 31. Drop Choose a topic." in evening.page.telling.offering.words
    evening.press(Key.Key_D)
    assert evening.page.sheet.pace.words == "On time. It ends at 20:30."
    for row in evening.page.marking.rows[:2]:
        row.click()
        evening.rest()
    evening.later(8)
    evening.press(Key.Key_N)
    # a pause in the check-in: somebody is upset
    evening.later(7)
    evening.press(Key.Key_S)
    evening.later(4)
    assert evening.page.sheet.minutes.words == "13 minutes left of 20"
    evening.press(Key.Key_S)
    # the vault locks in mid-circle, and the circle goes on without it
    evening.later(3)
    front.house.lock()
    front.locked()
    front.clock.move(minutes=6)
    unlock(front)
    evening.rest()
    assert evening.page.sheet.title.words == "Check-in round", "the circle is where one comes back to"
    assert evening.page.sheet.minutes.words == "4 minutes left of 20"
    # two minutes more for the round, and on
    evening.press(Key.Key_T)
    evening.later(6)
    evening.page.marking.rows[-1].click()
    evening.rest()
    evening.press(Key.Key_N)
    assert evening.page.sheet.title.words == "Talk together", "the topic was left out"
    assert evening.page.sheet.pace.words == "6 minutes behind. It would end at 20:36."
    evening.press(Key.Key_D)
    # the laptop dies in mid-circle: what it had written down is all there is
    evening.later(10)
    died = a_crash(evening)
    front.clock.move(minutes=5)
    evening = Evening(front)
    come_back(evening, died)
    assert evening.page.sheet.title.words == "Talk together"
    left = evening.page.sheet.minutes.words
    assert left == "10 minutes left of 25"
    # before the ending begins, somebody is asked after
    evening.later(10)
    assert evening.page.telling.doorknob.words.startswith("Check-out round begins in 8 minutes.")
    evening.press(Key.Key_W, Key.Key_N)
    assert evening.page.sheet.title.words == "Skill: feet and chair"
    evening.later(8)
    evening.press(Key.Key_N)
    assert evening.page.sheet.title.words == "Check-out round"
    evening.later(10)
    evening.page.marking.rows[-1].click()
    evening.rest()
    evening.press(Key.Key_N)
    evening.later(5)
    evening.press(Key.Key_N)
    assert evening.page.sheet.pace.words == "On time."
    outcome, session = front.ask(how_it_went)
    assert (outcome.began, outcome.ended, outcome.late) == (19 * 60 + 8, 20 * 60 + 30, 0)
    assert outcome.limits is True and outcome.agreement_read == 19 * 60 + 8
    assert outcome.all_offered and outcome.closing_held
    assert [(one.planned, one.actual) for one in outcome.parts] == [
        (8, 8), (20, 22), (4, 0), (35, 25), (8, 8), (10, 10), (5, 5)]
    # what the circle did not come to is kept for next time, and the number of who is there still stands
    assert front.ask(lambda workspace: [one.title for one in workspace.runs.not_reached(session)]) == ["Choose a topic"]
    evening.press(Key.Key_N)
    assert evening.part(Arrivals).isVisible()
    assert session.status is SessionStatus.PLANNED and session.count.heads == 10


def a_crash(evening: Evening) -> Path:
    """The folder as it stands on the disk while the vault is open, as after a power cut."""
    opened = evening.front.house.opened
    assert opened is not None
    died = opened.folder.with_name("Died.vault")
    shutil.copytree(opened.folder, died, ignore=shutil.ignore_patterns("lock"))
    return died


def come_back(evening: Evening, folder: Path) -> None:
    """Another window is opened on what is left."""
    front = evening.front
    front.house.lock()
    front.locked()
    front.house.end()
    front.house.show_gate(folder)
    unlock(front)
    evening.rest()


def how_it_went(workspace: Workspace) -> tuple[Outcome, Session]:
    session = tonight(workspace)
    return workspace.runs.outcomes([session])[session.id], session
