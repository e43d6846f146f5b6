"""Weighs, word by word, whether a word is somebody's name: what it is itself, and what stands to its left and right."""

from __future__ import annotations

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.language import word_set
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.roster import Form, Roster
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.tokens import Shape
from facilitator.nameguard.weights import POINTS

Signs = list[str]

_NOUNISH = L.VERB | L.PREPOSITION | L.STOP | L.AND | L.MODAL | L.PRONOUN | L.POSSESSIVE
_MODALS = frozenset(("will", "may", "can", "might", "wills"))
_VERBS_TOO = word_set("""
    will may can mark grant hope bill chase pat rob sue drew nick chuck skip josh ray trip pierce curt frank
    hank bob rose dawn wade faith harry major bond chip jack mike peter jimmy pip sally carry merit price win
    pet kit rush rock trust storm rain dash dale ward guy buck burt cherish praise promise reign wood sage page
    jay gene dot herb buzz buster fern penny tuck tucker spike mace park cook tab bay butch lance scout gale
    stew miles duke grace honour honor favour treasure whisper rip march flash turner smith brand flick basil
    pepper fox hunter
""")
_HARD_MONTH = word_set("""
    in since until till by next last this early late mid of during before after end start beginning middle every
    coming through around on
""")
_SPOKE = word_set("""
    talk talks talked talking speak speaks spoke spoken speaking said say listen listened listening write wrote
    written gave give given sent send next went go going married back according thanks thank owed owes happened
    close near sat sitting related attached engaged addressed opposite apologise apologised apologized sorry
    message messages lied waved nodded smiled shouted swore goodbye hello hi chatted chat text texts call calls
    email emails lent explained mentioned turned similar lovely kind nice mean rude horrible cruel new
""")
_MESSAGES = word_set("""
    text texts message messages email emails call calls card letter note apologies apology word voicemail
    contact home visit news apols
""")
_HOLDING = frozenset(("title", "kin", "called", "met", "spoken_to", "message_from"))
_TOGETHER = word_set("""
    word words chat chats chatted talk talked talking spoke speak speaking session lunch coffee tea lift shared
    share sat sit met meet
    meeting lives living stayed staying stay went came walked paired pair row argument argued issue problem
    problems supervision call
    contact touch worked working agreed agree disagreed disagree split broke angry cross upset annoyed pleased
    along friends two one
    catchup conversation conversations debrief debriefed checkin checked check happened wrong
""")
_NO_ADDRESS = word_set("""
    happy love well best morning evening poor no
""")
_OF_PEOPLE = word_set("""
    death loss memory funeral care think thinking thought photo photos picture news brother sister mother father
    son daughter friend
    wife husband partner mum dad friends fond proud jealous scared afraid frightened sick tired rid ahead instead
    because
""")
_PLAIN_PREPOSITIONS = word_set("""
    in on into under over per during through up out off down around within towards along across
""")
_PEOPLE_DID = word_set("""
    moved gone left stopped started been agreed asked decided told lost joined split relapsed apologised
    apologized offered got had
    turned come missed finished stayed said given taken made brought sent started quit phoned rung texted emailed
    bought sold found
    promised invited met seen heard applied passed struggled managed improved recovered died married divorced
    separated volunteered
    never always just really already also now not
""")
_PERSONAL = (
    _SPOKE
    | _MESSAGES
    | _TOGETHER
    | _OF_PEOPLE
    | word_set("""
    worried worry worries worrying check checked checking checks proud news prayers pray prayed week weeks day
    days evening night role
    place chair seat flowers cake collection cover covering covered look looked looking looks listen waved pointed
    nodded laughed laughing
    cheered clapped applause wait waited waiting asked ask asking care cares caring cared responsible sorry
    apologised kind rude unkind
    gift reference job money loan debt owed room space time message left leave go gone goes come came comes going
    next back close
    due fun hope hopes wish wishes best hard tough difficult good great better worse easy harder thanks credit
    words work done
    key keys book form forms letter notes photo something anything everything nothing plan goal ideas story
    tissues hug hugs
    truth lies rumour rumours according flowers wreath stood stand stands spoke stick stuck looks fell fallen
    caught catch put keep kept
    dinner breakfast sandwich home house flat bag coat phone number lost won heard hears hearing told complaint
    concern concerns
    feedback help helped support supported lied stole borrowed bought got took dropped handed passed gave brought made
""")
)
_ABSTRACT = word_set("""
    hope faith grace joy art summer autumn winter spring love peace patience charity mercy honour honor dawn
    prayer time april may june
    august january march day night sky rain snow trust truth freedom justice comfort courage wisdom harmony
    serenity christmas easter
    liberty light fun honey tea rose heather ivy ruby amber pearl crystal music song story will
""")
_STATES = word_set("""
    absent late away ill unwell better fine ok okay tired quiet back here off home sick poorly sober well
    struggling sad low flat upset
    angry anxious new gone missing again still no not never also first next last present early excused tearful
    calmer happier worse
    there around nervous lonely stuck overwhelmed exhausted today tonight tomorrow both too
""")
_IN_A_STATE = word_set("""
    tears bits pieces hospital pain bed court prison rehab recovery crisis shock denial agony surgery bother
    trouble work therapy
    treatment lockdown isolation debt arrears
""")
_THINKS = word_set("""
    think thinks thought agreed agree agrees said says say know knows knew believe hope hopes hoped reckon
    reckons reckoned felt feel guess told asked heard see saw decided noticed mentioned wish bet suppose worried
    suggested ask whether that if because when while since although though as until unless but so and than where
    how what why after before like cos coz cuz bcoz cause then also today tonight yesterday plus once which ok
    okay yes well btw fyi
""")


