"""Weighs, word by word, whether a word is somebody's name: what it is itself, and what stands beside it."""

from __future__ import annotations

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.idioms import ABSTRACT, MONTHLY, OF_PEOPLE, VIRTUES, WORDS_OF
from facilitator.nameguard.left import from_left
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.right import Signs, acts, from_right, thing_after
from facilitator.nameguard.roster import Form, Roster
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.tokens import Shape
from facilitator.nameguard.weights import AMBER, POINTS, RED

_HOLDING = frozenset(("title", "kin", "called", "met", "spoken_to", "asked"))


def weigh(sentence: Sentence, at: int, roster: Roster) -> tuple[int, Signs, frozenset[int]]:
    """Points for the word being a name by itself, the signs that gave them, and whose it may be."""
    word = sentence.words[at]
    people = frozenset(word.forms)
    if (word.key in _LIMITS and _measured(sentence, at)) or (word.key in _THREE and _three_virtues(sentence, at)):
        return 0, [], people
    if word.hinted:
        if _hinted_owner(sentence, at) or _of_one_name(sentence, at, word):
            return POINTS["roster_word_inside"], ["roster_word_inside"], frozenset(word.hinted)
        if word.shape is Shape.LOWER:
            return 0, [], people
    signs = _itself(sentence, at, word)
    if not signs:
        return 0, signs, people
    if word.forms and _said_again(sentence, at, word):
        signs.append("clause")
        return AMBER, signs, people
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
    if not word.forms and not people and _of_a_thing(sentence, at, word):
        return 0, signs, people
    if sure and not word.bits & X.PUBLIC:
        if not people and _with_article(sentence, at, word):
            points = min(points, RED - 1)  # “the Kia would not start”
        return points, signs, people
    around = _around(sentence, at, word)
    signs += around
    points += sum(POINTS[sign] for sign in around)
    if not people and word.key in L.MONTHS:
        points = min(points, RED - 1)
    return points, signs, people


