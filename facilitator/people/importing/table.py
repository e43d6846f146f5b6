"""What a spreadsheet is once it is read: a header, and rows of plain text that remember their line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from facilitator.people import words
from facilitator.people.importing import headers

Cells: TypeAlias = tuple[int, Sequence[str]]
"""A row as it was read: its line in the file, counted from 1, and its cells."""

LOOK = 30
"""How many rows from the top may be the header."""
BIGGEST = 64 * 1024 * 1024
"""The biggest file that is read, in bytes."""
ROWS = 20_000
"""The most rows that are read."""
WIDEST = 200
"""The most columns that are looked at."""
CELL = 1000
"""How much of a cell is kept: enough to know that it is too long."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row under the header. Its cells are never part of a message: some columns must not be seen at all."""

    line: int
    cells: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as read. `headers` names every column that holds anything; `header_line` 0 means none was found."""

    name: str
    header_line: int
    headers: tuple[str, ...]
    rows: tuple[Row, ...] = field(repr=False)
    columns: tuple[int, ...] = ()
    """Where each named column stands in the rows' cells."""
    barred: frozenset[int] = frozenset()
    """Those of them that must never come in: under the header their cells are empty here already."""


def table(name: str, lines: Iterable[Cells]) -> Sheet:
    """The sheet in rows as read: finds the header, names the columns, empties those that must never come in."""
    found = list(lines)
    width = max((len(cells) for _line, cells in found), default=0)
    at, titles = _header(found[:LOOK])
    body = found[at + 1:] if at >= 0 else found
    titles = [*titles, *[""] * (width - len(titles))]
    used = [index for index in range(width)
            if titles[index] or any(index < len(cells) and cells[index] for _line, cells in body)]
    # Without a header the top row may well be one in words we do not know, so what it bars stays barred; but it is not
    # shown as titles, since it may as well be somebody's row.
    likely = titles if at >= 0 else [_title(cell) for cell in found[0][1]] if found else []
    keep = [not headers.is_barred(title) for title in likely] + [True] * (width - len(likely))
    names = tuple(titles[index] or headers.letter(index) for index in used)
    rows = tuple(
        Row(line, tuple(cell if keep[index] or (at < 0 and not n) else "" for index, cell in enumerate(cells)))
        for n, (line, cells) in enumerate(body)
        if any(cells) and not _repeats(cells, titles)
    )
    barred = frozenset(index for index in used if not keep[index])
    return Sheet(name, found[at][0] if at >= 0 else 0, names, rows, tuple(used), barred)


def headed(sheet: Sheet) -> Sheet:
    """The sheet with its first row taken as the header, because a person says that it is; others stay as they are."""
    if sheet.header_line or not sheet.rows:
        return sheet
    first = sheet.rows[0]
    titles = {index: _title(cell) for index, cell in enumerate(first.cells)}
    barred = sheet.barred | {index for index, title in titles.items() if headers.is_barred(title)}
    rows = tuple(Row(row.line, tuple("" if index in barred else cell for index, cell in enumerate(row.cells)))
                 for row in sheet.rows[1:])
    names = tuple(titles.get(index) or headers.letter(index) for index in sheet.columns)
    return Sheet(sheet.name, first.line, names, rows, sheet.columns, barred)


def shortened(cells: Sequence[str]) -> list[str]:
    """A row's cells, none so wide or so long that it could do harm."""
    return [cell[:CELL].strip() for cell in cells[:WIDEST]]


def _header(top: Sequence[Cells]) -> tuple[int, list[str]]:
    """Where the header stands among the top rows, and its titles; -1 where no row says what a name is."""
    best, where, chosen = 0, -1, [""]
    above: Sequence[str] = ()
    for index, (_line, cells) in enumerate(top):
        titles = [_title(cell) or (_title(above[i]) if i < len(above) else "") for i, cell in enumerate(cells)]
        score = headers.score(titles)
        if score > best:
            best, where, chosen = score, index, titles
        above = cells
    return where, chosen if where >= 0 else []


def _title(cell: str) -> str:
    """A cell as a header: clean and short; anything longer is text, not a title."""
    return words.line(cell[:200], "", 200) if len(cell) <= 80 else ""


def _repeats(cells: Sequence[str], titles: Sequence[str]) -> bool:
    """Whether a row is the header once more, as printed lists repeat it on each page."""
    return [cell.strip() for cell in cells if cell.strip()] == [title for title in titles if title]
