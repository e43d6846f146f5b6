"""Finds organisations by the frame they stand in, in lower case too: “works at red lion”, “down the dog and duck”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.language import word_set
from facilitator.nameguard.model import Kind
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.stretches import Stretch, stretch, with_town
from facilitator.nameguard.tokens import Shape

_WORKING = word_set("""
    work works worked working job jobs shift shifts employed volunteer volunteers volunteered volunteering manager
    cleaner chef cook waiter waitress barista bartender barmaid barman cashier till tills checkout checkouts trainee
    apprentice apprenticed apprenticeship placement interview interviewed temp temps temping temped intern internship
    nurse teacher staff supervisor receptionist security warehouse porter career position contract packer picker
    assistant caretaker bouncer doorman hired rehired start starts started signed signs enrolled registered
    nights earlies lates overtime weekends post
""")
"""Words of work of which “at” tells where: a name without an article is then a firm's."""
_SENT = word_set("""
    referred refers refer referral referrals rereferred discharged transferred signposted assessed sectioned
    employed sacked fired hired evicted banned barred expelled excluded suspended rejected
""")
"""Words that say who sent, or let go of, somebody; a body stands behind “by”, “from” or “to”."""
_SERVING = word_set("""
    work works worked working drives drove driving drive driver delivers delivered delivering rigger welder fitter
    cleaner cleans cleaned guard porter picker packer machinist fabricator temp temps temped temping
""")
"""Words of work of which “for” tells whom."""
_PLAYING = word_set("play plays played playing bats bowls bowled scored")
_HIRING = word_set("job interview contract shift shifts placement apprenticeship apprentice trial internship")
_GOING_OUT = word_set("at in down to from outside near opposite behind up round for of by into off past")
_BOUND = L.STOP | L.PREPOSITION | L.PRONOUN | L.POSSESSIVE | L.DETERMINER | L.MODAL | L.AND | L.NUMBER | L.TITLE | L.KIN
_SORT = L.GENERIC | L.HEAD | L.QUANTITY | L.KIN
_MOST = 3
"""Words of ordinary sort that a firm's name in lower case may have."""
_NO_FIRM = word_set("""
    home night nights weekend weekends work school college uni university hospital church lunch break noon midnight
    dawn dusk times present moment first last once least all risk ease rest stake large length full half short speed
    peak random sea war peace heart hand fault minimum maximum ground street eye ten nine eight seven six five four
    three two one half quarter christmas easter term level height pace things everything something anything nothing
    someplace somewhere anywhere here there kitchen council factory shop office site sites height heights tea teatime
    bedtime breakfast dinner dinnertime lunchtime playtime hometime start beginning end low high best worst monday
    tuesday wednesday thursday friday saturday sunday mine hers ours theirs day days hospice reception front gate
    door table desk till bar different various many several both other another local mums dads nans grans mass
    charity cash food peanuts nothing free pleasure agency agencies government management security education family
    council charities companies company firm firms people himself herself myself themselves long longer half miles
    hours ages money fun keeps time years minutes england wales scotland ireland fame pride points cash love laughs
    daytime daylight sunrise sunset festivals events weddings parties fairs markets height rush capacity cost will
    sunrise prayer prayers court probation interview interviews assessment group groups meetings
""")
_NO_NOUN = re.compile(r"(?:ing|ly|ed|est)\Z")

