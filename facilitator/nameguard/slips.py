"""Finds the names that a mistyped word may stand for: one slip in four to six letters, two in seven or more."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

ONE_SLIP, TWO_SLIPS = 4, 7
"""Letters a name must have for so many slips."""


class SlipIndex:
    """Names under what is left of them without one letter, and the long ones under their pieces too.

    One slip leaves a name and the mistyped word with a common rest. Two slips leave one of three pieces whole, unless
    letters were swapped across a cut: hence two ways of cutting.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """`names` are normal forms; the short ones among them are left out."""
        self._rests: dict[str, list[str]] = {}
        self._pieces: dict[int, tuple[dict[str, list[str]], ...]] = {}
        self._masks: dict[str, int] = {}
        for name in names:
            length = len(name)
            if length < ONE_SLIP or name in self._masks:
                continue
            self._masks[name] = _letters(name)
            for rest in _without_one(name):
                self._rests.setdefault(rest, []).append(name)
            if length >= TWO_SLIPS:
                pieces = self._pieces.get(length)
                if pieces is None:
                    pieces = self._pieces[length] = tuple({} for _cut in _cuts(length))
                for (start, end), named in zip(_cuts(length), pieces, strict=True):
                    named.setdefault(name[start:end], []).append(name)

    def near(self, word: str) -> tuple[list[str], int]:
        """The names nearest to a word, and how many slips away; none for a word that is one of them."""
        rests = self._rests
        close = {name for rest in (word, *_without_one(word)) for name in rests.get(rest, ())}
        found = [name for name in close if distance(word, name, 1) == 1]
        if word in self._masks:
            return [], 0
        if len(word) + 1 >= ONE_SLIP:
            found += [name for name in _longer(word, self._masks, rests) if name not in close]
        if found:
            return found, 1
        if len(word) < TWO_SLIPS - 2:
            return [], 0
        mask, masks = _letters(word), self._masks
        far = {name for name in self._candidates(word) if (mask ^ masks[name]).bit_count() <= 2 * 2}
        return [name for name in far if distance(word, name, 2) == 2], 2

    def _candidates(self, word: str) -> set[str]:
        """Long names that share a piece with the word, about where it stands in them."""
        found: set[str] = set()
        for longer in range(-2, 3):
            length = len(word) - longer
            pieces = self._pieces.get(length)
            if pieces is None:
                continue
            # Letters put in or left out before the piece move it; no more than two slips in all.
            low, high = _MOVES[longer]
            for (start, end), named in zip(_cuts(length), pieces, strict=True):
                for move in range(max(low, -start), high + 1):
                    hit = named.get(word[start + move : end + move])
                    if hit is not None:
                        found.update(hit)
        return found


_MOVES = {-2: (-2, 0), -1: (-1, 0), 0: (-1, 1), 1: (0, 1), 2: (0, 2)}
"""How far a piece may have moved in a word that is so many letters longer than the name."""


def _without_one(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _longer(word: str, names: dict[str, int], rests: dict[str, list[str]]) -> Iterable[str]:
    """Names that are the word with one letter left out of it: the word itself has a letter too many."""
    return [rest for rest in _without_one(word) if rest in names]


@cache
def _cuts(length: int) -> tuple[tuple[int, int], ...]:
    """The pieces of a name of so many letters, cut in two ways."""
    size, more = divmod(length, 3)
    one = (0, size, 2 * size + (more > 1), length)
    other = (0, one[1] + 1, one[2] + 1, length)
    return tuple(pair for cut in (one, other) for pair in pairwise(cut))


def _letters(word: str) -> int:
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 63)
    return found


def distance(one: str, other: str, most: int) -> int:
    """Letters put in, left out, changed, or swapped with the next, to make one of the other; more than `most` is
    `most` + 1."""
    if one == other:
        return 0
    if abs(len(one) - len(other)) > most:
        return most + 1
    start = 0
    least = min(len(one), len(other))
    while start < least and one[start] == other[start]:
        start += 1
    end = 0
    while end < least - start and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    if len(one) <= 1 and len(other) <= 1:
        return 1
    if len(one) == 2 == len(other) and one == other[::-1]:
        return 1
    if most == 1:
        return 2
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
