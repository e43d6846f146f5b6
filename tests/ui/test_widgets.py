"""The shared widgets: what they are to a screen reader, what their keys do, and what they tell."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator import i18n
from facilitator.model.agenda import Give
from tests.ui.audit import audit, audit_zooms, settle
from ui.theme import Theme, Tokens
from ui.widgets import (
    STRETCH,
    AreaField,
    Button,
    CheckRow,
    Chip,
    ChoiceBar,
    ChoiceField,
    Confirm,
    EmergencyCard,
    Empty,
    FocusRing,
    FoundGroup,
    Grip,
    IconButton,
    Label,
    ListRow,
    MenuButton,
    Notice,
    NoticeBar,
    Page,
    PassphraseField,
    Progress,
    RadioCard,
    Reason,
    RowItem,
    RowList,
    RowStack,
    SearchPanel,
    SegmentStrip,
    Stepper,
    TextField,
    across,
    box,
    down,
)
from ui.widgets.gallery import show_all
from ui.widgets.segments import Part, said_in
from ui.widgets.text import words_width

Role = QAccessible.Role


def heard(widget: QWidget) -> tuple[Role, str]:
    """What a screen reader is told of a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role(), interface.text(QAccessible.Text.Name)


def state(widget: QWidget) -> Any:
    """The states a screen reader is told."""
    return QAccessible.queryAccessibleInterface(widget).state()


