"""After the circle: hands, loose ends, next time's jobs, the debrief, one's own light and pages, and handing on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model.debrief import Answer, DebriefDraft
from facilitator.model.form import DEBRIEF
from facilitator.model.paper import PersonalData
from facilitator.model.rota import Role
from facilitator.model.sealed import SealedDraft, SealedKind
from facilitator.model.session import Count, Session, SessionStatus
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms
from tests.ui.evenings import Hall, the, words_of
from ui.screens.tonight import Tonight
from ui.screens.tonight.after.page import AfterPage
from ui.screens.tonight.debrief.page import DebriefPage, Stage
from ui.screens.tonight.evening_page import EveningPage
from ui.screens.tonight.handing.page import HandingPage
from ui.screens.tonight.own.page import OwnPage
from ui.theme import Theme, Tokens
from ui.widgets import CheckRow

Open = Callable[..., Hall]
Key = Qt.Key


def tonight(workspace: Workspace) -> Session:
    """The evening that matters now."""
    evening = workspace.evenings.tonight()
    assert evening is not None
    return evening.session


def held(workspace: Workspace) -> Session:
    """The evening, written down as held."""
    session = tonight(workspace)
    workspace.attendance.hold(session, Count(heads=9, newcomers=1, out=8))
    return workspace.sessions.get(session.id)


@pytest.fixture
def house(hall: Open) -> Hall:
    """The charity's vault after the circle."""
    house = hall()
    house.clock.move(hours=2)
    return house


def after(house: Hall) -> tuple[Session, QWidget, AfterPage]:
    """The page after a circle that was held."""
    session = house.ask(held)
    screen = house.show(Tonight, ("after", session))
    return session, screen, the(screen, AfterPage)


def a_name(house: Hall, session: Session) -> str:
    """Somebody on the list of the group."""
    return house.ask(lambda w: w.members.of(session.group_id))[0].name


# ---------------------------------------------------------------- the page
def test_hands_jobs_and_the_count_are_kept_as_they_are_done(house: Hall) -> None:
    session, _screen, page = after(house)
    assert "Not everybody is counted out." in words_of(page)
    page.counting.emit()
    house.rest()
    assert house.ask(lambda w: w.sessions.get(session.id)).count.out == 9
    page.hands.steppers[4].setValue(6)
    page.hands.steppers[2].setValue(1)
    house.rest()
    assert house.ask(lambda w: w.runs.outcome(session)).closing_fist == (0, 0, 1, 0, 6, 0)
    row = next(one for one in page.jobs.findChildren(CheckRow) if one.words == "Reads")
    row.click()
    house.rest()
    following = house.ask(lambda w: w.evenings.of(session).following)
    assert following is not None
    shift = house.ask(lambda w: w.rota.of(following)).shift(Role.READER)
    assert (shift.filled, shift.facilitator_id) == (True, None)


def test_a_loose_end_that_names_a_member_is_warned_of_once(qtbot: QtBot, house: Hall) -> None:
    """Nothing is kept before somebody has seen it; then it may stay as it is."""
    session, _screen, page = after(house)
    name = a_name(house, session)
    page.loose.field.set_text(f"A chair for {name}")
    qtbot.keyClick(page.loose.field.edit, Key.Key_Return)
    house.rest()
    assert f"“{name}” is on one of your lists" in words_of(page.loose)
    assert house.ask(lambda w: w.loose_ends.of(session)) == ()
    keep = page.loose.refused.keep_button
    assert keep is not None
    keep.click()
    house.rest()
    assert [one.words for one in house.ask(lambda w: w.loose_ends.of(session))] == [f"A chair for {name}"]
    assert page.loose.field.text == "" and f"A chair for {name}" in words_of(page.loose)


def test_the_field_for_the_next_loose_end_stays_in_sight(qtbot: QtBot, house: Hall) -> None:
    """Each line that is kept pushes it further down."""
    _session, screen, page = after(house)
    screen.resize(1142, 600)
    field, port = page.loose.field.edit, page.view.viewport()
    field.setFocus()
    for n in range(4):
        house.rest()
        page.view.ensureWidgetVisible(field, 0, 0)
        page.loose.field.set_text(f"Look at lamp {n}")
        qtbot.keyClick(field, Key.Key_Return)
        house.rest()
        qtbot.waitUntil(lambda: port.rect().contains(field.mapTo(port, field.rect().bottomLeft())))


