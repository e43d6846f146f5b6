"""What to write in a flag's place: Person A, [sister], [town], [40s]. New in every session, and kept in memory only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.i18n import _
from facilitator.nameguard.language import TENS, UNITS
from facilitator.nameguard.model import Flag, Kind, PersonId
from facilitator.nameguard.normal import normal

_WORDS_BEFORE = 40
"""Letters before a name in which a word of kin or of a job is looked for."""
_OWNED = re.compile(r"['’ʼ]s\Z", re.IGNORECASE)
_LAST_WORDS = re.compile(r"([^\W\d_]+)(?:\s+(?:called|named|is|,))?[\s,]*\Z")
_ROLE_BEFORE = re.compile(r"\b[^\W\d_]+ +\Z")
_OF_A_BABY = re.compile(r"month|mth|week|wk", re.IGNORECASE)
_ORGANISED = (
    ("school", "school academy primary nursery preschool kindergarten sixth-form yeshiva"),
    ("college", "college university uni"),
    ("hospital", "hospital infirmary hospice ward"),
    ("surgery", "surgery practice clinic dental dentist"),
    ("faith", "church chapel cathedral mosque temple synagogue gurdwara mandir parish priory abbey"),
    ("council", "council authority"),
    ("shelter", "hostel refuge shelter"),
    ("prison", "prison jail"),
    ("care", "care"),
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for one flag. `choices` are there when it may be one of several people: ask, never guess."""

    flag: Flag
    label: str
    choices: tuple[tuple[PersonId, str], ...] = ()


class Labels:
    """The labels of one session: who is Person A stays so until this is let go."""

    def __init__(self) -> None:
        self._people: dict[PersonId, str] = {}
        self._strangers: dict[str, str] = {}

    def propose(self, text: str, flags: Sequence[Flag]) -> tuple[Proposal, ...]:
        """A label for every flag, in their order, by first mention; known people first come, first lettered."""
        return tuple(self._proposal(text, flag) for flag in flags)

    def of(self, person: PersonId) -> str:
        """The label of somebody of the group; a new letter at the first mention."""
        found = self._people.get(person)
        if found is None:
            found = self._people[person] = _("Person {letter}").format(letter=_letters(len(self._people)))
        return found

    def _proposal(self, text: str, flag: Flag) -> Proposal:
        written = text[flag.start : flag.end]
        if flag.kind is Kind.NAME and len(flag.person_ids) == 1:
            return Proposal(flag, self.of(flag.person_ids[0]))
        if flag.kind is Kind.NAME and flag.person_ids:
            choices = tuple((person, self.of(person)) for person in flag.person_ids)
            return Proposal(flag, _("[someone]"), choices)
        if flag.kind is Kind.NAME:
            return Proposal(flag, self._stranger(text, flag, written))
        if flag.kind is Kind.AGE:
            return Proposal(flag, _age(written))
        if flag.kind is Kind.ORGANISATION:
            return Proposal(flag, _organisation(written))
        return Proposal(flag, _plain_label(flag.kind))

    def _stranger(self, text: str, flag: Flag, written: str) -> str:
        """The role that stands by a stranger's name: [sister], [GP]; the same for the same name later in the note."""
        key = normal(_OWNED.sub("", written))
        role = _role(text[max(0, flag.start - _WORDS_BEFORE) : flag.start], written)
        known = self._strangers.get(key)
        if role:
            known = self._strangers[key] = f"[{role}]"
        return known or _("[someone]")


def label_start(text: str, start: int, label: str) -> int:
    """Where the label for a name at a place begins: with the role itself where that stands right before the name.

    “her sister Nasreen” becomes “her [sister]”, so that the role is not told twice.
    """
    match = _ROLE_BEFORE.search(text, max(0, start - _WORDS_BEFORE), start)
    return match.start() if match and f"[{_roles().get(normal(match[0].rstrip()))}]" == label else start


def anonymised(text: str, proposals: Sequence[Proposal]) -> str:
    """The text with every label in its place. The proposals are those of its flags, in order."""
    parts, at = [], 0
    for proposal in proposals:
        parts += [text[at : max(at, label_start(text, proposal.flag.start, proposal.label))], proposal.label]
        at = proposal.flag.end
    return "".join((*parts, text[at:]))