def show(qtbot: QtBot, widget: QWidget, width: int = 900, height: int = 600) -> QWidget:
    """Put a widget on the screen."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    settle()
    return widget


def test_every_control_is_known_to_screen_readers(qtbot: QtBot, theme: Theme) -> None:
    """Painted controls are real ones: they have the role, the name and the state of what they are."""
    button = Button(theme, "Save & go")
    assert heard(button) == (Role.Button, "Save & go")
    button.off("Type a name first.")
    assert state(button).disabled
    assert QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Description) == "Type a name first."
    assert heard(IconButton(theme, "lock", "Lock  Ctrl+L")) == (Role.Button, "Lock")
    tick = CheckRow(theme, "Tissues in reach", True)
    assert heard(tick) == (Role.CheckBox, "Tissues in reach") and state(tick).checked
    card = RadioCard(theme, "Mill Lane circles", "Opened last on Thursday", True)
    assert heard(card) == (Role.RadioButton, "Mill Lane circles") and state(card).checked
    assert heard(Chip(theme, "Sleep", True, 4)) == (Role.CheckBox, "Sleep, 4")
    assert heard(Stepper(theme, 8, "Minutes of Welcome"))[0] == Role.SpinBox
    assert heard(EmergencyCard(theme)) == (Role.Button, "Emergency card")
    assert heard(TextField(theme, "Place").edit) == (Role.EditableText, "Place")
    assert heard(MenuButton(theme, (("a4", "A4"),), "a4", name="Paper")) == (Role.Button, "Paper: A4")
    people = RowList(theme, "Members")
    people.show_items((RowItem(1, "Joan", "Since March"), RowItem(2, "Dev")))
    assert heard(people) == (Role.List, "Members, 2")
    row = QAccessible.queryAccessibleInterface(people).child(0)
    assert row.text(QAccessible.Text.Name) == "Joan, Since March"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_press(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    """Space and Enter press whatever has the focus."""
    pressed: list[str] = []
    for widget in (Button(theme, "Start"), IconButton(theme, "close", "Close"), Chip(theme, "Sleep")):
        qtbot.addWidget(widget)
        name = type(widget).__name__
        widget.clicked.connect(lambda _on=False, name=name: pressed.append(name))
        qtbot.keyClick(widget, key)
    assert pressed == ["Button", "IconButton", "Chip"]
    tick = CheckRow(theme, "Keys")
    qtbot.addWidget(tick)
    qtbot.keyClick(tick, key)
    assert tick.isChecked()


def test_whole_tick_row_is_pressed(qtbot: QtBot, theme: Theme) -> None:
    """A click far from the box ticks too."""
    tick = CheckRow(theme, "Tissues in reach")
    show(qtbot, tick, 600, 44)
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(580, 40))
    assert tick.isChecked()


def test_button_says_why_it_is_off_and_what_it_does(qtbot: QtBot, theme: Theme) -> None:
    """Off shows its reason beside it; busy takes no second press and gives its words back."""
    button = Button(theme, "Save", "primary")
    reason = Reason(theme, button)
    frame = box(across(theme, button, (reason, 1)))
    show(qtbot, frame)
    assert reason.isHidden()
    button.off("Type a name first.")
    assert (reason.words, reason.isHidden()) == ("Type a name first.", False)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == []
    button.on()
    assert reason.isHidden()
    button.busy("Saving")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (pressed, heard(button)[1]) == ([], "Saving")
    button.rest()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (pressed, button.words) == ([True], "Save")


def test_narrow_button_grows_instead_of_cutting(qtbot: QtBot, theme: Theme) -> None:
    """Words that have no room on one line take two."""
    button = Button(theme, "Look round with a sample group", "plain", "groups")
    frame = box(down(theme, button))
    show(qtbot, frame, 190, 300)
    assert button.height() > 44
    assert audit(frame, theme) == []


def test_what_does_not_fit_a_line_is_said(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    """A paste that is cut says so at the field, until somebody types; what fits goes in without a word."""
    field = TextField(theme, "Name")
    qtbot.addWidget(field)
    field.edit.insert("x" * 200)
    assert not field.wrong
    field.edit.clear()
    qapp.clipboard().setText("x" * 10_000)
    field.edit.paste()
    qtbot.waitUntil(lambda: field.wrong == "Only 200 characters fit here. The rest was left out.")
    assert len(field.text) == 200
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert not field.wrong


def test_refused_field_says_what_to_type(qtbot: QtBot, theme: Theme) -> None:
    """A refusal is shown below, told to screen readers, and taken back by typing."""
    field = TextField(theme, "Start", "25:90", "When the circle begins.")
    show(qtbot, field, 400, 200)
    field.refuse("That is not a time. Try 19:00.")
    interface = QAccessible.queryAccessibleInterface(field.edit)
    assert interface.text(QAccessible.Text.Description) == "That is not a time. Try 19:00."
    assert field.edit.property("wrong") is True
    qtbot.keyClicks(field.edit, "1")
    assert field.wrong == ""
    assert interface.text(QAccessible.Text.Description) == "When the circle begins."


def test_area_grows_with_its_words(qtbot: QtBot, theme: Theme) -> None:
    """A text box is as high as its words."""
    area = AreaField(theme, "Note")
    show(qtbot, area, 400, 500)
    before = area.edit.height()
    area.set_text("\n".join("line" for _ in range(9)))
    settle()
    assert area.edit.height() > before * 1.8


def test_choices_tell_once(qtbot: QtBot, theme: Theme) -> None:
    """Choosing by hand tells; choosing by code does not."""
    told: list[object] = []
    bar = ChoiceBar(theme, [("a", "Fixed"), ("b", "Shrink")], "a", name="If time runs short", gives=tuple(Give))
    bar.chosen.connect(told.append)
    show(qtbot, bar, 400, 60)
    bar.choose("b")
    assert (bar.value, told) == ("b", [])
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    qtbot.mouseClick(bar.childAt(QPoint(60, 20)), Qt.MouseButton.LeftButton)
    assert (bar.value, told) == ("a", ["a"])
    menu = ChoiceField(theme, "Paper", [("a4", "A4"), ("letter", "US Letter")], "a4")
    menu.chosen.connect(told.append)
    show(qtbot, menu, 400, 300)
    shown = menu.menu.open()
    assert [(item.title, item.icon) for item in shown.rows.items] == [("A4", "check"), ("US Letter", "blank")]
    assert audit(menu, theme) == []
    qtbot.keyClick(shown.rows, Qt.Key.Key_Down)
    qtbot.keyClick(shown.rows, Qt.Key.Key_Return)
    assert (menu.value, told[1:], shown.isVisible()) == ("letter", ["letter"], False)
    again = menu.menu.open()
    qtbot.keyClick(again.rows, Qt.Key.Key_Up)
    qtbot.keyClick(again.rows, Qt.Key.Key_Escape)
    assert (menu.value, again.isVisible()) == ("letter", False)


def test_choice_bar_moves_with_arrows(qtbot: QtBot, theme: Theme) -> None:
    """Arrows move inside the bar, as in any group of radio buttons."""
    bar = ChoiceBar(theme, [("a", "One"), ("b", "Two")], "a", name="Which")
    show(qtbot, bar, 400, 60)
    first, second = bar.childAt(QPoint(30, 20)), bar.childAt(QPoint(370, 20))
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert bar.value == "b"
    assert [bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) for part in (first, second)] == [False, True]


def test_stepper_keys_halves_and_wheel(qtbot: QtBot, theme: Theme) -> None:
    """Plus, minus, arrows and halves step; its limits hold; a wheel over it changes nothing."""
    stepper = Stepper(theme, 20, "Minutes", least=0, most=60, step=5, unit=" min")
    show(qtbot, stepper, 160, 44)
    width = stepper.width()
    qtbot.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=QPoint(width - 10, 20))
    assert stepper.value() == 25
    qtbot.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=QPoint(10, 20))
    qtbot.keyClick(stepper, Qt.Key.Key_Minus)
    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    qtbot.keyClick(stepper, Qt.Key.Key_Plus)
    assert stepper.value() == 25
    stepper.setValue(600)
    assert stepper.value() == 60


def test_number_typed_takes_the_place_of_the_one_there(qtbot: QtBot, theme: Theme) -> None:
    """However the field came to the keyboard: a 7 typed where a 6 stands is 7, never 76."""
    stepper, other = Stepper(theme, 6, "How many", unit=" min"), Button(theme, "Other")
    window = show(qtbot, box(down(theme, other, stepper)), 300, 120)
    window.activateWindow()
    for typed in (7, 8):
        other.setFocus()
        if typed == 7:
            stepper.setFocus()
        else:
            qtbot.mouseClick(stepper.lineEdit(), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: stepper.lineEdit().hasSelectedText())
        qtbot.keyClicks(stepper, str(typed))
        other.setFocus()
        assert stepper.value() == typed


@pytest.mark.parametrize(("typed", "becomes"), [("30", 15), ("7", 7), ("0", 2), ("", 3), ("9999", 15)])
def test_number_beyond_the_range_becomes_the_nearest(qtbot: QtBot, theme: Theme, typed: str, becomes: int) -> None:
    """It is never refused letter by letter, nor put back to what it was without a word."""
    stepper, other = Stepper(theme, 3, "Minutes", least=2, most=15, unit=" min"), Button(theme, "Other")
    window = show(qtbot, box(down(theme, stepper, other)), 300, 120)
    window.activateWindow()
    stepper.setFocus()
    stepper.selectAll()
    qtbot.keyClick(stepper, Qt.Key.Key_Backspace)
    qtbot.keyClicks(stepper, typed)
    other.setFocus()
    assert (stepper.value(), stepper.text()) == (becomes, f"{becomes} min")


def test_a_space_inside_a_typed_name_opens_nothing(qtbot: QtBot, theme: Theme) -> None:
    """Typing "the o" finds The Old Boathouse; a space pressed by itself opens the row."""
    rows, opened = RowList(theme, "Venues"), list[object]()
    rows.show_items([RowItem(n, name) for n, name in enumerate(("Hall", "The Mill", "The Old Boathouse"))])
    rows.opened.connect(opened.append)
    show(qtbot, rows, 300, 300)
    qtbot.keyClicks(rows, "the o")
    assert (rows.key, opened) == (2, [])
    qtbot.wait(QApplication.keyboardInputInterval() + 50)
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert opened == [2]


@pytest.mark.parametrize(("high", "scrolls"), [(600, False), (300, True)])
def test_list_of_a_button_wraps_no_word_that_has_room(qtbot: QtBot, theme: Theme, high: int, scrolls: bool) -> None:
    """It is as wide as its longest row, beside its bar where it has one; all is seen where there is room."""
    places = ("Tonight", "Groups", "Plans", "Print", "Safe-keeping", "Settings")
    button = MenuButton(theme, tuple((name, name) for name in places), "Plans", name="Places")
    window = show(qtbot, box(down(theme, button, STRETCH)), 700, high)
    shown = button.open()
    settle()
    rows = shown.rows
    assert rows.heights() == [theme.px(44)] * len(places)
    assert rows.verticalScrollBar().isVisible() is scrolls
    window.resize(700, 200)
    settle()
    window.resize(700, high)
    settle()
    assert rows.verticalScrollBar().isVisible() is scrolls  # also after there was less room for a moment
    shown.shut()
    assert window.isVisible()


def test_what_has_the_keyboard_stays_in_sight_when_room_is_taken(qtbot: QtBot, theme: Theme) -> None:
    """A notice that comes up at the foot pushes nothing under itself."""
    page, bar = Page(theme), NoticeBar(theme)
    for n in range(12):
        page.body.put(Button(theme, str(n)))
    window = show(qtbot, box(down(theme, (page, 1), bar)), 500, 400)
    window.activateWindow()
    low = page.findChildren(Button)[7]
    low.setFocus()
    assert low.visibleRegion().boundingRect().height() == low.height()
    bar.tell("Saved.", can_undo=True)
    settle()
    assert low.visibleRegion().boundingRect().height() == low.height()


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.1, 1.25, 2.0])
@pytest.mark.parametrize("text", ["", "By the window", "a\nb\nc", "one two three four five six " * 20])
def test_area_is_as_high_as_its_words(
    qapp: QApplication, qtbot: QtBot, theme: Theme, zoom: float, text: str
) -> None:
    """One line or many, at every zoom: nothing to scroll, and no handle."""
    theme.use(qapp, zoom=zoom)
    for lines in (1, 3):
        field = AreaField(theme, "First aid", text, lines=lines)
        show(qtbot, field, round(420 * zoom), 400)
        bar = field.edit.verticalScrollBar()
        assert (bar.maximum(), bar.isVisible()) == (0, False)
    theme.use(qapp, zoom=1)


def test_keyboard_comes_back_to_what_was_busy(qtbot: QtBot, theme: Theme) -> None:
    """While its work runs no other button is handed the focus, so a second Enter presses nothing."""
    first, second = Button(theme, "Print"), Button(theme, "Shred")
    pressed: list[str] = []
    for button in (first, second):
        button.clicked.connect(lambda _on=False, button=button: pressed.append(button.words))
    window = show(qtbot, box(down(theme, first, second)), 300, 120)
    window.activateWindow()
    first.setFocus()
    first.busy("Printing")
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return)
    assert pressed == []
    first.rest()
    assert first.hasFocus()
    first.busy("Printing")
    second.setFocus()
    first.rest()
    assert second.hasFocus()


def test_stepper_mirrors(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """Less stands where reading begins."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    stepper = Stepper(theme, 20, "Minutes")
    show(qtbot, stepper, 160, 44)
    qtbot.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=QPoint(10, 20))
    assert stepper.value() == 21


