"""Feedback on the screen: a slip in six keys, nothing shown of fewer than five, questions counted and never scored."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from facilitator.model.feedback import Face, Heard, Item, Slip
from facilitator.model.ids import Id
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms
from tests.ui.groups_desk import GroupsDesk
from ui.screens.groups.feedback.measuring import MeasureForm
from ui.screens.groups.feedback.page import FeedbackPage, months_back
from ui.theme import Theme, Tokens

Make = Callable[..., GroupsDesk]
Key = Qt.Key


def lantern(desk: GroupsDesk) -> Id:
    """The sample's group of first names."""
    return desk.core(lambda w: w.groups.named("Lantern circle").id)


def heard(desk: GroupsDesk, group_id: Id) -> Heard:
    """What this month's slips say."""
    return desk.core(lambda w: w.feedback.heard(group_id, w.clock.today()))


def page_of(desk: GroupsDesk) -> FeedbackPage:
    """The page."""
    page = desk.shell.findChild(FeedbackPage)
    assert isinstance(page, FeedbackPage)
    return page


def type_in(desk: GroupsDesk, *keys: Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        QTest.keyClick(desk.focus, key)
    desk.rest()


def test_slips_go_in_by_figures_alone_and_are_shown_from_five_on(groups: Make) -> None:
    """Six keys a slip: a figure a line, 0 for a line left out, Enter."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id,))
    desk.press("How it was: feedback")
    for n in range(4):
        type_in(desk, Key.Key_1, Key.Key_3, Key.Key_2, Key.Key_0, Key.Key_1, Key.Key_Return)
        assert heard(desk, group_id).slips == n + 1
    assert "4 slips so far." in desk.says() and "people could guess who wrote what" in desk.says()
    assert "Yes 4" not in desk.says()
    type_in(desk, Key.Key_1, Key.Key_1, Key.Key_Backspace, Key.Key_3, Key.Key_2, Key.Key_0, Key.Key_1, Key.Key_Return)
    found = heard(desk, group_id)
    assert found.counts[Item.SAFE] == {Face.YES: 0, Face.BIT: 0, Face.NO: 5}
    assert found.answered(Item.LEARNED) == 0
    assert "5 slips so far." in desk.says() and "No 5" in desk.says()


def test_words_on_a_slip_that_name_somebody_are_warned_of(groups: Make) -> None:
    desk = groups(furnished=True)
    group_id = lantern(desk)
    name = desk.core(lambda w: w.members.of(group_id)[0].name)
    desk.go((group_id, "feedback"))
    page_of(desk).pad.words.set_text(f"{name} was kind")
    page_of(desk).pad.keep_button.click()
    desk.rest()
    assert heard(desk, group_id).slips == 0 and "is on one of your lists of people" in desk.says()
    desk.press("Keep it as it is")
    assert heard(desk, group_id).slips == 1 and page_of(desk).pad.words.text == ""
    assert "is on one of your lists" not in desk.says()


def test_an_empty_slip_is_refused_and_another_month_can_be_typed_in(groups: Make) -> None:
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "feedback"))
    page = page_of(desk)
    page.pad.keep_button.click()
    desk.rest()
    assert "is empty" in desk.says()
    before = months_back(desk.clock.today())[1]
    page.month.menu.choose(before)
    page.month.chosen.emit(before)
    type_in(desk, Key.Key_Tab)
    page.pad.begin()
    type_in(desk, Key.Key_1, Key.Key_1, Key.Key_1, Key.Key_1, Key.Key_1, Key.Key_Return)
    assert heard(desk, group_id).slips == 0
    assert desk.core(lambda w: w.feedback.heard(group_id, before)).slips == 1


def test_a_second_enter_is_no_second_slip(groups: Make) -> None:
    """Pressed twice before the first is kept, it is one slip all the same."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "feedback"))
    pad = page_of(desk).pad
    type_in(desk, Key.Key_1, Key.Key_1, Key.Key_1, Key.Key_1, Key.Key_1)
    pad.keep_button.click()
    pad.keep_button.click()
    desk.rest()
    assert heard(desk, group_id).slips == 1
    type_in(desk, Key.Key_1, Key.Key_1, Key.Key_1, Key.Key_1, Key.Key_1, Key.Key_Return)
    assert heard(desk, group_id).slips == 2


def test_what_was_half_counted_comes_back_with_its_month(groups: Make) -> None:
    """A slip or a count of last month, put away for the telephone, does not become one of this month."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    before = months_back(desk.clock.today())[1]
    desk.go((group_id, "feedback", "measure"))
    form = desk.shell.findChild(MeasureForm)
    assert isinstance(form, MeasureForm)
    form.steppers["often"].setValue(3)
    form.month.choose(before)
    desk.go((group_id, "people"))
    desk.go((group_id, "feedback", "measure"))
    [again] = [one for one in desk.shell.findChildren(MeasureForm) if one.isVisible()]
    assert (again.month.value, again.steppers["often"].value()) == (before, 3)
    desk.go((group_id, "feedback"))
    page = page_of(desk)
    page.month.choose(before)
    type_in(desk, Key.Key_2)
    typed = page._half_typed()
    page.month.choose(desk.clock.today().replace(day=1))
    page.pad.clear()
    assert page._half_typed() == {}
    page._restore(typed)
    desk.rest()
    assert page.shown == before and page._half_typed() == typed


def test_a_question_is_counted_and_told_in_shares_from_ten_answers_on(groups: Make) -> None:
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "feedback"))
    desk.press("Count a question")
    form = desk.shell.findChild(MeasureForm)
    assert isinstance(form, MeasureForm)
    assert "“How often do you feel lonely?”" in desk.says() and "Office for National Statistics" in desk.says()
    assert "Don’t add anything up." in desk.says()
    form.steppers["often"].setValue(3)
    form.steppers["never"].setValue(9)
    desk.press("Keep the counts")
    assert "Often or always: 25%" in desk.says() and "12 people answered." in desk.says()
    desk.press("Count a question")
    form = desk.shell.findChild(MeasureForm)
    assert isinstance(form, MeasureForm)
    form.which.choose("ons-anxious")
    form.which.chosen.emit("ons-anxious")
    desk.rest()
    assert "how anxious did you feel yesterday?" in desk.says() and set(form.steppers) == {
        "very-low", "low", "medium", "high"}
    form.steppers["low"].setValue(4)
    desk.press("Keep the counts")
    assert "4 people answered. Shares are shown once there are 10 answers." in desk.says() and "100%" not in desk.says()
    desk.press("Take away Anxious yesterday")
    assert len(desk.core(lambda w: w.feedback.measures(group_id))) == 1


def filled(workspace: Workspace) -> None:
    """A month of slips and a question counted."""
    group, today = workspace.groups.named("Lantern circle"), workspace.clock.today()
    for n in range(9):
        workspace.feedback.add(group.id, today, Slip(faces={item: tuple(Face)[(n + at) % 3] for at, item in enumerate(
            Item)}, words="Warm, and the tea was good. Thank you all." if n == 2 else ""))
    workspace.feedback.count(group.id, workspace.library.instruments()[0], today, {"often": 3, "some": 4, "never": 6})


@pytest.mark.parametrize("path", [("feedback",), ("feedback", "measure")])
def test_its_pages_hold_at_every_zoom_and_in_every_theme(
    groups: Make, theme: Theme, qapp: QApplication, tokens: Tokens, path: tuple[str, ...]
) -> None:
    desk = groups(furnished=True)
    desk.core(filled)
    desk.go((lantern(desk), *path))
    assert audit_zooms(desk.shell, theme, qapp, tokens=tokens) == []
