"""Finds places, organisations and street addresses by what stands around them: “moved to …”, “works at …”, “12 … "
"Road”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.language import word_set
from facilitator.nameguard.lexicon import Lexicon
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.model import Kind
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.tokens import Shape
from facilitator.nameguard.weights import POINTS

LISTED = X.OPENS | X.ANY_TOWN | X.NATION | X.EMPLOYER
"""Bits of words at which something of the lists may begin."""
_NEAR = 5
"""How far to the left a word of work or of home still counts."""
_HOUSE = re.compile(r"\d{1,4}[A-Za-z]?(?:[-–/]\d{1,4}[A-Za-z]?)?\Z")
_UNIT = frozenset(
    [
        "flat",
        "apt",
        "apartment",
        "unit",
        "suite",
        "room",
        "studio",
        "floor",
        "block",
        "plot",
        "lot",
        "house",
        "no",
        "number",
    ]
)
_LOOSE_STREETS = word_set("""
    way drive close park hill rise walk view place square row end court green bank field fields gate gates pass
    path mount loop yard circle st heights vale meadow meadows passage promenade strand pl dr cl ct gr sq trail
    wharf quay parade grove cir drove circus
""")
_COMMON_STREETS = word_set("""
    high main side back next same wrong other right new old whole busy quiet long car country memory bus fast slow
    slip ring access one
    every dirt dead through cross rail narrow steep city town village shopping our the this that my his her their
    public private
""")
_WEAK_HEADS = word_set("""
    group house home homes club unit project press paper company services service nails glass books windows
    doors tools lodge court works store stores shop prison base bank trust centre center ward wing power water
    gas oil energy cars buses trains security cleaning media design studios army jail hotel pub inn restaurant
    cafe bar office department bureau research labs sons brothers bros cabs taxis housing properties
    property party union association society surgery practice hostel refuge shelter foodbank gym cinema theatre
    museum library farm farms garage nursery salon police station fire church chapel school hospital university
    college uni abbey mill mills quarry mine docks plant factory barracks stables co eggs meats furniture
""")
_TAILS = frozenset(("ltd", "limited", "plc", "inc", "llc", "llp", "corp", "co"))
_WORK_PREPOSITIONS = frozenset(("at", "for", "with", "by", "in", "from", "of"))
_NO_EMPLOYER = word_set("""
    home night nights weekends work school college uni university hospital church least first last once all
    times present moment the a his her my their our it him them himself herself themselves myself noon lunch
    dawn lunchtime christmas easter hours days weeks months years nothing free cash money fun term-time peak
    speed risk ease rest stake large length age half full short long mum dad nan
""")
_CONNECT = re.compile(r"['’]?[ \t\u00a0]?(?:&|[ \t\u00a0])[ \t\u00a0]?\Z")


_BY_A_FIRM = word_set("""
    at for from in to near outside by opposite behind past inside beside
""")
_OF_PLACES = word_set("""
    misses missed miss loves loved love hates hated left leave leaves leaving visited visiting visit visits
    reached reach likes liked
    prefers called know knows knew
