"""Content packs by keyboard: given away without names, read, and taken in where nothing is written over unasked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.model.group import Application, GroupDraft, RecordLevel
from facilitator.model.member import MemberDraft
from facilitator.sharing import Choice, bundle_in
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms
from tests.ui.evenings import Hall
from tests.ui.groups_desk import Dialogs
from tests.ui.library_desk import LibraryDesk
from ui.screens.library.card_form import CardForm
from ui.screens.library.sharing.giving import GivingPage
from ui.screens.library.sharing.taking import TakingPage
from ui.theme import Theme
from ui.widgets import Button

Open = Callable[..., Hall]


def _ours(workspace: Workspace) -> None:
    """A group, two cards of which one names a member, and a plan."""
    workspace.groups.save(GroupDraft(name="Lantern", application=Application.GRIEF,
                                     record_level=RecordLevel.FIRST_NAME))
    workspace.members.save(workspace.groups.named("Lantern").id, MemberDraft(name="Zahra"))
    card, items = workspace.library.coping_card("feet-and-chair"), workspace.own_items
    items.save(replace(card, id=items.new_id(), title="Hands in cold water"))
    items.save(replace(card, again="As Zahra says."), names_seen=True)
    workspace.agendas.keep(replace(workspace.library.agenda_templates()[0].agenda, name="Garden evening"))


class Desk(LibraryDesk):
    """The Library at its content packs."""

    def __init__(self, hall: Hall, file: Path) -> None:
        self.dialogs = Dialogs()
        self.dialogs.file = file
        hall.desk = replace(hall.desk, dialogs=self.dialogs)
        super().__init__(hall, "share")

    @property
    def giving(self) -> GivingPage:
        return self.screen.findChildren(GivingPage)[-1]

    @property
    def taking(self) -> TakingPage:
        return self.screen.findChildren(TakingPage)[-1]


@pytest.fixture
def desk(hall: Open, tmp_path: Path) -> Desk:
    """A charity with something to give."""
    return Desk(hall(_ours), tmp_path / "garden.zip")


def _packed(desk: Desk) -> Path:
    page = desk.giving
    for row in page.rows.values():
        if row.isEnabled():
            row.setFocus()
            desk.key(Qt.Key.Key_Space)
    page.name.edit.setFocus()
    QTest.keyClicks(page.name.edit, "From the garden")
    desk.press(page.make_button)
    file = desk.dialogs.file
    assert file is not None
    desk.hall.qtbot.waitUntil(file.exists)
    desk.hall.rest()
    return file


def test_what_was_ticked_goes_into_one_file_and_names_stay(desk: Desk) -> None:
    page = desk.giving
    named = [shared.title for shared, row in page.rows.items() if not row.isEnabled()]
    assert len(page.rows) == 3 and len(named) == 1
    assert QApplication.focusWidget() is next(row for row in page.rows.values() if row.isEnabled())
    desk.press(page.make_button)
    assert page.name.wrong == "This is needed."
    file = _packed(desk)
    assert desk.dialogs.proposed == "From the garden.zip"
    found = bundle_in(file.read_bytes())
    assert [one.title for one in found.items] == ["Hands in cold water", "Garden evening"]
    assert b"Zahra" not in file.read_bytes()


def test_nothing_ticked_makes_nothing_and_says_so(desk: Desk) -> None:
    QTest.keyClicks(desk.giving.name.edit, "Empty")
    desk.press(desk.giving.make_button)
    assert "Nothing is chosen yet, so no content pack was made." in desk.words()
    assert desk.dialogs.file is not None and not desk.dialogs.file.exists()


def test_what_names_somebody_can_be_changed_from_here(desk: Desk) -> None:
    [button] = desk.giving.change_buttons.values()
    assert button.accessibleDescription() == "Names somebody: “Zahra”. Change the words first."
    desk.press(button)
    [form] = desk.screen.findChildren(CardForm)
    assert form.isVisibleTo(desk.screen) and "As Zahra says." in form.fields().values()


def test_with_nothing_to_give_a_card_is_begun(hall: Open, tmp_path: Path) -> None:
    desk = Desk(hall(lambda workspace: None), tmp_path / "none.zip")
    assert "There is nothing of your own to give yet" in desk.words()
    assert desk.dialogs.file is not None
    desk.dialogs.file.write_bytes(b"no pack")
    desk.press(desk.giving.open_button)
    assert any(said.startswith("This file is not a content pack") for said in desk.words()), "said on the page itself"
    [write] = [one for one in desk.giving.findChildren(Button) if one.text() == "Write a coping card"]
    desk.press(write)
    [form] = desk.screen.findChildren(CardForm)
    assert form.isVisibleTo(desk.screen) and form.new


def _emptied(workspace: Workspace) -> None:
    for text in workspace.own_items.texts():
        workspace.own_items.bin(text.kind, text.item)
    for plan in workspace.agendas.templates():
        workspace.agendas.bin(plan.id)


def test_a_pack_is_read_first_and_taken_in_in_one_step(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr("ui.screens.library.sharing.taking.announce", lambda _widget, words: heard.append(words))
    _packed(desk)
    desk.hall.ask(_emptied)
    desk.press(desk.giving.open_button)
    page = desk.taking
    assert page.take_button.text() == "Take in 2 items"
    for field in page.fields.values():
        field.choose(Choice.LEAVE)
        field.chosen.emit(Choice.LEAVE)
    assert not page.take_button.isEnabled() and any(said.startswith("All of it is left out") for said in desk.words())
    for field in page.fields.values():
        field.choose(Choice.TAKE)
        field.chosen.emit(Choice.TAKE)
    assert page.take_button.isEnabled()
    first = page.incoming[0]
    assert QApplication.focusWidget() is page.read_buttons[first]
    desk.key(Qt.Key.Key_Return)
    assert first.shared.title == "Hands in cold water" and any("Feet" in said for said in desk.words())
    assert len(heard) == 1 and "Feet" in heard[0]
    assert page.read_buttons[first].accessibleName() == "Close Hands in cold water"
    assert page.read_buttons[first].accessibleDescription() == "New here."
    desk.press(page.take_button)
    assert desk.screen.browse.isVisible()
    shown = desk.screen.browse.preview
    assert shown is not None and shown.opened.key.id == first.shared.item, "it is seen at once"
    assert desk.hall.ask(lambda w: [text.title for text in w.own_items.texts()]) == ["Hands in cold water"]
    assert desk.hall.ask(lambda w: [plan.name for plan in w.agendas.templates()]) == ["Garden evening"]
    desk.hall.ask(lambda w: w.vault.store.undo())
    assert desk.hall.ask(lambda w: w.own_items.texts()) == ()


def test_what_is_here_is_left_unless_somebody_says_otherwise(desk: Desk) -> None:
    file = _packed(desk)
    desk.press(desk.giving.open_button)
    page = desk.taking
    assert file.exists() and not page.take_button.isEnabled(), "it is all here already"
    assert all(not field.isEnabled() for field in page.fields.values())
    desk.key(Qt.Key.Key_Escape)
    assert desk.screen.browse.isVisible()


def test_a_file_that_is_no_pack_is_refused_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    wrong = tmp_path / "photo.zip"
    wrong.write_bytes(b"\x89PNG and no more")
    for file, said in ((wrong, "This file is not a content pack, or only part of one. Nothing was taken in."),
                       (tmp_path / "gone.zip", "")):
        desk.dialogs.file = file
        desk.press(desk.giving.open_button)
        assert desk.giving.isVisible() and (said in desk.words() if said else len(desk.words()) > 4)
    assert not desk.screen.findChildren(TakingPage)


def test_everything_can_be_seen_and_reached(desk: Desk, theme: Theme, qapp: QApplication) -> None:
    assert audit_zooms(desk.screen, theme, qapp) == []
    _packed(desk)
    desk.press(desk.giving.open_button)
    assert audit_zooms(desk.screen, theme, qapp) == []
