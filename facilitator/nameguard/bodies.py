"""Finds organisations by what they are to somebody: who lets the flat, lends, insures, treats, sends a letter."""

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

_LETTING = word_set("""
    flat flats house bedsit studio rent rents renting rented tenancy lease let sublet deposit maisonette bungalow
    hostel housed rehoused tenant repairs eviction
""")
_MONEY = word_set("""
    account accounts loan loans mortgage overdraft card catalogue insurance insured policy pension contract banks
    banked banking saves savings isa broadband borrowed borrow borrows owes owed debt debts arrears behind paying
    paid pays bill bills bailiff bailiffs finance refund payout claim compensation cover premium
""")
_CARED = word_set("""
    admitted discharged rushed transferred lighted inpatient sectioned detained detox rehab ward bed operation op scan
    mri appointment appointments bloods chemo dialysis surgery treated treatment nurse consultant surgeon outpatients
    referred seen respite waiting list assessed delivered born
""")
_SENT = word_set("""
    letter letters email emails call calls text visit worker caseworker keyworker help support advice advisor adviser
    grant parcel parcels voucher vouchers woman man lady bloke chap fella guy someone somebody person people rep
    officer solicitor solicitors lawyer barrister brief caller cheque volunteer volunteers counsellor nurse message
    physio engineer driver heard back kit kits pack packs package packages supplies naloxone strips funding lift box
    boxes hamper hampers furniture
""")
_LET_GO = word_set("""
    go redundant laid sacked fired dismissed suspended poached headhunted taken tuped dropped released signed scouted
    refused banned barred employed hired
""")
_SCHOOLED = word_set("""
    course courses degree gcses gcse alevels btec nvq diploma year class classes access enrolled term pupil studying
    studied exams sixth form teacher teaches reception nursery
""")
_BUSINESS = word_set("""
    probation appointment appointments contract interview interviews job jobs hours course tenancy touch trial trials
    referral session sessions placement training volunteering volunteers registered signed shift shifts apprenticeship
    career post role internship agency temping temps nights
""")
_TAKING_PART = word_set("""
    plays play played playing sings sing sang singing dances danced dancing drums drummed runs ran running swims swam
    swimming boxes boxed bowls bowled bats batted rows rowed darts football rugby cricket netball hockey bowls pool
    choir band trains trained coaches coached captains captained scored signed races raced cycles cycled
""")
_THERE = word_set("""
    dr doctor gp nurse receptionist reception warden manager carer matron staff shift shifts job works worked room bed
    place lives living stays staying moved settled cleaner porter chef kitchen registered prescription
""")
_INSIDE = word_set("""
    years did months remand sentence served time stretch inside locked banged released tag prison weeks
""")
_OUT = word_set("chucked kicked thrown booted got pulled dropped fell suspended expelled flunked")
_BELONGING = word_set("""
    books owner director trustee trustees patron customer client tenant resident residents caretaker warden
    matron grounds
""")
_RUN = word_set("run owned funded managed provided organised organized sponsored hosted commissioned housed")

_FRAMES: tuple[tuple[frozenset[str], frozenset[str], bool, int], ...] = (
    (word_set("off from with through"), _LETTING, True, 4),
    (word_set("with from to off"), _MONEY, True, 4),
    (word_set("at to in into under from by on for"), _CARED, False, 4),
    (word_set("from at"), _SENT, False, 2),
    (word_set("by from off"), _LET_GO, True, 3),
    (word_set("at"), _SCHOOLED | _THERE, False, 4),
    (word_set("with"), _BUSINESS, False, 3),
    (word_set("for with in"), _TAKING_PART, False, 3),
    (word_set("of"), _OUT, False, 2),
    (word_set("of"), _BELONGING, False, 2),
    (word_set("by"), _RUN, False, 1),
    (word_set("in at from"), _INSIDE, False, 3),
)
"""Prepositions, the words of which one must stand a little before them, whether a name may have no capital, and how
far before the preposition such a word may stand."""
_PREPOSITIONS = frozenset().union(*(frame[0] for frame in _FRAMES))
_REACH = 4

_ITSELF = word_set("""
    landlord agency employer firm company bank school college surgery hospital nursery provider insurer supplier
    solicitors council university uni work gym team club church mosque union hospice home ward unit clinic shelter
    centre center rehab prison pub cafe restaurant shop hotel practice dentist chemist refuge factory warehouse
""")
"""What somebody has one of, that is then named: “his landlord is …”, “her agency, …, has”."""