""")


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


def listed(sentence: Sentence, words: Lexicon, candidates: Iterable[int]) -> Iterator[Stretch]:
    """Places, organisations and things of no person that stand in the lists under several words, or under one."""
    past = -1
    for at in candidates:
        word = sentence.words[at]
        if at <= past:
            continue
        last, bits = _longest(sentence, at, words) if word.bits & X.OPENS else (at, word.bits)
        if last > at and bits & X.PUBLIC and not bits & (X.ANY_TOWN | X.EMPLOYER):
            past = last
            yield Stretch(at, last, Kind.NAME, 0, (), names=True)
            continue
        found = _place_or_work(sentence, at, last, bits)
        if found is not None:
            past = found.last
            yield found


def _longest(sentence: Sentence, at: int, words: Lexicon) -> tuple[int, int]:
    """The longest phrase of the lists that begins at a word: its last word and what it is."""
    found = sentence.words
    if at + 1 >= len(found):
        return at, found[at].bits
    following = found[at + 1]
    phrases = words.phrases(found[at].key, following.key)
    if found[at].owned:
        phrases = words.phrases(found[at].key + "s", following.key) + phrases
    if following.owned:
        phrases = words.phrases(found[at].key, following.key + "s") + phrases
    for rest, bits in phrases:
        last = at + len(rest)
        if last >= len(found) or not all(_is(found[at + n], key) for n, key in enumerate(rest, 1)):
            continue
        if all(_CONNECT.match(gap) or gap in (". ", "-") for gap in map(sentence.gap, range(at + 1, last + 1))):
            return last, bits
    return at, found[at].bits


def _is(word: Word, key: str) -> bool:
    return word.key == key or (word.owned and word.key + "s" == key)


def _place_or_work(sentence: Sentence, first: int, last: int, bits: int) -> Stretch | None:
    word = sentence.words[first]
    lower = word.shape is Shape.LOWER
    ordinary = bits & X.WORD
    if (
        bits & X.EMPLOYER
        and not bits & X.COMMON
        and (left_of := sentence.left(first)) is not None
        and left_of.key in _BY_A_FIRM
    ):
        ordinary = 0  # “from amazon”: hardly the river
    if bits & X.EMPLOYER and not (word.forms and last == first and not _near(sentence, first, L.JOB)):
        job = _near(sentence, first, L.JOB)
        if not ordinary:
            return _extended(sentence, stretch(first, last, Kind.ORGANISATION, "employer", *(["job"] if job else [])))
        left = sentence.left(first)
        if (
            job
            and left is not None
            and left.key in ("at", "for", "with", "by", "in", "from")
            and (not lower or left.key != "in")
        ):
            return _extended(sentence, stretch(first, last, Kind.ORGANISATION, "employer_word", "job"))
        if not lower and sentence.inside(first) and left is not None and left.key in _BY_A_FIRM:
            return stretch(first, last, Kind.ORGANISATION, "employer_word", "toward")
        if not bits & X.ANY_TOWN:
            return None
    if bits & X.PUBLIC and not (bits & X.ANY_TOWN and _toward(sentence, first) and _near(sentence, first, L.HOME)):
        return None
    return _place(sentence, first, last, bits, lower)


def _place(sentence: Sentence, first: int, last: int, bits: int, lower: bool) -> Stretch | None:
    toward = _toward(sentence, first)
    home = toward and (_near(sentence, first, L.HOME) or (lower and _near(sentence, first, L.JOB)))
    signs = (["toward"] if toward else []) + (["home"] if home else [])
    several = last > first
    word = sentence.words[first]
    if word.forms and not several and not home:
        return None  # somebody of the group, unless it is where one lives
    if bits & X.ANY_TOWN:
        if several:
            if (
                not bits & X.TOWN
                and (lower or not sentence.inside(first))
                and not home
                and all(w.bits & X.WORD for w in sentence.words[first : last + 1])
            ):
                return None
            return stretch(first, last, Kind.PLACE, "place_list", *signs)
        if not bits & X.WORD and not bits & X.ANY_NAME:
            if not toward and not bits & X.TOWN:
                return None  # as likely a name, which is weighed as such
            return stretch(first, last, Kind.PLACE, "town_lower" if lower else "town", *signs)
        if not bits & X.WORD:
            if not toward or word.owned or not (home or (bits & X.TOWN and not bits & X.GIVEN)):
                return None
            return stretch(first, last, Kind.PLACE, "town_lower" if lower else "town", *signs)
        after = sentence.right(last)
        if lower:
            strict = (
                home
                and bits & X.TOWN
                and not (
                    after is not None
                    and (
                        after.key == "of"
                        or after.roles & (L.DETERMINER | L.POSSESSIVE)
                        or (
                            after.plain
                            and not after.roles
                            & (L.VERB | L.PREPOSITION | L.AND | L.STOP | L.PRONOUN | L.BARE | L.MONTHLIKE)
                        )
                    )
                )
            )
            return stretch(first, last, Kind.PLACE, "place_word_lower", *signs) if strict else None
        before = sentence.left(first)
        missed = before is not None and before.key in _OF_PLACES
        if (toward or missed) and sentence.inside(first) and (bits & X.TOWN or home):
            return stretch(first, last, Kind.PLACE, "place_word", *(signs or ["toward"]))
        return None
    if bits & X.NATION and toward and (not lower or (home and not bits & X.WORD)):
        return stretch(first, last, Kind.PLACE, "nation", *signs)
    return None


def _extended(sentence: Sentence, found: Stretch) -> Stretch:
    """An organisation with the words that belong to it: “Lloyds Bank”, “Job Centre in Leith”."""
    last = found.last
    right = sentence.right(last)
    while (
        right is not None
        and right.roles & L.HEAD
        and (right.shape is not Shape.LOWER or sentence.words[last].shape is Shape.LOWER)
        and last - found.first < 6
    ):
        last += 1
        right = sentence.right(last)
    return Stretch(found.first, _with_town(sentence, last), found.kind, found.points, found.signs)


def _with_town(sentence: Sentence, last: int) -> int:
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


def _toward(sentence: Sentence, at: int) -> bool:
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
            "near",
            "outside",
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


def _near(sentence: Sentence, at: int, role: int) -> bool:
    """Whether a word that does this stands a little to the left, in the same clause."""
    for other in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        gap = sentence.gap(other + 1)
        if "," in gap or ";" in gap or ":" in gap:
            return False
        if sentence.words[other].roles & role:
            return True
    return False


# ---------------------------------------------------------------- organisations
def organisations(sentence: Sentence) -> Iterator[Stretch]:
    """Names that end in a word such as “school” or “ltd”, and whatever stands after “works at”."""
    past = -1
    for at, word in enumerate(sentence.words):
        if at <= past:
            continue
        if word.roles & L.HEAD and at:
            found = _headed(sentence, at, past)
            if found is not None:
                past = found.last
                yield found
                continue
        if word.roles & L.JOB or word.key in ("at", "for"):
            found = _employer(sentence, at, past)
            if found is not None:
                past = max(past, found.last)
                yield found


def _specific(sentence: Sentence, at: int, capital: bool) -> bool:
    """Whether a word says which organisation: a name, a place, a word that is none, a capital inside a sentence."""
    word = sentence.words[at]
    if word.bits & X.PUBLIC or word.roles & (L.STOP | L.PRONOUN | L.POSSESSIVE | L.DETERMINER):
        return False
    if word.shape is Shape.DIGITS:
        return False
    if not word.bits & X.WORD:
        return word.shape is not Shape.LOWER or bool(word.bits & (X.ANY_NAME | X.ANY_TOWN)) or not word.bits & ~X.OPENS
    if word.roles & L.GENERIC:
        return False
    if word.shape is Shape.LOWER:
        return (
            bool(word.bits & (X.TOWN | X.DOUBLE)) and not word.bits & X.EVERYDAY and not word.roles & (L.VERB | L.KIN)
        )
    return capital and sentence.inside(at)


def _headed(sentence: Sentence, at: int, past: int) -> Stretch | None:
    """The organisation whose name ends at a word such as “school”."""
    head = sentence.words[at]
    weak = head.key in _WEAK_HEADS
    lower = head.shape is Shape.LOWER
    first, specific, strong = at, False, False
    other = at - 1
    while other > past and at - other <= 5:
        gap = sentence.gap(other + 1)
        if not (_CONNECT.match(gap) or gap in (". ", "-")):
            break
        word = sentence.words[other]
        if word.roles & L.AND and "&" not in gap and other > 0:
            if not (lower or sentence.words[other - 1].shape is not Shape.LOWER) or head.key not in (
                "sons",
                "son",
                "daughters",
                "co",
                "partners",
                "brothers",
            ):
                break
            other -= 1
            continue
        if word.key in ("st", "saint", "our", "the") and word.key != "the" and word.key != "our":
            first, specific = other, True
            strong = True
            break
        says = _specific(sentence, other, not lower or word.shape is Shape.CAPITAL)
        if (
            says
            and word.owned
            and lower
            and word.shape is not Shape.LOWER
            and not (other and sentence.words[other - 1].key in ("st", "saint"))
        ):
            break  # “Sarah’s school” is hers, not called so
        if says:
            first, specific = other, True
            if not word.bits & X.WORD or word.bits & X.ANY_TOWN:
                strong = True
        elif (word.roles & (L.GENERIC | L.HEAD) and not word.roles & (L.DETERMINER | L.POSSESSIVE | L.STOP)) or (
            word.shape is not Shape.LOWER
            and other
            and not word.bits & X.PUBLIC
            and word.bits & X.WORD
            and not word.roles & L.STOP
        ):
            pass
        else:
            break
        other -= 1
    if not specific:
        return None
    if lower and weak and not _weak_enough(sentence, first, at, strong):
        return None
    last = at
    right = sentence.right(last)
    while right is not None and right.roles & L.HEAD and (right.shape is not Shape.LOWER or lower) and last - first < 7:
        last += 1
        right = sentence.right(last)
    signs = ["head_weak" if weak else "head", "specific"]
    if _near(sentence, first, L.JOB):
        signs.append("job")
    return stretch(first, _with_town(sentence, last), Kind.ORGANISATION, *signs)


def _weak_enough(sentence: Sentence, first: int, at: int, strong: bool) -> bool:
    """Whether a word such as “house” or “group” in lower case ends a name all the same."""
    near = _near(sentence, first, L.JOB) or _toward(sentence, first)
    if sentence.words[at].key in _WEAKEST and not near:
        return False
    named = any(sentence.words[one].shape is not Shape.LOWER and sentence.inside(one) for one in range(first, at))
    return strong or named or (near and any(not word.bits & X.COMMON for word in sentence.words[first:at]))


_WEAKEST = word_set("""
    group house home unit project club court party car cars paper water power office
