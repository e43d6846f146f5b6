"""What a screen reader is told that parts are: windows, headings, rows of a list, one of several, alerts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.hearing import hear
from ui.screens.print.thumbnails import Thumbnail
from ui.strips import Strip
from ui.theme import Theme
from ui.widgets import Button, Chip, Label, ListRow, Notice, NoticeBar, RowStack, box, down
from ui.window import Window

Role = QAccessible.Role


@pytest.fixture(scope="module", autouse=True)
def heard() -> None:
    """As the app does before its first part is made."""
    hear()


@pytest.fixture
def listened_to() -> Iterator[None]:
    """A screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def told(widget: QWidget) -> tuple[Role, str]:
    """Role and name."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role(), interface.text(QAccessible.Text.Name)


def test_parts_are_told_as_what_they_are(qtbot: QtBot, theme: Theme) -> None:
    """Not as fillers between controls."""
    window, stack = Window(theme), RowStack(theme, "Segments")
    for widget in (window, stack):
        qtbot.addWidget(widget)
    window._may_close = True
    row = ListRow(theme, "19:00, Welcome", down(theme, Label(theme, "Welcome")))
    stack.show_rows([row])
    assert told(window)[0] == Role.Window
    assert told(stack) == (Role.List, "Segments, 1")
    assert told(row) == (Role.ListItem, "19:00, Welcome")
    assert told(Label(theme, "Who it is for", "h3")) == (Role.Heading, "Who it is for")
    assert told(Label(theme, "Soft words")) == (Role.StaticText, "Soft words")
    assert told(Label(theme, "Facilitator", "h3", "cover"))[0] == Role.StaticText
    notice, bar = Notice(theme, "The stick was pulled out.", "Nothing is lost."), NoticeBar(theme)
    assert told(notice) == (Role.AlertMessage, "The stick was pulled out. Nothing is lost.")
    bar.tell("Joan was added.")
    assert told(bar) == (Role.StatusBar, "Joan was added.")
    bar.hide()
    assert told(Button(theme, "Save"))[0] == Role.Button


def test_one_of_several_can_be_heard_and_pressed(qtbot: QtBot, theme: Theme) -> None:
    """Chips that exclude one another are choices, and say which is chosen; the others stay ticks."""
    group, people, meetings = QButtonGroup(), Chip(theme, "People", True), Chip(theme, "When we meet")
    parts = box(down(theme, people, meetings))
    qtbot.addWidget(parts)
    for chip in (people, meetings):
        group.addButton(chip)
    assert told(people) == (Role.RadioButton, "People")
    interface = QAccessible.queryAccessibleInterface(meetings)
    assert not interface.state().checked
    interface.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert meetings.isChecked() and interface.state().checked and not people.isChecked()
    assert told(Chip(theme, "Sleep", True, 4)) == (Role.CheckBox, "Sleep, 4")


def test_what_could_not_be_done_is_said_when_it_shows(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refusal is read out once; words that only stand on the page are not."""
    heard: list[str] = []
    monkeypatch.setattr("ui.widgets.notice.announce", lambda widget, words: heard.append(words))
    refusal = Notice(theme, "No printer took the pages.", "Nothing is lost.", mood="danger")
    standing = Notice(theme, "Names are on it.")
    page = box(down(theme, refusal, standing))
    qtbot.addWidget(page)
    page.show()
    assert heard == ["No printer took the pages. Nothing is lost."]
    refusal.hide()
    refusal.say("The paper ran out.")
    refusal.show()
    assert heard[1:] == ["The paper ran out."]
    refusal.hide()
    refusal.show()
    assert heard[2:] == ["The paper ran out."]


@pytest.mark.usefixtures("listened_to")
def test_parts_are_what_they_are_although_their_name_is_heard_first(qtbot: QtBot, theme: Theme) -> None:
    """While a screen reader listens, a name makes Qt ask at once what the part is, and keep the answer."""
    parent = QWidget()
    qtbot.addWidget(parent)
    row, thumbnail = (
        ListRow(theme, "Welcome", down(theme, Label(theme, "Welcome"))),
        Thumbnail(theme, "Run sheet", parent),
    )
    qtbot.addWidget(row)
    group, people = QButtonGroup(), Chip(theme, "People")
    qtbot.addWidget(people)
    assert told(people) == (Role.CheckBox, "People")
    group.addButton(people)
    assert told(people) == (Role.RadioButton, "People")
    assert told(row) == (Role.ListItem, "Welcome")
    strip = Strip(theme, "The app was cut off last time.")
    qtbot.addWidget(strip)
    assert told(strip) == (Role.AlertMessage, "The app was cut off last time.")
    assert told(thumbnail) == (Role.RadioButton, "Run sheet")


def test_what_the_keyboard_comes_to_says_why_it_is_there(qtbot: QtBot, theme: Theme) -> None:
    """Words of a notice take no focus: its button carries them, also once they are others."""
    mend = Button(theme, "Change the plan")
    notice = Notice(theme, "The plan is 8 minutes too long.", button=mend)
    qtbot.addWidget(notice)
    assert mend.accessibleDescription() == "The plan is 8 minutes too long."
    notice.say("There is no plan yet.")
    assert mend.accessibleDescription() == "There is no plan yet."


def test_the_keyboard_is_seen_on_a_strip(qtbot: QtBot, theme: Theme) -> None:
    button, page = Button(theme, "Make the recovery sheet", "plain"), QWidget()
    qtbot.addWidget(page)
    before = QLineEdit(page)
    strip = Strip(theme, "Your recovery sheet is used up.", "", button)
    page.setLayout(down(theme, before, strip))
    page.resize(900, 160)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    assert not strip.ring.isVisible()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert button.hasFocus()
    assert strip.ring.isVisible() and strip.ring.geometry().contains(button.mapTo(strip, button.rect().center()))
