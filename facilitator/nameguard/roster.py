"""The people the group knows, by every form in which they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum

from facilitator.nameguard.language import word_set
from facilitator.nameguard.lexicon import COMMON, PUBLIC, Lexicon
from facilitator.nameguard.model import Person, PersonId
from facilitator.nameguard.normal import normal
from facilitator.nameguard.slips import ONE_SLIP, SlipIndex

People = tuple[int, ...]
"""People as numbers in the roster, smallest first."""

_PARTS = re.compile(r"[\s‐‑-]+")
_PARTICLES = word_set("""
    ni nic ui san fitz ta dela los las du des af av
    van von de der den da di do dos del della la le el al bin bint ibn ap ab mac mc o st ten ter the y e zu abu
    ben bat
""")
LAST_DIGITS = 8
"""So many last digits tell a telephone number, whatever stands before them."""


_LONGEST = 40
"""Letters of the longest word that is looked at for slips."""
_NEARBY = 5000
"""Words whose near names are kept before they are forgotten."""
_EVENING = 1000
"""So many people are indexed at once."""


class Form(IntEnum):
    """Which form of a person's name was met; the surest first."""

    FIRST = 0
    SURNAME = 1
    NICKNAME = 2
    CONTACT = 3
    PART = 4
    SHORT = 5


class Roster:
    """Indexes over the people of one session. Building it is linear in their number."""

    def __init__(self, people: Sequence[Person], lexicon: Lexicon) -> None:
        self.ids: tuple[PersonId, ...] = tuple(person.id for person in people)
        self.forms: dict[str, dict[int, Form]] = {}
        """Single words."""
        self.phrases: dict[str, list[tuple[tuple[str, ...], list[int]]]] = {}
        """Several words, by their first; the longest first."""
        self.initials: dict[str, list[int]] = {}
        self.firsts: dict[str, set[int]] = {}
        self.surnames: dict[str, set[int]] = {}
        self.phones: dict[str, list[int]] = {}
        self.emails: dict[str, list[int]] = {}
        self._lexicon = lexicon
        self._shorts: dict[str, frozenset[str]] = {}
        near: set[str] = set()
        for number, person in enumerate(people):
            self._person(number, person, near)
        for phrases in self.phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
        self._near_names = near
        self._nearby: dict[tuple[str, int], tuple[frozenset[int], int]] = {}
        # A big roster, which no evening has, is spared what it may not need.
        self._slips = SlipIndex(near) if len(people) <= _EVENING else None

    def people(self, numbers: Iterable[int]) -> tuple[PersonId, ...]:
        """The ids of people, each once, in the roster's order."""
        return tuple(dict.fromkeys(self.ids[number] for number in sorted(set(numbers))))

    def near(self, word: str, most: int = 2) -> tuple[frozenset[int], int]:
        """People whose name a mistyped word may be, with so many slips at most, and the number of slips."""
        known = self._nearby.get((word, most))
        if known is None:
            if len(self._nearby) > _NEARBY:
                self._nearby.clear()
            known = self._nearby[word, most] = self._near(word, most)
        return known

    def _near(self, word: str, most: int) -> tuple[frozenset[int], int]:
        if self._slips is None:
            self._slips = SlipIndex(self._near_names)
        if not ONE_SLIP - 1 <= len(word) <= _LONGEST:
            return frozenset(), 0
        names, slips = self._slips.near(word, most)
        return frozenset(number for name in names for number in self.forms[name]), slips

    # ---------------------------------------------------------------- building
    def _person(self, number: int, person: Person, near: set[str]) -> None:
        first, *rest = person.preferred.split() or [""]
        surname = " ".join((*rest, person.surname)).strip()
        self._name(number, first, Form.FIRST, near)
        if first:
            self.firsts.setdefault(normal(first), set()).add(number)
            for part in {normal(first), *map(normal, _PARTS.split(first))}:
                for short in self._short(part):
                    self._form(short, number, Form.SHORT)
        if surname:
            self._name(number, surname, Form.SURNAME, near)
            firsts = [one for one in map(normal, _PARTS.split(first)) if one]
            lasts = [one for one in map(normal, _PARTS.split(surname)) if one]
            for given in (firsts, [normal(first)]) if len(firsts) > 1 else (firsts,):
                for family in (lasts, [normal(surname.replace(" ", ""))]) if len(lasts) > 1 else (lasts,):
                    self._phrase((*given, *family), number)
                    self._phrase((*family, *given), number)
            for key in (normal(surname), *map(normal, _PARTS.split(surname))):
                self.surnames.setdefault(key, set()).add(number)
            self._initials(number, first, surname)
        for nickname in person.nicknames:
            self._nickname(number, nickname, near)
        for contact in person.contacts:
            for part in contact.split():
                self._name(number, part, Form.CONTACT, near)
        for phone in person.phones:
            digits = "".join(c for c in phone if c.isdigit())
            if len(digits) >= LAST_DIGITS:
                self.phones.setdefault(digits[-LAST_DIGITS:], []).append(number)
        for email in person.emails:
            if email:
                self.emails.setdefault(email.casefold(), []).append(number)

    def _form(self, key: str, number: int, form: Form) -> None:
        known = self.forms.get(key)
        if known is None:
            self.forms[key] = {number: form}
        elif form < known.get(number, 99):
            known[number] = form

    def _name(self, number: int, name: str, form: Form, near: set[str]) -> None:
        """A name of one or more parts: whole, joined and by its parts."""
        whole = normal(name.replace(" ", ""))
        if not whole:
            return
        self._form(whole, number, form)
        near.add(whole)
        parts = [normal(part) for part in _PARTS.split(name) if normal(part)]
        if len(parts) > 1:
            self._phrase(tuple(parts), number)
            for part in parts:
                if part not in _PARTICLES and len(part) > 1:
                    self._form(part, number, Form.PART if form is Form.FIRST else form)
                    near.add(part)

    def _nickname(self, number: int, nickname: str, near: set[str]) -> None:
        parts = [normal(part) for part in _PARTS.split(nickname) if normal(part)]
        if not parts:
            return
        whole = "".join(parts)
        self._form(whole, number, Form.NICKNAME)
        near.add(whole)
        if len(parts) > 1:
            self._phrase(tuple(parts), number)
            for part in parts:
                # “Scottish Jane”: she is met as Jane, but not everything Scottish is she.
                if len(part) > 2 and part not in _PARTICLES and not self._lexicon.bits(part) & (COMMON | PUBLIC):
                    self._form(part, number, Form.PART)
                    near.add(part)

    def _phrase(self, parts: tuple[str, ...], number: int) -> None:
        phrases = self.phrases.setdefault(parts[0], [])
        for known, numbers in phrases:
            if known == parts:
                numbers.append(number)
                return
        phrases.append((parts, [number]))

    def _initials(self, number: int, first: str, surname: str) -> None:
        firsts = [part[:1] for part in map(normal, _PARTS.split(first)) if part]
        lasts = [part[:1] for part in map(normal, _PARTS.split(surname)) if part]
        seconds = [part[:1] for part in map(normal, surname.split()) if part]
        if not firsts or not lasts:
            return
        given = "".join(firsts)
        for letters in {firsts[0] + lasts[-1], firsts[0] + seconds[0], given + seconds[-1], given + "".join(lasts)}:
            self.initials.setdefault(letters, []).append(number)

    def _short(self, name: str) -> frozenset[str]:
        found = self._shorts.get(name)
        if found is None:
            found = frozenset(one for one in self._lexicon.short_forms(name) if len(one) > 1)
            self._shorts[name] = found
        return found
