"""Arrivals: counting by keys, names and newcomers beside it, counting out, and what is refused in place."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.evening import timing
from facilitator.model.group import Application, GroupDraft, RecordLevel
from facilitator.model.member import ConsentPurpose, ConsentState, Member, MemberDraft
from facilitator.model.session import Count, OneAdult, SeriesDraft, Session, SessionStatus
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms
from tests.ui.evenings import Hall
from ui.go import Go
from ui.screens.tonight import Tonight
from ui.screens.tonight.after.page import AfterPage
from ui.screens.tonight.arrivals import Arrivals
from ui.screens.tonight.count_ring import CountRing
from ui.screens.tonight.evening_page import EveningPage
from ui.screens.tonight.tally import Tally
from ui.theme import Theme, Tokens
from ui.widgets import Button, CheckRow, Label

Open = Callable[..., Hall]
Key = Qt.Key


def a_circle(**more: object) -> Callable[[Workspace], None]:
    """A vault with one circle tonight and a plan for it."""

    def furnish(workspace: Workspace) -> None:
        draft = {"name": "Harbour", "application": Application.GRIEF} | more
        workspace.groups.save(GroupDraft(**draft))  # type: ignore[arg-type]
        group = workspace.groups.all()[0]
        rule = SeriesDraft(weekday=3, start_minute=19 * 60, first_on=date(2025, 11, 20))
        workspace.sessions.series.save(group.id, rule)
        template = workspace.library.agenda_template("grief-90")
        workspace.agendas.save(workspace.agendas.draft(template, tonight(workspace)), tonight(workspace))

    return furnish


def tonight(workspace: Workspace) -> Session:
    """The evening that matters now."""
    evening = workspace.evenings.tonight()
    assert evening is not None
    return evening.session


def members(workspace: Workspace) -> tuple[Member, ...]:
    """Everybody on the list of the group that meets."""
    return workspace.members.of(tonight(workspace).group_id)


def start(house: Hall) -> tuple[QWidget, Arrivals]:
    """Press Start."""
    screen = house.show(Tonight)
    evening = screen.findChild(EveningPage)
    assert isinstance(evening, EveningPage)
    evening.hero.start_button.click()
    house.rest()
    return screen, arrivals(screen)


def arrivals(screen: QWidget) -> Arrivals:
    """The page that counts."""
    page = screen.findChild(Arrivals)
    assert isinstance(page, Arrivals)
    return page


def words_of(widget: QWidget) -> list[str]:
    """Every label that can be seen."""
    return [label.words for label in widget.findChildren(Label) if label.isVisibleTo(widget) and label.words]


def named(widget: QWidget, words: str) -> CheckRow:
    """The tick row of a name."""
    return next(row for row in widget.findChildren(CheckRow) if row.words == words)


def test_tally_takes_back_what_it_counted_last() -> None:
    """Pure: a first-timer taken back was one; no part is larger than the whole."""
    tally = Tally().came().came(first=True).came()
    assert tally.count == Count(heads=3, newcomers=1)
    assert tally.back().count == Count(heads=2, newcomers=1)
    assert tally.back().back().count == Count(heads=1, newcomers=0)
    assert Tally().back().count == Count()
    assert Tally(Count(heads=2, newcomers=2, out=2, adults=2)).back().count == Count(
        heads=1, newcomers=1, out=1, adults=1
    )
    assert tally.went().went(-1).went(-1).count.out == 0
    assert tally.all_went().inside == 0


@pytest.fixture
def nimble(qapp: QApplication) -> Iterator[None]:
    """Each press is one of its own, however soon it comes after the one before."""
    was = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(was)


def test_an_evening_counted_by_keys_alone(qtbot: QtBot, hall: Open, nimble: None) -> None:
    """In with Space, N and plus, one taken back, out again, held: the whole evening with one hand."""
    house = hall(a_circle(record_level=RecordLevel.TALLY))
    screen, page = start(house)
    assert page.counter.came.hasFocus()
    for key in (Key.Key_Space, Key.Key_Return, Key.Key_N, Key.Key_Plus, Key.Key_Space, Key.Key_Minus):
        qtbot.keyClick(screen.focusWidget(), key)
    house.rest()
    assert house.ask(tonight).count == Count(heads=4, newcomers=1)
    assert page.counter.ring.accessibleName() == "4 in the room"
    assert "1 for the first time" in words_of(page)
    house.clock.move(hours=2)
    page.left.emit()
    house.rest()
    evening = screen.findChild(EveningPage)
    assert isinstance(evening, EveningPage)
    assert evening.hero.start_button.text() == "Go on counting"
    evening.hero.start_button.click()
    house.rest()
    page = arrivals(screen)
    assert page.counter.went.hasFocus()
    for _ in range(3):
        qtbot.keyClick(screen.focusWidget(), Key.Key_Space)
    house.rest()
    assert "1 person is still counted as inside." in words_of(page)
    qtbot.keyClick(page.counter.all_went, Key.Key_Return)
    assert "1 person is still counted as inside." not in words_of(page)
    qtbot.keyClick(page.counter.hold, Key.Key_Return)
    house.rest()
    session = house.ask(tonight)
    assert (session.status, session.count) == (SessionStatus.HELD, Count(heads=4, newcomers=1, out=4))
    assert screen.findChild(AfterPage) is not None  # what comes after the circle


def test_count_leads_to_the_plan_that_the_circle_waits_for(qtbot: QtBot, hall: Open) -> None:
    """Everybody is counted and the plan is too long: the way to mend it is here, and then the way to begin."""
    house = hall(a_circle())

    def longer(workspace: Workspace, minutes: int) -> None:
        session = tonight(workspace)
        draft = workspace.agendas.draft(workspace.library.agenda_template("grief-90"), session)
        workspace.agendas.save(timing.resize(draft, 1, minutes), session)

    house.ask(lambda w: longer(w, 40))
    _screen, page = start(house)
    assert page.begin_button.isHidden() and page.plan_button.isVisibleTo(page)
    assert page.plan_button.words == "Change the plan"
    page.plan_button.setFocus()
    qtbot.keyClick(page.plan_button, Key.Key_Space)
    assert house.told.went == [Go("plans", house.ask(tonight))]
    house.desk.jobs.do(page, lambda w: (longer(w, 20), w.sessions.tick(tonight(w), "second", True))[-1])
    house.rest()
    assert page.plan_button.isHidden() and not page.begin_button.isHidden()


def test_sixty_chairs_stay_apart_and_empty_as_people_go(qtbot: QtBot, theme: Theme) -> None:
    """They ran into one band, and stayed full until two thirds had gone home."""
    ring = CountRing(theme)
    qtbot.addWidget(ring)
    ring.resize(ring.sizeHint())

    def chairs() -> int:
        """The chairs that are seen along the circle they stand on, taken ones alone."""
        picture, seat = ring.grab().toImage(), theme.colour("seat").name()
        middle, radius = picture.width() / 2, picture.width() / 2 - theme.px(13)
        turns = [2 * math.pi * n / 3600 for n in range(3600)]
        seen = [picture.pixelColor(round(middle + radius * math.cos(at)), round(middle + radius * math.sin(at))).name()
                == seat for at in turns]
        return sum(one and not before for before, one in zip([seen[-1], *seen], seen, strict=False))

    ring.show_count(60, 60, "in the room")
    assert chairs() == 40
    ring.show_count(45, 60, "still inside")
    assert chairs() == 30
    ring.show_count(1, 60, "still inside")
    assert chairs() == 1
    ring.show_count(9, 11, "in the room")
    assert chairs() == 9


def test_each_press_is_kept_and_taken_back(hall: Open) -> None:
    """A shut laptop loses nobody; Undo takes one press back."""
    house = hall(a_circle(record_level=RecordLevel.TALLY))
    screen, page = start(house)
    page.counter.came.click()
    house.rest()
    page.counter.came.click()
    house.rest()
    house.jobs.do(screen, Workspace.undo)
    house.rest()
    assert house.ask(tonight).count == Count(heads=1)
    assert page.counter.ring.accessibleName() == "1 in the room"


def test_group_without_names_asks_for_none(hall: Open) -> None:
    """At the lowest level no name is shown or asked for; the same where a group only counts."""
    house = hall(a_circle(record_level=RecordLevel.TALLY))
    _screen, page = start(house)
    assert "No names here" in words_of(page)
    assert page.names.isHidden() and page.newcomer.isHidden()


def test_all_present_then_untick_the_missing(qtbot: QtBot, hall: Open) -> None:
    """Everybody is ticked and counted at once; who is missing is unticked; nobody is counted twice."""
    house = hall()
    _screen, page = start(house)
    page.names.all_button.click()
    house.rest()
    assert house.ask(tonight).count.heads == 9
    row = named(page.names, "Carlos")
    row.setFocus()
    qtbot.keyClick(row, Key.Key_Space)
    house.rest()
    assert row.hasFocus() and not row.isChecked()
    assert "8 of 9 ticked" in words_of(page)
    there = house.ask(lambda w: [one.name for one in w.attendance.sheet(tonight(w)) if not one.present])
    assert there == ["Carlos"]


def test_who_was_not_asked_is_marked_in_words(hall: Open) -> None:
    """A member nobody has asked yet stands there as such."""
    house = hall()
    house.ask(lambda w: w.members.save(tonight(w).group_id, MemberDraft(name="Bo")))
    _screen, page = start(house)
    assert named(page.names, "Bo").accessibleDescription() == "Not asked yet about this list."
    assert named(page.names, "Joan").accessibleDescription() == ""


def test_newcomer_in_one_step(qtbot: QtBot, hall: Open) -> None:
    """A name, the words of the library, a yes: on the list, ticked and counted, and all taken back together."""
    house = hall()
    screen, page = start(house)
    page.names.new_button.click()
    form = page.newcomer
    assert form.name.edit.hasFocus()
    assert "“May we write your name on the list of Lantern circle?”" in words_of(form)
    qtbot.keyClicks(form.name.edit, "Nina")
    assert page.counter.count == Count()
    question = form.question(ConsentPurpose.LIST)
    question.answer.choose(ConsentState.GIVEN)
    qtbot.keyClick(form.add_button, Key.Key_Return)
    house.rest()
    assert house.ask(tonight).count == Count(heads=1, newcomers=1)
    assert form.isHidden() and page.counter.came.hasFocus()
    assert named(page.names, "Nina").isChecked()
    assert named(page.names, "Nina").accessibleDescription() == "First time here."
    nina = next(one for one in house.ask(members) if one.name == "Nina")
    said = house.ask(lambda w: w.members.consents.on(nina.id, ConsentPurpose.LIST))
    assert (said.state, said.wording_version) == (ConsentState.GIVEN, "list-en-1")
    house.jobs.do(screen, Workspace.undo)
    house.rest()
    assert (house.ask(tonight).count, len(house.ask(members))) == (Count(), 9)


def test_no_to_the_list_is_counted_without_a_name(hall: Open) -> None:
    """Who says no is just as welcome: the name is not taken, the head is."""
    house = hall()
    _screen, page = start(house)
    page.names.new_button.click()
    form = page.newcomer
    form.name.set_text("Nina")
    form.question(ConsentPurpose.LIST).say(ConsentState.REFUSED)
    assert form.add_button.isHidden()
    form.only_button.click()
    house.rest()
    assert house.ask(tonight).count == Count(heads=1, newcomers=1)
    assert len(house.ask(members)) == 9


def test_first_name_waits_for_the_recovery_sheet(hall: Open) -> None:
    """In a real vault the refusal stands in the form, nothing is lost, and the way to mend it is one press."""
    house = hall(a_circle(), is_sample=False)
    _screen, page = start(house)
    page.names.new_button.click()
    form = page.newcomer
    form.name.set_text("Nina")
    form.add_button.click()
    house.rest()
    assert any("a recovery sheet has to be ready" in words for words in words_of(form))
    assert form.name.text == "Nina"
    [way] = [one for one in form.findChildren(Button) if one.text() == "Go to Safe-keeping"]
    way.click()
    assert house.told.went == [Go("safekeeping", "recovery")]


def test_somebody_new_taken_in_by_two_presses_is_one_person(hall: Open) -> None:
    house = hall(a_circle())
    _screen, page = start(house)
    page.names.new_button.click()
    page.newcomer.name.set_text("Nina")
    page.newcomer.question(ConsentPurpose.LIST).say(ConsentState.GIVEN)
    for _press in range(2):
        page.newcomer.add_button.click()
    house.rest()
    people = house.ask(lambda w: [one.name for group in w.groups.all() for one in w.members.of(group.id)])
    assert people == ["Nina"] and house.ask(tonight).count.heads == 1


def test_name_is_needed_in_place(hall: Open) -> None:
    """An empty name is refused under its field."""
    house = hall()
    _screen, page = start(house)
    page.names.new_button.click()
    page.newcomer.add_button.click()
    house.rest()
    assert page.newcomer.name.wrong.startswith("A name is missing.")


def test_under_18_needs_a_parent_and_two_adults(hall: Open) -> None:
    """A parent's word is asked for in place; the number of adults is asked before the evening counts as held."""
    young = a_circle(application=Application.YOUTH, min_age=12, record_level=RecordLevel.CONTACTABLE)
    house = hall(young)
    _screen, page = start(house)
    page.names.new_button.click()
    form = page.newcomer
    form.name.set_text("Kit")
    form.question(ConsentPurpose.LIST).say(ConsentState.GIVEN)
    form.add_button.click()
    house.rest()
    assert any("a parent’s consent" in words for words in words_of(form.question(ConsentPurpose.PARENT)))
    form.question(ConsentPurpose.PARENT).say(ConsentState.GIVEN)
    form.emergency.set_text("Mum, 01632 960 300")
    form.contact.set_text("01632 960 301")
    form.may_leave.choose(False)
    form.another.set_text("Hang up")
    kept = form.read()
    assert kept is not None and (kept["may"], kept["another"]) == ("no", "Hang up")
    form.may_leave.choose(None)
    form.restore(kept)
    form.add_button.click()
    house.rest()
    [kit] = house.ask(members)
    assert kit.emergency_contact == "Mum, 01632 960 300"
    assert (kit.contact, kit.may_leave_message, kit.if_another_answers) == ("01632 960 301", False, "Hang up")
    page.counter.came.click()
    page.counter.came.click()
    page.counter.go_home()
    page.counter.hold.click()
    house.rest()
    assert any("needs two adults" in words for words in words_of(page.refused))
    assert house.ask(tonight).status is SessionStatus.PLANNED
    page.counter.adults.setValue(2)
    house.rest()
    page.counter.hold.click()
    house.rest()
    assert (house.ask(tonight).status, house.ask(tonight).count.adults) == (SessionStatus.HELD, 2)