def weigh(sentence: Sentence, at: int, roster: Roster) -> tuple[int, Signs, frozenset[int]]:
    """Points for the word being a name by itself, the signs that gave them, and whose it may be."""
    word = sentence.words[at]
    people = frozenset(word.forms)
    signs = _itself(sentence, at, word)
    if not signs:
        return 0, signs, people
    points = sum(POINTS[sign] for sign in signs)
    sure = signs[0] in ("roster", "given", "initials", "roster_rare_word_inside")
    if not word.forms and word.shape is not Shape.FOREIGN:
        slipped = _slip(sentence, at, word, roster)
        if slipped:
            sign, near = slipped
            people = near
            if POINTS[sign] > points:
                signs = [sign]
                points = POINTS[sign]
                sure = sign == "roster_slip"
            else:
                signs.append(sign)
                points += POINTS[sign]
    if sure and not word.bits & X.PUBLIC:
        return points, signs, people
    around = _around(sentence, at, word)
    signs += around
    return points + sum(POINTS[sign] for sign in around), signs, people


def _itself(sentence: Sentence, at: int, word: Word) -> Signs:
    """What the word is, whatever stands around it. Nothing for a word that is not worth weighing."""
    bits = word.bits
    lower = word.shape is Shape.LOWER or bool(sentence.shouted and bits & X.WORD and word.shape is Shape.UPPER)
    inside = not lower and sentence.inside(at)
    if word.shape is Shape.UPPER and word.forms and not sentence.shouted and len(word.key) > 2:
        # “HOPE came”: it is written so to be seen, as names in notes are. “PIP” is not.
        inside = not bits & X.PUBLIC
    ordinary, common = bits & X.WORD, bits & X.COMMON
    emphasis = word.shape is Shape.UPPER and not sentence.shouted and ordinary and not bits & X.GIVEN
    if word.shape is Shape.FOREIGN:
        return ["foreign"]
    if word.forms:
        return _of_roster(word, ordinary, common, lower, inside)
    if len(word.key) == 1:
        return ["letter"] if word.shape is not Shape.LOWER and word.raw not in "IAO" and inside else []
    if bits & X.PUBLIC and (not bits & X.DOUBLE or word.shape is Shape.UPPER):
        return ["word", "public"] if bits & X.GIVEN and not lower else []
    given, family = bits & X.ANY_GIVEN, bits & X.ANY_FAMILY
    if word.roles & L.TITLE and not bits & (X.GIVEN | X.DOUBLE):
        return []
    if emphasis and not family:
        return []
    if not ordinary:
        return _no_word(sentence, at, word, lower)
    if bits & X.DOUBLE and common:
        return ["double_lower" if lower else "double_inside" if inside else "double_opening"]
    if bits & (X.GIVEN | X.DOUBLE) and not common:
        if bits & X.RARE:
            return ["given_rare_word_lower"] if lower else ["given_half_inside" if inside else "given_half_opening"]
        return ["given_half_lower" if lower else "given_half_inside" if inside else "given_half_opening"]
    if given:
        return ["given_word_lower" if lower else "given_word_inside" if inside else "given_word_opening"]
    if lower:
        left = sentence.left(at) if family else None
        return ["family_word_lower"] if left is not None and left.roles & L.TITLE and not word.roles & L.STOP else []
    if bits & X.FAMILY and not common and not inside:
        return ["family_half_opening"]
    if family:
        return ["family_word_inside"] if inside else ["family_word_inside", "heading"]
    return ["word_inside"] if inside else ["word"]


