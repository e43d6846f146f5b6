"""Saving a list as a file: what is in it and what it risks are said first; refusals are said in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.model.ids import Id
from tests.ui.audit import audit_zooms
from tests.ui.groups_desk import GroupsDesk
from ui.theme import Theme

Make = Callable[..., GroupsDesk]


def group(desk: GroupsDesk, name: str) -> Id:
    """One of the sample's groups."""
    return desk.core(lambda w: w.groups.named(name).id)


def test_a_roster_by_keyboard_alone(groups: Make, tmp_path: Path) -> None:
    """From the people to a file; the least is in it unless more is ticked, and the journal notes it."""
    desk = groups(furnished=True)
    desk.go((group(desk, "Willow circle"), "people"))
    desk.tab_to("Save a list")
    desk.key(Qt.Key.Key_Return)
    said = desk.says()
    assert "Anybody can open this file." in said and "4 people" in said and "The vault notes" in said
    assert "| Contact |" not in said and "Maureen" not in said
    desk.tab_to("What to mind, and how to reach them")
    desk.key(Qt.Key.Key_Space)
    assert "| May leave a message |" in desk.says() and "| Contact |" in desk.says()
    desk.dialogs.file = tmp_path / "list.xlsx"
    desk.tab_to("Save it without a lock")
    desk.key(Qt.Key.Key_Return)
    assert (tmp_path / "list.xlsx").read_bytes().startswith(b"PK") and desk.dialogs.proposed == "List.xlsx"
    assert "Saved as “list.xlsx”." in desk.says() and "Delete it when you are done" in desk.says()
    assert desk.core(lambda w: w.vault.store.journal(1))[0].kind == "export.roster"


def test_who_was_there_as_csv(groups: Make, tmp_path: Path) -> None:
    """The span is chosen; what was ticked for the other list has no say here."""
    desk = groups(furnished=True)
    group_id = group(desk, "Lantern circle")
    desk.go((group_id, "people", "export"))
    desk.press("Who was there")
    assert "What helps each in the room" not in desk.says() and "evenings that were held" in desk.says()
    desk.press("CSV")
    desk.dialogs.file = tmp_path / "who.csv"
    desk.press("Save it without a lock")
    head, first, *_rest = (tmp_path / "who.csv").read_text("utf-8-sig").splitlines()
    assert head.startswith("Name,2025-") and first.startswith("Amir,") and desk.dialogs.proposed == "Evenings.csv"
    desk.press("Who is in the group")
    assert "What helps each in the room" in desk.says() and "Saved as" not in desk.says()
    desk.go((group_id, "lower"))
    assert "20 November 2025: who was there" in desk.says() and "Lists were saved as files." in desk.says()
    desk.go((group_id, "people", "export"))
    assert "Last time: 20 November 2025: who was there" in desk.says()


def test_a_head_count_has_no_warning_to_give(groups: Make, tmp_path: Path) -> None:
    """Only numbers leave, and it says so."""
    desk = groups(furnished=True)
    desk.go((group(desk, "Harbour circle"), "people"))
    desk.press("Save the head-counts")
    assert "This group keeps no names." in desk.says() and "Anybody can open this file." not in desk.says()
    desk.dialogs.file = tmp_path / "heads.xlsx"
    assert "without a lock" not in desk.says()
    desk.press("Save it")
    assert (tmp_path / "heads.xlsx").is_file()


def test_refusals_stand_over_the_button_and_leave_nothing(groups: Make, tmp_path: Path) -> None:
    """Another ending, a folder that is not there, and a change of mind."""
    desk = groups(furnished=True)
    desk.go((group(desk, "Lantern circle"), "people", "export"))
    desk.press("Save it without a lock")  # nothing chosen
    assert "Saved as" not in desk.says()
    for name, words in (("list.ods", "has to end in .csv or .xlsx"), ("gone/list.csv", "Nothing was found at")):
        desk.dialogs.file = tmp_path / name
        desk.press("Save it without a lock")
        assert words in desk.says(), name
    assert not list(tmp_path.rglob("list.*"))


def test_it_fits_at_every_zoom(groups: Make, theme: Theme, qapp: QApplication) -> None:
    """Nothing cut, nothing too small."""
    desk = groups(furnished=True)
    desk.go((group(desk, "Willow circle"), "people", "export"))
    assert audit_zooms(desk.shell, theme, qapp, (1.0, 2.0)) == []


def test_a_person_is_told_all_that_is_kept_about_them(groups: Make, tmp_path: Path) -> None:
    """How much there is, kind by kind, without a value on the screen; then one file, noted in the journal."""
    desk = groups(furnished=True)
    willow = group(desk, "Willow circle")
    maureen = next(m for m in desk.core(lambda w: w.members.of(willow)) if m.name == "Maureen Okafor")
    desk.go((willow, "people", maureen.id))
    desk.press("What we keep about them")
    said = desk.says()
    assert "You on the list" in said and "What you said" in said and "Look through it before you give it." in said
    assert "01632" not in said and "sealed for themselves" in said
    desk.press("CSV")
    desk.dialogs.file = tmp_path / "for-you.csv"
    desk.press("Save it for them")
    text = (tmp_path / "for-you.csv").read_text("utf-8-sig")
    assert "01632 960 201" in text and "Maureen Okafor" in text and "Rosa" not in text
    assert desk.dialogs.proposed == "For you.csv" and "Saved as “for-you.csv”." in desk.says()
    assert desk.core(lambda w: w.vault.store.journal(1))[0].kind == "export.person"