def _said_again(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether a name that opens the sentence is said again as the word that it is too: “joy joyful for a change”."""
    if at or word.shape is not Shape.LOWER or word.owned or word.key in L.MONTHS or len(word.key) < 3:
        return False
    again = (other.key for other in sentence.words[1:_AGAIN])
    return any(key.startswith(word.key) for key in again) and word.key not in _NO_JEST


_AGAIN = 6
_NO_JEST = frozenset(("will", "may", "can"))
_LIMITS = frozenset(("max", "min", "mins"))
_THREE = frozenset(("faith", "hope", "charity", "love"))


def _measured(sentence: Sentence, at: int) -> bool:
    """Whether “max” says how much at most: “fifty minutes max”."""
    left, right, counted = sentence.left(at), sentence.right(at), sentence.right(at + 1)
    if sentence.words[at].shape is Shape.LOWER and right is not None and right.shape is Shape.DIGITS:
        return counted is not None and bool(counted.roles & L.QUANTITY or counted.key == "people")
    if left is None or left.roles & (L.PREPOSITION | L.KIN):
        return False
    return left.shape is Shape.DIGITS or left.key == "each" or bool(left.roles & (L.QUANTITY | L.NUMBER))


def _three_virtues(sentence: Sentence, at: int) -> bool:
    """Whether a word is one of the three that belong together: “Faith, Hope and Charity”."""
    words = sentence.words
    row = {words[n].key for n in range(max(0, at - _ROW + 1), min(len(words), at + _ROW)) if words[n].key in _THREE}
    return len(row) >= len(_THREE) - 1


def _with_article(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether an article makes a thing of a name, or one of its sort."""
    left = sentence.left(at)
    if left is None or word.shape is not Shape.CAPITAL or word.owned:
        return False
    if left.key == "old" and at > 1:
        left = sentence.words[at - 2]
    following = sentence.right(at)
    return left.key in ("the", "a", "an") and (following is None or following.shape is Shape.LOWER)


def _hinted_owner(sentence: Sentence, at: int) -> bool:
    """Whether an apostrophe was left out between a name and what is somebody's: “wills mum rang”, “as jeans knee”."""
    left, right = sentence.left(at), sentence.right(at)
    if right is None or not (right.roles & L.KIN or right.key in OF_PEOPLE or right.key in _OF_A_BODY):
        return False
    return left is None or not left.roles & (L.DETERMINER | L.POSSESSIVE | L.NUMBER | L.QUANTITY)


def _of_one_name(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether people of one name are counted: “two Bobs in the room”."""
    left = sentence.left(at)
    counted = left is not None and (left.roles & L.NUMBER or left.key in ("both", "our", "the"))
    return bool(counted) and word.shape is Shape.CAPITAL and (sentence.inside(at) or at == 1)


_OF_A_BODY = L.word_set("""
    knee knees leg legs arm arms back hip hips foot feet head heart liver lungs eyes ears teeth skin nerves hair neck
    shoulder cake tea lift news story speech poem song mood anxiety recovery sobriety drinking hands
""")


def _of_a_thing(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether a name only says of what sort a thing is: “a Catherine wheel”, “no Hershey bars”."""
    left, right = sentence.left(at), sentence.right(at)
    if left is None or right is None or left.key not in ("a", "an", "no", "some", "any", "those", "these"):
        return False
    if word.shape is not Shape.CAPITAL or word.owned or right.shape is not Shape.LOWER or not right.plain:
        return False
    return thing_after(sentence, at + 1, right)


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
    if word.key in ("tel", "mob") and at + 1 < len(sentence.words) and sentence.words[at + 1].shape is Shape.DIGITS:
        return []
    if word.forms:
        if lower and word.roles & L.NUMBER and not bits & X.GIVEN:
            return []  # “two”, though somebody's family name holds it
        return _of_roster(word, ordinary, common, lower, inside)
    if len(word.key) == 1:
        if "&" in sentence.gap(at):
            return []  # “B&M”
        return ["letter"] if word.shape is not Shape.LOWER and word.raw not in "IAO" and inside else []
    if bits & X.PUBLIC and (not bits & X.DOUBLE or word.shape is Shape.UPPER):
        return ["word", "public"] if bits & X.GIVEN and not lower else []
    given, family = bits & X.ANY_GIVEN, bits & X.ANY_FAMILY
    if word.roles & L.TITLE and not _titled(sentence, at) and (
        not bits & (X.GIVEN | X.DOUBLE) or (ordinary and _title_alone(sentence, at))
    ):
        return []
    if (emphasis and (not family or common)) or (lower and word.roles & L.STRONG and not bits & X.DOUBLE):
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
        # “the OT lady number”: an everyday word that hardly anybody is called is none.
        left = sentence.left(at) if bits & X.FAMILY or (family and not bits & X.EVERYDAY) else None
        return ["family_word_lower"] if left is not None and left.roles & L.TITLE and not word.roles & L.STOP else []
    if bits & X.FAMILY and not common:
        return ["family_half_inside" if inside else "family_half_opening"]
    if common and word.roles & L.HEAD and (not bits & X.FAMILY or _one_of_a_sort(sentence, at)):
        return []  # “somebody at the Council said”
    if (bits & X.EVERYDAY and word.roles & _SMALL and not bits & X.FAMILY) or word.roles & L.PRONOUN:
        return []  # “Everyone”, and “Im” without its apostrophe
    if family:
        return ["family_word_inside"] if inside else ["family_word_inside", "heading"]
    return ["word_inside"] if inside else ["word"]


_SMALL = L.STOP | L.PRONOUN | L.POSSESSIVE | L.DETERMINER | L.MODAL | L.PREPOSITION | L.NUMBER


def _one_of_a_sort(sentence: Sentence, at: int) -> bool:
    """Whether an article, or a word for its sort, stands before a house or office: “the Town Council”."""
    left = sentence.left(at)
    return left is not None and bool(left.roles & (L.DETERMINER | L.POSSESSIVE | L.GENERIC))


def _titled(sentence: Sentence, at: int) -> bool:
    """Whether what may be a title has one itself, or an honour behind it: “Ms Begum”, “Haji sahib”."""
    word, left, right = sentence.words[at], sentence.left(at), sentence.right(at)
    if word.shape is not Shape.CAPITAL or not word.bits & X.ANY_FAMILY:
        return False
    return (left is not None and left.key in _BEFORE_A_NAME) or (right is not None and right.key in _HONOURS)


_BEFORE_A_NAME = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr"))
_HONOURS = frozenset(("sahib", "saab", "sahiba", "ji"))


def _title_alone(sentence: Sentence, at: int) -> bool:
    """Whether a title that some are called stands without a name: “as Pastor said”."""
    right = sentence.right(at)
    return right is None or right.shape is Shape.LOWER


def _no_word(sentence: Sentence, at: int, word: Word, lower: bool) -> Signs:
    bits = word.bits
    if bits & X.GIVEN:
        return ["given_lower" if lower else "given"]
    if bits & X.GIVEN_RARE:
        return ["given_rare_lower" if lower else "given_rare"]
    if bits & X.ANY_FAMILY and bits & X.NATION and not lower:
        return ["family_half_opening"]
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
    if lower and sentence.cased:
        signs.append("cased")
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
    if not common and (not word.bits & X.PUBLIC or (lower and not word.bits & X.BRAND)):
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
    if ordinary and (bits & X.EVERYDAY or not _strong_place(sentence, at)) and not _heading(sentence, at, word):
        return None
    if bits & X.PUBLIC or word.key.isdigit():
        return None
    # Who has a usual name of their own is nobody of ours two slips away.
    people, slips = roster.near(word.key, 1 if bits & (X.GIVEN | X.FAMILY) and not bits & X.WORD else 2)
    if not people:
        return None
    if bits & X.WORD and _heading(sentence, at, word):
        return "roster_slip_rare", people
    if bits & X.WORD:
        return "roster_slip_word", people
    if bits & (X.ANY_NAME | X.ANY_TOWN):
        return "roster_slip_known", people
    return ("roster_slip_lower" if lower and (slips > 1 or word.kept) else "roster_slip"), people


def _heading(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether a word that hardly anyone uses begins a sentence with its capital: “Darnel in the waiting room”."""
    rare = word.bits & X.WORD == X.RARE and not word.roles and len(word.key) > 4
    return rare and not at and word.shape is Shape.CAPITAL and not sentence.titled


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
        or (left is None and sentence.words[at].shape is Shape.CAPITAL and acts(sentence, at))
        or _to_do(sentence, at)
    )


def _to_do(sentence: Sentence, at: int) -> bool:
    """Whether a word in a capital opens a line and has a task: “Gorge to order chairs”."""
    right, task = sentence.right(at), sentence.right(at + 1)
    if sentence.left(at) is not None or right is None or right.key != "to" or task is None:
        return False
    return sentence.words[at].shape is Shape.CAPITAL and bool(task.roles & L.BARE or task.key in _TASKS)


_TASKS = L.word_set("""
    order bring ring call text phone email message chair lead open lock cover collect buy book fetch cook host drive
    drop set make do tidy wash sort print write ask check chase find send sign pick lend pay take
""")
_TO_PEOPLE = L.word_set("ask asked asking tell told remind reminded get persuade")
_WISHED = L.word_set("need needs needed want wants wanted waiting")


def _asked_to(sentence: Sentence, at: int) -> bool:
    """Whether somebody shall do what a virtue cannot: “need hope to call me”."""
    left, right, task = sentence.left(at), sentence.right(at), sentence.right(at + 1)
    if left is None or right is None or right.key != "to" or task is None or task.key not in _TASKS:
        return False
    if left.key in _TO_PEOPLE:
        return True
    if left.key in ("on", "for") and at > 1 and sentence.words[at - 2].key in ("waiting", "wait", "waits"):
        return True
    return left.key in _WISHED and task.key in _REACHING


_BIG = L.word_set("big wee auld lil")


def _known_in_the_street(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether somebody is asked for by a name of the street: “ask for big mike”."""
    before = sentence.left(at - 1)
    named = word.bits & (X.GIVEN | X.DOUBLE) and word.key not in ABSTRACT and not word.roles & L.MONTHLIKE
    return bool(named) and before is not None and before.key in ("for", "to", "from", "with", "off", "by", "and")


_REACHING = L.word_set("ring call text phone email message chair open lock collect cover bring host")
_BEINGS = L.word_set("person woman man girl lad lass human lady bloke")


def _in_person(sentence: Sentence, at: int) -> bool:
    """Whether it is said that a person is meant: “i mean hope the person”."""
    right, who = sentence.right(at), sentence.right(at + 1)
    return right is not None and right.key in ("the", "as") and who is not None and who.key in _BEINGS


def _in_brackets(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether a name is put in behind kin: “his sponsor (Gord)”."""
    if not at or word.shape is not Shape.CAPITAL or sentence.gap(at) != " (" or word.bits & X.PUBLIC:
        return False
    return bool(sentence.words[at - 1].roles & L.KIN) and (
        at + 1 == len(sentence.words) or sentence.gap(at + 1)[:1] in "),;"
    )


def _around(sentence: Sentence, at: int, word: Word) -> Signs:
    """Signs from the words beside it. Only a space between two words makes them neighbours."""
    signs: Signs = []
    left, right = sentence.left(at), sentence.right(at)
    if _virtues(sentence, at, word) or (word.shape is Shape.LOWER and _named_beside(sentence, at, word)):
        return ["noun_row"]
    among = not word.forms and sentence.among_things(at)
    if word.owned and not among:
        # “May’s meeting” and “winter’s end” say nothing of a person.
        right = sentence.right(at)
        months = word.forms and word.key in L.MONTHS and right is not None and right.key not in MONTHLY
        if months:
            return ["owned"]  # “June’s letter”, and no month’s
        before = sentence.left(at)
        branded = before is not None and before.key in ("a", "an") and not word.forms
        if not word.bits & X.PUBLIC and not branded:
            signs.append("owned")
            if right is not None and word.shape is Shape.CAPITAL and (right.roles & L.KIN or right.key in OF_PEOPLE):
                signs.append("owned_kin")
    elif word.verbal:
        signs.append("short_verb")
    if word.key in L.MONTHS and _among_months(sentence, at):
        signs.append("month")
    from_left(sentence, at, word, left, signs)
    if not word.owned:
        after: Signs = []
        from_right(sentence, at, word, left, right, after)
        # After a title, or “told”, nothing that follows can speak against a name, unless it is a month or “will be”.
        held = not _HOLDING.isdisjoint(signs)
        signs += [sign for sign in after if not held or POINTS[sign] > 0 or sign in ("month", "modal_use")]
        if _family_follows(sentence, at, word, right):
            signs.append("surname_after")
    if "determiner" in signs and "and_name" in signs:
        signs.remove("and_name")  # “hummed a melody and …”
    who = left is None and (_apposed(sentence, at, word) or _told_who(sentence, at, word))
    if who or (left is None and _in_brackets(sentence, at, word)):
        signs.append("kin")
    if left is not None and left.key in _BIG and word.shape is Shape.LOWER and _known_in_the_street(sentence, at, word):
        signs += ["kin", "met"]
    if right is not None and right.key in ("to", "the", "as"):
        if _asked_to(sentence, at) or (word.forms and _in_person(sentence, at)):
            signs.append("asked")
            signs.append("speech_verb")
        elif not word.forms and _to_do(sentence, at):
            signs.append("strong_verb")
    # Rows of brands and of dishes look like rows of names that are in no list.
    unknown = not word.bits and not word.forms
    if not among and sentence.listed(at):
        signs.append("listed_unknown" if unknown else "listed")
    if sentence.headed(at):
        signs.append("listed_unknown" if unknown and word.shape is Shape.LOWER else "list_head")
    elif sentence.tasked(at):
        signs.append("listed_unknown" if unknown else "listed")
    elif sentence.alone(at):
        signs.append("alone")
    return signs


def _among_months(sentence: Sentence, at: int) -> bool:
    """Whether another month, or a season, stands near: “June exams, then August”."""
    words = sentence.words
    for other in range(max(0, at - _NEAR), min(len(words), at + _NEAR + 1)):
        if other != at and words[other].key in _SEASONS and not words[other].forms and not words[at].owned:
            right = sentence.right(at)
            acts = right is not None and right.roles & (L.VERB | L.STRONG | L.MODAL)
            return not acts or (right is not None and right.key in ("is", "was"))
    return False


_NEAR = 5
_SEASONS = frozenset(("spring", "summer", "winter", *(month for month in L.MONTHS if month not in ("may", "mar"))))


def _named_beside(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether somebody of that name stands in the sentence with a capital: “Sage brought sage”."""
    left, right = sentence.left(at), sentence.right(at)
    if not word.bits & X.WORD or left is None or (right is not None and right.roles & (L.STRONG | L.VERB | L.MODAL)):
        return False
    return any(
        other.key == word.key and other.shape is Shape.CAPITAL for other in sentence.words[max(0, at - 12) : at]
    )


def _virtues(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether a word stands in a row of virtues or of words for the board: “the words were Joy, Faith and Will”."""
    if word.key not in ABSTRACT:
        return False
    words = sentence.words
    low, high = max(0, at - _ROW), min(len(words), at + _ROW + 1)
    row = [other for other in range(low, high) if words[other].key in ABSTRACT or words[other].key in VIRTUES]
    if word.shape is Shape.LOWER and at + 1 < len(words) and sentence.gap(at + 1) == ", ":
        following = words[at + 1]
        if following.plain and following.key.endswith("s") and not following.roles & (L.VERB | L.STOP | L.KIN):
            return True
    if len(row) < 2 or not any(sentence.beside(other, at) for other in row if other != at):
        return False
    if any(words[other].key in WORDS_OF for other in range(max(0, row[0] - _BOARD), row[0])):
        return True
    for other in range(row[-1], min(len(words), row[-1] + _BOARD)):
        if words[other].key in WORDS_OF and words[other - 1].key in ("on", "the"):
            return True
    small = [other for other in row if other != at and not words[other].forms and words[other].shape is Shape.LOWER]
    return word.shape is Shape.LOWER and any(sentence.beside(other, at) for other in small)


_BOARD = 12
"""How far from a row of virtues the word may stand that tells what they are on."""
_ROW = 4
"""How far a row of virtues is looked at to either side."""


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


def _told_who(sentence: Sentence, at: int, word: Word) -> bool:
    """Whether it is said behind a word in a capital who that is: “Tiny, the bouncer, let us in”."""
    words = sentence.words
    if word.shape is not Shape.CAPITAL or at + 3 > len(words) or sentence.gap(at + 1) != ", ":
        return False
    if not words[at + 1].roles & (L.POSSESSIVE | L.DETERMINER) or word.roles & (L.STOP | L.HEAD | L.MONTHLIKE):
        return False
    who = words[at + 2 : at + 4]
    return any(other.roles & L.KIN or other.key in _WHO for other in who) and not word.bits & X.PUBLIC


_WHO = L.word_set("bouncer doorman barman barmaid lodger vicar postman milkman chef cook porter bookie busker dealer")


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
