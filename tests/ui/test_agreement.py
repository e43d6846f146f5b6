"""The agreement builder: what a kind of group adds, own clauses, an order, what is done if one is broken, versions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from facilitator.model.agreement import AgreementVersion
from facilitator.model.group import Application, GroupDraft
from facilitator.model.ids import Id
from tests.ui.audit import audit_zooms
from tests.ui.groups_desk import GroupsDesk
from ui.screens.groups.agreement.clauses import ClausePicker
from ui.theme import Theme, Tokens
from ui.widgets import CheckRow, Grip

Make = Callable[..., GroupsDesk]
Key = Qt.Key


def building(desk: GroupsDesk, application: Application = Application.GRIEF) -> Id:
    """A new group of a kind, at the first version of its agreement."""
    made = desk.core(lambda w: w.groups.save(GroupDraft(name="New circle", application=application)))
    group_id = next(iter(made.ids))
    desk.go((group_id, "agreement", "change"))
    return group_id


def picker(desk: GroupsDesk) -> ClausePicker:
    """The clauses."""
    found = desk.shell.findChild(ClausePicker)
    assert isinstance(found, ClausePicker)
    return found


def texts(desk: GroupsDesk) -> list[str]:
    """The lines that are in, in their order."""
    return [clause.text for clause in picker(desk).chosen]


def current(desk: GroupsDesk, group_id: Id) -> AgreementVersion:
    """The version in force."""
    found = desk.core(lambda w: w.agreements.current(group_id))
    assert found is not None
    return found


def test_what_a_kind_of_group_adds_is_in_and_what_is_offered_can_be_chosen(groups: Make) -> None:
    """Its own is there from the start; the two offered ones go in and out by Space, and say what they add."""
    desk = groups()
    group_id = building(desk)
    assert "What your kind of group adds" in desk.says()
    grief, online, suicide = (one for one in desk.core(lambda w: w.library.overlays_for(Application.GRIEF)))
    assert desk.find(CheckRow, grief.title).isChecked() and not desk.find(CheckRow, suicide.title).isChecked()
    assert suicide.summary == desk.find(CheckRow, suicide.title).accessibleDescription()
    for overlay in (grief, online, suicide):
        assert overlay.clauses[0].text in desk.says()
    assert texts(desk) == [one.text for one in desk.core(lambda w: w.library.agreement_for(Application.GRIEF))]
    desk.tab_to(suicide.title)
    desk.key(Key.Key_Space)
    assert "16 clauses are in." in desk.says()
    assert "With more than 12 clauses the poster may leave out reasons" in desk.says()
    desk.tab_to(grief.title)
    desk.key(Key.Key_Space)
    assert all(clause.text not in texts(desk) for clause in grief.clauses)
    desk.tab_to(suicide.title)
    desk.key(Key.Key_Space)
    assert "12 clauses are in." in desk.says()
    assert "With more than 12 clauses" not in desk.says()
    assert texts(desk) == [one.text for one in desk.core(lambda w: w.library.agreement_core().clauses)]
    desk.press("Keep as version 1")
    assert len(current(desk, group_id).clauses) == 12


def test_clauses_are_carried_by_keys_and_by_hand(groups: Make) -> None:
    """Alt with an arrow carries a clause and the keyboard with it; the grip does the same for a hand."""
    desk = groups()
    building(desk)
    before = texts(desk)
    picker(desk).focus_words(1)
    QTest.keyClick(desk.focus, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    desk.rest()
    assert texts(desk)[:2] == [before[1], before[0]]
    assert desk.focus.accessibleName() == before[1]
    rows = picker(desk).rows
    [grip] = rows[0].findChildren(Grip)
    end = grip.mapFromGlobal(rows[2].mapToGlobal(QPoint(20, rows[2].height() - 2)))
    QTest.mousePress(grip, Qt.MouseButton.LeftButton)
    QTest.mouseMove(grip, end)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=end)
    desk.rest()
    assert texts(desk)[:3] == [before[0], before[2], before[1]]


def test_what_is_done_if_a_clause_is_broken_is_the_groups_own(groups: Make) -> None:
    """By keyboard alone: a shipped clause gets another last line, and can go back to our words; it stays the same."""
    desk = groups()
    group_id = building(desk)
    shipped = desk.core(lambda w: w.library.agreement_core().clauses[0])
    desk.tab_to(f"Other words: {shipped.text}")
    desk.key(Key.Key_Return)
    assert desk.find(QLineEdit, "We agree that").text() == shipped.text
    assert desk.find(QPlainTextEdit, "Why").toPlainText() == shipped.why
    desk.tab_to("What we do if it is broken")
    desk.focus.selectAll()  # type: ignore[attr-defined]
    desk.keys("We have tea with them.")
    desk.tab_to("Use these words")
    desk.key(Key.Key_Return)
    picker(desk).rows[0].setFocus()
    desk.press("Keep as version 1")
    first = current(desk, group_id)
    assert first.clauses[0] == replace(shipped, if_broken="We have tea with them.")
    assert "If it is broken: We have tea with them." in desk.says()
    desk.press("Change it")
    desk.press(f"Other words: {shipped.text}")
    desk.press("Back to our words")
    desk.press("Use these words")
    desk.press("Keep as version 2")
    assert current(desk, group_id).clauses[0] == shipped
    assert f"In other words | “{shipped.text}” | If it is broken, now: {shipped.if_broken}" in desk.says()


def test_rewording_follows_its_clause_when_the_order_changes(groups: Make) -> None:
    """What is typed goes to the clause that was asked for, wherever it is carried meanwhile."""
    desk = groups()
    building(desk)
    before = texts(desk)
    desk.press(f"Other words: {before[0]}")
    desk.find(QLineEdit, "We agree that").setText("What is said here stays")
    desk.press(f"Down: {before[0]}")
    desk.press("Use these words")
    assert texts(desk)[:2] == [before[1], "What is said here stays"]


def test_own_clause_is_added_and_taken_out_for_good(groups: Make) -> None:
    """It comes after those that are in; one's own can go again, a shipped one is only left out."""
    desk = groups()
    building(desk)
    desk.tab_to("We agree that")
    desk.keys("We water the plants")
    desk.tab_to("What we do if it is broken")
    desk.keys("We laugh.")
    desk.tab_to("Add it")
    desk.key(Key.Key_Return)
    own = picker(desk).chosen[-1]
    assert (own.text, own.if_broken, own.source) == ("We water the plants", "We laugh.", "")
    assert "13 clauses are in." in desk.says()
    desk.press("Other words: We water the plants")
    desk.press("Take it out for good")
    assert all(pick.clause.text != "We water the plants" for pick in picker(desk).picks)
    desk.press(f"Other words: {texts(desk)[0]}")
    assert "Take it out for good" not in desk.says()


