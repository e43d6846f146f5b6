"""Signs of a name, or against one, to the left of a word: kin, titles, “told”, “with”, “the”, “in May”."""

from __future__ import annotations

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.idioms import (
    ABSTRACT,
    ADJECTIVES,
    ARTICLES,
    ASKING,
    BEING,
    ENDEARMENTS,
    FOND_OF,
    HARD_MONTH,
    HAVING,
    HEADING_A_CLAUSE,
    LED_BY,
    MESSAGES,
    MOVING,
    NO_ADDRESS,
    ONLY_PEOPLE,
    PARTICLES,
    PEOPLE_DID,
    PERSONAL,
    PLAIN_PREPOSITIONS,
    PREPOSITIONS,
    THINKS,
    TIMES,
    VERBS_TOO,
    VIRTUES,
)
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.right import Signs, acts, may_be_word
from facilitator.nameguard.roster import Form
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.tokens import Shape

_CLAUSES = frozenset(("since", "until", "till", "before", "after", "when", "because", "if"))
_WHILE = frozenset(("since", "until", "till", "during", "over"))
_NO_NAME = L.STOP | L.DETERMINER | L.PREPOSITION | L.VERB | L.JOB | L.HEAD | L.HOME | L.KIN
"""What a word in lower case behind kin may be instead of a name: “the driver job”."""


_NO_INITIAL = frozenset("aAIinu")
"""Letters that are words by themselves, as “n” is “and” and “u” is “you”."""


def _listed_or_missing(sentence: Sentence, at: int, word: Word, key: str) -> bool:
    """Whether somebody sent word, or was not there: “apologies dawn”, “no amber tonight”."""
    right = sentence.right(at)
    if key in ("apologies", "apols", "apol", "absent", "sorries"):
        return right is None or bool(right.roles & L.AND)
    if key != "no" or word.key in VIRTUES or at > 1 or right is None:
        return False
    return right.key in ("tonight", "today", "again", "this", "last", "yet")


