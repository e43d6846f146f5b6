"""Moving a group to a lower record level: the preview tells it all, the purge leaves nothing, the head-counts stay."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from facilitator.errors import BadValue, LevelRequired, NameMissing, NotFound
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.lowering import Goes
from facilitator.model.member import ConsentPurpose, MemberDraft
from facilitator.model.session import Count
from facilitator.store.register import TABLES
from tests.core.hall import Hall, said
from tests.make import KEY

REACH = {"contact": "07700 900111", "contact_preference": "Mornings", "emergency_contact": "Kit 07700 900222"}


def a_full_group(hall: Hall) -> tuple[Group, Id]:
    """Level 2: two listed, one in the bin, a held session with ticks, an answer, a need, a date, a pairing, a role."""
    group = hall.group(RecordLevel.CONTACTABLE)
    hall.weekly(group)
    ada = hall.member(group, "Ada Lovelace", said(ConsentPurpose.LIST), said(ConsentPurpose.CONTACT), **REACH)
    hall.member(group, "Bo", contact="07700 900333")
    gone = hall.member(group, "Cy Twombly", contact="07700 900444")
    session = hall.tonight(group)
    hall.attendance.all_present(session)
    hall.sessions.counts.hold(hall.tonight(group), Count(heads=9, newcomers=1))
    hall.members.bin(gone.id)
    hall.members.needs.add(group.id, "Front seat", ada.id)
    hall.members.needs.add(group.id, "A lift")
    with hall.store.command("test.rest") as c:
        c.update("member", ada.id, {"age_band": "40 to 50"})  # from when people under 18 came
        c.insert("member_date", {"member_id": ada.id, "kind": "remembered", "month": 3, "day": 4})
        pairing = c.insert("pairing", {"group_id": group.id, "one": "K1", "other": "K2", "kind": "buddy",
                                       "started_on": "2025-11-01"})
        c.insert("pairing_meeting", {"pairing_id": pairing, "met_on": "2025-11-08", "minutes": 45})
        c.insert("role", {"session_id": session.id, "role": "reader", "filled": 1, "name": "Ada Lovelace"})
    return group, ada.id


def everything(hall: Hall) -> str:
    """Every value of every table, as one string."""
    return "\n".join(str(row) for table in TABLES for row in hall.store.all(f"select * from {table.name}"))


def test_to_a_head_count_nothing_of_a_person_stays(hall: Hall) -> None:
    group, ada = a_full_group(hall)
    preview = hall.groups.preview_lower(group.id, RecordLevel.TALLY)
    assert dict(preview.goes) == {
        Goes.PEOPLE: 2, Goes.REMOVED: 1, Goes.TICKS: 3, Goes.CONTACTS: 3, Goes.RULES: 1, Goes.EMERGENCY: 1,
        Goes.AGES: 1, Goes.ANSWERS: 2, Goes.NEEDS: 1, Goes.DATES: 1, Goes.PAIRINGS: 1, Goes.MEETINGS: 1, Goes.ROLES: 1}
    assert (preview.evenings, preview.names, preview.many(Goes.TICKS)) == (1, (), 3)
    change = hall.groups.lower_level(group.id, RecordLevel.TALLY)
    assert change.label == "Lantern circle keeps a head-count only now. 3 people were erased."
    assert not change.can_undo and change.areas >= {"groups", "members", "attendance", "pairings", "roles"}
    assert hall.groups.get(group.id).record_level is RecordLevel.TALLY
    for name in ("member", "attendance", "consent", "member_date", "pairing", "pairing_meeting"):
        assert hall.store.all(f"select id from {name}") == [], name
    kept = everything(hall)
    assert not any(word in kept for word in ("Ada", "Lovelace", "Bo", "Cy", "07700", "Kit", "Front seat", "K1"))
    assert hall.store.search("Ada") == [] and hall.store.search("Lovelace") == []
    assert [need.adjustment for need in hall.members.needs.of(group.id)] == ["A lift"]
    assert hall.tonight(group).count.heads == 9 and hall.tonight(group).count.newcomers == 1
    [role] = hall.store.all("select * from role")
    assert (role["name"], role["filled"]) == ("", 1)
    assert hall.store.undo() is None
    with pytest.raises(NotFound):
        hall.members.get(ada)
    hall.store.integrity()
    entry = hall.store.journal(1)[0]
    assert entry.kind == "group.lower" and "Ada" not in entry.rows and "07700" not in entry.rows


def test_to_first_names_what_reaches_people_goes_and_names_are_asked(hall: Hall) -> None:
    group, ada = a_full_group(hall)
    preview = hall.groups.preview_lower(group.id, RecordLevel.FIRST_NAME)
    assert dict(preview.goes) == {Goes.CONTACTS: 3, Goes.RULES: 1, Goes.EMERGENCY: 1, Goes.AGES: 1, Goes.ANSWERS: 1}
    assert [(one.name, one.short, one.listed) for one in preview.names] == [
        ("Ada Lovelace", "Ada", True), ("Cy Twombly", "Cy", False)]
    hall.groups.lower_level(group.id, RecordLevel.FIRST_NAME, {ada: "Countess"})
    assert hall.names(group) == ["Bo", "Countess"]
    member = hall.members.get(ada)
    assert (member.contact, member.contact_preference, member.emergency_contact, member.age_band) == ("", "", "", "")
    kept = everything(hall)
    assert not any(word in kept for word in ("Lovelace", "Twombly", "07700", "Kit", "Mornings", "40 to 50"))
    assert [row["name"] for row in hall.store.all("select name from role")] == ["Countess"]
    assert hall.store.search("Lovelace") == [] and [hit.title for hit in hall.store.search("Countess")] == ["Countess"]
    assert [c.purpose for c in hall.members.consents.history(ada)] == [ConsentPurpose.LIST]
    assert sum(one.present for one in hall.attendance.sheet(hall.tonight(group))) == 2
    assert hall.store.undo() is None
    hall.store.integrity()


def pages(hall: Hall, folder: Path) -> bytes:
    """Every page of the database file as another implementation deciphers it: what is free in it, too."""
    other = apsw.Connection(str(shutil.copy(hall.store.path, folder / "copy.db")))
    for setting in ("cipher = 'sqlcipher'", "legacy = 4", f"""key = "x'{KEY.hex()}'\""""):
        other.execute(f"PRAGMA {setting}")
    found = other.serialize("main")
    other.close()
    return found