_HERALDIC = word_set("""
    lion lions hart horse horses bull bulls swan swans stag boar bear bears fox foxes hound hounds dragon dragons eagle
    eagles crown crowns ship ships anchor bell bells oak oaks sun star stars plough wheatsheaf cock cockerel peacock
    pheasant partridge lamb ram fleece goat greyhound griffin unicorn falcon raven dolphin mermaid pelican otter
    badger squirrel tiger elephant swallow nightingale blackbird owl crow magpie goose ducks duck cross keys feathers
    tuns barrels barrel horseshoe horseshoes castle castles tower arms head heads oak ash thorn tree trees elm
    bush rose roses thistle harp castle windmill mill locomotive railway station waggon wagon arrow arrows
    boot bottle cow pig parrot woolpack harrow trout salmon hen cat moon sceptre mitre angel heron kestrel
""")
_OF_AN_INN = word_set("""
    red white black blue green golden gold silver old royal kings queens king queen princes prince dukes duke flying
    three five seven two spotted brown dun grey little running rising jolly new rampant
""")
_SECOND = word_set("""
    crown anchor duck hounds horses dragon harrow lettuce whistle groom jockey hand firkin castle compass compasses
    partridge gun kettle thistle barrow plough dog cushion eagle child lamb flag fiddle pheasant shuttle cross
    bull bush horn horses bottle ball trumpet roundabout feathers stars star moon spoon hare bear
""")
_WITH_A_FIGURE = re.compile(r"[A-Z][a-z]{2,}\d[A-Z][a-z]{2,}\Z")
_AT_A_COURT = re.compile(r"[^aeiouy\W\d_]{3,4}\Z")
"""Letters of which no word is made."""


def framed(sentence: Sentence, seen: int) -> Iterator[Stretch]:
    """Organisations told by what stands before them, though no word of theirs is a firm's and none has a capital."""
    words = sentence.words
    for at in range(1, len(words)):
        before = words[at - 1]
        if before.key in _HOUSES and words[at].shape is Shape.CAPITAL and sentence.joined(at - 1):
            found = _house(sentence, at)
            if found is not None:
                yield found
            continue
        if before.key == "messrs" and words[at].shape is Shape.CAPITAL:
            last = at
            while last + 1 < len(words) and sentence.gap(last + 1) in (" ", " & ", " and ", ", ") and (
                words[last + 1].shape is Shape.CAPITAL or words[last + 1].roles & L.AND
            ):
                last += 1
            while words[last].roles & L.AND:
                last -= 1
            yield stretch(at - 1, last, Kind.ORGANISATION, "employer")
            continue
        if before.key == "the":
            if at > 1 and words[at - 2].key in _GOING_OUT and sentence.joined(at - 2) and sentence.joined(at - 1):
                found = _inn(sentence, at) or _letters(sentence, at, True) or _infirmary(sentence, at)
                if found is None and words[at - 2].key in ("at", "for") and _stands(sentence, at - 2, _WORKING):
                    found = _works(sentence, at) or _single(sentence, at)
                if found is not None:
                    yield found
            continue
        if not before.roles & L.PREPOSITION or not sentence.joined(at - 1):
            continue
        found = None
        if words[at].shape is Shape.DIGITS and _WITH_A_FIGURE.match(words[at].raw):
            yield stretch(at, at, Kind.ORGANISATION, "frame", "specific")
            continue
        if before.key == "at":
            if (seen & L.JOB and _stands(sentence, at - 1, _WORKING)) or _taken_on(sentence, at - 1):
                found = _bare(sentence, at)
        elif (before.key == "with" and seen & L.JOB and _stands(sentence, at - 1, _HIRING)) or (
            before.key == "for"
            and (_stands(sentence, at - 1, _PLAYING) or (seen & L.JOB and _stands(sentence, at - 1, _SERVING)))
        ):
            found = _bare(sentence, at)
        elif before.key in ("by", "from", "to", "with") and seen & L.JOB and _stands(sentence, at - 1, _SENT):
            found = _body(sentence, at)
        found = found or _letters(sentence, at, False) or _infirmary(sentence, at)
        if found is not None:
            yield found


_HOUSES = word_set("cafe restaurant hotel pub bar salon nursery gym takeaway diner bakery barbers bistro shop garage")
"""Words for a house of business that its name may follow: “in café Samovar”."""


def _house(sentence: Sentence, first: int) -> Stretch | None:
    words = sentence.words
    if words[first - 1].shape is not Shape.LOWER:
        return None
    last = first
    while last + 1 < len(words) and sentence.joined(last) and words[last + 1].shape is Shape.CAPITAL:
        last += 1
    for word in words[first : last + 1]:
        if word.forms or word.bits & (X.PUBLIC | X.GIVEN) or word.roles & (L.TITLE | L.KIN | L.PRONOUN | L.MONTHLIKE):
            return None
    return stretch(first, last, Kind.ORGANISATION, "frame", "specific")


