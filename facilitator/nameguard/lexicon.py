"""What is known of words before any text is read: shipped lists of words, names and places, looked up in place."""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import Any

from facilitator.paths import resources

EVERYDAY, USUAL, KNOWN_WORD, RARE = 1, 2, 4, 8
"""Ordinary words, from the thousand of every day to those that few use."""
GIVEN, GIVEN_RARE = 16, 32
FAMILY, FAMILY_RARE = 64, 128
TOWN, TOWN_SMALL = 256, 512
EMPLOYER = 1024
NATION = 2048
PUBLIC = 4096
"""Points at no person: a day, a language, a faith, a body known to all."""
DOUBLE = 8192
"""A given name that is an everyday word too."""
OPENS = 16384
"""The first word of some phrase in the list."""
SHORT_FORM = 32768
"""Points at no person when it is written in capitals or all small: “LSA”, but not “Lsa”."""
BRAND = 65536
"""What is bought, watched or driven: it points at no person, unless somebody works there or owes it money."""

WORD = EVERYDAY | USUAL | KNOWN_WORD | RARE
COMMON = EVERYDAY | USUAL
ANY_GIVEN = GIVEN | GIVEN_RARE
ANY_FAMILY = FAMILY | FAMILY_RARE
ANY_NAME = ANY_GIVEN | ANY_FAMILY
ANY_TOWN = TOWN | TOWN_SMALL

_BITS = {
    "a": EVERYDAY, "b": USUAL, "c": KNOWN_WORD, "d": RARE, "F": GIVEN, "f": GIVEN_RARE, "S": FAMILY, "s": FAMILY_RARE,
    "P": TOWN, "p": TOWN_SMALL, "O": EMPLOYER, "k": NATION, "n": PUBLIC, "D": DOUBLE, "x": OPENS, "u": SHORT_FORM,
    "m": BRAND,
}  # fmt: skip


@cache
def _together(letters: bytes) -> int:
    """The bits of the letters behind a word; there are only so many sorts of words."""
    found = 0
    for letter in letters.decode():
        found |= _BITS[letter]
    return found


class Lexicon:
    """The shipped lists. Nothing is read before the first look-up, and nothing that is looked up is remembered."""

    def __init__(self, folder: Path | None = None, without: frozenset[str] = frozenset()) -> None:
        """`without` are keys whose names it shall not know, to test how the guard fares with names it has never
        seen."""
        self._folder = folder or resources() / "lexicon"
        self._without = without
        self.ordinary: dict[str, Any] = {}
        """What a guard made of ordinary words, for the next guard: words of these lists only, and no name among
          them."""

    def bits(self, key: str) -> int:
        """What is known of a normal form, as bits."""
        lines, starts, ends = self._lines
        prefix = key[:3]
        start = starts.get(prefix)
        if start is None:
            return 0
        sought = f"\n{key} ".encode()
        # The line break before the first line of the run belongs to the run, as does that after its last.
        at = lines.find(sought, start, ends[prefix])
        if at < 0:
            return 0
        at += len(sought)
        found = _together(lines[at : lines.index(b"\n", at)])
        if key in self._without:
            found &= ~(ANY_NAME | DOUBLE)
        return found

    def phrases(self, first: str, second: str) -> list[tuple[tuple[str, ...], int]]:
        """The phrases that begin with two words: the words after the first, and what is known of it; the longest
        first."""
        return self._phrases.get((first, second), [])

    def short_forms(self, name: str) -> frozenset[str]:
        """Short and long forms of a given name in normal form, and the other short forms of the same long one."""
        formal, short = self._nicknames
        found = set(short.get(name, ()))
        for long in formal.get(name, ()):
            found.add(long)
            found.update(short[long])
        found.discard(name)
        return frozenset(found)

    @cached_property
    def usual(self) -> frozenset[str]:
        """The ordinary words that are in everyone's mouth, to look many up at once."""
        return frozenset((self._folder / "usual.txt").read_text(encoding="utf-8").split())

    @cached_property
    def _lines(self) -> tuple[bytes, dict[str, int], dict[str, int]]:
        head, lines = (self._folder / "words.txt").read_bytes().split(b"\n", 1)
        lines = b"\n" + lines.lstrip(b"\n")
        runs = [run.rpartition(":") for run in head.decode().split(" ")]
        starts = {prefix: int(at) for prefix, _colon, at in runs}
        return lines, starts, dict(zip(starts, [*list(starts.values())[1:], len(lines)], strict=True))

    @cached_property
    def _phrases(self) -> dict[tuple[str, str], list[tuple[tuple[str, ...], int]]]:
        found: dict[tuple[str, str], list[tuple[tuple[str, ...], int]]] = {}
        for line in (self._folder / "phrases.txt").read_text(encoding="utf-8").splitlines():
            phrase, letters = line.split(" ")
            first, *rest = phrase.split("_")
            found.setdefault((first, rest[0]), []).append((tuple(rest), _together(letters.encode())))
        for phrases in found.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        return found

    @cached_property
    def _nicknames(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        short: dict[str, list[str]] = {}
        formal: dict[str, list[str]] = {}
        for line in (self._folder / "nicknames.txt").read_text(encoding="utf-8").splitlines():
            name, *forms = line.split(" ")
            short[name] = forms
            for form in forms:
                formal.setdefault(form, []).append(name)
        return formal, short


@cache
def shipped() -> Lexicon:
    """The shipped lists, read once for the whole process; they hold nothing of anybody's."""
    return Lexicon()
