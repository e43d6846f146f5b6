"""Signs of a name, or against one, to the right of a word: verbs of people, “and Sue”, “of”, “will be”."""

from __future__ import annotations

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.idioms import (
    ABSTRACT,
    ACTIONS,
    IN_A_STATE,
    MODALS,
    MONTHLY,
    NO_SUBJECTS,
    ONES,
    PEOPLE_DID,
    SPEECH,
    STATES,
    THINKS,
    VERBS_TOO,
    VIRTUES,
)
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.tokens import Shape

Signs = list[str]


_NOUNISH = L.VERB | L.PREPOSITION | L.STOP | L.AND | L.MODAL | L.PRONOUN | L.POSSESSIVE


_SENT = frozenset(("text", "txt", "txtd", "msg", "msgd", "message", "phone", "email", "whatsapp", "whatsapped"))
"""What people do to tell the group something, as it is put in a hurry."""
_FROM = frozenset(("the", "our", "last", "next", "work", "number", "no", "across", "upstairs", "downstairs", "over"))
"""What follows “from” where it is said who somebody is."""
_VOWELS = frozenset("aeiouy")
_HONOURS = frozenset(("sir", "madam", "maam", "ji", "bhai", "didi", "uncle", "aunty", "auntie", "garu", "san", "saab"))
"""Titles that stand behind a name."""


def may_be_word(word: Word) -> bool:
    """Whether the word may as well be an ordinary one, so that small words beside it count against a name."""
    return bool(word.bits & (X.WORD | X.PUBLIC))


def acts(sentence: Sentence, at: int) -> bool:
    """Whether a finite verb follows, so that what stands before it is a subject: “that {name} has moved”."""
    right = sentence.right(at)
    word = sentence.words[at]
    if word.owned or right is None or right.shape is not Shape.LOWER:
        return False
    if word.key in MODALS and _bare(sentence, at + 1, right):
        return False
    finite = right.roles & (L.VERB | L.STRONG | L.MODAL) and not (right.roles & L.PREPOSITION)
    return bool(finite) or (right.plain and right.key.endswith("ed"))


