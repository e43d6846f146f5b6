"""Organisation, facilitators, venues and groups, and the rules of the record level."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitator.errors import (
    BadValue,
    ConsentNeeded,
    LevelCannotDrop,
    LevelRequired,
    LevelTooLow,
    NameMissing,
    NotFound,
    UnknownGroup,
)
from facilitator.model.group import Application, GroupDraft, RecordLevel, default_level
from facilitator.model.member import ConsentPurpose, MemberDraft
from facilitator.model.organisation import FacilitatorDraft, Organisation, VenueDraft
from facilitator.model.paper import Piece
from facilitator.model.session import Count, SessionStatus
from tests.core.hall import Hall, said


def test_one_organisation(hall: Hall) -> None:
    assert hall.organisation.get() == Organisation()
    kept = Organisation(name="Riverside", country="ie", lead_name="  Nia\u202e ", lead_contact="01")
    change = hall.organisation.save(kept)
    assert change.touches("organisation")
    assert hall.organisation.get() == replace(kept, country="IE", lead_name="Nia")
    hall.organisation.save(replace(kept, name="Hillside"))
    assert hall.organisation.get().name == "Hillside"
    with pytest.raises(BadValue):
        hall.organisation.save(Organisation(country="England"))


def test_facilitators(hall: Hall) -> None:
    hall.facilitators.add("Dev", b"k" * 16)
    hall.facilitators.add("ʻAlī")
    dev = hall.facilitators.of_holder(b"k" * 16)
    assert dev is not None
    assert [one.name for one in hall.facilitators.all()] == ["Dev", "ʻAlī"]
    hall.facilitators.rename(dev.id, "Devika")
    assert hall.facilitators.get(dev.id).name == "Devika"
    hall.facilitators.leave(dev.id)
    assert [one.name for one in hall.facilitators.all()] == ["ʻAlī"]
    assert hall.facilitators.get(dev.id).name == "Devika"
    with pytest.raises(NameMissing):
        hall.facilitators.add(" \x00\u200b ")
    with pytest.raises(NotFound):
        hall.facilitators.rename(b"x" * 16, "A")


def test_lead_and_deputy_keep_step_with_the_name_of_who_facilitates(hall: Hall) -> None:
    """A sealed concern finds its reader by that name: spelled anew in one place alone it would find nobody."""
    for name in ("Dev Rao", "Ruth"):
        hall.facilitators.add(name)
    dev, ruth = hall.facilitators.all()
    hall.organisation.save(Organisation(country="GB", lead_name="dev rao", deputy_name="Hannah", supervisor="Dev Rao"))
    said = hall.facilitators.rename(dev.id, "Devika Rao").label
    ours = hall.organisation.get()
    assert (ours.lead_name, ours.deputy_name, ours.supervisor) == ("Devika Rao", "Hannah", "Dev Rao")
    assert said == "The name was changed to Devika Rao. The safeguarding lead is called so now, too."
    hall.store.undo()
    assert hall.organisation.get().lead_name == "dev rao" and hall.facilitators.get(dev.id).name == "Dev Rao"
    hall.organisation.save(replace(ours, lead_name="Hannah", deputy_name="Ruth"))
    assert "deputy" in hall.facilitators.save(ruth.id, FacilitatorDraft(name="Ruth Adler"), hall.clock.today()).label
    assert hall.organisation.get().deputy_name == "Ruth Adler"
    hall.facilitators.add("ruth adler")  # two of that name: whose the duty is, nobody can tell
    assert "deputy" not in hall.facilitators.rename(ruth.id, "Ruth A.").label
    assert hall.organisation.get().deputy_name == "Ruth Adler"


def test_venues(hall: Hall) -> None:
    hall.venues.save(VenueDraft(name="St Anne’s Hall", address="1 Mill Lane\nUpper\x07 Town", exits="two"))
    [venue] = hall.venues.all()
    assert venue.address == "1 Mill Lane\nUpper Town"
    group = hall.group(venue_id=venue.id)
    hall.venues.save(replace(VenueDraft(name="Hall"), access="no step"), venue.id)
    assert hall.venues.get(venue.id).access == "no step"
    hall.venues.bin(venue.id)
    assert hall.groups.get(group.id).venue_id is None
    assert hall.venues.all() == ()


def test_a_group_is_kept_whole(hall: Hall) -> None:
    hall.facilitators.add("Dev")
    team = (hall.facilitators.all()[0].id,)
    draft = GroupDraft(name="Lantern circle", application=Application.GRIEF, audience="Anyone who lost somebody",
                       is_open=False, is_ongoing=False, record_level=RecordLevel.CONTACTABLE, size_cap=None,
                       min_age=16 + 2, count_only=True, team=team)
    hall.groups.save(draft)
    group = hall.groups.named("LANTERN  circle")
    assert group.created_on == hall.clock.today()
    assert {field: getattr(group, field) for field in draft.__dataclass_fields__} == {
        field: getattr(draft, field) for field in draft.__dataclass_fields__}


def test_groups_are_told_apart_by_name(hall: Hall) -> None:
    group = hall.group()
    with pytest.raises(BadValue):
        hall.groups.save(GroupDraft(name="lantern CIRCLE"))
    hall.groups.save(replace(draft_of(hall), audience="All"), group.id)
    with pytest.raises(UnknownGroup):
        hall.groups.named("Nobody")
    with pytest.raises(NameMissing):
        hall.groups.save(GroupDraft(name="  "))
    with pytest.raises(NotFound):
        hall.groups.save(GroupDraft(name="New"), b"x" * 16)


def draft_of(hall: Hall) -> GroupDraft:
    [group] = hall.groups.all()
    return GroupDraft(**{field: getattr(group, field) for field in GroupDraft.__dataclass_fields__})


@pytest.mark.parametrize("draft", [GroupDraft(name="A", size_cap=0), GroupDraft(name="A", min_age=-1),
                                   GroupDraft(name="A" * 201)])
def test_values_that_cannot_be(hall: Hall, draft: GroupDraft) -> None:
    with pytest.raises(BadValue):
        hall.groups.save(draft)
    assert hall.groups.all() == ()


def test_default_levels() -> None:
    assert default_level(Application.ADDICTION) == 0
    assert default_level(Application.MENTAL_HEALTH, count_only=True) == 0
    assert default_level(Application.YOUTH) == 2
    assert default_level(Application.GRIEF, min_age=16) == 2
    assert default_level(Application.GRIEF) == 1


def test_invariant_1_the_level_can_be_raised_never_lowered(hall: Hall) -> None:
    group = hall.group(RecordLevel.TALLY)
    draft = draft_of(hall)
    hall.groups.save(replace(draft, record_level=RecordLevel.CONTACTABLE), group.id)
    for lower in (RecordLevel.TALLY, RecordLevel.FIRST_NAME):
        with pytest.raises(LevelCannotDrop):
            hall.groups.save(replace(draft, record_level=lower), group.id)
    assert hall.groups.get(group.id).record_level == 2


def test_invariant_1_a_head_count_group_can_hold_no_names(hall: Hall) -> None:
    group = hall.group(RecordLevel.TALLY)
    hall.weekly(group)
    other = hall.group(name="Other")
    ada = hall.member(other, "Ada")
    session = hall.tonight(group)
    tries = [
        lambda: hall.members.save(group.id, MemberDraft(name="Ada")),
        lambda: hall.members.save(group.id, MemberDraft(name="Ada"), ada.id),
        lambda: hall.attendance.set(session, ada.id, True),
        lambda: hall.attendance.all_present(session),
        lambda: hall.attendance.newcomer(session, MemberDraft(name="Ada")),
        lambda: hall.members.needs.add(group.id, "front seat", ada.id),
        lambda: hall.roster.propose(hall.roster.read(b"Name\nAda"), group.id),
    ]
    for attempt in tries:
        with pytest.raises(LevelTooLow):
            attempt()
    counts = hall.store.counts()
    assert (counts["member"], counts["attendance"], counts["session"]) == (1, 0, 0)
    hall.members.needs.add(group.id, "Large print: 2 copies")
    assert [need.adjustment for need in hall.members.needs.of(group.id)] == ["Large print: 2 copies"]


def test_invariant_13_under_18s_need_level_2(hall: Hall) -> None:
    for level in (RecordLevel.TALLY, RecordLevel.FIRST_NAME):
        with pytest.raises(LevelRequired):
            hall.groups.save(GroupDraft(name="A", application=Application.YOUTH, record_level=level))
        with pytest.raises(LevelRequired):
            hall.groups.save(GroupDraft(name="A", min_age=17, record_level=level))
    assert hall.young().for_under_18s


def test_invariant_13_a_group_becomes_one_for_under_18s_only_with_every_parents_word(hall: Hall) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    ada = hall.member(group, "Ada")
    young = replace(draft_of(hall), min_age=14)
    with pytest.raises(ConsentNeeded):
        hall.groups.save(young, group.id)
    assert not hall.groups.get(group.id).for_under_18s
    hall.members.consents.record(said(ConsentPurpose.PARENT, member=ada.id))
    hall.groups.save(young, group.id)
    assert hall.groups.get(group.id).for_under_18s


def test_the_last_pack_is_remembered(hall: Hall) -> None:
    group = hall.group()
    assert hall.groups.last_pack(group.id) == ()
    pieces = (Piece("run-sheet", 2), Piece("poster", 1))
    change = hall.groups.save_last_pack(group.id, pieces)
    assert not change.can_undo
    assert hall.groups.last_pack(group.id) == pieces


def test_a_group_is_undone(hall: Hall) -> None:
    hall.group()
    step = hall.store.undo()
    assert step is not None
    assert step.label == "The group Lantern circle was made."
    assert hall.groups.all() == ()


# ---------------------------------------------------------------- put away
def test_a_group_that_is_put_away_is_off_every_list_and_its_evenings_stop(hall: Hall) -> None:
    group, other = hall.group(), hall.group(name="Other")
    hall.weekly(group)
    hall.member(group, "Ada")
    before = hall.clock.today() - timedelta(days=7)
    hall.sessions.counts.hold(hall.sessions.on(group.id, before)[0], Count(heads=8))
    hall.sessions.add(group.id, hall.clock.today() + timedelta(days=2), 600, 60)
    assert hall.sessions.next(group.id) is not None and len(hall.sessions.tonight()) == 1
    change = hall.groups.archive(group.id)
    assert (change.label, change.can_undo) == ("Lantern circle was put away.", True)
    assert [one.name for one in hall.groups.all()] == ["Other"]
    assert [(one.name, one.archived_on) for one in hall.groups.archived()] == [("Lantern circle", hall.clock.today())]
    assert hall.sessions.next(group.id) is None and hall.sessions.tonight() == ()
    year = hall.sessions.planned(group.id, before, before + timedelta(days=365))
    assert [session.status for session in year] == [SessionStatus.HELD]
    assert hall.names(group) == ["Ada"] and hall.groups.named("lantern CIRCLE").id == group.id
    with pytest.raises(BadValue):
        hall.groups.save(GroupDraft(name="Lantern Circle"), other.id)
    hall.clock.move(days=21)
    hall.groups.archive(group.id)  # twice is once: the day stays
    assert hall.groups.archived()[0].archived_on == before + timedelta(days=7)
    hall.groups.bring_back(group.id)
    assert [one.name for one in hall.groups.all()] == ["Lantern circle", "Other"] and hall.groups.archived() == ()
    assert hall.sessions.next(group.id) is not None
    hall.store.undo()
    assert [one.name for one in hall.groups.archived()] == ["Lantern circle"]


def test_an_archived_group_comes_last_in_search_and_is_marked(hall: Hall) -> None:
    old = hall.group(name="Lantern one")
    hall.group(name="Lantern two")
    hall.groups.archive(old.id)
    found = [(hit.title, hit.past) for hit in hall.store.search("lantern", ("group",))]
    assert found == [("Lantern two", False), ("Lantern one", True)]


def test_raising_the_level_is_not_undone_under_what_came_in_since(hall: Hall) -> None:
    group = hall.group(RecordLevel.TALLY)
    change = hall.groups.save(GroupDraft(name=group.name, record_level=RecordLevel.FIRST_NAME), group.id)
    assert not change.can_undo
    hall.member(group, "Ada")
    hall.store.undo()
    hall.store.undo()  # the making of the group: it goes to the bin, and its level with it
    [row] = hall.store.all("select record_level from groups")
    assert row["record_level"] == RecordLevel.FIRST_NAME  # else a name would lie in the bin of a head-count
