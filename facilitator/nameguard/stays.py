"""Finds where somebody goes, drinks, works or is kept by its letters or its sign: “in CUH”, “down the Railway”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.language import word_set
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.model import Kind
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.small_houses import SIGNS, after_somebody
from facilitator.nameguard.staying import (
    DOES,
    HOUSES,
    LOOSE,
    NO_HOUSE,
    PURPOSE,
    REACH,
    STAYING,
    TO_A_HOUSE,
    WITHOUT,
    ends_there,
    house,
    known_or_not,
)  # fmt: skip
from facilitator.nameguard.stretches import CONNECT, Stretch, stretch, with_town
from facilitator.nameguard.tokens import Shape

_MOST_LETTERS = 6


def stays(sentence: Sentence, alive: list[int]) -> Iterator[Stretch]:
    """Houses and bodies without a word that says so, among the words worth a look; none of them is sure."""
    if sentence.shouted or sentence.titled:
        return
    words, past = sentence.words, -1
    if words and words[0].shape is Shape.CAPITAL:
        opening = _opening(sentence)
        if opening is not None:
            past = opening.last
            yield opening
    for at in alive:
        word = words[at]
        if at <= past or word.forms:
            continue
        before = words[at - 1] if at else None
        if word.shape is Shape.UPPER:
            found = _letters(sentence, at, word)
        elif before is None:
            continue
        elif word.shape is Shape.CAPITAL and before.key == "the":
            found = _pair(sentence, at) or _infirmary(sentence, at, word)
            if found is None and at > 1:
                found = _sign(sentence, at, word)
        elif before.key in ("mt", "mount") and word.shape is Shape.CAPITAL:
            found = _mount(sentence, at)
        elif before.key in TO_A_HOUSE:
            if word.shape is Shape.LOWER:
                found = after_somebody(sentence, at, word)
            else:
                found = _owners(sentence, at, word) or _run(sentence, at, word) or _known_place(sentence, at, word)
        elif before.key in _RUNG and word.shape is Shape.CAPITAL and (rung := _rung(sentence, at, word)) is not None:
            found = rung
        elif not word.bits & _UNHEARD and before.key != "the":
            found = _purpose(sentence, at, word) or _its_own(sentence, at, word)
        else:
            continue
        if found is not None:
            past = found.last
            yield found


def _rung(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """A body that is rung, waited on or left: “rang Compass twice”, “waiting on Forth Valley”."""
    words, last = sentence.words, at
    if not sentence.inside(at) or not sentence.joined(at - 1):
        return None
    if words[at - 1].key == "on" and (at < 2 or words[at - 2].key not in ("waiting", "waits", "waited")):
        return None
    while sentence.joined(last) and words[last + 1].shape is Shape.CAPITAL and words[last + 1].key not in L.DAYS:
        last += 1
    named = words[at : last + 1]
    if any(one.forms or one.bits & (X.PUBLIC | X.NATION | X.GIVEN) or one.roles & _NO_OPENING for one in named):
        return None
    return None if all(_plain(one) for one in named) else known_or_not(at, last)


_RUNG = word_set("rang rung ring phoned called emailed contacted owes owe left tried on")


def _opening(sentence: Sentence) -> Stretch | None:
    """A body that opens the sentence and does what bodies do: “Stepping Stones have offered”."""
    words = sentence.words
    first = int(words[0].key == "the")
    if not first and (len(words) < 2 or (words[1].shape is Shape.LOWER and words[1].key not in _SPEAKS)):
        return None
    last = first
    if first >= len(words) or words[first].shape is not Shape.CAPITAL or (first and not sentence.joined(0)):
        return None
    while sentence.joined(last) and words[last + 1].shape is Shape.CAPITAL and words[last + 1].key not in L.DAYS:
        last += 1
    verb = sentence.right(last)
    if verb is None or verb.shape is not Shape.LOWER or words[last].owned:
        return None
    named = words[first : last + 1]
    if any(word.forms or word.bits & (X.PUBLIC | X.NATION | X.GIVEN) or word.roles & _NO_OPENING for word in named):
        return None
    if all(_plain(word) for word in named):
        return None
    if last == first and not first and (verb.key not in _SPEAKS or words[0].bits & X.EVERYDAY or words[0].roles):
        return None
    if last > first or first:
        return house(first, last) if verb.key in DOES or verb.key in _SPEAKS else None
    return None if not words[0].bits & X.WORD or _WHO_DOES.search(words[0].key) else house(first, last)


_NO_OPENING = (
    L.STOP | L.PRONOUN | L.POSSESSIVE | L.DETERMINER | L.KIN | L.TITLE | L.MONTHLIKE | L.NUMBER | L.MODAL | L.ADDRESSED
)
_SPEAKS = word_set("""
    rang phoned emailed wrote texted want wants says said offered refused paid discharged let wont will cancelled
