"""Bringing a roster in: columns matched and dropped by name, a preview, then all at once or not at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.errors import BadValue, ConsentNeeded, LevelTooLow, NoNameColumn
from facilitator.model.group import Group, RecordLevel
from facilitator.model.member import ConsentPurpose, ConsentState
from facilitator.model.progress import Cancelled
from facilitator.people.importing.candidates import candidates
from facilitator.people.importing.headers import Drop, Field, propose
from facilitator.people.importing.plan import Outcome
from facilitator.people.importing.roster import ImportReport, Preview
from facilitator.people.importing.table import Row, Sheet
from tests.core.hall import Hall, said
from tests.core.spreadsheets import xlsx


def look(hall: Hall, group: Group, data: bytes | str) -> Preview:
    sheet = hall.roster.read(data if isinstance(data, bytes) else data.encode(), "list.csv")
    return hall.roster.preview(sheet, hall.roster.propose(sheet, group.id), group.id)


def bring(hall: Hall, group: Group, data: bytes | str, basis: str = "") -> ImportReport:
    return hall.roster.apply(look(hall, group, data), basis)


def outcomes(preview: Preview) -> list[tuple[int, Outcome]]:
    return [(row.line, row.outcome) for row in preview.rows]


# ---------------------------------------------------------------- columns
@pytest.mark.parametrize(("title", "field"), [
    ("Name", Field.NAME), ("FULL NAME", Field.NAME), ("First Name *", Field.FIRST_NAME), ("forename", Field.FIRST_NAME),
    ("Preferred name (optional)", Field.ALIAS), ("Last_Name", Field.SURNAME), ("Contact", Field.CONTACT),
    ("Mobile no.", Field.PHONE), ("Telephone", Field.PHONE), ("E-mail", Field.EMAIL), ("Email Address", Field.EMAIL),
    ("Emergency contact", Field.EMERGENCY), ("Next of kin", Field.EMERGENCY), ("Access needs", Field.NEED),
    ("Age band", Field.AGE_BAND), ("First seen", Field.FIRST_SEEN), ("Date joined", Field.FIRST_SEEN)])
def test_columns_are_known_by_their_usual_names(hall: Hall, title: str, field: Field) -> None:
    group = hall.young()
    sheet = hall.roster.read(f"{title},Name of GP\nAda,x\n".encode())
    if sheet.header_line:
        assert hall.roster.propose(sheet, group.id)[0].field is field
    else:
        sheet = hall.roster.read(f"Name,{title}\nAda,x\n".encode())
        assert hall.roster.propose(sheet, group.id)[1].field is field


def test_at_level_1_a_surname_and_contacts_are_dropped_and_named(hall: Hall) -> None:
    group = hall.group()
    report = bring(hall, group, "First name,Surname,Phone,Shoe size,Diagnosis\nAda,Lovelace,07700,38,SECRET\n")
    assert [(column.header, column.drop) for column in report.dropped] == [
        ("Surname", Drop.LEVEL), ("Phone", Drop.LEVEL), ("Shoe size", Drop.UNKNOWN), ("Diagnosis", Drop.BARRED)]
    [ada] = hall.members.of(group.id)
    assert (ada.name, ada.contact) == ("Ada", "")
    assert "SECRET" not in repr(report)
    assert "Lovelace" not in repr(report)


def test_ages_stay_out_where_all_are_adults(hall: Hall) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    report = bring(hall, group, "Name,Age band\nAda,40 to 50\n")
    assert [(column.header, column.drop) for column in report.dropped] == [("Age band", Drop.ADULTS)]
    assert hall.members.of(group.id)[0].age_band == "" and hall.names(group) == ["Ada"]
    sheet = hall.roster.read(b"Name,Age band\nBo,40 to 50\n")
    with pytest.raises(BadValue):
        hall.roster.preview(sheet, hall.roster.propose(sheet, hall.young().id), group.id)


def test_at_level_2_names_are_put_together(hall: Hall) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    bring(hall, group, "First name;Surname;Preferred name;Phone;E-mail;Emergency contact;Emergency phone;Joined\n"
                       "Ada;Lovelace;Countess;+44 7700;a@b;Bo;01;29/2/2024\nZoë;;;;z@b;;;\n;Nobody;Kit;;;;;\n")
    ada, kit, zoe = hall.members.of(group.id)
    assert (ada.name, ada.contact, ada.emergency_contact, ada.first_seen) == (
        "Ada Lovelace", "+44 7700", "Bo, 01", date(2024, 2, 29))
    assert (zoe.name, zoe.contact) == ("Zoë", "z@b")
    assert kit.name == "Kit Nobody"


def test_the_name_people_go_by_wins_at_level_1(hall: Hall) -> None:
    group = hall.group()
    bring(hall, group, "First name,Known as\nRobert,Bo\nAda,\n")
    assert hall.names(group) == ["Ada", "Bo"]


def test_a_person_may_choose_columns_but_never_a_barred_one(hall: Hall) -> None:
    group = hall.group()
    sheet = hall.roster.read(b"Vorname,Diagnosis,Notes\nAda,SECRET,front row\n")
    assert sheet.headers == ("Column A", "Column B", "Column C")
    with pytest.raises(BadValue):
        hall.roster.choose(hall.roster.propose(sheet, group.id), 1, Field.NAME, group.id)
    sheet = hall.roster.headed(sheet)
    assert sheet.headers == ("Vorname", "Diagnosis", "Notes")
    columns = hall.roster.propose(sheet, group.id)
    with pytest.raises(NoNameColumn):
        hall.roster.preview(sheet, columns, group.id)
    with pytest.raises(BadValue):
        hall.roster.choose(columns, 1, Field.NAME, group.id)
    columns = hall.roster.choose(columns, 2, Field.NEED, group.id)
    columns = hall.roster.choose(columns, 0, Field.NAME, group.id)
    preview = hall.roster.preview(sheet, columns, group.id)
    assert [(row.line, row.name, row.need) for row in preview.rows] == [(2, "Ada", "front row")]


def test_a_choice_takes_the_field_from_the_column_that_had_it(hall: Hall) -> None:
    group = hall.group()
    sheet = hall.roster.read(b"Name,Other\nA,Ada\n")
    columns = hall.roster.choose(hall.roster.propose(sheet, group.id), 1, Field.NAME, group.id)
    assert [(column.field, column.drop) for column in columns] == [(None, Drop.TWICE), (Field.NAME, None)]


def test_a_preview_cannot_be_talked_into_a_field_above_the_level(hall: Hall) -> None:
    group, richer = hall.group(), hall.group(RecordLevel.CONTACTABLE, "Two")
    sheet = hall.roster.read(b"Name,Phone\nAda,1\n")
    with pytest.raises(LevelTooLow):
        hall.roster.preview(sheet, hall.roster.propose(sheet, richer.id), group.id)


# ---------------------------------------------------------------- rows
def test_bad_rows_are_listed_with_line_and_reason_and_no_value(hall: Hall) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    preview = look(hall, group, "\n".join([
        "Name,Phone,First seen", ",07700,", "Ada,,32/13/2024", "Bo,,1/1/2030", "=HYPERLINK(1),,", "@SUM(A1),,",
        "12345,,", "x" * 500 + ",,", "Cy," + "9" * 500 + ",", "Di,=1+1,", "<script>alert(1)</script>,+44 7700,", ",,",
        "Ed,,20.11.25"]))
    bad = preview.of(Outcome.BAD)
    assert [row.line for row in bad] == [2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert bad[0].reason == "There is no name."
    assert bad[8].reason == "The contact is a formula."
    assert len({row.reason for row in bad}) == 8
    assert not any("SUM" in row.reason or "HYPER" in row.reason or "99" in row.reason for row in bad)
    hall.roster.apply(preview)
    assert hall.names(group) == ["<script>alert(1)</script>", "Ed"]


def test_duplicates_are_shown_and_skipped(hall: Hall) -> None:
    group = hall.group()
    hall.member(group, "Ada")
    preview = look(hall, group, "Name\nADA \nBo\nbo\n")
    assert outcomes(preview) == [(2, Outcome.DUPLICATE), (3, Outcome.ADD), (4, Outcome.DUPLICATE)]
    assert preview.rows[2].reason == "The same name is on line 3."
    report = hall.roster.apply(preview)
    assert [row.line for row in report.skipped] == [2, 4]
    assert hall.names(group) == ["Ada", "Bo"]


def test_blanks_are_filled_and_never_overwrite(hall: Hall) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    ada = hall.member(group, "Ada", contact="1", emergency_contact="")
    bo = hall.member(group, "Bo", contact="2")
    preview = look(hall, group, "Name,Phone,Emergency contact,First seen,Access needs\nAda,999,Zed,2024-03-01,\n"
                                "Bo,,,,front seat\n")
    assert outcomes(preview) == [(2, Outcome.FILL), (3, Outcome.FILL)]
    report = hall.roster.apply(preview)
    now = hall.members.get(ada.id)
    assert (now.contact, now.emergency_contact, now.first_seen) == ("1", "Zed", date(2024, 3, 1))
    assert hall.members.get(bo.id).contact == "2"
    assert [need.adjustment for need in hall.members.needs.of_member(bo.id)] == ["front seat"]
    assert report.change.label == "0 people were brought in. Blanks were filled for 2 more."
    again = look(hall, group, "Name,Phone,Emergency contact,First seen,Access needs\nAda,,,,\nBo,,,,another\n")
    assert outcomes(again) == [(2, Outcome.DUPLICATE), (3, Outcome.DUPLICATE)]


def test_somebody_who_comes_no_more_is_told_apart(hall: Hall) -> None:
    group = hall.group()
    hall.members.set_active(hall.member(group, "Ada").id, False)
    assert [row.reason for row in look(hall, group, "Name\nAda\n").rows] == [
        "This person is kept as somebody who comes no more."]


def test_two_of_one_name_are_left_to_a_person(hall: Hall) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    for _n in range(2):
        hall.member(group, "Ada")
    assert outcomes(look(hall, group, "Name,Phone\nAda,1\n")) == [(2, Outcome.DUPLICATE)]


def test_invariant_11_who_said_no_is_not_brought_back(hall: Hall) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    ada, bo = hall.member(group, "Ada"), hall.member(group, "Bo")
    hall.members.consents.record(said(ConsentPurpose.LIST, ConsentState.WITHDRAWN, ada.id))
    hall.members.consents.record(said(ConsentPurpose.CONTACT, ConsentState.REFUSED, bo.id))
    report = bring(hall, group, "Name,Phone\nAda,1\nBo,2\n", "signed list")
    assert [row.outcome for row in report.skipped] == [Outcome.SAID_NO, Outcome.DUPLICATE]
    assert hall.names(group) == ["Bo"]
    stored = hall.store.one("select contact from member where id = ?", (bo.id,))
    assert stored == {"contact": ""}


# ---------------------------------------------------------------- consent and groups
def test_without_a_basis_nobody_counts_as_asked(hall: Hall) -> None:
    group = hall.group()
    report = bring(hall, group, "Name\nAda\nBo\n")
    assert report.not_asked == ("Ada", "Bo")
    assert [member.name for member in hall.members.not_asked(group.id)] == ["Ada", "Bo"]


def test_with_a_basis_it_is_written_down_for_each(hall: Hall) -> None:
    group = hall.group()
    report = bring(hall, group, "Name\nAda\n", "signed the paper list, 3 March")
    assert report.not_asked == ()
    [ada] = hall.members.of(group.id)
    consent = hall.members.consents.on(ada.id, ConsentPurpose.LIST)
    assert (consent.state, consent.basis) == (ConsentState.GIVEN, "signed the paper list, 3 March")


def test_invariant_13_under_18s_come_in_only_with_a_basis(hall: Hall) -> None:
    group = hall.young()
    with pytest.raises(ConsentNeeded):
        bring(hall, group, "Name\nKit\n")
    assert hall.names(group) == []
    bring(hall, group, "Name\nKit\n", "parents signed, September")
    [kit] = hall.members.of(group.id)
    assert hall.members.consents.parent_settled(kit.id)


def test_invariant_1_a_head_count_group_takes_no_roster(hall: Hall) -> None:
    group = hall.group(RecordLevel.TALLY)
    sheet = hall.roster.read(b"Name\nAda\n")
    for attempt in (lambda: hall.roster.propose(sheet, group.id), lambda: hall.roster.preview(sheet, (), group.id),
                    lambda: hall.roster.apply(Preview(group.id, sheet, (), ()))):
        with pytest.raises(LevelTooLow):
            attempt()
    assert hall.store.counts()["member"] == 0


# ---------------------------------------------------------------- all or nothing
def test_a_workbook_comes_in_as_one_step_and_is_undone_as_one(hall: Hall) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    rows = [["Name", "Phone", "First seen"], ["Ada", 447700900123.0, date(2024, 2, 29)], ["علي 🪑", "07", None]]
    report = bring(hall, group, xlsx({"Roster": rows}), "asked")
    assert report.change.label == "2 people were brought in."
    assert report.change.can_undo
    assert [(m.name, m.contact, m.first_seen) for m in hall.members.of(group.id)] == [
        ("Ada", "447700900123", date(2024, 2, 29)), ("علي 🪑", "07", None)]
    hall.store.undo()
    assert hall.members.of(group.id) == ()
    assert outcomes(look(hall, group, xlsx({"Roster": rows}))) == [(2, Outcome.ADD), (3, Outcome.ADD)]


def test_five_thousand_rows_with_progress_and_a_change_of_mind(hall: Hall) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    preview = look(hall, group, "Name;Phone\n" + "".join(f"Person {n};0{n}\n" for n in range(5000)))
    before = hall.store.fingerprint()

    def stop(done: int, total: int) -> None:
        assert total == 5000
        if done >= 2000:
            raise Cancelled

    with pytest.raises(Cancelled):
        hall.roster.apply(preview, "asked", stop)
    assert hall.store.fingerprint() == before
    steps: list[int] = []
    hall.roster.apply(preview, "asked", lambda done, total: steps.append(done))
    assert steps == [*range(0, 5000, 100), 5000]
    assert hall.store.counts()["member"] == hall.store.counts()["consent"] == 5000


def test_what_changed_since_the_preview_is_seen(hall: Hall) -> None:
    group = hall.group()
    preview = look(hall, group, "Name\nAda\nBo\n")
    hall.member(group, "Ada")
    report = hall.roster.apply(preview)
    assert ([row.name for row in report.added], [row.line for row in report.skipped]) == (["Bo"], [2])
    assert hall.names(group) == ["Ada", "Bo"]


CELLS = st.text(max_size=30) | st.sampled_from(["SECRET WORD", "=SUM(SECRET WORD)", "SECRET WORD" * 90, "31/02/2025"])


@given(st.lists(st.lists(CELLS, min_size=5, max_size=5), max_size=6), st.sampled_from([1, 2]), st.booleans())
def test_any_cells_make_a_row_or_a_reason(table: list[list[str]], level: int, day_first: bool) -> None:
    sheet = Sheet("list", 1, ("Name", "Phone", "First seen", "Access", "Surname"),
                  tuple(Row(line, tuple(cells)) for line, cells in enumerate(table, 2)), (0, 1, 2, 3, 4))
    group = Group(id=b"", name="", record_level=RecordLevel(level), created_on=date(2025, 11, 20))
    columns = propose(sheet.headers, group)
    for row in candidates(sheet, columns, RecordLevel(level), date(2025, 11, 20), day_first=day_first):
        assert bool(row.problem) != bool(row.draft.name)
        assert "SECRET" not in row.problem
        if level == 1:
            assert not row.draft.contact