def test_rows_move_choose_and_open(qtbot: QtBot, theme: Theme) -> None:
    """Arrows choose, Enter and a click open, and the chosen row stays chosen through a new list."""
    rows = RowList(theme, "Members")
    picked: list[object] = []
    opened: list[object] = []
    rows.picked.connect(picked.append)
    rows.opened.connect(opened.append)
    rows.show_items([RowItem(n, f"Person {n}") for n in range(5)])
    show(qtbot, rows, 400, 300)
    rows.choose(1)
    assert (rows.key, picked) == (1, [])
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert (rows.key, picked, opened) == (2, [2], [2])
    rows.show_items([RowItem(n, f"Person {n}") for n in (9, 2)])
    assert (rows.key, heard(rows)[1], picked) == (2, "Members, 2", [2])


def test_stack_of_rows_moves_with_arrows(qtbot: QtBot, theme: Theme) -> None:
    """Up and down move between rows that carry controls; Enter chooses."""
    stack = RowStack(theme, "Segments")
    rows = [ListRow(theme, name, across(theme, Label(theme, name))) for name in ("One", "Two", "Three")]
    stack.show_rows(rows, 0)
    picked: list[int] = []
    stack.picked.connect(picked.append)
    show(qtbot, stack, 400, 300)
    stack.activateWindow()
    rows[0].setFocus()
    qtbot.waitUntil(rows[0].hasFocus)
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    assert rows[1].hasFocus()
    assert (picked, [row.chosen for row in rows]) == ([1], [False, True, False])


