"""The running page: every step by key, what it proposes, what it writes down, and names that go out of sight."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.evening import timing
from facilitator.model.agenda import Line, LineKind
from facilitator.model.group import Application, GroupDraft, RecordLevel
from facilitator.model.member import MemberDraft
from facilitator.model.running import Mark, Moment, Phase, Running
from facilitator.model.session import Count, SeriesDraft, Session
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms
from tests.ui.evenings import Hall, words_of
from ui.screens.tonight import Tonight
from ui.screens.tonight.arrivals import Arrivals
from ui.screens.tonight.evening_page import EveningPage
from ui.screens.tonight.leaf import Host
from ui.screens.tonight.running.page import RunningPage
from ui.theme import Theme, Tokens
from ui.widgets import Button

Open = Callable[..., Hall]
Key = Qt.Key


def a_circle(workspace: Workspace) -> None:
    """A circle tonight that Ruth and Dev run, with a plan of ninety minutes that fits."""
    for name in ("Ruth", "Dev"):
        workspace.facilitators.add(name)
    team = tuple(one.id for one in workspace.facilitators.all())
    workspace.groups.save(GroupDraft(name="Harbour", application=Application.MENTAL_HEALTH,
                                     record_level=RecordLevel.TALLY, team=team))
    group = workspace.groups.all()[0]
    workspace.sessions.series.save(group.id, SeriesDraft(weekday=3, start_minute=19 * 60,
                                                         first_on=date(2025, 11, 20)))
    template = workspace.library.agenda_template("mental-health-90")
    workspace.agendas.save(workspace.agendas.draft(template, tonight(workspace)), tonight(workspace))
    for there in ("second", "first-aider"):  # so that nothing is asked before it begins
        workspace.sessions.tick(tonight(workspace), there, True)


def tonight(workspace: Workspace) -> Session:
    """The evening that matters now."""
    evening = workspace.evenings.tonight()
    assert evening is not None
    return evening.session


class Circle:
    """A circle on the screen, and somebody's hands."""

    def __init__(self, house: Hall, qtbot: QtBot) -> None:
        self.house, self.qtbot = house, qtbot
        screen = house.show(Tonight)
        assert isinstance(screen, Host)
        self.screen = screen

    @property
    def page(self) -> RunningPage:
        page = self.screen.findChild(RunningPage)
        assert isinstance(page, RunningPage)
        return page

    @property
    def now(self) -> Running:
        run = self.house.ask(lambda workspace: workspace.runs.of(tonight(workspace)))
        assert run is not None
        return run.at(Moment.of(self.house.clock))

    def begin(self) -> RunningPage:
        """From Tonight over the head-count to the circle."""
        evening = self.screen.findChild(EveningPage)
        assert isinstance(evening, EveningPage)
        evening.hero.start_button.click()
        self.house.rest()
        self.press(Key.Key_R)
        return self.page

    def press(self, *keys: Key) -> None:
        """Press keys where the keyboard is."""
        for key in keys:
            self.qtbot.keyClick(self.screen.focusWidget() or self.screen, key)
            self.house.rest()

    def later(self, minutes: float) -> None:
        """Let time pass, and the page look at the clock."""
        self.house.clock.move(minutes=minutes)
        self.screen.tell_time()
        self.house.rest()


@pytest.fixture
def circle(hall: Open, qtbot: QtBot) -> Circle:
    """At seven, with Tonight before one."""
    circle = Circle(hall(a_circle), qtbot)
    circle.house.clock.move(minutes=24)
    return circle


def test_the_circle_begins_from_the_head_count_and_each_is_a_key_from_the_other(circle: Circle) -> None:
    page = circle.begin()
    assert page.sheet.title.words == "Open and agree"
    assert page.sheet.minutes.words == "8 minutes left of 8"
    assert page.sheet.pace.words == "On time. It ends at 20:30."
    assert page.sheet.next_button.hasFocus()
    assert circle.house.told.said[-1] == "The circle began at 19:00."
    circle.press(Key.Key_A)
    arrivals = circle.screen.findChild(Arrivals)
    assert isinstance(arrivals, Arrivals)
    assert arrivals.begin_button.words == "Back to the circle"
    circle.press(Key.Key_Space, Key.Key_R)
    assert circle.page.sheet.title.words == "Open and agree"
    assert circle.house.ask(tonight).count == Count(heads=1)


