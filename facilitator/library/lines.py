"""Finds the line on which a TOML key, table or array item stands, so that a mistake can name its line."""

from __future__ import annotations

import re

Path = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[|\[)\s*([^\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"\s*([A-Za-z0-9_\-.\"']+)\s*=\s*(.*)$")
_STRING = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'")


class Lines:
    """Where each key of a TOML text stands; `first` is the number of the text's first line in its file.

    Made for well-formed files: keys at the start of their line, array items on lines of their own.
    """

    def __init__(self, text: str, first: int = 1) -> None:
        self._first = first
        self._text: str | None = text  # most files are well, and nobody asks where a key stands
        self._at: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}

    def of(self, path: Path) -> int:
        """The line of this key, else of the nearest thing around it, else of the text's start."""
        if self._text is not None:
            self._read(self._text)
            self._text = None
        while path:
            if path in self._at:
                return self._at[path]
            path = path[:-1]
        return self._first

    def _read(self, text: str) -> None:
        table: Path = ()
        closing = ""  # the quotes that end the many-line string we are in
        key: Path = ()
        depth = item = 0
        for number, line in enumerate(text.split("\n"), self._first):
            if closing:
                if closing in line:
                    closing = ""
                continue
            if depth:
                if line.strip()[:1] in ("\"", "'", "{"):
                    self._at[(*key, item)] = number
                    item += 1
                depth += _brackets(line)
                continue
            if header := _HEADER.match(line):
                table = self._enter(header[1] == "[[", header[2])
                for length in range(1, len(table) + 1):  # [a.b] is also where a table [a] that nobody wrote begins
                    self._at.setdefault(table[:length], number)
            elif found := _KEY.match(line):
                key = (*table, *_names(found[1]))
                self._at[key] = number
                value = found[2]
                closing = next((quotes for quotes in ('"""', "'''") if value.count(quotes) == 1), "")
                depth, item = (0, 0) if closing else (_brackets(value), 0)

    def _enter(self, many: bool, name: str) -> Path:
        """The path of a table header: names of lists of tables take the number of their latest table."""
        path: Path = ()
        names = _names(name)
        for place, part in enumerate(names):
            path = (*path, part)
            if many and place == len(names) - 1:
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:
                path = (*path, self._counts[path])
        return path


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))


def _brackets(line: str) -> int:
    """How many arrays a line opens more than it closes."""
    bare = _STRING.sub("", line).split("#")[0]
    return bare.count("[") - bare.count("]")