def test_more_ticks_than_heads_are_refused_in_place(hall: Open) -> None:
    """A count below the ticks cannot be held; both stay as they are, ready to be mended."""
    house = hall()
    _screen, page = start(house)
    page.names.all_button.click()
    house.rest()
    page.counter.back.click()
    house.rest()
    page.counter.go_home()
    page.counter.hold.click()
    house.rest()
    assert any("9 people, but only 8 were counted" in words for words in words_of(page.refused))
    assert house.ask(tonight).status is SessionStatus.PLANNED


def test_the_newcomers_minute_stands_over_the_form(hall: Open) -> None:
    """Its words with who leads in them, how long they take, and the leaflet."""
    house = hall()
    _screen, page = start(house)
    page.names.new_button.click()
    lead = house.ask(lambda w: w.evenings.tonight().leaders[0])  # type: ignore[union-attr]
    said = " ".join(words_of(page.newcomer.greeting))
    assert f"I’m {lead}" in said and "about 41 seconds" in said and "leaflet: Welcome" in said


def test_it_is_said_as_well_where_no_names_are_kept(hall: Open) -> None:
    _screen, page = start(hall(a_circle(record_level=RecordLevel.TALLY)))
    assert page.names.isHidden() and "I’m glad that you came" in " ".join(words_of(page.no_names))


