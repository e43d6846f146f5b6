"""Finds houses in lower case: by their sign, by whose they were, by two words without an article."""

from __future__ import annotations

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.language import word_set
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.staying import AFTER, NO_HOUSE, REACH, STAYING, WHEN, ends_there, house, known_or_not
from facilitator.nameguard.stretches import Stretch
from facilitator.nameguard.tokens import Shape

SIGNS = word_set("""
    willows laurels limes beeches elms oaks firs pines poplars cedars maples hollies larches hawthorns birches
    sycamores gables chimneys grange lighthouse beacon haven legion sanctuary mission citadel brambles orchards
    orchard poplar chestnuts rowans ferns heathers lindens acorns bungalow cedar sunflower marigold crown swan
    plough bull lion griffin dolphin anchor wheatsheaf greyhound fleece feathers masons miners cricketers
    bricklayers carpenters shipwrights butchers bakers saddlers drovers shepherds foresters weavers gardeners
    colliers priory mater infirmary rotunda oratory woolpack pheasant fox hare railway royal albert victoria grapes
    nags horseshoe cherry rising jolly
""")
"""Signs of inns and names of homes that are told in lower case too, where somebody stays or drinks there."""
_SLANG = word_set("""
    crem offy chippy parkade carpark counsellor gp loo tele telly bog jacks pharm chemo physio rehab gym meds
""")
"""Words of speech that no list of ours has."""
_THERE = frozenset(("at", "in", "into", "from", "to", "down", "up", "outside", "round", "off"))


def small_sign(sentence: Sentence, article: int) -> Stretch | None:
    """A house in lower case behind “the”: “till friday at the willows”, “back in the lister with her chest”."""
    words, at = sentence.words, article + 1
    if article < 1 or at >= len(words) or words[article - 1].key not in _THERE or not sentence.joined(article - 1):
        return None
    word = words[at]
    if word.shape is not Shape.LOWER or not sentence.joined(article) or word.owned or word.forms:
        return None
    if len(word.key) == 1 and at + 2 < len(words) and len(words[at + 2].key) == 1 and words[at + 1].key in ("and", "n"):
        return known_or_not(at, at + 2)  # “the car park at the n and n”
    strange = not word.bits & ~X.OPENS and not word.kept and not word.roles and len(word.key) > 3
    strange = strange and word.key not in NO_HOUSE
    if not word.bits & X.WORD and word.key.isalpha() and not word.roles and word.key not in _SLANG:
        return house(at, at)  # “outside the kfc”, “at the ormelie”
    heard = word.bits & X.COMMON or not word.bits & (X.ANY_GIVEN | X.FAMILY | X.TOWN) or word.bits & X.PUBLIC
    if word.key not in SIGNS and not strange and (heard or word.roles or not word.bits & X.WORD):
        return None
    after = sentence.right(at)
    if after is not None and not (after.roles & (AFTER | L.MONTHLIKE) or after.key in WHEN or not after.plain):
        return None
    if strange and words[article - 1].key in ("at", "in", "from"):
        return house(at, at)
    near = words[max(0, article - REACH) : article - 1]
    somebody = any(one.forms or one.roles & (L.KIN | L.PRONOUN) or one.key in _SHORTENED for one in near)
    return house(at, at) if somebody and any(one.key in STAYING for one in near) else None


_SHORTENED = word_set("hes shes hed shed theyre im ive weve whos him her them me us he she they")


def two_words(sentence: Sentence, preposition: int) -> Stretch | None:
    """A house by two words without an article, one of them a town's or a family's: “a place at fox hollies”."""
    words, first = sentence.words, preposition + 1
    if first + 1 >= len(words) or words[first].roles & _NO_BEGINNING:
        return None
    if not sentence.joined(preposition) or not sentence.joined(first):
        return None
    one, two = words[first], words[first + 1]
    if not one.shape is two.shape is Shape.LOWER or one.forms or two.forms or one.owned or two.owned:
        return None
    if words[preposition].key != "at" and not _somebody_is(sentence, preposition):
        return None
    if two.roles & (AFTER | L.KIN) or two.key in _NO_ENDING:
        return None
    if one.key in NO_HOUSE and not one.bits & X.TOWN:
        return None
    if any((word.bits & X.PUBLIC and not word.bits & X.TOWN) or not word.bits & ~X.OPENS for word in (one, two)):
        return None
    likely = X.FAMILY | X.ANY_TOWN | X.GIVEN
    named = any(word.bits & likely or not word.bits & X.COMMON for word in (one, two))
    if words[preposition].key == "in" and not (
        one.bits & (X.FAMILY | X.TOWN) and two.roles & (L.STREET | L.HEAD)
    ):
        named = any(word.bits & likely and not word.bits & X.EVERYDAY for word in (one, two))
    after = sentence.right(first + 1)
    ends = after is None or after.roles & (AFTER | L.MONTHLIKE) or after.key in WHEN
    return house(first, first + 1) if named and ends else None


