"""Plans: the list, a plan to start from, and one plan changed by keyboard with everything following."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.evening import timing
from facilitator.model.agenda import Agenda, AgendaDraft, Give, Line, LineKind, SegmentKind
from facilitator.model.change import Change
from facilitator.model.group import GroupDraft
from facilitator.model.rota import Role
from facilitator.model.search import Hit
from facilitator.model.session import Count, Session
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms, settle
from tests.ui.evenings import Hall
from ui.go import Go
from ui.screens.plans import Plans
from ui.screens.plans.choosing_page import ChoosingPage
from ui.screens.plans.coming_page import ComingPage
from ui.screens.plans.editor import Editor
from ui.screens.plans.preview_page import PreviewPage
from ui.screens.plans.segment_row import SegmentRow
from ui.theme import Theme, Tokens
from ui.widgets import Button, Empty, Label, PickList
from ui.widgets.grip import Grip

Open = Callable[..., Hall]
Key = Qt.Key


def tonight(workspace: Workspace) -> Session:
    """The evening that matters now."""
    evening = workspace.evenings.tonight()
    assert evening is not None
    return evening.session


def plan(workspace: Workspace) -> Agenda:
    """Tonight's plan as it is kept."""
    found = workspace.agendas.of(tonight(workspace))
    assert found is not None
    return found


def titles(workspace: Workspace) -> list[str]:
    """The titles of tonight's plan."""
    return [segment.title for segment in plan(workspace).segments]


def editing(house: Hall) -> tuple[QWidget, Editor]:
    """Tonight's plan on the table."""
    screen = house.show(Plans, house.ask(tonight))
    page = screen.findChild(Editor)
    assert isinstance(page, Editor)
    return screen, page


def choosing(screen: QWidget) -> ChoosingPage:
    """The plans to choose from."""
    found = screen.findChild(ChoosingPage)
    assert isinstance(found, ChoosingPage)
    return found


def words_of(widget: QWidget) -> list[str]:
    """Every label that can be seen."""
    return [label.words for label in widget.findChildren(Label) if label.isVisibleTo(widget) and label.words]


def row(page: Editor, at: int) -> SegmentRow:
    """A row of the list."""
    found = page.rows.rows[at]
    assert isinstance(found, SegmentRow)
    return found


def clocks(page: Editor) -> list[str]:
    """The clock times of the list."""
    return [one.accessibleName()[:5] for one in page.rows.rows]


def test_list_of_evenings_leads_to_their_plans(qtbot: QtBot, hall: Open) -> None:
    """Every evening to come with how its plan stands; Enter opens it, the way back leads to the list."""
    house = hall()
    screen = house.show(Plans)
    page = screen.findChild(ComingPage)
    assert isinstance(page, ComingPage)
    first, *_, last = page.rows.items
    assert (first.title, first.detail, first.side) == (
        "Lantern circle", "Thursday 20 November, 19:00. Topic circle", "Ready"
    )  # fmt: skip
    assert last.side == "No plan yet"
    assert page.rows.hasFocus()
    qtbot.keyClick(page.rows, Key.Key_Return)
    house.rest()
    editor = screen.findChild(Editor)
    assert isinstance(editor, Editor) and "Topic circle" in words_of(editor)
    editor.left.emit()
    house.rest()
    assert screen.findChild(ComingPage) is not None


def test_minutes_by_keyboard_move_the_clock(qtbot: QtBot, hall: Open) -> None:
    """Plus, minus, arrows and typing; clock times, the sum and the state of fit follow; each step is kept."""
    house = hall()
    _screen, page = editing(house)
    assert clocks(page) == ["19:00", "19:08", "19:28", "19:32", "20:07", "20:15", "20:25"]
    assert "90 of 90 minutes. Ends at 20:30." in words_of(page)
    stepper = row(page, 0).minutes
    stepper.setFocus()
    for key in (Key.Key_Plus, Key.Key_Up, Key.Key_Plus, Key.Key_Plus):
        qtbot.keyClick(stepper, key)
    house.rest()
    assert "4 minutes too long. Ends at 20:34." in words_of(page)
    assert clocks(page)[1] == "19:12"
    assert house.ask(plan).over == 4
    assert house.told.said[-1] == "Open and agree has 12 minutes now."
    stepper.selectAll()
    qtbot.keyClicks(stepper, "5")
    qtbot.keyClick(stepper, Key.Key_Return)
    house.rest()
    assert stepper.hasFocus()
    assert "3 minutes still free. Ends at 20:27." in words_of(page)


