"""Groups: the empty place, making one by keyboard alone, when it meets, what it agreed, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton

from facilitator.model.group import Application, Group, GroupDraft, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import Consent, ConsentPurpose, ConsentState, MemberDraft
from facilitator.model.paper import PersonalData
from facilitator.model.search import Hit
from facilitator.model.session import SeriesDraft, SessionStatus
from tests.ui.audit import audit_zooms
from tests.ui.groups_desk import GroupsDesk
from ui.screens.groups.about.organisation import OrganisationForm
from ui.screens.groups.where import pack, read, up
from ui.theme import Theme
from ui.widgets import CheckRow, RowList

Make = Callable[..., GroupsDesk]
ONE = bytes(range(16))


def lantern(desk: GroupsDesk) -> Id:
    """The sample's group of first names."""
    return desk.core(lambda w: w.groups.named("Lantern circle").id)


def kept(desk: GroupsDesk, group_id: Id) -> Group:
    """The group as it is kept now."""
    return desk.core(lambda w: w.groups.get(group_id))


def test_ways_here_are_read_and_packed() -> None:
    """Every value that leads here, and the bytes that half-typed forms keep."""
    assert read(ONE) == (ONE,)
    assert read("new") == ("new",)
    assert read(Hit("member", b"m" * 16, "Joan", group_id=ONE)) == (ONE, "people", b"m" * 16)
    assert read((ONE, "people")) == (ONE, "people")
    assert read(None) is None and read("elsewhere") is None and read(7) is None and read(b"/~zz") is None
    for path in ((ONE, "people", "new"), ("new",), ("organisation",), (ONE, "team", ONE), ("abcdefghijklmno",)):
        assert read(pack(path)) == path
        assert len(pack(path)) != 16
    assert up((ONE, "people")) == () and up((ONE, "meetings", "move", ONE)) == (ONE, "meetings")


def test_a_group_is_made_by_keyboard_alone(groups: Make) -> None:
    """From the empty place to meeting days, without a mouse."""
    desk = groups()
    assert "No groups yet" in desk.says()
    assert desk.focus.accessibleName() == "Make the first group"
    desk.key(Qt.Key.Key_Return)
    assert "Step 1 of 3" in desk.says()
    desk.keys("Kitchen table")
    desk.tab_to("Next")
    desk.key(Qt.Key.Key_Return)
    assert "Choose the kind that comes nearest" in desk.says()
    desk.tab_to("Mental health")
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Down)  # one row on in the grid
    assert desk.screen.leaf is not None and desk.focus.isVisible()
    chosen = [card for card in desk.shell.findChildren(QRadioButton) if card.isChecked() and card.isVisible()]
    assert [card.accessibleName() for card in chosen] == [desk.focus.accessibleName()] == ["Trauma"]
    desk.tab_to("Next")
    desk.key(Qt.Key.Key_Return)
    desk.keys("Anyone in Millbridge")
    desk.tab_to("Next")
    desk.key(Qt.Key.Key_Return)
    assert "Step 3 of 3" in desk.says() and "You can welcome people by name." in desk.says()
    desk.tab_to("Make the group")
    desk.key(Qt.Key.Key_Return)
    group = desk.core(lambda w: w.groups.named("Kitchen table"))
    assert (group.application, group.audience) == (Application.TRAUMA, "Anyone in Millbridge")
    assert group.record_level is RecordLevel.FIRST_NAME
    assert "The group Kitchen table was made." in desk.says()
    assert "When do you meet?" in desk.says()
    desk.tab_to("Save the meeting days")
    desk.key(Qt.Key.Key_Return)
    (rule,) = desk.core(lambda w: w.sessions.series.of(group.id))
    assert (rule.weekday, rule.start_minute, rule.first_on) == (3, 1140, date(2025, 11, 20))
    assert "Next: say who runs it, and where." in desk.says()