def _stands(sentence: Sentence, at: int, family: frozenset[str]) -> bool:
    """Whether a word of a family stands a little before a place, with no other clause between."""
    for other in range(at - 1, max(-1, at - 5), -1):
        if not sentence.joined(other):
            return False
        word = sentence.words[other]
        if word.key in family:
            return True
        if word.roles & (L.AND | L.MODAL | L.KIN):
            return False
    return False


def _taken_on(sentence: Sentence, at: int) -> bool:
    """Whether “taken on” or its like stands before “at”."""
    return (
        at > 1
        and sentence.words[at - 1].key == "on"
        and sentence.words[at - 2].key in ("took", "taken", "set", "kept", "start", "signed", "sign", "signs", "back")
        and sentence.joined(at - 2)
        and sentence.joined(at - 1)
    )


def _bare(sentence: Sentence, first: int) -> Stretch | None:
    """A name of ordinary words without an article, as no thing would be: “works at red lion”."""
    words = sentence.words
    if words[first].key in _NO_FIRM or words[first].shape is not Shape.LOWER:
        return None
    last = first - 1
    for at in range(first, min(first + _MOST, len(words))):
        word = words[at]
        if at > first and not sentence.joined(at - 1):
            break
        if word.shape is not Shape.LOWER or (word.roles & _BOUND and not word.roles & L.HEAD) or word.forms:
            break
        if at > first and (word.roles & (L.VERB | L.MONTHLIKE | L.QUANTITY) or word.bits & X.PUBLIC):
            break
        last = at
    if last < first:
        return None
    named = words[first : last + 1]
    if all(word.roles & _SORT for word in named):
        return None
    if any(word.bits & X.GIVEN and not word.bits & X.WORD for word in named):
        return None
    if named[0].roles & (L.QUANTITY | L.PREPOSITION | L.KIN | L.GENERIC) or named[0].bits & X.PUBLIC:
        return None
    if any(word.key in _NO_FIRM for word in named) or _NO_NOUN.search(named[0].key):
        return None
    return stretch(first, with_town(sentence, last), Kind.ORGANISATION, "frame", "job")


def _works(sentence: Sentence, first: int) -> Stretch | None:
    """A place of work by what is made there: “his job at the slate works”; none that could be any of its sort."""
    words = sentence.words
    for at in range(first + 1, min(first + 1 + _MOST, len(words))):
        if not sentence.joined(at - 1) or words[at].shape is not Shape.LOWER:
            return None
        if words[at].key == "shop" and at == first + 1 and words[first].key in _WITH_SHOPS:
            return stretch(first, at, Kind.ORGANISATION, "frame", "job")
        if words[at].key in _MAKING:
            named = words[first:at]
            sort = any(word.roles & (_BOUND | _SORT | L.VERB) or _NO_NOUN.search(word.key) for word in named)
            return None if sort else stretch(first, at, Kind.ORGANISATION, "frame", "job")
    return None


def _single(sentence: Sentence, at: int) -> Stretch | None:
    """A place of work by one word that is a town's or nobody's everyday one: “a job at the midland”."""
    word, after = sentence.words[at], sentence.right(at)
    if word.shape is not Shape.LOWER or word.forms or word.roles or word.bits & X.EVERYDAY or not word.plain:
        return None
    ends = after is None or bool(after.roles & _BOUND) or after.key in _TIMES
    named = word.bits & (X.ANY_TOWN | X.FAMILY)
    return stretch(at, at, Kind.ORGANISATION, "frame", "job") if ends and named else None


_WITH_SHOPS = word_set("hospice cathedral museum abbey castle hospital zoo library theatre")
_MAKING = word_set("works plant mill mills yard quarry colliery pit factory foundry brewery distillery creamery dairy")


