"""Weighs, word by word, whether a word is somebody's name: what it is itself, and what stands to its left and right."""

from __future__ import annotations

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.language import word_set
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.roster import Form, Roster
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.tokens import Shape
from facilitator.nameguard.weights import AMBER, POINTS

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
_THINKS = word_set("""
    think thinks thought agreed agree agrees said says say know knows knew believe hope hopes hoped reckon
    reckons reckoned felt feel guess told asked heard see saw decided noticed mentioned wish bet suppose worried
    suggested ask whether that if because when while since although though as until unless but so and than where
    how what why after before like cos coz cuz bcoz cause then also today tonight yesterday plus once which ok
    okay yes well btw fyi
""")


def weigh(sentence: Sentence, at: int, roster: Roster) -> tuple[int, Signs, frozenset[int] | set[int]]:
    """Points for the word being a name by itself, the signs that gave them, and whose it may be."""
    word = sentence.words[at]
    people: set[int] | frozenset[int] = set(word.forms)
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
    ordinary, common = bits & X.WORD, bits & X.COMMON
    emphasis = word.shape is Shape.UPPER and not sentence.shouted and ordinary and not bits & X.GIVEN
    if word.shape is Shape.FOREIGN:
        return ["foreign"]
    if word.forms:
        return _of_roster(word, ordinary, common, lower, inside)
    if len(word.key) == 1:
        return ["letter"] if word.shape is not Shape.LOWER and word.raw not in "IAO" and inside else []
    if bits & X.PUBLIC and not bits & X.DOUBLE:
        return ["word", "public"] if bits & X.GIVEN and not lower else []
    given, family = bits & X.ANY_GIVEN, bits & X.ANY_FAMILY
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
        return []
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
        signs = [
            "roster_word_lower"
            if best is not Form.SURNAME and (word.bits & (X.DOUBLE | X.ANY_GIVEN) or best is Form.NICKNAME)
            else "roster_surname_word_lower"
        ]
    else:
        signs = ["roster_word_inside" if inside else "roster_word_opening"]
    if best is Form.SHORT:
        signs.append("roster_short_word")
    if best is Form.SHORT and lower:
        signs += ["adjective"]
    return signs


def _slip(sentence: Sentence, at: int, word: Word, roster: Roster) -> tuple[str, set[int]] | None:
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
        _from_right(sentence, at, word, left, right, signs)
    if sentence.listed(at):
        signs.append("listed")
    if sentence.headed(at):
        signs.append("list_head")
    elif sentence.alone(at):
        signs.append("alone")
    return signs


def _from_left(sentence: Sentence, at: int, word: Word, left: Word | None, signs: Signs) -> None:
    if left is None:
        return
    roles = left.roles
    low = word.shape is Shape.LOWER
    month = word.key in L.MONTHS
    if month and _month(sentence, at, left, signs):
        return
    if roles & L.TITLE and not left.owned and (not roles & L.KIN or not low or not word.bits & X.COMMON):
        if left.key != "miss" or not low or not word.bits & X.COMMON:
            signs.append("title")
    elif roles & L.KIN and not left.owned:
        signs.append("kin")
    elif roles & L.ADDRESSED and not (
        low
        and word.bits & X.COMMON
        and left.key in ("happy", "love", "well", "best", "morning", "evening", "poor", "no")
    ):
        signs.append("spoken_to")
    elif roles & L.CALLED and left.key not in ("names", "goes"):
        signs.append("called")
    elif roles & L.PRONOUN:
        signs.append("pronoun")
    elif left.key == "to":
        before = sentence.left(at - 1)
        if before is not None and before.key in _SPOKE:
            signs.append("met")
        else:
            signs.append("to_before" if word.key in _VERBS_TOO and low else "met_small")
    elif roles & L.DETERMINER and not (roles & L.MET and not low):
        signs.append("determiner" if low or not sentence.inside(at) else "determiner_inside")
    elif roles & L.POSSESSIVE:
        signs.append("possessive" if low else "determiner_inside")
    elif roles & L.MODAL:
        signs.append("modal_before")
    elif left.key == "of":
        before = sentence.left(at - 1)
        signs.append(
            "met"
            if before is not None
            and before.key
            in (
                "death",
                "loss",
                "memory",
                "funeral",
                "care",
                "think",
                "thinking",
                "thought",
                "photo",
                "photos",
                "picture",
                "news",
            )
            else "of_before"
        )
    elif left.key in ("from", "for") and _message(sentence, at - 1):
        signs.append("message_from")
    elif left.key in ("with", "from", "about", "by", "for", "at", "and", "like", "than", "as"):
        if left.key != "and":
            signs.append("met_small")
    elif left.key in (
        "in",
        "on",
        "into",
        "under",
        "over",
        "per",
        "during",
        "through",
        "up",
        "out",
        "off",
        "down",
        "around",
        "within",
        "towards",
        "along",
        "across",
    ):
        if low or word.bits & X.COMMON:
            signs.append("preposition_plain")
    elif roles & L.MET and not roles & L.PREPOSITION:
        signs.append(
            "clause"
            if left.key in _THINKS and not left.key.startswith(("told", "ask", "saw", "see", "know", "heard"))
            else "met"
        )
    elif left.key in _THINKS:
        signs.append("clause")
    elif low and left.bits & X.WORD and not roles & (L.VERB | L.AND | L.PREPOSITION) and L.MODIFIERS.search(left.key):
        signs.append("adjective")


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
    if right is None:
        return
    roles = right.roles
    opening = left is None or left.roles & (L.AND | L.STOP) or left.key in _THINKS or not sentence.joined(at - 1)
    low = word.shape is Shape.LOWER
    if word.key in L.MONTHS and right.shape is Shape.DIGITS:
        signs.append("month")
    elif (
        word.key in _MODALS
        and (low or left is None)
        and (roles & (L.BARE | L.PRONOUN | L.DETERMINER | L.POSSESSIVE) or right.key in ("have", "not", "be"))
        and not roles & L.STRONG
    ):
        signs.append("modal_use")
    elif roles & L.STRONG:
        signs.append(
            "strong_verb" if not (low and left is not None and left.roles & (L.DETERMINER | L.POSSESSIVE)) else "verb"
        )
    elif roles & L.MODAL and right.key != word.key:
        signs.append("verb" if opening else "clause")
    elif roles & L.VERB and opening:
        signs.append("verb")
        after = sentence.right(at + 1)
        if right.key in ("is", "was") and after is not None and after.roles & L.DETERMINER and word.bits & X.COMMON:
            signs.append("copula_the")
    elif roles & L.VERB:
        signs.append("clause")
    elif roles & L.AND:
        after = sentence.right(at + 1)
        if after is not None and sentence.certain(at + 2):
            signs.append("and_name")
    elif roles & (L.DETERMINER | L.POSSESSIVE) and right.key not in ("that", "who", "which"):
        signs.append("determiner_after" if word.key in _VERBS_TOO or word.bits & X.COMMON else "noun_after_inside")
    elif right.key == "of":
        signs.append("of_after")
    elif roles & L.PRONOUN and word.bits & X.COMMON and right.key not in ("who",):
        signs.append("pronoun_after")
    elif right.shape is Shape.LOWER and right.plain and not roles & _NOUNISH:
        past = right.key.endswith("ed")
        if past:
            signs.append("clause")
        else:
            signs.append("noun_after" if low or not sentence.inside(at) else "noun_after_inside")


def enough(points: int) -> bool:
    """Whether so many points are worth a flag."""
    return points >= AMBER