def test_no_page_of_the_file_holds_what_went(hall: Hall, tmp_path: Path) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    for n in range(40):
        member = hall.member(group, f"Ada Lovelace{n}", said(ConsentPurpose.LIST, how="Xylo note"), **REACH)
        hall.members.needs.add(group.id, "Xylo seat", member.id)
    assert all(word in pages(hall, tmp_path) for word in (b"Lovelace7", b"07700 900111", b"Xylo note", b"Xylo seat"))
    hall.groups.lower_level(group.id, RecordLevel.FIRST_NAME)
    left = pages(hall, tmp_path)
    assert not any(word in left for word in (b"Lovelace", b"lovelace", b"07700 900111", b"Kit 07700", b"Mornings"))
    hall.groups.lower_level(group.id, RecordLevel.TALLY)
    left = pages(hall, tmp_path)
    assert not any(word in left for word in (b"Ada ", b"Xylo note", b"Xylo seat"))


def test_two_of_one_first_name_keep_an_initial_apart(hall: Hall) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    for name in ("Ada Lovelace", "ada Byron", "Bo", "Cy de la Cruz"):
        hall.member(group, name)
    preview = hall.groups.preview_lower(group.id, RecordLevel.FIRST_NAME)
    assert {one.name: one.short for one in preview.names} == {
        "Ada Lovelace": "Ada L", "ada Byron": "ada B", "Cy de la Cruz": "Cy"}
    hall.groups.lower_level(group.id, RecordLevel.FIRST_NAME)
    assert hall.names(group) == ["ada B", "Ada L", "Bo", "Cy"]


def test_what_was_typed_and_taken_out_before_does_not_come_back_by_undo(hall: Hall) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    ada = hall.member(group, "Ada", contact="07700 900111")
    hall.members.save(group.id, MemberDraft(name="Ada"), ada.id)  # an undo of this would bring the number back
    assert hall.groups.preview_lower(group.id, RecordLevel.FIRST_NAME).goes == ()
    hall.groups.lower_level(group.id, RecordLevel.FIRST_NAME)
    assert hall.store.undo_label is None and hall.store.undo() is None
    assert "07700" not in everything(hall)


def test_a_level_that_is_not_lower_and_a_group_of_under_18s_are_refused(hall: Hall) -> None:
    group = hall.group()
    young = hall.young()
    for level in (RecordLevel.FIRST_NAME, RecordLevel.CONTACTABLE):
        with pytest.raises(BadValue):
            hall.groups.lower_level(group.id, level)
    for level in (RecordLevel.TALLY, RecordLevel.FIRST_NAME):
        with pytest.raises(LevelRequired):
            hall.groups.preview_lower(young.id, level)
        with pytest.raises(LevelRequired):
            hall.groups.lower_level(young.id, level)
    with pytest.raises(NotFound):
        hall.groups.lower_level(b"0" * 16, RecordLevel.TALLY)


def test_a_refused_name_changes_nothing(hall: Hall) -> None:
    group, ada = a_full_group(hall)
    before = hall.store.fingerprint()
    with pytest.raises(NameMissing):
        hall.groups.lower_level(group.id, RecordLevel.FIRST_NAME, {ada: "  "})
    assert hall.store.fingerprint() == before and hall.store.undo_label is not None


def test_the_next_evening_works_at_the_lower_level(hall: Hall) -> None:
    group, _ada = a_full_group(hall)
    hall.groups.lower_level(group.id, RecordLevel.TALLY)
    hall.clock.at += timedelta(days=7)
    hall.sessions.counts.hold(hall.tonight(group), Count(heads=7))
    assert hall.tonight(group).count.heads == 7
    assert hall.groups.preview_lower(hall.group(name="Empty").id, RecordLevel.TALLY).goes == ()
