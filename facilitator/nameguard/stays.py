"""Finds where somebody goes, drinks, works or is kept by its letters or its sign: “in CUH”, “down the Railway”."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.language import word_set
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.model import Kind
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.stretches import CONNECT, Stretch, stretch, with_town
from facilitator.nameguard.tokens import Shape
from facilitator.nameguard.weights import AMBER

_MOST_LETTERS = 6
_TO_A_HOUSE = word_set("""
    at in to from into down outside near opposite behind by round off past up under above inside beside beyond via
    over around through onto toward towards
""")
_LOOSE = word_set("into by under in to from through over around near past up onto toward towards beside via")
"""Prepositions behind which what is no house may have a capital too: a house only where somebody goes or stays."""
_WITHOUT = word_set("left joined joins leave leaves leaving runs ran owns manages managed visits visited love loves")
"""Verbs of going and keeping that need no preposition."""
_STAYING = word_set("""
    go goes going gone went come comes coming came back be is was been being are were am live lives lived living move
    moves moved moving stay stays stayed staying keep kept keeps stuck put drink drinks drank drunk drinking work works
    worked working sleep sleeps slept sleeping eat eats ate eating meet meets met meeting see saw seen take took taken
    takes drive drove driven drives drop dropped pick picked collect collected admitted discharged transferred sent
    rushed referred barred banned kicked thrown chucked volunteer volunteers volunteered volunteering help helps helped
    cook cooks cooked clean cleans cleaned serve serves served play plays played sing sings sang born married wake
    party lunch dinner tea coffee pint pints breakfast quiz karaoke darts shift shifts job night nights week weeks
    weekend month months bed room ward respite rehab detox hes shes hed shed theyre ive im walk walked walks run ran
    get gets got getting turn turned turns call called calls spend spent spends sit sits sat sitting start starts
    started starting finish finished home here sees bar runs owns pots fell fallen day days evening evenings lost found left
""")
_NO_HOUSE = word_set("""
    meeting group circle session room chair chairs committee team board office kitchen hall table door garden park
    file files folder diary quiz raffle beginning motorway motorways cenotaph job station post
    bible word lord spirit program programme fellowship steps step traditions tradition agreement book prayer literature
    pledge promises newcomer secretary treasurer facilitator facilitators council government law court crown state
    internet web net news radio press media zoom telly phone post mail
    north south east west highlands islands midlands coast country county city town village beach sea seaside
    summer winter spring autumn fall holidays holiday weekend weekends morning afternoon evening night season term
    war army navy forces police fire ambulance service services parish diocese church chapel mosque temple synagogue
    first second third fourth fifth last next other same whole only best end start front back top bottom side middle
    christmas easter bank union party cup league trust charity department ministry treasury
    doctor doctors dentist chemist vet vets surgery hospital school college uni university nursery library gym pool
    leisure bus train station airport shop shops market supermarket cafe pub bar club hotel centre center unit ward
    clinic hospice hostel refuge rehab prison jail probation jobcentre dole social benefits housing landlord
    minutes agenda rota treasurer's kitty tin box list register form forms policy notes report point points
    plan project scheme course class classes workshop training talk video film song poem quote story stories
    family team trustees volunteers staff members lads girls boys men women kids children parents carers
    moon sun earth world universe nation republic kingdom sky
    way lot people person lady man woman girl boy guy bloke one ones thing things
    app page site chat link call calls email text laptop computer screen
    higher big good old new little great
""")
"""What some write with a capital though it is no house: of the fellowship, the law, the year, the compass."""
_HOUSES = word_set("""
    railway station castle abbey mill priory convent lodge manor court arms tavern inn forge quarry wharf hub hall
    foundry farm barn grange bridge cross dolphin lighthouse barracks harbour marina docks factory cathedral
""")
"""Words for houses that are as often the whole name of one: “the Lodge”, “the Railway”."""
_PURPOSE = word_set("""
    appointment appointments interview interviews assessment referral referrals scan scans shift shifts ward bed op
    nurse doctor doctors consultant team surgeon midwife tutor teacher receptionist manager boss keyworker caseworker
    placement place job course induction clinic letter letters discharge admission waiting contract lot reception bus
    uniform trial trials offer application transport pharmacy chaplain ot physio