def test_every_step_has_a_key(circle: Circle) -> None:
    page = circle.begin()
    circle.later(3)
    assert page.sheet.minutes.words == "5 minutes left of 8"
    circle.press(Key.Key_N)
    assert page.sheet.title.words == "Check-in round"
    assert page.sheet.pace.words == "5 minutes ahead. It would end at 20:25."
    circle.press(Key.Key_T, Key.Key_F)
    assert page.sheet.minutes.words == "27 minutes left of 27"
    circle.press(Key.Key_U)
    assert page.sheet.minutes.words == "22 minutes left of 22"
    circle.press(Key.Key_S)
    assert circle.now.phase is Phase.PAUSED
    assert page.sheet.next_button.words == "Go on"
    circle.later(4)
    assert page.sheet.minutes.words == "22 minutes left of 22"
    circle.press(Key.Key_S)
    assert circle.now.phase is Phase.GOING
    circle.press(Key.Key_L)
    assert page.sheet.title.words == "Choose a topic"
    circle.press(Key.Key_U, Key.Key_N)
    assert page.sheet.title.words == "Choose a topic"
    page.sheet.back_button.click()
    circle.house.rest()
    assert page.sheet.title.words == "Check-in round"


def test_the_page_looks_at_the_clock_by_itself_when_a_minute_is_full(circle: Circle) -> None:
    circle.house.clock.move(seconds=-0.1)
    page = circle.begin()
    assert page.sheet.minutes.words == "8 minutes left of 8"
    circle.house.clock.move(minutes=1)
    circle.qtbot.waitUntil(lambda: page.sheet.minutes.words == "7 minutes left of 8")


def test_what_a_presenter_sends_turns_no_plan(circle: Circle) -> None:
    """With the room on the second display, its presses may reach this window; the next button is not in reach then."""
    page = circle.begin()
    page.setFocus()
    page.sheet.next_button.clearFocus()
    before = circle.now
    for key in (Key.Key_PageDown, Key.Key_PageUp, Key.Key_Right, Key.Key_Left, Key.Key_Up, Key.Key_Down, Key.Key_B,
                Key.Key_Period, Key.Key_F5, Key.Key_Escape, Key.Key_Space):
        circle.qtbot.keyClick(page, key)
    circle.house.rest()
    assert (circle.now.at, circle.now.phase) == (before.at, before.phase)


def test_late_it_proposes_in_one_line_and_takes_no_for_an_answer(circle: Circle) -> None:
    circle.house.clock.move(minutes=9)
    page = circle.begin()
    telling = page.telling
    assert page.sheet.pace.words == "9 minutes behind. It would end at 20:39."
    assert telling.offering.words.startswith("Talk together 35 to 30. Drop Choose a topic.")
    circle.press(Key.Key_K)
    assert telling.offering.words == ""
    circle.later(12)
    assert telling.offering.words, "it is worse by more than three minutes"
    telling.do_button.setFocus()
    circle.qtbot.keyClick(telling.do_button, Key.Key_Space)
    circle.house.rest()
    assert telling.offering.words == ""
    assert page.sheet.next_button.hasFocus(), "its own button is gone"
    assert circle.now.behind == 0
    assert [part.minutes for part in circle.now.parts][-2:] == [10, 5]


def test_too_late_for_anything_it_says_so(circle: Circle) -> None:
    circle.house.clock.move(minutes=70)
    page = circle.begin()
    circle.press(Key.Key_D)
    assert not circle.now.fits
    assert "The ending stays whole." in page.telling.offering.words
    assert page.telling.do_button.isHidden()
    assert page.telling.later_button.words == "Let it end at 21:07"
    circle.press(Key.Key_E)
    assert page.telling.offering.words == ""
    assert page.sheet.pace.words == "On time. It ends at 21:07."
    assert circle.house.told.said[-1] == "The circle may end at 21:07 now."


