"""Finds street addresses, with flat, number, house and town where they stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.language import TENS, UNITS, word_set
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.model import Kind
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.stretches import CONNECT, Stretch, leads_there, stretch
from facilitator.nameguard.tokens import Shape
from facilitator.nameguard.weights import AMBER

HOUSE = re.compile(r"\d{1,5}[A-Za-z]?(?:[-–/]\d{1,4}[A-Za-z]?)?\Z")


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
        "shop",
        "office",
        "villa",
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


_ESTATES = word_set("trading industrial business retail estate estates park")
_FLATS = word_set("flat apartment apt unit")
_ROADS = word_set("road highway route hwy freeway turnpike interstate")


def numbered(sentence: Sentence) -> Iterator[Stretch]:
    """Roads by their number and houses by an article: “County Road 12”, “at 3 The Shambles”."""
    words = sentence.words
    for at in range(len(words) - 1):
        word, figures = words[at], words[at + 1]
        if not sentence.joined(at) or word.shape is Shape.LOWER:
            continue
        if word.shape is Shape.DIGITS and figures.shape is Shape.CAPITAL and HOUSE.match(word.raw):
            found = _before_its_town(sentence, at)
            if found is not None:
                yield found
            continue
        named = at + 2
        if (word.key in _FLATS and figures.shape is Shape.DIGITS and named < len(words)
                and sentence.gap(named) in (", ", " ") and words[named].shape is Shape.CAPITAL):  # fmt: skip
            last = named
            while last + 1 < len(words) and sentence.joined(last) and words[last + 1].shape is Shape.CAPITAL:
                last += 1
            if not words[last].forms:
                yield stretch(at, last, Kind.ADDRESS, "street_loose")
        elif word.key in _ROADS and figures.shape is Shape.DIGITS and HOUSE.match(figures.raw):
            first = at - (at > 0 and sentence.joined(at - 1) and words[at - 1].shape is Shape.CAPITAL)
            yield stretch(first, at + 1, Kind.ADDRESS, "street_loose")
        elif (at and word.raw == "The" and figures.shape is Shape.CAPITAL and words[at - 1].shape is Shape.DIGITS
                and sentence.joined(at - 1) and HOUSE.match(words[at - 1].raw)):  # fmt: skip
            last = at + 1
            while last + 1 < len(words) and sentence.joined(last) and words[last + 1].shape is Shape.CAPITAL:
                last += 1
            yield stretch(at - 1, last, Kind.ADDRESS, "street_loose")


_BETWEEN = word_set("na an y yr de del du des la le les von van der")
"""Small words inside the names of streets in other tongues: “Radharc na Mara”."""
_EIRCODE = re.compile(r"[A-Z]\d[\dW]\Z|[A-Z]{1,2}\d[\dA-Z]?\Z|\d{4,5}\Z")


def _before_its_town(sentence: Sentence, at: int) -> Stretch | None:
    """A house by its number and a name that no word of English ends, a town behind it: “3 Cois Abhann, Ballinasloe”."""
    words, last = sentence.words, at + 1
    while last + 1 < len(words) and sentence.joined(last) and last - at < 4 and (
            words[last + 1].shape is Shape.CAPITAL or words[last + 1].key in _BETWEEN):
        last += 1
    town = last + 1
    if town >= len(words) or sentence.gap(town) != ", " or words[town].shape is not Shape.CAPITAL:
        return None
    named = [word for word in words[at + 1 : last + 1] if word.key not in _BETWEEN]
    if any(word.forms or word.bits & (X.PUBLIC | X.NATION) or word.roles & ~L.STREET for word in named):
        return None
    if all(word.bits & X.COMMON for word in named):
        return None
    code = town + 1 < len(words) and sentence.gap(town + 1) in (", ", " ") and _EIRCODE.match(words[town + 1].raw)
    if not code and not (words[town].bits & X.TOWN and not words[town].bits & (X.GIVEN | X.COMMON | X.PUBLIC)):
        return None
    return _whole(sentence, at, last, "street_loose")


YEARS = re.compile(r"[1-9]\d?\Z")
_LEAST = 4
"""Years, in words, from which on a bare number behind a name is an age rather than a count."""


def aged(sentence: Sentence) -> Iterator[Stretch]:
    """Ages put in behind a name that has no capital: “yusuf, 53, has”."""
    words = sentence.words
    for at in range(1, len(words)):
        if words[at].shape is not Shape.DIGITS or not YEARS.match(words[at].raw) or sentence.gap(at) != ", ":
            continue
        before, after = words[at - 1], sentence.gap(at + 1) if at + 1 < len(words) else ","
        named = before.forms or (before.bits & (X.GIVEN | X.FAMILY) and not before.bits & (X.COMMON | X.PUBLIC))
        if named and after[:1] in ",;)" and not (at > 1 and words[at - 2].shape is Shape.DIGITS):
            yield Stretch(at, at, Kind.AGE, AMBER, ("age",))


_AND_A_BIT = (["and", "a", "half"], ["and", "a", "bit"], ["and", "three", "quarters"])


def rows_of_ages(sentence: Sentence) -> Iterator[Stretch]:
    """Ages in a row, each behind a name: “Poppy 15, Jude sixteen, Storm fifteen and a half”."""
    words, found = sentence.words, []
    for at in range(1, len(words)):
        word = words[at]
        figures = word.shape is Shape.DIGITS and YEARS.match(word.raw)
        if not figures and not (word.roles & L.NUMBER and UNITS.get(word.key, TENS.get(word.key, 0)) >= _LEAST):
            continue
        before = words[at - 1]
        if not sentence.joined(at - 1) or before.roles & L.MONTHLIKE:
            continue
        if not before.forms and (
            before.shape is not Shape.CAPITAL or not before.bits & X.ANY_GIVEN or before.bits & X.PUBLIC
        ):
            continue
        last = at
        if [word.key for word in words[at + 1 : at + 4]] in _AND_A_BIT:
            last = min(at + 3, len(words) - 1)
        after = sentence.gap(last + 1) if last + 1 < len(words) else ","
        if after[:1] in ",;.)/" or last > at or words[last + 1].forms:
            found.append(Stretch(at, last, Kind.AGE, AMBER, ("age",)))
            if not before.forms:
                found.append(Stretch(at - 1, at - 1, Kind.NAME, AMBER, ("listed",)))
    if sum(one.kind is Kind.AGE for one in found) > 1:
        yield from found


def leading(sentence: Sentence) -> Iterator[Stretch]:
    """Addresses in tongues that put “street” first: “3 Heol Fawr”."""
    words = sentence.words
    for at in range(1, len(words) - 1):
        if not words[at].roles & L.STREET_FIRST or not sentence.joined(at):
            continue
        house = words[at - 1].shape is Shape.DIGITS and HOUSE.match(words[at - 1].raw) and sentence.joined(at - 1)
        capital = words[at].shape is not Shape.LOWER and words[at + 1].shape is not Shape.LOWER
        small = words[at].shape is Shape.LOWER and words[at + 1].shape is Shape.CAPITAL and words[at].key != "via"
        if not house and not ((capital or small) and words[at - 1].key in ("in", "on", "at", "from", "off", "to")):
            continue
        last = at + 1
        while (last + 1 < len(words) and sentence.joined(last) and last - at < 4
               and words[last + 1].shape is not Shape.LOWER and words[last + 1].shape is not Shape.DIGITS):  # fmt: skip
            last += 1
        yield _whole(sentence, at - 1 if house else at, last, "street" if house else "street_loose")


def _street(sentence: Sentence, at: int, past: int) -> Stretch | None:
    words = sentence.words
    kind_of = words[at]
    loose = kind_of.key in _LOOSE_STREETS
    number = -1
    for other in range(at - 1, max(past, at - 6), -1):
        if (
            not CONNECT.match(sentence.gap(other + 1))
            and not (other == at - 2 and sentence.gap(other + 1) in (", ", ". "))
            and sentence.gap(other + 1) not in (". ", ", ")
        ):
            break
        figures = words[other].shape is Shape.DIGITS and HOUSE.match(words[other].raw)
        if figures or (words[other].roles & L.NUMBER and _spelt(sentence, other, at, loose)):
            number = other
            break
    between = words[number + 1 : at]
    if number >= 0 and between and _street_name(between, loose and kind_of.shape is Shape.LOWER):
        first = number
        sure = kind_of.shape is not Shape.LOWER or not loose
        return _whole(sentence, first, at, "street" if sure else "street_loose")
    return _street_alone(sentence, at, past, loose)


def _spelt(sentence: Sentence, number: int, at: int, loose: bool) -> bool:
    """Whether a number in words is a house's: “twelve Sorrel Road”, “at nine sorrel close”."""
    if not loose:
        return number < at - 1
    led = number > 0 and sentence.words[number - 1].key in ("at", "to", "from")
    return number == at - 2 and (led or bool(sentence.words[at - 1].bits & X.ANY_NAME))


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
            (word.roles & L.QUANTITY and not (place and word.key in ("new", "old")))
            or (word.bits & X.PUBLIC and not word.bits & (X.DOUBLE | X.ANY_FAMILY))
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
    first = _house_name(sentence, first)
    if first >= 3 and words[first - 1].shape is words[first - 2].shape is Shape.DIGITS and (
        words[first - 3].key in _UNIT and sentence.gap(first - 1) == "/"
    ):
        first -= 3  # “Flat 2/1, 88 Duke Street”
    elif (
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
    if first >= 2 and words[first - 1].key == "floor" and sentence.gap(first) in (", ", " "):
        first -= 2
    while last + 1 < len(words) and sentence.joined(last) and words[last + 1].key in _ESTATES and (
        words[last + 1].shape is words[last].shape
    ):
        last += 1
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
        flat = comma or word.key in _FLATS or word.key == "suite"
        if flat and word.key in _UNIT and following + 1 < len(words) and words[following + 1].shape is Shape.DIGITS:
            last = following + 1
            continue
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
        if word.shape is Shape.LOWER and sentence.joined(last) and words[last + 1].key in _SECOND_OF_A_TOWN:
            last += 1
        if word.key in _UNIT and last + 1 < len(words) and sentence.gap(last + 1) == " ":
            last += words[last + 1].shape is Shape.DIGITS or len(words[last + 1].key) == 1
        if word.owned and last + 1 < len(words) and sentence.gap(last + 1) == " " and word.shape is Shape.LOWER:
            last += 1
    return stretch(first, _with_postcode(sentence, last), Kind.ADDRESS, *signs)


_SECOND_OF_A_TOWN = word_set("""
    green heath hill park cross common bridge bay spa regis wood end wells beach valley moor abbey vale village port
    springs falls lake heights point brook ford field fields hall bank side gate town quay mills
""")
_STATE = re.compile(r"[A-Z]{2,3}\Z")
_CODE = re.compile(r"\d{4,5}\Z")
_A_YEAR = re.compile(r"(?:19|20)\d\d\Z")


def _with_postcode(sentence: Sentence, last: int) -> int:
    """The last word of an address with the figures of its postcode: “60 Walnut Avenue, 3175”."""
    words, at = sentence.words, last + 1
    if at < len(words) and sentence.gap(at) in (" ", ", ") and _STATE.match(words[at].raw):
        at += 1
    if at < len(words) and sentence.gap(at) in (" ", ", ") and _CODE.match(words[at].raw):
        return last if _A_YEAR.match(words[at].raw) else at
    return last


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
    heights view end grange gables nook corner croft rest
""")


def _street_alone(sentence: Sentence, at: int, past: int, loose: bool) -> Stretch | None:
    """A street without a number: “on Elm Street”, “lives off garibaldi road”."""
    words = sentence.words
    capital = words[at].shape is not Shape.LOWER
    first = at
    while first - 1 > past and at - first < 3 and sentence.joined(first - 1):
        word = words[first - 1]
        if (
            (word.roles & (L.STOP | L.POSSESSIVE | L.PREPOSITION) and word.key != "st")
            or (word.roles & L.VERB and word.shape is Shape.LOWER)
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
    if not capital and loose and any(word.bits & X.COMMON or not word.bits & (X.ANY_NAME | X.TOWN) for word in names):
        return None
    if all(word.key in _COMMON_STREETS for word in names):
        return None
    if (
        capital
        and loose
        and not (
            leads_there(sentence, first)
            or (sentence.left(first) is not None and sentence.words[first - 1].key in ("on", "off", "by", "down", "up"))
        )
    ):
        return None
    if not capital and not (sentence.left(first) is not None and sentence.words[first - 1].roles & L.PREPOSITION):
        return None
    return _whole(sentence, first, at, "street_loose")