""")
_AGENTS = "er|or|ist|lord|lady|ian|ant|ent|ee|man|woman|wife|mate|ing|ion|by|ment|friend|band|ty"
_AGENT = re.compile(rf"(?:{_AGENTS})\Z")
_WHO_DOES = re.compile(rf"(?:{_AGENTS}|s)\Z")


def _plain(word: Word) -> bool:
    """Whether a word in a capital says no more than the sort of thing it is."""
    return word.key not in SIGNS and bool(
        word.roles & (L.HEAD | L.GENERIC | L.QUANTITY | L.JOB | L.HOME | L.LIST)
        or word.key in NO_HOUSE
        or _AGENT.search(word.key[:-1] if word.key.endswith("s") and not word.key.endswith("ss") else word.key)
    )


_FEW_LETTERS = 2
"""Up to so many may as well be somebody's initials, or a word in a hurry."""


def _letters(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """Letters that are known to nobody, where a body stands: “kept in CUH”, “her RVI appointment”, “LWH rang”."""
    if not 2 <= len(word.key) <= _MOST_LETTERS or not word.key.isalpha():
        return None
    if word.bits & (X.PUBLIC | X.COMMON | X.ANY_TOWN):
        return None
    left, right = sentence.left(at), sentence.right(at)
    if any(beside is not None and beside.shape is Shape.UPPER and beside.bits & X.WORD for beside in (left, right)):
        return None  # “PLEASE DNT FORGET”
    strange = not word.bits & ~X.OPENS
    article = left is not None and left.key == "the"
    leading = sentence.left(at - 1) if article and at else left
    led = leading is not None and leading.key in TO_A_HOUSE
    if not strange and not (led and not word.bits & X.ANY_NAME):
        return None
    held = left is not None and left.roles & L.POSSESSIVE and right is not None and right.key in PURPOSE
    does = right is not None and right.key in DOES and (left is None or article)
    purpose = right is not None and right.key in PURPOSE
    if not (led or held or does or purpose or (not word.bits and len(word.key) > _FEW_LETTERS)):
        return None
    last = at
    after = right
    while after is not None and after.roles & L.HEAD and last - at < 2:
        last += 1
        after = sentence.right(last)
    return house(at, with_town(sentence, last))


_UNHEARD = ~(X.OPENS | X.TOWN_SMALL | X.FAMILY_RARE)


def _purpose(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """A word that is in no list, between whose it is and what one has of a body: “her judgemeadow interview”."""
    left, right = sentence.left(at), sentence.right(at)
    if left is None or right is None or right.key not in PURPOSE or word.kept:
        return None
    held = left.roles & (L.POSSESSIVE | L.DETERMINER) or left.owned or left.forms
    return house(at, at) if held and not word.roles and word.key.isalpha() and len(word.key) > 3 else None


def _its_own(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """A word that is in no list and is what something is: “ring the school, its judgemeadow”."""
    left = sentence.left(at)
    if left is None or left.key not in ("its", "called", "is") or sentence.right(at) is not None:
        return None
    return house(at, at) if word.bits & X.TOWN_SMALL and not word.roles else None


def _owners(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """A shop or café under whose it is, more than one word long: “from Auntie Betty's”, “at Nana's Attic”."""
    words = sentence.words
    if word.shape is not Shape.CAPITAL or not sentence.inside(at) or not sentence.joined(at - 1):
        return None
    if words[at - 1].key not in TO_A_HOUSE or word.roles & (L.PRONOUN | L.STOP) or word.key in L.DAYS:
        return None
    last = at
    while last + 1 < len(words) and sentence.joined(last) and words[last + 1].shape is Shape.CAPITAL and last - at < 3:
        last += 1
    named = words[at : last + 1]
    if last == at or any(one.forms or one.roles & (L.MONTHLIKE | L.PRONOUN) for one in named):
        return None
    after = sentence.right(last)
    if words[last].owned:
        bare = after is None or not after.plain or ends_there(after)
        return known_or_not(at, last) if bare else None
    if not word.owned or any(one.roles & L.KIN or one.bits & X.PUBLIC for one in named[1:]):
        return None
    return known_or_not(at, last)


def _run(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """Capitals with the small words of any tongue between them: “at Te Kura o Otangarei”, “by Our Lady of Lourdes”."""
    words, last, names, other = sentence.words, at, 1, at + 1
    if not sentence.inside(at) or not sentence.joined(at - 1) or word.roles & (L.PRONOUN | L.STOP | L.TITLE):
        return None
    while other < len(words) and sentence.joined(other - 1) and other - at < _LONGEST:
        if words[other].key in L.DAYS:
            break
        if words[other].shape in _CAPITALS:
            last, names = other, names + 1
        elif words[other].key not in _BETWEEN or other - last > 2:
            break
        other += 1
    named = words[at : last + 1]
    if names < 2 or any(one.forms or one.roles & (L.MONTHLIKE | L.PRONOUN) for one in named):
        return None
    if word.bits & (X.GIVEN | X.PUBLIC | X.NATION) or word.owned or any(one.bits & X.GIVEN for one in named[1:2]):
        return None  # somebody, as likely
    if any(one.bits & X.PUBLIC and one.shape is not Shape.LOWER for one in named) or word.roles & L.KIN:
        return None
    return house(at, with_town(sentence, last))


_CAPITALS = (Shape.CAPITAL, Shape.UPPER, Shape.MIXED)
_BETWEEN = word_set("o na an de la le du del da do di of the and y e i a ar yr")
_LONGEST = 7


def _known_place(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """A place whose name is a brand's or a ground's too, where somebody is or goes: “met her at Piccadilly”."""
    if not word.bits & X.PUBLIC or not word.bits & X.ANY_TOWN or word.bits & (X.NATION | X.COMMON):
        return None
    after = sentence.right(at)
    if not sentence.inside(at) or (after is not None and after.plain and not ends_there(after)):
        return None
    return stretch(at, at, Kind.PLACE, "town")


def _pair(sentence: Sentence, at: int) -> Stretch | None:
    """Two capitals or two letters behind an article: “in the Adam and Eve”, “the car park at the L and N”."""
    words = sentence.words
    if at + 2 >= len(words) or words[at + 1].key not in ("and", "n") or not sentence.inside(at):
        return None
    one, two = words[at], words[at + 2]
    if not (sentence.joined(at - 1) and sentence.joined(at) and sentence.joined(at + 1)):
        return None
    if len(one.key) == 1 and len(two.key) == 1 and two.raw.isupper():
        return known_or_not(at, at + 2)
    leading = sentence.left(at - 1)
    if leading is None or leading.key not in TO_A_HOUSE or not one.shape is two.shape is Shape.CAPITAL:
        return None
    sort = L.HEAD | L.KIN | L.TITLE | L.MONTHLIKE | L.GENERIC | L.PLACEWARD | L.NUMBER
    several = one.key.endswith("s") and two.key.endswith("s")
    if any(word.bits & X.NATION or word.roles & sort or word.key in NO_HOUSE for word in (one, two)) or several:
        return None
    after = sentence.right(at + 2)
    return known_or_not(at, at + 2) if after is None or not after.plain or ends_there(after) else None


def _mount(sentence: Sentence, at: int) -> Stretch | None:
    """A church or a hospital under a mountain: “at Mt. Zion Baptist”."""
    words, last = sentence.words, at
    if at < 2 or words[at - 2].key not in TO_A_HOUSE or words[at - 1].shape is not Shape.CAPITAL:
        return None
    while last + 1 < len(words) and sentence.joined(last) and words[last + 1].shape is Shape.CAPITAL:
        if words[last + 1].key in L.DAYS:
            break
        last += 1
    return known_or_not(at - 1, last)


def _infirmary(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """A hospital by no more than its sort, whatever it does: “the General has him booked”."""
    after = sentence.right(at)
    if word.key not in _INFIRMARIES or not sentence.inside(at) or after is None:
        return None
    return known_or_not(at, at) if after.roles & L.VERB and after.shape is Shape.LOWER else None


_INFIRMARIES = word_set("general royal infirmary western victoria mater rotunda coombe priory northern county")


def _sign(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """An ordinary word in a capital behind “the”, where somebody goes, stays, drinks or works: “in the Beacon”."""
    words = sentence.words
    if not sentence.joined(at - 1) or not sentence.joined(at - 2) or not sentence.inside(at):
        return None
    leading = words[at - 2]
    if leading.key == "of" and at > 2 and words[at - 3].key in ("out", "front", "back", "outside"):
        leading = words[at - 3]
    if leading.key not in TO_A_HOUSE | {"out", "front", "back"} and leading.key not in WITHOUT:
        return None
    last = at
    while last + 1 < len(words) and words[last + 1].shape is Shape.CAPITAL and words[last + 1].key not in L.DAYS:
        if not CONNECT.match(sentence.gap(last + 1)):
            break
        last += 1
    named = words[at : last + 1]
    if any(_no_house(one, last > at) for one in named):
        return None
    after = sentence.right(last)
    if after is not None and after.plain and after.shape is Shape.LOWER and not ends_there(after):
        return None  # “the Windsor knot”
    if leading.key in LOOSE or leading.key in WITHOUT:
        near = words[max(0, at - REACH) : at - 2] + words[last + 1 : last + 4]
        if not any(one.key in STAYING or one.roles & L.KIN or one.forms for one in near):
            return None
    return house(at, with_town(sentence, last))


def _no_house(word: Word, several: bool) -> bool:
    if word.forms or word.bits & (X.PUBLIC | X.NATION) or word.roles & (L.TITLE | L.KIN | L.MONTHLIKE | L.PRONOUN):
        return True
    if word.key in HOUSES or several:
        return False
    return word.key in NO_HOUSE or bool(word.roles & (L.HEAD | L.NUMBER | L.ADDRESSED)) or len(word.key) < 3
