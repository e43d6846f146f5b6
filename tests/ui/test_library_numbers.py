"""Numbers to call, by keyboard: six first, our own, and what is printed and shown because of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.model.group import Application, GroupDraft, RecordLevel
from facilitator.model.member import MemberDraft
from facilitator.model.numbers import Channel, NumberDraft, six
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms
from tests.ui.evenings import Hall
from tests.ui.library_desk import LibraryDesk
from ui.icons import ICONS
from ui.screens.library import words
from ui.screens.library.numbers.form import NumberForm
from ui.screens.library.numbers.page import NumbersPage
from ui.theme import Theme
from ui.widgets import Button

Open = Callable[..., Hall]


def _lantern(workspace: Workspace) -> None:
    workspace.groups.save(GroupDraft(name="Lantern", application=Application.GRIEF,
                                     record_level=RecordLevel.FIRST_NAME))


class Desk(LibraryDesk):
    """The Library at its numbers."""

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall, "numbers")

    @property
    def page(self) -> NumbersPage:
        return self.screen.findChildren(NumbersPage)[-1]

    @property
    def form(self) -> NumberForm:
        return self.screen.findChildren(NumberForm)[-1]


@pytest.fixture
def desk(hall: Open) -> Desk:
    """The numbers of a vault with one group."""
    return Desk(hall(_lantern))


def test_six_are_called_one_after_the_other(desk: Desk) -> None:
    waiting = list(desk.page.rows)
    assert len(waiting) == 6 and "0 of 6 numbers called." in desk.words()
    for number, id in enumerate(waiting, 1):
        here = QApplication.focusWidget()
        assert here is desk.page.rows[id].works, "the keyboard is on the next one to call"
        desk.key(Qt.Key.Key_Return)
        assert f"{number} of 6 numbers called." in desk.words()
    checked = desk.hall.ask(lambda w: [line.id for line in w.library.directory().checked(w.clock.today())])
    assert sorted(checked) == sorted(waiting)
    row = desk.page.rows[waiting[0]]
    assert row.works.isHidden(), "said today already"
    desk.press(row.fails)
    assert desk.hall.ask(lambda w: len(w.library.directory().checked(w.clock.today()))) == 5
    assert any(said.startswith("Did not work on") for said in desk.words())


def test_a_number_of_our_own_is_written_in_called_changed_and_binned(desk: Desk) -> None:
    desk.press(desk.page.add_button)
    form = desk.form
    assert QApplication.focusWidget() is form.name.edit
    desk.key(Qt.Key.Key_Return)
    assert form.name.wrong == "This is needed."
    QTest.keyClicks(form.name.edit, "Harbour crisis team")
    desk.key(Qt.Key.Key_Return)
    assert form.number_field.wrong == "This is needed." and not form.name.wrong
    QTest.keyClicks(form.number_field.edit, "01632 960 111")
    group = desk.hall.ask(lambda w: w.groups.named("Lantern").id)
    form.group.choose(group)
    desk.press(form.save_button)
    [own] = desk.hall.ask(lambda w: w.numbers.kept().own)
    assert (own.name, own.number, own.group_id) == ("Harbour crisis team", "01632 960 111", group)
    row = desk.page.rows[f"own-{own.id.hex()}"]
    assert "Lantern" in desk.words()
    desk.press(row.works)
    assert desk.hall.ask(lambda w: w.numbers.kept().checks[f"own-{own.id.hex()}"].works)
    desk.press(desk.page.rows[f"own-{own.id.hex()}"].change)
    desk.press(desk.form.bin_button)
    assert desk.hall.ask(lambda w: w.numbers.kept().own) == ()


def test_names_are_stopped_once_and_half_typed_words_are_not_lost(hall: Open) -> None:
    def known(workspace: Workspace) -> None:
        _lantern(workspace)
        workspace.members.save(workspace.groups.named("Lantern").id, MemberDraft(name="Zahra"))

    desk = Desk(hall(known))
    desk.press(desk.page.add_button)
    form = desk.form
    QTest.keyClicks(form.name.edit, "Zahra at home")
    QTest.keyClicks(form.number_field.edit, "1")
    form.go_back()
    assert desk.form is form and any(said == "What you typed is not saved yet." for said in desk.words())
    desk.press(form.save_button)
    assert QApplication.focusWidget() is form.save_button, "not on what keeps a name"
    keep = [button for button in form.findChildren(Button) if button.text() == "Keep it as it is"]
    assert len(keep) == 1 and desk.hall.ask(lambda w: w.numbers.kept().own) == ()
    desk.press(keep[0])
    assert [one.name for one in desk.hall.ask(lambda w: w.numbers.kept().own)] == ["Zahra at home"]


def test_all_others_come_when_asked_for_and_escape_goes_back(desk: Desk) -> None:
    first = len(desk.page.rows)
    desk.press(desk.page.all_button)
    assert len(desk.page.rows) > first
    desk.key(Qt.Key.Key_Escape)
    assert desk.screen.browse.isVisible() and desk.screen.browse.rows.hasFocus()


def test_everything_can_be_seen_and_reached(hall: Open, theme: Theme, qapp: QApplication) -> None:
    def known(workspace: Workspace) -> None:
        _lantern(workspace)
        workspace.numbers.save(NumberDraft(name="Crisis team of the hospital by the harbour", number="01632 960 111",
                                           what="At night, at weekends, and on every public holiday"))
        for line in workspace.library.directory().lines[:2]:
            workspace.numbers.called(line, works=line.id != workspace.library.directory().lines[0].id)

    desk = Desk(hall(known))
    assert audit_zooms(desk.screen, theme, qapp) == []
    desk.press(desk.page.add_button)
    assert audit_zooms(desk.screen, theme, qapp) == []


def test_from_the_form_the_keyboard_comes_back_to_where_it_was(desk: Desk) -> None:
    desk.press(desk.page.add_button)
    desk.press(desk.form.cancel_button)
    assert QApplication.focusWidget() is desk.page.add_button
    desk.press(desk.page.add_button)
    desk.press(desk.form.save_button)
    assert desk.form.name.wrong == desk.form.number_field.wrong == "This is needed."
    QTest.keyClicks(desk.form.name.edit, "Harbour crisis team")
    QTest.keyClicks(desk.form.number_field.edit, "01632 960 111")
    desk.press(desk.form.save_button)
    own = [row for row in desk.page.rows.values() if row.own]
    assert len(own) == 1 and QApplication.focusWidget() is own[0].change, "not on what says that it works"
    assert desk.hall.ask(lambda w: w.numbers.kept().checks) == {}
    desk.press(own[0].works)
    own = [row for row in desk.page.rows.values() if row.own]
    assert QApplication.focusWidget() is own[0].fails, "nobody is led away to numbers further up"
    desk.press(own[0].change)
    desk.press(desk.form.cancel_button)
    own = [row for row in desk.page.rows.values() if row.own]
    assert QApplication.focusWidget() is own[0].change


def test_what_was_called_too_long_ago_waits_again(hall: Open) -> None:
    def called(workspace: Workspace) -> None:
        for line in six(workspace.library.directory()):
            workspace.numbers.called(line, works=True)

    house = hall(called)
    house.clock.move(days=200)
    desk = Desk(house)
    assert "0 of 6 numbers called." in desk.words() and any("too long ago" in said for said in desk.words())
    assert QApplication.focusWidget() is next(iter(desk.page.rows.values())).works


def test_who_only_hears_it_is_told_the_number_and_what_came_of_it(desk: Desk) -> None:
    row = next(row for row in desk.page.rows.values() if row.line.name == "Samaritans")
    assert row.works.accessibleName() == "It works: Samaritans"
    assert row.works.accessibleDescription().startswith("116 123. Not c")


def test_the_picture_beside_a_line_is_of_how_it_is_reached() -> None:
    """No telephone stands beside an address on the web."""
    pictures = {channel.value: words.reached_icon(channel.value) for channel in Channel}
    assert pictures == {"call": "phone", "text": "message", "chat": "message", "web": "web"}
    assert set(pictures.values()) <= set(ICONS) and words.reached_icon("letter") == "phone"