def test_the_level_follows_the_kind_until_somebody_chooses(groups: Make) -> None:
    """Addiction counts, hearing voices counts, under-18s must be reachable, and the reason is said."""
    desk = groups()
    desk.go("new")
    leaf = desk.screen.leaf
    leaf.kind.name.set_text("Circle")  # type: ignore[union-attr]
    for kind, age, level in (
        ("Addiction", None, RecordLevel.TALLY),
        ("Mental health", None, RecordLevel.FIRST_NAME),
        ("Young people", None, RecordLevel.CONTACTABLE),
        ("Grief", 16, RecordLevel.CONTACTABLE),
        ("Grief", 18, RecordLevel.FIRST_NAME),
    ):
        desk.press(kind)
        if age is not None:
            leaf.audience.age.setValue(age)  # type: ignore[union-attr]
        assert leaf.level.cards.level is level, kind  # type: ignore[union-attr]
    desk.press("Young people")
    desk.press("Next")
    desk.press("Next")
    assert "People under 18 come to this group." in desk.says()
    assert not desk.find(QRadioButton, "First names").isEnabled()
    desk.press("One step back")
    desk.press("One step back")
    desk.press("Mental health")
    desk.press("Next")
    desk.press("Next")
    desk.press("A hearing voices")
    assert leaf.level.cards.level is RecordLevel.TALLY  # type: ignore[union-attr]
    desk.press("First names")
    desk.press("Make the group")
    group = desk.core(lambda w: w.groups.named("Circle"))
    assert (group.record_level, group.count_only) == (RecordLevel.FIRST_NAME, True)


def test_a_lower_level_is_refused_in_words(groups: Make) -> None:
    """The core refuses, the page says so where it happened and shows the way, and what was typed stays."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "change"))
    desk.press("Head-count only")
    assert "To keep less, what is kept has to go first." in desk.says()
    desk.find(QLineEdit, "Name of the group").setText("Another name")
    desk.press("Save")
    assert "what is kept about them has to go first. Nothing was changed." in desk.says()
    assert kept(desk, group_id).name == "Lantern circle"
    desk.press("Names and contacts")
    assert "More is written down from now on." in desk.says()
    desk.press("Save")
    assert (kept(desk, group_id).name, kept(desk, group_id).record_level) == ("Another name", 2)


def test_a_name_that_is_taken_is_said_at_the_name(groups: Make) -> None:
    """A second Lantern circle is refused on the first step."""
    desk = groups(furnished=True)
    desk.go("new")
    desk.find(QLineEdit, "Name of the group").setText("lantern  CIRCLE")
    desk.press("Grief")
    for _n in range(2):
        desk.press("Next")
    desk.press("Make the group")
    assert "Another one has this name" in desk.says() and "Step 1 of 3" in desk.says()
    assert len(desk.core(lambda w: w.groups.all())) == 3


def test_evenings_are_skipped_moved_added_and_brought_back(groups: Make) -> None:
    """Exceptions to the rule, each with Undo at the foot."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "meetings"))
    desk.press("Call off: Thursday 27 November")
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    assert "Called off. The place was not free." in desk.says()
    on = desk.core(lambda w: w.sessions.on(group_id, date(2025, 11, 27)))
    assert [session.status for session in on] == [SessionStatus.CANCELLED]
    desk.press("Bring back: Thursday 27 November")
    desk.press("Move: Thursday 27 November")
    day, start = desk.find(QLineEdit, "Day"), desk.find(QLineEdit, "Starts at")
    day.setText("1/11/2025")
    desk.press("Move it")
    assert "That day is over" in desk.says()
    day.setText("28 November")
    start.setText("18:30")
    desk.press("Move it")
    assert "Move: Friday 28 November" in desk.says() and "18:30 to 20:00" in desk.says()
    desk.press("Undo")
    assert "Move: Thursday 27 November" in desk.says()
    desk.press("One more evening")
    desk.find(QLineEdit, "Day").setText("not a day")
    desk.press("Plan it")
    assert "That is not a day" in desk.says()
    desk.find(QLineEdit, "Day").setText("6/12/2025")
    desk.press("Plan it")
    assert "Saturday 6 December" in desk.says() and "One more evening." in desk.says()


