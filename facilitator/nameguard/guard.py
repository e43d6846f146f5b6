"""The name guard: reads a text sentence by sentence and gathers what every part of it finds into flags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard import places
from facilitator.nameguard.language import word_set
from facilitator.nameguard.lexicon import Lexicon, shipped
from facilitator.nameguard.meeting import Word, meet
from facilitator.nameguard.model import Certainty, Edit, Flag, Kind, Person, PersonId
from facilitator.nameguard.names import weigh
from facilitator.nameguard.normal import normal
from facilitator.nameguard.patterns import Found, details
from facilitator.nameguard.roster import LAST_DIGITS, Form, Roster
from facilitator.nameguard.sentence import SPACES, Sentence
from facilitator.nameguard.tokens import Shape, around, sentences, words
from facilitator.nameguard.weights import AMBER, POINTS, RED, reasons

_MOST_WORDS = 20_000
"""Ways of writing a word that are kept before they are forgotten."""
_INITIALS = re.compile(
    r"(?<![\w.])[^\W\d_](?:\.[ \t]?[^\W\d_]){1,3}\b\.?(?![\w])|(?<![\w.])[A-Z](?: [A-Z]){1,2}\b(?![\w'’])"
)
_BEFORE_PLACES = word_set("""
    upper lower great little north south east west northern southern eastern western old new nether over high long
    saint st mount port
    lake glen castle market royal kings queens church chapel temple burnt cold bishops abbots much middle mid fort
    point cape
