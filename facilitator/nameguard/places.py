"""Finds towns, countries, firms and things of no person that stand in the lists, by one word or several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.bodies import concerns, somebody_near
from facilitator.nameguard.language import word_set
from facilitator.nameguard.lexicon import Lexicon
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.model import Kind
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.stretches import CONNECT, Stretch, leads_there, stands_near, stretch, with_town
from facilitator.nameguard.tokens import Shape

LISTED = X.OPENS | X.ANY_TOWN | X.NATION | X.EMPLOYER
"""Bits of words at which something of the lists may begin."""


_BY_A_FIRM = word_set("""
    at for from in to near outside by opposite behind past inside beside with under via through of
""")


_OF_PLACES = word_set("""
    misses missed miss loves loved love hates hated left leave leaves leaving visited visiting visit visits
    reached reach likes liked
    prefers called know knows knew
""")


_SOMEWHERE = X.ANY_TOWN | X.NATION | X.EMPLOYER


def listed(sentence: Sentence, words: Lexicon, candidates: Iterable[int]) -> Iterator[Stretch]:
    """Places, organisations and things of no person that stand in the lists under several words, or under one."""
    past = -1
    for at in candidates:
        word = sentence.words[at]
        if at <= past:
            continue
        last, bits = _longest(sentence, at, words) if word.bits & X.OPENS else (at, word.bits)
        if last == at and not bits & _SOMEWHERE:
            continue
        if (last > at and bits & X.PUBLIC and not bits & X.ANY_TOWN
                and not (bits & X.EMPLOYER and _theirs(sentence, at, last))
        ):  # fmt: skip
            past = last
            yield Stretch(at, last, Kind.NAME, 0, (), names=True)
            continue
        if bits & X.ANY_TOWN and (paper := _newspaper(sentence, last)):
            past = paper
            yield Stretch(at, paper, Kind.NAME, 0, (), names=True)
            continue
        found = _place_or_work(sentence, at, last, bits)
        if found is not None:
            if found.kind is Kind.PLACE:
                found = _with_its_ground(sentence, found)
            past = found.last
            yield found


_GROUNDS = word_set("market station park beach pier precinct arcade baths library common green infirmary")


def _with_its_ground(sentence: Sentence, found: Stretch) -> Stretch:
    """A town with what of it is meant: “a fall at footscray market”."""
    ground = sentence.right(found.last)
    if ground is None or ground.key not in _GROUNDS or ground.shape is not sentence.words[found.last].shape:
        return found
    return Stretch(found.first, found.last + 1, found.kind, found.points, found.signs)


def _of_a_place(sentence: Sentence, last: int) -> bool:
    """Whether a town only says of what sort a thing is: “a Windermere steamer”."""
    right = sentence.right(last)
    return (
        right is not None
        and right.shape is Shape.LOWER
        and right.plain
        and not right.roles
        and right.key.isalpha()
        and not right.key.endswith(("ed", "ly", "ing"))
    )


_PAPERS = word_set("""
    telegraph times herald echo gazette chronicle mail argus courier advertiser mercury observer journal examiner
    recorder reporter tribune bugle standard
