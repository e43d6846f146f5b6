"""Who the name guard knows in a note: the people of a group, made ready for it from all that is kept of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.i18n import _
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import Member
from facilitator.model.organisation import Organisation
from facilitator.model.session import Session
from facilitator.nameguard import Certainty, Edit, Flag, NameGuard, Person
from facilitator.nameguard.language import KIN, ROLES, TITLE, word_set
from facilitator.nameguard.lexicon import ANY_GIVEN, WORD, shipped
from facilitator.nameguard.normal import normal
from facilitator.nameguard.roster import Roster
from facilitator.people import words

if TYPE_CHECKING:
    from facilitator.people import Facilitators, Groups, Members, Organisations

_EMAIL = re.compile(r"[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>()]+")
_PHONE = re.compile(r"\+?\(?\d[\d\s().-]{5,}\d")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_OWNED = re.compile(r"['’ʼ]s\Z", re.IGNORECASE)
_LABEL = 24
"""Letters about a flag in which a label is looked for."""
_TRAIT = 4
"""Letters of the shortest word that may be a trait."""
_PLAIN = word_set("""
    away back before behind beside chair close door each easy facing first front from have help light like likes long
    more near need needs next other people place please print quiet reader room seat seats side somebody someone space
    step table that their them then there they this time wants what when where while will with without works would
""")
"""Words of adjustments that say too little about anybody."""


@dataclass(frozen=True, slots=True)
class GuardFacts:
    """What a guard is made from. `people` may be nobody: then it goes by its rules alone.

    `kept_words` stand unasked; `traits` are words that, of all on the list, fit one person only.
    """

    people: tuple[Person, ...] = ()
    kept_words: frozenset[str] = frozenset()
    traits: tuple[str, ...] = ()

    def person(self, one: object) -> Person | None:
        """Somebody by the id that a flag carries."""
        return next((person for person in self.people if person.id == one), None)


class NoteGuard:
    """A guard that lets the words stand that were said to be ordinary; otherwise it is the engine's. It dies with a
    note."""

    def __init__(self, facts: GuardFacts) -> None:
        self._engine = NameGuard(facts.people)
        self._kept = facts.kept_words
        before, _letter, after = _("Person {letter}").partition("{letter}")
        self._label = re.compile(rf"(?<!\w){re.escape(before)}[A-Z]{{1,2}}{re.escape(after)}(?!\w)")
        self._called = {one.id: _called(one) for one in facts.people}
        self._around = {one.id: frozenset(map(normal, " ".join(one.contacts).split())) for one in facts.people}

    def flags(self, text: str) -> tuple[Flag, ...]:
        """Every flag of a text, in order."""
        return self._asked(text, self._engine.flags(text))

    def update(self, flags: Sequence[Flag], text: str, edit: Edit) -> tuple[Flag, ...]:
        """The flags of a text after an edit, given those from before."""
        return self._asked(text, self._engine.update(flags, text, edit))

    def _asked(self, text: str, flags: tuple[Flag, ...]) -> tuple[Flag, ...]:
        return tuple(
            self._nearest(text, flag) for flag in flags
            if flag.certainty is Certainty.RED or flag.person_ids or not self._kept
            or words.alike(text[flag.start:flag.end]) not in self._kept
            if not self._stands_for_somebody(text, flag))

    def _stands_for_somebody(self, text: str, flag: Flag) -> bool:
        """Whether it is a label of ours, such as Person A, or part of one: nobody is asked about that again."""
        start = max(0, flag.start - _LABEL)
        return any(start + found.start() <= flag.start and flag.end <= start + found.end()
                   for found in self._label.finditer(text[start:flag.end + _LABEL]))

    def _nearest(self, text: str, flag: Flag) -> Flag:
        """Whoever bears the very name is meant before those who have it as a short form or by a slip; and somebody's
        sister, whom they gave as a contact, is not they.
        """
        if not flag.person_ids:
            return flag
        said = {normal(word) for word in _NAME_WORD.findall(_OWNED.sub("", text[flag.start:flag.end]))}
        bears = {one: len(said & self._called[one]) for one in flag.person_ids
                 if said & self._called[one] or not said & self._around[one]}
        most = max(bears.values(), default=0)
        return replace(flag, person_ids=tuple(one for one, many in bears.items() if many == most))


class Guarding:
    """Makes ready what guards need. Nothing of it is kept."""

    def __init__(self, groups: Groups, members: Members, facilitators: Facilitators,
                 organisations: Organisations) -> None:
        self._groups = groups
        self._members = members
        self._facilitators = facilitators
        self._organisations = organisations

    def facts(self, group_id: Id, kept_words: frozenset[str] = frozenset(), session: Session | None = None,
              ) -> GuardFacts:
        """What a guard for a group's note is made from; a group that keeps no names has nobody. Raises NotFound."""
        group = self._groups.get(group_id)
        if group.record_level is RecordLevel.TALLY:
            return GuardFacts(kept_words=kept_words)
        return GuardFacts(self._people(group), kept_words, self._traits(group, session))

    def guard(self, group_id: Id, kept_words: frozenset[str] = frozenset()) -> NoteGuard:
        """A guard of its own for one text. Raises NotFound."""
        return NoteGuard(self.facts(group_id, kept_words))

    def pointing(self, group_id: Id, text: str) -> tuple[str, ...]:
        """The words of a short text that surely point to somebody, or are on the list."""
        return tuple(text[flag.start:flag.end] for flag in self.guard(group_id).flags(text)
                     if flag.certainty is Certainty.RED or flag.person_ids)

    def ordinary(self, word: str) -> bool:
        """Whether a word may stand unasked from now on: one ordinary word, no first name and no form of a name here."""
        key = normal(word)
        if not key or word.split() != [word]:
            return False
        lexicon = shipped()
        bits = lexicon.bits(key)
        if not bits & WORD or bits & ANY_GIVEN:
            return False
        roster = Roster([one for group in self._groups.all() for one in self._people(group)], lexicon)
        return key not in roster.forms and key not in roster.initials and not roster.near(key)[0]

    # ------------------------------------------------------------ inside
    def _people(self, group: Group) -> tuple[Person, ...]:
        found = [person_of(member) for member in self._members.of(group.id, left=True)]
        found += [Person(one.id, *_two(one.name)) for one in self._facilitators.all()]
        return (*found, *_officers(self._organisations.get()))

    def _traits(self, group: Group, session: Session | None) -> tuple[str, ...]:
        """Words of what is kept of the members, that fit one of them alone."""
        told: dict[Id, set[str]] = {member.id: set(_content(member.age_band)) for member in self._members.of(group.id)}
        for need in self._members.needs.of(group.id):
            if need.member_id in told:
                told[need.member_id].update(_content(need.adjustment))
        if session is not None:
            new = [member.id for member in self._members.of(group.id) if member.first_seen == session.held_on]
            if len(new) == 1:
                told[new[0]].update(("newcomer", "new member", "first time"))
        counted = Counter(word for said in told.values() for word in said)
        return tuple(sorted(word for word, times in counted.items() if times == 1))