def test_meeting_days_are_changed_from_a_day_on_and_stopped(groups: Make) -> None:
    """A monthly rule with a last day; what is past stays."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "meetings"))
    desk.press("Change: Every Thursday")
    leaf = desk.screen.leaf
    leaf.often.menu.choose((1, 5))  # type: ignore[union-attr]
    leaf._foresee()  # type: ignore[union-attr]
    desk.rest()
    assert "Thursday 27 November" in desk.says()
    desk.press("Save the meeting days")
    assert "The last Thursday of the month" in desk.says() and "Thursday 4 December" not in desk.says()
    assert len(desk.core(lambda w: w.sessions.held(group_id))) == 8
    desk.press("Change: The last Thursday")
    desk.press("Meet on this day no more")
    assert "No meeting days yet" in desk.says() or "No day that comes again" in desk.says()


def test_the_first_evening_follows_the_weekday(groups: Make) -> None:
    """The two never speak against each other; with a last day it says how many evenings there are."""
    desk = groups(furnished=True)
    desk.go((lantern(desk), "meetings", "new"))
    leaf = desk.screen.leaf
    leaf.weekday.menu.choose(0)  # type: ignore[union-attr]
    leaf.weekday.menu.chosen.emit(0)  # type: ignore[union-attr]
    desk.rest()
    first = leaf.first.day  # type: ignore[union-attr]
    assert first is not None and first.weekday() == 0
    leaf.last.set_day(first + timedelta(weeks=7))  # type: ignore[union-attr]
    leaf.last.changed.emit("")  # type: ignore[union-attr]
    desk.rest()
    assert "8 evenings in all" in desk.says()


def test_an_agreement_goes_on_in_versions(groups: Make) -> None:
    """From the core twelve; a clause out, another in other words, one's own, an order; the old text stays."""
    desk = groups()
    made = desk.core(lambda w: w.groups.save(GroupDraft(name="New circle")))
    group_id = next(iter(made.ids))
    desk.go((group_id, "agreement"))
    desk.press("Start from the core twelve")
    assert "12 clauses are in." in desk.says()
    desk.press("One voice at a time")
    desk.press("Down: What we hear here stays here")
    desk.press("Other words: It is always fine to pass")
    desk.find(QLineEdit, "We agree that").setText("You may always pass")
    desk.press("Use these words")
    desk.find(QLineEdit, "We agree that").setText("We water the plants")
    desk.press("Keep as version 1")
    assert "This clause is not in yet" in desk.says()
    desk.press("Add it")
    desk.press("Keep as version 1")
    first = desk.core(lambda w: w.agreements.current(group_id))
    assert first is not None
    texts = [clause.text for clause in first.clauses]
    assert len(texts) == 12 and texts[1] == "What we hear here stays here" and texts[-1] == "We water the plants"
    assert "You may always pass" in texts and "One voice at a time" not in texts
    desk.press("Change it")
    desk.press("We water the plants")
    desk.press("Keep as version 2")
    assert [v.number for v in desk.core(lambda w: w.agreements.history(group_id))] == [2, 1]
    assert "Taken away | We water the plants" in desk.says()
    desk.tab_to("Earlier versions")
    desk.key(Qt.Key.Key_Return)
    assert "We water the plants" in desk.says() and "Version 1" in desk.says()
    desk.key(Qt.Key.Key_Escape)
    assert "Version 2" in desk.says()


def test_parts_and_an_agreement_by_keyboard_alone(groups: Make) -> None:
    """Arrows turn the parts and stay on them; ticking, and keeping version 1, without a mouse."""
    desk = groups()
    group_id = next(iter(desk.core(lambda w: w.groups.save(GroupDraft(name="New circle"))).ids))
    desk.go((group_id,))
    for name in ("People", "When we meet", "Who does what", "Who came", "Agreement"):
        desk.key(Qt.Key.Key_Right)
        assert desk.focus.accessibleName() == name
    desk.tab_to("Start from the core twelve")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Space)
    assert "11 clauses are in." in desk.says()
    desk.tab_to("How many people are here?")
    desk.key(Qt.Key.Key_Up, 7)
    desk.tab_to("Keep as version 1")
    desk.key(Qt.Key.Key_Return)
    first = desk.core(lambda w: w.agreements.current(group_id))
    assert first is not None and (first.present, len(first.clauses)) == (7, 11)
    assert first.review_by == date(2026, 11, 20)
    assert "7 people were there" in desk.says() and "Version 1" in desk.says()


def test_team_venue_and_organisation(groups: Make) -> None:
    """The first leads, an order, a venue with its card; who answers for it all."""
    desk = groups()
    group_id = next(iter(desk.core(lambda w: w.groups.save(GroupDraft(name="New circle"))).ids))
    desk.go((group_id, "team"))
    desk.tab_to("Add a name")
    for name in ("Ruth", "Dev", "dev"):
        assert desk.focus.accessibleName() == "Add a name"  # and stays there, for the next name
        desk.keys(name)
        desk.key(Qt.Key.Key_Return)
    assert "dev is there already." in desk.says()
    desk.press("Dev one place up")
    names = {one.id: one.name for one in desk.core(lambda w: w.facilitators.all())}
    assert [names[one] for one in kept(desk, group_id).team] == ["Dev", "Ruth"]
    desk.tab_to("Ruth does not run this group any more")
    desk.key(Qt.Key.Key_Return)
    assert [names[one] for one in kept(desk, group_id).team] == ["Dev"]
    assert desk.focus.accessibleName() == "What is known of Dev"  # never lost with what went
    desk.press("New venue")
    desk.press("Save the venue")
    assert "A name is needed." in desk.says()
    desk.find(QLineEdit, "Name of the place").setText("St Anne’s Hall")
    desk.press("Save the venue")
    assert kept(desk, group_id).venue_id is not None
    assert "The address is missing" in desk.says()
    desk.go("organisation")
    desk.find(QLineEdit, "Safeguarding lead").setText("Hannah")
    desk.press("Save")
    assert desk.core(lambda w: w.organisations.get()).lead_name == "Hannah"


