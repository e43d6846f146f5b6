"""A TOML table read with care: every wrong key or value is refused with its file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from facilitator.errors import ContentBroken
from facilitator.i18n import _
from facilitator.library.lines import Lines
from facilitator.library.lines import Path as Where

Choice = TypeVar("Choice", bound=Enum)

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


def read_text(folder: Path, name: str) -> str:
    """A content file's text; `name` is its path below `folder`. Raises ContentBroken when it cannot be read."""
    try:
        raw = (folder / name).read_bytes()
    except OSError:
        raise ContentBroken(name, 1, _("the file is missing or cannot be read")) from None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        raise ContentBroken(name, line, _("a letter here is not written as UTF-8")) from None
    return text.replace("\r\n", "\n")


def parse(file: str, text: str, speak: Callable[[str], str], first: int = 1) -> Table:
    """The whole of a TOML text as a table; `first` is the number of its first line in the file."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        found = _AT_LINE.search(str(wrong))
        line = int(found[1]) if found and found[1] else max(1, len(text.rstrip().split("\n")))
        raise ContentBroken(file, first + line - 1, _("the way this is written is not TOML")) from None
    return Table(file, values, Lines(text, first), (), speak)


class Table:
    """Typed reads from one table; `speak` settles spelling and numbers in words that are shown."""

    def __init__(self, file: str, values: Mapping[str, Any], lines: Lines, where: Where,
                 speak: Callable[[str], str]) -> None:
        self.file = file
        self._values = values
        self._lines = lines
        self._where = where
        self._speak = speak
        self._seen: set[str] = set()

    def broken(self, reason: str, *key: str | int) -> ContentBroken:
        """The refusal that names this file, and the line of a key or of this table."""
        return ContentBroken(self.file, self._lines.of((*self._where, *key)), reason)

    def line(self, *key: str | int) -> int:
        """The line a key stands on."""
        return self._lines.of((*self._where, *key))

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._values

    def text(self, key: str, default: str | None = None) -> str:
        """A short text as it is written: ids, numbers to dial, addresses."""
        value = self._take(key, str, _("words between quotes"), default)
        if default is None and not value.strip():
            raise self.broken(_("“{key}” is empty").format(key=key), key)
        return str(value)

    def words(self, key: str, default: str | None = None) -> str:
        """Words that are shown or read aloud, spelled for the country."""
        return self._speak(self.text(key, default))

    def raw(self, key: str) -> tuple[str, int]:
        """A text of many lines as it is written, and the number of its first line."""
        value = self.text(key)
        first = self.line(key)
        return value, first + 1 if "\n" in value else first

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of short texts."""
        values = self._take(key, list, _("a list"), None if default is None else list(default))
        for place, value in enumerate(values):
            if not isinstance(value, str) or not value.strip():
                raise self.broken(_("“{key}” should hold words between quotes").format(key=key), key, place)
        return tuple(values)

    def spoken(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of words that are shown, spelled for the country."""
        return tuple(self._speak(value) for value in self.texts(key, default))

    def number(self, key: str, least: int, most: int, default: int | None = None) -> int:
        """A whole number within bounds."""
        value = self._take(key, int, _("a whole number"), default)
        if isinstance(value, bool) or not least <= value <= most:
            raise self.broken(_("“{key}” should be a whole number from {least} to {most}")
                              .format(key=key, least=least, most=most), key)
        return int(value)

    def flag(self, key: str, default: bool) -> bool:
        """True or false."""
        return bool(self._take(key, bool, _("true or false"), default))

    def day(self, key: str) -> date:
        """A date, written as 2026-11-20."""
        return self._day(self._take(key, date, _("a date such as 2026-11-20"), None), key)

    def day_or_none(self, key: str) -> date | None:
        """A date, or nothing where it is left blank as ""."""
        value = self._take(key, (date, str), _("a date such as 2026-11-20, or \"\""), None)
        if isinstance(value, str):
            if value:
                raise self.broken(_("“{key}” should be a date without quotes").format(key=key), key)
            return None
        return self._day(value, key)

    def choice(self, key: str, kinds: type[Choice], default: Choice | None = None) -> Choice:
        """One of a fixed set of words."""
        if default is not None and key not in self._values:
            return default
        return self._choose(kinds, self.text(key), key)

    def choices(self, key: str, kinds: type[Choice]) -> tuple[Choice, ...]:
        """Several of a fixed set of words."""
        return tuple(self._choose(kinds, value, key, place) for place, value in enumerate(self.texts(key)))

    def tables(self, key: str) -> tuple[Table, ...]:
        """A list of tables, written [[key]]; at least one."""
        values = self._take(key, list, _("a list of tables"), None)
        if not values or not all(isinstance(value, dict) for value in values):
            raise self.broken(_("“{key}” should be a list of tables").format(key=key), key)
        return tuple(Table(self.file, value, self._lines, (*self._where, key, place), self._speak)
                     for place, value in enumerate(values))

    def entries(self, key: str, taken: set[str] | None = None) -> tuple[Table, ...]:
        """A list of tables with an `id` each, none of them twice, nor among those `taken`, which grow."""
        seen = set() if taken is None else taken
        found = self.tables(key)
        for entry in found:
            id = entry.text("id")
            if id in seen:
                raise entry.broken(_("two entries are called “{id}”").format(id=id), "id")
            seen.add(id)
        return found

    def table(self, key: str) -> Table:
        """A table of its own, written [key]."""
        values = self._take(key, dict, _("a table"), None)
        return Table(self.file, values, self._lines, (*self._where, key), self._speak)

    def names(self) -> tuple[str, ...]:
        """The keys in the order they are written."""
        return tuple(self._values)

    def done(self) -> None:
        """Refuse keys that nobody asked for: most are slips of the pen."""
        for key in self._values:
            if key not in self._seen:
                raise self.broken(_("“{key}” is not known here").format(key=key), key)

    def _take(self, key: str, kind: type | tuple[type, ...], what: str, default: Any) -> Any:
        self._seen.add(key)
        if key not in self._values:
            if default is None:
                raise self.broken(_("“{key}” is missing").format(key=key))
            return default
        value = self._values[key]
        if not isinstance(value, kind):
            raise self.broken(_("“{key}” should be {what}").format(key=key, what=what), key)
        return value

    def _day(self, value: Any, key: str) -> date:
        if type(value) is not date:
            raise self.broken(_("“{key}” should be a date without a time").format(key=key), key)
        return value

    def _choose(self, kinds: type[Choice], value: str, *key: str | int) -> Choice:
        for kind in kinds:
            if value == str(kind.value):
                return kind
        known = ", ".join(str(kind.value) for kind in kinds)
        raise self.broken(_("“{value}” is not one of: {known}").format(value=value, known=known), *key)