""")


def _newspaper(sentence: Sentence, last: int) -> int:
    """The last word of a newspaper that is called after its town: “the Belfast Telegraph”; 0 where there is none."""
    for at in (last + 1, last + 2):
        if at < len(sentence.words) and sentence.joined(at - 1):
            if sentence.words[at].key in _PAPERS:
                return at
            if sentence.words[at].key in ("evening", "daily", "sunday", "weekly"):
                continue
        break
    return 0


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
        if all(CONNECT.match(gap) or gap in (". ", "-") for gap in map(sentence.gap, range(at + 1, last + 1))):
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
    if word.parts and bits & X.EMPLOYER:
        ordinary = 0  # “co-op”: where hens live has no hyphen
    if bits & X.EMPLOYER and bits & X.PUBLIC and not stands_near(sentence, first, L.JOB):
        if not _of_somebody(sentence, first, lower) and not concerns(sentence, first, last):
            return None  # “BP 140/90”
        return stretch(first, last, Kind.ORGANISATION, "employer")
    if bits & X.EMPLOYER and not (word.forms and last == first and not stands_near(sentence, first, L.JOB)):
        job = stands_near(sentence, first, L.JOB) and not _of_a_firm(sentence, first, last)
        if not job and not _employs(sentence, first, last):
            if not bits & X.ANY_TOWN:
                brand = not bits & (X.ANY_GIVEN | X.FAMILY) or bool(word.parts)
                brand = brand or (word.owned and last == first and not bits & X.GIVEN)
                brand = brand and not (last > first and sentence.words[last].roles & L.HEAD)
                brand = brand or (not word.forms and _bought_there(sentence, first, last))
                return Stretch(first, last, Kind.NAME, 0, (), names=True) if brand else None
        elif not ordinary:
            return _extended(sentence, stretch(first, last, Kind.ORGANISATION, "employer", *(["job"] if job else [])))
        left = sentence.left(first)
        if (
            job
            and left is not None
            and left.key in ("at", "for", "with", "by", "in", "from")
            and (not lower or left.key != "in")
        ):
            return _extended(sentence, stretch(first, last, Kind.ORGANISATION, "employer_word", "job"))
        if not lower and sentence.inside(first) and not (bits & X.GIVEN or word.forms):
            return _extended(sentence, stretch(first, last, Kind.ORGANISATION, "employer_word", "toward"))
        right = sentence.right(last)
        if not lower and not first and right is not None and right.roles & L.STRONG:
            return stretch(first, last, Kind.ORGANISATION, "employer_word", "toward")
        if not bits & X.ANY_TOWN:
            return None
    if word.key in L.MONTHS and not _lived_in(sentence, first):
        return None
    if bits & X.PUBLIC and not (
        bits & X.ANY_TOWN and leads_there(sentence, first) and stands_near(sentence, first, L.HOME)
    ):
        return None
    return _place(sentence, first, last, bits, lower)


def _lived_in(sentence: Sentence, first: int) -> bool:
    """Whether somebody lives in, or comes from, what may be a month: “moved here from March”."""
    return any(word.key in _LIVING for word in sentence.words[max(0, first - 4) : first])


_NATIVES = word_set("girl lad man woman boy lass native family lassie born accent")
_GOING = word_set("go gone gaan going come drive drove walk fly live born deh")
"""Behind them “a” is “to”, as it is said in Kingston."""
_LIVING = word_set("live lives lived living moved grew raised born settled")
_BOUGHT = word_set("""
    bought buy buys buying bring brings brought bringing grab grabbed grabs order orders ordered
    pick picked picks fetched fetch shop shopping shopped voucher vouchers donated donate donation donations sandwiches
    biscuits cake cakes milk bread flowers snacks food deal reduced bargain bargains bag bags parcel delivery delivered
    pizza pizzas takeaway curry kebab chips doughnuts donuts nuggets
    queue queued sale tesco's cheap offer offers coffee coffees tea
""")
"""Words of shopping: what was bought at a firm says nothing of who works there."""


def _bought_there(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a word of shopping stands near a firm."""
    words = sentence.words
    return any(words[at].key in _BOUGHT for at in range(max(0, first - 6), min(len(words), last + 3)))


