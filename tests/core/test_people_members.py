"""Members: fields by level, names of every kind, consents that stop a use at once, adjustments."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.errors import (
    BadValue,
    ConsentNeeded,
    ConsentWithdrawn,
    LevelTooLow,
    NameMissing,
    NeedsRecovery,
    NotFound,
    UserError,
)
from facilitator.model.group import Application, GroupDraft, RecordLevel
from facilitator.model.member import AccessNeed, Consent, ConsentPurpose, ConsentState, Member, MemberDraft
from facilitator.model.session import Presence
from facilitator.people import words
from facilitator.store.register import TABLES
from tests.core.hall import Hall, said

NAMES = ["عبد الرحمن", "می‌خواهم", "👩🏽‍🦽 Sam", "🪑", "Wolfeschlegelsteinhausenbergerdorffvoraltern", "Nguyễn Thị Ánh",
         "O'Neil-Smith", "李", "<b>Ada</b>", "=1+1", "Robert'); DROP TABLE member;--", "  Ada   Lovelace "]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_every_kind(hall: Hall, name: str) -> None:
    group = hall.group()
    hall.members.save(group.id, MemberDraft(name=name))
    assert hall.names(group) == [" ".join(name.split())]


def test_unseen_and_control_characters_are_taken_out(hall: Hall) -> None:
    group = hall.group()
    hall.members.save(group.id, MemberDraft(name="A\x00d\x1ba\u202e\ud800\u200b\nL"))
    assert hall.names(group) == ["Ada L"]


@pytest.mark.parametrize("name", ["", "  ", "\x00\x07", "\u200b", "-", "...", "\u200f"])
def test_no_name(hall: Hall, name: str) -> None:
    group = hall.group()
    with pytest.raises(NameMissing):
        hall.members.save(group.id, MemberDraft(name=name))


@given(st.text(max_size=80))
def test_clean_words_stay_clean(text: str) -> None:
    clean = words.line(text, "name")
    assert words.line(clean, "name") == clean
    assert not any(unicodedata.category(sign) in ("Cc", "Cs", "Cn") for sign in clean)
    assert words.alike(clean) == words.alike(f" {clean} ")


def test_a_name_has_an_end(hall: Hall) -> None:
    group = hall.group()
    with pytest.raises(BadValue):
        hall.members.save(group.id, MemberDraft(name="A" * 1_000_000))


@pytest.mark.parametrize("field", ["contact", "contact_preference", "emergency_contact"])
def test_fields_by_level(hall: Hall, field: str) -> None:
    draft = replace(MemberDraft(name="Ada"), **{field: "07700 900123"})
    group = hall.group()
    with pytest.raises(LevelTooLow) as refused:
        hall.members.save(group.id, draft)
    assert (refused.value.field, refused.value.level) == (field, 1)
    assert hall.members.of(group.id) == ()
    contactable = hall.group(RecordLevel.CONTACTABLE, "Two")
    hall.members.save(contactable.id, draft)
    assert getattr(hall.members.of(contactable.id)[0], field) == "07700 900123"


def test_an_age_is_kept_only_where_it_is_required(hall: Hall) -> None:
    """Where under-18s come; once all are adults, one that is kept may stay or go, and none comes in."""
    with pytest.raises(LevelTooLow):
        hall.members.save(hall.group().id, MemberDraft(name="Ada", age_band="14 to 15"))
    young = hall.young()
    ada = hall.member(young, "Ada", said(ConsentPurpose.PARENT), age_band="14 to 15")
    hall.groups.save(GroupDraft(name="Harbour", record_level=RecordLevel.CONTACTABLE), young.id)
    for draft, member_id in ((MemberDraft(name="Bo", age_band="40"), None),
                             (MemberDraft(name="Ada", age_band="18"), ada.id)):
        with pytest.raises(BadValue) as refused:
            hall.members.save(young.id, draft, member_id)
        assert refused.value.why == "adults"
    hall.members.save(young.id, MemberDraft(name="Ada L", age_band="14 to 15"), ada.id)
    assert hall.names(young) == ["Ada L"] and hall.members.get(ada.id).age_band == "14 to 15"
    hall.members.save(young.id, MemberDraft(name="Ada L"), ada.id)
    assert hall.members.get(ada.id).age_band == ""


def test_two_of_one_name_are_kept_and_said(hall: Hall) -> None:
    """It may be somebody else, or the same person twice: the notice says so, with Undo beside it."""
    group, other = hall.group(), hall.group(name="Two")
    twice = "Somebody else on the list has that name too"
    assert twice not in hall.members.save(group.id, MemberDraft(name="Ruth")).label
    assert twice not in hall.members.save(other.id, MemberDraft(name="Ruth")).label
    assert twice in hall.members.save(group.id, MemberDraft(name="ruth ")).label
    assert hall.names(group) == ["Ruth", "ruth"]
    second = hall.members.of(group.id)[1]
    assert twice not in hall.members.save(group.id, MemberDraft(name="Ruth K"), second.id).label
    assert twice in hall.members.save(group.id, MemberDraft(name="RUTH"), second.id).label
    hall.weekly(group)
    assert twice in hall.attendance.newcomer(hall.tonight(group), MemberDraft(name="Ruth")).label


@pytest.mark.parametrize("more", [{"may_leave_message": False}, {"may_leave_message": True},
                                  {"if_another_answers": "Hang up"}])
def test_what_to_mind_before_a_call_needs_level_2_and_goes_with_a_no(hall: Hall, more: dict[str, object]) -> None:
    draft = replace(MemberDraft(name="Ada", contact="07700 900123", contact_preference="Text"), **more)  # type: ignore[arg-type]
    with pytest.raises(LevelTooLow):
        hall.members.save(hall.group().id, replace(draft, contact="", contact_preference=""))
    group = hall.group(RecordLevel.CONTACTABLE, "Two")
    hall.members.save(group.id, draft)
    [ada] = hall.members.of(group.id)
    contact = hall.members.contact(ada.id)
    assert (contact.may_leave_message, contact.if_another_answers) == (
        draft.may_leave_message, draft.if_another_answers)
    hall.members.consents.record(said(ConsentPurpose.CONTACT, ConsentState.WITHDRAWN, ada.id))
    silent = hall.members.get(ada.id)
    assert (silent.contact, silent.contact_preference, silent.may_leave_message, silent.if_another_answers) == (
        "", "", None, "")
    hall.members.save(group.id, MemberDraft(name="Ada L"), ada.id)  # an empty form means “as it was”
    hall.members.consents.record(said(ConsentPurpose.CONTACT, ConsentState.GIVEN, ada.id))
    back = hall.members.get(ada.id)
    assert (back.contact, back.may_leave_message, back.if_another_answers) == (
        "07700 900123", draft.may_leave_message, draft.if_another_answers)


def test_no_name_before_the_recovery_sheet_is_live(hall: Hall) -> None:
    group = hall.group()
    ada = hall.member(group, "Ada")
    hall.weekly(group)
    hall.recovery.live = False
    for attempt in (
        lambda: hall.members.save(group.id, MemberDraft(name="Bo")),
        lambda: hall.members.save(group.id, MemberDraft(name="Bo"), ada.id),
        lambda: hall.attendance.newcomer(hall.tonight(group), MemberDraft(name="Bo")),
        lambda: hall.roster.apply(hall.roster.preview(
            (sheet := hall.roster.read(b"Name\nBo")), hall.roster.propose(sheet, group.id), group.id)),
    ):
        with pytest.raises(NeedsRecovery):
            attempt()
    assert hall.names(group) == ["Ada"]
    assert hall.store.counts()["session"] == 0


def test_a_sample_needs_no_recovery_sheet(tmp_path: Path) -> None:
    hall = Hall(tmp_path, sample=True)
    hall.recovery.live = False
    group = hall.group()
    hall.member(group, "Ada")
    assert hall.names(group) == ["Ada"]
    hall.store.close()


def test_a_member_is_changed_put_in_the_bin_and_brought_back(hall: Hall) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    ada = hall.member(group, "Ada", contact="1")
    change = hall.members.save(group.id, MemberDraft(name="Ada L", contact="2"), ada.id)
    assert change.label == "Ada L was saved."
    assert change.ids == {ada.id}
    hall.members.set_active(ada.id, False)
    assert hall.members.of(group.id) == ()
    assert [member.name for member in hall.members.of(group.id, left=True)] == ["Ada L"]
    hall.members.set_active(ada.id, True)
    hall.members.needs.add(group.id, "front seat", ada.id)
    hall.members.bin(ada.id)
    assert hall.store.counts()["access_need"] == 0
    with pytest.raises(NotFound):
        hall.members.get(ada.id)
    hall.store.undo()
    assert hall.members.get(ada.id).contact == "2"
    assert [need.adjustment for need in hall.members.needs.of_member(ada.id)] == ["front seat"]


def test_a_member_stays_in_their_group(hall: Hall) -> None:
    ada = hall.member(hall.group(), "Ada")
    other = hall.group(name="Other")
    with pytest.raises(NotFound):
        hall.members.save(other.id, MemberDraft(name="Ada"), ada.id)


# ---------------------------------------------------------------- consent
def test_a_new_member_is_not_asked_yet_and_listed_so(hall: Hall) -> None:
    group = hall.group()
    ada, bo = hall.member(group, "Ada"), hall.member(group, "Bo", said(ConsentPurpose.LIST))
    assert {consent.state for consent in hall.members.consents.current(ada.id)} == {ConsentState.NOT_ASKED}
    assert [consent.purpose for consent in hall.members.consents.current(ada.id)] == list(ConsentPurpose)
    assert [member.name for member in hall.members.not_asked(group.id)] == ["Ada"]
    assert hall.members.consents.allows(bo.id, ConsentPurpose.LIST)
    hall.members.consents.record(said(ConsentPurpose.LIST, member=ada.id))
    assert hall.members.not_asked(group.id) == ()


def test_every_turn_of_a_consent_is_a_row_of_its_own(hall: Hall) -> None:
    group = hall.group()
    ada = hall.member(group, "Ada")
    turns = [ConsentState.GIVEN, ConsentState.WITHDRAWN, ConsentState.GIVEN]
    for state in turns:
        hall.members.consents.record(said(ConsentPurpose.PHOTO, state, ada.id, how="spoken"))
    assert [consent.state for consent in hall.members.consents.history(ada.id)] == turns
    assert hall.members.consents.on(ada.id, ConsentPurpose.PHOTO).on == hall.clock.today()
    hall.store.undo()
    assert not hall.members.consents.allows(ada.id, ConsentPurpose.PHOTO)
    with pytest.raises(BadValue):
        hall.members.consents.record(said(ConsentPurpose.PHOTO, member=ada.id, on=date(2030, 1, 1)))


def test_invariant_11_withdrawn_contact_stops_at_once(hall: Hall) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    ada = hall.member(group, "Ada", said(ConsentPurpose.CONTACT), contact="07700", contact_preference="text only",
                      emergency_contact="Bo 01")
    assert hall.members.contact(ada.id).route == "07700"
    hall.members.consents.record(said(ConsentPurpose.CONTACT, ConsentState.WITHDRAWN, ada.id))
    with pytest.raises(ConsentWithdrawn):
        hall.members.contact(ada.id)
    now = hall.members.get(ada.id)
    assert (now.contact, now.contact_preference, now.emergency_contact) == ("", "", "Bo 01")
    with pytest.raises(ConsentWithdrawn):
        hall.members.save(group.id, MemberDraft(name="Ada", contact="07701"), ada.id)
    hall.members.save(group.id, MemberDraft(name="Ada L"), ada.id)
    hall.members.consents.record(said(ConsentPurpose.CONTACT, member=ada.id))
    assert hall.members.contact(ada.id).route == "07700"


@pytest.mark.parametrize("state", [ConsentState.WITHDRAWN, ConsentState.REFUSED])
def test_invariant_11_withdrawn_list_takes_a_member_off_every_list_at_once(hall: Hall, state: ConsentState) -> None:
    group = hall.group()
    hall.weekly(group)
    ada = hall.member(group, "Ada", said(ConsentPurpose.LIST))
    hall.members.needs.add(group.id, "front seat", ada.id)
    session = hall.tonight(group)
    hall.attendance.set(session, ada.id, True)
    change = hall.members.consents.record(said(ConsentPurpose.LIST, state, ada.id))
    assert change.label == "Ada was taken off the list."
    assert hall.members.of(group.id, left=True) == ()
    assert hall.attendance.sheet(hall.sessions.now(session)) == ()
    assert hall.attendance.grid(group.id, session.held_on, session.held_on).rows == ()
    assert hall.members.needs.of(group.id) == ()
    assert hall.store.search("Ada") == []
    for attempt in (
        lambda: hall.members.get(ada.id),
        lambda: hall.members.contact(ada.id),
        lambda: hall.members.save(group.id, MemberDraft(name="Ada"), ada.id),
        lambda: hall.attendance.set(session, ada.id, True),
        lambda: hall.members.set_active(ada.id, True),
    ):
        with pytest.raises(ConsentWithdrawn):
            attempt()
    hall.store.undo()
    assert hall.names(group) == ["Ada"]


def test_a_member_who_left_the_list_comes_back_with_a_yes_alone(hall: Hall) -> None:
    group = hall.group()
    ada, bo = hall.member(group, "Ada"), hall.member(group, "Bo")
    hall.members.consents.record(said(ConsentPurpose.LIST, ConsentState.WITHDRAWN, ada.id))
    hall.members.bin(bo.id)
    for member, consent in ((ada.id, ConsentPurpose.PHOTO), (bo.id, ConsentPurpose.LIST)):
        with pytest.raises(NotFound):
            hall.members.consents.record(said(consent, member=member))
    hall.members.consents.record(said(ConsentPurpose.LIST, member=ada.id))
    assert hall.names(group) == ["Ada"]


def test_invariant_11_a_clock_set_back_does_not_bring_an_old_yes_back(hall: Hall) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    ada = hall.member(group, "Ada", said(ConsentPurpose.CONTACT), contact="1")
    hall.clock.move(days=-400)
    hall.members.consents.record(said(ConsentPurpose.CONTACT, ConsentState.WITHDRAWN, ada.id))
    with pytest.raises(ConsentWithdrawn):
        hall.members.contact(ada.id)


def test_nobody_is_added_against_their_word(hall: Hall) -> None:
    group = hall.group()
    with pytest.raises(ConsentWithdrawn):
        hall.members.save(group.id, MemberDraft(name="Ada"), consents=[said(ConsentPurpose.LIST, ConsentState.REFUSED)])
    assert hall.store.counts()["member"] == 0


def test_invariant_13_under_18s_need_a_parents_word_or_a_basis(hall: Hall) -> None:
    group = hall.young()
    for consents in ([], [said(ConsentPurpose.LIST)], [said(ConsentPurpose.PARENT, ConsentState.REFUSED, basis="x")],
                     [said(ConsentPurpose.PARENT, ConsentState.NOT_ASKED)]):
        with pytest.raises(ConsentNeeded):
            hall.members.save(group.id, MemberDraft(name="Kit"), consents=consents)
    hall.member(group, "Kit", said(ConsentPurpose.PARENT))
    hall.member(group, "Lou", said(ConsentPurpose.PARENT, ConsentState.NOT_ASKED, basis="in care: the council agreed"))
    assert hall.names(group) == ["Kit", "Lou"]


def test_invariant_13_a_parents_withdrawal_takes_effect_at_once(hall: Hall) -> None:
    group = hall.young()
    kit = hall.member(group, "Kit", said(ConsentPurpose.PARENT))
    hall.members.consents.record(said(ConsentPurpose.PARENT, ConsentState.WITHDRAWN, kit.id))
    assert hall.names(group) == []
    with pytest.raises(ConsentNeeded):
        hall.members.consents.record(said(ConsentPurpose.LIST, member=kit.id))
    hall.members.consents.record(said(ConsentPurpose.PARENT, member=kit.id))
    assert hall.names(group) == ["Kit"]


# ---------------------------------------------------------------- adjustments
def test_a_parents_yes_brings_back_only_whom_a_parents_no_took_off(hall: Hall) -> None:
    group = hall.young()
    member = hall.member(group, "Ann", said(ConsentPurpose.PARENT))
    hall.members.consents.record(said(ConsentPurpose.PARENT, ConsentState.WITHDRAWN, member.id))
    hall.members.consents.record(said(ConsentPurpose.PARENT, member=member.id))
    assert hall.names(group) == ["Ann"]
    for _step in range(3):
        hall.store.undo()  # so that Ann was never there
    with pytest.raises(NotFound):
        hall.members.consents.record(said(ConsentPurpose.PARENT, member=member.id))
    hall.store.undo()  # nor the group
    for purpose in (ConsentPurpose.PARENT, ConsentPurpose.LIST):
        with pytest.raises(NotFound):
            hall.members.consents.record(said(purpose, member=member.id))
    assert hall.store.counts()["member"] == 0


def test_adjustments_for_one_or_for_all(hall: Hall) -> None:
    group = hall.group()
    ada = hall.member(group, "Ada")
    hall.members.needs.add(group.id, "a seat facing the reader", ada.id)
    hall.members.needs.add(group.id, "Side door has no step")
    own, hers = hall.members.needs.of(group.id)
    assert (own.member_id, hers.member_id) == (None, ada.id)
    hall.members.needs.change(hers.id, "front seat")
    hall.members.needs.bin(own.id)
    assert [need.adjustment for need in hall.members.needs.of(group.id)] == ["front seat"]
    with pytest.raises(NotFound):
        hall.members.needs.bin(own.id)
    with pytest.raises(BadValue):
        hall.members.needs.add(group.id, " ")
    with pytest.raises(NotFound):
        hall.members.needs.add(hall.group(name="Other").id, "front seat", ada.id)


# ---------------------------------------------------------------- what is never kept
RANKING = {"score", "rank", "rating", "level", "colour", "color", "order", "sort", "position", "priority", "risk",
           "streak", "points", "flag", "status", "weight", "stars", "total", "count", "missed"}


def test_invariant_16_no_score_colour_or_order_on_a_member() -> None:
    words_used = {part for kind in (MemberDraft, Member, Presence, AccessNeed, Consent)
                  for field in fields(kind) for part in field.name.split("_")}
    assert not words_used & RANKING
    about_people = [table for table in TABLES
                    if table.name == "member" or any(owner == "member" for _column, owner in table.owners)]
    assert {table.name for table in about_people} >= {"member", "consent", "access_need", "attendance"}
    used = {part for table in about_people for column in table.columns for part in column.name.split("_")}
    assert not used & RANKING


def test_invariant_16_members_come_by_name_however_often_they_came(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    for name in ("bo", "Zoe", "Ada", "Émile", "Cy"):
        hall.member(group, name)
    session = hall.tonight(group)
    hall.attendance.set(session, hall.members.of(group.id)[2].id, True)
    assert hall.names(group) == ["Ada", "bo", "Cy", "Émile", "Zoe"]
    assert [presence.name for presence in hall.attendance.sheet(session)] == hall.names(group)


def test_a_refusal_changes_nothing(hall: Hall) -> None:
    group = hall.group()
    hall.member(group, "Ada")
    before = hall.store.fingerprint()
    for draft in (MemberDraft(name=""), MemberDraft(name="Bo", contact="1"), MemberDraft(name="B" * 300)):
        with pytest.raises(UserError):
            hall.members.save(group.id, draft)
    with pytest.raises(UserError):
        hall.groups.save(GroupDraft(name="Lantern circle", application=Application.YOUTH), group.id)
    assert hall.store.fingerprint() == before


def test_what_helps_somebody_who_comes_no_more_is_still_theirs(hall: Hall) -> None:
    """Off the room's list, on their own page; and it goes with them."""
    group = hall.group()
    ada = hall.member(group, "Ada")
    hall.members.set_active(ada.id, False)
    hall.members.needs.add(group.id, "Front seat", ada.id)
    assert hall.members.needs.of(group.id) == ()
    assert [need.adjustment for need in hall.members.needs.of_member(ada.id)] == ["Front seat"]
    hall.members.bin(ada.id)
    assert hall.store.all("select * from access_need_live") == []


def test_how_to_reach_somebody_who_comes_no_more_is_crossed_out_for_good(hall: Hall) -> None:
    """As we say when we ask for it: no older step of Undo brings it back, not even where a no hid it."""
    group = hall.group(RecordLevel.CONTACTABLE)
    ada = hall.member(group, "Ada", contact="07700 900111", may_leave_message=False,
                      emergency_contact="Kit 07700 900222")
    hall.members.consents.record(said(ConsentPurpose.CONTACT, ConsentState.WITHDRAWN, ada.id))
    hall.members.set_active(ada.id, False)
    assert hall.members.reachable(ada.id)
    change = hall.members.cross_out(ada.id)
    assert not change.can_undo and hall.store.undo() is None
    assert not hall.members.reachable(ada.id)
    assert [one.name for one in hall.members.of(group.id, left=True)] == ["Ada"]
    kept = [str(row) for table in TABLES for row in hall.store.all(f"select * from {table.name}")]
    assert not [row for row in kept if "07700" in row]
