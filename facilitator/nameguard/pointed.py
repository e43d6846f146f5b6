"""Finds organisations where the language points to one: “at …, the refuge”, “rang Jo at … to ask”, “… part time”."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.language import word_set
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.model import Kind
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.small_houses import one_word, owner, sent_there, small_sign, two_words
from facilitator.nameguard.stretches import CONNECT, Stretch, stretch, with_town
from facilitator.nameguard.tokens import Shape
from facilitator.nameguard.weights import AMBER

_CAPITALS = (Shape.CAPITAL, Shape.UPPER, Shape.MIXED)
_SORTS = word_set("""
    refuge nursery hostel shelter hospice rehab clinic surgery practice school college academy cafe pub bar restaurant
    hotel salon gym charity agency company firm home centre center foyer detox playgroup creche chapel church mosque
    temple workshop project foodbank warehouse factory supermarket shop garage bakery dentist chemist pharmacy hospital
    unit ward
""")
"""What a house may be said to be, right behind its name: “at …, the refuge”."""
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "my", "our"))
_TO_A_HOUSE = frozenset(("at", "in", "to", "from", "with", "into", "by"))
_PROFESSION = word_set("""
    cpn worker nurse manager counsellor counselor keyworker caseworker advocate adviser advisor solicitor therapist
    physio tutor teacher social officer housing coach mentor dentist doctor gp consultant psychologist psychiatrist
    midwife carer coordinator caretaker warden lawyer assessor navigator
""")
_RANG = word_set("rang ring ringing phoned phone called call emailed email texted text contacted contact chased chase")
_WHY = frozenset(("to", "about", "re", "regarding", "who", "and", "for"))
_NO_FIRM = word_set("""
    home work school college uni hospital church lunch break night nights noon midnight dawn times present first last
    once all least risk ease rest stake reception teatime dinner dinnertime breakfast weekend weekends front back gate
    door desk till court tea christmas easter start end half the a an his her my our their your this that least sea
    length large peak random everyone everybody people anyone somebody someone downstairs upstairs next outside here
    there abroad town across down up over out off behind round work's council bed group meeting head office house
    circle day mass prayers yours mine hers theirs ours
""")
_ORDINARY = (
    L.PREPOSITION | L.PRONOUN | L.POSSESSIVE | L.DETERMINER | L.MODAL | L.AND | L.NUMBER | L.TITLE | L.KIN
)  # fmt: skip
_ENDING = _ORDINARY | L.STOP
_REGIONAL = word_set("""
    scottish welsh irish english british northern southern eastern western north south east west central ulster
    highland midlands midland cornish island islands mid greater
""")
_OF_A_REGION = word_set("""
    service services trust board company agency authority police ambulance commission association council federation
    society university college housing railway railways water rail health partnership executive court prison
""")
_SCHOOLS = word_set("high middle elementary primary tech secondary juniors infants academy grammar comp comprehensive")
_WORKS_THERE = word_set("works work worked volunteers cleans cooks serves shifts started temps")
_NO_BRAND_PLACES = word_set("""
    place shop office factory cafe pub bar restaurant school hospital club garage gym church supermarket warehouse hotel
    salon bakery store station bank depot site yard farm centre center town city village place point building company
    firm one job room house home hall library kitchen unit ward area part side bit time day
""")
_SHOPS = word_set("""
    next boots target gap game subway shell lush argos iceland superdrug currys morrisons aldi lidl asda
""")
"""Shops whose names are words that hardly stand bare in a frame of work otherwise."""
_COMPANY = word_set("""
    company firm agency charity nursery employer surgery hostel refuge school college landlord provider
""")
_ROYALS = word_set("queen king prince princess duke duchess royal")
_NO_ROYAL = word_set("""
    size sized bed beds mattress cross cake of and family wedding mail edward cup prawn prawns bee rook charles's dollar
""")
_WHOM = frozenset(("him", "her", "me", "them", "us"))
_NOT_ALONE = word_set("junior senior")
_MOST = 5


def pointed(sentence: Sentence) -> Iterator[Stretch]:
    """Organisations told by what is said beside them, whatever their own words are; none of them is sure."""
    words = sentence.words
    if sentence.shouted:
        return
    frames = _FRAMES
    for at in [at for at, word in enumerate(words) if word.key in frames]:
        found = frames[words[at].key](sentence, at) if at else None
        if found is not None:
            yield found
    found = _of_a_town(sentence)
    if found is not None:
        yield found


def _body(first: int, last: int) -> Stretch:
    return stretch(first, last, Kind.ORGANISATION, "frame", "specific")


def _work(first: int, last: int) -> Stretch:
    """A body that it is though its name be a thing known to all."""
    return Stretch(first, last, Kind.ORGANISATION, AMBER, ("frame", "specific", "job"))


def _person(word: Word) -> bool:
    """Whether a word is first of all somebody's name."""
    return bool(word.forms) or bool(word.bits & X.GIVEN and not word.bits & X.COMMON)