""")


def _employer(sentence: Sentence, at: int, past: int) -> Stretch | None:
    """What stands after “works at”, “a driver for”: a run of capitals, or words that are not ordinary ones."""
    words = sentence.words
    start = at if words[at].key in ("at", "for") and not words[at].roles & L.JOB else None
    if start is None:
        for other in range(at + 1, min(at + 5, len(words))):
            if not sentence.joined(other - 1):
                break
            if words[other].key in _WORK_PREPOSITIONS:
                start = other
                break
    if start is None or start <= past or start + 1 >= len(words) or not sentence.joined(start):
        return None
    job = _near(sentence, start + 1, L.JOB)
    first = start + 1
    while (
        first < len(words)
        and words[first].key in ("the", "a", "an", "old", "new", "big", "local")
        and sentence.joined(first)
        and words[first].shape is Shape.LOWER
    ):
        first += 1
    if first >= len(words):
        return None
    last, capitals, strange = first - 1, 0, 0
    for other in range(first, min(first + 5, len(words))):
        if other > first and not _CONNECT.match(sentence.gap(other)):
            break
        word = words[other]
        if word.shape is Shape.DIGITS or word.bits & X.PUBLIC:
            break
        capital = word.shape is not Shape.LOWER
        if word.roles & L.AND and last >= first:
            after = words[other + 1] if other + 1 < len(words) else None
            if after is None or not (
                (after.shape is not Shape.LOWER and capitals)
                or after.key in ("sons", "son", "daughters", "co", "partners", "brothers")
            ):
                break
            continue
        if (
            word.key in ("of", "the", "for")
            and last >= first
            and other + 1 < len(words)
            and words[other + 1].shape is not Shape.LOWER
            and capitals
        ):
            continue
        if (
            not capital
            and word.roles & (L.STOP | L.PREPOSITION | L.VERB | L.MODAL | L.PRONOUN | L.POSSESSIVE | L.MONTHLIKE)
            and not (word.roles & L.HEAD and last >= first)
        ):
            break
        if not capital and capitals and not word.roles & L.HEAD:
            break
        capitals += capital
        strange += not word.bits & X.WORD
        last = other
        if (
            word.owned
            and word.shape is not Shape.LOWER
            and other + 1 < len(words)
            and words[other + 1].shape is Shape.LOWER
            and not words[other + 1].roles & L.HEAD
        ):
            break
    if last < first:
        return None
    head = words[last]
    preposition = words[start].key
    if capitals:
        if (preposition in ("at", "for") and job) or (job and (capitals > 1 or head.roles & L.HEAD)):
            return (
                stretch(first, _with_town(sentence, last), Kind.ORGANISATION, "employer", "job")
                if not _person(sentence, first, last)
                else None
            )
        if capitals > 1 and preposition == "at" and not all(words[n].forms for n in range(first, last + 1)):
            return stretch(first, _with_town(sentence, last), Kind.ORGANISATION, "employer")
        return None
    if not job or words[first].key in _NO_EMPLOYER or preposition not in ("at", "for", "with"):
        return None
    if strange and not (strange == 1 and last == first and _person(sentence, first, last)):
        return stretch(first, _with_town(sentence, last), Kind.ORGANISATION, "employer", "job")
    modifiers = [words[n] for n in range(first, last)]
    if (
        last > first
        and head.roles & L.HEAD
        and any(not w.roles & (L.GENERIC | L.HEAD | L.DETERMINER | L.STOP) for w in modifiers)
    ):
        return stretch(first, last, Kind.ORGANISATION, "employer_word", "job")
    if (
        last > first
        and preposition == "at"
        and all(not w.roles & (L.GENERIC | L.QUANTITY | L.KIN) for w in words[first : last + 1])
        and any(w.bits & (X.ANY_FAMILY | X.TOWN) for w in words[first : last + 1])
    ):
        return stretch(first, last, Kind.ORGANISATION, "employer_word", "job")
    return None


def _person(sentence: Sentence, first: int, last: int) -> bool:
    """Whether what stands after “works with” or “shift for” is a person rather than a firm."""
    return any(
        word.forms or (word.bits & X.GIVEN and not word.bits & (X.WORD | X.EMPLOYER | X.TOWN))
        for word in sentence.words[first : last + 1]
    ) and not (sentence.words[last].roles & L.HEAD or sentence.words[first].owned)


# ---------------------------------------------------------------- streets
def streets(sentence: Sentence) -> Iterator[Stretch]:
    """Street addresses, with flat, number and town where they stand there."""
    past = -1
    for at, word in enumerate(sentence.words):
        if at > past and word.roles & L.STREET and at:
            following = sentence.right(at)
            if following is not None and following.roles & L.STREET and following.shape is word.shape:
                continue  # “Park View Terrace”
            found = _street(sentence, at, past)
            if found is not None:
                past = found.last
                yield found


def _street(sentence: Sentence, at: int, past: int) -> Stretch | None:
    words = sentence.words
    kind_of = words[at]
    loose = kind_of.key in _LOOSE_STREETS
    number = -1
    for other in range(at - 1, max(past, at - 6), -1):
        if (
            not _CONNECT.match(sentence.gap(other + 1))
            and not (other == at - 2 and sentence.gap(other + 1) in (", ", ". "))
            and sentence.gap(other + 1) not in (". ", ", ")
        ):
            break
        if words[other].shape is Shape.DIGITS and _HOUSE.match(words[other].raw):
            number = other
            break
    between = words[number + 1 : at]
    if number >= 0 and between and _street_name(between, loose and kind_of.shape is Shape.LOWER):
        first = number
        sure = kind_of.shape is not Shape.LOWER or not loose
        return _whole(sentence, first, at, "street" if sure else "street_loose")
    return _street_alone(sentence, at, past, loose)


def _street_name(between: list[Word], loose: bool) -> bool:
    """Whether words between a number and “road” can be a street's name: “2 for a winter walk” cannot."""
    if len(between) > 4:
        return False
    if [word.key for word in between] == ["the"]:
        return True
    for place, word in enumerate(between):
        if word.key == "st":
            continue
        small = word.roles & (L.STOP | L.PRONOUN | L.POSSESSIVE | L.AND | L.MODAL) or word.roles & L.PREPOSITION
        if (
            small
            and word.key not in ("st", "the", "of", "up", "down", "and", "on", "in", "over", "near", "way")
            and not (word.shape is not Shape.LOWER)
        ):
            return False
        if (
            word.key in ("of", "and", "in", "on", "over", "the")
            and (place == len(between) - 1 or (loose and word.shape is Shape.LOWER))
            and word.shape is Shape.LOWER
        ):
            return False
        if word.shape is Shape.DIGITS:
            return False
        if word.shape is Shape.LOWER and (
            word.roles & L.QUANTITY
            or word.bits & X.PUBLIC
            or word.key
            in (
                "step",
                "steps",
                "evening",
                "morning",
                "afternoon",
                "night",
                "mile",
                "minute",
                "hour",
                "day",
                "lap",
                "laps",
            )
        ):
            return False
        if (
            loose
            and word.shape is Shape.LOWER
            and (
                word.roles & (L.VERB | L.KIN)
                or (
                    len(word.key) > 4
                    and word.bits & X.COMMON
                    and word.key.endswith(("s", "ing", "ed", "ly"))
                    and not word.bits & X.ANY_FAMILY
                )
            )
        ):
            return False
    return True


