"""How what somebody types finds a name: by beginnings of words, without case and accents, one slip forgiven."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from enum import IntEnum
from functools import reduce
from typing import Generic, TypeVar
from unicodedata import category, combining, normalize

K = TypeVar("K", bound=Hashable)

MOST_WORDS = 12
LONGEST = 200
"""How many letters of what was typed are looked at."""
_SLIPS_FROM = 3
"""A slip is forgiven in words of so many letters; in shorter ones anything would be found."""
_LAST = "\U0010ffff"
_ALONE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
"""Letters that no accent can be taken off, as people type them who do not have them."""


class Rank(IntEnum):
    """How well something fits what was typed, best first."""

    EXACT = 0
    """It is called just that."""
    WORD = 1
    """Whole words of it."""
    PREFIX = 2
    """Beginnings of words of it."""
    SLIP = 3
    """All but one letter: wrong, missing, too many, or two the other way round."""
    ELSEWHERE = 4
    """Found in what stands beside the name."""


def folded(text: str) -> str:
    """Without case and accents."""
    low = text.casefold()
    if low.isascii():
        return low
    return "".join(sign for sign in normalize("NFD", low) if not combining(sign)).translate(_ALONE)


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, as the search index parts them: at everything that is no letter or figure."""
    low = folded(text[:LONGEST])
    return tuple("".join(sign if _holds(sign) else " " for sign in low).split())


class Names(Generic[K]):
    """Names in memory, each with a key; as many words as are typed are looked for in any order.

    A name of two words joined by a hyphen or an apostrophe is found with and without it.
    """

    def __init__(self, named: Iterable[tuple[K, str]]) -> None:
        self._entries: dict[K, tuple[str, ...]] = {}
        found: dict[str, set[K]] = {}
        for key, name in named:
            words = words_of(name)
            self._entries[key] = words
            for word in (*words, *_joined(name)):
                found.setdefault(word, set()).add(key)
        self._keys = found
        self._words = sorted(found)
        self._tails = sorted((word[1:], word) for word in found if len(word) > 1)

    def __len__(self) -> int:
        return len(self._entries)

    def find(self, text: str, enough: int = 0, slips: bool = True) -> dict[K, Rank]:
        """Every name that fits, with how well. Slips are looked for where fewer than `enough` fit (0: always)."""
        typed = tuple(dict.fromkeys(words_of(text)))[:MOST_WORDS]
        if not typed:
            return {}
        begun = [self._holding(self._beginning(word)) for word in typed]
        fitting = reduce(set[K].intersection, begun)
        ranks = {key: self._rank(key, typed) for key in fitting}
        if not slips or (enough and len(ranks) >= enough):
            return ranks
        for place, word in enumerate(typed):
            near = self._holding(self._near(word))
            for other, keys in enumerate(begun):
                if other != place:
                    near &= keys
            for key in near:
                ranks.setdefault(key, Rank.SLIP)
        return ranks

    def first(self, key: K, text: str) -> int:
        """At which word of a name the first typed word stands: who is called so comes before who is called so too."""
        typed = words_of(text)[:1]
        words = self._entries[key]
        return next((at for at, word in enumerate(words) if typed and word.startswith(typed[0])), len(words))

    def _rank(self, key: K, typed: Sequence[str]) -> Rank:
        words = self._entries[key]
        if words == tuple(typed):
            return Rank.EXACT
        return Rank.WORD if set(typed) <= set(words) else Rank.PREFIX

    def _holding(self, words: Iterable[str]) -> set[K]:
        return set().union(*(self._keys[word] for word in words))

    def _beginning(self, start: str) -> list[str]:
        return self._words[bisect_left(self._words, start):bisect_left(self._words, start + _LAST)]

    def _near(self, typed: str) -> Iterator[str]:
        """Words that begin as was typed but for one slip; of three letters, words that are that but for one slip."""
        if len(typed) < _SLIPS_FROM:
            return
        short = len(typed) == _SLIPS_FROM
        for word in self._slipped(typed):
            if not short or one_slip(typed, word):
                yield word

    def _slipped(self, typed: str) -> Iterator[str]:
        for at in range(len(typed)):
            yield from self._beginning(typed[:at] + typed[at + 1:])  # a letter too many
            yield from self._beginning(typed[:at] + typed[at + 1:at + 2] + typed[at] + typed[at + 2:])  # two swapped
            wrong, missing = typed[at + 1:], typed[at:]
            if at:
                for word in self._beginning(typed[:at]):
                    if len(word) > at and (word.startswith(wrong, at + 1) or word.startswith(missing, at + 1)):
                        yield word
            else:  # the first letter: every word is a candidate, so its tails are kept in order too
                for rest in (wrong, missing):
                    low, high = bisect_left(self._tails, (rest,)), bisect_left(self._tails, (rest + _LAST,))
                    yield from (word for _tail, word in self._tails[low:high])


def one_slip(typed: str, word: str) -> bool:
    """Whether two words differ by one letter wrong, missing or too many, or by two neighbours swapped."""
    if typed == word or abs(len(typed) - len(word)) > 1:
        return False
    at = 0
    while at < min(len(typed), len(word)) and typed[at] == word[at]:
        at += 1
    wrong, swapped = typed[at + 1:] == word[at + 1:], typed[at:at + 2] == word[at:at + 2][::-1]
    return (wrong or typed[at:] == word[at + 1:] or typed[at + 1:] == word[at:]
            or (swapped and typed[at + 2:] == word[at + 2:]))


def _joined(name: str) -> Iterator[str]:
    """Words that a hyphen or an apostrophe parts, as one: “Anne-Marie” is looked for as “annemarie” too."""
    for part in name.split():
        words = words_of(part)
        if len(words) > 1:
            yield "".join(words)


def _holds(sign: str) -> bool:
    # A vowel sign of an Indian script is no letter to Python, yet part of a word.
    return sign.isalnum() or (not sign.isascii() and category(sign).startswith("M"))
