"""Plans beside the evening: prompts by depth, what the last evening did not come to, weeks of a course, whole parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model.agenda import LineKind
from facilitator.model.group import Application
from facilitator.model.session import Count, Session, SessionStatus
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms
from tests.ui.evenings import Hall
from tests.ui.test_running import a_circle, tonight
from ui.screens.plans import Plans
from ui.screens.plans.coming_page import ComingPage
from ui.screens.plans.editor import Editor
from ui.screens.plans.segment_row import SegmentRow
from ui.screens.tonight import Tonight
from ui.screens.tonight.evening_page import EveningPage
from ui.theme import Theme, Tokens

Open = Callable[..., Hall]
Key = Qt.Key


def following(workspace: Workspace) -> Session:
    """The evening after tonight's."""
    group = workspace.groups.all()[0]
    return workspace.sessions.planned(group.id, date(2025, 11, 27), date(2025, 11, 27))[0]


def plan_of(workspace: Workspace, session: Callable[[Workspace], Session]) -> list[str]:
    agenda = workspace.agendas.of(session(workspace))
    assert agenda is not None
    return [one.title for one in agenda.segments]


def editor(house: Hall, session: Session) -> tuple[QWidget, Editor]:
    screen = house.show(Plans, session)
    page = screen.findChild(Editor)
    assert isinstance(page, Editor)
    return screen, page


def test_plus_and_minus_on_a_row_give_and_take_a_minute(qtbot: QtBot, hall: Open) -> None:
    house = hall(a_circle)
    _screen, page = editor(house, house.ask(tonight))
    row = page.rows.rows[1]
    assert isinstance(row, SegmentRow)
    row.setFocus()
    for key in (Key.Key_Plus, Key.Key_Equal, Key.Key_Minus):
        qtbot.keyClick(row, key)
    house.rest()
    agenda = house.ask(lambda workspace: workspace.agendas.of(tonight(workspace)))
    assert agenda is not None and agenda.segments[1].minutes == 21
    later = page.rows.rows[2]
    assert isinstance(later, SegmentRow)
    assert "19:29" in later.accessibleName()


def test_any_part_can_be_kept_whole(qtbot: QtBot, hall: Open) -> None:
    house = hall(a_circle)
    _screen, page = editor(house, house.ask(tonight))
    page.rows.picked.emit(3)
    page.side.open_details()
    page.side.details.whole.click()
    house.rest()
    agenda = house.ask(lambda workspace: workspace.agendas.of(tonight(workspace)))
    assert agenda is not None and agenda.segments[3].protected
    page.rows.picked.emit(6)
    assert page.side.details.whole.isHidden(), "a closing always is"


def test_a_prompt_is_chosen_by_its_depth_and_taken_out_again(qtbot: QtBot, hall: Open) -> None:
    house = hall(a_circle)
    _screen, page = editor(house, house.ask(tonight))
    assert page.side.prompt_button.isHidden(), "nothing is asked in an opening"
    page.rows.picked.emit(1)
    page.side.prompt_button.click()
    prompting = page.side.prompting
    assert prompting.rows.hasFocus()
    light = [item.key for item in prompting.rows.items]
    prompting.how_deep.choose(2)
    prompting.how_deep.chosen.emit(2)
    assert light != [item.key for item in prompting.rows.items]
    asked = prompting.prompt
    assert asked is not None and asked.depth == 2
    prompting.put_button.click()
    house.rest()
    check_in = lambda: house.ask(lambda w: w.agendas.of(tonight(w)).segments[1])  # noqa: E731
    first = next(line for line in check_in().lines if line.kind is LineKind.SAY)
    assert first.text == asked.text, "the room shows the first words that are said"
    other = prompting.rows.items[1].key
    prompting.rows.choose(other)
    prompting.rows.picked.emit(other)
    prompting.put_button.click()
    house.rest()
    said = [line.text for line in check_in().lines]
    assert asked.text not in said, "one prompt at a time"
    prompting.take_button.click()
    house.rest()
    assert prompting.prompt is not None and prompting.prompt.text not in [line.text for line in check_in().lines]
    house.ask(lambda workspace: workspace.undo())


