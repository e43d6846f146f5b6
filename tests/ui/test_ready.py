"""Before the circle begins: what is asked, a shorter evening with the reason, and under-18s that do not begin."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.evening.checklist import PRINTED
from facilitator.model.group import Application, GroupDraft, RecordLevel
from facilitator.model.session import CancelReason, Count, SeriesDraft, Session, SessionStatus
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms
from tests.ui.evenings import Hall, words_of
from ui.screens.tonight import Tonight
from ui.screens.tonight.arrivals import Arrivals
from ui.screens.tonight.ready.page import ReadyPage
from ui.screens.tonight.running.page import RunningPage
from ui.theme import Theme, Tokens

Open = Callable[..., Hall]
Key = Qt.Key


def a_circle(template: str, **more: object) -> Callable[[Workspace], None]:
    """A vault with one circle tonight, and a plan for it."""

    def furnish(workspace: Workspace) -> None:
        workspace.groups.save(GroupDraft(**{"name": "Harbour"} | more))  # type: ignore[arg-type]
        group = workspace.groups.all()[0]
        plan = workspace.library.agenda_template(template)
        workspace.sessions.series.save(group.id, SeriesDraft(
            weekday=3, start_minute=19 * 60, minutes=plan.agenda.minutes, first_on=date(2025, 11, 20)))
        workspace.agendas.save(workspace.agendas.draft(plan, tonight(workspace)), tonight(workspace))
        workspace.sessions.tick(tonight(workspace), PRINTED, True)

    return furnish


def tonight(workspace: Workspace) -> Session:
    """The evening that matters now."""
    evening = workspace.evenings.tonight()
    assert evening is not None
    return evening.session


def before(house: Hall) -> tuple[QWidget, ReadyPage]:
    """From the count towards the circle."""
    screen = house.show(Tonight, ("count",))
    arrivals = screen.findChild(Arrivals)
    assert isinstance(arrivals, Arrivals)
    arrivals.begin_button.click()
    house.rest()
    page = screen.findChild(ReadyPage)
    assert isinstance(page, ReadyPage)
    return screen, page


@pytest.fixture
def adults(hall: Open) -> Hall:
    """A circle for adults, of ninety minutes."""
    return hall(a_circle("grief-90", application=Application.GRIEF))


@pytest.fixture
def young(hall: Open) -> Hall:
    """A circle for under-18s."""
    return hall(a_circle("youth-60", application=Application.YOUTH, min_age=12,
                         record_level=RecordLevel.CONTACTABLE))


def test_two_keys_say_who_is_there_and_the_circle_begins(qtbot: QtBot, adults: Hall) -> None:
    screen, page = before(adults)
    assert page.second.hasFocus() and "nobody can go out with somebody" in words_of(page)
    for key in (Key.Key_1, Key.Key_2):
        qtbot.keyClick(screen.focusWidget() or screen, key)
        adults.rest()
    assert page.next_button.words == "Begin the circle" and "All is ready." in words_of(page)
    assert {"second", "first-aider"} <= set(adults.ask(tonight).checklist)
    page.next_button.click()
    adults.rest()
    assert isinstance(screen.findChild(RunningPage), RunningPage)


def test_one_facilitator_is_offered_the_hours_plan_with_the_reason(adults: Hall) -> None:
    """It is the shipped cut, its ending whole; one Undo brings the long evening back."""
    screen, page = before(adults)
    assert page.next_button.words == "Begin, with 60 minutes"
    shown = words_of(page).split(" | ")
    assert "What to say" in shown and "What to say at the door" not in shown  # those who came are in the room
    aloud = [words for words in shown if words.startswith("“") and words.endswith("”")]
    assert aloud[0].startswith("“Hello, and welcome. Today is shorter")  # what is done is not said aloud
    assert any(words.startswith("Under 18, and only one adult?") for words in shown)
    page.next_button.click()
    adults.rest()
    session = adults.ask(tonight)
    agenda = adults.ask(lambda w: w.agendas.ready(session))
    assert (session.minutes, agenda.minutes, agenda.template) == (60, 60, "grief-60")
    assert isinstance(screen.findChild(RunningPage), RunningPage)


def test_it_may_begin_as_planned_all_the_same(adults: Hall) -> None:
    screen, page = before(adults)
    page.beginning.emit()
    adults.rest()
    assert isinstance(screen.findChild(RunningPage), RunningPage) and adults.ask(tonight).minutes == 90


def test_under_18s_with_one_adult_do_not_begin(qtbot: QtBot, young: Hall) -> None:
    """No way on is offered but calling it off, with words for the door; two adults open it."""
    young.ask(lambda w: w.sessions.counts.save(tonight(w), Count(heads=6, adults=1)))
    young.ask(lambda w: w.sessions.tick(tonight(w), "second", True))
    young.ask(lambda w: w.sessions.tick(tonight(w), "first-aider", True))
    screen, page = before(young)
    assert "This circle does not begin." in words_of(page) and "What to say at the door" in words_of(page)
    assert page.next_button.words == "Call the evening off"
    page.stepper.setValue(2)
    young.rest()
    assert page.next_button.words == "Begin the circle"
    page.stepper.setValue(1)
    young.rest()
    assert page.next_button.words == "Call the evening off" and screen.findChild(RunningPage) is None


def test_called_off_says_why(young: Hall) -> None:
    session = young.ask(tonight)
    _screen, page = before(young)
    page.calling_off.emit()
    young.rest()
    now = young.ask(lambda w: w.sessions.get(session.id))
    assert (now.status, now.why) == (SessionStatus.CANCELLED, CancelReason.SAFETY)


@pytest.mark.parametrize("which", ["adults", "young"])
def test_fit_to_be_used(qapp: QApplication, theme: Theme, tokens: Tokens, which: str,
                        request: pytest.FixtureRequest) -> None:
    """Nothing cut, small or nameless, in every theme."""
    screen, _page = before(request.getfixturevalue(which))
    assert audit_zooms(screen, theme, qapp, (1.0, 2.0), tokens) == []
