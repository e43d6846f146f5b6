"""Reading rosters: every dress of CSV, Excel and OpenDocument, and files made to do harm."""

from __future__ import annotations

import codecs
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.errors import PlaceMissing, SheetUnreadable
from facilitator.messages import explain
from facilitator.model.group import Group, RecordLevel
from facilitator.people.importing.headers import Drop, is_barred, propose
from facilitator.people.importing.reading import read
from facilitator.people.importing.table import Sheet
from tests.core.spreadsheets import ods, xlsx

TABLE = [["Name", "Phone", "Diagnosis"], ["Zoë Müller", "07700 900123", "SECRET"], ["علي", "", "SECRET"]]


def cells(sheet: Sheet) -> list[tuple[str, ...]]:
    return [row.cells for row in sheet.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~"])
def test_any_delimiter(delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in TABLE)
    sheet = read(text.encode(), "list.csv")
    assert sheet.headers == ("Name", "Phone", "Diagnosis")
    assert [(row.line, row.cells[0]) for row in sheet.rows] == [(2, "Zoë Müller"), (3, "علي")]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE),
     ("utf-16-le", b""), ("utf-16-be", b""), ("utf-32-le", codecs.BOM_UTF32_LE)])
def test_any_encoding(encoding: str, mark: bytes) -> None:
    text = "Name;Phone\r\nZoë Müller;1\r\nʻAlī 🪑;2\r\n"
    assert cells(read(mark + text.encode(encoding))) == [("Zoë Müller", "1"), ("ʻAlī 🪑", "2")]


def test_windows_1252() -> None:
    assert cells(read("Name;Phone\r\nZoë O’Neil;1".encode("cp1252"))) == [("Zoë O’Neil", "1")]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_line_end_and_the_line_of_each_row(newline: str) -> None:
    sheet = read(newline.join(["", "Name,Phone", "", '"A', 'B",1', "C,2"]).encode())
    assert [(row.line, row.cells) for row in sheet.rows] == [(4, ("A\nB", "1")), (6, ("C", "2"))]


def test_a_named_separator_is_obeyed() -> None:
    assert cells(read(b"sep=|\nName|Phone\nA, B|1")) == [("A, B", "1")]


def test_a_quote_that_never_closes_swallows_nothing() -> None:
    sheet = read(b'Name,Phone\n"Ada,1\nBo,2\nCy,3')
    assert [row.cells[0] for row in sheet.rows] == ["Ada", "Bo", "Cy"]
    assert [row.line for row in sheet.rows] == [2, 3, 4]


def test_one_column_of_names() -> None:
    assert cells(read(b"First name\nAda\nBo\n")) == [("Ada",), ("Bo",)]


def test_header_below_a_title_and_repeated_on_each_page() -> None:
    sheet = read(b"Lantern circle list,,\n,,\nFirst name,Surname,Mobile\nAda,Lovelace,1\nFirst name,Surname,Mobile\n"
                 b"Bo,Diddley,2\n")
    assert sheet.header_line == 3
    assert [row.cells[0] for row in sheet.rows] == ["Ada", "Bo"]


def test_without_a_header_columns_have_letters_and_no_value_becomes_a_title() -> None:
    sheet = read(b"Ada,depression\nBo,grief\n")
    assert sheet.header_line == 0
    assert sheet.headers == ("Column A", "Column B")
    assert len(sheet.rows) == 2


WORKBOOKS = {"xlsx": xlsx, "ods": ods}


@pytest.mark.parametrize("kind", WORKBOOKS)
def test_workbook_with_days_and_numbers(kind: str) -> None:
    data = WORKBOOKS[kind]({"People": [
        ["Name", "Phone", "First seen"], ["Ada 🪑", 447700900123.0, date(2024, 2, 29)], ["علي", "07", None]]})
    assert cells(read(data)) == [("Ada 🪑", "447700900123", "2024-02-29"), ("علي", "07", "")]


@pytest.mark.parametrize("kind", WORKBOOKS)
def test_the_first_sheet_with_a_header_is_taken(kind: str) -> None:
    data = WORKBOOKS[kind]({"Read me": [["How to use this list"]], "List": [[None, None], ["Name"], ["Ada"]]})
    sheet = read(data, "list")
    assert (sheet.header_line, sheet.headers) == (2, ("Name",))
    assert [(row.line, row.cells) for row in sheet.rows] == [(3, ("Ada",))]


def test_hidden_sheets_stay_hidden() -> None:
    data = xlsx({"Old": [["Name"], ["Gone"]], "Now": [["Name"], ["Ada"]]}, hidden=["Old"])
    assert cells(read(data)) == [("Ada",)]


def test_merged_and_blank_headers() -> None:
    data = xlsx({"People": [["Who", None, "Phone", None], ["First name", "Last name", None, None],
                            ["Ada", "Lovelace", 1.0, "something"]]}, merged=["A1:B1", "C1:C2"])
    assert read(data).headers == ("First name", "Last name", "Phone", "Column D")


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty"), (b"\n\n;;\n", "empty"), (b"PK\x03\x04broken", "damaged"), (xlsx({"A": []}), "empty"),
     (b"%PDF-1.7 Name", "kind"),
     (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
     (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "damaged")])