def _somebody_is(sentence: Sentence, preposition: int) -> bool:
    """Whether somebody is, or is from, what follows: “aoife is in …”, “a woman from …”."""
    words, key = sentence.words, sentence.words[preposition].key
    for other in range(preposition - 1, max(-1, preposition - 4), -1):
        if not sentence.joined(other):
            return False
        word = words[other]
        if word.forms or word.roles & L.KIN or word.key in _PEOPLE or sentence.certain(other):
            return True
        if key == "from" or word.key not in _IS:
            return False
    return False


_PEOPLE = word_set("""
    woman man lady girl boy lad lass bloke chap fella someone somebody nurse worker rep hes shes he she manager officer
    rang phoned called team
""")
_IS = word_set("is was still back now been kept again bed moved gone went in got")


def _somebody(words: list[Word], first: int, last: int) -> bool:
    """Whether somebody is told of near words: a name, kin, a pronoun, who works."""
    told = L.KIN | L.PRONOUN | L.POSSESSIVE | L.JOB
    near = words[max(0, first - REACH) : first] + words[last + 1 : last + REACH]
    return any(one.forms or one.roles & told or one.key in _SHORTENED for one in near)


def one_word(sentence: Sentence, preposition: int) -> Stretch | None:
    """A house by one word that has no article: “she's at harbour, the refuge”, “two interviews, one at hallmark”."""
    words, at = sentence.words, preposition + 1
    if at >= len(words) or not sentence.joined(preposition):
        return None
    word, after = words[at], sentence.right(at)
    if word.shape is not Shape.LOWER or word.forms or word.roles & ~L.HEAD or word.owned or (
        word.bits & (X.EVERYDAY | X.PUBLIC)
    ):
        return None
    if word.key.endswith(("time", "times", "day", "days")):
        return None
    if not word.bits & X.WORD or word.key in _DONE or L.MODIFIERS.search(word.key) or word.key in NO_HOUSE:
        return None
    ends = after is None or after.roles & (AFTER | L.MONTHLIKE) or after.key in WHEN
    return house(at, at) if ends and _somebody(words, preposition, at) else None


_DONE = word_set("""
    choir physio chemo dialysis bingo yoga karate rehab mediation assembly worship cubs scouts guides brownies nursery
    creche playgroup practice rehearsal rehearsals pilates zumba detox triage outpatients pharmacy scratch dusk midday
    mass evensong matins christmas easter eid diwali passover midnight teatime lunchtime bedtime breakfast brunch supper
    weekends sunrise sunset daybreak dawn nightfall poker cards snooker darts chess netball badminton squash swimming
    strangers pains odds loggerheads gunpoint knifepoint intervals peak stake leisure liberty gatherings funerals
    weddings festivals christenings wakes auctions markets traffic trains buses birds cars crossroads
    kickoff harvest halloween parties concerts gigs raves
""")


_NO_BEGINNING = AFTER | L.KIN | L.QUANTITY | L.GENERIC | L.MONTHLIKE | L.TITLE
_NO_ENDING = word_set("""
    time times last notice term practice class classes club clubs group groups lunch tea mass speed risk night nights
    day days point points end level home work length rates rate price prices events event meeting meetings age ages
    stage ease will pains peace war sea court random large least most best worst first games game church school
    university college parties party training dinner breakfast assembly service prayers sessions
""")


def set_apart(sentence: Sentence, at: int) -> Stretch | None:
    """A house or firm that is put in between commas, or that does something, or where somebody is: by its sort's word.

    “the unit, new horizon house, since …”, “chestnut lodge has rung”, “six weeks at the toucan café”."""
    words, first = sentence.words, at
    if words[at].key in _MATTER:
        return None
    while first and sentence.joined(first - 1) and at - first < _MOST:
        word = words[first - 1]
        small = word.roles & _NO_PART and word.key not in ("new", "old")
        if word.shape is not Shape.LOWER or small or word.owned or word.forms or word.bits & X.PUBLIC:
            break
        first -= 1
    named = words[first:at]
    said = [word for word in named if not word.roles and not L.MODIFIERS.search(word.key)]
    rare = any(not word.bits & X.EVERYDAY for word in said)
    if not said:
        return None
    right = sentence.right(at)
    closed = at + 1 == len(words) or sentence.gap(at + 1)[:1] in ",.;)"
    if first and not sentence.joined(first - 1):
        return house(first, at) if sentence.gap(first) in (", ", ": ", " (", " = ") and closed else None
    rung = right is not None and right.key in ("has", "have", "rang", "said", "wrote", "phoned", "called")
    if not first:
        return house(first, at) if rung else None
    before, placed = words[first - 1], words[first - 2] if first > 1 else None
    if before.key in ("as", "that", "try", "because", "when"):
        return house(first, at) if rung or (before.key == "try" and closed) else None
    if not rare or before.key != "the" or placed is None or not sentence.joined(first - 2):
        return None
    if placed.key not in _WHERE_ONE_IS:
        return None
    ends = closed or right is None or right.roles & (AFTER | L.MONTHLIKE) or right.key in WHEN
    return house(first, at) if ends and _somebody(words, first - 2, at) else None