""")
"""What one has of a body: “her … appointment”."""
_DOES = word_set("""
    rang rings rung phoned phone said say says wrote sent send sends cancelled cancel booked lost refused refuse offered
    offer discharged discharge admitted admit have has had moved want wants wanted need needs told tell tells referred
    kept keep let emailed texted called call promised took take gave give changed messed closed shut put
""")


def stays(sentence: Sentence, alive: list[int]) -> Iterator[Stretch]:
    """Houses and bodies without a word that says so, among the words worth a look; none of them is sure."""
    if sentence.shouted or sentence.titled:
        return
    words, past = sentence.words, -1
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
        elif before.key in _TO_A_HOUSE:
            if word.shape is Shape.LOWER:
                found = _after_somebody(sentence, at, word)
            else:
                found = _owners(sentence, at, word) or _run(sentence, at, word) or _known_place(sentence, at, word)
        elif not word.bits & _UNHEARD and before.key != "the":
            found = _purpose(sentence, at, word) or _its_own(sentence, at, word)
        else:
            continue
        if found is not None:
            past = found.last
            yield found


def _found(first: int, last: int) -> Stretch:
    return stretch(first, last, Kind.ORGANISATION, "frame", "specific")


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
    led = leading is not None and leading.key in _TO_A_HOUSE
    if not strange and not (led and not word.bits & X.ANY_NAME):
        return None
    held = left is not None and left.roles & L.POSSESSIVE and right is not None and right.key in _PURPOSE
    does = right is not None and right.key in _DOES and (left is None or article)
    purpose = right is not None and right.key in _PURPOSE
    if not (led or held or does or purpose):
        return None
    last = at
    after = right
    while after is not None and after.roles & L.HEAD and last - at < 2:
        last += 1
        after = sentence.right(last)
    return _found(at, with_town(sentence, last))


_UNHEARD = ~(X.OPENS | X.TOWN_SMALL | X.FAMILY_RARE)


def _purpose(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """A word that is in no list, between whose it is and what one has of a body: “her judgemeadow interview”."""
    left, right = sentence.left(at), sentence.right(at)
    if left is None or right is None or right.key not in _PURPOSE or word.kept:
        return None
    held = left.roles & (L.POSSESSIVE | L.DETERMINER) or left.owned or left.forms
    return _found(at, at) if held and not word.roles and word.key.isalpha() and len(word.key) > 3 else None


def _its_own(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """A word that is in no list and is what something is: “ring the school, its judgemeadow”."""
    left = sentence.left(at)
    if left is None or left.key not in ("its", "called", "is") or sentence.right(at) is not None:
        return None
    return _found(at, at) if word.bits & X.TOWN_SMALL and not word.roles else None


def _after_somebody(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """A house in lower case that is called after somebody: “in priscilla bacon since sunday”."""
    left, right = sentence.left(at), sentence.right(at)
    if left is None or left.key not in ("in", "into") or right is None or word.owned:
        return None
    if not word.bits & X.GIVEN or word.bits & (X.COMMON | X.ANY_TOWN | X.PUBLIC) or right.shape is not Shape.LOWER:
        return None
    if right.roles & (_AFTER | L.KIN | L.HEAD) or right.key in _WHEN or right.bits & X.PUBLIC or right.forms:
        return None
    if L.MODIFIERS.search(right.key) and right.bits & X.COMMON:
        return None
    after = sentence.right(at + 1)
    ends = after is None or not after.plain or _ends(after) or after.roles & L.MONTHLIKE
    return _found(at, at + 1 + (after is not None and bool(after.roles & L.HEAD))) if ends else None


def _owners(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """A shop or café under whose it is, more than one word long: “from Auntie Betty's”, “at Nana's Attic”."""
    words = sentence.words
    if word.shape is not Shape.CAPITAL or not sentence.inside(at) or not sentence.joined(at - 1):
        return None
    if words[at - 1].key not in _TO_A_HOUSE or word.roles & (L.PRONOUN | L.STOP) or word.key in L.DAYS:
        return None
    last = at
    while last + 1 < len(words) and sentence.joined(last) and words[last + 1].shape is Shape.CAPITAL and last - at < 3:
        last += 1
    named = words[at : last + 1]
    if last == at or any(one.forms or one.roles & (L.MONTHLIKE | L.PRONOUN) for one in named):
        return None
    after = sentence.right(last)
    if words[last].owned:
        bare = after is None or not after.plain or _ends(after)
        return _known_or_not(at, last) if bare else None
    if not word.owned or any(one.roles & L.KIN or one.bits & X.PUBLIC for one in named[1:]):
        return None
    return _known_or_not(at, last)


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
    return _found(at, with_town(sentence, last))


_CAPITALS = (Shape.CAPITAL, Shape.UPPER, Shape.MIXED)
_BETWEEN = word_set("o na an de la le du del da do di of the and y e i a ar yr")
_LONGEST = 7


def _known_place(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """A place whose name is a brand's or a ground's too, where somebody is or goes: “met her at Piccadilly”."""
    if not word.bits & X.PUBLIC or not word.bits & X.ANY_TOWN or word.bits & (X.NATION | X.COMMON):
        return None
    after = sentence.right(at)
    if not sentence.inside(at) or (after is not None and after.plain and not _ends(after)):
        return None
    return stretch(at, at, Kind.PLACE, "town")


_TREES = word_set("""
    willows laurels limes beeches elms oaks firs pines poplars cedars maples hollies larches hawthorns birches
    sycamores gables chimneys grange lighthouse beacon haven legion sanctuary mission citadel
    orchards orchard poplar chestnuts rowans ferns heathers lindens acorns bungalow cedar sunflower marigold
    crown swan plough bull lion griffin dolphin anchor wheatsheaf greyhound fleece feathers masons miners cricketers
    woolpack pheasant fox hare railway royal albert victoria grapes nags horseshoe cherry rising jolly
