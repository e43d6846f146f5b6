"""Finds organisations: names that end in “school” or “ltd”, and whatever stands after “works at”."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.language import word_set
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.model import Kind
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.small_houses import set_apart
from facilitator.nameguard.stretches import CONNECT, Stretch, leads_there, stands_near, stretch, with_town
from facilitator.nameguard.tokens import Shape

_WEAK_HEADS = word_set("""
    castle racecourse stadium arena airport marina harbour speedway hub hall
    group house home homes club unit project press paper company services service nails glass books windows
    doors tools lodge court works store stores shop prison base bank trust centre center ward wing power water
    gas oil energy cars buses trains security cleaning media design studios army jail hotel pub inn restaurant
    cafe bar office department bureau research labs sons brothers bros cabs taxis housing properties
    property party union association society surgery practice hostel refuge shelter foodbank gym cinema theatre
    museum library farm farms garage nursery salon police station fire church chapel school hospital university
    college uni abbey mill mills quarry mine docks plant factory barracks stables co eggs meats furniture
""")


_WORK_PREPOSITIONS = frozenset(("at", "for", "with", "by", "in", "from", "of"))


_NO_EMPLOYER = word_set("""
    home night nights weekends work school college uni university hospital church least first last once all
    times present moment the a his her my their our it him them himself herself themselves myself noon lunch
    dawn lunchtime christmas easter hours days weeks months years nothing free cash money fun term-time peak
    speed risk ease rest stake large length age half full short long mum dad nan
""")


def organisations(sentence: Sentence) -> Iterator[Stretch]:
    """Names that end in a word such as “school” or “ltd”, and whatever stands after “works at”."""
    past = -1
    for at, word in enumerate(sentence.words):
        if at <= past:
            continue
        found = _of_its_subject(sentence, at) if word.roles & L.HEAD and word.shape is Shape.CAPITAL else None
        if found is not None:
            past = found.last
            yield found
            continue
        if at and (word.roles & L.HEAD or (word.key in ("high", "middle") and word.shape is Shape.CAPITAL)):
            found = _headed(sentence, at, past)
            if found is None and word.shape is Shape.LOWER and word.roles & L.HEAD:
                found = set_apart(sentence, at)
            if found is not None:
                past = found.last
                yield found
                continue
        if word.roles & L.JOB or word.key in ("at", "for"):
            found = _employer(sentence, at, past)
            if found is not None:
                past = max(past, found.last)
                yield found


_OF_A_BODY = word_set("foundation trust association society centre center federation union mission league institute")
_OF_A_PEOPLE = word_set("centre center club association society institute league mission")


def _of_its_subject(sentence: Sentence, at: int) -> Stretch | None:
    """A body whose name begins with its sort: “the Centre for Alternative Technology”."""
    words = sentence.words
    small, named = sentence.right(at), sentence.right(at + 1)
    if small is None or named is None or small.key not in ("for", "of") or small.shape is not Shape.LOWER:
        return None
    if not sentence.inside(at) or named.shape is not Shape.CAPITAL or named.forms or named.bits & X.PUBLIC:
        return None
    last = at + 2
    while last + 1 < len(words) and sentence.joined(last) and words[last + 1].shape is Shape.CAPITAL:
        last += 1
    return stretch(at, with_town(sentence, last), Kind.ORGANISATION, "head", "specific")


def _specific(sentence: Sentence, at: int, capital: bool) -> bool:
    """Whether a word says which organisation: a name, a place, a word that is none, a capital inside a sentence."""
    word = sentence.words[at]
    if word.bits & X.PUBLIC and not word.bits & X.ANY_TOWN:
        return capital and _under_a_brand(sentence, at, word)
    if word.roles & (L.STOP | L.PRONOUN | L.POSSESSIVE | L.DETERMINER):
        return False
    if word.shape is Shape.DIGITS:
        return False
    if word.shape is Shape.UPPER and capital and at + 1 < len(sentence.words) and sentence.words[at + 1].key == "hall":
        return False
    if not word.bits & X.WORD:
        return word.shape is not Shape.LOWER or bool(word.bits & (X.ANY_NAME | X.ANY_TOWN)) or not word.bits & ~X.OPENS
    if word.roles & L.GENERIC:
        return False
    if word.shape is Shape.LOWER:
        return bool(word.bits & X.RARE and word.bits & (X.ANY_TOWN | X.ANY_FAMILY)) or (
            bool(word.bits & (X.TOWN | X.DOUBLE)) and not word.bits & X.EVERYDAY and not word.roles & (L.VERB | L.KIN)
        )
    return capital and sentence.inside(at)


_UNDER_A_BRAND = word_set("""
    college school academy house court ward primary infirmary hospice surgery practice lodge hall
""")
_OF_A_SORT = word_set("""
    sunday saturday bible christmas easter summer catholic christian muslim islamic jewish hindu sikh anglican baptist
    methodist quaker english welsh irish scottish french spanish polish urdu german italian nhs gp british european
    american african asian
