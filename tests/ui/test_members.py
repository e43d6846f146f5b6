"""People: who may be written down, what they agreed to, what helps them, and what a no does at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QRadioButton

from facilitator.model.group import Application, GroupDraft, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import Consent, ConsentPurpose, ConsentState, DateKind, Member, MemberDraft
from facilitator.model.search import Hit
from tests.ui.audit import audit_zooms
from tests.ui.groups_desk import Elsewhere, GroupsDesk
from ui.go import Go
from ui.screens.groups.people.remembering import DatesBox
from ui.theme import Theme
from ui.widgets import Confirm, RowList

Make = Callable[..., GroupsDesk]
HARD = ("محمد عبد الرحمن", "🌈 Sunny", "Wolfeschlegelsteinhausenbergerdorffvorna", "Zoë O’Brien-Nuñez")


def a_group(desk: GroupsDesk, level: RecordLevel = RecordLevel.FIRST_NAME, **more: object) -> Id:
    """A group of its own."""
    draft = GroupDraft(name="New circle", record_level=level, **more)  # type: ignore[arg-type]
    return next(iter(desk.core(lambda w: w.groups.save(draft)).ids))


def listed(desk: GroupsDesk, group_id: Id) -> list[str]:
    """The names on the list, as they are kept."""
    return [member.name for member in desk.core(lambda w: w.members.of(group_id))]


def the(desk: GroupsDesk, group_id: Id, name: str) -> Member:
    """A member by name."""
    return next(member for member in desk.core(lambda w: w.members.of(group_id)) if member.name == name)


def test_one_person_after_another_is_added(groups: Make) -> None:
    """The form opens again for the next one: the day stays, a yes never does, and leaving loses nothing."""
    desk = groups()
    group_id = a_group(desk)
    desk.go((group_id, "people", "new"))
    desk.keys("Joan")
    desk.find(QLineEdit, "First came on").setText("13/11/2025")
    desk.press("They said yes")
    desk.press("Add, and one more")
    assert "Joan was added." in desk.says() and desk.find(QLineEdit, "Name").text() == ""
    desk.keys("Ahmed")
    assert desk.find(QLineEdit, "First came on").text() == "13/11/2025"
    desk.press("Add this person")
    assert listed(desk, group_id) == ["Ahmed", "Joan"]
    states = {m.name: desk.core(lambda w, m=m: w.members.consents.on(m.id, ConsentPurpose.LIST)).state
              for m in (the(desk, group_id, "Joan"), the(desk, group_id, "Ahmed"))}
    assert states == {"Joan": ConsentState.GIVEN, "Ahmed": ConsentState.NOT_ASKED}
    assert the(desk, group_id, "Ahmed").first_seen == date(2025, 11, 13)


def test_a_member_is_added_and_asked_by_keyboard_alone(groups: Make) -> None:
    """From the empty list to a name, what helps, and a yes with its day and how it was said."""
    desk = groups()
    group_id = a_group(desk)
    desk.go((group_id, "people"))
    assert "Nobody is on the list yet" in desk.says()
    desk.tab_to("Add the first person")
    desk.key(Qt.Key.Key_Return)
    desk.keys("Joan")
    desk.key(Qt.Key.Key_Return)
    assert listed(desk, group_id) == ["Joan"]
    assert "Joan, , Not asked yet" in desk.says() and "Joan was added." in desk.says()
    desk.tab_to("People, 1")
    desk.key(Qt.Key.Key_Return)
    desk.tab_to("What would help?")
    desk.keys("Front seat")
    desk.key(Qt.Key.Key_Return)
    assert "Front seat" in desk.says()
    desk.tab_to("Ask: Being on our list")
    desk.key(Qt.Key.Key_Return)
    assert "May we write your name on the list of New circle?" in desk.says()
    desk.key(Qt.Key.Key_Space)
    desk.tab_to("How did they say it?")
    desk.keys("Said it tonight")
    desk.tab_to("Write it down")
    desk.key(Qt.Key.Key_Return)
    assert "Said yes, Thursday 20 November, Said it tonight" in desk.says()
    joan = the(desk, group_id, "Joan")
    consent = desk.core(lambda w: w.members.consents.on(joan.id, ConsentPurpose.LIST))
    assert (consent.state, consent.wording_version) == (ConsentState.GIVEN, "list-en-1")
    desk.key(Qt.Key.Key_Escape)
    assert "Joan, Front seat, " in desk.says() and "Not asked yet" not in desk.says()


def test_how_somebody_said_yes_waits_for_a_yes(groups: Make) -> None:
    """Words typed beside “Not asked yet” are never dropped in silence, nor taken for a yes that nobody chose."""
    desk = groups()
    group_id = a_group(desk)
    desk.go((group_id, "people", "new"))
    desk.keys("Olive")
    desk.tab_to("How did they say it?")
    desk.keys("Said it at the door")
    desk.key(Qt.Key.Key_Return)
    assert "Nobody has said yes so far." in desk.says() and listed(desk, group_id) == []
    desk.find(QRadioButton, "They said yes to being on the list").setChecked(True)
    desk.key(Qt.Key.Key_Return)
    olive = the(desk, group_id, "Olive")
    consent = desk.core(lambda w: w.members.consents.on(olive.id, ConsentPurpose.LIST))
    assert (consent.state, consent.how) == (ConsentState.GIVEN, "Said it at the door")


def test_no_name_before_the_recovery_sheet(groups: Make) -> None:
    """The refusal is said before anything is typed, leads to Safe-keeping, and keeps what was typed."""
    desk = groups(marked_sample=False)
    group_id = a_group(desk)
    desk.go((group_id, "people", "new"))
    assert "a recovery sheet has to be ready" in desk.says()
    desk.keys("Joan")
    desk.press("Add this person")
    assert listed(desk, group_id) == []
    desk.press("Make the recovery sheet")
    elsewhere = desk.shell.findChild(Elsewhere)
    assert isinstance(elsewhere, Elsewhere) and elsewhere.asked == [Go("safekeeping", "recovery")]

    def recover(workspace: object) -> object:
        pending = workspace.new_recovery()  # type: ignore[attr-defined]
        return workspace.confirm_recovery(pending, pending.code)  # type: ignore[attr-defined]

    desk.do(recover)
    desk.go(None)
    assert "a recovery sheet has to be ready" not in desk.says()
    assert desk.find(QLineEdit, "Name").text() == "Joan"
    desk.press("Add this person")
    assert listed(desk, group_id) == ["Joan"]


def test_a_count_only_group_says_why_there_is_no_list(groups: Make) -> None:
    """Level 0: no list, no way to add; what helps everybody may still be kept; a stray way in is refused in words."""
    desk = groups(furnished=True)
    harbour = desk.core(lambda w: w.groups.named("Harbour circle").id)
    desk.go((harbour, "people"))
    assert "This group counts heads and keeps no names" in desk.says()
    assert "Add a person" not in desk.says() and "Bring in a list" not in desk.says()
    desk.find(QLineEdit, "What would help everybody?").setFocus()
    desk.keys("No step at the door")
    desk.key(Qt.Key.Key_Return)
    assert [n.adjustment for n in desk.core(lambda w: w.members.needs.of(harbour))] == ["No step at the door"]
    desk.press("Change the level")
    assert desk.focus.accessibleName() == "Head-count only"
    for stray in ("new", "import"):
        desk.go((harbour, "people", stray))
        assert "This group keeps a head-count only" in desk.says()


@pytest.mark.parametrize(
    ("purpose", "gone", "does"),
    [
        (ConsentPurpose.LIST, True, "taken off every list at once"),
        (ConsentPurpose.CONTACT, False, "The number is not shown any more"),
        (ConsentPurpose.DATES, False, "no day of this person is shown"),
        (ConsentPurpose.PHOTO, False, "no photo of this person is used"),
        (ConsentPurpose.QUOTE, False, "none of their words are used"),
    ],
)
def test_a_no_says_what_it_does_and_does_it_at_once(
    groups: Make, purpose: ConsentPurpose, gone: bool, does: str
) -> None:
    """Each thing by itself; Undo takes the step back, the history of answers stays."""
    desk = groups(furnished=True)
    willow = desk.core(lambda w: w.groups.named("Willow circle").id)
    member = the(desk, willow, "Maureen Okafor")
    desk.go((willow, "people", member.id, purpose.value))
    desk.press("Write it down")
    assert "Nothing is chosen yet." in desk.says()
    desk.press("They take their yes back" if purpose is ConsentPurpose.LIST else "No")
    assert does in desk.says()
    desk.press("Write it down")
    assert ("Maureen Okafor" not in listed(desk, willow)) is gone
    if gone:
        assert "Maureen Okafor was taken off the list." in desk.says()
        desk.press("Undo")
        assert "Maureen Okafor" in listed(desk, willow)
    else:
        state = desk.core(lambda w: w.members.consents.on(member.id, purpose)).state
        assert state is ConsentState.REFUSED and "Said no, Thursday 20 November" in desk.says()


def test_a_number_comes_after_what_to_mind_and_never_after_a_no(groups: Make) -> None:
    """The rule for calling is in sight first; after a no there is no number anywhere, also not in the form."""
    desk = groups(furnished=True)
    willow = desk.core(lambda w: w.groups.named("Willow circle").id)
    member = the(desk, willow, "Maureen Okafor")
    desk.go(Hit("member", member.id, member.name, group_id=willow))
    assert "A text first" in desk.says() and "01632 960 201" not in desk.says()
    assert "Leave none until you have." in desk.says() and "say nothing of the group" in desk.says()
    desk.press("Change")
    assert not [e for e in desk.shell.findChildren(QLineEdit) if e.isVisible() and "960 201" in e.text()]
    next(b for b in desk.shell.findChildren(QAbstractButton) if b.isVisible() and b.accessibleName() == "No").click()
    desk.find(QLineEdit, "What if somebody else answers?").setText("Say it is the library")
    desk.press("Show it and change it")
    assert desk.find(QLineEdit, "One way to reach them").text() == "01632 960 201"
    desk.press("Save")
    kept = the(desk, willow, member.name)
    assert (kept.contact, kept.may_leave_message) == ("01632 960 201", False)
    assert "Never leave a message." in desk.says() and "else answers: Say it is the library" in desk.says()
    assert "01632 960 201" not in desk.says()
    desk.press("Show how to reach them")
    assert "01632 960 201" in desk.says()
    desk.shell.go(Go("safekeeping"))
    desk.go(None)
    assert "01632 960 201" not in desk.says()
    no = Consent(member_id=member.id, purpose=ConsentPurpose.CONTACT, state=ConsentState.WITHDRAWN)
    desk.do(lambda w: w.members.consents.record(no))
    assert "Does not want to be contacted" in desk.says() and "01632 960 201" not in desk.says()
    desk.press("Change")
    assert "01632 960 201" not in desk.says()
    assert not [e for e in desk.shell.findChildren(QLineEdit) if e.isVisible() and "960 201" in e.text()]
    desk.press("Save")
    desk.do(lambda w: w.members.consents.record(Consent(
        member_id=member.id, purpose=ConsentPurpose.CONTACT, state=ConsentState.GIVEN)))
    assert the(desk, willow, member.name).contact == "01632 960 201"


def test_a_day_is_remembered_after_a_yes_and_shown_no_more_after_a_no(groups: Make) -> None:
    """Asked first; a day and a month; a day that is none is said so; a no takes it out of sight at once."""
    desk = groups()
    group_id = a_group(desk)
    desk.do(lambda w: w.members.save(group_id, MemberDraft(name="Joan")))
    joan = the(desk, group_id, "Joan")
    desk.go((group_id, "people", joan.id))
    assert "Ask them first." in desk.says()
    desk.press("Ask about days to remember")
    assert "Is there a day you would like us to remember with you?" in desk.says()
    desk.press("Yes")
    desk.press("Write it down")
    desk.press("Add a day to remember")
    assert "Choose a day." in desk.says()
    box = desk.shell.findChild(DatesBox)
    assert isinstance(box, DatesBox)
    box.day.choose(30)
    box.month.choose(2)
    desk.press("Add a day to remember")
    assert "That month has no such day." in desk.says()
    box.month.choose(11)
    box.kind.choose(DateKind.BIRTHDAY)
    add = desk.find(QAbstractButton, "Add a day to remember")
    add.click()
    add.click()  # pressed twice, it is one day
    desk.rest()
    assert len(desk.core(lambda w: w.members.dates.of_member(joan.id))) == 1
    assert "30 November: Birthday" in desk.says() and "30 November is remembered for Joan." in desk.says()
    no = Consent(member_id=joan.id, purpose=ConsentPurpose.DATES, state=ConsentState.WITHDRAWN)
    desk.do(lambda w: w.members.consents.record(no))
    assert "30 November: Birthday" not in desk.says() and "No day is shown." in desk.says()
    yes = Consent(member_id=joan.id, purpose=ConsentPurpose.DATES, state=ConsentState.GIVEN)
    desk.do(lambda w: w.members.consents.record(yes))
    desk.press("Remember it no more: 30 November")
    assert desk.core(lambda w: w.members.dates.of_member(joan.id)) == ()


def test_under_18s_need_a_parents_word(groups: Make) -> None:
    """A parent's yes or a reason that is written down; without one nothing is saved."""
    desk = groups()
    group_id = a_group(desk, RecordLevel.CONTACTABLE, application=Application.YOUTH, min_age=12)
    desk.go((group_id, "people", "new"))
    desk.keys("Sam")
    desk.press("Add this person")
    assert "Write down who agreed and how" in desk.says() and listed(desk, group_id) == []
    desk.press("Nobody asks a parent, and there is a reason")
    desk.find(QLineEdit, "Who agreed and how, or the reason").setText("16 and at college, rule 4")
    desk.press("Add this person")
    sam = the(desk, group_id, "Sam")
    parent = desk.core(lambda w: w.members.consents.on(sam.id, ConsentPurpose.PARENT))
    assert (parent.state, parent.basis) == (ConsentState.NOT_ASKED, "16 and at college, rule 4")
    desk.go((group_id, "people", sam.id, "parent"))
    desk.press("No")
    assert "The young person is taken off every list at once." in desk.says()
    desk.press("Write it down")
    assert listed(desk, group_id) == []


