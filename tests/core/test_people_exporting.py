"""Lists that leave the vault: what may be in them, no formula in any cell, a note in the journal, no half file."""

from __future__ import annotations

import csv
import errno
import io
import os
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from facilitator.errors import BadValue, LevelTooLow, NoSpace, NotFound, PlaceMissing, PlaceTaken, ReadOnlyPlace
from facilitator.model.exporting import Beside, ExportKind, ExportOrder, FileType
from facilitator.model.group import Group, RecordLevel
from facilitator.model.member import ConsentPurpose, ConsentState, MemberDraft
from facilitator.model.session import Count
from facilitator.people import Exports
from facilitator.people.exporting.exports import type_of
from facilitator.people.exporting.files import save
from tests.core.hall import Hall, said

HOSTILE = ("=HYPERLINK(\"http://x\")", "+1 Ada", "-Ada", "@Ada", "Ada, \"the first\"", "عبد الرحمن", "👩🏽‍🦽 Sam")


@pytest.fixture
def exports(hall: Hall) -> Exports:
    """Exports over the hall."""
    return Exports(hall.store, hall.clock, hall.groups, hall.members)


def roster(group: Group, *beside: Beside) -> ExportOrder:
    """An order for a list of people."""
    return ExportOrder(group_id=group.id, kind=ExportKind.ROSTER, beside=beside or tuple(Beside))


def attendance(group: Group, start: date | None = None, end: date | None = None) -> ExportOrder:
    """An order for who was there."""
    return ExportOrder(group_id=group.id, kind=ExportKind.ATTENDANCE, start=start, end=end)


