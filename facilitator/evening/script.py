"""A segment's words as one text to change, and back again; names put in for reading become {placeholders} again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facilitator.model.agenda import Line, LineKind, seconds_aloud
from facilitator.model.content import fill

__all__ = ["Filled", "as_text", "from_text", "seconds_aloud"]

_OPEN = re.compile(r"\{\w+\}")
_AT = re.compile(r"(\d{1,3})\.\s+(.+)")
_MARKED = re.compile(r"[>(-]|\d{1,3}\.\s")


def as_text(lines: Iterable[Line]) -> str:
    """Lines as text, one a line: words to say as they are, (a thing to do), - a case: words, 40. at a minute."""
    return "\n".join(_written(line) for line in lines)


def from_text(text: str) -> tuple[Line, ...]:
    """The lines that a text written like `as_text` stands for; empty lines are left out."""
    return tuple(_read(line) for written in text.splitlines() if (line := written.strip()))


@dataclass(frozen=True, slots=True)
class _Blank:
    start: int
    end: int
    open: str


class Filled:
    """A text with its {placeholders} filled in for reading and changing. `words` is what the person sees."""

    def __init__(self, raw: str, values: Mapping[str, str]) -> None:
        said, blanks, at = "", [], 0
        for found in _OPEN.finditer(raw):
            said += raw[at:found.start()]
            words = fill(found[0], values)
            if words != found[0]:
                blanks.append(_Blank(len(said), len(said) + len(words), found[0]))
            said += words
            at = found.end()
        self.words = said + raw[at:]
        self._blanks = blanks

    def reopen(self, changed: str) -> str:
        """The changed text, with a {placeholder} again wherever the words it stood for were left as they were."""
        from difflib import SequenceMatcher

        blocks = SequenceMatcher(None, self.words, changed, autojunk=False).get_matching_blocks()
        out, at = "", 0
        for blank in self._blanks:
            block = next((one for one in blocks if one.a <= blank.start and blank.end <= one.a + one.size), None)
            if block is None:
                continue
            start = block.b + blank.start - block.a
            end = start + blank.end - blank.start
            if start < at or self._grown(blank, changed, start, end):
                continue
            out += changed[at:start] + blank.open
            at = end
        return out + changed[at:]

    def _grown(self, blank: _Blank, changed: str, start: int, end: int) -> bool:
        """Whether letters were added at either end, so that it is another word now."""
        before = changed[start - 1:start].isalnum() and not self.words[blank.start - 1:blank.start].isalnum()
        after = changed[end:end + 1].isalnum() and not self.words[blank.end:blank.end + 1].isalnum()
        return before or after


def _written(line: Line) -> str:
    text = " ".join(line.text.split())
    match line.kind:
        case LineKind.DO:
            return f"({text})"
        case LineKind.IF:
            return f"- {text}"
        case LineKind.AT:
            return f"{line.minute or 0}. {text}"
        case _:
            return f"> {text}" if _MARKED.match(text) else text


def _read(line: str) -> Line:
    if line.startswith(">"):
        return Line(LineKind.SAY, line[1:].strip())
    if line.startswith("(") and line.endswith(")") and len(line) > 2:
        return Line(LineKind.DO, line[1:-1].strip())
    if line.startswith("- "):
        return Line(LineKind.IF, line[2:].strip())
    if (found := _AT.fullmatch(line)) is not None:
        return Line(LineKind.AT, found[2], int(found[1]))
    return Line(LineKind.SAY, line)
