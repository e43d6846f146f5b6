"""The team and its venues: one step of Undo for what is made on the way, facts ticked, what is known of somebody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit

from facilitator.model.group import GroupDraft
from facilitator.model.ids import Id
from facilitator.model.organisation import VenueFact
from facilitator.model.search import Hit
from facilitator.workspace import Workspace
from tests.ui.groups_desk import GroupsDesk
from ui.screens.groups.where import read

Make = Callable[..., GroupsDesk]


def new_group(desk: GroupsDesk) -> Id:
    """An empty group, with its team page open."""
    group_id = next(iter(desk.core(lambda w: w.groups.save(GroupDraft(name="New circle"))).ids))
    desk.go((group_id, "team"))
    return group_id


def test_a_new_venue_and_a_new_name_are_one_step_each(groups: Make) -> None:
    """Undo takes back the venue with where the group meets, and the name with the place on the team."""
    desk = groups()
    group_id = new_group(desk)
    desk.press("New venue")
    desk.find(QLineEdit, "Name of the place").setText("Library")
    desk.find(QCheckBox, "Hearing loop").click()
    desk.press("Save the venue")
    (venue,) = desk.core(lambda w: w.venues.all())
    assert venue.facts == (VenueFact.LOOP,)
    assert "Hearing loop." in desk.says() and "The group meets at Library now." in desk.says()
    desk.press("Undo")
    assert desk.core(lambda w: (w.venues.all(), w.groups.get(group_id).venue_id)) == ((), None)
    desk.tab_to("Add a name")
    desk.keys("Ruth")
    desk.key(Qt.Key.Key_Return)
    assert "Ruth is on the team." in desk.says()
    desk.press("Undo")
    assert desk.core(lambda w: (w.facilitators.all(), w.groups.get(group_id).team)) == ((), ())


def test_a_venue_keeps_its_facts_when_it_is_changed(groups: Make) -> None:
    """What stands in the form is what is kept, ticks and cost among it."""
    desk = groups()
    group_id = new_group(desk)
    desk.press("New venue")
    desk.find(QLineEdit, "Name of the place").setText("Library")
    for fact in ("No step at the way in", "Parking"):
        desk.find(QCheckBox, fact).click()
    desk.find(QLineEdit, "What it costs").setText("£12 an hour")
    desk.press("Save the venue")
    desk.press("Change the venue Library")
    desk.find(QCheckBox, "Parking").click()
    desk.press("Save the venue")
    (venue,) = desk.core(lambda w: w.venues.all())
    assert (venue.facts, venue.cost) == ((VenueFact.STEP_FREE,), "£12 an hour")
    desk.go((group_id, "team", "venues"))
    assert "Library, The address is missing. 1 thing ticked that makes it easy. £12 an hour., 1 group" in desk.says()
    desk.key(Qt.Key.Key_Return)
    desk.press("Nobody meets here any more")
    assert desk.core(lambda w: w.venues.all()) == () and "The address is missing" not in desk.says()


def test_venues_stand_beside_the_groups_too(groups: Make) -> None:
    """From the list of groups to every venue; one made there moves no group; one found by search opens."""
    desk = groups()
    desk.do(lambda w: w.groups.save(GroupDraft(name="New circle")))
    desk.go(())
    desk.press("Venues")
    desk.press("Write the first venue down")
    desk.find(QLineEdit, "Name of the place").setText("Library")
    desk.press("Save the venue")
    assert "Library, The address is missing." in desk.says()
    (venue,) = desk.core(lambda w: w.venues.all())
    assert desk.core(lambda w: w.groups.named("New circle").venue_id) is None
    assert read(Hit("venue", venue.id, "Library")) == ("venues", venue.id)
    assert read(Hit("venue", venue.id, "Library", group_id=venue.id)) == (venue.id, "team", venue.id)
    desk.go(Hit("venue", venue.id, "Library"))
    assert desk.find(QLineEdit, "Name of the place").text() == "Library"
    desk.key(Qt.Key.Key_Escape)
    assert "Library, The address is missing." in desk.says()


def test_what_is_known_of_a_facilitator(groups: Make) -> None:
    """Availability and the day checks were seen stand on the team page; lived experience on the form alone."""
    desk = groups()
    group_id = new_group(desk)
    desk.do(lambda w: w.facilitators.join(group_id, "Ruth"))
    desk.press("What is known of Ruth")
    desk.find(QLineEdit, "When they can come").setText("Thursdays")
    desk.find(QLineEdit, "Checks seen on").setText("21 November 2025")
    desk.press("Save")
    assert "That day is still to come." in desk.says()
    desk.find(QLineEdit, "Checks seen on").setText("3 March 2025")
    desk.find(QLineEdit, "Checks seen on").editingFinished.emit()
    desk.press("Have they lived through")
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    desk.press("Save")

    def kept(workspace: Workspace) -> tuple[str, bool | None, date | None]:
        (ruth,) = workspace.facilitators.all()
        return ruth.availability, ruth.lived_experience, ruth.checks_seen_on

    assert desk.core(kept) == ("Thursdays", True, date(2025, 3, 3))
    assert "Leads. Thursdays. Checks seen on 3 March 2025" in desk.says()
    assert "lived" not in desk.says().lower()
    desk.press("What is known of Ruth")
    desk.press("They run no circles any more")
    assert desk.core(lambda w: w.facilitators.all()) == ()