_TRADE = word_set("""
    installers builders caterers agency agents firm company charity supplier suppliers contractors removals couriers
    chain supermarket
""")
_OWING = word_set("owes owe owed pays paying")
_LEADING = _PREPOSITIONS | _TRADE | _ITSELF | _OWING | {"is", "was", "called"}
"""Behind these words alone a body is looked for."""
_NO_BODY = L.STOP | L.PRONOUN | L.POSSESSIVE | L.DETERMINER | L.TITLE | L.KIN | L.MONTHLIKE | L.NUMBER | L.STREET
_ORDINARY = L.STOP | L.PREPOSITION | L.PRONOUN | L.POSSESSIVE | L.DETERMINER | L.MODAL | L.AND | L.NUMBER | L.TITLE
_SORTS = L.GENERIC | L.HEAD | L.QUANTITY | L.KIN | L.JOB | L.HOME | L.VERB | L.MONTHLIKE
_MOST = 6


def bodies(sentence: Sentence) -> Iterator[Stretch]:
    """Organisations in the frames of what they do to somebody; of the lists, of ordinary words, and of neither."""
    words = sentence.words
    if sentence.titled or sentence.shouted:
        return
    past, leading = -1, _LEADING
    for last in [at for at, word in enumerate(words) if word.key in leading]:
        before, at, found = words[last], last + 1, None
        if at <= past or at == len(words):
            continue
        if before.key in _PREPOSITIONS and sentence.joined(last):
            found = _framed(sentence, at)
        elif words[at].shape is not Shape.LOWER and _introduced(sentence, at):
            found = _run_of_capitals(sentence, at, X.EMPLOYER | X.BRAND)
        if found is not None:
            past = found.last
            yield found


def _framed(sentence: Sentence, at: int) -> Stretch | None:
    """What stands behind “a loan with”, “got a flat off”, “made redundant by”."""
    words = sentence.words
    preposition = words[at - 1].key
    first = at + (words[at].key == "the" and sentence.joined(at))
    if first >= len(words):
        return None
    cues = _before(sentence, at - 1)
    for prepositions, family, small, reach in _FRAMES:
        if preposition not in prepositions or family.isdisjoint(cues[:reach]):
            continue
        if words[first].shape in (Shape.CAPITAL, Shape.UPPER, Shape.MIXED):
            if preposition in ("with", "for", "from", "by") and words[first].bits & X.DOUBLE:
                return None  # a person, as likely
            found = _run_of_capitals(sentence, first, X.EMPLOYER | (X.BRAND if small else 0))
            if found is not None and small:  # it is a body, though its name be a thing known to all
                return Stretch(found.first, found.last, found.kind, AMBER, (*found.signs, "job"))
            return found
        if small and first == at:
            return _without_capital(sentence, first)
    return None


def _before(sentence: Sentence, at: int) -> list[str]:
    """The words a little before a preposition, in the same clause, the nearest first."""
    found: list[str] = []
    for other in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if not sentence.joined(other):
            break
        word = sentence.words[other]
        if word.roles & L.AND:
            break
        found.append(word.key)
    return found


def _run_of_capitals(sentence: Sentence, first: int, bodies_known: int = X.EMPLOYER) -> Stretch | None:
    """A run of capitals that is nobody's name and no day, feast or thing known to all, but for bodies of these
    bits."""
    words = sentence.words
    last, other = first, first + 1
    while other < len(words) and other - first < _MOST and CONNECT.match(sentence.gap(other)):
        if words[other - 1].owned or words[other].key in L.DAYS:
            break
        if words[other].shape in (Shape.CAPITAL, Shape.UPPER, Shape.MIXED):
            last = other
        elif words[other].key not in ("of", "and", "the", "for", "de", "del", "la", "le") or other - last > 1:
            break
        other += 1
    named = words[first : last + 1]
    begun = not words[first].roles & _NO_BODY or (last > first and words[first].key in _BEGINNING)
    if not begun or any(_somebody(word) for word in named):
        return None
    if last == first and _too_plain(named[0]) and words[first - 1].key not in _TRADE:
        return None
    known = [word for word in named if word.bits & X.PUBLIC and not word.bits & bodies_known]
    if len(known) == len(named) or (known and known[0] is named[0]):
        return None
    return stretch(first, with_town(sentence, last), Kind.ORGANISATION, "frame", "specific")


_BEGINNING = word_set("new big good great first old little small full real all our")
"""Words that may begin the name of a house, though they tell no house by themselves: “New Horizon House”."""


def _too_plain(word: Word) -> bool:
    """Whether one word in a capital only says what sort of house or office it is: “from Housing”."""
    if word.bits & X.EMPLOYER:
        return False
    if word.bits & X.EVERYDAY and not word.bits & (X.ANY_TOWN | X.FAMILY) and not word.owned:
        return True  # “in touch with Nature”
    return bool(word.roles & (L.HEAD | L.GENERIC | L.QUANTITY | L.PLACEWARD) or len(word.key) < 3 or word.owned)