""")
_TOWNS = frozenset(("town", "town_lower"))
_PERSONS = frozenset(
    (
        "kin",
        "title",
        "called",
        "met",
        "listed",
        "list_head",
        "message_from",
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


class _Span:
    """A stretch of text that is to be flagged, before overlaps are settled."""

    __slots__ = ("end", "kind", "people", "points", "rank", "signs", "start")

    def __init__(
        self,
        start: int,
        end: int,
        kind: Kind,
        points: int,
        signs: Sequence[str],
        people: Iterable[int] = (),
        rank: int = 0,
    ) -> None:
        self.start, self.end, self.kind, self.points = start, end, kind, points
        self.signs, self.people, self.rank = tuple(signs), frozenset(people), rank


class NameGuard:
    """Finds names and details that point to a person. Knows the people it was given, and nothing of where they
        are kept.

    It keeps the words that it has met, so let go of it when the note is saved.
    """

    def __init__(self, people: Sequence[Person] = (), lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon or shipped()
        self._roster = Roster(people, self._lexicon)
        self._met: dict[str, Word] = {}
        self._reasons = reasons()

    def flags(self, text: str) -> tuple[Flag, ...]:
        """Every flag of a text, in its order; none overlaps another. Takes time in proportion to its length."""
        borders = sentences(text)
        return tuple(flag for number in range(len(borders) - 1) for flag in self._sentence(text, borders, number))

    def update(self, flags: Sequence[Flag], text: str, edit: Edit) -> tuple[Flag, ...]:
        """The flags of `text`, given those from before the edit that led to it: only what lies about the edit is "
        "read again."""
        low, high = edit.start, edit.start + edit.added
        moved = edit.added - edit.removed
        start, end = _window(text, low, high)
        borders = sentences(text, start, end)
        fresh = [flag for number in range(len(borders) - 1) for flag in self._sentence(text, borders, number)]
        before = [flag for flag in flags if flag.end <= start and flag.start < start]
        after = [
            _shifted(flag, moved)
            for flag in flags
            if flag.start + moved >= end and flag.start >= edit.start + edit.removed
        ]
        return (*before, *fresh, *after)

    # ---------------------------------------------------------------- one sentence
    def _sentence(self, text: str, borders: list[int], number: int) -> list[Flag]:
        start, end = borders[number], borders[number + 1]
        found, starts, ends, joins, alive, listed = [], [], [], [], [], []
        before = _NOBODY
        met, seen, tally, last, letters, digits = self._met, 0, 0, start, False, False
        for at, match in enumerate(words(text, start, end)):
            raw = match.group()
            word = met.get(raw)
            if word is None:
                word = self._meet(raw)
            begin, finish = match.span()
            found.append(word)
            starts.append(begin)
            ends.append(finish)
            joins.append(begin - last <= 2 and (text[last:begin] in SPACES or _abbreviated(text[last:begin], before)))
            seen |= word.roles
            tally += word.tally
            last = finish
            if finish - begin == 1 and (raw not in "aAI" or text[finish : finish + 1] == "."):
                letters = True
            if word.bits & places.LISTED:
                listed.append(at)
            if not word.dull:
                alive.append(at)
            elif word.shape is Shape.DIGITS:
                digits = True
            elif word.bits & X.ANY_NAME and before.roles & (L.TITLE | L.KIN | L.CALLED):
                alive.append(at)
            before = word
        spans: list[_Span] = []
        for detail in details(text, start, end, digits, bool(seen & L.NUMBER)):
            people = self._owners(detail.kind, text[detail.start : detail.end])
            sign = f"roster_{detail.reason}" if people else detail.reason
            points = RED if detail.sure or people else AMBER
            spans.append(_Span(detail.start, detail.end, detail.kind, points, (sign,), people, _rank(detail)))
        if alive or listed or letters or seen & (L.JOB | L.STREET | L.HEAD):
            sentence = Sentence(text, start, end, found, starts, ends, joins, tally)
            self._words(sentence, seen, alive, listed, spans)
            if letters:
                self._written_initials(text, sentence, spans)
        return [self._flag(span) for span in _settled(text, spans)] if spans else []

    def _meet(self, raw: str) -> Word:
        if len(self._met) >= _MOST_WORDS:
            self._met.clear()
        word: Word | None = self._lexicon.ordinary.get(raw)
        if word is None or raw in self._roster.forms or raw in self._roster.phrases or raw in self._roster.initials:
            word = meet(raw, self._roster, self._lexicon)
            if word.dull and word.bits & X.COMMON and word.key == raw:
                self._lexicon.ordinary[raw] = word
        self._met[raw] = word
        return word

    def _owners(self, kind: Kind, written: str) -> frozenset[int]:
        """Whose telephone number or e-mail address this is."""
        if kind is Kind.PHONE:
            digits = "".join(c for c in written if c.isdigit())
            return frozenset(self._roster.phones.get(digits[-LAST_DIGITS:], ()))
        if kind is Kind.EMAIL:
            plain = re.sub(
                r"\s*(?:\bdot\b|\(dot\)|\[dot\])\s*",
                ".",
                re.sub(r"\s*(?:\bat\b|\(at\)|\[at\])\s*", "@", written.casefold()),
            )
            return frozenset(self._roster.emails.get(plain, ()))
        return frozenset()

    def _words(self, sentence: Sentence, seen: int, alive: list[int], listed: list[int], spans: list[_Span]) -> None:
        """Names, places, organisations and streets among the words."""
        taken: dict[int, places.Stretch] = {}
        found = list(places.listed(sentence, self._lexicon, listed)) if listed else []
        if seen & (L.HEAD | L.JOB):
            found += places.organisations(sentence)
        if seen & L.STREET:
            found += places.streets(sentence)
        for stretch in found:
            if stretch.names:
                for at in range(stretch.first, stretch.last + 1):
                    if not sentence.words[at].forms:
                        taken[at] = stretch
            elif stretch.points >= AMBER:
                spans.append(
                    _Span(
                        sentence.starts[stretch.first],
                        sentence.ends[stretch.last],
                        stretch.kind,
                        stretch.points,
                        stretch.signs,
                        rank=2 if stretch.kind is Kind.ADDRESS or stretch.last > stretch.first else 1,
                    )
                )
        self._names(sentence, alive, taken, spans)

    # ---------------------------------------------------------------- names
    def _names(
        self, sentence: Sentence, alive: list[int], taken: dict[int, places.Stretch], spans: list[_Span]
    ) -> None:
        words, starts = sentence.words, sentence.starts
        phrases = self._phrases(sentence)
        past = -1
        previous: tuple[int, _Span] | None = None
        for at in alive if not phrases else sorted({*alive, *phrases}):
            if at <= past:
                continue
            word = words[at]
            if at in phrases:
                past, numbers = phrases[at]
                span = _Span(
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
                kind = Kind.PLACE if signs[0] in _TOWNS and _PERSONS.isdisjoint(signs) else Kind.NAME
                span = _Span(starts[at], starts[at] + word.name, kind, points, signs, people)
                previous = self._add(sentence, at, at, span, previous, spans)
            following = past + 1
            if following < len(words) and words[following].dull and self._surname_word(sentence, following):
                span = _Span(
                    starts[following], starts[following] + words[following].name, Kind.NAME, AMBER, ("given_before",)
                )
                previous = self._add(sentence, following, following, span, previous, spans)
                past = following

    def _weighed(
        self, sentence: Sentence, at: int, previous: tuple[int, _Span] | None
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
        if (
            previous is not None
            and previous[0] == at - 1
            and sentence.joined(at - 1)
            and points < RED
            and not sentence.words[at - 1].owned
        ) and self._may_follow(sentence, at, word):
            signs.append("given_before")
            points += POINTS["given_before"]
        return points, signs, people

    def _initial_follows(self, sentence: Sentence, at: int, word: Word) -> bool:
        """Whether the initial of a family name follows: “Carol W”, “hope b.”"""
        letter = sentence.right(at)
        if letter is None or len(letter.key) != 1 or not letter.key.isalpha() or word.owned or letter.raw in "aI":
            return False
        if any(self._surname_starts(number, letter.key) for number in word.forms):
            return True
        return bool(word.bits & (X.DOUBLE | X.GIVEN)) and letter.shape is not Shape.LOWER and letter.raw != "A"

    def _may_follow(self, sentence: Sentence, at: int, word: Word) -> bool:
        """Whether a word may be the family name after a first name."""
        if word.roles & (L.STOP | L.PREPOSITION | L.POSSESSIVE) and word.shape is Shape.LOWER:
            return False
        if word.shape is not Shape.LOWER:
            return not word.bits & X.PUBLIC or bool(word.bits & X.ANY_FAMILY)
        if any(form in (Form.SURNAME,) for form in word.forms.values()):
            return not word.roles & (L.VERB | L.MODAL)
        if word.bits & X.DOUBLE:
            return self._surname_word(sentence, at)
        return not word.bits & X.WORD and bool(word.bits & X.ANY_FAMILY or not word.bits)

    def _surname_word(self, sentence: Sentence, at: int) -> bool:
        """Whether an ordinary word in lower case is a family name after a first name: “justin love from the "
        "council”."""
        word = sentence.words[at]
        if (
            not word.bits & X.FAMILY
            or word.roles & (L.STOP | L.VERB | L.MODAL | L.PREPOSITION | L.AND)
            or not sentence.joined(at - 1)
        ):
            return False
        left = sentence.words[at - 1]
        if left.owned or left.shape is not Shape.LOWER or not left.bits & X.GIVEN or left.bits & X.COMMON:
            return False
        right = sentence.right(at)
        if word.owned:
            return True
        if right is None:
            return not word.bits & X.EVERYDAY
        return bool(right.roles & L.STRONG or right.key in ("from", "is", "was", "has", "had"))

    def _initials(self, sentence: Sentence, at: int, word: Word) -> tuple[int, list[str], Iterable[int]] | None:
        """“JM”, “jm”: two or three letters that are somebody's initials."""
        if len(word.key) not in (2, 3) or word.forms:
            return None
        people = self._roster.initials.get(word.key)
        if people is None or (word.shape is Shape.CAPITAL and not word.raw[:2].isupper()):
            return None
        lower = word.shape is Shape.LOWER
        known = word.bits & X.PUBLIC or word.key in _NO_INITIALS or word.roles & L.STOP
        if lower and (known or word.roles or word.bits & X.WORD):
            return None
        if not known or (word.shape is Shape.UPPER and not word.bits & X.PUBLIC and word.key not in _NO_INITIALS):
            sign = "initials_lower" if lower or known or sentence.shouted else "initials"
            return POINTS[sign], [sign], people
        signs = ["initials_known"]
        right, left = sentence.right(at), sentence.left(at)
        if word.owned:
            signs.append("owned")
        if sentence.listed(at) or sentence.headed(at):
            signs.append("listed")
        if right is not None and right.roles & L.STRONG:
            signs.append("strong_verb")
        elif right is not None and right.roles & L.VERB:
            signs.append("verb")
        if (left is not None and left.roles & L.MET and not left.roles & L.PREPOSITION) or (
            left is not None and left.key in ("with", "for", "from", "about", "at") and not word.bits & X.PUBLIC
        ):
            signs.append("met")
        if right is not None and right.roles & L.AND and sentence.certain(at + 2):
            signs.append("and_name")
        if word.bits & X.WORD and sentence.inside(at) and not word.bits & X.PUBLIC:
            signs.append("letter")
        return sum(POINTS[sign] for sign in signs), signs, people

    def _written_initials(self, text: str, sentence: Sentence, spans: list[_Span]) -> None:
        """“S.O.”, “s. o”, “S O”, and a single letter beside a name: “Sarah O.”, “S. Owen”."""
        piece_start, piece_end = sentence.start, sentence.end
        for match in _INITIALS.finditer(text, piece_start, piece_end):
            letters = normal("".join(c for c in match[0] if c.isalpha()))
            if not (match[0].isupper() or match[0].islower()):
                continue
            people = self._roster.initials.get(letters)
            dotted = "." in match[0]
            if people and letters not in (_NEVER_INITIALS if dotted else _NO_INITIALS):
                spans.append(_Span(match.start(), match.end(), Kind.NAME, POINTS["initials"], ("initials",), people))
            elif dotted and match[0][0].isupper() and self._beside_letters(text, match, piece_start, letters, people):
                spans.append(_Span(match.start(), match.end(), Kind.NAME, AMBER, ("letter",), people or ()))

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
        span: _Span,
        previous: tuple[int, _Span] | None,
        spans: list[_Span],
    ) -> tuple[int, _Span]:
        """Put a name with the one right before it, when both are one person's; take a title or an initial along."""
        words, starts, _ends = sentence.words, sentence.starts, sentence.ends
        if previous is not None and previous[0] == first - 1 and not words[first - 1].owned:
            gap = sentence.gap(first)
            one = previous[1]
            both = one.people & span.people
            reverse = gap == ", " and bool(both) and self._is_surname(words[first - 1], both)
            if (sentence.joined(first - 1) or gap in ("-", ". ") or reverse) and (
                both
                or not (one.people and span.people)
                or not sentence.joined(first - 1)
                or not self._two_people(words[first - 1], words[first])
            ):
                one.end = span.end
                one.kind = Kind.NAME if Kind.NAME in (one.kind, span.kind) else one.kind
                one.points = max(one.points, span.points)
                one.signs = tuple(dict.fromkeys((*one.signs, *span.signs)))
                one.people = both or one.people | span.people
                self._trailing(sentence, last, one)
                return last, one
        if first:
            left = words[first - 1]
            if (
                left.roles & L.TITLE
                and not left.roles & L.KIN
                and left.shape is not Shape.DIGITS
                and sentence.gap(first) in (" ", ". ", ".")
            ):
                span.start = starts[first - 1]
            elif (
                len(left.key) == 1
                and left.key.isalpha()
                and (left.raw not in ("I", "a", "A") or sentence.gap(first) == ". ")
                and sentence.gap(first) in (" ", ". ", ".")
            ) and (
                (
                    left.shape is not Shape.LOWER
                    and (
                        left.raw != "A"
                        or "." in sentence.gap(first)
                        or words[first].bits & X.ANY_FAMILY
                        or words[first].forms
                    )
                )
                or (
                    left.shape is Shape.LOWER
                    and any(form is Form.SURNAME for form in words[first].forms.values())
                    and left.key != "i"
                )
            ):
                span.start = starts[first - 1]
                narrowed = {
                    n for n in span.people if left.key + words[first].key[:1] and self._starts_with(n, left.key)
                }
                span.people = frozenset(narrowed) or span.people
                span.points = max(span.points, AMBER)
                if (
                    first > 1
                    and words[first - 2].roles & L.TITLE
                    and not words[first - 2].roles & L.KIN
                    and sentence.gap(first - 1) in (" ", ". ")
                ):
                    span.start = starts[first - 2]
        self._trailing(sentence, last, span)
        if (
            (
                first
                and words[first].shape is Shape.CAPITAL
                and words[first - 1].key in _BEFORE_PLACES
                and span.start == starts[first]
            )
            and sentence.joined(first - 1)
            and words[first - 1].shape is Shape.CAPITAL
            and sentence.inside(first - 1)
        ):
            span.start = starts[first - 1]
        spans.append(span)
        return last, span

    def _trailing(self, sentence: Sentence, last: int, span: _Span) -> None:
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
            if not fits or letter.key in ("a", "i"):
                return
        elif (letter.raw == "I" and not (fits and (letter.owned or after is None or after.roles & L.VERB))) or (
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

    def _flag(self, span: _Span) -> Flag:
        said = [
            self._reasons[sign]
            for sign in sorted(span.signs, key=lambda sign: -POINTS.get(sign, 0))
            if sign in self._reasons
        ]
        ids: tuple[PersonId, ...] = self._roster.people(span.people) if span.people else ()
        return Flag(
            span.start,
            span.end,
            span.kind,
            Certainty.RED if span.points >= RED else Certainty.AMBER,
            ids,
            tuple(dict.fromkeys(said)),
        )


_NOBODY = Word()
_NOBODY.roles, _NOBODY.key = 0, ""


def _rank(detail: Found) -> int:
    """Which detail a number is when it may be several: a telephone by its first digits, then what it is called."""
    if detail.kind is Kind.PHONE:
        return 5 if detail.sure and detail.opened else 3
    return 6 if detail.reason == "ssn" else 4


def _abbreviated(gap: str, before: Word) -> bool:
    """Whether a full stop between two words only ends a title or an initial: “Mr. Wood”, “S. Owen”."""
    return gap == ". " and (len(before.key) == 1 or bool(before.roles & L.TITLE))


def _shifted(flag: Flag, moved: int) -> Flag:
    return (
        Flag(flag.start + moved, flag.end + moved, flag.kind, flag.certainty, flag.person_ids, flag.reasons)
        if moved
        else flag
    )


_REACH = 16
"""Letters on either side of a place that decide whether a sentence ends there."""
_STRETCH = 400
"""Letters to look at first on either side of an edit; more where a sentence is longer."""


def _window(text: str, low: int, high: int) -> tuple[int, int]:
    """Borders of sentences around an edit, with a whole sentence to spare on either side."""
    low, high = max(0, low - _REACH), min(len(text), high + _REACH)
    start = max(0, low - _STRETCH)
    end = min(len(text), high + _STRETCH)
    while True:
        # From a border that is not at the window's own edge on, borders are the text's.
        borders = sentences(text, start, end)
        inner = borders if start == 0 else borders[1:]
        first, last = around(borders, low, high)
        enough_left = start == 0 or first >= 2
        enough_right = end == len(text) or last <= len(borders) - 4
        if enough_left and enough_right and inner:
            left = borders[max(0, first - 1)]
            right = borders[min(len(borders) - 1, last + 2)]
            return left, right
        if not enough_left:
            start = max(0, start - 2 * (low - start) - _STRETCH)
        if not enough_right:
            end = min(len(text), end + 2 * (end - high) + _STRETCH)


def _settled(text: str, spans: list[_Span]) -> list[_Span]:
    """Spans of which none overlaps: a detail before an address before a name, the longer before the shorter."""
    if len(spans) == 1:
        return spans
    kept: list[_Span] = []
    for span in sorted(spans, key=lambda s: (-s.rank, -(s.end - s.start), -s.points, s.start)):
        hits = [other for other in kept if other.start < span.end and span.start < other.end]
        if not hits:
            kept.append(span)
            continue
        for other in hits:
            if other.start <= span.start and span.end <= other.end:
                if span.points > other.points and other.rank < 3:
                    other.points = span.points
                if span.people and not other.people:
                    other.people = span.people
                break
        else:
            # Partly covered: what is left of it on either side still has to be seen.
            start, end = span.start, span.end
            for other in sorted(hits, key=lambda o: o.start):
                if other.start > start and any(c.isalnum() for c in text[start : other.start]):
                    kept.append(_rest(text, span, start, other.start))
                start = max(start, other.end)
            if start < end and any(c.isalnum() for c in text[start:end]):
                kept.append(_rest(text, span, start, end))
    return sorted(kept, key=lambda s: s.start)


def _rest(text: str, span: _Span, start: int, end: int) -> _Span:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return _Span(start, end, span.kind, span.points, span.signs, span.people, span.rank)