def test_times_of_a_hard_moment_are_there_to_be_copied_and_taken_away(house: Hall) -> None:
    house.ask(lambda w: w.stamps.note(tonight(w), "called-help"))
    session, _screen, page = after(house)
    assert "20:36  Called 999" in words_of(page)
    page.forgetting.emit()
    house.rest()
    assert "Called 999" not in words_of(page) and house.ask(lambda w: w.stamps.of(session)) == ()


def test_what_the_two_meant_to_do_stands_on_tonight_next_time(house: Hall) -> None:
    session = house.ask(held)
    draft = DebriefDraft(sides=((Answer("well", "All"),),), follow_ups=("Ring the hall",))
    house.ask(lambda w: w.debriefs.save(session, draft))
    house.clock.move(days=7, hours=-2)
    page = the(house.show(Tonight), EveningPage)
    assert "Ring the hall" in words_of(page.last_time) and "From your debrief." in words_of(page.last_time)


def test_last_times_loose_ends_are_settled_by_one_press(house: Hall) -> None:
    session = house.ask(held)
    house.ask(lambda w: w.loose_ends.add(session, "Bring the bus timetable"))
    same = the(house.show(Tonight, session), EveningPage)
    assert not same.last_time.findChildren(CheckRow), "on its own evening it is not from last time"
    house.clock.move(days=7, hours=-2)
    screen = house.show(Tonight)
    page = the(screen, EveningPage)
    row = next(one for one in page.last_time.findChildren(CheckRow) if one.words == "Bring the bus timetable")
    row.click()
    house.rest()
    assert house.ask(lambda w: w.loose_ends.open(session.group_id)) == ()
    assert "timetable" not in " ".join(one.words for one in page.last_time.findChildren(CheckRow))


def test_half_typed_is_kept_and_comes_back(house: Hall) -> None:
    _session, screen, page = after(house)
    page.loose.field.set_text("Ask about the")
    house.drafting.flush()
    screen.close()
    house.drafting.start(house.ask(lambda w: w.drafts))
    way = house.drafting.pick_up("tonight/loose-end")
    assert way is not None
    assert the(house.show(Tonight, way.show), AfterPage).loose.field.text == "Ask about the"


# ---------------------------------------------------------------- my own
def test_my_light_is_sealed_and_three_ambers_suggest_a_talk_to_me_alone(house: Hall) -> None:
    session = house.ask(held)
    for weeks in (1, 2):
        day = session.held_on - timedelta(weeks=weeks)
        house.ask(lambda w, day=day: w.sealed.add(SealedDraft(kind=SealedKind.LIGHT, on=day, light="amber")))
    page = the(house.show(Tonight, ("after", session)), AfterPage)
    assert not page.light.seal_button.isEnabled()
    page.light.cards["amber"].click()
    page.light.seal_button.click()
    house.rest()
    assert house.told.said[-1] == "Your page is sealed. Nobody else can open it."
    amber = next(one for one in house.library.form(DEBRIEF).lights if one.id == "amber")
    assert amber.often in words_of(page.light) and amber.next in words_of(page.light)
    mine = house.ask(lambda w: w.sealed.light_of(session.id))
    assert mine is not None and mine.light == "amber"
    row = house.ask(lambda w: w.vault.store.one("select * from sealed_live where session_id = ?", (session.id,)))
    assert row is not None and b"amber" not in row["body"]


def test_own_pages_are_written_added_to_and_listed(house: Hall) -> None:
    screen = house.show(Tonight, ("own",))
    page = the(screen, OwnPage)
    assert "Nobody else can open them" in words_of(page) and "lost if your words" in words_of(page)
    page.buttons[SealedKind.LOG].click()
    field = next(iter(page.sheet._fields.values()))
    field.set_text("The long silence.")
    page.sheet.seal_button.click()
    house.rest()
    [written] = house.ask(lambda w: w.sealed.mine())
    assert written.kind is SealedKind.LOG and written.answers[0].words == "The long silence."
    page.rows.opened.emit(written.id)
    assert "The long silence." in words_of(page.sheet) and page.sheet.more is not None
    page.sheet.more.set_text("It was good for them.")
    page.sheet.add_button.click()
    house.rest()
    assert "Added on 20 November 2025" in words_of(page.sheet) and "It was good for them." in words_of(page.sheet)
    assert house.ask(lambda w: w.search("silence")) == ()