def test_what_is_no_list_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(SheetUnreadable) as refused:
        read(data, "list")
    assert refused.value.reason == reason


def test_more_rows_than_a_roster_has_are_refused() -> None:
    with pytest.raises(SheetUnreadable) as refused:
        read(b"Name\n" + b"Ada\n" * 20_001)
    assert refused.value.reason == "rows"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PlaceMissing):
        read(tmp_path / "list.csv")
    with pytest.raises(SheetUnreadable):
        read(tmp_path)


def test_huge_cells_and_nul_bytes_are_survived() -> None:
    sheet = read(b"Name,Phone\nA\x00da,1\n" + b"x" * 1_000_000 + b",2\nBo,3\n")
    assert [len(row.cells[0]) for row in sheet.rows] == [3, 1000, 2]


@given(st.binary(max_size=400))
def test_no_bytes_are_anything_but_read_or_refused(data: bytes) -> None:
    try:
        sheet = read(data)
    except SheetUnreadable:
        return
    assert all(row.line > 0 for row in sheet.rows)


@given(st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=5), max_size=8))
def test_no_text_is_anything_but_read_or_refused(rows: list[list[str]]) -> None:
    try:
        read("\n".join(";".join(row) for row in rows).encode("utf-8", "replace"))
    except SheetUnreadable:
        return


@pytest.mark.parametrize("title", [
    "Diagnosis", "DIAGNOSES", "Medical conditions", "Medication", "Substance of choice", "Sobriety date", "Risk level",
    "Offence", "Religion", "Ethnicity", "Sexual orientation", "Immigration status", "Mental health", "Disability",
    "diagnosis_code", "Date of diagnosis"])
def test_columns_that_must_never_come_in_are_barred_and_emptied(title: str) -> None:
    assert is_barred(title)
    sheet = read(f"Name,{title}\nAda,SECRET\n".encode())
    assert "SECRET" not in [cell for row in sheet.rows for cell in row.cells]
    group = Group(id=b"", name="", record_level=RecordLevel.CONTACTABLE, created_on=date(2025, 11, 20))
    assert propose(sheet.headers, group)[1].drop is Drop.BARRED


def test_a_sheet_shows_no_values_when_printed_by_accident() -> None:
    assert "SECRET" not in repr(read(b"Name,Other\nSECRET,SECRET\n"))


def repacked(data: bytes, before: str, after: str) -> bytes:
    """A workbook with something put into its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in packed.namelist():
            made.writestr(name, packed.read(name).decode().replace(before, after))
    return out.getvalue()


@pytest.mark.parametrize("cell", [
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', '<row r="9"><c s="1" r=\'xfd1048576\'><v>1</v></c></row>',
    '<row r="9"><c r="XFD9"><v>1</v></c></row><row r="1048576"><c><v>1</v></c></row>'])
def test_two_cells_a_sheet_apart_are_refused_before_memory_is_filled(cell: str) -> None:
    data = repacked(xlsx({"A": [["Name"], ["Ada"]]}), "</sheetData>", f"{cell}</sheetData>")
    with pytest.raises(SheetUnreadable) as refused:
        read(data)
    assert refused.value.reason == "far"


def test_empty_cells_that_only_carry_a_colour_do_no_harm() -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    assert cells(read(repacked(xlsx({"A": [["Name"], ["Ada"]]}), "</sheetData>", far))) == [("Ada",)]


def _repeated(rows: int, columns: int, filled: bool = True) -> str:
    inside = "><text:p>x</text:p></table:table-cell>" if filled else "/>"
    return (f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell '
            f'table:number-columns-repeated="{columns}"{inside}</table:table-row>')


@pytest.mark.parametrize("row", [
    _repeated(1_048_576, 16_384), _repeated(2_000, 16_384), _repeated(1_048_000, 1, False) + _repeated(1, 9),
    _repeated(1, 16_000, False).replace("</table:table-row>", "<table:table-cell><text:p>x</text:p></table:table-cell>"
                                        "</table:table-row>") + _repeated(1_000, 1)])
def test_one_cell_that_stands_for_millions_is_refused_before_memory_is_filled(row: str) -> None:
    data = repacked(ods({"A": [["Name"], ["Ada"]]}), "</table:table>", f"{row}</table:table>")
    with pytest.raises(SheetUnreadable) as refused:
        read(data)
    assert refused.value.reason == "far"


def test_empty_rows_to_the_end_of_the_sheet_do_no_harm() -> None:
    data = repacked(ods({"A": [["Name"], ["Ada"]]}), "</table:table>", f"{_repeated(1_048_570, 16_384, False)}"
                                                                       "</table:table>")
    assert cells(read(data)) == [("Ada",)]


def test_a_file_that_unpacks_huge_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for n in range(5):
            packed.writestr(f"xl/{n}.xml", b"\0" * 60_000_000)
    with pytest.raises(SheetUnreadable) as refused:
        read(out.getvalue())
    assert refused.value.reason == "big"


@pytest.mark.parametrize("reason", ["empty", "password", "rows", "big", "far", "closed", "damaged", "kind"])
def test_each_reason_has_words(reason: str) -> None:
    message = explain(SheetUnreadable("list {x}.csv", reason))
    assert message.said.startswith("“list {x}.csv” ")
    assert message.said.endswith("Nothing was brought in.")
    assert message.next
