"""Whether words may be shown to a room: does any form of a name on the lists stand in them? In doubt, it does.

Stricter than what guards a note: there a person decides about each word, here nobody is asked. So "will" is kept back
where somebody is called Will; what ships with the app is known to name nobody, and is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import category, normalize

from facilitator.model.matching import folded

_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_WORD = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r"[^\W\d_]+(?:[-'’‘ʼ`´.][^\W\d_]+)+")
_TWO = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_SMALL = frozenset((
    "al", "and", "bin", "da", "de", "den", "der", "di", "do", "dos", "dr", "du", "el", "ibn", "la", "le", "mac", "mc",
    "miss", "mr", "mrs", "ms", "of", "st", "ter", "the", "van", "von", "y",
))
"""Parts of names that are words of every text; as a whole name they count all the same."""
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that set no spaces between words: there a name is looked for anywhere."""


class RosterForms:
    """The forms of names: whole, in parts, joined, without marks, in any case, with an s for what is theirs."""

    def __init__(self, names: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._anywhere: set[str] = set()
        for name in names:
            for form in _forms(name):
                (self._anywhere if _UNSPACED.search(form) else self._words).add(form)

    def found(self, text: str) -> bool:
        """Whether a name stands in the text."""
        if not text:
            return False
        if not self._words.isdisjoint(_said(text)):
            return True
        bare = "".join(folded(_plain(text)).split())
        return any(form in bare for form in self._anywhere)

    def shown(self, text: str) -> str:
        """The text, or nothing where a name stands in it."""
        return "" if self.found(text) else text


def _forms(name: str) -> Iterator[str]:
    plain = _plain(name)
    for way in (plain, plain.casefold().translate(_TWO)):
        words = _WORD.findall(folded(way))
        for word in words:
            if _counts(word) and (word not in _SMALL or len(words) == 1):
                yield word
        for joined in _JOINED.findall(way):
            yield "".join(_WORD.findall(folded(joined)))
        if len(words) > 1:
            yield "".join(words)


def _said(text: str) -> Iterator[str]:
    """Every word of a text as a name might be written in it."""
    plain = _plain(text)
    for way in (plain, _CAMEL.sub(" ", plain), plain.casefold().translate(_TWO)):
        joined = ("".join(_WORD.findall(folded(one))) for one in _JOINED.findall(way))
        for word in (*_WORD.findall(folded(way)), *joined):
            yield word
            if word.endswith("s"):
                yield word[:-1]


def _plain(text: str) -> str:
    """Without what cannot be seen, and with letters of one kind: no full-width, no ligatures, no soft hyphens."""
    whole = normalize("NFKC", "".join(sign for sign in text if category(sign) != "Cf"))
    return normalize("NFC", whole)


def _counts(word: str) -> bool:
    """One letter is no name to look for, unless it is a whole syllable, as in Chinese."""
    return len(word) > 1 or bool(_UNSPACED.search(word))