def _body(sentence: Sentence, first: int) -> Stretch | None:
    """Who sent somebody: a run of capitals, also of bodies known to all; or a word that is none."""
    words = sentence.words
    if words[first].key == "the" and sentence.joined(first):
        first += 1
    if first >= len(words):
        return None
    last = first - 1
    for at in range(first, min(first + 5, len(words))):
        word = words[at]
        if at > first and not sentence.joined(at - 1):
            break
        if word.shape is Shape.LOWER or word.shape is Shape.DIGITS or word.forms:
            break
        last = at
    if last < first:
        return None
    named = words[first : last + 1]
    if last == first and (named[0].bits & (X.PUBLIC | X.GIVEN) or named[0].shape is Shape.UPPER):
        return None
    if any(word.roles & (L.TITLE | L.KIN | L.MONTHLIKE) or (word.bits & X.GIVEN and not word.bits & X.WORD)
           for word in named):  # fmt: skip
        return None
    return stretch(first, with_town(sentence, last), Kind.ORGANISATION, "frame", "job")


def _inn(sentence: Sentence, first: int) -> Stretch | None:
    """A public house by its sign: “the red lion”, “the dog and duck”, “the weavers arms”."""
    words = sentence.words
    one, two = words[first], sentence.right(first)
    if one.key in _INFIRMARIES and words[first - 2].key in ("in", "at", "from", "to", "up", "into") and (
        one.shape is Shape.CAPITAL or (one.key in ("general", "western") and two is not None and two.key in _ILL)
    ) and (two is None or two.roles & (_BOUND | L.VERB) or two.key in _TIMES):  # fmt: skip
        return _signed(first, first)
    if one.key == "royal" and one.shape is Shape.LOWER and words[first - 2].key in ("in", "at", "from", "to") and (
        two is None or (two.roles & (L.STOP | L.AND | L.PRONOUN) and not two.roles & L.HEAD)
    ):
        return _signed(first, first)
    if one.shape is Shape.CAPITAL and two is not None and two.key in ("and", "n", "amp"):
        three = sentence.right(first + 1)
        sign = one.key in _HERALDIC | _FIRST and three is not None and three.key in _SECOND
        if sign and three is not None and three.shape is Shape.CAPITAL:
            return _signed(first, first + 2)
    if one.shape is not Shape.LOWER or one.roles & L.POSSESSIVE:
        return None
    return _of_two_words(sentence, first) or _by_its_sign(sentence, first)


def _infirmary(sentence: Sentence, first: int) -> Stretch | None:
    """A hospital by its town: “kept in wishaw general”, “up to the caithness general”."""
    town, house = sentence.words[first], sentence.right(first)
    if town.key == "royal" and house is not None and house.bits & X.TOWN and not house.bits & X.COMMON:
        return _signed(first, first + 1)  # “the op at royal perth”
    if house is not None and house.key in _GROUNDS:
        heard = town.bits & (X.COMMON | X.PUBLIC | X.ANY_GIVEN) or town.roles or town.forms
        strange = town.shape is Shape.LOWER and (not town.bits & X.WORD or bool(town.bits & X.TOWN))
        return _signed(first, first + 1) if strange and not heard else None
    if house is None or house.key not in _HOSPITALS or town.forms or town.roles & (L.STOP | L.GENERIC | L.DETERMINER):
        return None
    capitals = town.shape is house.shape is Shape.CAPITAL
    after = sentence.right(first + 1)
    ends = after is None or bool(after.roles & (_BOUND | L.VERB))
    rare = sentence.words[first - 1].key in ("in", "at") and ends and town.plain and not town.roles
    if house.key == "high" and not (town.bits & X.TOWN or not town.bits & (X.WORD | X.PUBLIC | X.GIVEN)):
        return None
    if not (town.bits & X.ANY_TOWN or capitals or rare or not town.bits & (X.WORD | X.PUBLIC)):
        return None
    last = first + 1 + (after is not None and after.key in ("hospital", "infirmary", "school"))
    return _signed(first, last)