""")
"""Signs of inns and names of homes that are told in lower case too, where somebody stays or drinks there."""
_THERE = frozenset(("at", "in", "into", "from", "to", "down", "up", "outside", "round", "off"))


def small_sign(sentence: Sentence, article: int) -> Stretch | None:
    """A house in lower case behind “the”: “till friday at the willows”, “back in the lister with her chest”."""
    words, at = sentence.words, article + 1
    if article < 1 or at >= len(words) or words[article - 1].key not in _THERE or not sentence.joined(article - 1):
        return None
    word = words[at]
    if word.shape is not Shape.LOWER or not sentence.joined(article) or word.owned or word.forms:
        return None
    heard = word.bits & X.COMMON or not word.bits & (X.FAMILY | X.TOWN) or word.bits & (X.PUBLIC | X.GIVEN)
    if word.key not in _TREES and (heard or word.roles or not word.bits & X.WORD):
        return None
    after = sentence.right(at)
    if after is not None and not (after.roles & (_AFTER | L.MONTHLIKE) or after.key in _WHEN or not after.plain):
        return None
    near = words[max(0, article - _REACH) : article - 1]
    somebody = any(one.forms or one.roles & (L.KIN | L.PRONOUN) or one.key in _SHORTENED for one in near)
    return _found(at, at) if somebody and any(one.key in _STAYING for one in near) else None


_SHORTENED = word_set("hes shes hed shed theyre im ive weve whos")


def owner(sentence: Sentence, at: int) -> Stretch | None:
    """A house by whose it was once, with nothing behind it: “2nd week in king's”, “back at tim's on mornings”."""
    words, named = sentence.words, at + 1
    if named >= len(words) or not words[named].owned or not sentence.joined(at):
        return None
    word, after = words[named], sentence.right(named)
    if word.roles & ~(L.HEAD | L.GENERIC | L.TITLE) or (word.bits & (X.PUBLIC | X.NATION) and not word.bits & X.COMMON):
        return None
    if word.key in _ANYBODYS or word.key in L.DAYS or word.forms:
        return None
    if after is not None and after.plain and not _ends(after) and after.key not in ("clinic", "hospital", "school"):
        return None
    return _known_or_not(named, named)


_ANYBODYS = word_set("""
    doctor dentist vet barber hairdresser chemist butcher baker newsagent optician solicitor grocer greengrocer
    florist bookie physio nurse vicar neighbour neighbor friend mate pal other somebody someone everybody people
    today tomorrow yesterday tonight year week month night world god child children women men lady ladies gents it
    that who what let he she there here one
