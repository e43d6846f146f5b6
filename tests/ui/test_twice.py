"""Whatever is pressed twice in an evening is done once: no part is left out, nobody is counted, nothing is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model.session import Count, SessionStatus
from facilitator.workspace import Workspace
from tests.ui.evenings import Hall, the, words_of
from tests.ui.test_running import a_circle, tonight
from ui.go import Go
from ui.screens.tonight import Tonight
from ui.screens.tonight.after.page import AfterPage
from ui.screens.tonight.arrivals import Arrivals
from ui.screens.tonight.evening_page import EveningPage
from ui.screens.tonight.moments.page import MomentsPage
from ui.screens.tonight.ready.page import ReadyPage
from ui.screens.tonight.running.page import RunningPage

Open = Callable[..., Hall]
Key = Qt.Key


@pytest.fixture(autouse=True)
def slow(qapp: QApplication) -> Iterator[None]:
    """Two presses count as one however slow the machine is."""
    was = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(600_000)
    yield
    qapp.setDoubleClickInterval(was)


@pytest.fixture
def house(hall: Open) -> Hall:
    """At seven, before a circle that begins now."""
    house = hall(a_circle)
    house.clock.move(minutes=24)
    return house


def enter_twice(house: Hall, qtbot: QtBot, screen: QWidget) -> None:
    """Enter where the keyboard is, and once more where it is then."""
    for _press in range(2):
        qtbot.keyClick(screen.focusWidget() or screen, Key.Key_Return)
        house.rest()


def test_from_the_evening_to_its_first_part_with_two_presses_of_each(house: Hall, qtbot: QtBot) -> None:
    screen = house.show(Tonight)
    the(screen, EveningPage).hero.start_button.setFocus()
    enter_twice(house, qtbot, screen)
    arrivals = the(screen, Arrivals)
    assert house.ask(tonight).count.heads is None, "the second press counted somebody who is not there"
    qtbot.keyClick(screen.focusWidget(), Key.Key_Space)
    qtbot.keyClick(screen.focusWidget(), Key.Key_Return)
    house.rest()
    assert house.ask(tonight).count.heads == 2, "once a hand has pressed something else, Enter counts"
    arrivals.begin_button.setFocus()
    enter_twice(house, qtbot, screen)
    page = the(screen, RunningPage)
    assert page.sheet.title.words == "Open and agree"
    page.sheet.next_button.setFocus()
    QTest.mouseDClick(page.sheet.next_button, Qt.MouseButton.LeftButton)
    house.rest()
    assert page.sheet.title.words == "Open and agree", "it has only just come up under the hand"
    qtbot.keyClick(screen.focusWidget(), Key.Key_N)
    house.rest()
    assert page.sheet.title.words == "Check-in round", "a letter is always meant"


def test_before_it_begins_a_second_press_is_the_same_one(house: Hall, qtbot: QtBot) -> None:
    """Sent again before the first is kept, it was refused, on a page that led nowhere any more."""
    house.ask(lambda workspace: workspace.sessions.tick(tonight(workspace), "second", False))
    screen = house.show(Tonight, ("count",))
    the(screen, Arrivals).begin_button.click()
    house.rest()
    ready = the(screen, ReadyPage)
    qtbot.keyClick(screen, Key.Key_1)
    house.rest()
    for _press in range(2):
        ready.next_button.click()
    house.rest()
    assert the(screen, RunningPage).sheet.title.words == "Open and agree"
    assert not house.told.refused


def test_a_circle_that_goes_on_after_a_hard_moment_is_where_it_was(house: Hall, qtbot: QtBot) -> None:
    house.ask(lambda workspace: workspace.runs.begin(tonight(workspace)))
    screen = house.show(Tonight, ("running",))
    qtbot.keyClick(screen.focusWidget(), Key.Key_M)
    house.rest()
    moments = the(screen, MomentsPage)
    tap = moments.card.taps["went-out"]
    tap.setFocus()
    enter_twice(house, qtbot, screen)
    assert [tap for tap, _minute in house.ask(times)] == ["went-out"], "one press, one time"
    moments.on_button.setFocus()
    enter_twice(house, qtbot, screen)
    assert the(screen, RunningPage).sheet.title.words == "Open and agree"


def times(workspace: Workspace) -> tuple[tuple[str, int], ...]:
    """What was noted tonight."""
    return workspace.stamps.of(tonight(workspace))


def test_what_is_proposed_is_taken_and_no_part_with_it(house: Hall, qtbot: QtBot) -> None:
    house.clock.move(minutes=20)
    house.ask(lambda workspace: workspace.runs.begin(tonight(workspace)))
    screen = house.show(Tonight, ("running",))
    page = the(screen, RunningPage)
    page.telling.do_button.setFocus()
    enter_twice(house, qtbot, screen)
    assert page.sheet.title.words == "Open and agree" and page.sheet.pace.words == "On time. It ends at 20:30."


def test_when_the_last_one_is_out_the_keyboard_is_on_what_comes_next(house: Hall, qtbot: QtBot) -> None:
    """It went to the search, where one more Enter led away; and one more press must not end the evening either."""
    screen = house.show(Tonight, ("count",))
    counter = the(screen, Arrivals).counter
    qtbot.keyClick(screen.focusWidget(), Key.Key_Space)
    qtbot.keyClick(screen.focusWidget(), Key.Key_Minus)
    counter.back.setFocus()
    qtbot.keyClick(screen.focusWidget(), Key.Key_Plus)
    qtbot.keyClick(counter.back, Key.Key_Return)
    assert counter.came.hasFocus()
    for _arrival in range(2):
        qtbot.keyClick(screen.focusWidget(), Key.Key_Space)
    house.rest()
    counter.go_home()
    for _press in range(3):
        qtbot.keyClick(screen.focusWidget(), Key.Key_Space)
    house.rest()
    assert counter.hold.hasFocus()
    session = house.ask(tonight)
    assert session.count == Count(heads=2, out=2) and session.status is SessionStatus.PLANNED


def test_while_the_circle_sits_nobody_is_told_that_it_ended(house: Hall, qtbot: QtBot) -> None:
    house.ask(lambda workspace: workspace.runs.begin(tonight(workspace)))
    house.clock.move(minutes=100)
    screen = house.show(Tonight, ("count",))
    assert "Began 100 minutes ago." in words_of(the(screen, Arrivals))
    the(screen, Arrivals).left.emit()
    house.rest()
    assert "Began 100 minutes ago." in words_of(the(screen, EveningPage))
    house.ask(lambda workspace: workspace.runs.end(tonight(workspace)))
    screen.arrive(Go("tonight", ("count",)))
    house.rest()
    assert "Ended at 20:30." in words_of(the(screen, Arrivals))


def test_held_twice_leads_to_what_comes_after(house: Hall, qtbot: QtBot) -> None:
    screen = house.show(Tonight, ("count",))
    arrivals = the(screen, Arrivals)
    qtbot.keyClick(screen.focusWidget(), Key.Key_Space)
    house.rest()
    arrivals.counter.go_home()
    for _press in range(2):
        arrivals.counter.hold.click()
    house.rest()
    assert the(screen, AfterPage).isVisible() and not house.told.refused


def test_going_on_pressed_twice_before_it_is_kept_refuses_nothing(house: Hall, qtbot: QtBot) -> None:
    house.ask(lambda workspace: workspace.runs.begin(tonight(workspace)))
    screen = house.show(Tonight, ("running",))
    qtbot.keyClick(screen.focusWidget(), Key.Key_M)
    house.rest()
    moments = the(screen, MomentsPage)
    for _press in range(2):
        moments.on_button.click()
    house.rest()
    assert the(screen, RunningPage).sheet.title.words == "Open and agree" and not house.told.refused
