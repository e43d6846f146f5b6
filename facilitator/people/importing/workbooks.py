"""Reading Excel and OpenDocument workbooks: values alone, no formula worked out, and no trap stepped into."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from facilitator.errors import SheetUnreadable
from facilitator.people.importing.table import BIGGEST, ROWS, Cells, Sheet, shortened, table

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNPACKED = 4 * BIGGEST
_AREA = 8_000_000
"""The most cells between the first and the last one: the reader makes room for all of them, filled or not."""
_BINARY = "xl/workbook.bin"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What the older container of a workbook under a password holds."""

_PART = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])"
                   rb"((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_REPEATED = re.compile(rb"\stable:number-(?:rows|columns)-repeated\s*=\s*[\"'](\d{1,9})[\"']")
_CELL = re.compile(rb"<(?:\w+:)?c(\s[^>]*?)?(/?)>")
_WHERE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7})[\"']")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br\s*=\s*[\"'](\d{1,7})[\"']")


def is_one(data: bytes) -> bool:
    """Whether these bytes start like a workbook."""
    return data.startswith((_ZIP, _OLE))


def read(data: bytes, title: str) -> Sheet:
    """The first sheet in sight that has a header, else the first with anything in it. Raises SheetUnreadable."""
    from python_calamine import CalamineError, PasswordError, SheetVisibleEnum, load_workbook

    _no_trap(data, title)
    try:
        book = load_workbook(io.BytesIO(data))
        shown = [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
        first: Sheet | None = None
        for name in shown or book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height > ROWS:
                raise SheetUnreadable(title, "rows")
            found = table(title, _numbered(sheet.to_python(skip_empty_area=False)))
            if found.header_line:
                return found
            first = first or (found if found.rows else None)
    except PasswordError as error:
        raise SheetUnreadable(title, "password") from error
    except (CalamineError, OSError, ValueError) as error:
        raise SheetUnreadable(title, "damaged") from error
    if first is None:
        raise SheetUnreadable(title, "empty")
    return first


def _no_trap(data: bytes, title: str) -> None:
    """Refuse what would fill the memory: a small file that unpacks huge, or two cells a whole sheet apart."""
    if not data.startswith(_ZIP):
        if _LOCKED in data:
            raise SheetUnreadable(title, "password")
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _UNPACKED:
                raise SheetUnreadable(title, "big")
            if _BINARY in packed.namelist():
                raise SheetUnreadable(title, "kind")
            for name in packed.namelist():
                part = packed.read(name)
                if max(_area(part), _open_area(part)) > _AREA:
                    raise SheetUnreadable(title, "far")
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise SheetUnreadable(title, "damaged") from error


def _area(part: bytes) -> int:
    """How many cells lie between the first and the last filled one of an Excel sheet; 0 for any other part."""
    if b"sheetData" not in part:
        return 0
    last_row = last_column = 0
    unplaced = False
    for cell in _CELL.finditer(part):
        attributes, empty = cell.groups()
        if empty:
            continue
        where = _WHERE.search(attributes or b"")
        if where is None:
            unplaced = True
            last_column += 1
            continue
        column = 0
        for sign in where[1].upper():
            column = column * 26 + sign - 64
        last_row, last_column = max(last_row, int(where[2])), max(last_column, column)
    if unplaced:
        last_row = max(last_row, max((int(row[1]) for row in _ROW.finditer(part)), default=1))
        last_column = min(last_column, 16_384)
    return last_row * last_column


def _open_area(part: bytes) -> int:
    """The same for an OpenDocument part, where one cell or row can stand for thousands; 0 for any other part."""
    widest = row = column = last_row = last_column = rows = 0
    filled = False
    for found in _PART.finditer(part):
        kind, attributes = found.groups()
        repeated = _REPEATED.search(attributes)
        many = int(repeated[1]) if repeated else 1
        if kind.endswith(b"cell"):
            if not attributes.endswith(b"/") or b"office:value" in attributes:
                last_column, filled = max(last_column, column + many), True
            column += many
            continue
        last_row = row + rows if filled else last_row
        row, column, rows, filled = row + rows, 0, many, False
        if kind == b"table":
            widest = max(widest, last_row * last_column)
            row = rows = last_row = last_column = 0
    return max(widest, (row + rows if filled else last_row) * last_column)


def _numbered(rows: Sequence[Sequence[Any]]) -> Iterator[Cells]:
    for line, cells in enumerate(rows, 1):
        short = shortened([_as_text(cell) for cell in cells])
        if any(short):
            yield line, short


def _as_text(cell: Any) -> str:
    """A cell as a person would read it: whole numbers without a point, days as 2025-03-01."""
    match cell:
        case str():
            return cell
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer() and abs(cell) < 1e18:
            return str(int(cell))
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case time() | timedelta():
            return ""
        case _:
            return str(cell)
