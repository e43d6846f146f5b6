"""Reading a roster from a file or its bytes: finding out what it is, and text in any dress."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from facilitator.errors import PlaceMissing, SheetUnreadable
from facilitator.people.importing import headers, workbooks
from facilitator.people.importing.table import BIGGEST, LOOK, ROWS, Cells, Sheet, shortened, table
from facilitator.vault import files

_DELIMITERS = (",", ";", "\t", "|")
_ODD_DELIMITERS = ("^", "~", "#", ":", "/", "\x1f")


def read(source: Path | bytes, name: str = "") -> Sheet:
    """The roster in a file, or in its bytes. Raises PlaceMissing, and SheetUnreadable with the reason in a word."""
    title = name or (source.name if isinstance(source, Path) else "")
    data = _bytes(source, title) if isinstance(source, Path) else source
    if len(data) > BIGGEST:
        raise SheetUnreadable(title, "big")
    if workbooks.is_one(data):
        return workbooks.read(data, title)
    lines = list(_lines(_decoded(data, title)))
    if not lines:
        raise SheetUnreadable(title, "empty")
    if len(lines) > ROWS:
        raise SheetUnreadable(title, "rows")
    return table(title, lines)


def _bytes(path: Path, title: str) -> bytes:
    if files.kind(path) is None:
        raise PlaceMissing(title)
    if files.is_folder(path):
        raise SheetUnreadable(title, "kind")
    try:
        return files.read_given(path, BIGGEST)
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
        short = shortened(cells)
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