def person_of(member: Member) -> Person:
    """A member as the guard knows them: name, and what stands in the lines about how to reach them."""
    lines = (member.contact, member.emergency_contact)
    return Person(
        member.id, *_two(member.name),
        phones=tuple(found for line in lines for found in _PHONE.findall(line)),
        emails=tuple(found for line in lines for found in _EMAIL.findall(line)),
        contacts=tuple(_names_in(lines)))


def _two(name: str) -> tuple[str, str]:
    """First name and the rest."""
    first, _space, rest = name.partition(" ")
    return first, rest.strip()


def _called(person: Person) -> frozenset[str]:
    """The words of somebody's own name, as they compare."""
    return frozenset(map(normal, f"{person.preferred} {person.surname}".split()))


def _names_in(lines: Iterable[str]) -> Iterable[str]:
    """The words of a contact line that are somebody's name: with a capital, and no title or word of kin."""
    for line in lines:
        bare = _PHONE.sub(" ", _EMAIL.sub(" ", line))
        for word in _NAME_WORD.findall(bare):
            key = normal(word)
            ordinary = not shipped().bits(key) & ANY_GIVEN and shipped().bits(key) & WORD
            if word[:1].isupper() and len(word) > 1 and not ROLES.get(key, 0) & (KIN | TITLE) and not ordinary:
                yield word


def _officers(organisation: Organisation) -> Iterable[Person]:
    """Those of the organisation that a note may name."""
    for place, name, contact in (("lead", organisation.lead_name, organisation.lead_contact),
                                 ("deputy", organisation.deputy_name, organisation.deputy_contact),
                                 ("supervisor", organisation.supervisor, "")):
        if name.strip():
            yield Person(place, *_two(name), phones=tuple(_PHONE.findall(contact)),
                         emails=tuple(_EMAIL.findall(contact)))


def _content(line: str) -> Iterable[str]:
    return (word for one in _NAME_WORD.findall(line)
            if len(word := words.alike(one)) >= _TRAIT and word not in _PLAIN)
