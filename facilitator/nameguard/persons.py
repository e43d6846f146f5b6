"""Puts the names of a sentence together: first and family names, titles, initials, people known by two words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.idioms import ONLY_PEOPLE, PEOPLE_DID, PERSONAL, STATES
from facilitator.nameguard.language import word_set
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.model import Kind
from facilitator.nameguard.names import weigh
from facilitator.nameguard.normal import normal
from facilitator.nameguard.roster import Form, Roster
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.spans import Span
from facilitator.nameguard.stretches import Stretch, where
from facilitator.nameguard.tokens import Shape
from facilitator.nameguard.weights import AMBER, POINTS, RED

_INITIALS = re.compile(
    # All small or all great, so that “S.O. a tenner” is not three letters.
    r"(?<![\w.])(?:[^\W\d_a-z](?:\.[ \t]?[^\W\d_a-z]){1,3}|[^\W\d_A-Z](?:\.[ \t]?[^\W\d_A-Z]){1,3})\b\.?(?![\w])"
    r"|(?<![\w.])[A-Z](?: [A-Z]){1,2}\b(?![\w'’])"
)
_BEFORE_PLACES = word_set("""
    hmp hmyoi raf hms ymca ywca
    upper lower great little north south east west northern southern eastern western old new nether over high long
    saint st mount port
    lake glen castle market royal kings queens church chapel temple burnt cold bishops abbots much middle mid fort
    point cape
""")
_UNKNOWN = frozenset(("unknown", "unknown_lower", "family", "family_lower"))
_TOWNS = frozenset(("town", "town_lower"))
_PERSONS = frozenset(
    (
        "kin",
        "title",
        "called",
        "met",
        "listed",
        "list_head",
        "spoken_to",
        "owned",
        "strong_verb",
        "verb",
        "and_name",
        "given_before",
        "initial_before",
        "initial_after",
        "clause",
    )
)
"""Signs of a person that make a small town's name a person's."""
_NEVER_INITIALS = word_set("""
    eg ie am pm ad bc uk us usa eu nb ps rip
""")
_NO_INITIALS = word_set("""
    eg ie am pm ad bc uk us usa nb ps rip ok id tv pc dvd tbc tba etc vs dob aka asap fyi
""")


_SMALL_PARTS = word_set("""
    van von der den de del della di da dos du bin bint ibn al el la le ap ab ter ten st mac mc abu ben bat ould ag y e
""")
_EPITHETS_LOW = word_set("big wee auld lil ole")
_EPITHETS = _EPITHETS_LOW | word_set("little old young fat tall young long mister")
"""What a name that is known to all the street begins with: “big Mike”."""
_MOST_BEFORE = 3
"""Initials and small words that a name may have before it."""


_WITH = frozenset(("with", "for", "from", "about", "at"))


def _told_to(sentence: Sentence, at: int) -> bool:
    """Whether a word such as “spoke” stands before “to”."""
    before = sentence.left(at)
    upper = at + 1 < len(sentence.words) and sentence.words[at + 1].shape is Shape.UPPER
    return before is not None and (before.key in ONLY_PEOPLE or (upper and before.key in PERSONAL))


def _opens(sentence: Sentence, at: int) -> bool:
    """Whether two letters open a sentence and do what people do: “tb came in late”."""
    right = sentence.right(at)
    return (
        at == 0
        and right is not None
        and bool(right.roles & (L.STRONG | L.VERB))
        and not right.roles & L.MODAL
        and right.key not in ("is", "was", "are", "were", "has", "had", "do", "did", "does")
        and not sentence.words[0].roles & (L.STOP | L.PRONOUN)
    )


def _closed_by(sentence: Sentence, at: int) -> bool:
    """Whether a colon, a bracket or “&” stands behind “I”, as behind an initial: “Dawn H & Will I: chairs”."""
    words = sentence.words
    return at + 1 < len(words) and sentence.gap(at + 1).lstrip()[:1] in (":", "(", "&", "/", "–", "-", "=")


_BEHIND_A_NAME = frozenset(("at", "in", "who", "whos", "from", "about", "with", "said", "re", "on", "will", "can"))
_ROW_GAPS = frozenset((",", "&", "/", "+", ""))


def _stands_in_a_row(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether letters with dots stand as one of a list, or at its head: “present: rh, a.m., ws”, “e.g.: scan”."""
    before, after = text[start : match.start()].rstrip(" -•*"), text[match.end() : end].lstrip()
    if not before:
        return after[:1] == ":"
    return before[-1] in ",:/&" and (not after or after[0] in ",/&\n") and not before[-2:-1].isdigit()