def _no_word(sentence: Sentence, at: int, word: Word, lower: bool) -> Signs:
    bits = word.bits
    if bits & X.GIVEN:
        return ["given_lower" if lower else "given"]
    if bits & X.GIVEN_RARE:
        return ["given_rare_lower" if lower else "given_rare"]
    if bits & X.ANY_FAMILY:
        return ["family_lower" if lower else "family"]
    if bits & X.ANY_TOWN:
        return ["town_lower" if lower else "town"]
    if bits & (X.EMPLOYER | X.NATION):
        return []
    if word.shape is Shape.UPPER and not sentence.shouted and len(word.key) <= 5:
        return ["unknown", "acronym"]
    signs = ["unknown_lower" if lower else "unknown"]
    if word.kept:
        signs.append("like_a_word")
    if lower and len(word.key) < 3:
        signs.append("acronym")
    if lower and _loose_medicine(sentence, at):
        signs.append("acronym")
    return signs


def _loose_medicine(sentence: Sentence, at: int) -> bool:
    """Whether a dose stands beside an unknown word: “20 mg of …”."""
    after = sentence.words[at + 1].raw.lower() if at + 1 < len(sentence.words) else ""
    return (after[:1].isdigit() and after.endswith(("mg", "mcg", "ml"))) or (
        after.isdigit()
        and at + 2 < len(sentence.words)
        and sentence.words[at + 2].key in ("mg", "mcg", "ml", "milligrams")
    )


def _of_roster(word: Word, ordinary: int, common: int, lower: bool, inside: bool) -> Signs:
    best = min(word.forms.values())
    if not ordinary and not word.bits & X.PUBLIC:
        return ["roster"]
    if not common and not word.bits & X.PUBLIC:
        return ["roster_rare_word_inside" if not lower else "roster_rare_word"]
    if lower:
        signs = ["roster_surname_word_lower" if best is Form.SURNAME else "roster_word_lower"]
    else:
        signs = ["roster_word_inside" if inside else "roster_word_opening"]
    if not word.bits & X.EVERYDAY and not inside:
        signs.append("roster_less_usual")
    if word.shape is Shape.UPPER and word.bits & X.PUBLIC:
        return ["initials_known"]
    if best is Form.SHORT:
        signs.append("roster_short_word")
    return signs


def _slip(sentence: Sentence, at: int, word: Word, roster: Roster) -> tuple[str, frozenset[int]] | None:
    """Whether a word that is no name of the roster is nearly one."""
    bits = word.bits
    lower = word.shape is Shape.LOWER
    ordinary = bits & X.WORD and (lower or not sentence.inside(at)) and not bits & X.ANY_GIVEN
    if ordinary and (bits & X.EVERYDAY or not _strong_place(sentence, at)):
        return None
    if bits & X.PUBLIC or word.key.isdigit():
        return None
    people, slips = roster.near(word.key)
    if not people:
        return None
    if bits & X.WORD:
        return "roster_slip_word", people
    if bits & (X.ANY_NAME | X.ANY_TOWN):
        return "roster_slip_known", people
    return ("roster_slip_lower" if lower and (slips > 1 or word.kept) else "roster_slip"), people