def _back(sentence: Sentence, last: int) -> int:
    """The first of the words in a capital that end at a word, small words between them allowed; past it if none."""
    words, first, at = sentence.words, last + 1, last
    while at > 0 and last - at < _MOST:
        word = words[at]
        if word.shape in _CAPITALS and not word.roles & (L.PRONOUN | L.TITLE) and sentence.inside(at):
            first = at
        elif word.key not in ("and", "of", "for", "the") or first > last:
            break
        if not CONNECT.match(sentence.gap(at)):
            break
        at -= 1
    return first


def _said_to_be(sentence: Sentence, at: int) -> Stretch | None:
    """“at …, the refuge”: what somebody is at, said right behind its name."""
    words = sentence.words
    article = at - 1
    if article > 1 and words[article].key not in _ARTICLES and sentence.joined(article):
        article -= 1  # “the women's shelter”
    if article < 2 or words[article].key not in _ARTICLES or not sentence.joined(article):
        return None
    if sentence.gap(article) != ", ":
        return None
    first = _back(sentence, article - 1)
    if first > article - 1 or first < 1 or words[first - 1].key not in _TO_A_HOUSE:
        return None
    if all(word.bits & X.PUBLIC or word.forms for word in words[first:article]):
        return None
    return _body(first, article - 1)


def _somebodys_place(sentence: Sentence, at: int) -> Stretch | None:
    """“callie at airedale”, “brenda from citizens rights salford”: where somebody who helps is from."""
    words = sentence.words
    if not sentence.joined(at - 1) or not sentence.joined(at):
        return None
    who, first = words[at - 1], at + 1
    if words[first].shape is not Shape.LOWER or words[first].key in _NO_FIRM:
        return None
    stranger = not who.bits & ~X.OPENS and not who.roles and who.key.isalpha() and len(who.key) > 2
    named = _person(who) or stranger
    helper = who.key in _PROFESSION or (words[at].key == "from" and who.key in _SENT_FROM)
    if not helper and not named:
        return None
    if named and words[at].key == "at" and any(words[n].key in _RANG for n in range(max(0, at - 4), at - 1)):
        why = next((n for n in range(first + 1, min(first + _MOST + 1, len(words))) if words[n].key in _WHY), 0)
        hour = words[first].roles & L.NUMBER and (why == first + 1 or words[first + 1].key in _OF_AN_HOUR)
        if why and all(sentence.joined(n) for n in range(first, why)) and not hour:
            return _body(first, why - 1)
    last = max(_up_to_its_town(sentence, first), _up_to_its_end(sentence, first))
    if last > first:
        return _work(first, last)
    last = first - 1
    for other in range(first, min(first + _MOST, len(words))):
        word = words[other]
        if other > first and not sentence.joined(other - 1):
            break
        if word.shape is not Shape.LOWER or _person(word) or (
            word.roles & _ENDING and not word.roles & L.HEAD) or word.key in _NO_FIRM:  # fmt: skip
            break
        if word.roles & (L.VERB | L.BARE) and (word.bits & X.EVERYDAY or other == first):
            break
        last = other
    several = last > first
    if last < first or words[first].roles & L.QUANTITY:
        return None
    if all(word.roles & (L.GENERIC | L.HEAD) for word in words[first : last + 1]):
        return None
    if any(word.bits & X.PUBLIC and not word.bits & X.ANY_TOWN for word in words[first : last + 1]):
        return None
    strange = any(not word.bits & X.COMMON for word in words[first : last + 1])
    if several:
        tied = strange or any(word.bits & X.ANY_TOWN or word.roles & L.HEAD for word in words[first : last + 1])
        return _body(first, last) if tied and (named or helper) else None
    hour = words[first].key.endswith(("time", "times", "day", "days"))
    alone = words[at].key == "at" and strange and not words[first].roles and not hour
    after = sentence.right(first)
    ends = after is None or after.roles & (_ENDING | L.VERB)
    alone = alone or bool(ends and not words[first].roles and not words[first].bits & X.EVERYDAY and not hour
                          and words[first].key not in _ACTIVITIES)  # fmt: skip
    return _body(first, last) if alone else None


