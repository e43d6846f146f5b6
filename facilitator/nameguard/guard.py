"""The name guard: reads a text sentence by sentence and gathers what every part of it finds into flags."""

from __future__ import annotations

import re
from collections.abc import Sequence

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard import places
from facilitator.nameguard.beside import beside
from facilitator.nameguard.bodies import bodies
from facilitator.nameguard.doors import doors
from facilitator.nameguard.firms import organisations
from facilitator.nameguard.frames import framed, with_article
from facilitator.nameguard.lexicon import Lexicon, shipped
from facilitator.nameguard.meeting import Word, meet
from facilitator.nameguard.model import Certainty, Edit, Flag, Kind, Person, PersonId
from facilitator.nameguard.patterns import details
from facilitator.nameguard.persons import Persons
from facilitator.nameguard.pointed import pointed
from facilitator.nameguard.roster import LAST_DIGITS, Form, Roster
from facilitator.nameguard.sentence import SPACES, Sentence
from facilitator.nameguard.shapes import Found
from facilitator.nameguard.spans import Span, settled
from facilitator.nameguard.stays import stays
from facilitator.nameguard.streets import aged, leading, numbered, rows_of_ages, streets
from facilitator.nameguard.stretches import Stretch
from facilitator.nameguard.teams import teams
from facilitator.nameguard.tokens import RUN_ON, Shape, around, sentences, words
from facilitator.nameguard.venues import saints, venues
from facilitator.nameguard.weights import AMBER, POINTS, RED, reasons

_MOST_WORDS = 20_000
"""Ways of writing a word that are kept before they are forgotten."""