""")


def _under_a_brand(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether what is known to all is here only what a house is called: “left Cadbury College”."""
    head, left = sentence.right(at), sentence.left(at)
    if head is None or head.key not in _UNDER_A_BRAND or head.shape is not Shape.CAPITAL:
        return False
    if word.shape is not Shape.CAPITAL or word.key in _OF_A_SORT or word.key in L.DAYS or word.roles or word.owned:
        return False
    return sentence.inside(at) and (left is None or not left.roles & (L.DETERMINER | L.POSSESSIVE))


def _headed(sentence: Sentence, at: int, past: int) -> Stretch | None:
    """The organisation whose name ends at a word such as “school”."""
    head = sentence.words[at]
    weak = head.key in _WEAK_HEADS
    lower = head.shape is Shape.LOWER
    first, specific, strong, passed = at, False, False, 0
    other = at - 1
    while other > past and at - other <= 5:
        gap = sentence.gap(other + 1)
        if not (CONNECT.match(gap) or gap in (". ", "-")):
            break
        word = sentence.words[other]
        if word.roles & L.AND and "&" not in gap and other > 0:
            family = (lower or sentence.words[other - 1].shape is not Shape.LOWER) and head.key in _OF_A_FAMILY
            if not family and not (head.key in _OF_TWO and _two_places(sentence, other)):
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
        elif lower and word.shape is Shape.LOWER and word.plain and not word.roles & _BETWEEN_NOTHING and passed < 2:
            passed += 1  # “ryburn bowls club”: of what sort it is
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
    if passed and sentence.words[first].shape is not Shape.LOWER:
        return None  # “Beatrix Potter gift shop”
    if not specific and not lower and first == at and at and not weak:
        first, specific = _opening(sentence, at)
    people = sentence.words[at - 1]
    known = people.bits & X.PUBLIC and sentence.joined(at - 1) and people.shape is not Shape.LOWER
    called = head.key in _OF_A_BODY or (people.bits & X.ANY_TOWN and not people.bits & X.NATION)
    if not specific and known and not lower and called and people.key not in ("nhs", "gp"):
        if sentence.inside(at - 1):
            return stretch(at - 1, with_town(sentence, at), Kind.ORGANISATION, "head", "specific")
        return None
    if not specific and head.key in _OF_A_PEOPLE and people.bits & X.PUBLIC and sentence.joined(at - 1):
        # “the west indian centre”
        wide = at > 1 and sentence.joined(at - 2) and sentence.words[at - 2].key in ("west", "east", "south", "afro")
        return stretch(at - 1 - wide, at, Kind.ORGANISATION, "head", "specific")
    if not specific and _of_the_town(sentence, at):
        return stretch(at - 1, at, Kind.ORGANISATION, "head_weak", "specific")
    if not specific and lower:
        first, specific = _without_article(sentence, at, past)
        strong = specific
    if not specific:
        return None
    if lower and not strong and (article := sentence.left(first)) is not None and article.key in ("a", "an"):
        return None  # “a paw print”
    if lower and weak and not _weak_enough(sentence, first, at, strong):
        return None
    while lower and first - 1 > past and sentence.joined(first - 1) and sentence.words[first - 1].key in _WHOSE_TOWN:
        first -= 1
    last = at
    right = sentence.right(last)
    while right is not None and right.roles & L.HEAD and (right.shape is not Shape.LOWER or lower) and last - first < 7:
        last += 1
        right = sentence.right(last)
    signs = ["head_weak" if weak else "head", "specific"]
    if stands_near(sentence, first, L.JOB):
        signs.append("job")
    return stretch(first, with_town(sentence, last), Kind.ORGANISATION, *signs)


_BETWEEN_NOTHING = (
    L.STOP | L.PREPOSITION | L.VERB | L.PRONOUN | L.POSSESSIVE | L.DETERMINER | L.KIN | L.MODAL | L.AND | L.QUANTITY
    | L.ADDRESSED | L.MET | L.MONTHLIKE | L.TITLE | L.GENERIC | L.HEAD
)  # fmt: skip
_OF_A_FAMILY = word_set("sons son daughters co partners brothers")
_OF_TWO = word_set("""
    high council trust college authority hospitals hospital partnership university school police society
""")


def _two_places(sentence: Sentence, at: int) -> bool:
    """Whether “and” stands between two capitals: “Fermanagh and Omagh District Council”."""
    one, other = sentence.words[at - 1], sentence.words[at + 1]
    capitals = one.shape is Shape.CAPITAL and other.shape is Shape.CAPITAL
    return capitals and sentence.joined(at - 1) and bool(one.bits & X.ANY_TOWN or not one.bits & X.WORD)


_OF_THE_TOWN = word_set("cemetery crematorium hospital infirmary hospice prison academy library baths")
_WHOSE_TOWN = word_set("""
    city general county royal community district memorial university regional central childrens north south east west
    northern southern eastern western state national queens kings victoria base lakes maternity
""")