_ACTIVITIES = word_set("""
    choir physio chemo dialysis bingo yoga karate rehab mediation assembly worship cubs scouts guides brownies nursery
    creche playgroup practice rehearsal rehearsals pilates zumba detox triage outpatients pharmacy pharmacies probation
    abroad scratch overseas memory experience upstairs downstairs darts football rugby cricket hockey netball slimming
    mass evensong matins childhood adoption safeguarding youth bereavement admin payroll accounts personnel maintenance
    environmental nextdoor facebook instagram whatsapp zoom tinder hinge bumble
""")


_OF_AN_HOUR = frozenset(("pm", "am", "past", "oclock", "thirty", "fifteen", "twenty", "today", "sharp", "this", "on"))
_SENT_FROM = word_set("""
    girl boy girls lads lady woman man bloke chap fella guy someone somebody lass ladies volunteer volunteers rep
    people team staff couple two lot crew
""")


def _up_to_its_town(sentence: Sentence, first: int) -> int:
    """The town that ends a name of a few words in lower case: “from veterans first kent”; -1 where there is none."""
    words = sentence.words
    if words[first].roles & _ENDING & ~(L.NUMBER | L.KIN):
        return -1
    for other in range(first + 1, min(first + _MOST, len(words))):
        word = words[other]
        if not sentence.joined(other - 1) or word.shape is not Shape.LOWER:
            return -1
        if word.bits & X.ANY_TOWN and not word.bits & X.COMMON and not word.roles:
            return other
        if word.roles & (L.PREPOSITION | L.PRONOUN | L.POSSESSIVE | L.MODAL | L.KIN) or word.key in _ARTICLES:
            return -1
    return -1


_TAILS = word_set("""
    health law legal recovery connect link links matters together forward futures horizons minds voices aid action
    carers survivors solicitors homes wellbeing mind direct advocacy pathways
""")
_COMPASS = frozenset(("north", "south", "east", "west"))


def _up_to_its_end(sentence: Sentence, first: int) -> int:
    """The last word of a body in lower case by what bodies end in: “at children north east”; -1 where there is none."""
    words = sentence.words
    for other in range(first, min(first + _MOST, len(words))):
        word = words[other]
        if (other > first and not sentence.joined(other - 1)) or word.shape is not Shape.LOWER:
            return -1
        if word.roles & _ORDINARY & ~L.KIN or word.key in _ARTICLES:
            return -1
        if other > first and word.key in _TAILS:
            return other
        if other > first and word.key in _COMPASS:
            after = sentence.right(other)
            return other + (after is not None and after.key in _COMPASS)
    return -1


def _of_its_region(sentence: Sentence, at: int) -> Stretch | None:
    """“to the Scottish Ambulance Service”: a body of a land, by its head."""
    words = sentence.words
    if words[at].shape is not Shape.CAPITAL or not sentence.inside(at):
        return None
    first = _back(sentence, at)
    while first < at and words[first].key == "the":
        first += 1
    if first >= at:
        return None
    before = first - 1 - (words[first - 1].key == "the")
    if before < 0 or not words[before].roles & L.PREPOSITION:
        return None
    regional = words[first].key in _REGIONAL and (at - first > 1 or not words[at].roles & L.GENERIC)
    several = at - first > 1 and words[first - 1].key == "the" and words[before].key in _TO_A_HOUSE
    if not regional and not (several and words[at].roles & L.HEAD and not words[first].bits & X.PUBLIC):
        return None
    return _body(first, with_town(sentence, at))


def _school(sentence: Sentence, at: int) -> Stretch | None:
    """“subbing at Lewis and Clark High”."""
    words = sentence.words
    if words[at].shape is not Shape.CAPITAL:
        return None
    first = _back(sentence, at)
    if first >= at or words[first - 1].key not in _TO_A_HOUSE or words[first].key in _NOT_ALONE:
        return None
    return _body(first, at)


def _sixth_form(sentence: Sentence, at: int) -> Stretch | None:
    """“alton castle sixth form”."""
    words = sentence.words
    if at < 2 or words[at - 1].key != "sixth" or not sentence.joined(at - 1):
        return None
    first = at - 1
    while first and at - first < _MOST and sentence.joined(first - 1):
        word = words[first - 1]
        if word.roles & (_ENDING | L.VERB | L.GENERIC | L.MET) or word.key in _NO_FIRM or word.forms or word.owned:
            break
        first -= 1
    named = words[first : at - 1]
    if not named or (len(named) == 1 and named[0].bits & (X.GIVEN | X.EVERYDAY) and not named[0].bits & X.ANY_TOWN):
        return None
    return _body(first, at)