def test_leaving_and_coming_back(groups: Make) -> None:
    """Comes no more, comes again, removed, and Undo."""
    desk = groups(furnished=True)
    lantern = desk.core(lambda w: w.groups.named("Lantern circle").id)
    gwen = the(desk, lantern, "Gwen")
    desk.go((lantern, "people", gwen.id))
    desk.press("Comes no more")
    assert "Gwen" not in listed(desk, lantern) and "Comes again" in desk.says()
    desk.go((lantern, "people"))
    assert "Gwen" not in desk.says().replace("Gwen was taken off the list.", "")
    desk.press("Show who comes no more")
    assert "Gwen, Comes no more" in desk.says()
    desk.do(lambda w: w.members.set_active(gwen.id, True))
    desk.go((lantern, "people", gwen.id))
    desk.press("Remove from the list")
    assert "Gwen was put in the bin." in desk.says() and "9 people" not in desk.says()
    desk.press("Undo")
    assert "9 people" in desk.says()


def test_hostile_names_keep_their_place_and_the_page_whole(
    groups: Make, qapp: QApplication, theme: Theme
) -> None:
    """Right to left letters, emoji, a surname of forty letters: the list is by name, and pages are whole at 200 %."""
    desk = groups()
    group_id = a_group(desk)
    for name in (*HARD, "&&nbsp; <b>Ann</b>"):
        desk.core(lambda w, name=name: w.members.save(group_id, MemberDraft(name=name)))
    desk.go((group_id, "people"))
    found = desk.find(RowList, "People")
    assert [row.title for row in found.items] == listed(desk, group_id)
    assert not any(row.look or row.icon != "person" for row in found.items)
    assert audit_zooms(desk.shell, theme, qapp, (1.0, 2.0)) == []
    for name in (HARD[2], "&&nbsp; <b>Ann</b>"):
        member = the(desk, group_id, name)
        desk.go((group_id, "people", member.id))
        assert desk.screen.leaf is not None and desk.screen.leaf.head.title.words == name
        assert audit_zooms(desk.shell, theme, qapp, (1.0, 2.0)) == []
    desk.go((group_id, "people", member.id, "list"))
    assert audit_zooms(desk.shell, theme, qapp, (1.0, 2.0)) == []


