"""Erasing a person names the backups and copies that may still hold them, and offers to delete the local ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.vault import snapshots
from tests.ui.audit import audit_zooms
from tests.ui.groups_desk import GroupsDesk
from tests.ui.test_members import the
from ui.theme import Theme
from ui.widgets import CheckRow, Confirm

Make = Callable[..., GroupsDesk]
BUDGET = 10**9


def erase(desk: GroupsDesk) -> None:
    """Confirm it."""
    desk.press("Erase this person")
    dialog = desk.shell.findChild(Confirm)
    assert isinstance(dialog, Confirm) and dialog.field is not None
    dialog.field.edit.setFocus()
    desk.keys("erase")
    dialog.do_button.click()
    desk.rest()


def prepared(groups: Make, tmp_path: Path) -> tuple[GroupsDesk, Path]:
    """Gwen's page for erasing, with a backup on a stick and a copy in the vault's folder."""
    desk = groups(furnished=True)
    lantern = desk.core(lambda w: w.groups.named("Lantern circle").id)
    gwen = the(desk, lantern, "Gwen")
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    desk.core(lambda w: w.backup(stick))
    desk.core(lambda w: w.vault.snapshot(BUDGET))
    folder = desk.core(lambda w: w.vault.folder)
    desk.go((lantern, "people", gwen.id))
    desk.press("Erase for good")
    return desk, folder


def test_what_still_holds_them_is_named_and_copies_stay_unless_asked(
    groups: Make, tmp_path: Path, qapp: QApplication, theme: Theme
) -> None:
    desk, folder = prepared(groups, tmp_path)
    said = desk.says()
    assert "1 backup may still hold them" in said and "in “KINGSTON”, 20 November 2025 at 18:36" in said
    tick = desk.find(CheckRow, "Delete the 1 copy that the vault keeps of itself, too")
    assert not tick.isChecked()
    assert audit_zooms(desk.shell, theme, qapp, (1.0, 2.0)) == []
    erase(desk)
    assert len(snapshots.found(folder)) == 1 and "were deleted" not in desk.says()


def test_ticked_the_copies_go_with_the_person_by_keyboard(groups: Make, tmp_path: Path) -> None:
    desk, folder = prepared(groups, tmp_path)
    desk.tab_to("Delete the 1 copy that the vault keeps of itself, too")
    desk.key(Qt.Key.Key_Space)
    desk.press("Erase this person")
    dialog = desk.shell.findChild(Confirm)
    assert isinstance(dialog, Confirm)
    dialog.reject()
    erase(desk)
    assert "1 copy of the vault was deleted." in desk.says()
    assert snapshots.found(folder) == ()
    kinds = desk.core(lambda w: [entry.kind for entry in w.vault.store.journal(3)])
    assert kinds[0] == "member.erase"