def _somebody(word: Word) -> bool:
    return bool(word.forms) or bool(word.bits & X.GIVEN and not word.bits & (X.WORD | X.EMPLOYER))


def _without_capital(sentence: Sentence, at: int) -> Stretch | None:
    """One word that is none of every day, where a thing would have an article: “a flat off trident”."""
    word, after = sentence.words[at], sentence.right(at)
    if word.shape is not Shape.LOWER or word.forms or word.bits & (X.GIVEN | X.NATION):
        return None
    if word.bits & (X.COMMON | X.PUBLIC) and not word.bits & X.BRAND:
        return None
    if word.roles & (_ORDINARY | _SORTS) or L.MODIFIERS.search(word.key) or word.key.endswith(("s", "ly")):
        return None
    ends = after is None or after.roles & (_ORDINARY | L.VERB | L.MONTHLIKE | L.QUANTITY) or not after.plain
    return stretch(at, at, Kind.ORGANISATION, "frame", "specific") if ends else None


def _introduced(sentence: Sentence, at: int) -> bool:
    """Whether a capital stands where the name of a body is put in: “his landlord is …”, “the nursery (…)”."""
    word, before, gap = sentence.words[at], sentence.words[at - 1], sentence.gap(at)
    if word.shape not in (Shape.CAPITAL, Shape.UPPER, Shape.MIXED):
        return False
    if before.key in _ITSELF and gap in (" (", " = "):
        return True
    if not sentence.inside(at):
        return False
    if before.key in _OWING:
        return sentence.joined(at - 1) and not word.bits & (X.DOUBLE | X.GIVEN)
    if before.key in _TRADE and gap == " ":
        return not word.bits & (X.DOUBLE | X.GIVEN)
    return (before.key in _ITSELF and gap in (", ", ": ")) or (
        at > 1 and before.key in ("is", "was", "called") and sentence.words[at - 2].key in _ITSELF
    )


_CONTACT = word_set("""
    rung rang phoned called emailed contacted asked seen saw visited joined using uses used attends attended tried
    told ask ring phone call contact see try join left leaving owes
""")
_TOWARD = word_set("at to from with by under on through via for of in into")
_OF_ONE = word_set("""
    he she his her him hers they them their i me my myself himself herself hes shes theyre wife husband
""")
_HANDED_OUT = word_set("""
    kit kits pack packs parcel parcels hamper hampers voucher vouchers supplies naloxone strips grant
""")
_AS_A_LEAFLET = word_set("""
    leaflet leaflets poster posters card cards number numbers helpline line website booklet page film speaker
    advert stall bag shop box tin collection
""")


def concerns(sentence: Sentence, first: int, last: int) -> bool:
    """Whether somebody goes to a body known to all, or hears from it: “she has rung Rethink twice”."""
    words = sentence.words
    word, left, after = words[first], first - 1, sentence.right(last)
    if left > 0 and words[left].key == "the":
        left -= 1
    if left < 0 or not sentence.joined(first - 1):
        return False
    if last == first and word.bits & X.COMMON and (word.shape is Shape.LOWER or not sentence.inside(first)):
        return False
    if words[left].key not in _CONTACT and words[left].key not in _TOWARD:
        return False
    if after is not None and after.key in _AS_A_LEAFLET:
        return False
    told = words[max(0, left - _FAR) : left]
    if words[left].key == "from" and left and words[left - 1].key in _HANDED_OUT:
        return True
    if any(other.key in _AS_A_LEAFLET for other in told):
        return False
    if words[0].key.endswith("s") and words[0].roles & L.VERB and first < _FAR:
        return True  # “Helps out at …”: of whom the note is
    if words[left].key in _TOWARD:
        told += words[last + 1 : last + _FAR]
    return any(other.key in _OF_ONE or other.forms or other.roles & L.KIN for other in told)


def somebody_near(sentence: Sentence, at: int) -> bool:
    """Whether somebody is spoken of about a word: a pronoun, kin, a name, or who does what the sentence begins with."""
    words = sentence.words
    if words[0].roles & L.VERB and words[0].key.endswith(("s", "d", "t")):
        return True
    for other in range(max(0, at - _NEAR), min(len(words), at + _NEAR)):
        word = words[other]
        told = word.key in _OF_ONE or word.key in _OF_A_LIFE or word.roles & (L.KIN | L.TITLE | L.JOB | L.HOME)
        if told or word.forms or sentence.certain(other):
            return True
    return False


_OF_A_LIFE = word_set("years line shelves officer served stacks stack counter packing production")
_NEAR = 12
_FAR = 8
"""How far before a body somebody may stand whom it concerns."""