def test_plan_that_does_not_fit_is_made_to_fit(qtbot: QtBot, hall: Open) -> None:
    """Too long or too short, one press makes it fit and says what gave; it is offered only where something can give."""
    house = hall()
    _screen, page = editing(house)
    assert page.fit_button.isHidden()
    row(page, 1).minutes.setValue(30)
    house.rest()
    assert not page.fit_button.isHidden() and house.ask(plan).over == 10
    assert page.fit_button.accessibleDescription() == "Check-in round 30 to 24. Without Choose a topic."
    page.fit_button.setFocus()
    qtbot.keyClick(page.fit_button, Key.Key_Space)
    house.rest()
    assert house.ask(plan).over == 0 and "90 of 90 minutes. Ends at 20:30." in words_of(page)
    assert house.told.said[-1] == "Made to fit: Check-in round 30 to 24. Without Choose a topic."
    assert page.fit_button.isHidden() and not page.fit_button.hasFocus()
    page.take_back()
    house.rest()
    assert len(page.rows.rows) == 7 and house.ask(plan).over == 10 and not page.fit_button.isHidden()
    row(page, 1).minutes.setValue(5)
    house.rest()
    page.fit_button.click()
    house.rest()
    assert house.ask(plan).over == 0 and house.ask(plan).segments[3].minutes == 50
    for at in range(7):
        page.rows.picked.emit(at)
        page.side.give.chosen.emit(Give.FIXED)
    row(page, 0).minutes.setValue(20)
    house.rest()
    assert house.ask(plan).over == 12 and page.fit_button.isHidden()


def test_what_is_said_near_the_end_goes_along(hall: Open) -> None:
    """The word between the two who run it stays as far from the end of the talk, there and back again."""
    house = hall()
    _screen, page = editing(house)
    [before] = [line.minute for line in house.ask(plan).segments[3].lines if line.minute is not None]
    assert before == 33
    for minutes in (25, 4, 30, 35):
        row(page, 3).minutes.setValue(minutes)
        house.rest()
        [now] = [line.minute for line in house.ask(plan).segments[3].lines if line.minute is not None]
        assert now == max(0, minutes - 2)


def test_undo_takes_the_last_act_back(hall: Open) -> None:
    """The button above the plan; Ctrl+Z is the window's, as everywhere."""
    house = hall()
    _screen, page = editing(house)
    row(page, 3).minutes.stepUp()
    house.rest()
    assert house.ask(plan).over == 1
    page.undo_button.click()
    house.rest()
    assert house.ask(plan).over == 0
    assert row(page, 3).minutes.value() == 35


def test_undo_stays_with_this_plan(hall: Open) -> None:
    """Pressed on and on, it takes back what was done to this plan, and nothing that was done before or elsewhere."""
    house = hall()
    came = house.ask(lambda w: w.loose_ends.open(tonight(w).group_id))
    house.ask(lambda w: w.loose_ends.add(tonight(w), "Bring the big kettle."))
    screen, page = editing(house)
    assert not page.undo_button.isEnabled()
    for _step in range(2):
        row(page, 0).minutes.stepUp()
        house.rest()
    page.undo_button.setFocus()
    for _step in range(4):
        page.take_back()
        house.rest()
    assert [segment.minutes for segment in house.ask(plan).segments] == [8, 20, 4, 35, 8, 10, 5]
    assert len(house.ask(lambda w: w.loose_ends.open(tonight(w).group_id))) == len(came) + 1
    assert not page.undo_button.isEnabled() and not house.told.refused
    row(page, 0).minutes.stepUp()
    house.rest()
    house.ask(lambda w: w.loose_ends.add(tonight(w), "Ask about the key."))
    page.undone.emit()  # from a button that does not know yet
    house.rest()
    assert house.ask(plan).segments[0].minutes == 9 and not house.told.refused
    assert not page.undo_button.isEnabled()
    assert isinstance(screen, Plans)


def test_undo_of_a_new_segment_leaves_no_other_to_be_typed_into(hall: Open) -> None:
    """A segment that is taken back takes its fields along: what is typed next would be another one's title."""
    house = hall()
    _screen, page = editing(house)
    page.add.chosen.emit(SegmentKind.ROUND)
    house.rest()
    assert not page.side.details.isHidden() and len(page.rows.rows) == 8
    page.take_back()
    house.rest()
    assert page.side.details.isHidden() and len(page.rows.rows) == 7


def test_undo_key_in_a_field_is_for_what_was_typed_there(qtbot: QtBot, hall: Open) -> None:
    """Ctrl+Z takes typing back first; where nothing was typed, and in a number, it is left to the window."""
    house = hall()
    _screen, page = editing(house)
    page.add.chosen.emit(SegmentKind.ROUND)
    house.rest()
    title = page.side.details.title.edit
    press = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    for field, theirs in ((title, False), (page.side.details.turn, False), (row(page, 0).minutes, False)):
        press.ignore()
        QApplication.sendEvent(field, press)
        assert press.isAccepted() is theirs
    qtbot.keyClicks(title, "Tea")
    press.ignore()
    QApplication.sendEvent(title, press)
    assert press.isAccepted()


def test_order_by_keyboard_and_by_hand(qtbot: QtBot, hall: Open) -> None:
    """Alt with an arrow carries a row, and the keyboard goes along; the grip does the same for a hand."""
    house = hall()
    _screen, page = editing(house)
    before = house.ask(titles)
    page.rows.focus_row(2)
    qtbot.keyClick(row(page, 2), Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    house.rest()
    moved = [before[0], before[2], before[1], *before[3:]]
    assert house.ask(titles) == moved
    assert row(page, 1).hasFocus()
    [grip] = row(page, 6).findChildren(Grip)
    QTest.mousePress(grip, Qt.MouseButton.LeftButton)
    QTest.mouseMove(grip, grip.mapFromGlobal(row(page, 0).mapToGlobal(QPoint(20, 2))))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=grip.mapFromGlobal(row(page, 0).mapToGlobal(QPoint(20, 2))))
    house.rest()
    assert house.ask(titles) == [moved[6], *moved[:6]]


