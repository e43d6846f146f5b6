"""Words that belong together as a place, a firm or an address; and what stands near them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.model import Kind
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.tokens import Shape
from facilitator.nameguard.weights import POINTS

_NEAR = 5
"""How far to the left a word of work or of home still counts."""


CONNECT = re.compile(r"(?:['’]?[ \t\u00a0]?(?:&|[ \t\u00a0])[ \t\u00a0]?|[ \t\u00a0]['’])\Z")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that belong together: the first and the last, what they are, points and signs."""

    first: int
    last: int
    kind: Kind
    points: int
    signs: tuple[str, ...]
    names: bool = False
    """Whether it is rather a thing of no person, which hides what stands in it."""


def stretch(first: int, last: int, kind: Kind, *signs: str) -> Stretch:
    """A stretch with the points of its signs."""
    return Stretch(first, last, kind, sum(POINTS[sign] for sign in signs), signs)


def with_town(sentence: Sentence, last: int) -> int:
    """The last word of an organisation with its town: “… in Leith”."""
    right = sentence.right(last)
    if right is not None and right.key in ("in", "of"):
        town = sentence.right(last + 1)
        if (
            town is not None
            and town.bits & X.ANY_TOWN
            and not town.bits & X.PUBLIC
            and (town.shape is not Shape.LOWER or not town.bits & X.WORD)
        ):
            return last + 2
    return last


def leads_there(sentence: Sentence, at: int) -> bool:
    """Whether “in”, “from” or the like stands before a word."""
    left = sentence.left(at)
    if left is not None and left.key == "the" and sentence.words[at].shape is Shape.LOWER:
        return False
    if (
        left is not None
        and left.key
        in (
            "north",
            "south",
            "east",
            "west",
            "central",
            "upper",
            "lower",
            "inner",
            "greater",
            "rural",
            "the",
        )
        and at > 1
    ):
        left = sentence.left(at - 1)
    return left is not None and bool(left.roles & L.PLACEWARD)


def where(sentence: Sentence, at: int) -> bool:
    """Whether it is said where somebody lives, or comes from or goes: “moved here from {place}”."""
    left = sentence.left(at)
    return left is not None and left.key in ("in", "from", "near", "to") and stands_near(sentence, at, L.HOME)


def stands_near(sentence: Sentence, at: int, role: int) -> bool:
    """Whether a word that does this stands a little to the left, in the same clause."""
    for other in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        gap = sentence.gap(other + 1)
        if "," in gap or ";" in gap or ":" in gap:
            return False
        if sentence.words[other].roles & role:
            return True
    return False
