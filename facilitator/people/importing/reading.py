"""Reading a spreadsheet from bytes: CSV in any dress, Excel and OpenDocument; nothing in it is ever run or believed."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from facilitator.errors import PlaceMissing, SheetUnreadable
from facilitator.people.importing import headers
from facilitator.people.importing.table import LOOK, Cells, Sheet, table

BIGGEST = 64 * 1024 * 1024
"""The biggest file that is read, in bytes; what it unpacks to may be four times that."""
ROWS = 20_000
"""The most rows that are read."""
WIDEST = 200
"""The most columns that are looked at."""
CELL = 1000
"""How much of a cell is kept: enough to know that it is too long."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DELIMITERS = (",", ";", "\t", "|")
_ODD_DELIMITERS = ("^", "~", "#", ":", "/", "\x1f")


def read(source: Path | bytes, name: str = "") -> Sheet:
    """The roster in a file, or in its bytes. Raises PlaceMissing, and SheetUnreadable with the reason in a word."""
    title = name or (source.name if isinstance(source, Path) else "")
    data = _bytes(source, title) if isinstance(source, Path) else source
    if len(data) > BIGGEST:
        raise SheetUnreadable(title, "big")
    if data.startswith((_ZIP, _OLE)):
        return _workbook(data, title)
    lines = list(_lines(_decoded(data, title)))
    if not lines:
        raise SheetUnreadable(title, "empty")
    if len(lines) > ROWS:
        raise SheetUnreadable(title, "rows")
    return table(title, lines)


def _bytes(path: Path, title: str) -> bytes:
    try:
        if path.stat().st_size > BIGGEST:
            raise SheetUnreadable(title, "big")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise PlaceMissing(title) from error
    except OSError as error:
        raise SheetUnreadable(title, "closed") from error


# ---------------------------------------------------------------- text
def _decoded(data: bytes, title: str) -> str:
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return data.decode("utf-32", "replace").replace("\0", "")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace").replace("\0", "")
    head = data[:4000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) > len(head) // 5:
        return data.decode("utf-16-be" if even > odd else "utf-16-le", "replace").replace("\0", "")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if data.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")):
        raise SheetUnreadable(title, "kind")
    return text.replace("\0", "")


def _lines(text: str) -> Iterator[Cells]:
    if text[:4].lower() == "sep=" and len(text) > 4:
        delimiter, text = text[4], "\n" + text.partition("\n")[2]
    else:
        delimiter = _delimiter(text)
    for line, cells in _parsed(text, delimiter):
        short = [_clean(cell) for cell in cells[:WIDEST]]
        if any(short):
            yield line, short


def _delimiter(text: str) -> str:
    """The sign between cells: the one that makes a header best, else the one that cuts most lines alike."""
    top = "\n".join(text[:200_000].splitlines()[:LOOK])

    def worth(delimiter: str) -> tuple[int, int]:
        lines = [[cell.strip() for cell in cells] for _line, cells in _parsed(top, delimiter)]
        known = max((headers.score(cells) for cells in lines), default=0)
        widths = [len(cells) for cells in lines if len(cells) > 1]
        return known, max(map(widths.count, widths), default=0) if delimiter in _DELIMITERS else 0

    return max((*_DELIMITERS, *_ODD_DELIMITERS), key=worth)


def _parsed(text: str, delimiter: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Line and cells of each record. Where quotes do not close, each line is taken by itself, so that one slip of the
    pen never swallows the rest of the list."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    before = csv.field_size_limit(BIGGEST)
    try:
        records, start = [], 1
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        for cells in reader:
            records.append((start, cells))
            start = reader.line_num + 1
        return iter(records)
    except csv.Error:
        lines = (line.split(delimiter) for line in text.split("\n"))
        return iter([(n, [cell.strip().strip('"') for cell in cells]) for n, cells in enumerate(lines, 1)])
    finally:
        csv.field_size_limit(before)


# ---------------------------------------------------------------- workbooks
def _workbook(data: bytes, title: str) -> Sheet:
    from python_calamine import CalamineError, PasswordError, load_workbook

    _not_a_bomb(data, title)
    try:
        book = load_workbook(io.BytesIO(data))
        shown = [sheet.name for sheet in book.sheets_metadata if str(sheet.visible).endswith("Visible")]
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


def _not_a_bomb(data: bytes, title: str) -> None:
    if not data.startswith(_ZIP):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > 4 * BIGGEST:
                raise SheetUnreadable(title, "big")
    except zipfile.BadZipFile as error:
        raise SheetUnreadable(title, "damaged") from error


def _numbered(rows: Sequence[Sequence[Any]]) -> Iterator[Cells]:
    for line, cells in enumerate(rows, 1):
        short = [_clean(_as_text(cell)) for cell in cells[:WIDEST]]
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


def _clean(cell: str) -> str:
    return cell[:CELL].strip()