def test_one_adult_is_written_down_with_a_reason(hall: Open) -> None:
    """Refused once, asked why, and then held as it was: with one adult, and flagged."""
    house = hall(a_circle(application=Application.YOUTH, min_age=12, record_level=RecordLevel.CONTACTABLE))
    _screen, page = start(house)
    for _ in range(5):
        page.counter.came.click()
    page.counter.adults.setValue(1)
    house.rest()
    page.counter.hold.click()
    house.rest()
    assert page.why.isVisible() and house.ask(tonight).status is SessionStatus.PLANNED
    page.why.button.click()
    assert page.why.why.wrong == "Choose a reason first."
    page.why.why.choose(OneAdult.LATE)
    page.why.button.click()
    house.rest()
    session = house.ask(tonight)
    assert (session.status, session.one_adult, session.count.adults) == (SessionStatus.HELD, OneAdult.LATE, 1)
    evening = house.show(Tonight, session).findChild(EveningPage)
    assert isinstance(evening, EveningPage)
    assert any("fewer than two adults: An adult came late" in one for one in words_of(evening.settled))


def test_half_typed_newcomer_is_kept(hall: Open) -> None:
    """What stands in the form is handed to the drafts, and comes back with the way there."""
    house = hall()
    screen, page = start(house)
    page.names.new_button.click()
    page.newcomer.name.set_text("Nin")
    house.drafting.flush()
    [kept] = house.ask(lambda w: w.drafts.list())
    assert (kept.place, kept.fields["name"]) == ("tonight/newcomer", "Nin")
    screen.close()
    house.drafting.start(house.ask(lambda w: w.drafts))
    way = house.drafting.pick_up("tonight/newcomer")
    assert way is not None
    page = arrivals(house.show(Tonight, way.show))
    assert (page.newcomer.isHidden(), page.newcomer.name.text) == (False, "Nin")


@pytest.mark.parametrize("way", ["in", "out", "new"])
def test_fit_to_be_used(qapp: QApplication, theme: Theme, hall: Open, tokens: Tokens, way: str) -> None:
    """Nothing cut, small or nameless, in every theme."""
    house = hall()
    screen, page = start(house)
    page.names.all_button.click()
    house.rest()
    if way == "out":
        page.counter.go_home()
        page.counter.went.click()
    elif way == "new":
        page.names.new_button.click()
    house.rest()
    assert audit_zooms(screen, theme, qapp, (1.0, 2.0), tokens) == []