def test_versions_are_facts_that_can_be_compared(groups: Make) -> None:
    """The past is read beside the newest; a year to the next look; Undo right after keeping takes one back."""
    desk = groups()
    group_id = building(desk)
    assert "A version stays as it is from then on." in desk.says()
    out = texts(desk)[1]
    desk.press("Keep as version 1")
    assert current(desk, group_id).review_by == date(2026, 11, 20)
    assert "New since" not in desk.says()
    desk.press("Change it")
    desk.press(out)
    desk.find(QLineEdit, "We agree that").setText("We bring biscuits")
    desk.press("Add it")
    desk.press("Keep as version 2")
    assert f"New since Version 1 | Added | We bring biscuits | Taken away | {out}" in desk.says()
    desk.tab_to("Earlier versions")
    desk.key(Key.Key_Return)
    assert f"Since then, in Version 2 | Added | We bring biscuits | Taken away | {out}" in desk.says()
    desk.press("The agreement now")
    desk.press("Undo")
    assert current(desk, group_id).number == 1
    assert "Version 2" not in desk.says().replace("Version 2 of the agreement", "")


def test_an_agreement_that_is_due_is_told_calmly(groups: Make) -> None:
    """On its own page, and in the list of groups."""
    desk = groups()
    group_id = building(desk)
    desk.press("Keep as version 1")
    desk.go(())
    assert "look at its agreement again" not in desk.says()
    desk.clock.move(days=365)
    desk.go((group_id, "agreement"))
    assert "It is time to look at it again." in desk.says()
    desk.go(())
    assert "Time to look at its agreement again" in desk.says()


@pytest.mark.parametrize("step", ["change", "version"])
def test_fit_to_be_used(groups: Make, qapp: QApplication, theme: Theme, tokens: Tokens, step: str) -> None:
    """Nothing cut, small or nameless, in every theme, at 100 and 200 %: the builder, and a version compared."""
    desk = groups()
    group_id = building(desk)
    desk.press(f"Other words: {texts(desk)[0]}")
    desk.find(QLineEdit, "We agree that").setText("Nobody tells outside what was said in here")
    desk.press("Use these words")
    desk.press(desk.core(lambda w: w.library.overlays_for(Application.GRIEF))[2].title)
    if step == "version":
        desk.press("Keep as version 1")
        first = current(desk, group_id)
        desk.core(lambda w: w.agreements.adopt(group_id, first.clauses[:0:-1]))
        desk.go((group_id, "agreement", first.id))
    else:
        desk.press(f"Other words: {texts(desk)[0]}")
    assert audit_zooms(desk.shell, theme, qapp, (1.0, 2.0), tokens) == []


def test_clause_that_comes_in_again_stands_in_its_quarter(groups: Make) -> None:
    """Ticked at the foot of the list, it goes where it belongs, and the keyboard with it."""
    desk = groups()
    building(desk, Application.CAREER)
    out = texts(desk)[0]
    desk.press(out)
    desk.press("Keep as version 1")
    desk.press("Change it")
    picker(desk).focus_words([pick.clause.text for pick in picker(desk).picks].index(out))
    desk.key(Key.Key_Space)
    themes = [clause.theme for clause in picker(desk).chosen]
    assert themes == sorted(themes, key=["Trust", "Turns", "Care", "Safety"].index)
    assert desk.focus.accessibleName() == out and "12 clauses are in." in desk.says()