def test_rows_are_moved_by_keys_and_by_hand(qtbot: QtBot, theme: Theme) -> None:
    """Alt and an arrow, or the handle dragged, ask for another order; nothing moves by itself."""
    stack = RowStack(theme, "Segments", movable=True)
    names = ("One", "Two", "Three", "Four")
    rows = [ListRow(theme, name, across(theme, Grip(theme, name), Label(theme, name))) for name in names]
    stack.show_rows(rows)
    moved: list[tuple[int, int]] = []
    stack.moved.connect(lambda at, to: moved.append((at, to)))
    show(qtbot, stack, 400, 240)
    stack.activateWindow()
    stack.focus_row(1)
    qtbot.waitUntil(rows[1].hasFocus)
    qtbot.keyClick(rows[1], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(rows[1], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    stack.focus_row(0)
    qtbot.keyClick(rows[0], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert moved == [(1, 2), (1, 0)]
    grip = rows[0].findChild(Grip)
    for target, lands in ((rows[2], (0, 2)), (rows[3], (0, 3))):
        moved.clear()
        below = grip.mapFromGlobal(target.mapToGlobal(target.rect().center())) + QPoint(0, 12)
        qtbot.mousePress(grip, Qt.MouseButton.LeftButton)
        qtbot.mouseMove(grip, below)
        qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=below)
        assert moved == [lands]
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton)
    assert moved == [(0, 3)]


def complete(begun: str) -> tuple[str, ...]:
    """A list of five words."""
    return tuple(word for word in ("cedar", "lantern", "quilt", "quiet", "oak") if word.startswith(begun))


def test_passphrase_is_hidden_completed_and_wiped(qtbot: QtBot, theme: Theme) -> None:
    """Dots until shown; Space ends a word that can end one way; Backspace takes it back; wiped leaves nothing."""
    field = PassphraseField(theme, "Your five words", complete=complete)
    show(qtbot, field, 500, 200)
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClicks(field.edit, "ceda lant qui ")
    assert field.text == "cedar lantern qui "
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field.edit, "l ")
    assert field.text == "cedar lantern quilt "
    qtbot.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert field.text == "cedar lantern quil"
    field.set_shown(True)
    assert field.edit.echoMode() == QLineEdit.EchoMode.Normal
    field.wipe()
    assert (field.text, field.edit.isUndoAvailable(), field.edit.echoMode()) == ("", False, QLineEdit.EchoMode.Password)