def test_a_beginning_is_put_right_and_a_wrong_one_refused_in_place(circle: Circle) -> None:
    circle.house.clock.move(minutes=25)
    page = circle.begin()
    circle.press(Key.Key_G)
    form = page.correcting
    assert form.time is not None and form.place is not None
    assert form.time.edit.hasFocus()
    form.time.set_minute(19 * 60 + 40)
    form.save()
    circle.house.rest()
    assert form.opened
    assert "cannot have begun then" in words_of(form)
    form.time.set_minute(19 * 60)
    form.place.choose(1)
    form.save()
    circle.house.rest()
    assert not form.opened
    assert page.sheet.title.words == "Check-in round"
    assert circle.now.began == circle.now.due
    assert page.sheet.minutes.words == "3 minutes left of 20"


def test_a_beginning_is_put_right_by_keys_alone_with_its_button_in_sight(qtbot: QtBot, circle: Circle) -> None:
    """The form opens at the foot of the page: it is brought into sight, and Enter in the time is enough."""
    circle.house.clock.move(minutes=25)
    page = circle.begin()
    circle.press(Key.Key_G)
    form = page.correcting
    assert form.time is not None
    right = next(one for one in form.findChildren(Button) if one.words == "Put it right")
    qtbot.waitUntil(lambda: right.visibleRegion().boundingRect().height() == right.height())
    form.time.edit.selectAll()
    qtbot.keyClicks(form.time.edit, "19:10")
    qtbot.keyClick(form.time.edit, Key.Key_Return)
    circle.house.rest()
    assert not form.opened and circle.now.moment.at(circle.now.began or 0).strftime("%H:%M") == "19:10"


def test_the_doorknob_minute_is_told_here_and_answered(circle: Circle) -> None:
    page = circle.begin()
    for minutes in (8, 20, 4):
        circle.later(minutes)
        circle.press(Key.Key_N)
    circle.later(32)
    assert page.telling.doorknob.words == ""
    circle.later(1)
    assert page.telling.doorknob.words.startswith("Check-out round begins in 10 minutes.")
    circle.press(Key.Key_W)
    assert page.telling.doorknob.words == ""
    assert circle.now.marked(Mark.DOORKNOB) is not None


def test_what_is_written_down_is_ticked_while_it_happens(circle: Circle) -> None:
    page = circle.begin()
    assert [row.words for row in page.marking.rows] == [
        "The agreement was read", "The limits of confidentiality were read", "The limits were left out tonight"]
    page.marking.rows[0].click()
    circle.house.rest()
    page.marking.rows[2].click()
    circle.house.rest()
    assert [row.words for row in page.marking.rows] == ["The agreement was read", "The limits were left out tonight"]
    page.marking.rows[1].click()
    circle.house.rest()
    page.marking.rows[1].click()
    circle.house.rest()
    circle.press(Key.Key_N)
    [offered] = page.marking.rows
    assert offered.words == "Check-in round: everybody was offered a turn"
    offered.click()
    circle.house.rest()
    now = circle.now
    assert now.marked(Mark.LIMITS_READ) is not None and now.marked(Mark.LIMITS_LEFT_OUT) is None
    assert now.marked(Mark.ROUND_OFFERED, 1) is not None


def test_names_go_out_of_sight_and_come_back_at_a_touch(circle: Circle) -> None:
    page = circle.begin()
    assert "Ruth" in words_of(page)
    page.untouched.timer.timeout.emit()
    circle.house.rest()
    shown = words_of(page)
    assert "Ruth" not in shown and "Dev" not in shown
    assert "Names are out of sight." in shown
    assert page.sheet.title.words == "Open and agree"
    page.untouched.touch()
    circle.house.rest()
    assert "Ruth" in words_of(page)
    assert page.untouched.timer.isActive()


