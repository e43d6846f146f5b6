"""Keeping less about people: what would go is said in counts, the group's name is typed, and then it is gone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from facilitator.model.group import GroupDraft, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import MemberDraft
from facilitator.model.paper import PersonalData
from tests.ui.audit import audit_zooms
from tests.ui.groups_desk import GroupsDesk
from ui.theme import Theme
from ui.widgets import Confirm

Make = Callable[..., GroupsDesk]


def contactable(desk: GroupsDesk) -> Id:
    """A group at level 2 with Ada Lovelace and Bo in it, and one sheet with names out of the building."""
    desk.do(lambda w: w.groups.save(GroupDraft(name="Harbour", record_level=RecordLevel.CONTACTABLE)))
    group = desk.core(lambda w: w.groups.named("Harbour"))
    for name in ("Ada Lovelace", "Bo"):
        draft = MemberDraft(name=name, contact="07700 900111")
        desk.do(lambda w, draft=draft: w.members.save(group.id, draft))
    desk.do(lambda w: w.papers.record("sign-in", 2, PersonalData.ONCE_FILLED, group.id))
    return group.id


def lowered(desk: GroupsDesk, name: str) -> None:
    """Answer the one question that is modal, by keyboard."""
    dialog = desk.shell.findChild(Confirm)
    assert isinstance(dialog, Confirm)
    if dialog.field is None:
        assert dialog.keep_button.hasFocus()
    else:
        assert not dialog.do_button.isEnabled() and dialog.field.edit.hasFocus()
        desk.keys(name)
    assert dialog.do_button.isEnabled()
    dialog.do_button.click()
    desk.rest()


def test_first_names_only_by_way_of_the_group_page(groups: Make) -> None:
    """The names are looked at one by one; what reached people is gone, and Undo does not offer it."""
    desk = groups()
    group_id = contactable(desk)
    desk.go((group_id,))
    desk.press("Keep less about people")
    said = desk.says()
    for words in ("2 ways to reach somebody", "1 surname", "What names become", "First names, and who was there",
                  "Backups from before today", "2 copies, printed on 20 November", "Names may stand on them."):
        assert words in said, words
    assert "on the list" not in said
    field = desk.find(QLineEdit, "Ada Lovelace becomes")
    assert field.text() == "Ada"
    field.setText("")
    desk.press("Erase it, and keep less")
    assert "A name is needed." in desk.says() and desk.shell.findChild(Confirm) is None
    field.setText("Countess")
    desk.press("Erase it, and keep less")
    lowered(desk, "Harbour")
    group = desk.core(lambda w: w.groups.get(group_id))
    assert group.record_level is RecordLevel.FIRST_NAME
    assert [m.name for m in desk.core(lambda w: w.members.of(group_id))] == ["Bo", "Countess"]
    assert "Harbour keeps first names only now." in desk.says()
    assert not any(b.isVisible() and b.accessibleName() == "Undo" for b in desk.shell.findChildren(QAbstractButton))


def test_a_head_count_only_takes_the_people_and_half_typed_forms_along(groups: Make) -> None:
    """From the profile's card; leaving it as it is changes nothing, the wrong name typed does not act."""
    desk = groups()
    group_id = contactable(desk)
    desk.go((group_id, "people", "new"))
    desk.find(QLineEdit, "Name").setText("Half Typed")
    desk.drafting.autosave()
    desk.go((group_id, "change"))
    desk.press("Head-count only")
    desk.press("See what would go")
    assert "2 people on the list" in desk.says() and "What names become" not in desk.says()
    desk.press("Erase it, and keep less")
    dialog = desk.shell.findChild(Confirm)
    assert isinstance(dialog, Confirm) and dialog.field is not None
    dialog.field.edit.setText("harbour")
    dialog._check()
    assert not dialog.do_button.isEnabled()
    dialog.keep_button.click()
    desk.rest()
    assert len(desk.core(lambda w: w.members.of(group_id))) == 2
    desk.press("Erase it, and keep less")
    lowered(desk, "Harbour")
    assert desk.core(lambda w: w.members.of(group_id)) == ()
    assert "2 people were erased." in desk.says()
    assert desk.screen._room.unsaved == {}
    desk.drafting.settle()
    assert desk.core(lambda w: w.drafts.list()) == ()


def test_where_there_is_no_lower_level_it_says_so(groups: Make) -> None:
    """Under-18s and head-counts."""
    desk = groups()
    desk.do(lambda w: w.groups.save(GroupDraft(name="Young", record_level=RecordLevel.CONTACTABLE, min_age=12)))
    desk.do(lambda w: w.groups.save(GroupDraft(name="Tally", record_level=RecordLevel.TALLY)))
    for name, words in (("Young", "You must be able to reach a parent"), ("Tally", "There is no lower level.")):
        group = desk.core(lambda w, name=name: w.groups.named(name))
        desk.go((group.id,))
        assert "Keep less about people" not in desk.says()
        desk.go((group.id, "lower"))
        assert words in desk.says() and "Erase it, and keep less" not in desk.says()


def test_two_that_would_be_called_the_same_are_told_apart(groups: Make) -> None:
    """It says so at both names, and no more once one has a letter of its own."""
    desk = groups()
    group_id = contactable(desk)
    desk.core(lambda w: w.members.save(group_id, MemberDraft(name="Ada Lowe")))
    desk.go((group_id, "lower", "1"))
    fields = [desk.find(QLineEdit, f"{name} becomes") for name in ("Ada Lovelace", "Ada Lowe")]
    assert [field.text() for field in fields] == ["Ada L", "Ada L"]
    assert all("Somebody else would be called so too." in field.accessibleDescription() for field in fields)
    fields[1].setFocus()
    desk.keys("o")
    assert [field.accessibleDescription() for field in fields] == ["", ""]


@pytest.mark.parametrize("name", ["Zoë’s 🪑", "The circle for everybody who looks after somebody"])
def test_no_name_has_to_be_typed_that_many_cannot_type(groups: Make, name: str) -> None:
    """Letters that a keyboard has not, or too many of them: then one short word will do."""
    desk = groups()
    group_id = contactable(desk)
    group = desk.core(lambda w: w.groups.get(group_id))
    draft = GroupDraft(name=name, record_level=group.record_level)
    desk.core(lambda w: w.groups.save(draft, group_id))
    desk.go((group_id, "lower", "0"))
    desk.press("Erase it, and keep less")
    lowered(desk, "erase")
    assert desk.core(lambda w: w.groups.get(group_id)).record_level is RecordLevel.TALLY


def test_it_fits_at_every_zoom(groups: Make, theme: Theme, qapp: QApplication) -> None:
    """Nothing cut, nothing too small."""
    desk = groups()
    group_id = contactable(desk)
    desk.go((group_id, "lower", "1"))
    assert audit_zooms(desk.shell, theme, qapp, (1.0, 2.0)) == []