_MATTER = word_set("""
    oil gas water power paper glass eggs meats foods furniture flooring timber doors windows tools papers press media
    news print printing packaging plastics chemicals energy department office party buses cars taxis cabs trains bus
""")
_NO_PART = AFTER | L.KIN | L.QUANTITY | L.DETERMINER | L.MONTHLIKE
_MOST = 3
_WHERE_ONE_IS = frozenset(("at", "from", "runs", "ran", "owns", "outside", "joined", "left"))


def sent_there(sentence: Sentence, preposition: int) -> Stretch | None:
    """A house without article or capital behind “admitted to”, “discharged from”, “kept in”, “referred to”."""
    words, first = sentence.words, preposition + 1
    cues = _SENT.get(words[preposition].key)
    if cues is None or first >= len(words) or not sentence.joined(preposition):
        return None
    if words[first].shape is not Shape.LOWER or words[first].roles & _NO_BEGINNING & ~L.GENERIC:
        return None
    low = max(0, preposition - 3)
    told = [other for other in range(low, preposition) if words[other].key in cues]
    if not told or not all(sentence.joined(other) for other in range(told[-1], preposition)):
        return None
    last = first - 1
    for other in range(first, min(first + 3, len(words))):
        word = words[other]
        small = word.roles & (AFTER | L.KIN | L.MONTHLIKE) or word.key in WHEN
        if (other > first and not sentence.joined(other - 1)) or small or word.shape is not Shape.LOWER:
            break
        if word.forms or word.owned or word.bits & X.PUBLIC:
            return None
        last = other
    named = words[first : last + 1]
    if not named or len(named) > 2 or (L.MODIFIERS.search(named[-1].key) and named[-1].plain):
        return None
    if any(word.key in _NO_ENDING or word.key in _DONE or word.key in _STATES_OF for word in named):
        return None
    if last == first:
        alone = not named[0].roles and not named[0].bits & X.EVERYDAY and named[0].key not in NO_HOUSE
        return house(first, last) if alone and words[preposition].key not in ("in", "on") else None
    if words[told[-1]].key in _FIRMLY and not any(word.roles & ~(L.VERB | L.BARE) for word in named):
        return house(first, last)
    rare = any(not word.bits & X.EVERYDAY or word.bits & (X.FAMILY | X.ANY_TOWN) for word in named)
    sort = all(word.roles & (L.GENERIC | L.HEAD) or word.key in NO_HOUSE for word in named)
    return house(first, last) if rare and not sort and not named[0].roles & L.GENERIC else None


_SENT = {
    "to": word_set("admitted referred transferred rushed signposted moved rereferred discharged refers"),
    "from": word_set("discharged banned barred evicted excluded transferred bailiffs letter rang sacked suspended"),
    "in": word_set("kept admitted"),
    "with": word_set("volunteers volunteering volunteered registered tenancy placement rents"),
    "on": word_set("waiting"),
}
"""Prepositions of sending somebody, and the words of sending before them."""
_FIRMLY = word_set("""
    admitted referred transferred signposted rereferred discharged banned barred evicted excluded
""")
"""Behind these two words without an article are a house, however plain: “admitted to stepping stones”."""
_STATES_OF = word_set("""
    remission custody limbo hiding detention isolation quarantine rehab respite detox remand theatre arrears touch line
    shape order mind check suspense stitches reserve storage physio counselling counseling therapy casualty cardiology
    oncology neurology dermatology paediatrics pediatrics gynaecology orthopaedics radiology urology psychiatry
    psychology hospice aftercare outpatients maternity triage mediation arbitration bankruptcy collections debt scabies
    driving flying drinking benefits parole
""")


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
    if after is not None and after.plain and not ends_there(after) and after.key not in _SORTS:
        return None
    return known_or_not(named, named)


_SORTS = frozenset(("clinic", "hospital", "school"))
_ANYBODYS = word_set("""
    doctor dentist vet barber hairdresser chemist butcher baker newsagent optician solicitor grocer greengrocer
    florist bookie physio nurse vicar neighbour neighbor friend mate pal other somebody someone everybody people
    today tomorrow yesterday tonight year week month night world god child children women men lady ladies gents it
    that who what let he she there here one
""")


def after_somebody(sentence: Sentence, at: int, word: Word) -> Stretch | None:
    """A house in lower case that is called after somebody: “in priscilla bacon since sunday”."""
    left, right = sentence.left(at), sentence.right(at)
    if left is None or left.key not in ("in", "into") or right is None or word.owned:
        return None
    if not word.bits & X.GIVEN or word.bits & (X.COMMON | X.ANY_TOWN | X.PUBLIC) or right.shape is not Shape.LOWER:
        return None
    if right.roles & (AFTER | L.KIN | L.HEAD) or right.key in WHEN or right.bits & X.PUBLIC or right.forms:
        return None
    if L.MODIFIERS.search(right.key) and right.bits & X.COMMON:
        return None
    after = sentence.right(at + 1)
    ends = after is None or not after.plain or ends_there(after) or after.roles & L.MONTHLIKE
    return house(at, at + 1 + (after is not None and bool(after.roles & L.HEAD))) if ends else None
