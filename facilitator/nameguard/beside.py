"""Finds ages put straight behind somebody's name: “lachie 8 checks the sky”, “Rafe (4½)”, “kofi 27 today”."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.language import word_set
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.model import Kind
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.streets import YEARS
from facilitator.nameguard.stretches import Stretch
from facilitator.nameguard.tokens import Shape
from facilitator.nameguard.weights import AMBER

_UNITS = word_set("months month weeks wks mths mos")
_GOES_ON = word_set("""
    today tomorrow now and canna cannot cant can has is was wets sleeps checks wont will not
    mon tue tues wed weds thu thur thurs fri sat sun
""")
_CLOSES = frozenset(",;)/!?(")


def beside(sentence: Sentence) -> Iterator[Stretch]:
    """Ages of one or two figures behind a name, with their months or weeks; none of them is sure."""
    words = sentence.words
    for at in range(1, len(words)):
        word, before = words[at], words[at - 1]
        if word.shape is not Shape.DIGITS or not YEARS.match(word.raw) or not _somebody(before):
            continue
        gap = sentence.gap(at)
        if gap.strip() not in ("", "("):
            continue
        after = words[at + 1] if at + 1 < len(words) else None
        if after is not None and sentence.joined(at) and after.key in _UNITS:
            yield Stretch(at, at + 1, Kind.AGE, AMBER, ("age",))
            continue
        behind = sentence.gap(at + 1) if after is not None else ""
        if "(" in gap:
            closed = behind[:1] == ")" or behind[:2] == "½)"
        else:
            closed = behind.strip()[:1] in _CLOSES
        if closed or (after is not None and sentence.joined(at) and _goes_on(sentence, at + 1, after)):
            yield Stretch(at, at, Kind.AGE, AMBER, ("age",))


def _somebody(word: Word) -> bool:
    """Whether it is hardly anything but a name."""
    if word.roles & (L.MONTHLIKE | L.QUANTITY | L.NUMBER):
        return False
    if word.forms:
        return not word.bits & X.COMMON or word.shape is Shape.CAPITAL
    return bool(word.bits & X.ANY_GIVEN) and not word.bits & (X.WORD | X.PUBLIC)


def _goes_on(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether what follows is no noun that the number counts."""
    if word.key == "on":
        right = sentence.right(at)
        return right is not None and (right.key == "the" or right.key in L.DAYS)
    return word.key in _GOES_ON or word.key in L.DAYS
