"""The command that takes names and identifying details out of a note."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from facilitator.cli.asking import MARKS
from facilitator.cli.saying import say
from facilitator.errors import NoNameColumn, NoteUnreadable, PlaceMissing
from facilitator.nameguard import Flag, NameGuard, Person
from facilitator.nameguard.labels import Labels, anonymised
from facilitator.people.importing.reading import read
from facilitator.people.importing.table import Sheet, headed
from facilitator.vault import files

LONGEST = 4 * 1024 * 1024
"""The biggest note that is read, in bytes."""
_STANDARD_INPUT = "-"
_SEVERAL = re.compile(r"\s*[;|/]\s*")
_TITLES = {
    "id": "id|number|no|member id|person id",
    "preferred": "preferred|preferred name|name|full name|first name|firstname|forename|given name|member|person|"
                 "known as|display name|first",
    "surname": "surname|last name|lastname|family name|last",
    "nicknames": "nicknames|nickname|alias|aliases|also known as|aka|goes by",
    "phones": "phones|phone|telephone|tel|mobile|phone number|mobile number|contact number|contact phone|emergency "
              "phone|emergency contact phone",
    "emails": "emails|email|e mail|email address|e mail address",
    "contacts": "contacts|contact|emergency contact|emergency contacts|emergency contact name|next of kin|contact name",
}
_FIELDS = {title: field for field, titles in _TITLES.items() for title in titles.split("|")}


def anonymise(options: argparse.Namespace) -> None:
    """Write the note with labels in place of names, or with --json what was found and why."""
    people = _people(options.roster)
    text = _note(options.note)
    flags = NameGuard(people).flags(text)
    if options.json:
        say(json.dumps([_as_json(flag) for flag in flags], ensure_ascii=False, indent=1))
    else:
        say(anonymised(text, Labels().propose(text, flags)).removesuffix("\n"))


def _as_json(flag: Flag) -> dict[str, object]:
    return {
        "start": flag.start, "end": flag.end, "kind": flag.kind.value, "certainty": flag.certainty.value,
        "person_ids": list(flag.person_ids), "reasons": list(flag.reasons),
    }  # fmt: skip


def _people(roster: Path) -> list[Person]:
    """The people of a spreadsheet with a header; a list of one column is one of names. Raises NoNameColumn."""
    sheet = read(roster)
    fields = [_FIELDS.get(_plain(title)) for title in sheet.headers]
    if "preferred" not in fields:
        with_head = headed(sheet)
        fields_below = [_FIELDS.get(_plain(title)) for title in with_head.headers]
        if "preferred" in fields_below:
            sheet, fields = with_head, fields_below
        elif len(sheet.columns) == 1:
            fields = ["preferred"]
        else:
            raise NoNameColumn
    return list(filter(None, (_person(number, row.cells, sheet, fields) for number, row in enumerate(sheet.rows, 1))))


def _person(number: int, cells: Sequence[str], sheet: Sheet, fields: Sequence[str | None]) -> Person | None:
    found: dict[str, list[str]] = {field: [] for field in _TITLES}
    for column, field in zip(sheet.columns, fields, strict=False):
        value = cells[column].strip() if column < len(cells) else ""
        if field and value:
            found[field] += [part for part in _SEVERAL.split(value) if part] if field[-1] == "s" else [value]
    if not found["preferred"] and not found["surname"]:
        return None
    given = found["id"][0] if found["id"] else ""
    return Person(
        id=int(given) if given.isdecimal() else given or number,
        preferred=found["preferred"][0] if found["preferred"] else "",
        surname=found["surname"][0] if found["surname"] else "",
        nicknames=(*found["nicknames"], *found["preferred"][1:]),
        phones=tuple(found["phones"]),
        emails=tuple(found["emails"]),
        contacts=tuple(found["contacts"]),
    )


def _plain(title: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", title.casefold()).split())


def _note(source: str | None) -> str:
    """The text of the note, from a file or from standard input. Raises PlaceMissing or NoteUnreadable."""
    if source is None or source == _STANDARD_INPUT:
        data = sys.stdin.buffer.read(LONGEST + 1) if sys.stdin is not None else b""
        source = ""
    else:
        place = Path(source)
        if files.kind(place) is None:
            raise PlaceMissing(source)
        try:
            data = files.read_given(place, LONGEST)
        except OSError as error:
            raise NoteUnreadable(source, "closed") from error
    if len(data) > LONGEST:
        raise NoteUnreadable(source, "big")
    mark, encoding = next(((mark, name) for mark, name in MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        return data[len(mark):].decode(encoding)
    except UnicodeDecodeError:
        if b"\0" in data or encoding != "utf-8":
            raise NoteUnreadable(source, "kind") from None
        return data.decode("cp1252", "replace")