class NameGuard:
    """Finds names and details that point to a person. Knows the people it was given, and nothing of where they
        are kept.

    It keeps the words that it has met, so let go of it when the note is saved.
    """

    def __init__(self, people: Sequence[Person] = (), lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon or shipped()
        self._roster = Roster(people, self._lexicon)
        self._persons = Persons(self._roster)
        self._met: dict[str, Word] = {}
        self._reasons = reasons()

    def flags(self, text: str) -> tuple[Flag, ...]:
        """Every flag of a text, in its order; none overlaps another. Takes time in proportion to its length."""
        borders = sentences(text)
        return tuple(flag for number in range(len(borders) - 1) for flag in self._sentence(text, borders, number))

    def update(self, flags: Sequence[Flag], text: str, edit: Edit) -> tuple[Flag, ...]:
        """The flags of `text`, given those from before the edit that led to it: only what lies about the edit is
        read again."""
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

    def may_always_be_kept(self, word: str) -> bool:
        """Whether “always keep this word” may be offered: an ordinary word that is no name of the group and no "
        "first name."""
        met = meet(word, self._roster, self._lexicon)
        return met.plain and not met.bits & (X.GIVEN | X.GIVEN_RARE | X.DOUBLE) and not self._roster.near(met.key)[0]

    # ---------------------------------------------------------------- one sentence
    def _sentence(self, text: str, borders: list[int], number: int) -> list[Flag]:
        start, end = borders[number], borders[number + 1]
        found, starts, ends, joins, alive, listed = [], [], [], [], [], []
        before, listed_bits, digit_shape = _NOBODY, places.LISTED, Shape.DIGITS
        met, seen, tally, last, letters = self._met, 0, 0, start, False
        figures: list[int] = []
        numbers: list[int] = []
        for at, match in enumerate(words(text, start, end)):
            begin, finish = match.span()
            raw = text[begin:finish]
            word = met.get(raw)
            if word is None:
                word = self._meet(raw)
            found.append(word)
            starts.append(begin)
            ends.append(finish)
            gap = begin - last
            if gap == 1:
                joins.append(text[last] in _SPACE)
            else:
                joins.append(gap == 2 and (text[last:begin] in SPACES or _abbreviated(text[last:begin], before)))
            roles = word.roles
            seen |= roles
            tally += word.tally
            last = finish
            if word.busy:
                if finish - begin == 1 and (raw not in "aAI" or text[finish : finish + 1] == "."):
                    letters = True
                if word.bits & listed_bits:
                    listed.append(at)
                if not word.dull:
                    alive.append(at)
                elif word.shape is digit_shape:
                    figures.append(begin)
                elif word.bits & X.ANY_NAME and before.roles & (L.TITLE | L.KIN | L.CALLED):
                    alive.append(at)
                if roles & L.NUMBER:
                    numbers.append(begin)
            before = word
        spans: list[Span] = []
        for detail in details(text, start, end, figures, numbers):
            people = self._owners(detail.kind, text[detail.start : detail.end])
            sign = f"roster_{detail.reason}" if people else detail.reason
            points = RED if detail.sure or people else AMBER
            spans.append(Span(detail.start, detail.end, detail.kind, points, (sign,), people, _rank(detail)))
        if alive or listed or letters or seen & (L.JOB | L.STREET | L.HEAD | L.PREPOSITION | L.STREET_FIRST):
            sentence = Sentence(text, start, end, found, starts, ends, joins, tally)
            self._words(sentence, seen, alive, listed, bool(figures), spans)
            if letters:
                self._persons.letters(text, sentence, spans)
        return [self._flag(span) for span in settled(text, spans)] if spans else []

    def _meet(self, raw: str) -> Word:
        if len(self._met) >= _MOST_WORDS:
            self._met.clear()
        word: Word | None = self._lexicon.ordinary.get(raw)
        roster = self._roster
        named = raw in roster.forms or raw[:-1] in roster.forms or raw in roster.phrases or raw in roster.initials
        if word is None or named:
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

    def _words(
        self, sentence: Sentence, seen: int, alive: list[int], listed: list[int], figures: bool, spans: list[Span]
    ) -> None:
        """Names, places, organisations and streets among the words."""
        taken: dict[int, Stretch] = {}
        found = list(places.listed(sentence, self._lexicon, listed)) if listed else []
        if seen & (L.HEAD | L.JOB):
            found += organisations(sentence)
        if figures:
            found += numbered(sentence)
            found += doors(sentence)
            found += beside(sentence)
            found += aged(sentence)
        if figures or seen & L.NUMBER:
            found += rows_of_ages(sentence)
        if seen & L.STREET_FIRST:
            found += leading(sentence)
        if seen & L.STREET:
            found += streets(sentence)
            found += saints(sentence)
        if alive:
            found += venues(sentence, alive)
            found += stays(sentence, alive)
        if seen & L.PREPOSITION:
            found += framed(sentence, seen)
        found += bodies(sentence)
        found += teams(sentence)
        found += pointed(sentence)
        hidden = {at for stretch in found if stretch.names for at in range(stretch.first, stretch.last + 1)}
        for stretch in found:
            if hidden and not stretch.names and _within(stretch, hidden) and "job" not in stretch.signs:
                continue
            if stretch.names:
                for at in range(stretch.first, stretch.last + 1):
                    if all(form is Form.SHORT for form in sentence.words[at].forms.values()):
                        taken[at] = stretch
            elif stretch.points >= AMBER:
                spans.append(
                    Span(
                        sentence.starts[with_article(sentence, stretch)],
                        sentence.ends[stretch.last],
                        stretch.kind,
                        stretch.points,
                        stretch.signs,
                        rank=2 if stretch.kind is Kind.ADDRESS or stretch.last > stretch.first else 1,
                    )
                )
        self._persons.find(sentence, alive, taken, spans)

    def _flag(self, span: Span) -> Flag:
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


def _within(found: Stretch, hidden: set[int]) -> bool:
    """Whether a stretch is no more than a thing of no person: the song “Abbey Road”."""
    return all(at in hidden for at in range(found.first, found.last + 1))


_SPACE = " \t\u00a0"
_NOBODY = Word()
_NOBODY.roles, _NOBODY.key, _NOBODY.hinted = 0, "", {}


def _rank(detail: Found) -> int:
    """Which detail a number is when it may be several: a telephone by its first digits, then what it is called."""
    if detail.kind is Kind.PHONE:
        return 5 if detail.sure and detail.opened else 3
    return 6 if detail.reason == "ssn" else 4


def _abbreviated(gap: str, before: Word) -> bool:
    """Whether a full stop between two words only ends a title or an initial: “Mr. Wood”, “S. Owen”."""
    return gap == ". " and (len(before.key) == 1 or before.key in ("st", "mt") or bool(before.roles & L.TITLE))


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
    low, high = max(0, low - _REACH), min(len(text), high + _REACH + RUN_ON)
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