def _employs(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a firm of the lists stands where it concerns somebody, and not what is bought, drunk or ridden there."""
    left, right = sentence.left(first), sentence.right(last)
    if left is not None and left.key == "the":
        left = sentence.left(first - 1)
    words = sentence.words
    if right is not None and right.key in _AT_WORK:
        return True
    bought = _bought_there(sentence, first, last)
    if left is not None and left.key in _BY_A_FIRM:
        thing = left.key in ("in", "to", "past") and right is not None and _noun(right)
        return not bought and not thing and somebody_near(sentence, first)
    if left is not None and (left.key in _SUBJECTS or (left.key == "on" and words[first - 2].key in _QUEUED)):
        return not bought
    done = right is not None and (right.roles & L.STRONG or right.key in _TREATS)
    return bool(done) and not bought


def _of_a_firm(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a firm only says of what sort a thing is: “a Bunnings sausage”, but “a Tesco driver”."""
    left, right = sentence.left(first), sentence.right(last)
    return (
        left is not None
        and left.key in ("a", "an", "some", "no")
        and right is not None
        and _noun(right)
        and not right.roles & (L.JOB | L.KIN | L.HEAD)
    )


def _theirs(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a body known to all is somebody's work, or somebody's help."""
    return (
        stands_near(sentence, first, L.JOB) or _of_somebody(sentence, first, False) or concerns(sentence, first, last)
    )


def _of_somebody(sentence: Sentence, first: int, lower: bool) -> bool:
    """Whether somebody stands before “at” or “from”: “Lorna at Shelter”."""
    left = sentence.left(first)
    if lower or left is None or left.key not in ("at", "from") or not sentence.joined(first - 2):
        return False
    before = sentence.words[first - 2]
    named = before.bits & X.ANY_NAME and not before.bits & X.WORD and before.shape is Shape.CAPITAL
    return bool(named) or sentence.certain(first - 2) or bool(before.roles & (L.KIN | L.TITLE))


_SUBJECTS = word_set("""
    owes owe owed pays paying quit left leaves leaving joined joining sued rang called emailed via outside against owns
    runs
""")
_AT_WORK = word_set("""
    forklift tills checkout warehouse nights shift shifts driver interview uniform payslip wages contract depot
    overnights lot carpark mornings afternoons evenings earlies lates
""")
_QUEUED = word_set("waiting list books shortlist")
_TREATS = word_set("""
    sacked hired let gave laid fired offered rang phoned called wrote emailed texted suspended promoted made moved
    employs employed took keeps refused cut wants want
""")


def _noun(word: Word) -> bool:
    return word.plain and not word.roles & (L.STOP | L.PREPOSITION | L.VERB | L.AND | L.PRONOUN)


def _place(sentence: Sentence, first: int, last: int, bits: int, lower: bool) -> Stretch | None:
    toward = leads_there(sentence, first)
    home = toward and (stands_near(sentence, first, L.HOME) or (lower and stands_near(sentence, first, L.JOB)))
    signs = (["toward"] if toward else []) + (["home"] if home else [])
    several = last > first
    word = sentence.words[first]
    if word.forms and not several and not home:
        return None  # somebody of the group, unless it is where one lives
    left = sentence.left(first)
    if left is not None and left.key in ("a", "an") and not lower and not sentence.words[last].roles & L.HEAD:
        one = sentence.right(last)
        if one is not None and one.key in _NATIVES and bits & X.TOWN and not bits & X.WORD:
            return stretch(first, last, Kind.PLACE, "town", "toward")  # “she's a Cumnock girl”
        gone = first > 1 and sentence.words[first - 2].key in _GOING and bits & X.TOWN
        if not gone:
            return None  # “a Labrador”
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
        if not toward and not lower and not word.owned and not bits & X.ANY_NAME and _of_a_place(sentence, last):
            return Stretch(first, last, Kind.NAME, 0, (), names=True)
        if left is not None and left.key == "the" and not lower and bits & X.COMMON:
            return None  # “a letter from the King”
        if lower and left is not None and left.key == "to" and word.roles & L.BARE:
            return None  # “going to send it”
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
            left = sentence.left(first)
            # A town stands without an article where a thing would have one: “near bath”, “in wick”.
            bare = toward and left is not None and (left.key in ("near", "outside") or not bits & X.COMMON)
            strict = (
                (home or bare)
                and bits & X.TOWN
                and not (
                    after is not None
                    and not (after.roles & L.QUANTITY or after.key in ("this", "last", "next", "every", "all"))
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
        named = bits & X.TOWN and not bits & (X.GIVEN | X.EVERYDAY | X.PUBLIC)
        if (toward or missed or named) and sentence.inside(first) and (bits & X.TOWN or home):
            return stretch(first, last, Kind.PLACE, "place_word", *(signs or ["toward"]))
        return None
    if bits & X.NATION and toward and home and (not lower or not bits & X.WORD):
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
    return Stretch(found.first, with_town(sentence, last), found.kind, found.points, found.signs)