def _whole(sentence: Sentence, first: int, last: int, *signs: str) -> Stretch:
    """An address with the flat before it and the town behind it."""
    words = sentence.words
    if (
        first >= 2
        and words[first - 1].shape is Shape.DIGITS
        and words[first - 2].key in _UNIT
        and sentence.gap(first).strip() in (",", "", "/")
    ):
        first -= 2
    elif (first >= 1 and words[first - 1].key in _UNIT and sentence.joined(first - 1)) or (
        first >= 1 and words[first - 1].shape is Shape.DIGITS and sentence.gap(first).strip() == "/"
    ):
        first -= 1
    for _turn in range(3):
        following = last + 1
        if following >= len(words):
            break
        gap = sentence.gap(following)
        word = words[following]
        if gap == " " and word.key in ("north", "south", "east", "west") and word.shape is not Shape.LOWER:
            last = following
            continue
        comma = gap in (", ", ",")
        if not comma and gap != " ":
            break
        capital = word.shape in (Shape.CAPITAL, Shape.UPPER)
        town = word.bits & X.ANY_TOWN and not word.roles & L.STOP and not word.forms
        if not (
            (comma and ((capital and not word.roles & L.STOP) or town))
            or (town and not word.bits & X.WORD and (capital or not word.bits & X.ANY_NAME))
        ) and not (
            comma and word.bits & X.OPENS and following + 1 < len(words) and words[following + 1].bits & X.ANY_TOWN
        ):
            break
        last = following
        while (
            last + 1 < len(words)
            and sentence.gap(last + 1) in (" ", "-")
            and words[last + 1].shape is Shape.CAPITAL
            and not words[last + 1].roles & L.STOP
            and last - following < 3
        ):
            last += 1
        if word.owned and last + 1 < len(words) and sentence.gap(last + 1) == " " and word.shape is Shape.LOWER:
            last += 1
    return stretch(first, last, Kind.ADDRESS, *signs)


