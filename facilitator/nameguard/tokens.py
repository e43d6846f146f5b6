"""Cuts a text into sentences and words, both by what stands next to them only, so that an edit can be followed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import IntEnum

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u0a01-\u0a03\u0a3c-\u0a4d\u0a70\u0a71\u0a81-\u0a83\u0abc\u0abe-\u0acd\u0b01-\u0b03"
    "\u0b3c-\u0b57\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d\u0d57"
    "\u0d82\u0d83\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u1059"
    "\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f\u200b\u200c\u200d\u2060\u00ad\ufe00-\ufe0f"
)
"""Marks and unseen characters that belong to the letter before them."""
_LETTER = rf"[^\W_][{MARKS}]*"
WORD = re.compile(rf"(?:{_LETTER})+(?:['’‘ʼ＇‐‑-](?:{_LETTER})+)*")
_PLAIN = re.compile(r"[^\W_]+(?:['’‘ʼ＇‐‑-][^\W_]+)*")

_CUT = re.compile(
    r"[.!?…]+[\"'”’)\]]*(?=\s)|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+|[。！？।۔؟]"
    # What was dictated has no full stops. A new clause with a subject of its own begins anew too.
    r"|[ \t](?=(?P<clause>but|because|cos|coz|although|however|anyway|so|"
    r"and[ ](?:then|she|he|we|they|i|it|so|also|there|the))[ ])"
    # Where nothing at all was written to part them, any subject begins anew: see `_runs_on`.
    r"|[ \t](?=(?:i|we|he|she|they|it|there|then|when|people|someone|somebody|everyone|everybody|"
    r"nobody|our|my|this|some|several|most|please|today|tonight|also|later)[ ])",
    re.IGNORECASE,
)
_NO_STOP = re.compile(r"[.!?…,;:\n\r。！？।۔؟]")
_HELD = re.compile(
    r"(?:\b(?:and|but|so|or|if|when|that|as|than|because|who|what|how|where|why|while|like|will|may|can|would|could|"
    r"should|did|do|does|has|have|had|is|was|are|were|might|must|am|in|on|at|of|to|for|with|by|from|about|all|told|"
    r"let|lets|mr|mrs|ms|dr))\Z",
    re.IGNORECASE,
)
RUN_ON = 120
"""Letters without any stop from which on a stretch is taken to be dictated, or typed in a hurry."""
_ABBREVIATED = re.compile(
    r"(?:\b(?:mr|mrs|ms|mx|dr|prof|rev|revd|fr|st|mt|sr|jr|sgt|sq|rd|ave|ln|no|tel|mob|approx|vs|e\.g|i\.e|etc|c/o|"
    r"d\.o\.b|dob|apt|inc|ltd|co"
    rf"|cllr|capt|messrs)|(?:^|[\s.(])[^\W\d_][{MARKS}]*)\.\Z",
    re.IGNORECASE,
)
_OF_A_HOUSE = re.compile(r"[ \t]?#?\d")
"""What follows “app.” where it is a flat of a house in French."""
_LOOK_BACK = 12
"""Letters before a full stop that may make it part of an abbreviation."""


class Shape(IntEnum):
    """How a word is written."""

    LOWER = 0
    CAPITAL = 1
    UPPER = 2
    MIXED = 3
    DIGITS = 4
    FOREIGN = 5
    """In another script than ours."""


def words(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words of a stretch of text."""
    return (_PLAIN if text.isascii() else WORD).finditer(text, start, end)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[int]:
    """Where sentences begin and end between two places that are such borders: the first place, each border, the
    last."""
    last = len(text) if end is None else end
    found = [start]
    for cut in _CUT.finditer(text, start, last):
        at = cut.end()
        if at < last and not _goes_on(text, cut):
            found.append(at)
    if found[-1] != last or len(found) == 1:
        found.append(last)
    return found


def around(borders: list[int], start: int, end: int) -> tuple[int, int]:
    """The numbers of the first and last sentence that a stretch touches."""
    most = len(borders) - 2
    return (min(max(bisect_right(borders, start) - 1, 0), most), min(max(bisect_right(borders, end) - 1, 0), most))


def _goes_on(text: str, cut: re.Match[str]) -> bool:
    """Whether a full stop ends an abbreviation or an initial, so that the sentence goes on."""
    at = cut.end()
    if cut.group() in (" ", "\t"):
        return cut["clause"] is None and not _runs_on(text, at)
    if cut.group() != ".":
        return False
    if text.startswith("pp", at - 3) or text.startswith("ppt", at - 4):
        return _OF_A_HOUSE.match(text, at) is not None
    return _ABBREVIATED.search(text, max(0, at - _LOOK_BACK), at) is not None


def _runs_on(text: str, at: int) -> bool:
    """Whether nothing has parted sentences for long before a subject, and no word before it needs it."""
    if at < RUN_ON or _NO_STOP.search(text, at - RUN_ON, at) is not None:
        return False
    return _HELD.search(text, max(0, at - _LOOK_BACK), at - 1) is None


def shape(word: str) -> Shape:
    """How a word is written."""
    if word.isascii():
        return _ascii_shape(word)
    letters = [c for c in word if c.isalpha()]
    if any(c.isdigit() for c in word):
        return Shape.DIGITS
    if letters and not any(_ours(c) for c in letters):
        return Shape.FOREIGN
    upper = sum(c.isupper() or c.istitle() for c in letters)
    if not upper:
        return Shape.LOWER
    if upper == len(letters) and len(letters) > 1:
        return Shape.UPPER
    return Shape.CAPITAL if letters[0].isupper() or letters[0].istitle() else Shape.MIXED


def _ascii_shape(word: str) -> Shape:
    if word.islower() and word.isalpha():
        return Shape.LOWER
    if not word.isalpha() and any(c.isdigit() for c in word):
        return Shape.DIGITS
    if word.islower():
        return Shape.LOWER
    if word.isupper() and len(word) > 1:
        return Shape.UPPER
    return Shape.CAPITAL if word[0].isupper() else Shape.MIXED


def _ours(letter: str) -> bool:
    """Whether a letter is Latin: written below the Greek, in the Latin additions, or as one in full width."""
    return (
        letter < "\u0370"
        or "\u1d00" <= letter <= "\u1eff"
        or "\u2c60" <= letter <= "\u2c7f"
        or "\ua720" <= letter <= "\uab6f"
        or "\uff21" <= letter <= "\uff5a"
        or "\U0001d400" <= letter <= "\U0001d7ff"
    )