def from_right(sentence: Sentence, at: int, word: Word, left: Word | None, right: Word | None, signs: Signs) -> None:
    """Add the signs that the words to the right give."""
    low = word.shape is Shape.LOWER
    if right is None:
        if left is None and _vocative(sentence, at):
            signs.append("spoken_to")
        elif at == 0 and len(sentence.words) > 1 and sentence.gap(1)[:2] in (": ", " ("):
            signs.append("clause")
        return
    roles = right.roles
    opening = left is None or left.roles & (L.AND | L.STOP) or left.key in THINKS or left.key.endswith("ly")
    inside = not low and sentence.inside(at)
    word.bits & X.COMMON
    following = sentence.right(at + 1)
    doubled = word.forms and left is None and word.key not in MODALS and right.key in ("he", "she")
    if doubled and following is not None and following.plain:
        signs.append("strong_verb")  # “Rose she cry much”
    elif right.key in _HONOURS and (left is None or not left.roles & L.DETERMINER):
        signs.append("speech_verb")  # “Ray sir took one”
    elif word.key in L.MONTHS and (right.shape is Shape.DIGITS or (not low and right.key in MONTHLY)):
        signs.append("month")
    elif word.key in MODALS and (low or left is None) and _bare(sentence, at + 1, right):
        signs.append("modal_use")
    elif left is None and word.forms and right.key in _OF_A_MEMBER and not (low and word.key in _NO_MEMBER):
        signs.append("strong_verb")  # “Amber lift home”, “Dawn key”: in a hurry
        signs.append("verb")
    elif left is None and word.forms and word.key not in MODALS and _how(sentence, at, right, low):
        signs.append("strong_verb")  # “Jazz five months and looking well”, “Rose a bit low”, “Chuck up first”
        signs.append("verb")
    elif right.key in _SENT and left is None and word.forms and not word.owned:
        signs.append("strong_verb")  # “dawn text to say”
    elif right.key == "who" and left is not None:
        signs.append("strong_verb")
    elif word.key in VIRTUES and _in_the_round(sentence, at, right):
        signs.append("noun_after")
        signs.append("noun_after")
    elif roles & L.STRONG:
        held = low and left is not None and left.roles & (L.DETERMINER | L.POSSESSIVE)
        signs.append("verb" if held else "speech_verb" if right.key in SPEECH else "strong_verb")
    elif roles & L.MODAL and right.key != word.key:
        if low and word.key in VIRTUES and not _would_act(sentence, at, word):
            signs.append("noun_after")  # “patience can also kill”
            return
        signs.append("verb" if opening else "clause")
        if left is None and not low and _would_act(sentence, at, word):
            signs.append("strong_verb")
    elif right.key in ("has", "had", "is", "was", "hasnt", "isnt", "wasnt") and opening:
        _has(sentence, at, word, right, signs)
    elif roles & L.VERB:
        signs.append("verb" if opening else "clause")
        if left is None and not low and word.key in NO_SUBJECTS and not right.roles & (L.DETERMINER | L.MODAL):
            signs.append("strong_verb")  # “Jack came”, and no jack does
    elif roles & L.AND:
        after = sentence.right(at + 1)
        if after is not None and (
            sentence.certain(at + 2)
            or _two_who_act(sentence, at, word, after)
            or (after.roles & L.POSSESSIVE and _kin_at(sentence, at + 3))
        ):
            signs.append("and_name")
    elif left is None and word.forms and right.plain and _at_it(right.key) and not (low and word.key in VIRTUES):
        signs.append("verb")  # “kylie spewing”, “Destiny proofread it”
    elif not may_be_word(word):
        known = right.shape is Shape.LOWER and right.plain
        if opening and known and (right.key.endswith("ed") or _does(sentence, at + 1, right)):
            signs.append("verb")
        elif known and not low and not word.bits and not word.forms and thing_after(sentence, at + 1, right):
            signs.append("noun_after_unknown")
        elif (opening and right.key in ("from", "at", "with")) or (not right.bits and right.shape is word.shape):
            signs.append("clause")
    else:
        _open_right(sentence, at, word, left, right, bool(opening), inside, signs)


def _how(sentence: Sentence, at: int, right: Word, low: bool) -> bool:
    """Whether it follows how long somebody has kept to something, how they are, or when it was their turn."""
    after = sentence.right(at + 1)
    if after is None or (low and sentence.words[at].key in VIRTUES and right.key not in ("a", "up")):
        return False
    counted = right.shape is Shape.DIGITS or right.roles & L.NUMBER
    if counted:
        return after.key in _LONG
    if right.key in ("on", "out", "in") and not low:
        task = sentence.right(at + 2)
        if right.key == "on":
            return after.key == "the" and task is not None and task.key in _POSTS
        return (right.key == "out" and after.key == "of") or (right.key == "in" and after.key == "and")
    return (right.key == "a" and after.key in _BIT) or (right.key == "up" and after.key in _TURN)


_NO_MEMBER = VIRTUES | L.word_set("will may can might art star river sky summer autumn rose olive")
"""Without a capital these are words before a noun, as likely."""
_OF_A_MEMBER = L.word_set("""
    lift lifts key keys letter letters form forms apologies apols apol sorry please shy chatty bright brighter cheerful
    grumpy weepy emotional subdued withdrawn distant agitated animated lively talkative restless sore pale drunk steady
    wobbly shaky teary hopeful proud scared worried frightened confused knackered shattered calm calmer rota shift
    contact absent
""")
"""What is noted of a member behind no more than their name."""
_POSTS = L.word_set("""
    door urn tea chairs kettle food biscuits raffle register books desk sound washing dishes gate rota
""")
_BIT = L.word_set("bit little tad wee lot touch shade")
_TURN = L.word_set("first next last second third early late again all half")


_LONG = L.word_set("day days week weeks month months year years wks yrs mths")


