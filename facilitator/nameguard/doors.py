"""Finds what stands about a street address: the flat behind or before it, and the figures of its post office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.language import word_set
from facilitator.nameguard.model import Kind
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.streets import HOUSE
from facilitator.nameguard.stretches import Stretch, stretch
from facilitator.nameguard.tokens import Shape
from facilitator.nameguard.weights import AMBER

_UNIT = word_set("apt apartment unit suite ste flat trailer lot")
_ZIP = re.compile(r"\d{5}\Z")
_STATE = 2
"""Letters of a state before its post code."""
_BACK = 5
"""So many words before a flat is its house's number."""


def doors(sentence: Sentence) -> Iterator[Stretch]:
    """Flats by their house, and post codes of five figures behind their town: “15702 Ardmore, Apt 3, Detroit 48227”."""
    words = sentence.words
    for at, word in enumerate(words):
        if word.key in _UNIT and at + 1 < len(words) and sentence.joined(at):
            door, house = words[at + 1], _house(sentence, at)
            if house is not None and (door.shape is Shape.DIGITS or len(door.raw) == 1):
                yield stretch(house, at + 1, Kind.ADDRESS, "street_loose")
        if word.shape is not Shape.DIGITS:
            continue
        if "#" in sentence.gap(at) and (_house(sentence, at) is not None or _before_house(sentence, at)):
            yield Stretch(at, at, Kind.ADDRESS, AMBER, ("street_loose",))
        elif _stair(sentence, at):
            yield Stretch(at, at + 2, Kind.ADDRESS, AMBER, ("street_loose",))
        elif _ZIP.match(word.raw) and at and sentence.gap(at) in (" ", ", "):
            before = words[at - 1]
            if before.shape is Shape.CAPITAL and before.bits & X.ANY_TOWN:
                yield Stretch(at, at, Kind.POSTCODE, AMBER, ("postcode",))
            elif at > 1 and before.shape is Shape.UPPER and len(before.raw) == _STATE:
                town = at - 2
                while town and sentence.joined(town - 1) and words[town - 1].shape is Shape.CAPITAL:
                    town -= 1
                if words[at - 2].shape is Shape.CAPITAL:
                    yield Stretch(town, at - 1, Kind.PLACE, AMBER, ("town",))


def _house(sentence: Sentence, at: int) -> int | None:
    """Where the number of a house stands, from which on all up to a word is written as names are."""
    for other in range(at - 1, max(-1, at - 1 - _BACK), -1):
        word = sentence.words[other]
        if sentence.gap(other + 1).strip(" #") not in ("", ",") or word.shape is Shape.LOWER:
            return None
        if word.shape is Shape.DIGITS:
            return other if other < at - 1 and HOUSE.match(word.raw) else None
    return None


def _before_house(sentence: Sentence, at: int) -> bool:
    """Whether a house stands behind: “#1204, 10135 Saskatchewan Drive”."""
    words = sentence.words
    if at + 2 >= len(words) or sentence.gap(at + 1) != ", " or words[at + 1].shape is not Shape.DIGITS:
        return False
    return _street_near(sentence, at + 2)


def _stair(sentence: Sentence, at: int) -> bool:
    """Whether a flat by its floor and side stands here, before its house: “2/3, 41 Commercial Street”."""
    words = sentence.words
    if at + 3 >= len(words) or sentence.gap(at + 1) != "/" or sentence.gap(at + 2) not in (", ", " "):
        return False
    if not all(words[near].shape is Shape.DIGITS for near in (at + 1, at + 2)):
        return False
    return _street_near(sentence, at + 3)


def _street_near(sentence: Sentence, at: int) -> bool:
    """Whether one of four words from here on is a street's."""
    return any(word.roles & L.STREET for word in sentence.words[at : at + 4])