class Persons:
    """Finds people in sentences, those of a roster and strangers."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster

    def find(self, sentence: Sentence, alive: list[int], taken: dict[int, Stretch], spans: list[Span]) -> None:
        """Add the people of a sentence, looking at the words that may be names and leaving out what is taken."""
        words, starts = sentence.words, sentence.starts
        phrases = self._phrases(sentence)
        past = -1
        previous: tuple[int, Span] | None = None
        for at in alive if not phrases else sorted({*alive, *phrases}):
            if at <= past:
                continue
            word = words[at]
            if at in phrases:
                past, numbers = phrases[at]
                span = Span(
                    starts[at], starts[past] + words[past].name, Kind.NAME, POINTS["roster"], ("roster",), numbers
                )
                previous = self._add(sentence, at, past, span, previous, spans)
            elif at in taken:
                continue
            else:
                points, signs, people = self._weighed(sentence, at, previous)
                if points < AMBER:
                    continue
                past = at
                town = signs[0] in _TOWNS or (signs[0] in _UNKNOWN and where(sentence, at))
                kind = Kind.PLACE if town and _PERSONS.isdisjoint(signs) else Kind.NAME
                span = Span(starts[at], starts[at] + word.name, kind, points, signs, people)
                previous = self._add(sentence, at, at, span, previous, spans)
            following = past + 1
            if following < len(words) and words[following].dull and self._surname_word(sentence, following):
                span = Span(
                    starts[following], starts[following] + words[following].name, Kind.NAME, AMBER, ("given_before",)
                )
                previous = self._add(sentence, following, following, span, previous, spans)
                past = following

    def _weighed(
        self, sentence: Sentence, at: int, previous: tuple[int, Span] | None
    ) -> tuple[int, list[str], Iterable[int]]:
        word = sentence.words[at]
        initials = self._initials(sentence, at, word)
        if initials is not None:
            return initials
        points, signs, people = weigh(sentence, at, self._roster)
        if not signs:
            return 0, signs, people
        if points < RED and self._initial_follows(sentence, at, word):
            signs.append("initial_after")
            points += POINTS["initial_after"]
            if "modal_use" in signs and self._begins_there(sentence, at):
                points -= POINTS["modal_use"]  # “will p got knocked back”
        if (
            previous is not None
            and previous[0] == at - 1
            and sentence.joined(at - 1)
            and points < RED
            and not sentence.words[at - 1].owned
            and (word.bits or word.shape is not Shape.LOWER or previous[1].signs[0] != "unknown_lower")
        ) and self._may_follow(sentence, at, word):
            signs.append("given_before")
            points += POINTS["given_before"]
            if previous[1].points >= RED and word.shape is Shape.CAPITAL and sentence.inside(at):
                points = max(points, AMBER)  # nothing that follows a whole name speaks against it
        return points, signs, people

    def _initial_follows(self, sentence: Sentence, at: int, word: Word) -> bool:
        """Whether the initial of a family name follows: “Carol W”, “hope b.”"""
        letter = sentence.right(at)
        if letter is None or len(letter.key) != 1 or not letter.key.isalpha() or word.owned or letter.raw == "a":
            return False
        if letter.raw == "I" and (word.shape is Shape.LOWER or not _closed_by(sentence, at + 1)):
            return False
        if any(self._surname_starts(number, letter.key) for number in word.forms):
            return True
        return bool(word.bits & (X.DOUBLE | X.GIVEN)) and letter.shape is not Shape.LOWER and letter.raw != "A"

    def _begins_there(self, sentence: Sentence, at: int) -> bool:
        """Whether a word that may be “will” stands where no subject is before it, and its letter is not the last."""
        left = sentence.left(at)
        begun = left is None or bool(left.roles & (L.AND | L.PREPOSITION))
        return begun and sentence.right(at + 1) is not None and sentence.words[at + 1].key != "i"

    def _may_follow(self, sentence: Sentence, at: int, word: Word) -> bool:
        """Whether a word may be the family name after a first name."""
        if word.roles & (L.STOP | L.PREPOSITION | L.POSSESSIVE) and word.shape is Shape.LOWER:
            return False
        if word.shape is not Shape.LOWER:
            if word.roles & (L.PRONOUN | L.STOP | L.POSSESSIVE | L.DETERMINER) and not word.forms:
                return bool(word.bits & X.FAMILY)  # “Gail W. She came”
            return not word.bits & X.PUBLIC or bool(word.bits & X.ANY_FAMILY)
        if any(form in (Form.SURNAME,) for form in word.forms.values()):
            return not word.roles & (L.VERB | L.MODAL)
        if word.bits & X.DOUBLE:
            return self._surname_word(sentence, at)
        return not word.bits & X.WORD and bool(word.bits & X.ANY_FAMILY or not word.bits)

    def _surname_word(self, sentence: Sentence, at: int) -> bool:
        """Whether an ordinary word in lower case is a family name after a first name: “justin love from the
        council”."""
        word = sentence.words[at]
        if (
            not (word.bits & X.ANY_FAMILY or (word.bits & X.WORD == X.RARE and not word.roles))
            or word.roles & (L.STOP | L.VERB | L.MODAL | L.PREPOSITION | L.AND)
            or not sentence.joined(at - 1)
        ):
            return False
        left = sentence.words[at - 1]
        named = left.bits & X.GIVEN and not left.bits & X.COMMON
        unheard = not left.bits & ~X.OPENS and not left.kept and not left.roles and not left.forms
        if left.owned or left.shape is not Shape.LOWER or not (named or unheard):
            return False
        right = sentence.right(at)
        if word.owned:
            return True
        if right is None:
            return not word.bits & X.EVERYDAY or bool(word.bits & X.FAMILY)
        if not word.bits & X.COMMON and named and not left.bits & X.WORD:
            return True
        if right.roles & L.STRONG or right.key in ("from", "is", "was", "has", "had"):
            return True
        family = word.bits & X.FAMILY or not word.bits & X.EVERYDAY
        return bool(family and (right.key in _BEHIND_A_NAME or right.roles & L.AND))

    def _initials(self, sentence: Sentence, at: int, word: Word) -> tuple[int, list[str], Iterable[int]] | None:
        """“JM”, “jm”: two or three letters that are somebody's initials."""
        if len(word.key) not in (2, 3) or word.forms:
            return None
        people = self._roster.initials.get(word.key)
        if people is None or (word.shape is Shape.CAPITAL and not word.raw[:2].isupper()):
            return None
        lower = word.shape is Shape.LOWER
        if word.roles & L.STOP and any(
            beside is not None and beside.shape is Shape.UPPER for beside in (sentence.left(at), sentence.right(at))
        ):
            return None  # “FED IS BEST”
        known = word.bits & X.PUBLIC or word.key in _NO_INITIALS or word.roles & L.STOP
        if lower and (known or word.roles & ~L.QUANTITY or word.bits & X.EVERYDAY) and not _opens(sentence, at):
            return None
        if lower and (word.bits & X.WORD or word.roles) and at and sentence.words[at - 1].shape is Shape.DIGITS:
            return None  # “20 mg”
        hidden = lower and (word.bits & X.WORD or word.roles)
        shown = word.shape is Shape.UPPER and not word.bits & X.PUBLIC and word.key not in _NO_INITIALS
        if shown or not (known or hidden):
            sign = "initials_lower" if lower or known or sentence.shouted else "initials"
            return POINTS[sign], [sign], people
        signs = ["initials_word" if hidden else "initials_known"]
        right, left = sentence.right(at), sentence.left(at)
        if word.owned:
            signs.append("owned")
        row = not sentence.shouted and self._row_of_initials(sentence, at)
        if row or sentence.listed(at) or sentence.headed(at) or (at == 0 and sentence.dashed(1)):
            signs.append("listed")
        if right is not None and right.roles & L.STRONG:
            signs.append("strong_verb")
        elif right is not None and right.roles & L.VERB:
            signs.append("verb")
            after = sentence.right(at + 1)
            if not lower and after is not None and (after.key in PEOPLE_DID or after.key in STATES):
                signs.append("perfect")  # “MS has been sleeping in the car”
            if left is None and (not lower or right.key not in ("is", "was", "are", "were", "has", "had")):
                signs.append("met_small")
        elif not lower and left is None and right is not None and right.plain and right.key.endswith("ed"):
            signs.append("strong_verb")  # “DA scattered the ashes”
        took = L.MET | (0 if lower else L.STRONG)
        if (left is not None and left.roles & took and not left.roles & L.PREPOSITION) or (
            left is not None
            and (left.key in _WITH or left.key == "to")
            and (
                (left.key != "to" and not word.bits & X.PUBLIC)
                or (left.key in ("for", "with", "from") and word.shape is Shape.UPPER)
                or _told_to(sentence, at - 1)
            )
        ):
            signs.append("met")
        if right is not None and right.roles & L.AND and sentence.certain(at + 2):
            signs.append("and_name")
        if word.bits & X.WORD and sentence.inside(at) and not word.bits & X.PUBLIC:
            signs.append("letter")
        return sum(POINTS[sign] for sign in signs), signs, people

    def _row_of_initials(self, sentence: Sentence, at: int) -> bool:
        """Whether initials of the group stand on a side of letters in capitals: “BS, CD, TM”."""
        words = sentence.words
        for other, gap in ((at - 1, at), (at + 1, at + 1)):
            if not 0 <= other < len(words) or sentence.gap(gap).strip() not in _ROW_GAPS:
                continue
            if words[at].shape is words[other].shape and words[other].key in self._roster.initials:
                return words[at].shape is Shape.UPPER or sentence.gap(gap).strip() == ","
        return False

    def letters(self, text: str, sentence: Sentence, spans: list[Span]) -> None:
        """“S.O.”, “s. o”, “S O”, and a single letter beside a name: “Sarah O.”, “S. Owen”."""
        piece_start, piece_end = sentence.start, sentence.end
        for match in _INITIALS.finditer(text, piece_start, piece_end):
            letters = normal("".join(c for c in match[0] if c.isalpha()))
            if not (match[0].isupper() or match[0].islower()):
                continue
            people = self._roster.initials.get(letters)
            dotted = "." in match[0]
            if people and letters not in (_NEVER_INITIALS if dotted else _NO_INITIALS):
                spans.append(Span(match.start(), match.end(), Kind.NAME, POINTS["initials"], ("initials",), people))
            elif people and dotted and _stands_in_a_row(text, match, piece_start, piece_end):
                spans.append(Span(match.start(), match.end(), Kind.NAME, AMBER, ("initials",), people))
            elif dotted and match[0][0].isupper() and self._beside_letters(text, match, piece_start, letters, people):
                spans.append(Span(match.start(), match.end(), Kind.NAME, AMBER, ("letter",), people or ()))

    def _beside_letters(
        self, text: str, match: re.Match[str], start: int, letters: str, people: list[int] | None
    ) -> bool:
        """Whether letters with dots may be somebody's: not “10 P.M.”, and for a stranger not “B.C.” or “U.S.”"""
        if people:
            return not text[start : match.start()].rstrip()[-1:].isdigit()
        return letters not in _NO_INITIALS and match.start() > start

    def _phrases(self, sentence: Sentence) -> dict[int, tuple[int, list[int]]]:
        """Where names of several words begin, the last word of each, and whose they are."""
        found: dict[int, tuple[int, list[int]]] = {}
        known = self._roster.phrases
        if not known:
            return found
        words = sentence.words
        for at, word in enumerate(words):
            if word.key not in known:
                continue
            for parts, people in known[word.key]:
                end = at + len(parts) - 1
                if end < len(words) and all(
                    words[at + n].key == parts[n] and (n == 0 or sentence.joined(at + n - 1))
                    for n in range(1, len(parts))
                ):
                    found[at] = (end, people)
                    break
        return found

    def _add(
        self,
        sentence: Sentence,
        first: int,
        last: int,
        span: Span,
        previous: tuple[int, Span] | None,
        spans: list[Span],
    ) -> tuple[int, Span]:
        """Put a name with the one before it, when both are one person's; take along what belongs to it."""
        words, starts = sentence.words, sentence.starts
        begins = self._before(sentence, first)
        if previous is not None and previous[0] == begins - 1 and not words[begins - 1].owned:
            one = previous[1]
            if self._one_person(sentence, begins, first, one, span):
                both = one.people & span.people
                one.end = span.end
                one.kind = Kind.NAME if Kind.NAME in (one.kind, span.kind) else one.kind
                one.points = max(one.points, span.points)
                one.signs = tuple(dict.fromkeys((*one.signs, *span.signs)))
                one.people = both or one.people | span.people
                self._trailing(sentence, last, one)
                return last, one
        if begins < first:
            narrowed = frozenset(n for n in span.people if self._starts_with(n, words[begins].key[:1]))
            span.people = narrowed or span.people
            span.points = max(span.points, AMBER)
        elif first and self._capitals(sentence, first) and (
            words[first - 1].key in _BEFORE_PLACES or self._of_its_name(sentence, first - 1)
        ):
            begins = first - 1
        title = words[begins - 1].roles if begins and sentence.gap(begins) in (" ", ". ", ".") else 0
        if title & L.TITLE and (not title & L.KIN or self._of_an_order(words[begins - 1], words[first])):
            begins -= 1
        elif begins and words[begins - 1].key in _EPITHETS and sentence.gap(begins) == " ":
            big = words[begins - 1]
            alone = begins < 2 or not words[begins - 2].roles & L.DETERMINER or not sentence.joined(begins - 2)
            if (big.shape is Shape.CAPITAL and sentence.inside(begins - 1)) or (alone and big.key in _EPITHETS_LOW):
                begins -= 1
        span.start = starts[begins]
        self._trailing(sentence, last, span)
        spans.append(span)
        return last, span

    def _before(self, sentence: Sentence, first: int) -> int:
        """The first word of a name: with the initials and the small words before it, as in “J. K. …”, “van der …”."""
        words = sentence.words
        at = first
        while at and first - at < _MOST_BEFORE and sentence.gap(at) in (" ", ". ", "."):
            left, gap = words[at - 1], sentence.gap(at)
            if len(left.key) == 1 and left.key.isalpha():
                if not self._is_initial(left, gap, words[first]):
                    break
            elif left.key not in _SMALL_PARTS or gap != " " or words[first].bits & X.COMMON or left.owned:
                break
            at -= 1
        return at

    def _is_initial(self, left: Word, gap: str, word: Word) -> bool:
        """Whether a single letter before a name is an initial: not “I”, nor “a”."""
        if left.shape is Shape.LOWER:
            return (
                (left.key not in ("a", "i") or gap == ". ")
                and any(form is Form.SURNAME for form in word.forms.values())
            )
        if left.raw in "IA" and gap == " ":
            return left.raw == "A" and bool(word.bits & X.ANY_FAMILY or word.forms)
        return True

    def _capitals(self, sentence: Sentence, first: int) -> bool:
        """Whether a word in a capital stands before one in a capital, inside a sentence."""
        pair = sentence.words[first - 1 : first + 1]
        return (
            sentence.joined(first - 1)
            and sentence.inside(first - 1)
            and all(w.shape in (Shape.CAPITAL, Shape.UPPER) for w in pair)
        )

    def _of_an_order(self, title: Word, word: Word) -> bool:
        """Whether “Father” or “Sister” is a priest's or a nun's: with a capital."""
        return title.key in ("father", "sister", "brother", "mother") and title.shape is word.shape is Shape.CAPITAL

    def _of_its_name(self, sentence: Sentence, at: int) -> bool:
        """Whether an ordinary word in a capital begins the name of a place: “in Low Newton”."""
        word, left = sentence.words[at], sentence.left(at)
        if left is None or left.key not in ("in", "from", "near", "outside", "at"):
            return False
        return bool(word.bits & X.WORD) and not word.bits & X.PUBLIC and not word.roles & (L.TITLE | L.KIN | L.STOP)

    def _one_person(self, sentence: Sentence, begins: int, first: int, one: Span, other: Span) -> bool:
        """Whether two names side by side are one person's."""
        words = sentence.words
        both = one.people & other.people
        gap = sentence.gap(begins)
        if gap == ", ":
            return bool(both) and self._is_surname(words[begins - 1], both)
        if not (sentence.joined(begins - 1) or gap in ("-", ". ")):
            return False
        return bool(both) or not (one.people and other.people) or not self._two_people(words[begins - 1], words[first])

    def _trailing(self, sentence: Sentence, last: int, span: Span) -> None:
        """Take the initial of the family name along: “Sarah O.”."""
        words = sentence.words
        if words[last].owned or last + 1 >= len(words) or sentence.gap(last + 1) != " ":
            return
        letter = words[last + 1]
        if len(letter.key) != 1 or not letter.key.isalpha() or words[last].shape is Shape.DIGITS:
            return
        fits = {n for n in span.people if self._surname_starts(n, letter.key)}
        after = sentence.words[last + 2] if last + 2 < len(words) else None
        if letter.shape is Shape.LOWER:
            if not fits or (letter.key in ("a", "i") and not sentence.stopped(last + 1)):
                return
        elif (letter.raw == "I" and not (
            fits and (letter.owned or after is None or after.roles & L.VERB or _closed_by(sentence, last + 1))
        )) or (
            letter.raw == "A" and not fits and not (after is None or after.roles & (L.VERB | L.STRONG))
        ):
            return
        span.end = sentence.starts[last + 1] + letter.name
        if fits:
            span.people = frozenset(fits)

    def _starts_with(self, number: int, letter: str) -> bool:
        return any(number in people for first, people in self._roster.firsts.items() if first[:1] == letter)

    def _surname_starts(self, number: int, letter: str) -> bool:
        return any(number in people for last, people in self._roster.surnames.items() if last[:1] == letter)

    def _is_surname(self, word: Word, people: Iterable[int]) -> bool:
        return any(word.forms.get(number) is Form.SURNAME for number in people)

    def _two_people(self, one: Word, other: Word) -> bool:
        """Whether two names of the roster side by side are of two people: neither can be the other's family name."""
        return bool(one.forms) and bool(other.forms) and all(form is not Form.SURNAME for form in other.forms.values())
