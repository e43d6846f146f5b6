"""A list as a file: CSV that a spreadsheet reads as UTF-8, or XLSX; no cell of it is ever taken for a formula.

In CSV a beginning that would make one gets a mark; XLSX says of each cell that it is words, so there it stays as it is.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path

from facilitator.model.exporting import Cell, ExportTable
from facilitator.vault import files

_STARTS = ("=", "+", "-", "@", "\t", "\r")
_MARK = "'"
_WIDEST = 40
_SHEET = 31
"""The longest name of a sheet that spreadsheets take."""
_NOT_IN_SHEETS = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def harmless(text: str) -> str:
    """Words that no spreadsheet takes for a formula: such a beginning gets a mark that shows it as text."""
    return _MARK + text if text.startswith(_STARTS) else text


def as_csv(table: ExportTable) -> bytes:
    """Comma-separated UTF-8, with the mark at its beginning by which spreadsheets know it."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([harmless(title) for title in table.columns])
    writer.writerows([harmless(_text(cell)) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(table: ExportTable, made_at: datetime) -> bytes:
    """A workbook of one sheet, made in memory alone; words are kept as words, days as days."""
    from xlsxwriter import Workbook

    out = BytesIO()
    with Workbook(out, {
        "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False,
        "default_date_format": "yyyy-mm-dd",
    }) as book:
        book.set_properties({"created": made_at})
        sheet = book.add_worksheet(_sheet_name(table.title) or None)
        head, text = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "@"})
        for column, (title, width) in enumerate(zip(table.columns, _widths(table), strict=True)):
            sheet.write_string(0, column, title, head)
            sheet.set_column(column, column, width)
        for line, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, str) and cell:
                    sheet.write_string(line, column, cell, text)
                elif isinstance(cell, date):
                    sheet.write_datetime(line, column, datetime(cell.year, cell.month, cell.day))
                elif isinstance(cell, int):
                    sheet.write_number(line, column, cell)
        sheet.freeze_panes(1, 1)
    return out.getvalue()


def save(path: Path, data: bytes, *, asked: bool = False) -> None:
    """Put the file where a person said, whole or not at all. Raises PlaceTaken unless they were `asked`, NoSpace, …"""
    files.put_out(path, data, asked=asked)


def _sheet_name(title: str) -> str:
    """A title as spreadsheets take it for a sheet: not too long as they count, and not the one name kept for them."""
    name = title.translate(_NOT_IN_SHEETS).strip()
    while len(name.encode("utf-16-le")) // 2 > _SHEET:
        name = name[:-1].strip()
    return f"{name} 1" if name.casefold() == "history" else name


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _widths(table: ExportTable) -> Iterator[int]:
    for column, title in enumerate(table.columns):
        longest = max((len(_text(row[column])) for row in table.rows), default=0)
        yield min(max(longest, len(title), 8) + 2, _WIDEST)
