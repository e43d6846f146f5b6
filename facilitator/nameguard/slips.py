"""Finds the names that a mistyped word may stand for: one slip in four to six letters, two in seven or more."""

from __future__ import annotations

from collections.abc import Iterable

ONE_SLIP, TWO_SLIPS = 4, 7
"""Letters a name must have for so many slips."""


def slips_allowed(length: int) -> int:
    """How many slips a word of so many letters may hold."""
    return 0 if length < ONE_SLIP else 1 if length < TWO_SLIPS else 2


class SlipIndex:
    """Names by their pieces: a name cut into more pieces than its slips can hurt keeps one of them whole."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names` are normal forms; the short ones among them are left out."""
        self._pieces: dict[tuple[int, int, str], list[str]] = {}
        self._lengths: set[int] = set()
        self._masks: dict[str, int] = {}
        for name in names:
            length = len(name)
            if length < ONE_SLIP or name in self._masks:
                continue
            self._masks[name] = _letters(name)
            self._lengths.add(length)
            for number, (start, end) in enumerate(_cuts(length)):
                self._pieces.setdefault((length, number, name[start:end]), []).append(name)

    def near(self, word: str) -> tuple[list[str], int]:
        """The names nearest to a word, and how many slips away; none for a word that is one of them."""
        found: list[str] = []
        best = 3
        mask = _letters(word)
        seen: set[str] = set()
        for length in range(len(word) - 2, len(word) + 3):
            allowed = slips_allowed(length)
            if length not in self._lengths or abs(length - len(word)) > allowed:
                continue
            for name in self._candidates(word, length, allowed):
                if name in seen:
                    continue
                seen.add(name)
                if (mask ^ self._masks[name]).bit_count() > 2 * allowed:
                    continue
                slips = distance(word, name, min(allowed, best))
                if slips == 0 or slips > allowed or slips > best:
                    continue
                if slips < best:
                    best, found = slips, []
                found.append(name)
        return found, best

    def _candidates(self, word: str, length: int, allowed: int) -> Iterable[str]:
        pieces = self._pieces
        for number, (start, end) in enumerate(_cuts(length)):
            size = end - start
            # Letters that were put in or left out before the piece move it.
            for at in range(max(0, start - allowed), min(len(word) - size, start + allowed) + 1):
                yield from pieces.get((length, number, word[at : at + size]), ())


def _cuts(length: int) -> list[tuple[int, int]]:
    """The pieces of a name of so many letters: two more than its slips, for letters swapped across a cut hurt two "
    "pieces."""
    pieces = slips_allowed(length) + 2
    size, more = divmod(length, pieces)
    found, start = [], 0
    for number in range(pieces):
        end = start + size + (number >= pieces - more)
        found.append((start, end))
        start = end
    return found


def _letters(word: str) -> int:
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 63)
    return found


def distance(one: str, other: str, most: int) -> int:
    """Letters put in, left out, changed, or swapped with the next, to make one of the other; more than `most` is "
    "`most` + 1."""
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
