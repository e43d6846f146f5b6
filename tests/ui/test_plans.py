"""Plans: the list, a plan to start from, and one plan changed by keyboard with everything following."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.evening import timing
from facilitator.model.agenda import Agenda, AgendaDraft, Give, LineKind, SegmentKind
from facilitator.model.group import GroupDraft
from facilitator.model.session import Count, Session
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms, settle
from tests.ui.evenings import Hall
from ui.go import Go
from ui.screens.plans import Plans
from ui.screens.plans.choosing_page import ChoosingPage
from ui.screens.plans.coming_page import ComingPage
from ui.screens.plans.editor import Editor
from ui.screens.plans.segment_row import SegmentRow
from ui.theme import Theme, Tokens
from ui.widgets import Button, Empty, Label
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


def test_plan_from_a_template(qtbot: QtBot, hall: Open) -> None:
    """An evening without a plan offers those that suit; Enter takes one, Undo gives it back."""
    house = hall()
    following = house.ask(lambda w: w.evenings.ahead())[3].session
    screen = house.show(Plans, following)
    page = screen.findChild(ChoosingPage)
    assert isinstance(page, ChoosingPage)
    said = words_of(page)
    assert "For this kind of group" in said and "The group’s own" in said and "Other plans" in said
    qtbot.keyClick(screen.focusWidget(), Key.Key_Return)
    house.rest()
    assert isinstance(screen.findChild(Editor), Editor)
    kept = house.ask(lambda w: w.agendas.of(following))
    assert kept is not None and kept.template == "mental-health-90"
    house.jobs.do(screen, Workspace.undo)
    house.rest()
    assert isinstance(screen.findChild(ChoosingPage), ChoosingPage)


def test_empty_plan_is_built_up(qtbot: QtBot, hall: Open) -> None:
    """From nothing: the first step stands there, and it grows."""
    house = hall()
    house.ask(lambda w: w.agendas.bin(plan(w).id))
    screen = house.show(Plans, house.ask(tonight))
    page = screen.findChild(ChoosingPage)
    assert isinstance(page, ChoosingPage)
    page.chosen.emit(AgendaDraft(name="Our own plan", minutes=90))
    house.rest()
    editor = screen.findChild(Editor)
    assert isinstance(editor, Editor)
    assert "Nothing is planned yet" in words_of(editor)
    for kind in (SegmentKind.OPENING, SegmentKind.CHECK_IN, SegmentKind.CLOSING):
        editor.add.chosen.emit(kind)
    house.rest()
    assert house.ask(titles) == ["Opening", "Check-in round", "Closing"]
    assert clocks(editor) == ["19:00", "19:05", "19:20"]


def test_plan_is_kept_for_the_group(qtbot: QtBot, hall: Open) -> None:
    """Kept under its name, and offered the next time; keeping it again does not make two."""
    house = hall()
    screen, page = editing(house)
    group = house.ask(tonight).group_id
    for name in ("Quiet evening", ""):
        page.more.chosen.emit("keep")
        edit = page.keep_form.name.edit
        assert edit.hasFocus() and edit.selectedText() == page.keep_form.name.text
        qtbot.keyClicks(edit, name)
        qtbot.keyClick(edit, Key.Key_Return)
        house.rest()
    assert [one.name for one in house.ask(lambda w: w.agendas.kept(group))] == ["Quiet evening"]
    assert house.ask(plan).name == "Quiet evening"
    page.more.chosen.emit("other")
    house.rest()
    choosing = screen.findChild(ChoosingPage)
    assert isinstance(choosing, ChoosingPage)
    assert "The group’s own" in words_of(choosing)
    choosing.left.emit()
    house.rest()
    page = screen.findChild(Editor)
    assert isinstance(page, Editor)
    page.more.chosen.emit("drop")
    house.rest()
    assert house.ask(lambda w: w.agendas.kept(group)) == ()


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
    page.other.emit()
    house.rest()
    faults += audit_zooms(screen, theme, qapp, zooms, tokens)
    assert faults == []
