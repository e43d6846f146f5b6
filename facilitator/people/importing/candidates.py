"""A row of a sheet as the member it would make, or why it cannot; a reason never quotes a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from facilitator.errors import BadValue
from facilitator.i18n import _
from facilitator.model.group import RecordLevel
from facilitator.model.member import MemberDraft
from facilitator.people import words
from facilitator.people.importing.headers import Column, Field
from facilitator.people.importing.table import Row, Sheet

_MARKED = re.compile(r"^'(?=[=+\-@])")
"""The mark that our own lists, and others, put before what could be taken for a formula."""
_FORMULA = re.compile(r"=|[+\-@][^\d\s].*[(|!]", re.DOTALL)
_DAY = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:[ T].*)?")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What one row offers. `problem` is empty for a good row; a bad one has no draft to trust."""

    line: int
    draft: MemberDraft
    first_seen: date | None = None
    need: str = ""
    problem: str = ""

    @property
    def alike(self) -> str:
        """What this name shares with other spellings of it."""
        return words.alike(self.draft.name)


def candidates(sheet: Sheet, columns: Sequence[Column], level: RecordLevel, today: date, *,
               day_first: bool = True) -> Iterator[Candidate]:
    """Each row that holds anything of what is brought in, in order."""
    where: dict[Field, list[int]] = {}
    for column in columns:
        if column.field is not None:
            where.setdefault(column.field, []).append(sheet.columns[column.index])
    for row in sheet.rows:
        cells = {field: _cells(row, places) for field, places in where.items()}
        if not any(cells.values()):
            continue
        try:
            yield _candidate(row.line, cells, level, today, day_first)
        except _BadRow as bad:
            yield Candidate(row.line, MemberDraft(name=""), problem=bad.reason)


class _BadRow(Exception):
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _candidate(line: int, cells: Mapping[Field, Sequence[str]], level: RecordLevel, today: date,
               day_first: bool) -> Candidate:
    name = _name(cells, level)
    if not name:
        raise _BadRow(_("There is no name."))
    if not any(character.isalpha() for character in name):
        raise _BadRow(_("The name has no letters in it."))
    routes = [*cells.get(Field.PHONE, ()), *cells.get(Field.CONTACT, ()), *cells.get(Field.EMAIL, ())]
    draft = MemberDraft(
        name=name,
        contact=_one(Field.CONTACT, routes[:1]),
        contact_preference=_one(Field.PREFERENCE, cells.get(Field.PREFERENCE, ())),
        may_leave_message=_yes_or_no(cells.get(Field.MESSAGE, ())),
        if_another_answers=_one(Field.ANOTHER, cells.get(Field.ANOTHER, ())),
        emergency_contact=_one(Field.EMERGENCY, [", ".join(cells.get(Field.EMERGENCY, ()))]),
        age_band=_one(Field.AGE_BAND, cells.get(Field.AGE_BAND, ())[:1], 40),
    )
    first = cells.get(Field.FIRST_SEEN, ())
    day = _day(first[0], day_first) if first else None
    if day is not None and day > today:
        raise _BadRow(_("The day they first came is still to come."))
    return Candidate(line, draft, day, _one(Field.NEED, [", ".join(cells.get(Field.NEED, ()))]))


def _name(cells: Mapping[Field, Sequence[str]], level: RecordLevel) -> str:
    """The one name field: a first name or alias at level 1, first name and surname at level 2."""
    def of(field: Field) -> str:
        return _one(field, cells.get(field, ())[:1])

    whole, first, alias, surname = of(Field.NAME), of(Field.FIRST_NAME), of(Field.ALIAS), of(Field.SURNAME)
    if level < RecordLevel.CONTACTABLE:
        return alias or first or whole
    if whole and Field.FIRST_NAME not in cells and surname and surname.casefold() not in whole.casefold():
        return f"{whole} {surname}"
    return whole or f"{first or alias} {surname}".strip()


def _one(field: Field, values: Sequence[str], longest: int = words.LINE) -> str:
    """The first value, clean. Raises _BadRow for a formula and for what is too long."""
    value = values[0] if values else ""
    if _FORMULA.match(value):
        raise _BadRow(_("The {field} is a formula.").format(field=field.label))
    try:
        return words.line(value, field.label, longest)
    except BadValue:
        raise _BadRow(_("The {field} is too long.").format(field=field.label)) from None


def _yes_or_no(values: Sequence[str]) -> bool | None:
    """A plain yes or no; anything else counts as nobody having asked, which is the safe side."""
    said = words.alike(values[0]) if values else ""
    if said in {"yes", "y", "true", "1", words.alike(_("yes"))}:
        return True
    return False if said in {"no", "n", "false", "0", words.alike(_("no"))} else None


def _cells(row: Row, places: Sequence[int]) -> list[str]:
    return [_MARKED.sub("", row.cells[place]) for place in places if place < len(row.cells) and row.cells[place]]


def _day(text: str, day_first: bool) -> date:
    """A day as people write it: 2025-03-01, 1/3/2025, 1.3.25. Raises _BadRow."""
    found = _DAY.fullmatch(text)
    try:
        if found is None:
            raise ValueError
        first, middle, last = (int(part) for part in found.groups())
        if len(found[1]) == 4:
            return date(first, middle, last)
        year = last if last > 99 else 2000 + last
        return date(year, middle, first) if day_first else date(year, first, middle)
    except ValueError:
        raise _BadRow(_("The day they first came cannot be read.")) from None