def test_lead_and_deputy_are_chosen_from_who_facilitates(groups: Make) -> None:
    """A typed concern goes to who has the duty and a key under the very name: the form says which names have one."""
    desk = groups()
    mine = desk.core(lambda w: w.facilitators.of_holder(w.vault.holder))
    me = "Ruth Adler" if mine is None else mine.name
    desk.core(lambda w: w.facilitators.add("Dev Rao"))
    if mine is None:
        desk.core(lambda w: w.facilitators.add("Ruth Adler", w.vault.holder))
    desk.go("organisation")
    [form] = desk.screen.findChildren(OrganisationForm)
    lead, deputy = (desk.find(QLineEdit, name) for name in ("Safeguarding lead", "Deputy"))
    assert "key" not in lead.accessibleDescription()
    form.choosers["lead_name"].chosen.emit(me)
    assert lead.text() == me and lead.hasFocus()
    assert "Has a key: a concern can be sealed for them." in lead.accessibleDescription()
    form.choosers["deputy_name"].chosen.emit("Dev Rao")
    assert deputy.text() == "Dev Rao" and "No key under this name" in deputy.accessibleDescription()
    deputy.setFocus()
    deputy.selectAll()
    desk.keys(me.lower())
    assert "Has a key" in deputy.accessibleDescription()
    desk.press("Save")
    kept = desk.core(lambda w: w.organisations.get())
    assert (kept.lead_name, kept.deputy_name) == (me, me.lower())
    assert [one.name for one in desk.core(lambda w: w.concerns.recipients())] == [me]


def test_half_typed_words_outlive_a_lock_and_a_detour(groups: Make) -> None:
    """The draft leads back to its own form; a detour by search puts the words back; Back warns before it drops them."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "team", "venue"))
    assert desk.drafting._unkept() == []
    desk.keys("Scout h")
    desk.go((group_id, "people"))
    desk.go((group_id, "team", "venue"))
    assert desk.find(QLineEdit, "Name of the place").text() == "Scout h"
    desk.drafting.flush()
    desk.screen._room.unsaved.clear()
    desk.drafting.start(desk.vault.drafts)
    (offer,) = desk.drafting.offers
    assert offer.title == "New venue"
    way = desk.drafting.pick_up(offer.where)
    assert way is not None and read(way.show) == (group_id, "team", "venue")
    desk.go(())
    desk.screen._room.unsaved.clear()
    desk.shell.go(way)
    desk.rest()
    assert desk.find(QLineEdit, "Name of the place").text() == "Scout h"
    desk.key(Qt.Key.Key_Escape)
    assert "What you typed is not saved yet." in desk.says()
    desk.press("Leave without saving")
    desk.go((group_id, "team", "venue"))
    assert desk.find(QLineEdit, "Name of the place").text() == ""


def test_the_keyboard_is_on_a_clause_where_a_half_done_agreement_is_picked_up(groups: Make) -> None:
    """The rows of the draft take the place of those first drawn, which take the keyboard with them as they go."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "agreement", "change"))
    desk.key(Qt.Key.Key_Space)
    desk.drafting.flush()
    desk.go(())
    desk.screen._room.unsaved.clear()
    desk.drafting.start(desk.vault.drafts)
    (offer,) = desk.drafting.offers
    way = desk.drafting.pick_up(offer.where)
    assert way is not None
    desk.shell.go(way)
    desk.rest()
    focus = QApplication.focusWidget()
    assert isinstance(focus, CheckRow) and focus.isVisible() and not focus.isChecked()


def test_what_is_gone_leads_back(groups: Make) -> None:
    """A group taken back by Undo while it is shown, and a way to one that never was."""
    desk = groups(furnished=True)
    made = desk.core(lambda w: w.groups.save(GroupDraft(name="Brief")))
    desk.go((next(iter(made.ids)),))
    assert "Brief" in desk.says()
    desk.do(lambda w: w.undo())
    assert "Taken back" in desk.says() and "Your organisation" in desk.says()
    desk.go((ONE, "people"))
    assert "That is not there any more." in desk.says() and "Harbour circle" in desk.says()