def _where_one_works(sentence: Sentence, at: int) -> Stretch | None:
    """“at the speedway where he works”."""
    words = sentence.words
    if at < 3 or at + 2 >= len(words) or not sentence.joined(at - 1) or words[at - 2].key != "the":
        return None
    who, named = words[at + 1], words[at - 1]
    if words[at + 2].key not in _WORKS_THERE or not (who.forms or who.roles & (L.PRONOUN | L.KIN)):
        return None
    if named.key in _NO_BRAND_PLACES or (named.bits & X.EVERYDAY and named.key not in _SHOPS):
        return None
    return _work(at - 1, at - 1) if words[at - 3].roles & L.PREPOSITION else None


def _taken_on(sentence: Sentence, at: int) -> Stretch | None:
    """“target hired him”: a shop that takes somebody on, or lets them go."""
    words, shop = sentence.words, sentence.words[at - 1]
    after = sentence.right(at)
    if after is None or after.key not in _WHOM or not sentence.joined(at - 1) or shop.forms:
        return None
    if shop.key not in _SHOPS and (not shop.bits & X.EMPLOYER or shop.bits & X.EVERYDAY):
        return None
    if at > 1 and words[at - 2].roles & (L.DETERMINER | L.POSSESSIVE) and words[at - 2].key != "the":
        return None
    return _work(at - 1, at - 1)


def _ward(sentence: Sentence, at: int) -> Stretch | None:
    """“in the Macmillan Unit”."""
    words = sentence.words
    if words[at].shape is Shape.CAPITAL and sentence.joined(at - 1) and at > 2 and words[at - 2].key == "the":
        named = words[at - 1]
        led = words[at - 3].key in ("in", "on", "at", "to", "from", "into", "up")
        if led and named.shape is Shape.CAPITAL and not named.roles & (L.GENERIC | L.HEAD | L.STOP) and not named.forms:
            return _work(at - 1, at)
    return _said_to_be(sentence, at)


def _part_time(sentence: Sentence, at: int) -> Stretch | None:
    """“back to Lush part time”."""
    words = sentence.words
    part = at - 1 if words[at].key == "time" and words[at - 1].key in ("part", "full") else at
    if part == at and words[at].key == "time":
        return None
    last = part - 1
    if last < 1 or not sentence.joined(last):
        return None
    named = words[last]
    first = _back(sentence, last) if named.shape in _CAPITALS else last
    if first > last or first < 1 or words[first - 1].key not in ("to", "at", "for", "with", "in"):
        return None
    if named.shape is Shape.LOWER and named.key not in _SHOPS and (named.bits & X.COMMON or named.roles):
        return None
    return None if any(word.forms or word.roles & L.KIN for word in words[first : last + 1]) else _work(first, last)


def _its_name(sentence: Sentence, at: int) -> Stretch | None:
    """“name the company so its primecare plus”: a word that is none, said to be a firm."""
    words, first = sentence.words, at + 1
    if first >= len(words) or not sentence.joined(at) or words[first].shape is not Shape.LOWER:
        return None
    named = words[first]
    if named.bits & (X.WORD | X.PUBLIC | X.GIVEN) or named.forms or named.roles or not named.key.isalpha():
        return None
    if not any(words[n].key in _COMPANY for n in range(max(0, at - _MOST), at)):
        return None
    last = first
    while last + 1 < len(words) and last - first < 2 and sentence.joined(last) and not words[last + 1].roles & (
        _ENDING & ~L.PREPOSITION | L.VERB
    ):
        last += 1
    return _body(first, last)


def _asked_about(sentence: Sentence, at: int) -> Stretch | None:
    """“need to email wellbeing about the room”: an office by its work."""
    words = sentence.words
    if at < 2 or not sentence.joined(at - 1) or not sentence.joined(at - 2):
        return None
    office, verb = words[at - 1], words[at - 2]
    if verb.key not in _RANG and verb.key != "mail":
        return None
    if office.shape is not Shape.LOWER or office.forms or office.bits & (X.EVERYDAY | X.GIVEN | X.PUBLIC):
        return None
    if office.roles & ~(L.GENERIC | L.JOB) or office.key in _NO_FIRM or office.key.endswith(("ed", "ly")):
        return None
    return _body(at - 1, at - 1)