def _of_the_town(sentence: Sentence, at: int) -> bool:
    """Whether a house has no more name than the town's: “in City Hospital”, without an article."""
    sort, left = sentence.words[at - 1], sentence.left(at - 1)
    return (
        sentence.words[at].key in _OF_THE_TOWN
        and sort.key in _WHOSE_TOWN
        and sort.shape is sentence.words[at].shape
        and sentence.joined(at - 1)
        and left is not None
        and bool(left.roles & L.PLACEWARD or left.key in ("at", "under"))
    )


def _opening(sentence: Sentence, at: int) -> tuple[int, bool]:
    """The first word of a name that opens the sentence: “Quayside Hotel rang”; and whether there is one."""
    first = at
    while first and sentence.joined(first - 1) and sentence.words[first - 1].shape is Shape.CAPITAL:
        first -= 1
    words = sentence.words[first:at]
    named = any(
        not word.roles & (L.GENERIC | L.HEAD | L.STOP | L.DETERMINER) and not word.bits & X.PUBLIC for word in words
    )
    return first, named and not sentence.titled


def _without_article(sentence: Sentence, at: int, past: int) -> tuple[int, bool]:
    """The same in lower case, after a preposition and without an article: “at sunrise nursery”, not “at the "
    "nursery”."""
    first = at
    while first - 1 > past and at - first < 4 and sentence.joined(first - 1):
        word = sentence.words[first - 1]
        if word.shape is not Shape.LOWER or word.roles & (
            L.STOP | L.PREPOSITION | L.VERB | L.PRONOUN | L.POSSESSIVE | L.DETERMINER
        ):
            break
        first -= 1
    before = sentence.left(first)
    named = sentence.words[first]
    loose = sentence.words[at].key in _WEAKEST and named.bits & X.COMMON
    if first == at or loose or before is None or before.key not in _LEADING:
        return at, False
    sort = named.roles & (L.GENERIC | L.HEAD | L.QUANTITY | L.KIN) or named.bits & X.PUBLIC
    return first, not sort and L.MODIFIERS.search(named.key) is None


_LEADING = word_set("""
    at from to outside near opposite behind
""")


def _weak_enough(sentence: Sentence, first: int, at: int, strong: bool) -> bool:
    """Whether a word such as “house” or “group” in lower case ends a name all the same."""
    near = stands_near(sentence, first, L.JOB) or leads_there(sentence, first)
    if sentence.words[first].key in ("st", "saint") and at - first > 1:
        return True
    named = sentence.words[first]
    unheard = not named.bits & (X.WORD | X.ANY_GIVEN | X.PUBLIC | X.EMPLOYER | X.NATION) and not named.forms
    if sentence.words[at].key in _WEAKEST and not near and not (unheard and not named.owned):
        return False
    capital = any(sentence.words[one].shape is not Shape.LOWER and sentence.inside(one) for one in range(first, at))
    return strong or capital or (near and any(not word.bits & X.COMMON for word in sentence.words[first:at]))


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
    job = stands_near(sentence, start + 1, L.JOB)
    first = start + 1
    while (
        first < len(words)
        and words[first].key in ("the", "a", "an", "old", "new", "big", "local")
        and sentence.joined(first)
        and (words[first].shape is Shape.LOWER or words[first].key == "the")
    ):
        first += 1
    if first >= len(words):
        return None
    last, capitals, strange = first - 1, 0, 0
    for other in range(first, min(first + 5, len(words))):
        if other > first and not CONNECT.match(sentence.gap(other)):
            break
        word = words[other]
        capital = word.shape is not Shape.LOWER
        known = word.bits & X.PUBLIC and not (word.bits & X.BRAND and (capital or not word.bits & X.WORD))
        if word.shape is Shape.DIGITS or (known and not word.roles & L.HEAD):
            break
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
    if last == first and words[first - 1].key == "the" and head.roles & L.HEAD and head.bits & X.COMMON:
        return None  # “the nurse at the Surgery”
    if capitals:
        if (preposition in ("at", "for") and job) or (job and (capitals > 1 or head.roles & L.HEAD)):
            return (
                stretch(first, with_town(sentence, last), Kind.ORGANISATION, "employer", "job")
                if not _person(sentence, first, last)
                else None
            )
        if (
            capitals > 1
            and preposition in ("at", "outside", "near", "opposite")
            and not all(words[n].forms for n in range(first, last + 1))
        ):
            return stretch(first, with_town(sentence, last), Kind.ORGANISATION, "employer")
        return None
    if not job or words[first].key in _NO_EMPLOYER or preposition not in ("at", "for", "with"):
        return None
    if strange and not (strange == 1 and last == first and _person(sentence, first, last)):
        return stretch(first, with_town(sentence, last), Kind.ORGANISATION, "employer", "job")
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