@pytest.mark.parametrize("part", ["about", "people", "meetings", "agreement", "team", "change", "rule", "agreeing"])
def test_pages_are_fit_to_be_used_at_every_zoom(groups: Make, qapp: QApplication, theme: Theme, part: str) -> None:
    """Nothing cut, nothing too small, nothing without a name, at 100 and 200 %."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go(
        {"rule": (group_id, "meetings", "new"), "agreeing": (group_id, "agreement", "change")}.get(
            part, (group_id, part)
        )
    )
    assert audit_zooms(desk.shell, theme, qapp, (1.0, 2.0)) == []


def test_a_group_is_put_away_and_brought_back(groups: Make) -> None:
    """What stops and what stays is said; it leaves the list and Tonight, still opens, and comes back as it was."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.do(lambda w: w.papers.record("sign-in", 1, PersonalData.ONCE_FILLED, group_id))
    desk.go((group_id,))
    desk.press("Put this group away")
    said = desk.says()
    assert "The next one would be on Thursday 20 November at 19:00. Tell people that it is off." in said
    assert "9 people on its list" in said and "Sign-in sheet" in said and "1 copy, printed on 20 November" in said
    desk.press("Put it away")
    assert "Lantern circle was put away." in desk.says()
    lists = {rows.accessibleName().split(",")[0]: [row.title for row in rows.items]
             for rows in desk.shell.findChildren(RowList) if rows.isVisible()}
    assert list(lists.values()) == [["Harbour circle", "Willow circle"], ["Lantern circle"]]
    assert desk.core(lambda w: [s for s in w.sessions.tonight() if s.group_id == group_id]) == []
    desk.press("Undo")
    assert "Put away" not in desk.says()
    desk.do(lambda w: w.groups.archive(group_id))
    desk.go((group_id,))
    assert "This group was put away on Thursday 20 November." in desk.says() and "Next:" not in desk.says()
    assert "Put this group away" not in desk.says()
    desk.press("Bring it back")
    assert "was put away on" not in desk.says() and kept(desk, group_id).archived_on is None
    desk.go(None)
    assert "Put away" not in desk.says()


def test_the_page_to_put_a_group_away_fits_at_every_zoom(groups: Make, theme: Theme, qapp: QApplication) -> None:
    """Nothing cut, nothing too small."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "away"))
    assert audit_zooms(desk.shell, theme, qapp, (1.0, 2.0)) == []
    desk.do(lambda w: w.groups.archive(group_id))
    for path in ((group_id,), ()):
        desk.go(path)
        assert audit_zooms(desk.shell, theme, qapp, (1.0, 2.0)) == []


def test_what_was_typed_stays_when_it_is_refused(groups: Make) -> None:
    """Somebody else took the person off the list meanwhile: what was typed to help them is not lost with it."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    amir = next(one for one in desk.core(lambda w: w.members.of(group_id)) if one.name == "Amir")
    desk.go((group_id, "people", amir.id))
    desk.tab_to("What would help?")
    desk.keys("Front seat")
    desk.core(lambda w: w.members.bin(amir.id))
    desk.key(Qt.Key.Key_Return)
    assert desk.find(QLineEdit, "What would help?").text() == "Front seat"
    assert "not there any more" in desk.says()