def test_after_trauma_and_for_young_people_no_prompt_goes_deep(qtbot: QtBot, hall: Open) -> None:
    def trauma(workspace: Workspace) -> None:
        a_circle(workspace)
        group = workspace.groups.all()[0]
        workspace.groups.save(replace(group, application=Application.TRAUMA), group.id)

    house = hall(trauma)
    _screen, page = editor(house, house.ask(tonight))
    page.rows.picked.emit(1)
    page.side.prompt_button.click()
    page.side.prompting.how_deep.choose(3)
    page.side.prompting.how_deep.chosen.emit(3)
    assert page.side.prompting.rows.items == ()
    assert page.side.prompting.put_button.isHidden()


def test_what_was_not_reached_is_offered_and_goes_in_before_the_ending(qtbot: QtBot, hall: Open) -> None:
    def held(workspace: Workspace) -> None:
        a_circle(workspace)
        session = tonight(workspace)
        workspace.runs.begin(session)
        for _part in range(3):
            workspace.runs.next(session)
        workspace.runs.skip(session, 4)
        workspace.runs.end(session)
        workspace.attendance.hold(session, Count(heads=6))
        plan = workspace.agendas.draft(workspace.library.agenda_template("mental-health-60"), following(workspace))
        workspace.agendas.save(plan, following(workspace))

    house = hall(held)
    assert house.ask(tonight).status is SessionStatus.HELD
    before = house.ask(lambda workspace: plan_of(workspace, following))
    _screen, page = editor(house, house.ask(following))
    carrying = page.carrying
    assert not carrying.isHidden()
    assert "Skill: feet and chair" in carrying.notice.accessibleName()
    assert "Check-out" not in carrying.notice.accessibleName(), "an ending is in every plan"
    carrying.put_button.click()
    house.rest()
    assert carrying.isHidden()
    now = house.ask(lambda workspace: plan_of(workspace, following))
    assert now == [*before[:-2], "Skill: feet and chair", *before[-2:]]


def test_the_plan_of_a_circle_that_sits_is_looked_at_only(hall: Open) -> None:
    def sits(workspace: Workspace) -> None:
        a_circle(workspace)
        workspace.runs.begin(tonight(workspace))

    house = hall(sits)
    _screen, page = editor(house, house.ask(tonight))
    assert page._settled.accessibleName().startswith("This circle has begun.")
    assert not page.rows.isEnabled() and not page.add.isEnabled()


def test_a_course_says_which_week_it_is(qtbot: QtBot, hall: Open) -> None:
    def course(workspace: Workspace) -> None:
        a_circle(workspace)
        group = workspace.groups.all()[0]
        [rule] = workspace.sessions.series.of(group.id)
        workspace.sessions.series.change(rule.id, replace(rule, last_on=rule.first_on + timedelta(days=49)),
                                         rule.first_on)

    house = hall(course)
    _screen, page = editor(house, house.ask(tonight))
    assert page._when.words.endswith("Week 1 of 8")
    listed = house.show(Plans).findChild(ComingPage)
    assert isinstance(listed, ComingPage)
    assert "Week 1 of 8" in listed.rows.items[0].detail
    evening = house.show(Tonight).findChild(EveningPage)
    assert isinstance(evening, EveningPage)
    assert "Week 1 of 8." in evening.hero.line.words


def test_the_side_holds_at_every_size_with_prompts(hall: Open, theme: Theme, qapp: QApplication,
                                                   tokens: Tokens) -> None:
    house = hall(a_circle)
    screen, page = editor(house, house.ask(tonight))
    page.rows.picked.emit(1)
    page.side.prompt_button.click()
    assert audit_zooms(screen, theme, qapp, (1.0, 2.0), tokens) == []