def test_segment_added_and_taken_out(qtbot: QtBot, hall: Open) -> None:
    """A kind chosen from words comes after the chosen segment, ready for its title; taking it out can be undone."""
    house = hall()
    screen, page = editing(house)
    page.rows.picked.emit(1)
    shown = page.add.open()
    assert [item.title for item in shown.rows.items][7] == "Something to do together"
    shown.rows.choose(7)
    qtbot.keyClick(shown.rows, Key.Key_Return)
    house.rest()
    added = house.ask(plan).segments[2]
    assert (added.title, added.kind, added.minutes) == ("Something to do together", SegmentKind.ACTIVITY, 15)
    title = page.side.details.title.edit
    assert title.hasFocus() and title.selectedText() == "Something to do together"
    qtbot.keyClicks(title, "Drawing")
    qtbot.keyClick(title, Key.Key_Return)
    house.rest()
    assert house.ask(titles)[2] == "Drawing"
    page.side.details.remove_button.click()
    house.rest()
    assert "Drawing" not in house.ask(titles)
    house.jobs.do(screen, Workspace.undo)
    house.rest()
    assert house.ask(titles)[2] == "Drawing"


def test_what_gives_when_late(hall: Open) -> None:
    """Shrink, drop or fixed is chosen by its mark; the rehearsal follows; endings offer no choice."""
    house = hall()
    _screen, page = editing(house)
    page.rows.picked.emit(2)
    said = words_of(page.side)
    assert "Talk together 35 to 29. Drop Choose a topic. Check-out round and Close stay as they are." in said
    page.side.give.chosen.emit(Give.FIXED)
    house.rest()
    assert house.ask(plan).segments[2].give is Give.FIXED
    assert not any("Drop Choose a topic" in words for words in words_of(page.side))
    page.rows.picked.emit(6)
    assert page.side.give.isHidden()
    assert "This part always stays whole, however late it gets." in words_of(page.side)


def test_turns_are_reckoned(hall: Open) -> None:
    """So many people at so long a turn, against the minutes there are."""
    house = hall()
    _screen, page = editing(house)
    page.rows.picked.emit(1)
    assert "9 people at 90 seconds is 14 of 20." in words_of(page.side)
    page.side.open_details()
    page.side.details.turn.setValue(180)
    house.rest()
    assert house.ask(plan).segments[1].per_person == 180
    page.side.details.left.emit()
    assert "9 people at 3 minutes take 27 minutes. There are 20." in words_of(page.side)