def _letters(number: int) -> str:
    """A, B … Z, AA, AB …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _plain_label(kind: Kind) -> str:
    return {
        Kind.PLACE: _("[town]"),
        Kind.ADDRESS: _("[address]"),
        Kind.POSTCODE: _("[postcode]"),
        Kind.PHONE: _("[phone]"),
        Kind.EMAIL: _("[e-mail]"),
        Kind.URL: _("[web address]"),
        Kind.HANDLE: _("[online name]"),
        Kind.DATE_OF_BIRTH: _("[date of birth]"),
        Kind.IDENTIFIER: _("[number]"),
    }.get(kind, _("[detail]"))


def _age(written: str) -> str:
    """A decade, such as [40s], where a grown-up's age can be read; else [age]."""
    digits = re.match(r"\d{1,3}", written)
    if _OF_A_BABY.search(written):
        return _("[age]")
    if digits:
        years = int(digits[0])
    else:
        parts = [part for part in re.split(r"[\s-]+", written.casefold()) if part]
        years = sum(TENS.get(part, 0) + UNITS.get(part, 0) for part in parts)
    return _("[{decade}s]").format(decade=years // 10 * 10) if 20 <= years < 100 else _("[age]")


def _organisation(written: str) -> str:
    found = {normal(word) for word in written.split()}
    said = {
        "school": _("[school]"),
        "college": _("[college]"),
        "hospital": _("[hospital]"),
        "surgery": _("[surgery]"),
        "faith": _("[place of worship]"),
        "council": _("[council]"),
        "shelter": _("[shelter]"),
        "prison": _("[prison]"),
        "care": _("[care home]"),
    }
    for sort, words in _ORGANISED:
        if found & set(map(normal, words.split())):
            return said[sort]
    return _("[workplace]")


def _role(before: str, written: str) -> str:
    """The role of a stranger, from the words before the name or from a title in it."""
    roles = _roles()
    first = normal(written.split()[0]) if written.split() else ""
    if first in ("dr", "doctor", "prof", "professor"):
        return _("doctor")
    match = _LAST_WORDS.search(before)
    return roles.get(normal(match[1]), "") if match else ""


def _roles() -> dict[str, str]:
    said = {
        _("mother"): "mum mam mom mummy mammy mommy ma mother",
        _("father"): "dad daddy da father pa papa",
        _("sister"): "sister sis stepsister",
        _("brother"): "brother bro stepbrother",
        _("son"): "son stepson lad",
        _("daughter"): "daughter stepdaughter",
        _("child"): "child kid baby toddler bairn wean twin",
        _("uncle"): "uncle",
        _("aunt"): "aunt auntie aunty",
        _("grandmother"): "nan nana nanna gran granny grandma grandmother",
        _("grandfather"): "grandad granddad grandpa grandfather",
        _("cousin"): "cousin",
        _("nephew"): "nephew",
        _("niece"): "niece",
        _("husband"): "husband hubby",
        _("wife"): "wife missus",
        _("partner"): "partner spouse fiance fiancee",
        _("boyfriend"): "boyfriend",
        _("girlfriend"): "girlfriend",
        _("former partner"): "ex",
        _("friend"): "friend mate pal bestie buddy",
        _("neighbour"): "neighbour neighbor",
        _("flatmate"): "flatmate housemate roommate",
        _("manager"): "boss manager supervisor",
        _("colleague"): "colleague coworker workmate",
        _("landlord"): "landlord landlady",
        _("sponsor"): "sponsor",
        _("counsellor"): "counsellor counselor therapist psychologist",
        _("psychiatrist"): "psychiatrist",
        _("keyworker"): "keyworker caseworker",
        _("nurse"): "nurse matron midwife",
        _("GP"): "gp",
        _("doctor"): "doctor dr consultant",
        _("carer"): "carer caregiver",
        _("teacher"): "teacher tutor lecturer",
        _("solicitor"): "solicitor lawyer",
        _("clergy"): "vicar priest imam rabbi pastor reverend rev",
        _("pet"): "dog cat puppy kitten horse",
    }
    return {word: role for role, words in said.items() for word in words.split()}
