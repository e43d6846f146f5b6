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

    def near(self, word: str, most: int = 2) -> tuple[list[str], int]:
        """The names nearest to a word, `most` slips away at most, and how many; none for a word that is one of
        them."""
        if word in self._masks:
            return [], 0
        rests, shorter = self._rests, _without_one(word)
        close = {name for rest in (word, *shorter) if rest in rests for name in rests[rest]}
        found = [name for name in close if name != word and within(word, name, 1)]
        if len(word) + 1 >= ONE_SLIP:
            # The word itself may have a letter too many.
            found += [rest for rest in shorter if rest in self._masks and rest not in close]
        if found:
            return found, 1
        if most < 2 or len(word) < TWO_SLIPS - 2:
            return [], 0
        mask, masks = _letters(word), self._masks
        far = {name for name in self._candidates(word) if (mask ^ masks[name]).bit_count() <= 2 * 2}
        return [name for name in far if within(word, name, 2)], 2

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


def within(one: str, other: str, most: int) -> bool:
    """Whether so many letters put in, left out, changed, or swapped with the next, at most, make one of the other."""
    start, least = 0, min(len(one), len(other))
    while start < least and one[start] == other[start]:
        start += 1
    end = 0
    while end < least - start and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    if not one or not other:
        return len(one) + len(other) <= most
    if most == 0 or abs(len(one) - len(other)) > most:
        return False
    if most == 1:
        return len(one) == len(other) == 1 or (len(one) == 2 and one == other[::-1])
    left = most - 1
    if within(one[1:], other[1:], left) or within(one[1:], other, left) or within(one, other[1:], left):
        return True
    return len(one) > 1 and one[:2] == other[1::-1] and within(one[2:], other[2:], left)