def test_own_words_are_left_alone(qtbot: QtBot, theme: Theme) -> None:
    """A passphrase of one's own is never changed: one word outside the list stops completing."""
    field = PassphraseField(theme, "Your five words", complete=complete)
    show(qtbot, field, 500, 200)
    qtbot.keyClicks(field.edit, "my lant is ceda ")
    assert field.text == "my lant is ceda "
    field.wipe()
    qtbot.keyClicks(field.edit, "lant of mine, lantern")  # ended before it was plain that these are one's own
    assert field.edit.text() == "lantern of mine, lantern" and field.text == "lant of mine, lantern"
    field.wipe()
    qtbot.keyClicks(field.edit, "lant ceda oak cedar quill")  # five of the list with a slip: told by the word
    assert field.text == "lantern cedar oak cedar quill"
    field.completes(None)
    field.wipe()
    qtbot.keyClicks(field.edit, "lant ceda ")
    assert field.text == "lant ceda "


def test_notice_bar_stays_and_offers_undo(qtbot: QtBot, theme: Theme) -> None:
    """It says what happened until it is closed; Undo only where there is one; a refusal has none."""
    bar = NoticeBar(theme)
    frame = box(down(theme, bar))
    show(qtbot, frame, 800, 80)
    assert bar.words == ""
    bar.tell("Joan was added.", can_undo=True)
    assert (bar.words, bar.undo_button.isHidden()) == ("Joan was added.", False)
    undone: list[bool] = []
    bar.undo.connect(lambda: undone.append(True))
    qtbot.mouseClick(bar.undo_button, Qt.MouseButton.LeftButton)
    assert undone == [True]
    bar.refuse("The disk is full.", "Free some space, then try again.")
    assert (bar.words, bar.undo_button.isHidden()) == ("The disk is full. Free some space, then try again.", True)
    bar.close_bar()
    assert bar.words == ""


def test_confirm_waits_for_typed_words(qtbot: QtBot, theme: Theme) -> None:
    """What is typed at once goes where it is wanted, inside the ring; the act is off until then, and acts once."""
    window = show(qtbot, QWidget())
    done: list[bool] = []
    ask = Confirm(theme, window, "Shred these names?", "They cannot come back.", "Shred", typed="shred")
    ask.confirmed.connect(lambda: done.append(True))
    ask.open()
    assert ask.geometry() == window.rect()
    assert not ask.do_button.isEnabled()
    assert ask.field is not None and ask.field.edit.hasFocus()
    [ring] = ask.findChildren(FocusRing)
    assert ring.isVisible() and ring.geometry().contains(ask.field.edit.mapTo(ask, ask.field.edit.rect().center()))
    qtbot.keyClicks(ask.field.edit, "shred")
    qtbot.keyClick(ask.field.edit, Qt.Key.Key_Return)
    assert done == []
    assert audit(window, theme) == []
    qtbot.mouseClick(ask.do_button, Qt.MouseButton.LeftButton)
    assert (done, ask.isVisible()) == ([True], False)


