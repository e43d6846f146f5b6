"""Pairs on the screen: codes are offered, a name is refused at its field, meetings and boundaries, and nothing more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit

from facilitator.model.ids import Id
from facilitator.model.pairing import Boundary, Pairing, PairingDraft, PairingKind
from tests.ui.audit import audit_zooms
from tests.ui.groups_desk import GroupsDesk
from ui.widgets import Stepper

Make = Callable[..., GroupsDesk]


def lantern(desk: GroupsDesk) -> Id:
    """The sample's group of first names."""
    return desk.core(lambda w: w.groups.named("Lantern circle").id)


def only(desk: GroupsDesk, group_id: Id) -> Pairing:
    """The group's one pair."""
    (pair,) = desk.core(lambda w: w.pairings.of(group_id))
    return pair


def test_a_pair_from_the_list_of_people_to_its_end(groups: Make) -> None:
    """Codes are filled in already; a member's name is refused in place; days and minutes are all there is to write."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "people"))
    desk.press("One to one")
    assert "No pairs yet" in desk.says()
    desk.press("Write the first pair down")
    assert [desk.find(QLineEdit, name).text() for name in ("Code of one", "Code of the other")] == ["A1", "B2"]
    desk.find(QLineEdit, "Code of the other").setText("amir2")
    desk.press("Save the pair")
    assert "holds somebody’s name" in desk.says() and desk.focus.accessibleName().startswith("Code of the other")
    desk.find(QLineEdit, "Code of the other").setText("C3")
    desk.press("Mentor")
    desk.press("Save the pair")
    assert (only(desk, group_id).other, only(desk, group_id).kind) == ("C3", PairingKind.MENTOR)
    assert "A1 and C3" in desk.says()
    assert [one for one in desk.shell.findChildren(QPlainTextEdit) if one.isVisible()] == []
    desk.find(Stepper, "How long").setValue(45)
    desk.press("Write it down")
    desk.find(QLineEdit, "Day").setText("today")
    desk.press("Write it down")
    assert "2 meetings" in desk.says() and "45 minutes" in desk.says()
    desk.press("Take away the meeting")
    assert len(only(desk, group_id).meetings) == 1
    desk.find(QCheckBox, "No lending").click()
    desk.rest()
    assert only(desk, group_id).boundaries == (Boundary.MONEY,)
    desk.press("They have ended")
    assert only(desk, group_id).ended_on == desk.clock.today() and "They go on after all" in desk.says()
    desk.press("Change")
    desk.find(QLineEdit, "Until").setText("")
    desk.press("Save the pair")
    assert only(desk, group_id).ended_on is None
    desk.go((group_id, "pairs"))
    assert "A1 and C3, Mentor, since 20 November 2025. 1 meeting. 1 of 10 boundaries talked through." in desk.says()
    desk.key(Qt.Key.Key_Return)
    desk.press("Put in the bin")
    assert "No pairs yet" in desk.says()
    desk.press("Undo")
    assert len(only(desk, group_id).meetings) == 1


def test_a_head_count_group_says_why_it_has_none(groups: Make) -> None:
    """No list, no form, and no refusal either: the page says it in words."""
    desk = groups(furnished=True)
    desk.go((desk.core(lambda w: w.groups.named("Harbour circle").id), "pairs"))
    assert "No pairs are kept here" in desk.says() and "New pair" not in desk.says()


@pytest.mark.parametrize("step", ["", "pair", "new"])
def test_pages_stand_at_every_zoom(groups: Make, step: str) -> None:
    """Nothing cut, nothing too small, no sideways overflow."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    draft = PairingDraft(one="A1", other="B2", started_on=desk.clock.today())
    desk.do(lambda w: w.pairings.save(group_id, draft))
    pair = only(desk, group_id)
    desk.do(lambda w: w.pairings.meet(pair.id, desk.clock.today(), 60))
    desk.go({"": (group_id, "pairs"), "pair": (group_id, "pairs", pair.id), "new": (group_id, "pairs", "new")}[step])
    assert audit_zooms(desk.shell, desk.theme, desk.app, (1.0, 2.0)) == []


def test_a_second_enter_writes_no_second_meeting(groups: Make) -> None:
    """At once or after it was written, Enter again writes nothing; what is typed outlives a tick beside it."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    draft = PairingDraft(one="A1", other="B2", kind=PairingKind.BUDDY, started_on=date(2025, 10, 1))
    pair_id = next(iter(desk.core(lambda w: w.pairings.save(group_id, draft)).ids))
    desk.go((group_id, "pairs", pair_id))
    day = desk.tab_to("Day")
    desk.qtbot.keyClick(day, Qt.Key.Key_Return)
    desk.qtbot.keyClick(day, Qt.Key.Key_Return)
    desk.rest()
    desk.key(Qt.Key.Key_Return)
    assert len(only(desk, group_id).meetings) == 1 and "A day is needed" in desk.says()
    desk.keys("3/11/2025")
    desk.find(Stepper, "How long").setValue(25)
    desk.find(QCheckBox, "").click()
    desk.rest()
    assert desk.find(QLineEdit, "Day").text() == "03/11/2025"
    assert desk.find(Stepper, "How long").value() == 25
    desk.press("Write it down")
    assert [(one.met_on, one.minutes) for one in only(desk, group_id).meetings] == [
        (date(2025, 11, 20), 60), (date(2025, 11, 3), 25)]