def test_somebody_of_the_same_name_is_said(groups: Make) -> None:
    """A second Amir may be another person, or the same one twice: it is said where Undo stands."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "people", "new"))
    desk.keys("amir")
    desk.key(Qt.Key.Key_Return)
    assert "Somebody else on the list has that name too" in desk.says()
    desk.press("Undo")
    assert [one.name for one in desk.core(lambda w: w.members.of(group_id))].count("amir") == 0


def test_an_age_no_longer_needed_can_be_taken_away(groups: Make) -> None:
    """Once all are adults an age that is kept shows in the form, may be emptied, and never changes to another."""
    desk = groups()
    young = GroupDraft(name="Harbour", min_age=12, record_level=RecordLevel.CONTACTABLE)
    group_id = next(iter(desk.core(lambda w: w.groups.save(young)).ids))
    parent = Consent(member_id=b"", purpose=ConsentPurpose.PARENT, state=ConsentState.GIVEN)
    draft = MemberDraft(name="Kim", age_band="14 to 15")
    desk.core(lambda w: w.members.save(group_id, draft, consents=[parent]))
    kim = desk.core(lambda w: w.members.of(group_id)[0].id)
    desk.core(lambda w: w.groups.save(replace(young, min_age=18), group_id))
    desk.go((group_id, "people", kim, "change"))
    age = desk.find(QLineEdit, "Age")
    assert "You may empty it." in age.accessibleDescription()
    age.setText("19")
    desk.press("Save")
    assert "Ages are kept only where people under 18 come." in age.accessibleDescription() and age.hasFocus()
    age.setText("")
    desk.press("Save")
    assert desk.core(lambda w: w.members.get(kim).age_band) == ""
    desk.press("Change")
    assert not [one for one in desk.shell.findChildren(QLineEdit) if one.isVisible() and one.accessibleName() == "Age"]


def test_the_keyboard_stays_where_it_was_when_a_button_turns(groups: Make) -> None:
    """Calling off, bringing back, leaving, coming again: the control that stands there now has the keyboard."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "meetings"))
    desk.tab_to("Call off: Thursday 11 December")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    assert desk.focus.accessibleName() == "Bring back: Thursday 11 December"
    desk.key(Qt.Key.Key_Return)
    assert desk.focus.accessibleName() == "Move: Thursday 11 December"
    [evening] = desk.core(lambda w: w.sessions.on(group_id, date(2025, 12, 4)))
    desk.go((group_id, "evenings", evening.id))
    desk.tab_to("Call it off")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)  # once too often: it asks why again, and brings nothing back
    desk.key(Qt.Key.Key_Escape)
    assert desk.focus.accessibleName().startswith("Why")
    assert desk.core(lambda w: w.sessions.get(evening.id).status) is SessionStatus.CANCELLED
    amir = next(one for one in desk.core(lambda w: w.members.of(group_id)) if one.name == "Amir")
    desk.go((group_id, "people", amir.id))
    desk.tab_to("Comes no more")
    desk.key(Qt.Key.Key_Return)
    assert desk.focus.accessibleName() == "Comes again"
    desk.tab_to("What would help?")
    desk.keys("Front seat")
    desk.key(Qt.Key.Key_Return)
    assert "Not needed any more: Front seat" in desk.says()
    desk.core(lambda w: w.groups.archive(group_id))
    desk.go((group_id,))
    desk.tab_to("Bring it back")
    desk.key(Qt.Key.Key_Return)
    assert desk.focus.accessibleName() == "This group"


def test_a_clause_half_typed_outlives_what_is_ticked_beside_it(groups: Make) -> None:
    """An overlay ticked meanwhile takes nothing away, and other words for a clause wait until this one is in."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "agreement", "change"))
    line = desk.find(QLineEdit, "We agree that")
    line.setText("We water the plants")
    desk.press("When we meet online")
    assert line.text() == "We water the plants"
    desk.press("Other words: It is always fine to pass")
    assert line.text() == "We water the plants" and "This clause is not in yet" in desk.says()
    desk.press("Add it")
    desk.press("Other words: It is always fine to pass")
    assert line.text() == "It is always fine to pass"
    desk.press("Other words: One voice at a time")  # nothing was changed, so nothing is in the way
    assert line.text() == "One voice at a time"


def test_the_next_step_asks_only_for_what_is_missing(groups: Make) -> None:
    """Once somebody runs it, only the place is left to say."""
    desk = groups()
    made = desk.core(lambda w: w.groups.save(GroupDraft(name="New circle")))
    group_id = next(iter(made.ids))
    rule = SeriesDraft(weekday=3, start_minute=1140, first_on=date(2025, 11, 20))
    desk.core(lambda w: w.sessions.series.save(group_id, rule))
    desk.core(lambda w: w.facilitators.join(group_id, "Maureen"))
    desk.go((group_id,))
    assert "Next: say where it meets." in desk.says()


def test_a_form_is_sent_off_once(groups: Make) -> None:
    """Pressed twice, as many people press, “Add, and one more” adds one person."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "people", "new"))
    desk.keys("Zed")
    again = desk.find(QPushButton, "Add, and one more")
    again.click()
    again.click()
    desk.rest()
    names = [one.name for one in desk.core(lambda w: w.members.of(group_id))]
    assert names.count("Zed") == 1 and desk.focus.accessibleName() == "Name" and "A new person" in desk.says()
    desk.keys("Yan")
    desk.press("Add this person")
    assert "10 people" not in desk.says() and "11 people" in desk.says()
