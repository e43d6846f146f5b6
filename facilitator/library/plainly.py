"""Reads texts of plain lines without a parser: most of ours are such, and a parser takes ten times as long.

Whatever is not plainly one of our shapes is left to the parser, so that both never say different things.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class PartKind(StrEnum):
    """The shapes a text is made of."""

    HEADING = "heading"
    WORDS = "words"
    """A paragraph."""
    SAY = "say"
    """A paragraph behind a > bar."""
    POINT = "point"
    """An item of a - list."""
    NUMBER = "number"
    """An item of a 1. list; `number` is what is written before it."""


class Plain(NamedTuple):
    """A line and its place (from 0); `lead` is its bold start, `level` how deep a heading stands."""

    kind: PartKind
    text: str
    at: int
    lead: str
    level: int
    number: int


_HEADING = re.compile(r"(#{1,6}) ([^#\s].*[^#\s]|[^#\s])$")
_ITEM = re.compile(r"(?:(-)|(>)|([0-9]{1,9})\.) (?=\S)")
_LEAD = re.compile(r"\*\*([^\s*](?:[^*]*[^\s*])?)\*\*(?: (?=\S)|$)")
_BEGINS = re.compile(r"[-+#>=~|*_`<\s]|[0-9]{1,9}[.)]")
"""What another shape might begin with, where words should begin."""
_MARKS = re.compile(r"[`*<>&\\]|\][\[(:]|(?<![^\W_])_|_(?![^\W_])")
"""Signs that may be more than signs. A stroke within a word is none, nor are brackets that no address follows."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_UNSEEN = re.compile(r"[^\S ]")
_LIST = (PartKind.POINT, PartKind.NUMBER)


def plainly(text: str) -> tuple[Plain, ...] | None:
    """The parts of a text of plain lines; None where a parser has to look."""
    out: list[Plain] = []
    before: PartKind | None = None  # of the line right above, None where that is empty
    for at, line in enumerate(text.split("\n")):
        if not line:
            before = None
            continue
        found = None if _UNSEEN.search(line) or line[-1] in " \\" else _line(line, at)
        if found is None or (before is not None and not (before is found.kind and before in _LIST)):
            return None
        before = found.kind
        out.append(found)
    return tuple(out)


def _line(line: str, at: int) -> Plain | None:
    if head := _HEADING.match(line):
        words = _words(head[2], False)
        return None if words is None else Plain(PartKind.HEADING, words[1], at, "", len(head[1]), 0)
    item = _ITEM.match(line)
    kind, number = PartKind.WORDS, 0
    if item is not None:
        kind = PartKind.POINT if item[1] else PartKind.SAY if item[2] else PartKind.NUMBER
        number = int(item[3] or 0)
        line = line[item.end():]
    words = _words(line, True)
    return None if words is None else Plain(kind, words[1], at, words[0], 0, number)


def _words(line: str, begins: bool) -> tuple[str, str] | None:
    """The bold start and the words after it; None for other marks."""
    lead = ""
    if begins and (bold := _LEAD.match(line)):
        found = _bare(bold[1])
        if found is None:
            return None
        lead, line = found, line[bold.end():]
    elif begins and _BEGINS.match(line):
        return None
    text = _bare(line)
    return None if not text else (lead, " ".join(text.split()))


def _bare(text: str) -> str | None:
    """The words without the strokes that say that a mark is none; None where a mark is one."""
    if "\\" not in text:
        return None if _MARKS.search(text) else text
    if _MARKS.search(_ESCAPED.sub(" ", text)):
        return None
    return _ESCAPED.sub(r"\1", text)
