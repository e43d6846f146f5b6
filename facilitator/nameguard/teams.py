"""Finds teams by their town and their grade: “plays for … under 14s”, “used to captain … thirds”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.language import word_set
from facilitator.nameguard.model import Kind
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.stretches import Stretch, stretch
from facilitator.nameguard.tokens import Shape

_GRADES = word_set("thirds seconds firsts fourths reserves colts juniors minors 2nds 3rds 1sts 4ths seniors xi xv")
"""What follows a town in the name of a team, and hardly anything else."""
_SIDES = word_set("""
    ladies lads lasses girls boys women men vets veterans youth academy masters united rovers wanderers athletic albion
    harriers rangers rugby football cricket netball hockey hurling camogie gaa boxing swimming cycling bowls darts
    athletics gymnastics judo karate
""")
"""What follows one where it is told who plays."""
_LAST = _GRADES | _SIDES | {"under"}
_UNDER = re.compile(r"\d{1,2}['’]?s?\Z")
_UNDER_ALL = re.compile(r"[uU]\d{1,2}['’]?s?\Z")
_SPORT = word_set("""
    plays play played playing captain captains captained captaining coach coaches coached coaching scored scores
    signed manages managed trains trained training trials trial runs ran bowls bowled bats batted swims swam boxes
    boxed rows rowed made turned joined refs reffed won beat lost against goalie keeper striker winger fullback
    centre prop hooker fixture match game team
""")
_NEAR = 6
_MOST = 4


def teams(sentence: Sentence) -> Iterator[Stretch]:
    """Teams whose last word tells their grade, the town before it."""
    words, figures = sentence.words, Shape.DIGITS
    for at in [at for at, word in enumerate(words) if word.key in _LAST or word.shape is figures]:
        if not at or not sentence.joined(at - 1):
            continue
        word, last = words[at], at
        if word.key == "under":
            if at + 1 >= len(words) or not sentence.joined(at) or not _UNDER.match(words[at + 1].raw):
                continue
            last = at + 1
        elif word.shape is Shape.DIGITS:
            if word.key not in _GRADES and not _UNDER_ALL.match(word.raw):
                continue
        elif word.key not in _GRADES and word.key not in _SIDES:
            continue
        played = any(other.key in _SPORT for other in words[max(0, at - _NEAR) : at])
        if word.key in _SIDES and not played:
            continue
        first = _town_before(sentence, at, played)
        if first < at:
            yield stretch(first, last, Kind.ORGANISATION, "frame", "specific")


def _town_before(sentence: Sentence, at: int, played: bool) -> int:
    """The first word of the town, club or saint before a grade."""
    words = sentence.words
    first = at
    while first and at - first < _MOST and sentence.joined(first - 1):
        word = words[first - 1]
        if word.roles & (L.STOP | L.PREPOSITION | L.DETERMINER | L.POSSESSIVE | L.PRONOUN | L.NUMBER | L.KIN):
            break
        if word.shape is Shape.DIGITS or word.owned or word.forms or word.bits & X.PUBLIC:
            break
        if word.shape is Shape.LOWER:
            strange = not word.bits & X.WORD or bool(word.bits & X.TOWN and not word.bits & X.COMMON)
            if not played or not strange:
                break
        elif not sentence.inside(first - 1):
            break
        first -= 1
    return first