def _in_the_round(sentence: Sentence, at: int, right: Word) -> bool:
    """Whether a virtue was only talked about: “faith came up”, “grace was said”."""
    after = sentence.right(at + 1)
    if after is None:
        return False
    further = sentence.right(at + 2)
    ended = further is None or bool(further.roles & (L.PREPOSITION | L.STOP | L.AND | L.MONTHLIKE))
    return ended and (
        (right.key in ("came", "comes") and after.key == "up")
        or (right.key in ("was", "is") and after.key in ("said", "sung", "mentioned", "defined"))
    )


def _at_it(key: str) -> bool:
    """Whether a word has the shape of what people are doing or did."""
    return len(key) > 5 and key.endswith(("ing", "ed", "read"))


def _would_act(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether what opens the sentence will or may do what people do: “Grace may bring her guitar”."""
    after = at + 2
    while after < len(sentence.words) and sentence.words[after].key in ("not", "never", "also", "still", "only", "be"):
        after += 1
    if after >= len(sentence.words) or not sentence.joined(after - 1):
        return False
    verb = sentence.words[after]
    if word.key in ("autumn", "summer", "winter", "spring", "dawn"):
        return False
    if word.key in ABSTRACT:
        what = sentence.right(after)
        done = verb.roles & L.BARE and what is not None and what.key in _DONE_TO
        return verb.key in ACTIONS or bool(word.forms and done)
    return word.key in VERBS_TOO and bool(verb.plain and not verb.roles & (L.PREPOSITION | L.DETERMINER))


_DONE_TO = L.word_set("it the her his their a an them")


def _two_who_act(sentence: Sentence, at: int, word: Word, other: Word) -> bool:
    """Whether two names that are words stand together before a verb of people: “Victor and Prince came”."""
    both = word.bits & other.bits & (X.DOUBLE | X.GIVEN) and word.shape is other.shape is Shape.CAPITAL
    if not both or word.key in ABSTRACT or other.key in ABSTRACT:
        return False
    verb = sentence.right(at + 2)
    return verb is not None and bool(verb.roles & (L.VERB | L.STRONG))


def _kin_at(sentence: Sentence, at: int) -> bool:
    return any(word.roles & L.KIN for word in sentence.words[at : at + 2])


def _has(sentence: Sentence, at: int, word: Word, right: Word, signs: Signs) -> None:
    """Signs of “is”, “has” and their like after the word, by what follows them."""
    after = sentence.right(at + 1)
    denied = after is not None and after.key in ("not", "never") and word.key in ABSTRACT
    if after is not None and denied and _of_a_virtue(sentence, at + 2, after, right):
        signs.append("noun_after")
        return
    if after is not None and (after.key in PEOPLE_DID or (after.key in STATES and right.key in ("is", "was"))):
        signs.append("strong_verb" if word.forms else "perfect")
        return
    if after is not None and word.key in ABSTRACT and _of_a_virtue(sentence, at + 2, after, right):
        signs.append("noun_after")  # “hope is what we make of it”
        return
    if after is not None and after.roles & L.POSSESSIVE and _kin_at(sentence, at + 3):
        signs.append("strong_verb")  # “Rob is her brother”
        return
    signs.append("verb")
    if after is not None and after.roles & L.DETERMINER and word.bits & X.COMMON and right.key in ("is", "was"):
        what = sentence.right(at + 2)
        signs.append("clause" if what is not None and (what.key in ONES or what.roles & L.KIN) else "copula_the")


def _of_a_virtue(sentence: Sentence, at: int, after: Word, copula: Word) -> bool:
    """Whether what “is” here is a virtue or a season: “patience is a virtue”, “joy is not the same as …”."""
    if copula.key not in ("is", "isnt", "was", "wasnt"):
        return False
    if after.key in ("not", "never", "always", "often", "sometimes", "really", "almost", "nearly"):
        following = sentence.right(at)
        if following is None:
            return False
        at, after = at + 1, following
    if after.key in ("what", "when", "how", "something", "more", "like", "about", "contagious", "over", "everything",
                     "catching", "hard", "free", "key", "enough", "everywhere", "possible"):  # fmt: skip
        return True
    if after.key not in ("a", "an", "the", "my", "our"):
        return False
    what = sentence.right(at)
    return what is not None and what.key not in ONES and not what.roles & (L.KIN | L.JOB)


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
    ) or (right.key == "in" and after is not None and after.key in IN_A_STATE):
        signs.append("verb")
    elif right.key in STATES:
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
        right.key in ("up", "out", "off", "on", "down", "over")
        and word.key in VERBS_TOO
        and (left is None if low else not inside or (left is not None and bool(left.roles & L.AND)))
    ):
        signs.append("particle")
    elif word.forms and opening and after is not None and _bare_or_going(word, right, low):
        signs.append("verb")
    elif roles & (L.DETERMINER | L.POSSESSIVE) and right.key not in ("that", "who", "which"):
        begins = left is None and (word.key in VERBS_TOO or common)
        signs.append("determiner_after" if begins or low else "determiner_after_inside")
    elif right.key == "of" or (low and word.key in VIRTUES and right.key in ("in", "for", "as")):
        signs.append("of_after")
    elif right.key in ("from", "with") and common and (opening or inside):
        if after is not None and (after.key in _FROM or not after.plain):
            signs.append("from_group")
    elif roles & L.PRONOUN and common:
        signs.append("pronoun_after")
    elif roles & L.PREPOSITION and left is None and not low:
        signs.append("preposition_after")
    elif right.shape is Shape.LOWER and right.plain and not roles & _NOUNISH:
        taken = after is not None and bool(after.roles & (L.DETERMINER | L.POSSESSIVE))
        done = left is None and bool(word.forms) and not low and taken  # “Willow wove a basket”
        if right.key.endswith("ed") or (opening and _does(sentence, at + 1, right)) or done:
            signs.append("verb" if opening else "clause")
            if left is None and not low and word.key in NO_SUBJECTS:
                signs.append("strong_verb")
        else:
            if not _VOWELS.isdisjoint(right.key):  # “lft” is no noun
                signs.append("noun_after_inside" if inside else "noun_after")


_NO_THING = _NOUNISH | L.BARE | L.KIN | L.QUANTITY | L.HOME | L.HEAD | L.JOB | L.ADDRESSED | L.NUMBER | L.MET


_NO_NOUN = L.word_set("""
    together alone apart instead afterwards later twice once onwards anyway recently forever regularly
""")


def thing_after(sentence: Sentence, at: int, right: Word) -> bool:
    """Whether a noun follows of which an unknown word only says which: “Padlet wall”, “Kahoot quiz”."""
    if right.roles & _NO_THING or right.key in _NO_NOUN:
        return False
    if right.key in STATES or right.key.endswith(("ly", "ed", "ing")):
        return False
    after = sentence.right(at)
    return after is None or not after.roles & (L.DETERMINER | L.POSSESSIVE | L.PRONOUN)


def _bare_or_going(word: Word, right: Word, low: bool) -> bool:
    """Whether a verb without its ending follows a name, as in hurried notes: “Rose waiting in”, “Rose make dance”."""
    if right.shape is not Shape.LOWER or not right.plain:
        return False
    if right.key.endswith("ing") and len(right.key) > 4 and not right.roles & (L.PREPOSITION | L.STOP):
        return True
    small = L.PREPOSITION | L.DETERMINER | L.POSSESSIVE | L.PRONOUN
    return not low and word.key not in MODALS and right.roles & (L.BARE | small) == L.BARE


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
    if at and sentence.words[at - 1].key in VERBS_TOO and not verb.roles & (L.VERB | L.HOME | L.JOB | L.BARE):
        return False  # “Drew names from a hat”
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
    after = sentence.right(at)
    stated = after if right.key == "not" and after is not None else right
    if stated.key in STATES and not stated.roles & (L.STOP | L.VERB) and sentence.right(at + (stated is after)) is None:
        return False  # “Will absent, no message”
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