def _royal(sentence: Sentence, at: int) -> Stretch | None:
    """“in the queen elizabeth”, “in the john radcliffe”: a hospital without a capital."""
    words, first = sentence.words, at + 1
    if words[at - 1].key not in _TO_A_HOUSE or not sentence.joined(at - 1):
        return _by_letters(sentence, at)
    if not sentence.joined(at) or not sentence.joined(first):
        return None
    one, two = words[first], words[first + 1]
    if one.shape is not Shape.LOWER or two.shape is not Shape.LOWER or one.owned:
        return None
    if one.key in _ROYALS and two.key == "of" and first + 2 < len(words) and words[first + 2].bits & X.ANY_TOWN:
        return _work(first, first + 2)
    if two.roles & (_ORDINARY | L.VERB | L.HEAD) or two.key in _NO_ROYAL:
        return None
    if one.key in _ROYALS:
        named = two.bits & (X.ANY_GIVEN | X.ANY_TOWN) and not two.bits & X.EVERYDAY
        return _work(first, first + 1) if named or two.key == "royal" else None
    given = one.bits & X.GIVEN and not one.bits & X.COMMON and not two.bits & X.EVERYDAY and not two.owned
    if given and (two.bits & X.ANY_FAMILY or not two.bits & X.WORD):
        return _body(first, first + 1)
    return None


def _by_letters(sentence: Sentence, at: int) -> Stretch | None:
    """“@ the LGH”: a house by letters or a capital, where the sign says “at”."""
    words = sentence.words
    if "@" not in sentence.gap(at) or at + 1 >= len(words) or not sentence.joined(at):
        return None
    if words[at + 1].shape not in _CAPITALS or words[at + 1].bits & X.PUBLIC or words[at + 1].forms:
        return None
    return _body(at + 1, at + 1)


def _of_a_town(sentence: Sentence) -> Stretch | None:
    """A town behind the group's name in the line that a note begins with: “Families of addiction, Hazard.”"""
    words = sentence.words
    last = len(words) - 1
    if sentence.start or not 1 < last < 8 or words[last].shape is not Shape.CAPITAL or sentence.gap(last) != ", ":
        return None
    town = words[last]
    if not sentence.stopped(last) or town.forms or town.bits & (X.PUBLIC | X.DOUBLE) or town.roles & L.MONTHLIKE:
        return None
    if town.owned or any(word.shape is not Shape.LOWER for word in words[1:last]):
        return None
    if words[0].shape is not Shape.CAPITAL or not any(word.key in _OF_A_GROUP for word in words[:last]):
        return None
    return stretch(last, last, Kind.PLACE, "place_list")


_OF_A_GROUP = word_set("""
    families family carers group circle grief loss bereaved recovery parents grandparents addiction anonymous survivors
    support living women men sobriety meeting friends mothers fathers dads mums widows veterans siblings
""")

def _owner(sentence: Sentence, at: int) -> Stretch | None:
    words = sentence.words
    return owner(sentence, at) if at + 1 < len(words) and words[at + 1].owned else None


def _from(sentence: Sentence, at: int) -> Stretch | None:
    """What stands behind “from”, by who is from there, by whose it was, by two words, by what came from there."""
    return (
        _somebodys_place(sentence, at) or _owner(sentence, at) or two_words(sentence, at) or sent_there(sentence, at)
    )


def _at(sentence: Sentence, at: int) -> Stretch | None:
    """What stands behind “at”, by who is there, by whose it was, by two words, by one."""
    return (
        _somebodys_place(sentence, at) or _owner(sentence, at) or two_words(sentence, at) or one_word(sentence, at)
    )


_FRAMES: dict[str, Callable[[Sentence, int], Stretch | None]] = {
    **dict.fromkeys(_SORTS, _said_to_be),
    "from": _from,
    "at": _at,
    "to": lambda sentence, at: _owner(sentence, at) or sent_there(sentence, at),
    "into": _owner,
    "in": lambda sentence, at: _owner(sentence, at) or two_words(sentence, at) or sent_there(sentence, at),
    **dict.fromkeys(("with", "on"), sent_there),
    "of": _somebodys_place,
    **dict.fromkeys(_OF_A_REGION, _of_its_region),
    **dict.fromkeys(_SCHOOLS, _school),
    "centre": lambda sentence, at: _said_to_be(sentence, at) or _of_its_region(sentence, at),
    **dict.fromkeys(("unit", "ward", "wing"), _ward),
    **dict.fromkeys(("hired", "sacked", "fired", "employed", "rehired"), _taken_on),
    "form": _sixth_form,
    "where": _where_one_works,
    "time": _part_time,
    "part-time": _part_time,
    **dict.fromkeys(("its", "called", "is", "it's"), _its_name),
    **dict.fromkeys(("about", "re"), _asked_about),
    "the": lambda sentence, at: _royal(sentence, at) or small_sign(sentence, at),
}  # fmt: skip
"""The words at which a frame is looked for, and what looks."""