def _open(word: Word) -> bool:
    """Whether the word may as well be an ordinary one, so that small words beside it count against a name."""
    return bool(word.bits & (X.WORD | X.PUBLIC))


def _strong_place(sentence: Sentence, at: int) -> bool:
    """Whether a name would stand here: in a row of names, after kin, before a verb of speech."""
    left, right = sentence.left(at), sentence.right(at)
    if sentence.words[at].roles & (L.STOP | L.VERB | L.KIN | L.PREPOSITION):
        return False
    return bool(
        sentence.listed(at)
        or sentence.headed(at)
        or (sentence.words[at].owned and sentence.words[at].shape is not Shape.LOWER)
        or (right and right.roles & L.STRONG and (left is None or left.roles & L.AND))
        or (right and right.roles & L.VERB and left is None and sentence.words[at].shape is not Shape.LOWER)
    )


def _around(sentence: Sentence, at: int, word: Word) -> Signs:
    """Signs from the words beside it. Only a space between two words makes them neighbours."""
    signs: Signs = []
    left, right = sentence.left(at), sentence.right(at)
    if word.owned:
        # “May’s meeting” and “winter’s end” say nothing of a person.
        if not word.bits & X.PUBLIC:
            signs.append("owned")
    elif word.verbal:
        signs.append("short_verb")
    _from_left(sentence, at, word, left, signs)
    if not word.owned:
        after: Signs = []
        _from_right(sentence, at, word, left, right, after)
        # After a title, or “told”, nothing that follows can speak against a name, unless it is a month or “will be”.
        held = not _HOLDING.isdisjoint(signs)
        signs += [sign for sign in after if not held or POINTS[sign] > 0 or sign in ("month", "modal_use")]
        if _family_follows(sentence, at, word, right):
            signs.append("surname_after")
    if left is None and _apposed(sentence, at, word):
        signs.append("kin")
    if sentence.listed(at):
        signs.append("listed")
    if sentence.headed(at):
        signs.append("list_head")
    elif sentence.tasked(at):
        signs.append("listed")
    elif sentence.alone(at):
        signs.append("alone")
    return signs


def _family_follows(sentence: Sentence, at: int, word: Word, right: Word | None) -> bool:
    """Whether an ordinary word in a capital has a family name after it: “Wellington Albuquerque”."""
    if right is not None and right.key in ("del", "de", "della", "bin", "bint", "van", "von") and word.bits & X.GIVEN:
        return True
    if right is None or word.shape is not Shape.CAPITAL or right.shape is not Shape.CAPITAL:
        return False
    if not sentence.inside(at) and not word.bits & (X.DOUBLE | X.GIVEN):
        return False
    if word.roles & (L.STOP | L.TITLE | L.KIN | L.STREET | L.HEAD | L.PREPOSITION) or word.bits & X.PUBLIC:
        return False
    return not right.bits & (X.WORD | X.PUBLIC | X.GIVEN | X.EMPLOYER | X.NATION) or bool(right.forms)