def _house_name(sentence: Sentence, first: int) -> int:
    """The first word of a house's name before its street: “The Old Forge, Church Lane”."""
    words = sentence.words
    if not first or sentence.gap(first) != ", " or words[first - 1].shape is not Shape.CAPITAL:
        return first
    at = first - 1
    while at and sentence.joined(at - 1) and words[at - 1].shape is Shape.CAPITAL and first - at < 4:
        at -= 1
    named = any(word.key in _HOUSES for word in words[at:first])
    return at if named else first


_HOUSES = word_set("""
    house cottage cottages forge farm farmhouse lodge barn mill manor court hall villa villas bungalow vicarage
    rectory schoolhouse
    stables chapel chalet cabin hut croft place works yard building buildings tower towers flats mansions point
    heights view
""")


def _street_alone(sentence: Sentence, at: int, past: int, loose: bool) -> Stretch | None:
    """A street without a number: “on Elm Street”, “lives off garibaldi road”."""
    words = sentence.words
    capital = words[at].shape is not Shape.LOWER
    first = at
    while first - 1 > past and at - first < 3 and sentence.joined(first - 1):
        word = words[first - 1]
        if (
            (word.roles & (L.STOP | L.POSSESSIVE | L.PREPOSITION | L.VERB) and word.key != "st")
            or word.bits & X.PUBLIC
            or word.shape is Shape.DIGITS
            or (word.owned and not capital)
        ):
            break
        if capital:
            if word.shape is Shape.LOWER or (not sentence.inside(first - 1) and first - 1 != 0):
                break
        elif word.key in _COMMON_STREETS or word.roles & (L.DETERMINER | L.QUANTITY):
            break
        first -= 1
    if first == at:
        return None
    names = words[first:at]
    if not capital and loose and any(word.bits & X.COMMON or not word.bits & X.ANY_NAME for word in names):
        return None
    if all(word.key in _COMMON_STREETS for word in names):
        return None
    if (
        capital
        and loose
        and not (
            _toward(sentence, first)
            or (sentence.left(first) is not None and sentence.words[first - 1].key in ("on", "off", "by", "down", "up"))
        )
    ):
        return None
    if not capital and not (sentence.left(first) is not None and sentence.words[first - 1].roles & L.PREPOSITION):
        return None
    return _whole(sentence, first, at, "street_loose")
