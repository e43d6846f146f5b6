"""Tonight says that the agreement wants to be looked at again, from the day the group named for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.model.session import Count
from facilitator.workspace import Workspace
from tests.ui.evenings import Hall
from tests.ui.test_plans import tonight
from ui.go import Go
from ui.screens.tonight import Tonight
from ui.screens.tonight.evening_page import EveningPage
from ui.widgets import RadioCard


def due_in(days: int) -> Callable[[Workspace], object]:
    """Tonight's group agrees again, to look at it so many days from now."""

    def adopt(workspace: Workspace) -> object:
        group_id, today = tonight(workspace).group_id, workspace.clock.today()
        now = workspace.agreements.current(group_id)
        assert now is not None
        return workspace.agreements.adopt(group_id, now.clauses, adopted_on=today - timedelta(days=9),
                                          review_by=today + timedelta(days=days))

    return adopt


@pytest.mark.parametrize(("days", "due"), [(1, False), (0, True), (-2, True)])
def test_agreement_is_due_on_its_day(qtbot: QtBot, hall: Callable[..., Hall], days: int, due: bool) -> None:
    """Not a day before; one press leads to it."""
    house = hall()
    house.ask(due_in(days))
    page = house.show(Tonight).findChild(EveningPage)
    assert isinstance(page, EveningPage)
    assert page.reviewing.isVisible() is due
    if due:
        qtbot.keyClick(page.reviewing.button, Qt.Key.Key_Return)
        assert house.told.went == [Go("groups", (house.ask(tonight).group_id, "agreement"))]


def test_tonight_is_planned_like_last_time_in_one_press(qtbot: QtBot, hall: Callable[..., Hall]) -> None:
    """Offered first where there is no plan; the plan stands there at once, and Undo takes it back."""
    house = hall()

    def week_later(workspace: Workspace) -> None:
        workspace.sessions.counts.hold(tonight(workspace), Count(heads=9))
        house.clock.move(days=7)

    house.ask(week_later)
    screen = house.show(Tonight)
    page = screen.findChild(EveningPage)
    assert isinstance(page, EveningPage)
    first = page.plan.findChildren(RadioCard)[0]
    assert first.accessibleName().startswith("The same as last time")
    qtbot.keyClick(first, Qt.Key.Key_Space)
    house.rest()
    assert house.told.said[-1] == "The plan is the same as on Thursday 20 November."
    assert house.ask(lambda w: w.agendas.ready(tonight(w))).total == 90
    house.jobs.do(screen, Workspace.undo)
    house.rest()
    assert house.ask(lambda w: w.agendas.of(tonight(w))) is None