def _apposed(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether a name stands between commas after kin: “The baby, Wellington, came”."""
    if at == 0 or sentence.gap(at) != ", " or not sentence.words[at - 1].roles & L.KIN or sentence.words[at - 1].owned:
        return False
    after = sentence.gap(at + 1) if at + 1 < len(sentence.words) else "."
    return (
        after[:1] in ",.;)"
        and (word.shape is not Shape.LOWER or not word.bits & X.EVERYDAY)
        and not word.roles & L.STOP
    )


def _from_left(sentence: Sentence, at: int, word: Word, left: Word | None, signs: Signs) -> None:
    if left is None:
        return
    roles, key = left.roles, left.key
    low = word.shape is Shape.LOWER
    common = word.bits & X.COMMON
    if word.key in L.MONTHS and _month(sentence, at, left, signs):
        return
    if len(key) == 1 and key.isalpha() and (left.raw not in "aAI" or sentence.gap(at) == ". "):
        if word.bits & X.ANY_FAMILY or word.forms:
            signs.append("initial_before")
    elif roles & L.TITLE and not left.owned and _titled(left, word, low, common):
        signs.append("title")
    elif roles & L.KIN and not left.owned:
        if not (low and common and word.roles & (L.STOP | L.DETERMINER | L.PREPOSITION | L.VERB)):
            signs.append("kin")
    elif key in _ENDEARMENTS:
        signs.append("spoken_to" if key in ("poor", "dear", "darling") else "met_small")
    elif roles & L.ADDRESSED and not (low and common and key in _NO_ADDRESS):
        signs.append("spoken_to")
    elif roles & L.CALLED and key not in ("names", "goes"):
        signs.append("called")
    elif key in _HEADING_A_CLAUSE and key != "and" and _acts(sentence, at):
        signs.append("clause")
    elif key in _PREPOSITIONS:
        _after_preposition(sentence, at, word, key, signs)
    elif roles & L.PRONOUN and key not in ("there", "who"):
        thanked = sentence.left(at - 1) if key == "you" else None
        if thanked is not None and thanked.key in ("thank", "love", "miss", "bless"):
            signs.append("spoken_to")
        elif _open(word) and low:
            signs.append("pronoun")
    elif roles & L.DETERMINER and not (roles & L.MET and not low):
        if _open(word):
            signs.append("determiner" if low or not sentence.inside(at) else "determiner_inside")
        elif low and not word.bits & X.ANY_NAME and key in _ARTICLES:
            signs.append("determiner_unknown")
    elif roles & L.POSSESSIVE:
        if _open(word):
            signs.append("possessive" if low else "determiner_inside")
        elif low and not word.bits & X.ANY_NAME:
            signs.append("determiner_unknown")
    elif roles & L.MODAL:
        if _open(word) and low:
            signs.append("modal_before")
    elif key in _PLAIN_PREPOSITIONS:
        if _open(word) and (low or common):
            signs.append("preposition_plain")
    elif roles & L.MET and not roles & L.PREPOSITION:
        thinks = key in _THINKS and not key.startswith(("told", "ask", "saw", "see", "know", "heard"))
        signs.append("clause" if thinks else "met")
    elif key in _THINKS or (key.endswith("ly") and left.plain):
        signs.append("clause")
    elif low and _open(word) and _adjective(left):
        signs.append("adjective")
    elif low and common and _noun(left):
        right = sentence.right(at)
        if word.key in _VERBS_TOO and right is not None and right.roles & L.PREPOSITION:
            signs.append("modal_before")  # “attendance rose to nine”
        elif right is None or not right.roles & L.VERB or min(word.forms.values(), default=Form.FIRST) is Form.SURNAME:
            signs.append("noun_before")


def _after_preposition(sentence: Sentence, at: int, word: Word, key: str, signs: Signs) -> None:
    """Signs after “with”, “for”, “of”: strong where what stands before them concerns a person."""
    before = sentence.left(at - 1)
    if before is not None and before.key in _PARTICLES and at > 2:
        before = sentence.left(at - 2) or before
    if key == "with" and _left_with(sentence, at):
        signs.append("met")
        return
    if key == "by" and before is not None and before.key in _LED_BY:
        signs.append("met")
        return
    personal = before is not None and (
        before.key in _PERSONAL
        or before.key in _ONLY_PEOPLE
        or bool(before.roles & (L.KIN | L.MET) and not before.roles & L.PREPOSITION)
    )
    if key == "to":
        personal = personal and not (
            before is not None
            and before.key in ("hope", "hopes", "wish", "ask", "asked", "want", "come", "came", "go", "time")
        )
    if personal and not (word.key in _ABSTRACT and word.shape is Shape.LOWER and not _loss(before)):
        signs.append("met")
    elif key == "to" and word.key in _VERBS_TOO and word.shape is Shape.LOWER:
        signs.append("to_before")
    elif key == "of" and _open(word):
        signs.append("of_before")
    elif key not in ("of", "to") or not _open(word):
        signs.append("met_small")


def _left_with(sentence: Sentence, at: int) -> bool:
    """Whether it is said where somebody is: “with {name} on holiday”, “with {name} in the chair”."""
    right = sentence.right(at)
    if right is None or right.key not in (
        "on",
        "in",
        "away",
        "off",
        "out",
        "back",
        "absent",
        "ill",
        "gone",
        "unwell",
        "at",
    ):
        return False
    after = sentence.right(at + 1)
    return right.key not in ("on", "in", "at") or (
        after is not None
        and after.key
        in ("holiday", "leave", "hospital", "the", "charge", "tow", "tears", "bed", "work", "call", "duty", "home")
    )


def _loss(before: Word | None) -> bool:
    """Words that only a person follows: “proud of”, “card for”, “message from”, “next to”."""
    return before is not None and before.key in _ONLY_PEOPLE


_ONLY_PEOPLE = word_set("""
    proud card message text texts email spoke speak speaking said sat sit sitting next worried lift funeral
    birthday role week turn
    news note apologies death memory friend friends brother sister wife husband jealous rang swore waved
    apologised apologized sorry
    according flowers wreath call calls catchup lunch coffee tea dinner supervision truth proposed seconded chaired led
    word chat married engaged row argument asked check checked gave sent lent thanks instead owed owes hugs hug hard
""")
_HEADING_A_CLAUSE = word_set("""
    that what which when whether if because since while how why where once until before after as than though
    although and but so or then
    this now
""")
_ENDEARMENTS = word_set("""
    poor dear darling old young big little wee lovely
""")
_ONES = word_set("""
    first one only last oldest youngest eldest new chair treasurer secretary facilitator timekeeper welcomer
    reader host driver quiet
    quietest loudest member newcomer helper volunteer carer
""")
_PARTICLES = word_set("""
    up in out round around over down back on off along away
""")
_LED_BY = word_set("""
    proposed seconded chaired led run hosted opened closed facilitated written read signed told taken brought supported
""")
_ARTICLES = word_set("""
    a an the this these those some any no every each another my your his her our their its
""")
_PREPOSITIONS = word_set("""
    to of with from about by for at like than as without against behind beside near opposite after before between
""")


def _acts(sentence: Sentence, at: int) -> bool:
    """Whether a finite verb follows, so that what stands before it is a subject: “that {name} has moved”."""
    right = sentence.right(at)
    word = sentence.words[at]
    if word.owned or right is None or right.shape is not Shape.LOWER:
        return False
    if word.key in _MODALS and _bare(sentence, at + 1, right):
        return False
    finite = right.roles & (L.VERB | L.STRONG | L.MODAL) and not (right.roles & L.PREPOSITION)
    return bool(finite) or (right.plain and right.key.endswith("ed"))


def _noun(left: Word) -> bool:
    """Whether an ordinary word is likely the noun before: not “tonight”, “then”, “told”."""
    if (left.shape is not Shape.LOWER and left.shape is not Shape.CAPITAL) or not left.plain or left.key in _TIMES:
        return False
    return not left.roles & (L.VERB | L.MET | L.AND | L.PREPOSITION | L.STOP | L.KIN | L.TITLE | L.CALLED | L.ADDRESSED)


_TIMES = word_set("""
    tonight today tomorrow yesterday later afterwards meanwhile instead perhaps maybe again once soon finally
    eventually next last plus
    also alone together anyway overall twice thrice earlier still even only just monday tuesday wednesday thursday
    friday saturday
    sunday re via note nb fyi ps here there week month morning evening afternoon
""")


def _adjective(left: Word) -> bool:
    plain = left.bits & X.WORD and not left.roles & (L.VERB | L.AND | L.PREPOSITION)
    return bool(plain) and L.MODIFIERS.search(left.key) is not None


def _titled(left: Word, word: Word, low: bool, common: int) -> bool:
    """Whether a title belongs to the word: “miss you” and “sister said” are none."""
    if low and common and (left.key == "miss" or (left.roles & L.KIN and not word.bits & X.ANY_FAMILY)):
        return False
    return not (low and word.roles & (L.STOP | L.VERB | L.PREPOSITION | L.DETERMINER | L.AND | L.QUANTITY))


def _message(sentence: Sentence, at: int) -> bool:
    before = sentence.left(at)
    return before is not None and (
        before.key in _MESSAGES
        or before.key in ("contact", "turn", "waiting", "funeral", "birthday", "present", "lift")
    )


def _month(sentence: Sentence, at: int, left: Word, signs: Signs) -> bool:
    """Signs that “May” is the month; whether there were any."""
    right = sentence.right(at)
    if (
        left.shape is Shape.DIGITS
        or left.key in _HARD_MONTH
        or (left.key[-2:] in ("th", "st", "nd", "rd") and left.key[:1].isdigit())
    ):
        signs.append("month")
        return True
    if right is not None and right.shape is Shape.DIGITS:
        signs.append("month")
        return True
    if left.key in ("from", "to", "and", "between", "for", "or"):
        other = sentence.words[at - 2].key if at > 1 else ""
        after = sentence.words[at + 2].key if at + 2 < len(sentence.words) else ""
        if other in L.MONTHS or after in L.MONTHS:
            signs.append("month")
            return True
        signs.append("month_perhaps")
    return False


def _from_right(sentence: Sentence, at: int, word: Word, left: Word | None, right: Word | None, signs: Signs) -> None:
    low = word.shape is Shape.LOWER
    if right is None:
        if left is None and _vocative(sentence, at):
            signs.append("spoken_to")
        return
    roles = right.roles
    opening = left is None or left.roles & (L.AND | L.STOP) or left.key in _THINKS or left.key.endswith("ly")
    inside = not low and sentence.inside(at)
    word.bits & X.COMMON
    if word.key in L.MONTHS and right.shape is Shape.DIGITS:
        signs.append("month")
    elif word.key in _MODALS and (low or left is None) and _bare(sentence, at + 1, right):
        signs.append("modal_use")
    elif right.key == "who" and left is not None:
        signs.append("strong_verb")
    elif roles & L.STRONG:
        held = low and left is not None and left.roles & (L.DETERMINER | L.POSSESSIVE)
        signs.append("verb" if held else "strong_verb")
    elif roles & L.MODAL and right.key != word.key:
        signs.append("verb" if opening else "clause")
    elif right.key in ("has", "had", "is", "was", "hasnt", "isnt", "wasnt") and opening:
        _has(sentence, at, word, right, signs)
    elif roles & L.VERB:
        signs.append("verb" if opening else "clause")
    elif roles & L.AND:
        after = sentence.right(at + 1)
        if after is not None and (
            sentence.certain(at + 2) or (after.roles & L.POSSESSIVE and _kin_at(sentence, at + 3))
        ):
            signs.append("and_name")
    elif not _open(word):
        known = right.shape is Shape.LOWER and right.plain
        if opening and known and (right.key.endswith("ed") or _does(sentence, at + 1, right)):
            signs.append("verb")
        elif (opening and right.key in ("from", "at", "with")) or (not right.bits and right.shape is word.shape):
            signs.append("clause")
    else:
        _open_right(sentence, at, word, left, right, bool(opening), inside, signs)


def _kin_at(sentence: Sentence, at: int) -> bool:
    return any(word.roles & L.KIN for word in sentence.words[at : at + 2])


def _has(sentence: Sentence, at: int, word: Word, right: Word, signs: Signs) -> None:
    """Signs of “is”, “has” and their like after the word, by what follows them."""
    after = sentence.right(at + 1)
    if after is not None and (after.key in _PEOPLE_DID or (after.key in _STATES and right.key in ("is", "was"))):
        signs.append("strong_verb" if word.forms else "perfect")
        return
    signs.append("verb")
    if after is not None and after.roles & L.DETERMINER and word.bits & X.COMMON and right.key in ("is", "was"):
        what = sentence.right(at + 2)
        signs.append("clause" if what is not None and (what.key in _ONES or what.roles & L.KIN) else "copula_the")


def _open_right(
    sentence: Sentence, at: int, word: Word, left: Word | None, right: Word, opening: bool, inside: bool, signs: Signs
) -> None:
    """Signs to the right of a word that may be an ordinary one, where no verb of people stands there."""
    roles, low, common = right.roles, word.shape is Shape.LOWER, word.bits & X.COMMON
    after = sentence.right(at + 1)
    if (
        left is None
        and right.key == "to"
        and after is not None
        and after.roles & L.BARE
        and word.key not in ("hope", "will", "chance")
    ) or (right.key == "in" and after is not None and after.key in _IN_A_STATE):
        signs.append("verb")
    elif right.key in _STATES:
        signs.append("verb" if left is None or not low else "clause")
    elif (
        right.key == "on"
        and left is None
        and after is not None
        and after.plain
        and not after.roles & (L.DETERMINER | L.POSSESSIVE)
    ):
        signs.append("verb")
    elif (
        right.key in ("up", "out", "off", "on", "down", "over") and word.key in _VERBS_TOO and (not low or left is None)
    ):
        signs.append("particle")
    elif roles & (L.DETERMINER | L.POSSESSIVE) and right.key not in ("that", "who", "which"):
        begins = left is None and (word.key in _VERBS_TOO or common)
        signs.append("determiner_after" if begins or low else "determiner_after_inside")
    elif right.key == "of":
        signs.append("of_after")
    elif right.key in ("from", "with") and common and (opening or inside):
        if after is not None and (after.key in ("the", "our", "last", "next", "work") or not after.plain):
            signs.append("from_group")
    elif roles & L.PRONOUN and common:
        signs.append("pronoun_after")
    elif roles & L.PREPOSITION and left is None and not low:
        signs.append("preposition_after")
    elif right.shape is Shape.LOWER and right.plain and not roles & _NOUNISH:
        if right.key.endswith("ed") or (opening and _does(sentence, at + 1, right)):
            signs.append("verb" if opening else "clause")
        else:
            signs.append("noun_after_inside" if inside else "noun_after")


def _vocative(sentence: Sentence, at: int) -> bool:
    """Whether somebody is spoken to: “Frank, please bring the keys”."""
    if at + 1 >= len(sentence.words) or sentence.gap(at + 1) != ", ":
        return False
    return sentence.words[at + 1].key in (
        "please",
        "can",
        "could",
        "you",
        "thank",
        "thanks",
        "are",
        "do",
        "did",
        "if",
        "will",
        "would",
        "dont",
        "let",
    )


def _does(sentence: Sentence, at: int, verb: Word) -> bool:
    """Whether an unknown verb stands here: it ends in “s”, and what follows begins something new: “travels in from”."""
    after = sentence.right(at)
    return (
        verb.key.endswith("s")
        and not verb.key.endswith("ss")
        and (
            after is not None
            and bool(after.roles & (L.PREPOSITION | L.DETERMINER | L.POSSESSIVE | L.PRONOUN | L.TITLE))
        )
    )


def _bare(sentence: Sentence, at: int, right: Word) -> bool:
    """Whether a verb in its bare form follows, so that “will” and “may” are no names."""
    if right.key in ("never", "always", "still", "also", "only", "not", "just", "really", "often"):
        after = sentence.right(at)
        return after is None or not ((after.plain and after.key.endswith(("s", "ed"))) or after.roles & L.STRONG)
    if right.roles & L.STRONG or right.shape is not Shape.LOWER:
        return bool(right.roles & L.BARE and right.shape is Shape.LOWER and not right.key.endswith(("s", "ed")))
    if right.roles & (L.BARE | L.PRONOUN | L.DETERMINER | L.POSSESSIVE) or right.key in (
        "have",
        "not",
        "be",
        "as",
        "well",
    ):
        return True
    if right.roles & (L.VERB | L.PREPOSITION | L.AND | L.STOP | L.MODAL):
        return False
    return right.plain and not right.key.endswith(("ed", "s", "ing"))
