"""Invariant 15: what is kept about somebody is told in one action, and erased in one; the head-counts stay."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.errors import NotFound
from facilitator.model.exporting import ExportKind, ExportOrder, FileType
from facilitator.model.group import RecordLevel
from facilitator.model.ids import Id
from facilitator.model.lowering import Goes
from facilitator.model.member import ConsentPurpose, ConsentState, DateKind
from facilitator.model.session import Count
from facilitator.people import Exports
from facilitator.people.answering import about_a_member, column_words, kind_words
from facilitator.store.register import TABLES
from facilitator.writing.translations import Translations, drafts
from tests.core.hall import Hall, said


def somebody(hall: Hall) -> tuple[Id, Id]:
    """A group and a member with everything that may be kept, beside one more."""
    group = hall.group(RecordLevel.CONTACTABLE)
    hall.weekly(group)
    ada = hall.member(group, "Ada Lovelace", said(ConsentPurpose.LIST), said(ConsentPurpose.DATES),
                      contact="07700 900111", may_leave_message=False, if_another_answers="Hang up",
                      emergency_contact="Kit", contact_preference="Text")
    hall.member(group, "Bo", contact="07700 900222")
    hall.members.dates.add(ada.id, DateKind.BIRTHDAY, 12, 10)
    hall.members.needs.add(group.id, "Front seat", ada.id)
    hall.attendance.all_present(hall.tonight(group))
    hall.attendance.hold(hall.tonight(group), Count(heads=7, newcomers=1))
    return group.id, ada.id


def everything(hall: Hall) -> str:
    """Every value of every table, as one string."""
    return "\n".join(str(row) for table in TABLES for row in hall.store.all(f"select * from {table.name}"))


@pytest.mark.parametrize("binned", [False, True])
def test_invariant_15_deleting_takes_all_and_keeps_the_counts(hall: Hall, binned: bool) -> None:
    group_id, ada = somebody(hall)
    if binned:
        hall.members.bin(ada)
    assert dict(hall.members.preview_erase(ada).goes) == {
        Goes.TICKS: 1, Goes.CONTACTS: 1, Goes.RULES: 1, Goes.EMERGENCY: 1, Goes.ANSWERS: 2, Goes.NEEDS: 1,
        Goes.DATES: 1}
    change = hall.members.erase(ada)
    assert change.label == "One person was erased. The head-counts stay." and not change.can_undo
    kept = everything(hall)
    assert not any(word in kept for word in ("Ada", "Lovelace", "900111", "Kit", "Hang up", "Front seat"))
    assert "900222" in kept and hall.store.search("Lovelace") == [] and hall.store.undo() is None
    assert hall.tonight(hall.groups.get(group_id)).count == Count(heads=7, newcomers=1)
    entry = hall.store.journal(1)[0]
    assert entry.kind == "member.erase" and "Ada" not in entry.rows
    for again in (hall.members.erase, hall.members.preview_erase, hall.members.get):
        with pytest.raises(NotFound):
            again(ada)
    hall.store.integrity()


def test_a_name_beside_a_task_goes_where_it_can_only_be_theirs(hall: Hall) -> None:
    group = hall.group()
    hall.weekly(group)
    ada, bo, _other = hall.member(group, "Ada"), hall.member(group, "Bo"), hall.member(group, "bo")
    with hall.store.command("test.roles") as c:
        hall.sessions.touch(c, hall.tonight(group))
        for role, name in (("reader", "ADA"), ("tea", "Bo")):
            c.insert("role", {"session_id": hall.tonight(group).id, "role": role, "filled": 1, "name": name})
    assert dict(hall.members.preview_erase(ada.id).goes) == {Goes.ROLES: 1}
    hall.members.erase(ada.id)
    hall.members.erase(bo.id)
    assert {row["role"]: row["name"] for row in hall.store.all("select * from role")} == {"reader": "", "tea": "Bo"}


def read_by(hall: Hall, *names: str) -> Translations:
    """Translations that somebody of each of these names has read, as many as there are languages."""
    kept = Translations(hall.store, hall.clock)
    for language, name in zip(drafts(), names, strict=True):
        kept.mark_read(language, name)
    return kept


def test_a_name_beside_a_translation_goes_where_it_can_only_be_theirs(hall: Hall) -> None:
    group = hall.group()
    ada, bo = hall.member(group, "Ada"), hall.member(group, "Bo")
    hall.facilitators.add("bo")
    kept = read_by(hall, "ADA", "Bo")
    assert dict(hall.members.preview_erase(ada.id).goes) == {Goes.READINGS: 1}
    assert dict(hall.members.preview_erase(bo.id).goes) == {}
    hall.members.erase(ada.id)
    hall.members.erase(bo.id)
    assert [reading.by for reading in kept.readings()] == ["", "Bo"]
    assert kept.read == set(drafts()) and "ADA" not in everything(hall)
    hall.store.integrity()


def test_a_name_beside_a_translation_goes_to_a_lower_level_with_its_group(hall: Hall) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    hall.member(group, "Ada Lovelace")
    hall.member(group, "Bo")
    kept = read_by(hall, "Ada Lovelace", "Bo")
    hall.groups.lower_level(group.id, RecordLevel.FIRST_NAME)
    assert [reading.by for reading in kept.readings()] == ["Ada", "Bo"]
    assert dict(hall.groups.preview_lower(group.id, RecordLevel.TALLY).goes)[Goes.READINGS] == 2
    hall.groups.lower_level(group.id, RecordLevel.TALLY)
    assert [reading.by for reading in kept.readings()] == ["", ""] and kept.read == set(drafts())


def test_invariant_15_all_that_is_kept_about_somebody_in_one_action(hall: Hall) -> None:
    group_id, ada = somebody(hall)
    hall.members.consents.record(said(ConsentPurpose.CONTACT, ConsentState.REFUSED, ada))
    exports = Exports(hall.store, hall.clock, hall.groups, hall.members)
    order = ExportOrder(group_id=group_id, kind=ExportKind.PERSON, member_id=ada)
    table = exports.table(order)
    told = {(row[0], row[1], row[2]) for row in table.rows}
    assert {
        ("you on the list", "group", "Lantern circle"), ("you on the list", "name", "Ada Lovelace"),
        ("you on the list", "contact", "07700 900111"),  # theirs to see, whatever they said to us about using it
        ("you on the list", "may leave a message", "no"), ("what you said", "answer", "refused"),
        ("what helps you", "adjustment", "Front seat"), ("who was there", "evening", date(2025, 11, 20)),
        ("who was there", "was there", "yes"), ("a day to remember", "month", 12),
    } <= told
    assert "Bo" not in str(table.rows) and table.people == 1
    assert {row[3] for row in table.rows} == {date(2025, 11, 20)}
    for file_type in FileType:
        exports.make(order, file_type)
    assert hall.store.journal(1)[0].kind == "export.person"
    with pytest.raises(NotFound):
        exports.table(ExportOrder(group_id=group_id, kind=ExportKind.PERSON, member_id=b"0" * 16))


def test_every_column_about_a_member_has_words(hall: Hall) -> None:
    names = {table.name for table in about_a_member()}
    assert names == {"member", "consent", "access_need", "attendance", "member_date"}
    for table in about_a_member():
        assert kind_words(table.name)
        for column in table.columns:
            if column.access and not column.name.endswith("_id"):
                assert column_words(column.name)


def test_invariant_16_no_score_colour_or_order_is_kept_of_a_member() -> None:
    about = {column.name for table in about_a_member() for column in table.columns}
    for word in ("score", "colour", "color", "rank", "risk", "order", "count", "level"):
        assert not [name for name in about if word in name]