def _is_kin(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether a word that is none ends what is said of kin: it tells their name."""
    strange = not word.bits & ~(X.OPENS | X.ANY_NAME) and not word.kept and not word.roles and word.key.isalpha()
    return strange and bool(sentence.words[at - 2].roles & L.KIN) and sentence.right(at) is None


_NAMING = ("named", "christened", "call", "called")


def from_left(sentence: Sentence, at: int, word: Word, left: Word | None, signs: Signs) -> None:
    """Add the signs that the words to the left give."""
    if left is None:
        return
    roles, key = left.roles, left.key
    low = word.shape is Shape.LOWER
    common = word.bits & X.COMMON
    if word.key in L.MONTHS and _month(sentence, at, left, signs):
        return
    if low and word.bits & X.WORD and _thing_there(sentence, at, word, left):
        signs.append("determiner")
        return
    if key == "w" and left.shape is Shape.LOWER and sentence.gap(at) == " ":
        signs.append("met")  # “chat w hope after”
    elif len(key) == 1 and key.isalpha() and (left.raw not in _NO_INITIAL or sentence.gap(at) == ". "):
        if word.bits & X.ANY_FAMILY or word.forms:
            signs.append("initial_before")
    elif roles & L.TITLE and not left.owned and _titled(left, word, low, common):
        signs.append("title")
    elif roles & L.KIN and not left.owned:
        if not (low and common and word.roles & _NO_NAME):
            signs.append("kin")
    elif key in ENDEARMENTS and not (low and _article_before(sentence, at)):
        signs.append("spoken_to" if key in ("poor", "dear", "darling") else "met_small")
    elif low and word.forms and _listed_or_missing(sentence, at, word, key):
        signs += ["met", "spoken_to"]
    elif roles & L.ADDRESSED and not (low and common and key in NO_ADDRESS):
        signs.append("spoken_to")
    elif (roles & L.CALLED and key not in ("names", "goes")) or (
        key in ("is", "was") and at > 1 and sentence.words[at - 2].key == "name" and not (low and common)
    ):
        signs.append("called")
    elif key in ("is", "was", "called") and low and at > 1 and _is_kin(sentence, at, word):
        signs.append("called")  # “mate is gav, chef at …”
    elif key in _WHILE and not low and _some_time(sentence, at, word):
        signs.append("determiner_a")  # “since Lohri”: a time, as likely as a person
    elif key in HEADING_A_CLAUSE and key != "and" and acts(sentence, at):
        signs.append("clause")
    elif key == "off" and low and word.forms and at > 1 and sentence.words[at - 2].key in MESSAGES:
        signs.append("met")  # “had a call off amber”
    elif key in PREPOSITIONS:
        _after_preposition(sentence, at, word, key, signs)
    elif roles & L.PRONOUN and key not in ("there", "who"):
        thanked = sentence.left(at - 1) if key == "you" else None
        if thanked is not None and thanked.key in ("thank", "love", "miss", "bless"):
            signs.append("spoken_to")
        elif may_be_word(word) and low:
            signs.append("pronoun")
    elif roles & L.DETERMINER and not (roles & L.MET and not low):
        if may_be_word(word):
            signs.append("determiner" if low or not sentence.inside(at) else "determiner_inside")
        elif low and not word.bits & X.ANY_NAME and key in ARTICLES:
            signs.append("determiner_unknown")
        elif not low and key in ("a", "an") and not word.bits & X.ANY_GIVEN and not word.forms:
            signs.append("determiner_a")
    elif key == "its" and word.forms and _doing(sentence.right(at)):
        signs.append("clause")  # “its Rose doing the tea”: the apostrophe was left out
    elif key == "her" and not low and at > 1 and sentence.words[at - 2].key in _NAMING:
        signs.append("called")  # “they named her Ireoluwa”
    elif roles & L.POSSESSIVE:
        if may_be_word(word):
            signs.append("possessive" if low else "determiner_inside")
        elif low and not word.bits & X.ANY_NAME and key != "our":
            signs.append("determiner_unknown")
        elif not low and key != "our" and not word.bits and not word.forms:
            signs.append("determiner_a")  # “my Nokia”
    elif roles & (L.MODAL | L.VERB) and key in ASKING and (at == 1 or (at == 2 and sentence.words[0].key == "please")):
        signs.append("asked")
    elif roles & L.MODAL:
        if may_be_word(word) and low:
            signs.append("modal_before")
    elif key in PLAIN_PREPOSITIONS:
        if may_be_word(word) and (low or common):
            signs.append("preposition_plain")
        elif low and key == "in":
            signs.append("met_small")
    elif roles & L.MET and not roles & L.PREPOSITION:
        thinks = key in THINKS and not key.startswith(("told", "ask", "saw", "see", "know", "heard"))
        signs.append("clause" if thinks else "met")
    elif key in THINKS or (key.endswith("ly") and left.plain):
        signs.append("clause")
    elif low and may_be_word(word) and _adjective(left):
        signs.append("met_small" if _doing_to(sentence, at) else "adjective")
    elif low and common and _noun(left):
        right = sentence.right(at)
        if word.key in VERBS_TOO and right is not None and right.roles & L.PREPOSITION:
            signs.append("modal_before")  # “attendance rose to nine”
        elif right is None or not right.roles & L.VERB or min(word.forms.values(), default=Form.FIRST) is Form.SURNAME:
            signs.append("noun_before")


def _some_time(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether what stands after “since” may be a time: a word of no list that does nothing."""
    return not word.bits & (X.ANY_NAME | X.DOUBLE) and not word.forms and not acts(sentence, at)


def _thing_there(sentence: Sentence, at: int, word: Word, left: Word) -> bool:
    """Whether the word is a thing: “there is hope”, “we do art”, “at dawn”."""
    before, following = sentence.left(at - 1), sentence.right(at)
    if word.key in ADJECTIVES and left.key in BEING and not (following is not None and following.roles & L.STRONG):
        return True
    if word.roles & L.QUANTITY and left.key in MOVING:
        return True
    if left.key == "as" and before is not None and before.plain and not before.roles:
        return True  # “clear as crystal”
    if left.key in ("is", "was", "be", "isnt", "wasnt", "theres"):
        return word.key in ABSTRACT and (left.key == "theres" or (before is not None and before.key == "there"))
    if left.key in ("do", "did", "doing", "done", "does"):
        return word.key in ABSTRACT
    if word.key == "grace" and left.key in ("said", "say", "says", "saying"):
        return True
    taken = following is not None and following.roles & (L.DETERMINER | L.POSSESSIVE)
    if word.key in ABSTRACT and word.key not in L.MONTHS and not taken:
        if left.key in HAVING:
            return True
        whom = left.key in ("them", "us", "me", "you", "him", "her", "people", "everyone", "one", "folk", "someone")
        if whom and before is not None and before.key in HAVING:
            return True
    if word.key in ("summer", "autumn", "winter", "spring"):
        return left.key in ("until", "till", "since", "by", "over", "during", "next", "last", "this")
    return word.key == "dawn" and left.key in ("at", "before", "until", "till", "since")


def _doing(right: Word | None) -> bool:
    """Whether a word says what somebody does or is doing."""
    return right is not None and (
        right.key == "who"
        or bool(right.roles & L.STRONG)
        or (right.plain and right.key.endswith("ing") and len(right.key) > 4)
    )


def _after_preposition(sentence: Sentence, at: int, word: Word, key: str, signs: Signs) -> None:
    """Signs after “with”, “for”, “of”: strong where what stands before them concerns a person."""
    before = sentence.left(at - 1)
    if before is not None and before.key in PARTICLES and at > 2:
        before = sentence.left(at - 2) or before
    if key == "with" and _left_with(sentence, at):
        signs.append("met")
        return
    if key == "to" and before is not None and before.key in _THANKED and word.forms:
        signs.append("met")
        return
    if key == "by" and before is not None and before.key in LED_BY:
        signs.append("met")
        return
    after = sentence.right(at)
    if key == "to" and word.key in VERBS_TOO and word.shape is Shape.LOWER and after is not None and (
        after.roles & (L.DETERMINER | L.POSSESSIVE)
    ):  # fmt: skip
        signs.append("to_before")  # “whether to mark the day”
        return
    personal = before is not None and (
        before.key in PERSONAL
        or before.key in ONLY_PEOPLE
        or bool(before.roles & (L.KIN | L.MET) and not before.roles & L.PREPOSITION)
    )
    if key == "to":
        personal = personal and not (
            before is not None
            and before.key in ("hope", "hopes", "wish", "ask", "asked", "want", "come", "came", "go", "time")
        )
    if personal and not (word.key in ABSTRACT and word.shape is Shape.LOWER and not _loss(before)):
        signs.append("met")
    elif key == "to" and word.key in VERBS_TOO and word.shape is Shape.LOWER:
        signs.append("to_before")
    elif key == "of" and may_be_word(word):
        signs.append("of_before")
    elif key not in ("of", "to") or not may_be_word(word):
        signs.append("met_small")


_THANKED = frozenset(("thx", "thanks", "ta", "cheers", "thnx", "thankyou"))


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
    return before is not None and before.key in ONLY_PEOPLE


def _noun(left: Word) -> bool:
    """Whether an ordinary word is likely the noun before: not “tonight”, “then”, “told”."""
    if (left.shape is not Shape.LOWER and left.shape is not Shape.CAPITAL) or not left.plain or left.key in TIMES:
        return False
    return not left.roles & (L.VERB | L.MET | L.AND | L.PREPOSITION | L.STOP | L.KIN | L.TITLE | L.CALLED | L.ADDRESSED)


def _adjective(left: Word) -> bool:
    plain = left.bits & X.WORD and not left.roles & (L.VERB | L.AND | L.PREPOSITION)
    return bool(plain) and L.MODIFIERS.search(left.key) is not None


def _article_before(sentence: Sentence, at: int) -> bool:
    """Whether an article stands before the word to the left: “a wee blether”."""
    before = sentence.left(at - 1)
    return before is not None and before.key in ("a", "an", "the", "some", "any", "this", "that")


def _doing_to(sentence: Sentence, at: int) -> bool:
    """Whether “-ing” before a word is a verb: “been blanking {name}”."""
    before = sentence.left(at - 1)
    word = sentence.words[at]
    return (
        sentence.words[at - 1].key.endswith("ing")
        and before is not None
        and before.key in ("been", "is", "was", "keeps", "kept", "stop", "stopped", "started", "hes", "shes", "be")
        and not word.bits & X.COMMON
    )


def _titled(left: Word, word: Word, low: bool, common: int) -> bool:
    """Whether a title belongs to the word: “miss you” and “sister said” are none."""
    if low and common and (left.key == "miss" or (left.roles & L.KIN and not word.bits & X.ANY_FAMILY)):
        return False
    return not (low and word.roles & (L.STOP | L.VERB | L.PREPOSITION | L.DETERMINER | L.AND | L.QUANTITY))


def _month(sentence: Sentence, at: int, left: Word, signs: Signs) -> bool:
    """Signs that “May” is the month; whether there were any."""
    right = sentence.right(at)
    before = sentence.left(at - 1)
    if left.key in _CLAUSES and right is not None and right.key in PEOPLE_DID and right.roles & L.VERB:
        return False  # “since Jan moved to …”
    if left.key == "of" and before is not None and before.key in FOND_OF and (right is None or right.key != "of"):
        return False  # “so proud of May tonight”
    if (
        left.shape is Shape.DIGITS
        or left.key in HARD_MONTH
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
        told = before is None or before.key in PERSONAL or bool(before.roles & (L.MET | L.KIN))
        if left.key == "from" and not told and not sentence.words[at].forms and not acts(sentence, at):
            signs.append("month")
            return True
        signs.append("month_perhaps")
    return False