def test_right_to_left_pages_are_fit_to_be_used(groups: Make, qapp: QApplication, theme: Theme) -> None:
    """The member's page and form, and the pages that erase, lower, save and put away, mirrored."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    desk = groups(furnished=True)
    willow = desk.core(lambda w: w.groups.named("Willow circle").id)
    member = the(desk, willow, "Rosa Delgado")
    desk.do(lambda w: w.members.consents.record(Consent(
        member_id=member.id, purpose=ConsentPurpose.DATES, state=ConsentState.GIVEN)))
    desk.do(lambda w: w.members.dates.add(member.id, DateKind.REMEMBERED, 12, 1))
    for path in ((willow, "people", member.id), (willow, "people", "new"), (willow, "people", member.id, "erase"),
                 (willow, "people", member.id, "told"), (willow, "people", "export"), (willow, "lower"),
                 (willow, "away")):
        desk.go(path)
        assert audit_zooms(desk.shell, theme, qapp, (1.0, 2.0)) == []


def test_fields_follow_the_level(groups: Make) -> None:
    """A first-name group has a name and nothing to reach anybody by; a contactable one has both."""
    desk = groups(furnished=True)
    for name, there in (("Lantern circle", False), ("Willow circle", True)):
        desk.go((desk.core(lambda w, name=name: w.groups.named(name).id), "people", "new"))
        assert ("One way to reach them" in desk.says()) is there
        assert ("They said yes to being reached this way" in desk.says()) is there
        assert desk.find(QRadioButton, "Not asked yet").isChecked()


def test_a_person_is_erased_for_good_once_they_typed_it(groups: Make, qapp: QApplication, theme: Theme) -> None:
    """What goes is said first; the head-counts stay, Undo does not offer it, and the list is where one lands."""
    desk = groups(furnished=True)
    lantern = desk.core(lambda w: w.groups.named("Lantern circle").id)
    gwen = the(desk, lantern, "Gwen")
    heads = desk.core(lambda w: [s.count.heads for s in w.sessions.held(lantern)])
    desk.go((lantern, "people", gwen.id))
    desk.press("Erase for good")
    said = desk.says()
    assert "ticks of who was there" in said and "How many people came" in said and "No backup is written down" in said
    assert desk.focus.accessibleName() == "Gwen" and "sealed to each of them" in said
    assert audit_zooms(desk.shell, theme, qapp, (1.0, 2.0)) == []
    desk.press("Erase this person")
    dialog = desk.shell.findChild(Confirm)
    assert isinstance(dialog, Confirm) and dialog.field is not None and not dialog.do_button.isEnabled()
    dialog.field.edit.setFocus()
    desk.keys("erase")
    dialog.do_button.click()
    desk.rest()
    assert "One person was erased. The head-counts stay." in desk.says() and "Gwen" not in desk.says()
    assert "Gwen" not in listed(desk, lantern) and "8 people" in desk.says()
    assert desk.core(lambda w: [s.count.heads for s in w.sessions.held(lantern)]) == heads
    assert desk.core(lambda w: w.vault.store.undo_label) is None
    desk.go((lantern, "people", gwen.id))  # a way from before, such as a search hit
    assert "That is not there any more." in desk.says()


def test_how_to_reach_somebody_who_left_is_crossed_out(groups: Make) -> None:
    """It says that it is still there, and takes it away once it was asked again; keyboard alone."""
    desk = groups()
    group_id = a_group(desk, RecordLevel.CONTACTABLE)
    desk.do(lambda w: w.members.save(group_id, MemberDraft(name="Joan", emergency_contact="Kit 07700 900222")))
    joan = the(desk, group_id, "Joan")
    desk.go((group_id, "people", joan.id))
    assert "still written down" not in desk.says()
    desk.press("Comes no more")
    assert "How to reach them is still written down." in desk.says()
    desk.tab_to("Cross it out")
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)  # once too often: it stands on “Leave it as it is”
    assert desk.core(lambda w: w.members.reachable(joan.id))
    desk.press("Cross it out")
    desk.press("Erase it for good")
    assert "How to reach Joan is crossed out." in desk.says() and "07700" not in desk.says()
    assert "still written down" not in desk.says() and not desk.core(lambda w: w.members.reachable(joan.id))
