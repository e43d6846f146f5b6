"""Lists that go to a spreadsheet: which list, which kind of file, and what is put in beside the names."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from facilitator.model.ids import Id

Cell: TypeAlias = str | int | date | None


class ExportKind(StrEnum):
    """Which list: who is in the group, who was there when, or all that is kept about one person, for that person."""

    ROSTER = "roster"
    ATTENDANCE = "attendance"
    PERSON = "person"


class FileType(StrEnum):
    """Which kind of file; the value is its ending."""

    CSV = "csv"
    XLSX = "xlsx"


class Beside(StrEnum):
    """What a roster may hold beside the names, where the record level and each person allow it."""

    ANSWERS = "answers"
    """Whether each said yes to being on the list."""
    NEEDS = "needs"
    CONTACTS = "contacts"
    """One way to reach each, after what to mind; never of somebody who said no to that."""
    EMERGENCY = "emergency"
    AGES = "ages"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """What somebody wants saved. `beside` is for a roster, `start` and `end` (both included) for attendance,
    `member_id` for one person."""

    group_id: Id
    kind: ExportKind
    beside: Collection[Beside] = tuple(Beside)
    start: date | None = None
    end: date | None = None
    member_id: Id | None = None


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A list as rows and columns; `people` is how many persons it tells about, 0 for counts alone."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    people: int


@dataclass(frozen=True, slots=True)
class ExportNote:
    """That a list was saved, and on which day; the journal knows no more about it."""

    kind: ExportKind
    on: date