""")


def _pair(sentence: Sentence, at: int) -> Stretch | None:
    """Two capitals or two letters behind an article: “in the Adam and Eve”, “the car park at the L and N”."""
    words = sentence.words
    if at + 2 >= len(words) or words[at + 1].key not in ("and", "n") or not sentence.inside(at):
        return None
    one, two = words[at], words[at + 2]
    if not (sentence.joined(at - 1) and sentence.joined(at) and sentence.joined(at + 1)):
        return None
    if len(one.key) == 1 and len(two.key) == 1 and two.raw.isupper():
        return _known_or_not(at, at + 2)
    leading = sentence.left(at - 1)
    if leading is None or leading.key not in _TO_A_HOUSE or not one.shape is two.shape is Shape.CAPITAL:
        return None
    sort = L.HEAD | L.KIN | L.TITLE | L.MONTHLIKE | L.GENERIC | L.PLACEWARD | L.NUMBER
    several = one.key.endswith("s") and two.key.endswith("s")
    if any(word.bits & X.NATION or word.roles & sort or word.key in _NO_HOUSE for word in (one, two)) or several:
        return None
    after = sentence.right(at + 2)
    return _known_or_not(at, at + 2) if after is None or not after.plain or _ends(after) else None


def _mount(sentence: Sentence, at: int) -> Stretch | None:
    """A church or a hospital under a mountain: “at Mt. Zion Baptist”."""
    words, last = sentence.words, at
    if at < 2 or words[at - 2].key not in _TO_A_HOUSE or words[at - 1].shape is not Shape.CAPITAL:
        return None
    while last + 1 < len(words) and sentence.joined(last) and words[last + 1].shape is Shape.CAPITAL:
        if words[last + 1].key in L.DAYS:
            break
        last += 1
    return _known_or_not(at - 1, last)


def _known_or_not(first: int, last: int) -> Stretch:
    """A body though its name be that of a thing known to all."""
    return Stretch(first, last, Kind.ORGANISATION, AMBER, ("frame", "specific", "job"))


def _infirmary(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """A hospital by no more than its sort, whatever it does: “the General has him booked”."""
    after = sentence.right(at)
    if word.key not in _INFIRMARIES or not sentence.inside(at) or after is None:
        return None
    return _known_or_not(at, at) if after.roles & L.VERB and after.shape is Shape.LOWER else None


_INFIRMARIES = word_set("general royal infirmary western victoria mater rotunda coombe priory northern county")


def _sign(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """An ordinary word in a capital behind “the”, where somebody goes, stays, drinks or works: “in the Beacon”."""
    words = sentence.words
    if not sentence.joined(at - 1) or not sentence.joined(at - 2) or not sentence.inside(at):
        return None
    leading = words[at - 2]
    if leading.key == "of" and at > 2 and words[at - 3].key in ("out", "front", "back", "outside"):
        leading = words[at - 3]
    if leading.key not in _TO_A_HOUSE | {"out", "front", "back"} and leading.key not in _WITHOUT:
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
    if after is not None and after.plain and after.shape is Shape.LOWER and not _ends(after):
        return None  # “the Windsor knot”
    if leading.key in _LOOSE or leading.key in _WITHOUT:
        near = words[max(0, at - _REACH) : at - 2] + words[last + 1 : last + 4]
        if not any(one.key in _STAYING or one.roles & L.KIN or one.forms for one in near):
            return None
    return _found(at, with_town(sentence, last))


_REACH = 8
_AFTER = L.STOP | L.PREPOSITION | L.PRONOUN | L.POSSESSIVE | L.DETERMINER | L.MODAL | L.AND | L.NUMBER | L.VERB
_WHEN = word_set("""
    most every last next tonight today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday
    mondays tuesdays wednesdays thursdays fridays saturdays sundays night nights again now instead while full two
    three four five alone later afterwards once twice daily weekly except saying crying drunk shouting looking
""")


def _ends(after: Word) -> bool:
    """Whether nothing more is said of a house: no noun follows that it would only be the sort of."""
    return bool(after.roles & _AFTER) or after.key in _WHEN or after.key.endswith(("ing", "ly"))


def _no_house(word: Word, several: bool) -> bool:
    if word.forms or word.bits & (X.PUBLIC | X.NATION) or word.roles & (L.TITLE | L.KIN | L.MONTHLIKE | L.PRONOUN):
        return True
    if word.key in _HOUSES or several:
        return False
    return word.key in _NO_HOUSE or bool(word.roles & (L.HEAD | L.NUMBER | L.ADDRESSED)) or len(word.key) < 3