def test_confirm_keeps_on_escape(qtbot: QtBot, theme: Theme) -> None:
    """Escape is the way out."""
    window = show(qtbot, QWidget())
    done: list[bool] = []
    ask = Confirm(theme, window, "Shred?", "Gone for good.", "Shred")
    ask.confirmed.connect(lambda: done.append(True))
    ask.open()
    qtbot.keyClick(ask, Qt.Key.Key_Escape)
    assert (done, ask.isVisible()) == ([], False)


def test_progress_cancels_once(qtbot: QtBot, theme: Theme) -> None:
    """It says how far it is; Cancel is taken once and says so."""
    work = Progress(theme, "Bringing in the roster")
    show(qtbot, work, 600, 80)
    work.advance(1200, 5000)
    cancelled: list[bool] = []
    work.cancelled.connect(lambda: cancelled.append(True))
    button = work.findChild(Button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (cancelled, button.isEnabled()) == ([True], False)


def test_enter_pressed_twice_does_not_cancel_what_it_began(qtbot: QtBot, theme: Theme) -> None:
    """The focus waits on the bar, a Tab from Cancel, and comes back to it once Cancel is off."""
    work = Progress(theme, "Working out the key")
    show(qtbot, work, 600, 80)
    cancelled: list[bool] = []
    work.cancelled.connect(lambda: cancelled.append(True))
    work.take_focus()
    bar = QApplication.focusWidget()
    assert bar is not None and heard(bar) == (Role.ProgressBar, "Working out the key")
    qtbot.keyClick(bar, Qt.Key.Key_Return)
    assert cancelled == []
    qtbot.keyClick(bar, Qt.Key.Key_Tab)
    cancel = QApplication.focusWidget()
    assert isinstance(cancel, Button)
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert (cancelled, QApplication.focusWidget()) == ([True], bar)


def test_search_goes_through_what_is_found_by_keys_alone(qtbot: QtBot, theme: Theme) -> None:
    """Each key asks; an answer to older words is let go; arrows, leaps and Enter work without leaving the field."""
    window = show(qtbot, QWidget())
    panel = SearchPanel(theme, window)
    picked: list[object] = []
    panel.picked.connect(picked.append)
    panel.open()
    with qtbot.waitSignal(panel.asked) as asked:
        qtbot.keyClicks(panel.edit, "jo")
    assert asked.args == ["jo"]
    panel.show_found([FoundGroup("People", (RowItem(7, "Old"),))], "j")
    assert panel.rows.items == ()
    people = FoundGroup("People", (RowItem(1, "Joan", "Lantern circle"), RowItem(2, "Jon")))
    panel.show_found([people, FoundGroup("Sheets", (RowItem(3, "Joining"), RowItem(4, "Job card")))], "jo")
    assert audit(window, theme) == []
    assert heard(panel.rows)[1] == "Found, 4"  # headings are not counted

    def at(key: Qt.Key) -> object:
        qtbot.keyClick(panel.edit, key)
        return panel.rows.key

    key = Qt.Key
    assert [panel.rows.key, at(key.Key_Up), at(key.Key_Down), at(key.Key_Down), at(key.Key_Down)] == [1, 1, 2, 3, 4]
    assert [at(key.Key_Down), at(key.Key_PageUp), at(key.Key_PageUp), at(key.Key_PageDown)] == [4, 3, 1, 3]
    assert panel.edit.text() == "jo"
    qtbot.keyClick(panel.edit, key.Key_Return)
    assert (picked, panel.isVisible(), panel.edit.text()) == ([3], False, "")


def test_what_was_found_is_said_once_the_typing_rests(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many, how many of each kind, and the first; then each row as the arrows come to it."""
    said: list[str] = []
    monkeypatch.setattr("ui.widgets.search.announce", lambda widget, words: said.append(words))
    window = show(qtbot, QWidget())
    panel = SearchPanel(theme, window)
    panel.open()
    for typed in ("jo", "joa"):
        panel.edit.setText(typed)
        panel.show_found([FoundGroup("People", (RowItem(1, "Joan", "Lantern"), RowItem(2, "Joanna")))], typed)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["2 found. People: 2. Joan, Lantern"]
    qtbot.keyClick(panel.edit, Qt.Key.Key_Down)
    assert said[1:] == ["Joanna"]


def test_strip_is_to_scale_and_chosen_by_click(qtbot: QtBot, theme: Theme) -> None:
    """Segments are as wide as their minutes; a click tells which."""
    strip = SegmentStrip(theme)
    strip.show_parts((Part("Welcome", 30, Give.FIXED), Part("Talk", 60, Give.SHRINK)), 19 * 60, 90)
    show(qtbot, strip, 900, 92)
    chosen: list[int] = []
    strip.chosen.connect(chosen.append)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(290, 20))
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(310, 20))
    assert chosen == [0, 1]
    assert heard(strip)[1] == "The plan drawn to scale, 90 minutes"


def test_strip_says_whole_names_or_the_minutes(theme: Theme) -> None:
    """A title on one line or two; else its shorter name; else the minutes: never its first word alone."""
    part = Part("High and low", 15, Give.SHRINK, ("Check-in",))
    wide = words_width(theme, "High and low", "small") + theme.px(12)
    half = words_width(theme, "High and", "small") + theme.px(12)
    assert said_in(theme, part, wide) == "High and low"
    assert said_in(theme, part, half) == "High\nand low"
    assert said_in(theme, part, theme.px(30)) == "15"
    skill = Part("Skill: feet and chair", 8, Give.DROP, ("Skill", "A skill to try"))
    assert said_in(theme, skill, words_width(theme, "Skill", "small") + theme.px(12)) == "Skill"
    assert said_in(theme, skill, 3) == ""


def test_ring_follows_keys_and_not_the_mouse(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """The ring shows where the keyboard is, stays off after a mouse press, and goes with what it stood round."""
    first, second = Button(theme, "One"), Button(theme, "Two")
    window = box(down(theme, first, second, gap=20, margins=(20, 20, 20, 20)))
    ring = FocusRing(theme, window, qapp)
    show(qtbot, window, 300, 200)
    window.activateWindow()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(second.hasFocus)
    assert ring.isVisible() and ring.geometry().contains(second.geometry())
    qtbot.mousePress(first, Qt.MouseButton.LeftButton)
    second.deleteLater()
    settle()
    assert not ring.isVisible()
    qtbot.mouseRelease(first, Qt.MouseButton.LeftButton)  # else it would stay pressed for all tests to come


def test_ring_leaves_air_round_a_button_in_line_with_words(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """Such as a way back: the ring keeps off the ends of its words, and off the line under it."""
    way, line = Button(theme, "This group", "quiet", "left", flush=True), Label(theme, "Lantern circle")
    window = box(down(theme, way, line, gap=0, margins=(20, 20, 20, 20)))
    ring = FocusRing(theme, window, qapp)
    show(qtbot, window, 300, 200)
    window.activateWindow()
    line.setFocus(Qt.FocusReason.OtherFocusReason)
    way.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(way.hasFocus)
    qtbot.waitUntil(ring.isVisible)
    assert ring.x() < way.x() - 5 and ring.geometry().right() > way.geometry().right() + 5
    assert not ring.geometry().intersects(line.geometry())


def test_ring_goes_with_its_row_when_the_list_is_scrolled(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """By the wheel or the bar; out of sight it hides, and comes back with the row."""
    first, rows = Button(theme, "One"), RowList(theme, "Rows", fit=False)
    rows.show_items([RowItem(n, f"Row {n}") for n in range(40)])
    window = box(down(theme, first, rows, gap=20, margins=(20, 20, 20, 20)))
    ring = FocusRing(theme, window, qapp)
    show(qtbot, window, 300, 400)
    window.activateWindow()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    rows.choose(2)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    settle()
    before, bar = ring.y(), rows.verticalScrollBar()
    bar.setValue(40)
    assert ring.isVisible() and ring.y() == before - 40
    bar.setValue(bar.maximum())
    assert not ring.isVisible()
    bar.setValue(0)
    assert ring.isVisible() and ring.y() == before


def test_ring_goes_to_the_row_that_is_chosen_for_somebody(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """Such as by a search that leads to a list which has the keyboard already."""
    first, rows = Button(theme, "One"), RowList(theme, "Rows", fit=False)
    rows.show_items([RowItem(n, f"Row {n}") for n in range(6)])
    window = box(down(theme, first, rows, gap=20, margins=(20, 20, 20, 20)))
    ring = FocusRing(theme, window, qapp)
    show(qtbot, window, 300, 400)
    window.activateWindow()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    settle()
    before = ring.y()
    rows.choose(2)
    qtbot.waitUntil(lambda: ring.y() > before)
    assert ring.geometry().contains(rows.ring_rect().translated(rows.pos()).center())


def test_ring_stays_off_where_a_page_sets_the_focus_after_a_press(
    qapp: QApplication, qtbot: QtBot, theme: Theme
) -> None:
    """Whoever works with the mouse sees no ring jump about; a text field shows it always, the next key brings it."""
    first, second, field = Button(theme, "One"), Button(theme, "Two"), TextField(theme, "Name")
    window = box(down(theme, first, second, field, gap=20, margins=(20, 20, 20, 20)))
    ring = FocusRing(theme, window, qapp)
    first.clicked.connect(lambda: QTimer.singleShot(0, second, second.setFocus))
    show(qtbot, window, 300, 300)
    window.activateWindow()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    at = first.mapTo(window, first.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    qtbot.waitUntil(second.hasFocus)
    assert not ring.isVisible()
    field.edit.setFocus()
    assert ring.isVisible()
    second.setFocus()
    assert not ring.isVisible()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Backtab)
    assert first.hasFocus() and ring.isVisible()


def test_focus_that_a_page_sets_is_scrolled_to(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """What opens further down, with the keyboard in it, comes into sight; of a tall list its chosen row does."""
    page, opens, rows = Page(theme), TextField(theme, "Everybody"), RowList(theme, "People")
    rows.show_items([RowItem(n, f"Person {n}") for n in range(30)])
    page.body.put(Button(theme, "Correct"), rows, opens)
    ring = FocusRing(theme, page, qapp)
    show(qtbot, page, 500, 300)
    page.activateWindow()
    opens.hide()
    settle()
    opens.show()
    opens.edit.setFocus()
    qtbot.waitUntil(lambda: opens.edit.visibleRegion().boundingRect() == opens.edit.rect())
    rows.choose(2)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: rows.visibleRegion().boundingRect().contains(rows.ring_rect()))
    assert ring.isVisible()


def test_ring_keeps_inside_the_view_that_scrolls(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """Of a field that is half out of sight the ring shows that half, and nothing over what lies below the view."""
    page, opens = Page(theme), TextField(theme, "Cost")
    page.body.put(opens, 600, Button(theme, "Save"))
    window = box(down(theme, page, (Label(theme, "At the foot"), 0)))
    ring = FocusRing(theme, window, qapp)
    show(qtbot, window, 500, 300)
    window.activateWindow()
    opens.edit.setFocus()
    qtbot.waitUntil(ring.isVisible)
    assert ring.mask().isEmpty()
    bar, port = page.view.verticalScrollBar(), page.view.viewport()
    bar.setValue(bar.value() + opens.edit.mapTo(port, QPoint(0, 0)).y() + 10)
    view = QRect(port.mapTo(window, QPoint(0, 0)), port.size())
    seen = ring.mask().boundingRect().translated(ring.pos())
    assert ring.isVisible() and not ring.mask().isEmpty()
    assert view.adjusted(-theme.px(5), -theme.px(5), theme.px(5), theme.px(5)).contains(seen)


def test_parts_are_fit_at_every_zoom(qapp: QApplication, qtbot: QtBot, theme: Theme, tokens: Tokens) -> None:
    """Every part, at 100 to 200 %, in every theme: nothing small, cut, nameless or wider than the page."""
    for page in show_all(theme):
        show(qtbot, page, 1366, 768)
        assert audit_zooms(page, theme, qapp, tokens=tokens) == []


def test_parts_are_fit_from_the_right(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    """The same where the reading runs from the right, in a language of long words."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    i18n.set_language(i18n.PSEUDO)
    for page in show_all(theme):
        show(qtbot, page, 1366, 768)
        assert audit_zooms(page, theme, qapp, zooms=(1.0, 2.0)) == []


def test_notices_and_empty_places_wrap(qtbot: QtBot, theme: Theme) -> None:
    """A notice with a button and an empty place stand in a narrow column without a cut word."""
    notice = Notice(theme, "The stick was pulled out.", "Nothing is lost.", "danger", button=Button(theme, "Try again"))
    empty = Empty(theme, "No plans yet", "A plan says what happens and when.", Button(theme, "Use a plan", "primary"))
    frame = box(down(theme, notice, 8, empty))
    show(qtbot, frame, 320, 700)
    assert audit(frame, theme) == []