def read_csv(data: bytes) -> list[list[str]]:
    """The cells of a CSV file."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_roster_holds_what_its_level_allows(hall: Hall, exports: Exports) -> None:
    one = hall.group()
    hall.members.needs.add(one.id, "Front seat", hall.member(one, "Ada", said(ConsentPurpose.LIST)).id)
    table = exports.table(roster(one))
    assert table.columns == ("Name", "First came", "Comes no more", "Said yes to the list", "What helps in the room")
    assert table.rows == (("Ada", None, "", "yes", "Front seat"),) and table.people == 1
    assert exports.table(roster(one, Beside.CONTACTS)).columns == ("Name", "First came", "Comes no more")
    two = hall.group(RecordLevel.CONTACTABLE, "Two")
    hall.member(two, "Bo", contact="07700 900111", emergency_contact="Kit", may_leave_message=False)
    table = exports.table(roster(two, Beside.CONTACTS, Beside.EMERGENCY))
    assert table.columns[3:] == ("What to mind", "May leave a message", "If somebody else answers", "Contact",
                                 "Emergency contact")
    assert table.rows[0][3:] == ("", "no", "", "07700 900111", "Kit")
    assert Beside.AGES not in exports.beside(two) and Beside.AGES in exports.beside(hall.young())
    with pytest.raises(LevelTooLow) as refused:
        exports.table(roster(hall.group(RecordLevel.TALLY, "Tally")))
    assert refused.value.field == "roster"
    with pytest.raises(NotFound):
        exports.table(ExportOrder(group_id=b"0" * 16, kind=ExportKind.ROSTER))


def test_a_no_keeps_a_person_or_their_number_out(hall: Hall, exports: Exports) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    silent = hall.member(group, "Ada", contact="07700 900111", contact_preference="Text", if_another_answers="Hang up")
    gone = hall.member(group, "Bo", contact="07700 900222")
    hall.members.consents.record(said(ConsentPurpose.CONTACT, ConsentState.WITHDRAWN, silent.id))
    hall.members.consents.record(said(ConsentPurpose.LIST, ConsentState.REFUSED, gone.id))
    for file_type in FileType:
        data = exports.make(roster(group), file_type)
        text = data.decode("utf-8-sig") if file_type is FileType.CSV else str(CalamineWorkbook.from_filelike(
            io.BytesIO(data)).get_sheet_by_index(0).to_python())
        assert "Ada" in text
        assert not any(word in text for word in ("07700", "Bo", "Text", "Hang up"))


def test_who_was_there_is_a_grid_without_sums(hall: Hall, exports: Exports) -> None:
    group = hall.group()
    hall.weekly(group)
    ada, bo, cy = (hall.member(group, name) for name in ("Ada", "Bo", "Cy"))
    for day in (date(2025, 11, 6), date(2025, 11, 13), date(2025, 11, 20)):
        [session] = hall.sessions.on(group.id, day)
        hall.attendance.set(session, ada.id, True)
        if day.day == 6:
            hall.attendance.set(session, bo.id, True)
            hall.attendance.set(session, bo.id, False)
        if day.day != 20:
            hall.sessions.counts.hold(hall.sessions.on(group.id, day)[0], Count(heads=8))
    hall.members.set_active(ada.id, False)
    hall.members.set_active(cy.id, False)
    table = exports.table(attendance(group))
    assert table.columns == ("Name", "2025-11-06", "2025-11-13")  # only what was held
    assert table.rows == (("Ada", "yes", "yes"), ("Bo", "no", ""))
    assert exports.table(attendance(group, date(2025, 11, 7), date(2025, 11, 13))).columns == ("Name", "2025-11-13")


def test_two_evenings_of_one_day_are_two_columns(hall: Hall, exports: Exports) -> None:
    group = hall.group()
    for start in (600, 1140):
        hall.sessions.add(group.id, date(2025, 11, 20), start, 60)
    for session in hall.sessions.on(group.id, date(2025, 11, 20)):
        hall.sessions.counts.hold(session, Count(heads=3))
    assert exports.table(attendance(group)).columns == ("Name", "2025-11-20", "2025-11-20 (2)")


def test_a_head_count_has_numbers_and_no_names(hall: Hall, exports: Exports) -> None:
    group = hall.group(RecordLevel.TALLY)
    hall.weekly(group)
    hall.sessions.counts.hold(hall.tonight(group), Count(heads=9, newcomers=2, returning=1))
    table = exports.table(attendance(group))
    assert (table.columns, table.rows, table.people) == (
        ("Day", "People", "Newcomers", "Returning"), ((date(2025, 11, 20), 9, 2, 1),), 0)
    assert read_csv(exports.make(attendance(group), FileType.CSV))[1] == ["2025-11-20", "9", "2", "1"]


def test_no_cell_is_ever_a_formula(hall: Hall, exports: Exports) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    for name in HOSTILE:
        hall.member(group, name, contact="+44 7700 900111")
    hall.members.needs.add(group.id, "=cmd|' /C calc'!A0", hall.members.of(group.id)[0].id)
    rows = read_csv(exports.make(roster(group), FileType.CSV))
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert "'+44 7700 900111" in cells and "'=cmd|' /C calc'!A0" in cells and "Ada, \"the first\"" in cells
    data = exports.make(roster(group), FileType.XLSX)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet and "hyperlink" not in sheet
        assert not [name for name in book.namelist() if "link" in name.lower()]
    kept = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert sorted(str(row[0]) for row in kept[1:]) == sorted(HOSTILE)
    assert {row[kept[0].index("Contact")] for row in kept[1:]} == {"+44 7700 900111"}


@pytest.mark.parametrize(("name", "sheet"), [
    ("History", "History 1"), ("Mon/Tue: [late]?", "Mon Tue   late"), ("🪑" * 20, "🪑" * 15),
    ("Everybody who looks after somebody", "Everybody who looks after someb"), ("'Ours'", "Ours"), ("حلقة", "حلقة")])
def test_a_sheet_is_called_what_spreadsheets_take(hall: Hall, exports: Exports, name: str, sheet: str) -> None:
    """No sign that they refuse, no more than 31 as they count, and not the one name they keep for themselves."""
    group = hall.group(name=name)
    hall.member(group, "Ada")
    data = exports.make(roster(group), FileType.XLSX)
    assert CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names == [sheet]
    assert len(sheet.encode("utf-16-le")) // 2 <= 31


@pytest.mark.parametrize("file_type", list(FileType))
def test_our_own_list_comes_in_again_as_it_went_out(hall: Hall, exports: Exports, file_type: FileType) -> None:
    group = hall.group(RecordLevel.CONTACTABLE)
    hall.members.save(group.id, MemberDraft(
        name="Ada Lovelace", contact="+44 7700 900111", contact_preference="Text", may_leave_message=False,
        if_another_answers="Hang up", emergency_contact="Kit 07700 900222"), first_seen=date(2025, 3, 1))
    hall.members.needs.add(group.id, "Front seat", hall.members.of(group.id)[0].id)
    data = exports.make(roster(group), file_type)
    other = hall.group(RecordLevel.CONTACTABLE, "Other")
    sheet = hall.roster.read(data)
    hall.roster.apply(hall.roster.preview(sheet, hall.roster.propose(sheet, other.id), other.id))
    [was], [back] = hall.members.of(group.id), hall.members.of(other.id)
    for field in (*MemberDraft.__dataclass_fields__, "first_seen"):
        assert getattr(back, field) == getattr(was, field), field
    assert [need.adjustment for need in hall.members.needs.of_member(back.id)] == ["Front seat"]


def test_the_journal_notes_which_list_and_nothing_in_it(hall: Hall, exports: Exports) -> None:
    group = hall.group()
    hall.member(group, "Wilhelmina")
    before = hall.store.fingerprint()
    exports.make(roster(group), FileType.XLSX)
    exports.make(attendance(group), FileType.CSV)
    assert [(entry.kind, entry.rows) for entry in hall.store.journal(2)] == [
        ("export.attendance", "[]"), ("export.roster", "[]")]
    assert hall.store.fingerprint() == before
    hall.store.integrity()
    hall.clock.move(days=3)
    exports.make(roster(group), FileType.CSV)
    assert [(note.kind, note.on.day) for note in exports.saved()] == [
        (ExportKind.ROSTER, 23), (ExportKind.ATTENDANCE, 20), (ExportKind.ROSTER, 20)]
    assert len(exports.saved(1)) == 1


def test_nothing_is_written_but_the_file(
    hall: Hall, exports: Exports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = hall.group()
    hall.member(group, "Ada")

    def refuse(*_what: object, **_how: object) -> None:
        raise AssertionError("a temporary file")

    for name in ("mkdtemp", "mkstemp", "TemporaryFile", "NamedTemporaryFile"):
        monkeypatch.setattr(tempfile, name, refuse)
    out = tmp_path / "out"
    out.mkdir()
    for file_type in FileType:
        save(out / f"list.{file_type.value}", exports.make(roster(group), file_type))
    assert sorted(path.name for path in out.iterdir()) == ["list.csv", "list.xlsx"]


@pytest.mark.parametrize(("code", "refusal"), [(errno.ENOSPC, NoSpace), (errno.EROFS, ReadOnlyPlace)])
def test_a_disk_that_takes_nothing_leaves_no_half_file(
    exports: Exports, hall: Hall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int,
    refusal: type[Exception],
) -> None:
    group = hall.group()
    hall.member(group, "Ada")
    data = exports.make(roster(group), FileType.CSV)
    out = tmp_path / "out"
    out.mkdir()
    (out / "old.csv").write_bytes(b"old")
    write: Callable[[int, memoryview], int] = os.write

    def full(handle: int, what: memoryview) -> int:
        write(handle, what[:4])
        raise OSError(code, "no")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(refusal):
        save(out / "old.csv", data, asked=True)
    with pytest.raises(refusal):
        save(out / "new.csv", data)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {"old.csv": b"old"}


def test_where_it_may_not_go(exports: Exports, hall: Hall, tmp_path: Path) -> None:
    group = hall.group()
    data = exports.make(roster(group), FileType.CSV)
    (tmp_path / "taken.csv").write_bytes(b"mine")
    with pytest.raises(PlaceTaken):
        save(tmp_path / "taken.csv", data)
    with pytest.raises(PlaceMissing):
        save(tmp_path / "nowhere" / "list.csv", data)
    assert type_of(Path("List.XLSX")) is FileType.XLSX
    for name in ("list.ods", "list", ".csv.txt"):
        with pytest.raises(BadValue) as refused:
            type_of(Path(name))
        assert refused.value.why == "ending"
