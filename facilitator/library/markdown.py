"""The one door to markdown-it-py: turns the few shapes our texts use into parts that know their line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING

from facilitator.errors import ContentBroken
from facilitator.i18n import _
from facilitator.library.plainly import PartKind, Plain, plainly

__all__ = ["Part", "PartKind", "parts", "split"]

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FENCE = "+++"
_HEADING_ID = re.compile(r"^(.*\S)\s+\{#([a-z0-9-]+)\}$")
_LIST_START = re.compile(r"^(\d+[.)]|[-*+>])\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One piece of text; `lead` is its bold start, `id` what a heading carries in {#…}, `level` how deep it stands."""

    kind: PartKind
    text: str
    line: int
    lead: str = ""
    level: int = 0
    id: str = ""
    number: int = 0


def split(file: str, text: str) -> tuple[str, str, int]:
    """The TOML head between +++ lines, the body, and the number of the body's first line."""
    lines = text.split("\n")
    if lines[0].strip() != _FENCE:
        raise ContentBroken(file, 1, _("the file should begin with a line of +++"))
    for place, line in enumerate(lines[1:], 1):
        if line.strip() == _FENCE:
            return "\n".join(lines[1:place]), "\n".join(lines[place + 1:]), place + 2
    raise ContentBroken(file, len(lines), _("the head has no closing line of +++"))


def parts(file: str, text: str, first: int, speak: Callable[[str], str]) -> tuple[Part, ...]:
    """The text as parts in order; `speak` settles the spelling. Raises ContentBroken for shapes we do not use."""
    found = plainly(text)
    read = _Reader(file, text, first).read() if found is None else tuple(map(_part, found, repeat(first)))
    return tuple(replace(part, text=speak(part.text), lead=speak(part.lead)) for part in read)


def _part(plain: Plain, first: int) -> Part:
    """A plain line as the parser would tell of it."""
    text, id = plain.text, ""
    if plain.kind is PartKind.HEADING and (found := _HEADING_ID.match(text)):
        text, id = found[1], found[2]
    return Part(kind=plain.kind, text=text, line=first + plain.at, lead=plain.lead, level=plain.level, id=id,
                number=plain.number)


class _Reader:
    """Walks the tokens of one text."""

    def __init__(self, file: str, text: str, first: int) -> None:
        self._file = file
        self._first = first
        self._source = text.split("\n")
        self._tokens = _parser().parse(text)

    def read(self) -> tuple[Part, ...]:
        out: list[Part] = []
        around: list[Token] = []
        for token in self._tokens:
            if token.type in _PLAIN:
                if token.nesting == 1:
                    if len(around) == _DEEPEST:
                        raise self._broken(token, _("lists and bars cannot stand inside each other"))
                    around.append(token)
                elif token.nesting == -1:
                    around.pop()
            elif token.type == "inline":
                out.append(self._part(token, around))
            else:
                raise self._broken(token, _("only headings, paragraphs, lists and > bars are known here"))
        return tuple(out)

    def _part(self, token: Token, around: list[Token]) -> Part:
        kinds = [outer.type for outer in around]
        line = self._line(token)
        lead, text = self._words(token)
        if kinds == ["heading_open"]:
            found = _HEADING_ID.match(text)
            return Part(kind=PartKind.HEADING, text=found[1] if found else text, id=found[2] if found else "",
                        line=line, level=int(around[0].tag[1:]), lead=lead)
        if kinds == ["paragraph_open"]:
            return Part(kind=PartKind.WORDS, text=text, line=line, lead=lead)
        if kinds == ["blockquote_open", "paragraph_open"]:
            self._kept_together(token, ">", _("leave an empty line after words to say"))
            return Part(kind=PartKind.SAY, text=text, line=line, lead=lead)
        if kinds[1:] == ["list_item_open", "paragraph_open"]:
            self._kept_together(token, "  ", _("leave an empty line after a list, or begin the line with spaces"))
        if kinds == ["bullet_list_open", "list_item_open", "paragraph_open"]:
            return Part(kind=PartKind.POINT, text=text, line=line, lead=lead)
        if kinds == ["ordered_list_open", "list_item_open", "paragraph_open"]:
            return Part(kind=PartKind.NUMBER, text=text, line=line, lead=lead, number=int(around[1].info or 0))
        raise self._broken(token, _("lists and bars cannot stand inside each other"))

    def _words(self, token: Token) -> tuple[str, str]:
        """The bold start, and the words after it, in one line of plain text."""
        lead, out, bold = "", "", False
        for place, child in enumerate(token.children or ()):
            if child.type == "text":
                if place and out.endswith("\n") and _LIST_START.match(child.content):
                    raise ContentBroken(self._file, self._line(token) + out.count("\n"),
                                        _("leave an empty line before a list or a bar"))
                if bold:
                    lead += child.content
                else:
                    out += child.content
            elif child.type in ("softbreak", "hardbreak"):
                out += "\n"
            elif child.type == "strong_open" and not out.strip() and not lead:
                bold = True
            elif child.type == "strong_close" and bold:
                bold = False
            else:
                raise self._broken(token, _("only plain words, and bold at the start, are known here"))
        text = " ".join(out.split())
        if not text:
            raise self._broken(token, _("there are no words here"))
        return lead.strip(), text

    def _kept_together(self, token: Token, mark: str, reason: str) -> None:
        """Refuse a later line that slid into a bar or a list because the empty line above it was forgotten."""
        start, end = token.map or (0, 0)
        for place in range(start + 1, end):
            if not self._source[place].startswith(mark):
                raise ContentBroken(self._file, self._first + place, reason)

    def _line(self, token: Token) -> int:
        return self._first + (token.map[0] if token.map else 0)

    def _broken(self, token: Token, reason: str) -> ContentBroken:
        return ContentBroken(self._file, self._line(token), reason)


@cache
def _parser() -> MarkdownIt:
    """The parser, made once: it keeps nothing of what it has parsed."""
    from markdown_it import MarkdownIt  # 40 ms that the unlock screen need not wait for

    return MarkdownIt("commonmark")


_PLAIN = frozenset({
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "blockquote_open", "blockquote_close",
    "bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close", "list_item_open",
    "list_item_close",
})
_DEEPEST = 3