def test_words_are_changed_without_losing_who_leads(qtbot: QtBot, hall: Open) -> None:
    """Names are shown, placeholders are kept; what is added is added."""
    house = hall()
    _screen, page = editing(house)
    before = house.ask(plan).segments[0]
    assert "{lead}" in before.lines[0].text
    assert any("I’m Ruth, and this is Dev" in words for words in words_of(page.side))
    page.side.write_button.click()
    area = page.side.writing.area.edit
    assert area.hasFocus() and "I’m Ruth" in area.toPlainText()
    qtbot.keyClick(area, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(area, Key.Key_Return)
    qtbot.keyClicks(area, "(Light the lamp.)")
    page.side.writing.save()
    house.rest()
    after = house.ask(plan).segments[0]
    assert after.lines[:-1] == before.lines
    assert (after.lines[-1].kind, after.lines[-1].text) == (LineKind.DO, "Light the lamp.")
    assert "Light the lamp." in words_of(page.side)


def test_half_written_words_are_kept(hall: Open) -> None:
    """They are handed to the drafts, come back with their way, and are saved when another segment is looked at."""
    house = hall()
    screen, page = editing(house)
    page.rows.picked.emit(3)
    page.side.write_button.click()
    page.side.writing.area.set_text("Half a sen")
    house.drafting.flush()
    [kept] = house.ask(lambda w: w.drafts.list())
    assert (kept.place, kept.fields["words"], kept.fields["at"]) == ("plans/words", "Half a sen", "3")
    screen.close()
    house.drafting.start(house.ask(lambda w: w.drafts))
    way = house.drafting.pick_up("plans/words")
    assert way is not None
    page = house.show(Plans, way.show).findChild(Editor)
    assert isinstance(page, Editor)
    assert page.side.writing.area.text == "Half a sen"
    page.rows.picked.emit(0)
    house.rest()
    assert [line.text for line in house.ask(plan).segments[3].lines] == ["Half a sen"]


def test_half_written_words_stay_with_their_evening(hall: Open) -> None:
    """Gone to another plan meanwhile, they are saved where they were written, and stand nowhere else."""
    house = hall()
    screen, page = editing(house)
    other = house.ask(keep_one)
    page.rows.picked.emit(3)
    page.side.write_button.click()
    page.side.writing.area.set_text("Half a sen")
    screen.arrive(Go("plans", other.id))
    house.rest()
    [now] = [one for one in screen.findChildren(Editor) if one.isVisible()]
    assert "Quiet evening" in words_of(now) and now.side.writing.isHidden()
    assert [line.text for line in house.ask(plan).segments[3].lines] == ["Half a sen"]
    assert house.ask(lambda w: w.agendas.get(other.id)) == other


def test_what_was_typed_to_find_a_plan_is_for_that_evening(qtbot: QtBot, hall: Open) -> None:
    """Another evening begins with all its plans."""
    house = hall()
    first, second = [one.session for one in house.ask(lambda w: w.evenings.ahead()) if one.plan is None][:2]
    screen = house.show(Plans, first)
    qtbot.keyClicks(choosing(screen).finder.edit, "zz")
    screen.arrive(Go("plans", second))
    house.rest()
    assert choosing(screen).finder.text == "" and choosing(screen).lists


def test_who_leads_is_a_place_not_a_name(hall: Open) -> None:
    """The team is offered by name; first and second stay places, so that the plan works next time too."""
    house = hall()
    _screen, page = editing(house)
    page.side.open_details()
    lead = page.side.details.lead
    assert lead.menu.text() == "Ruth"
    lead.chosen.emit("{second}")
    house.rest()
    assert house.ask(plan).segments[0].leader == "{second}"
    assert row(page, 0).accessibleName().startswith("19:00, Open and agree")
    assert any(words.startswith("Dev. ") for words in words_of(row(page, 0)))


def unplanned(house: Hall) -> Session:
    """The first evening to come that has no plan."""
    return next(one.session for one in house.ask(lambda w: w.evenings.ahead()) if one.plan is None)


def test_plan_from_a_template(qtbot: QtBot, hall: Open) -> None:
    """An evening without a plan offers those that suit; Enter looks at one, Enter takes it, Undo gives it back."""
    house = hall()
    following = unplanned(house)
    screen = house.show(Plans, following)
    page = choosing(screen)
    said = words_of(page)
    assert "For this kind of group" in said and "Shorter, in one hour" in said
    assert [one.text() for one in page.findChildren(Button) if one.text().startswith("All other plans")] == [
        "All other plans (16)"]  # fmt: skip
    assert [len(rows.items) for rows in page.lists] == [1, 1]
    page.lists[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.lists[0], Key.Key_Return)
    house.rest()
    look = screen.findChild(PreviewPage)
    assert isinstance(look, PreviewPage)
    assert "Talk together" in words_of(look) and "90 of 90 minutes. Ends at 20:30." in words_of(look)
    assert house.ask(lambda w: w.agendas.of(following)) is None
    assert look.use_button.hasFocus()
    qtbot.keyClick(look.use_button, Key.Key_Return)
    house.rest()
    assert isinstance(screen.findChild(Editor), Editor)
    kept = house.ask(lambda w: w.agendas.of(following))
    assert kept is not None and kept.template == "mental-health-90"
    house.jobs.do(screen, Workspace.undo)
    house.rest()
    assert isinstance(screen.findChild(ChoosingPage), ChoosingPage)


def test_plan_looked_at_is_left_again(qtbot: QtBot, hall: Open) -> None:
    """Back from a plan leads to its row, wherever it stands."""
    house = hall()
    screen = house.show(Plans, unplanned(house))
    page = choosing(screen)
    [more] = [one for one in page.findChildren(Button) if one.text().startswith("All other plans")]
    qtbot.keyClick(more, Key.Key_Return)
    rows = page.lists[-1]
    assert rows.hasFocus() and len(rows.items) == 16
    qtbot.keyClick(rows, Key.Key_Down)
    qtbot.keyClick(rows, Key.Key_Return)
    house.rest()
    look = screen.findChild(PreviewPage)
    assert isinstance(look, PreviewPage)
    assert look.source == rows.items[1].key
    look.left.emit()
    house.rest()
    page = choosing(screen)
    assert page.lists[-1].hasFocus() and page.lists[-1].key == look.source


def test_plan_is_found_by_a_few_letters(qtbot: QtBot, hall: Open) -> None:
    """Typing finds any plan, folded away or not, one slip forgiven; Down goes to it, Escape shows all again."""
    house = hall()
    screen = house.show(Plans, unplanned(house))
    page = choosing(screen)
    page.finder.setFocus()
    qtbot.keyClicks(page.finder.edit, "greif")
    assert [[one.title for one in rows.items] for rows in page.lists] == [["Grief circle", "Grief circle, one hour"]]
    qtbot.keyClick(page.finder.edit, Key.Key_Down)
    assert page.lists[0].hasFocus()
    page.finder.setFocus()
    qtbot.keyClicks(page.finder.edit, "zz")
    assert page.lists == [] and "No plan is called that. Try fewer letters." in words_of(page)
    qtbot.keyClick(page.finder.edit, Key.Key_Escape)
    assert page.finder.text == "" and [len(rows.items) for rows in page.lists] == [1, 1]


def test_plan_of_another_length_is_made_to_fit(qtbot: QtBot, hall: Open) -> None:
    """What would give is said before the plan is chosen; the primary makes it fit, the other takes it as it is."""
    house = hall()
    following = unplanned(house)
    house.ask(lambda w: w.sessions.change(following, minutes=75))
    for as_it_is, total in ((False, 75), (True, 90)):
        screen = house.show(Plans, house.ask(lambda w: w.sessions.get(following.id)))
        page = choosing(screen)
        page.lists[0].setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(page.lists[0], Key.Key_Return)
        house.rest()
        look = screen.findChild(PreviewPage)
        assert isinstance(look, PreviewPage)
        assert "It is 15 minutes longer than the evening." in words_of(look)
        wanted = "Use it as it is" if as_it_is else "Use it, made to fit"
        [button] = [one for one in look.findChildren(Button) if one.text() == wanted]
        qtbot.keyClick(button, Key.Key_Space)
        house.rest()
        kept = house.ask(lambda w: w.agendas.of(following))
        assert kept is not None and kept.total == total
        house.ask(Workspace.undo)
        screen.close()


def test_shorter_cuts_come_first_for_one_hour(hall: Open) -> None:
    """What is as long as the evening stands first."""
    house = hall()
    following = unplanned(house)
    house.ask(lambda w: w.sessions.change(following, minutes=60))
    screen = house.show(Plans, house.ask(lambda w: w.sessions.get(following.id)))
    page = choosing(screen)
    assert [rows.items[0].title for rows in page.lists] == ["Topic circle, one hour", "Topic circle"]


def test_tonight_is_planned_like_last_time(qtbot: QtBot, hall: Open) -> None:
    """One press, as the keyboard stands on it; own words come along, and Undo gives the empty evening back."""
    house = hall()

    def held(workspace: Workspace) -> Session:
        draft = plan(workspace)
        own = replace(draft.segments[3], lines=(Line(LineKind.SAY, "Our own words"),))
        workspace.agendas.save(timing.change(draft, 3, own), tonight(workspace))
        workspace.sessions.counts.hold(tonight(workspace), Count(heads=9))
        return next(one for one in workspace.sessions.planned(
            tonight(workspace).group_id, workspace.clock.today() + timedelta(days=1),
            workspace.clock.today() + timedelta(days=30)) if workspace.agendas.of(one) is None)  # fmt: skip

    following = house.ask(held)
    house.ask(lambda w: w.sessions.change(following, minutes=80))
    screen = house.show(Plans, house.ask(lambda w: w.sessions.get(following.id)))
    page = choosing(screen)
    assert any(said.endswith("Made to fit: Without Choose a topic. Talk together 35 to 29.")
               for said in words_of(page))  # fmt: skip
    house.ask(Workspace.undo)
    screen = house.show(Plans, following)
    page = choosing(screen)
    assert "Thursday 20 November: Topic circle, 90 minutes. Your own words come along." in words_of(page)
    assert [one.text() for one in page.findChildren(Button) if one.hasFocus()] == ["Plan it like last time"]
    qtbot.keyClick(screen.focusWidget(), Key.Key_Return)
    house.rest()
    assert house.told.said[-1] == "The plan is the same as on Thursday 20 November."
    kept = house.ask(lambda w: w.agendas.ready(following))
    assert kept.segments[3].lines == (Line(LineKind.SAY, "Our own words"),)
    assert isinstance(screen.findChild(Editor), Editor)
    house.jobs.do(screen, Workspace.undo)
    house.rest()
    assert house.ask(lambda w: w.agendas.of(following)) is None


def test_empty_plan_is_built_up(qtbot: QtBot, hall: Open) -> None:
    """From nothing: the first step stands there, and it grows."""
    house = hall()
    house.ask(lambda w: w.agendas.bin(plan(w).id))
    screen = house.show(Plans, house.ask(tonight))
    page = choosing(screen)
    [begin] = [one for one in page.findChildren(Button) if one.text() == "Begin with an empty plan"]
    qtbot.keyClick(begin, Key.Key_Return)
    house.rest()
    editor = screen.findChild(Editor)
    assert isinstance(editor, Editor)
    assert "Nothing is planned yet" in words_of(editor)
    for kind in (SegmentKind.OPENING, SegmentKind.CHECK_IN, SegmentKind.CLOSING):
        editor.add.chosen.emit(kind)
    house.rest()
    assert house.ask(titles) == ["Opening", "Check-in round", "Closing"]
    assert clocks(editor) == ["19:00", "19:05", "19:20"]


def test_plan_is_kept_as_an_own_one(qtbot: QtBot, hall: Open) -> None:
    """Kept under a name and a line; the same name is refused in place, and may be put in its place."""
    house = hall()
    screen, page = editing(house)
    for again in (False, True):
        from_more(qtbot, page, "Keep it as one of your own plans")
        edit = page.keep_form.name.edit
        assert edit.hasFocus() and edit.selectedText() == page.keep_form.name.text
        qtbot.keyClicks(edit, "Quiet evening")
        qtbot.keyClick(edit, Key.Key_Tab)
        qtbot.keyClicks(screen.focusWidget(), "Shorter talk." if again else "When few come.")
        qtbot.keyClick(screen.focusWidget(), Key.Key_Return)
        house.rest()
        assert page.keep_form.isHidden() is not again
    assert page.keep_form.name.wrong.startswith("You have a plan of that name.")
    qtbot.keyClick(page.keep_form.replace_button, Key.Key_Space)
    house.rest()
    assert page.keep_form.isHidden()
    [kept] = house.ask(lambda w: w.agendas.templates())
    assert (kept.name, kept.summary, kept.total) == ("Quiet evening", "Shorter talk.", 90)
    assert house.ask(plan).name == "Topic circle"
    from_more(qtbot, page, "Take another plan")
    house.rest()
    assert "Your own plans" in words_of(choosing(screen))


def keep_one(workspace: Workspace) -> Agenda:
    """Tonight's plan as an own one."""
    workspace.agendas.keep(replace(plan(workspace), name="Quiet evening", summary="When few come."))
    [kept] = workspace.agendas.templates()
    return kept


def from_more(qtbot: QtBot, page: Editor, title: str) -> None:
    """Choose from the menu by keys."""
    page.more.setFocus()
    qtbot.keyClick(page.more, Key.Key_Return)
    [shown] = page.window().findChildren(PickList)
    for _n in range([item.title for item in shown.rows.items].index(title)):
        qtbot.keyClick(shown.rows, Key.Key_Down)
    qtbot.keyClick(shown.rows, Key.Key_Return)
    settle()


def test_own_plan_is_changed_named_and_taken_off(qtbot: QtBot, hall: Open) -> None:
    """By itself, tied to no evening: minutes, name and summary; the bin gives it back."""
    house = hall()
    kept = house.ask(keep_one)
    screen = house.show(Plans)
    [every] = [one for one in screen.findChildren(Button) if one.text() == "All plans"]
    qtbot.keyClick(every, Key.Key_Return)
    house.rest()
    own = choosing(screen).lists[0]
    assert [(one.title, one.detail, one.side) for one in own.items] == [
        ("Quiet evening", "When few come.", "90 minutes")]  # fmt: skip
    assert own.hasFocus()
    qtbot.keyClick(own, Key.Key_Return)
    house.rest()
    page = screen.findChild(Editor)
    assert isinstance(page, Editor)
    assert "One of your own plans, for any evening" in words_of(page) and "90 minutes in all." in words_of(page)
    assert clocks(page)[:2] == ["00:00", "00:08"]
    row(page, 3).minutes.stepUp()
    house.rest()
    [changed] = house.ask(lambda w: w.agendas.templates())
    assert (changed.id, changed.minutes, house.ask(plan).total) == (kept.id, 91, 90)
    from_more(qtbot, page, "Its name, and what it is for")
    assert page.keep_form.summary.text == "When few come."
    qtbot.keyClicks(page.keep_form.name.edit, "Winter evening")
    qtbot.keyClick(page.keep_form.name.edit, Key.Key_Return)
    house.rest()
    assert "Winter evening" in words_of(page)
    from_more(qtbot, page, "Take it off your own plans")
    house.rest()
    assert house.ask(lambda w: w.agendas.templates()) == ()
    assert [len(rows.items) for rows in choosing(screen).lists] == [10, 8]
    house.jobs.do(screen, Workspace.undo)
    house.rest()
    assert [one.name for one in house.ask(lambda w: w.agendas.templates())] == ["Winter evening"]


def test_any_plan_becomes_an_own_one(qtbot: QtBot, hall: Open) -> None:
    """All plans can be looked at without an evening; a copy is one's own, under a name that is free."""
    house = hall()
    house.ask(lambda w: w.agendas.keep(replace(plan(w), name="Recovery discussion")))
    screen = house.show(Plans)
    coming = screen.findChild(ComingPage)
    assert isinstance(coming, ComingPage)
    coming.browsing.emit()
    house.rest()
    page = choosing(screen)
    assert [len(rows.items) for rows in page.lists] == [1, 10, 8]
    qtbot.keyClick(page.lists[1], Key.Key_Home)
    qtbot.keyClick(page.lists[1], Key.Key_Return)
    house.rest()
    look = screen.findChild(PreviewPage)
    assert isinstance(look, PreviewPage) and look.use_button.text() == "Make it one of your own"
    qtbot.keyClick(look.use_button, Key.Key_Return)
    house.rest()
    editor = screen.findChild(Editor)
    assert isinstance(editor, Editor) and "Recovery discussion 2" in words_of(editor)
    assert [one.name for one in house.ask(lambda w: w.agendas.templates())] == [
        "Recovery discussion", "Recovery discussion 2"]  # fmt: skip
    qtbot.keyClick(editor.use_button, Key.Key_Return)
    house.rest()
    assert [len(rows.items) for rows in choosing(screen).lists] == [2, 10, 8]
    choosing(screen).left.emit()
    house.rest()
    assert isinstance(screen.findChild(ComingPage), ComingPage)


def test_found_plans_and_all_plans_are_gone_to(hall: Open) -> None:
    """What the search found shows; so do all plans, by their own way."""
    house = hall()
    kept = house.ask(keep_one)
    screen = house.show(Plans, Hit("agenda", kept.id, kept.name))
    assert "Quiet evening" in words_of(screen)
    house.ask(lambda w: w.agendas.bin(kept.id))
    house.jobs.changed.emit(Change(areas=frozenset({"agendas"})))
    house.rest()
    assert house.told.refused == [] and [len(rows.items) for rows in choosing(screen).lists] == [10, 8]
    house.ask(Workspace.undo)
    [way] = Plans.ways()
    screen.arrive(way.go)
    house.rest()
    assert [len(rows.items) for rows in choosing(screen).lists] == [1, 10, 8]


def test_half_written_words_of_an_own_plan_are_kept(hall: Open) -> None:
    """They come back with their way, to the own plan and no evening."""
    house = hall()
    kept = house.ask(keep_one)
    screen = house.show(Plans, kept.id)
    page = screen.findChild(Editor)
    assert isinstance(page, Editor)
    page.rows.picked.emit(3)
    page.side.write_button.click()
    page.side.writing.area.set_text("Half a sen")
    house.drafting.flush()
    screen.close()
    house.drafting.start(house.ask(lambda w: w.drafts))
    way = house.drafting.pick_up("plans/words")
    assert way is not None
    page = house.show(Plans, way.show).findChild(Editor)
    assert isinstance(page, Editor) and "Quiet evening" in words_of(page)
    assert page.side.writing.area.text == "Half a sen"
    page.rows.picked.emit(0)
    house.rest()
    [changed] = house.ask(lambda w: w.agendas.templates())
    assert [line.text for line in changed.segments[3].lines] == ["Half a sen"]


# ---------------------------------------------------------------- words to say, and what to have ready
def test_words_from_the_library_are_put_in_and_taken_out(qtbot: QtBot, hall: Open) -> None:
    """Several, each read first with how long it takes; all by keyboard, each kept, each undone."""
    house = hall()
    screen, page = editing(house)
    before = house.ask(plan).segments[0]
    page.side.borrow_button.setFocus()
    qtbot.keyClick(page.side.borrow_button, Key.Key_Return)
    borrowing = page.side.borrowing
    assert borrowing.rows.hasFocus()
    assert [(one.title, one.detail) for one in borrowing.rows.items] == [
        ("Opening, two minutes", "In this part"), ("Opening, five minutes", ""), ("The first meeting", ""),
        ("Limits of confidentiality, adults", "In this part"), ("The newcomer’s minute", ""),
        ("Welcome for a newcomer", ""),
    ]  # fmt: skip
    qtbot.keyClick(borrowing.rows, Key.Key_End)
    settle()
    assert len(words_of(borrowing.saying)) == 4
    assert "40 seconds" in words_of(borrowing)
    qtbot.keyClick(borrowing.put_button, Key.Key_Return)
    house.rest()
    welcome = house.library.script("welcome")
    assert house.ask(plan).segments[0].lines == before.lines + welcome.lines
    assert house.told.said[-1] == "Welcome for a newcomer was put in."
    assert borrowing.rows.items[-1].detail == "In this part"
    assert borrowing.rows.hasFocus()
    qtbot.keyClick(borrowing.take_button, Key.Key_Return)
    house.rest()
    assert house.ask(plan).segments[0].lines == before.lines
    house.jobs.do(screen, Workspace.undo)
    house.rest()
    assert house.ask(plan).segments[0].lines == before.lines + welcome.lines


def test_words_that_take_longer_than_their_part_are_told(hall: Open) -> None:
    """In marigold, in words, as soon as the minutes are too few."""
    house = hall()
    _screen, page = editing(house)
    assert not any("aloud. This part has" in words for words in words_of(page.side))
    row(page, 0).minutes.setValue(1)
    page.rows.picked.emit(0)
    house.rest()
    page.side.borrow_button.click()
    page.side.borrowing.rows.choose("opening-long")
    page.side.borrowing.rows.picked.emit("opening-long")
    assert page.side.borrowing.put_button.text() == "Put these in its place"
    page.side.borrowing.put_button.click()
    house.rest()
    page.side.borrowing.left.emit()
    assert "The words take 2 minutes aloud. This part has 1." in words_of(page.side)
    assert "The words take longer." in words_of(row(page, 0))
    assert row(page, 0).accessibleName().endswith("The words take longer.")
    assert "The words take longer." not in words_of(row(page, 1))


def test_limits_that_are_missing_are_told_and_put_in(qtbot: QtBot, hall: Open) -> None:
    """Out of the opening they are missed at once; one press puts those of this group back."""
    house = hall()
    screen, page = editing(house)
    before = house.ask(plan)
    assert page.limits.isHidden()
    page.side.write_button.click()
    page.side.writing.area.set_text("Hello, all of you.")
    page.side.writing.save()
    house.rest()
    assert "The limits of confidentiality are not said in this plan." in words_of(page)
    qtbot.keyClick(page.limits.put_button, Key.Key_Return)
    house.rest()
    assert page.limits.isHidden()
    limits = house.library.script("limits-adult")
    assert house.ask(plan).segments[0].lines == (Line(LineKind.SAY, "Hello, all of you."), *limits.lines)
    for _n in range(2):
        house.jobs.do(screen, Workspace.undo)
    house.rest()
    assert house.ask(plan) == before


def test_what_to_have_ready_is_typed_with_commas(qtbot: QtBot, hall: Open) -> None:
    """A part's things are kept one by one, and stand on the run sheet to tick."""
    house = hall()
    _screen, page = editing(house)
    page.rows.picked.emit(3)
    page.side.open_details()
    ready = page.side.details.ready
    before = house.ask(plan).segments[3].materials
    ready.setFocus()
    page.side.details.title.setFocus()
    house.rest()
    assert house.ask(plan).segments[3].materials == before  # leaving it as it was changes nothing
    ready.edit.setFocus()
    ready.edit.selectAll()
    qtbot.keyClicks(ready.edit, "Pens,  big paper ,, pens")
    qtbot.keyClick(ready.edit, Key.Key_Return)
    house.rest()
    assert house.ask(plan).segments[3].materials == ("Pens", "big paper", "pens")


def test_who_leads_follows_the_rota(hall: Open) -> None:
    """Whoever the rota names for that evening stands in the plan; the plan itself keeps the place."""
    house = hall()

    def swap(workspace: Workspace) -> None:
        people = {one.name: one.id for one in workspace.facilitators.all()}
        workspace.rota.set(tonight(workspace), Role.LEAD, True, people["Dev"])

    house.ask(swap)
    _screen, page = editing(house)
    assert any(words.startswith("Dev") for words in words_of(row(page, 0)))
    assert any("I’m Dev" in words for words in words_of(page.side))
    page.side.open_details()
    assert page.side.details.lead.menu.text() == "Dev"
    assert house.ask(plan).segments[0].leader == "{lead}"


def test_plan_leads_back_to_its_evening(hall: Open) -> None:
    """The primary goes to Tonight with this evening."""
    house = hall()
    _screen, page = editing(house)
    page.use_button.click()
    assert house.told.went == [Go("tonight", house.ask(tonight))]


def test_plan_of_an_evening_that_is_over_is_only_shown(hall: Open) -> None:
    """What happened stays as it is."""
    house = hall()
    house.ask(lambda w: w.sessions.counts.hold(tonight(w), Count(heads=9)))
    _screen, page = editing(house)
    assert "This evening is over or cancelled." in words_of(page)
    assert not row(page, 0).minutes.isEnabled()
    assert page.use_button.hasFocus()  # not what happens to come next in the window
    assert page.use_button.words == "Go to this evening"  # there is nothing to use it for


def test_plan_of_a_circle_that_sits_leads_back_to_it(hall: Open) -> None:
    """It runs by the plan already: the way on is the circle, not the plan."""
    house = hall()
    house.ask(lambda w: w.sessions.counts.save(tonight(w), Count(heads=9)))
    house.ask(lambda w: w.runs.begin(tonight(w)))
    _screen, page = editing(house)
    assert "This circle has begun." in words_of(page) and not page.undo_button.isEnabled()
    assert page.use_button.words == "Back to the circle"


def test_nothing_to_plan_leads_to_the_first_group(hall: Open) -> None:
    """Without a group, and without a day, the first step is one press."""
    house = hall(furnished=False)
    screen = house.show(Plans)
    assert screen.findChild(Empty) is not None
    [step] = [one for one in screen.findChildren(Button) if one.text() == "Make a group"]
    step.click()
    house.jobs.do(screen, lambda w: w.groups.save(GroupDraft(name="Harbour")))
    house.rest()
    [step] = [one for one in screen.findChildren(Button) if one.text() == "Say when it meets"]
    step.click()
    group = house.ask(lambda w: w.groups.named("Harbour"))
    assert house.told.went == [Go("groups", "new"), Go("groups", (group.id, "meetings", "new"))]


def test_long_evening_has_fewer_ticks(hall: Open) -> None:
    """Six hours to scale: the strip stays readable, and the list scrolls with the page."""
    house = hall()

    def stretch(workspace: Workspace) -> None:
        workspace.sessions.change(tonight(workspace), minutes=360)
        session = tonight(workspace)
        draft: AgendaDraft = plan(workspace)
        for at in range(7):
            draft = timing.resize(draft, at, 50)
        workspace.agendas.save(draft, session)

    house.ask(stretch)
    _screen, page = editing(house)
    settle()
    assert "10 minutes still free. Ends at 00:50." in words_of(page)


def test_fit_to_be_used(qapp: QApplication, theme: Theme, hall: Open, tokens: Tokens) -> None:
    """Nothing cut, small or nameless, in every theme: the list, the choice, the plan, its words and its details."""
    house = hall()
    zooms = (1.0, 2.0)
    faults = audit_zooms(house.show(Plans), theme, qapp, zooms, tokens)
    screen, page = editing(house)
    faults += audit_zooms(screen, theme, qapp, zooms, tokens)
    page.side.write_button.click()
    faults += audit_zooms(screen, theme, qapp, zooms, tokens)
    page.side.open_details()
    faults += audit_zooms(screen, theme, qapp, zooms, tokens)
    page.side.borrow_button.click()
    faults += audit_zooms(screen, theme, qapp, zooms, tokens)
    page.keep_form.open("Quiet evening")
    page.keep_form.taken(True)
    faults += audit_zooms(screen, theme, qapp, zooms, tokens)
    page.other.emit()
    house.rest()
    faults += audit_zooms(screen, theme, qapp, zooms, tokens)
    page_of_plans = choosing(screen)
    page_of_plans.looked.emit(page_of_plans.lists[1].items[0].key)
    house.rest()
    faults += audit_zooms(screen, theme, qapp, zooms, tokens)
    assert faults == []
