"""Incidents on the screen: roles are ticked, a name is refused once, and what is a concern is sent elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QPlainTextEdit, QRadioButton

from facilitator.model.ids import Id
from facilitator.model.incident import Incident, IncidentDraft, IncidentKind, IncidentRole
from tests.ui.audit import audit_zooms
from tests.ui.evenings import Hall
from tests.ui.groups_desk import GroupsDesk
from ui.go import Go
from ui.screens.tonight import Tonight
from ui.screens.tonight.after.page import AfterPage
from ui.theme import Theme, Tokens
from ui.widgets import Notice

Make = Callable[..., GroupsDesk]


def lantern(desk: GroupsDesk) -> Id:
    """The sample's group of first names."""
    return desk.core(lambda w: w.groups.named("Lantern circle").id)


def of(desk: GroupsDesk, group_id: Id) -> tuple[Incident, ...]:
    """Its incidents."""
    return desk.core(lambda w: w.incidents.of(group_id))


def test_an_incident_from_the_group_to_the_bin(groups: Make) -> None:
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id,))
    desk.press("What went wrong: incidents")
    assert "Nothing is written down here" in desk.says() and "A concern: act first" in desk.says()
    desk.press("Write the first one down")
    desk.find(QRadioButton, "Something private got out").click()
    desk.find(QCheckBox, "A newcomer").click()
    name = desk.core(lambda w: w.members.of(group_id)[0].name)
    facts = desk.find(QPlainTextEdit, "What happened")
    facts.setPlainText(f"{name} left the list on a chair.")
    desk.press("Write it down")
    assert of(desk, group_id) == () and "is on one of your lists of people" in desk.says()
    facts.setPlainText("The list lay on a chair.")
    desk.press("Write it down")
    [kept] = of(desk, group_id)
    assert (kept.kind, kept.roles, kept.facts) == (
        IncidentKind.BREACH, (IncidentRole.NEWCOMER,), "The list lay on a chair.")
    assert "Something private got out" in desk.says()
    desk.go((group_id, "incidents", kept.id))
    desk.find(QPlainTextEdit, "What was done").setPlainText("It is locked away now.")
    desk.press("Write it down")
    assert of(desk, group_id)[0].action == "It is locked away now."
    desk.go((group_id, "incidents", kept.id))
    desk.press("Put in the bin")
    assert of(desk, group_id) == ()


def test_a_name_may_be_kept_by_one_press_more(groups: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("ui.widgets.notice.announce", lambda _widget, words: said.append(words))
    desk = groups(furnished=True)
    group_id = lantern(desk)
    name = desk.core(lambda w: w.members.of(group_id)[0].name)
    desk.go((group_id, "incidents", "new"))
    desk.find(QPlainTextEdit, "What happened").setPlainText(f"{name} is also the name of the hall.")
    desk.press("Write it down")
    [told] = [words for words in said if name in words]
    notice = next(one for one in desk.screen.findChildren(Notice) if one.accessibleName() == told)
    desk.qtbot.waitUntil(lambda: notice.visibleRegion().boundingRect() == notice.rect())
    desk.press("Keep it as it is")
    assert len(of(desk, group_id)) == 1


def test_what_is_half_typed_waits(groups: Make) -> None:
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "incidents", "new"))
    desk.find(QPlainTextEdit, "What happened").setPlainText("The urn fell.")
    desk.find(QCheckBox, "A facilitator").click()
    desk.go((group_id,))
    desk.go((group_id, "incidents", "new"))
    assert desk.find(QPlainTextEdit, "What happened").toPlainText() == "The urn fell."
    assert desk.find(QCheckBox, "A facilitator").isChecked()


def test_after_the_circle_leads_to_both(hall: Callable[..., Hall]) -> None:
    house = hall()
    screen = house.show(Tonight, ("after",))
    page = screen.findChild(AfterPage)
    assert isinstance(page, AfterPage)
    page.incident_button.click()
    [went] = house.told.went
    assert isinstance(went, Go) and went.place == "groups" and isinstance(went.show, tuple)
    assert went.show[1:] == ("incidents", "new")
    page.concern_button.click()
    house.rest()
    assert isinstance(screen, Tonight) and type(screen.page).__name__ == "ActPage"


@pytest.mark.parametrize("path", [("incidents",), ("incidents", "new")])
def test_its_pages_hold_at_every_zoom_and_in_every_theme(
    groups: Make, theme: Theme, qapp: QApplication, tokens: Tokens, path: tuple[str, ...]
) -> None:
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.core(lambda w: w.incidents.save(group_id, IncidentDraft(
        kind=IncidentKind.ACCIDENT, on=w.clock.today(), facts="A fall.", roles=tuple(IncidentRole))))
    desk.go((group_id, *path))
    assert audit_zooms(desk.shell, theme, qapp, tokens=tokens) == []


def test_a_name_in_a_venue_or_a_group_is_asked_about_once(groups: Make) -> None:
    """Every form of groups has the same manners: stop once, keep by one press more, never ask about it again."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    name = desk.core(lambda w: w.members.of(group_id)[0].name)
    desk.go((group_id, "change"))
    audience = desk.find(QPlainTextEdit, "Who is it for")
    audience.setPlainText(f"Friends of {name}.")
    desk.press("Save")
    assert "is on one of your lists of people" in desk.says()
    assert name not in desk.core(lambda w: w.groups.get(group_id).audience)
    desk.press("Keep it as it is")
    assert desk.core(lambda w: w.groups.get(group_id).audience) == f"Friends of {name}."
    desk.go((group_id, "change"))
    desk.press("Save")
    assert "is on one of your lists of people" not in desk.says()
