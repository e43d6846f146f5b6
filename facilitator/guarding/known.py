"""Who the name guard knows in a note: the people of a group, made ready for it from all that is kept of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from facilitator.guarding.facts import GuardFacts
from facilitator.guarding.note_guard import NAME_WORD, NoteGuard
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import Member
from facilitator.model.organisation import Organisation
from facilitator.model.session import Session
from facilitator.nameguard import Certainty, NameGuard, Person
from facilitator.nameguard.language import KIN, ROLES, TITLE, word_set
from facilitator.nameguard.lexicon import ANY_GIVEN, WORD, shipped
from facilitator.nameguard.normal import normal
from facilitator.people import words

if TYPE_CHECKING:
    from facilitator.people import Facilitators, Groups, Members, Organisations, Venues

_EMAIL = re.compile(r"[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>()]+")
_PHONE = re.compile(r"\+?\(?\d[\d\s().-]{5,}\d")
_TRAIT = 4
"""Letters of the shortest word that may be a trait."""
_PLAIN = word_set("""
    away back before behind beside chair close door each easy facing first front from have help light like likes long
    more near need needs next other people place please print quiet reader room seat seats side somebody someone space
    step table that their them then there they this time wants what when where while will with without works would
""")
"""Words of adjustments that say too little about anybody."""
_SAINTS = frozenset({"st", "saint", "sts"})


class Guarding:
    """Makes ready what guards need. Nothing of it is kept."""

    def __init__(self, groups: Groups, members: Members, facilitators: Facilitators,
                 organisations: Organisations, venues: Venues) -> None:
        self._groups = groups
        self._members = members
        self._facilitators = facilitators
        self._organisations = organisations
        self._venues = venues

    def facts(self, group_id: Id, kept_words: frozenset[str] = frozenset(), session: Session | None = None,
              ) -> GuardFacts:
        """What a guard for a group's note is made from; a group that keeps no names has nobody. Raises NotFound."""
        group = self._groups.get(group_id)
        halls = self._halls(group.venue_id, session.venue_id if session is not None else None)
        if group.record_level is RecordLevel.TALLY:
            return GuardFacts(kept_words=kept_words, halls=halls)
        return GuardFacts(self._people(group), kept_words, self._traits(group, session), halls)

    def guard(self, group_id: Id, kept_words: frozenset[str] = frozenset()) -> NoteGuard:
        """A guard of its own for one text. Raises NotFound."""
        return NoteGuard(self.facts(group_id, kept_words))

    def pointing(self, group_id: Id, text: str) -> tuple[str, ...]:
        """The words of a short text that surely point to somebody, or are on the list."""
        return tuple(text[flag.start:flag.end] for flag in self.guard(group_id).flags(text)
                     if flag.certainty is Certainty.RED or flag.person_ids)

    def ordinary(self, word: str) -> bool:
        """Whether a word may stand unasked from now on: one ordinary word, no first name and no form of a name here."""
        if word.split() != [word]:
            return False
        everybody = [one for group in self._groups.all() for one in self._people(group)]
        return NameGuard(everybody).may_always_be_kept(word)

    # ------------------------------------------------------------ inside
    def _people(self, group: Group) -> tuple[Person, ...]:
        found = [person_of(member) for member in self._members.of(group.id, left=True)]
        found += [Person(one.id, *_two(one.name)) for one in self._facilitators.all()]
        return (*found, *_officers(self._organisations.get()))

    def _halls(self, *venues: Id | None) -> tuple[str, ...]:
        """What places are called: their whole name, up to a comma, and no more than the saint's where they bear one."""
        called: list[str] = []
        for venue in self._venues.all():
            if venue.id in venues and venue.name.strip():
                short = venue.name.partition(",")[0].strip()
                saint = short.split()[:2] if normal(short.split()[0]) in _SAINTS and len(short.split()) > 2 else []
                called += [venue.name.strip(), short, " ".join(saint)]
        return tuple(dict.fromkeys(name for name in called if len(name.split()) > 1))

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


def _names_in(lines: Iterable[str]) -> Iterable[str]:
    """The words of a contact line that are somebody's name: with a capital, and no title or word of kin."""
    for line in lines:
        bare = _PHONE.sub(" ", _EMAIL.sub(" ", line))
        for word in NAME_WORD.findall(bare):
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
    return (word for one in NAME_WORD.findall(line)
            if len(word := words.alike(one)) >= _TRAIT and word not in _PLAIN)