def test_a_page_of_ones_own_sealed_by_two_presses_is_one_and_no_longer_half_written(house: Hall) -> None:
    """What is sealed was offered as half written after the next lock, and could be sealed once more."""
    page = the(house.show(Tonight, ("own",)), OwnPage)
    page.buttons[SealedKind.LOG].click()
    next(iter(page.sheet._fields.values())).set_text("The long silence.")
    house.drafting.flush()
    assert len(house.ask(lambda w: w.drafts.list())) == 1
    for _press in range(2):
        page.sheet.seal_button.click()
    house.rest()
    [written] = house.ask(lambda w: w.sealed.mine())
    house.drafting.flush()
    assert house.ask(lambda w: w.drafts.list()) == ()
    page.rows.opened.emit(written.id)
    assert page.sheet.more is not None
    page.sheet.more.set_text("It was good for them.")
    for _press in range(2):
        page.sheet.add_button.click()
    house.rest()
    [written] = house.ask(lambda w: w.sealed.mine())
    assert [one.words for one in written.amendments] == ["It was good for them."]


def test_what_is_half_added_to_a_page_comes_back_on_that_page(house: Hall) -> None:
    page = the(house.show(Tonight, ("own",)), OwnPage)
    for words in ("The long silence.", "A calm evening."):
        page.buttons[SealedKind.LOG].click()
        next(iter(page.sheet._fields.values())).set_text(words)
        page.sheet.seal_button.click()
        house.rest()
    first = next(one for one in house.ask(lambda w: w.sealed.mine()) if one.answers[0].words == "The long silence.")
    page.rows.opened.emit(first.id)
    assert page.sheet.more is not None
    page.sheet.more.set_text("It was good")
    house.drafting.flush()
    house.drafting.start(house.ask(lambda w: w.drafts))
    way = house.drafting.pick_up("tonight/own-page")
    assert way is not None
    page = the(house.show(Tonight, way.show), OwnPage)
    assert "The long silence." in words_of(page.sheet) and page.sheet.more is not None
    assert page.sheet.more.text == "It was good" and page.sheet.more.edit.hasFocus()
    page.sheet.more.set_text("It was good for them.")
    page.sheet.add_button.click()
    house.rest()
    found = {one.id: [more.words for more in one.amendments] for one in house.ask(lambda w: w.sealed.mine())}
    assert found[first.id] == ["It was good for them."]


# ---------------------------------------------------------------- the two
def answer(page: DebriefPage, *words: str) -> None:
    """Answer the first questions of a side."""
    for field, said in zip(page.findChildren(QPlainTextEdit), words, strict=False):
        field.setPlainText(said)


def test_the_first_answers_are_out_of_every_widget_until_both_have_answered(house: Hall) -> None:
    session = house.ask(held)
    page = the(house.show(Tonight, ("debrief", session)), DebriefPage)
    answer(page, "We were on time", "The silence")
    page.next_button.click()
    house.rest()
    assert page.stage is Stage.SECOND
    seen = words_of(page) + " ".join(one.toPlainText() for one in page.findChildren(QPlainTextEdit))
    assert "We were on time" not in seen and "The silence" not in seen
    assert not page.other_button.isVisible()
    answer(page, "You kept calm")
    page.next_button.click()
    house.rest()
    assert "We were on time" in words_of(page) and "You kept calm" in words_of(page)
    assert page.todo is not None
    page.todo.set_text("Bring the lamp\nRing the hall")
    page.next_button.click()
    house.rest()
    kept = house.ask(lambda w: w.debriefs.of(session.id))
    assert kept is not None and len(kept.sides) == 2 and kept.follow_ups == ("Bring the lamp", "Ring the hall")


def test_what_the_first_half_typed_stays_hidden_after_a_lock(house: Hall) -> None:
    session = house.ask(held)
    screen = house.show(Tonight, ("debrief", session))
    page = the(screen, DebriefPage)
    answer(page, "We were on time")
    page.next_button.click()
    house.drafting.flush()
    screen.close()
    house.drafting.start(house.ask(lambda w: w.drafts))
    way = house.drafting.pick_up("tonight/debrief")
    assert way is not None
    page = the(house.show(Tonight, way.show), DebriefPage)
    assert page.stage is Stage.SECOND and "We were on time" not in words_of(page)
    page.next_button.click()
    house.rest()
    assert "We were on time" in words_of(page)


def test_a_member_named_in_a_debrief_is_warned_of(house: Hall) -> None:
    session = house.ask(held)
    name = a_name(house, session)
    page = the(house.show(Tonight, ("debrief", session)), DebriefPage)
    answer(page, f"{name} spoke long")
    page.go_to(Stage.BOTH)
    page.next_button.click()
    house.rest()
    assert f"“{name}” is on one of your lists" in words_of(page)
    assert house.ask(lambda w: w.debriefs.of(session.id)) is None