def _by_its_sign(sentence: Sentence, first: int) -> Stretch | None:
    """A public house by one word, where it is told who drinks there: “drinks in the plough”."""
    one, two = sentence.words[first], sentence.right(first)
    alone = two is None or not two.plain or two.roles & (_BOUND | L.VERB)
    drunk = alone and one.key in _HERALDIC and _stands(sentence, first - 2, _AT_AN_INN)
    return _signed(first, first) if drunk else None


def _of_two_words(sentence: Sentence, first: int) -> Stretch | None:
    """A public house by the two words of its sign."""
    one, two = sentence.words[first], sentence.right(first)
    if two is None:
        return None
    if two.key == "arms" and not one.roles & (L.STOP | L.NUMBER) and one.key not in ("both", "poor", "little"):
        return _signed(first, first + 1)
    if (one.key in _OF_AN_INN and two.key in _HERALDIC and _goes_on_elsewhere(sentence, first + 1)) or (
        one.owned and two.key in ("head", "arms", "oak")
    ):
        return _signed(first, first + 1)
    if one.key == "royal" and not two.roles & (_BOUND | L.HEAD) and two.key not in _OF_THE_COURT:
        return _signed(first, first + 1)
    three = sentence.right(first + 1)
    if two.key in ("and", "n") and three is not None and three.key in _SECOND and one.key in _HERALDIC | _FIRST:
        return _signed(first, first + 2)
    return None


_INFIRMARIES = word_set("general royal infirmary western victoria mater rotunda coombe priory foyer northern county")
_HOSPITALS = word_set("""
    high general infirmary royal memorial victoria western northern womens childrens maternity met
""")
_GROUNDS = word_set("""
    cross hill view lodge park wood woods green bridge dales grange manor common heath moor fields gate end point
    meadows mill bank court
""")
"""What follows a word that is none in the name of a place: “at whipps cross”."""
_ILL = word_set("with for after since again having getting waiting over")
_DRINKING = word_set("drink drinks drinking drank pint pints pub barmaid barman darts karaoke regular bouncer landlord")
_AT_AN_INN = _DRINKING | word_set("""
    chef cook cooks cooking waitress waiter waitressing washing pots works worked working job shift shifts barred
    banned wake quiz landlady glasses
""")
_FIRST = word_set("dog hare coach george plough slug pig horse case bird bat cat lamb pipe hop fox world saracen")
_OF_THE_COURT = word_set("family mail wedding weddings baby box blue icing jelly visit assent")


def _signed(first: int, last: int) -> Stretch:
    return stretch(first, last, Kind.ORGANISATION, "frame", "specific")


def _goes_on_elsewhere(sentence: Sentence, last: int) -> bool:
    """Whether no noun follows, of which the words would only be a sort: “the old horse box”."""
    after = sentence.right(last)
    return after is None or not after.plain or bool(after.roles & (_BOUND | L.VERB)) or after.key in _TIMES


_TIMES = word_set("tonight today quiz car again every most last next friday saturday sunday monday")


def _letters(sentence: Sentence, at: int, article: bool) -> Stretch | None:
    """A body by its letters: “down the RSL”, “referred by PDAS”; letters known to all are none of them."""
    word = sentence.words[at]
    if word.bits or word.forms or not 2 < len(word.key) < 6 or sentence.shouted or word.owned:
        return None
    if word.shape is Shape.UPPER:
        if not (article or sentence.words[at - 1].key in ("at", "from", "by", "for", "to", "with", "via", "under")):
            return None
    elif word.shape is not Shape.LOWER or not article or not _AT_A_COURT.match(word.key):
        return None
    after = sentence.right(at)
    last = at
    while after is not None and after.roles & L.HEAD and last - at < 2:
        last += 1
        after = sentence.right(last)
    return stretch(at, last, Kind.ORGANISATION, "frame", "specific")


def with_article(sentence: Sentence, found: Stretch) -> int:
    """The first word of an organisation with its article: “the RSL” is one name."""
    left = sentence.left(found.first)
    return found.first - (left is not None and left.key == "the" and found.kind is Kind.ORGANISATION)

