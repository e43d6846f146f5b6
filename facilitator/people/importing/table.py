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


def table(name: str, lines: Iterable[Cells]) -> Sheet:
    """The sheet in rows as read: finds the header, names the columns, empties those that must never come in."""
    found = list(lines)
    width = max((len(cells) for _line, cells in found), default=0)
    at, titles = _header(found[:LOOK])
    body = found[at + 1:] if at >= 0 else found
    titles = [*titles, *[""] * (width - len(titles))]
    used = [index for index in range(width)
            if titles[index] or any(index < len(cells) and cells[index] for _line, cells in body)]
    names = tuple(titles[index] or headers.letter(index) for index in used)
    barred = {index for index, title in zip(used, names, strict=True) if headers.is_barred(title)}
    keep = [index not in barred for index in range(width)]
    rows = tuple(
        Row(line, tuple(cell if keep[index] else "" for index, cell in enumerate(cells)))
        for line, cells in body
        if any(cells) and not _repeats(cells, titles)
    )
    return Sheet(name, found[at][0] if at >= 0 else 0, names, rows, tuple(used))


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