# ---------------------------------------------------------------- handing on
def test_the_next_person_sees_exactly_what_was_shown_until_they_have_read_it(hall: Open) -> None:
    house = hall()
    house.clock.move(hours=2)
    locked: list[bool] = []
    object.__setattr__(house.desk, "lock", lambda: locked.append(True))
    session = house.ask(held)
    house.ask(lambda w: w.papers.record("sign-in", 1, PersonalData.ONCE_FILLED, session.group_id))
    screen = house.show(Tonight, ("hand-on", session))
    page = the(screen, HandingPage)
    page.note.edit.setPlainText("The side door sticks.")
    assert "8 went" not in words_of(page) and any("Still out" in line for line in page.card.lines)
    shown = page.card.lines
    assert shown[-1] == "The side door sticks." and shown[0] == "9 people came. 1 for the first time."
    members = [m.name for m in house.ask(lambda w: w.members.of(session.group_id))]
    assert not [name for name in members if name in " ".join(shown)]
    page.hand_button.click()
    house.rest()
    assert locked == [True]
    same = the(house.show(Tonight, session), EveningPage)  # on the evening itself it is read, and not taken
    assert same.baton.isVisible() and same.baton.lines == shown and same.baton.take_button is None
    house.clock.move(days=7, hours=-2)
    tonights = the(house.show(Tonight), EveningPage)
    assert tonights.baton.isVisible() and tonights.baton.lines == shown
    assert tonights.baton.take_button is not None
    tonights.baton.take_button.click()
    house.rest()
    assert not tonights.baton.isVisible() and house.ask(lambda w: w.batons.waiting(session.group_id)) is None


def test_a_name_in_what_is_handed_on_stops_the_lock_once(hall: Open) -> None:
    house = hall()
    locked: list[bool] = []
    object.__setattr__(house.desk, "lock", lambda: locked.append(True))
    session = house.ask(held)
    name = a_name(house, session)
    page = the(house.show(Tonight, ("hand-on", session)), HandingPage)
    page.note.edit.setPlainText(f"{name} has the key")
    page.hand_button.click()
    house.rest()
    assert not locked and house.ask(lambda w: w.batons.of(session)) is None
    assert page.refused.keep_button is not None
    page.refused.keep_button.click()
    house.rest()
    assert locked == [True]


def test_papers_are_ticked_off_one_after_another_by_keys(house: Hall, qtbot: QtBot) -> None:
    session = house.ask(held)
    for document in ("sign-in", "run-sheet", "emergency-card"):
        house.ask(lambda w, one=document: w.papers.record(one, 1, PersonalData.ONCE_FILLED, session.group_id))
    page = the(house.show(Tonight, ("hand-on", session)), HandingPage)
    assert len(page.rows) == 3
    page.rows[0].setFocus()
    for left in (2, 1, 0):
        qtbot.keyClick(page.window().focusWidget(), Key.Key_Space)
        house.rest()
        assert len(page.rows) == left
        assert not left or page.rows[0].hasFocus()
    assert page.note.edit.hasFocus()


def test_after_handing_on_the_evening_offers_to_lock(house: Hall) -> None:
    session = house.ask(held)
    page = the(house.show(Tonight, session), EveningPage)
    assert "After the circle" in [one.words for one in page.settled.findChildren(type(page.hard_button))]
    house.ask(lambda w: w.batons.hand_on(session, ("Nine came.",)))
    assert house.ask(lambda w: w.sessions.get(session.id)).status is SessionStatus.HELD


@pytest.mark.parametrize("leaf", ["after", "debrief", "hand-on", "own"])
def test_fit_to_be_used(qapp: QApplication, theme: Theme, house: Hall, tokens: Tokens, leaf: str) -> None:
    """Nothing cut, small or nameless, in every theme."""
    session = house.ask(held)
    screen = house.show(Tonight, (leaf, session))
    if leaf == "debrief":
        answer(the(screen, DebriefPage), "We were on time, and everybody had their turn in the end.")
        the(screen, DebriefPage).go_to(Stage.BOTH)
    elif leaf == "own":
        the(screen, OwnPage).buttons[SealedKind.SUPERVISION].click()
    elif leaf == "after":
        the(screen, AfterPage).light.cards["red"].click()
    house.rest()
    assert audit_zooms(screen, theme, qapp, (1.0, 2.0), tokens) == []


@pytest.mark.parametrize("leaf", ["after", "debrief", "hand-on", "own", "moments", "ready", "catch-up"])
def test_right_to_left(qapp: QApplication, theme: Theme, house: Hall, leaf: str) -> None:
    """Mirrored, and nothing is cut."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    screen = house.show(Tonight, (leaf, house.ask(tonight)))
    assert audit_zooms(screen, theme, qapp, (1.0, 2.0)) == []