def test_own_words_that_name_somebody_go_out_of_sight_with_them(hall: Open, qtbot: QtBot) -> None:
    def named(workspace: Workspace) -> None:
        a_circle(workspace)
        group = workspace.groups.all()[0]
        workspace.groups.save(replace(group, record_level=RecordLevel.FIRST_NAME), group.id)
        for name in ("Zebedee", "Hope"):
            workspace.members.save(group.id, MemberDraft(name=name))
        agenda = workspace.agendas.of(tonight(workspace))
        assert agenda is not None
        first = agenda.segments[0]
        own = replace(first, title="Zebedee opens", hint="Zebedee's words", materials=("Zebedee’s lamp", "tissues"),
                      lines=(*first.lines, Line(LineKind.SAY, "Zebedee asked for quiet."), Line(LineKind.DO, "Lamp")))
        workspace.agendas.save(timing.change(agenda, 0, own), tonight(workspace))

    circle = Circle(hall(named), qtbot)
    circle.house.clock.move(minutes=24)
    page = circle.begin()
    assert "Zebedee" in words_of(page)
    page.untouched.timer.timeout.emit()
    circle.house.rest()
    shown = words_of(page)
    assert "Zebedee" not in shown + page.accessibleName()
    assert page.sheet.title.words == "Opening"
    assert "tissues" in shown and "Lamp" in shown, "what names nobody stays"
    assert "We are not therapists." in shown, "what ships names nobody, whatever people are called"


def test_a_clock_set_back_is_followed_and_a_jump_is_asked_about(circle: Circle) -> None:
    page = circle.begin()
    circle.later(3)
    circle.later(-60)
    assert page.sheet.minutes.words == "5 minutes left of 8"
    assert "The circle’s minutes follow the clock again." in circle.house.told.said
    circle.later(47)
    assert page.telling.clock.words.startswith("The clock went on by 47 minutes at once.")
    page.telling.out_button.click()
    circle.house.rest()
    assert page.telling.clock.words == ""
    assert page.sheet.minutes.words == "5 minutes left of 8"


def test_at_the_end_it_says_how_it_went_and_leads_to_the_count(circle: Circle) -> None:
    page = circle.begin()
    for minutes in (8, 20, 4, 35, 8):
        circle.later(minutes)
        circle.press(Key.Key_N)
    circle.later(10)
    circle.press(Key.Key_N)
    assert page.sheet.next_button.words == "End the circle"
    circle.later(5)
    circle.press(Key.Key_N)
    assert page.sheet.next_button.words == "Count who goes home"
    assert page.sheet.pace.words == "On time."
    assert "20 of 20 min" in words_of(page.went)
    outcome = circle.house.ask(lambda workspace: workspace.runs.outcomes([tonight(workspace)]))
    [kept] = outcome.values()
    assert kept.closing_held and kept.late == 0
    circle.press(Key.Key_N)
    assert circle.screen.findChild(Arrivals) is not None


def test_without_a_plan_that_fits_nothing_begins(hall: Open, qtbot: QtBot) -> None:
    def unplanned(workspace: Workspace) -> None:
        a_circle(workspace)
        agenda = workspace.agendas.of(tonight(workspace))
        assert agenda is not None
        workspace.agendas.bin(agenda.id)

    circle = Circle(hall(unplanned), qtbot)
    circle.screen.turn("running")
    circle.house.rest()
    assert circle.screen.findChild(RunningPage) is None
    assert circle.house.told.refused
    evening = circle.screen.findChild(EveningPage)
    assert isinstance(evening, EveningPage)
    circle.screen.turn("count")
    circle.house.rest()
    arrivals = circle.screen.findChild(Arrivals)
    assert isinstance(arrivals, Arrivals)
    assert arrivals.begin_button.isHidden()


def test_the_page_holds_at_every_size(circle: Circle, theme: Theme, qapp: QApplication, tokens: Tokens) -> None:
    circle.house.clock.move(minutes=9)
    page = circle.begin()
    assert audit_zooms(circle.screen, theme, qapp, (1.0, 2.0), tokens) == []
    page.correcting.open()
    assert audit_zooms(circle.screen, theme, qapp, (1.0, 2.0), tokens) == []
