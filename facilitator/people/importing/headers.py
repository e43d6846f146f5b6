"""Which column is which: the words rosters use for their columns, and the words that bar a column for good."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from facilitator.errors import BadValue
from facilitator.i18n import _
from facilitator.model.group import Group, RecordLevel


class Field(StrEnum):
    """What a column may be brought in as."""

    NAME = "name"
    FIRST_NAME = "first-name"
    ALIAS = "alias"
    SURNAME = "surname"
    CONTACT = "contact"
    PHONE = "phone"
    EMAIL = "email"
    PREFERENCE = "contact-preference"
    MESSAGE = "may-leave-message"
    ANOTHER = "if-another-answers"
    EMERGENCY = "emergency-contact"
    NEED = "access-need"
    AGE_BAND = "age-band"
    FIRST_SEEN = "first-seen"

    @property
    def label(self) -> str:
        """The field in the person's language."""
        return {
            Field.NAME: _("name"), Field.FIRST_NAME: _("first name"), Field.ALIAS: _("name they go by"),
            Field.SURNAME: _("surname"), Field.CONTACT: _("contact"), Field.PHONE: _("phone"),
            Field.EMAIL: _("e-mail"), Field.PREFERENCE: _("how to contact them"),
            Field.MESSAGE: _("may leave a message"), Field.ANOTHER: _("if somebody else answers"),
            Field.EMERGENCY: _("emergency contact"), Field.NEED: _("what helps in the room"),
            Field.AGE_BAND: _("age band"),
            Field.FIRST_SEEN: _("day they first came"),
        }[self]

    def needs(self) -> RecordLevel:
        """The record level from which it may be kept."""
        return RecordLevel.CONTACTABLE if self in _LEVEL_2 else RecordLevel.FIRST_NAME

    def barred_by(self, group: Group) -> Drop | None:
        """Why a group keeps nothing of the kind, None where it does."""
        if self.needs() > group.record_level:
            return Drop.LEVEL
        return Drop.ADULTS if self is Field.AGE_BAND and not group.for_under_18s else None


class Drop(StrEnum):
    """Why a column stays out."""

    UNKNOWN = "unknown"
    BARRED = "barred"
    LEVEL = "level"
    ADULTS = "adults"
    TWICE = "twice"

    @property
    def label(self) -> str:
        """The reason in the person's language."""
        return {
            Drop.UNKNOWN: _("not a field of this app"), Drop.BARRED: _("never kept by this app"),
            Drop.LEVEL: _("not kept at this record level"), Drop.TWICE: _("another column is used"),
            Drop.ADULTS: _("kept only where people under 18 come"),
        }[self]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: what it comes in as, or why it stays out."""

    index: int
    header: str
    field: Field | None = None
    drop: Drop | None = Drop.UNKNOWN


NAMES = (Field.NAME, Field.FIRST_NAME, Field.ALIAS)
"""Any one of these makes a roster."""

_LEVEL_2 = {Field.SURNAME, Field.CONTACT, Field.PHONE, Field.EMAIL, Field.PREFERENCE, Field.MESSAGE, Field.ANOTHER,
            Field.EMERGENCY, Field.AGE_BAND}
_MANY = {Field.PHONE, Field.EMAIL, Field.EMERGENCY, Field.NEED, Field.CONTACT}

_WORDS: dict[Field, str] = {
    Field.NAME: "name|full name|member|member name|members name|members|participant|participant name|participants|"
                "attendee|attendee name|attendees|person|people|display name|who|name of member|name of participant|"
                "client name|names",
    Field.FIRST_NAME: "first name|firstname|first|forename|forenames|given name|given names|givenname|christian name|"
                      "fname|first names",
    Field.ALIAS: "preferred name|known as|nickname|alias|prefers to be called|likes to be called|goes by",
    Field.SURNAME: "surname|last name|lastname|last|family name|familyname|second name|lname",
    Field.CONTACT: "contact|contact details|contact detail|contact info|contact information|contact route|reach at|"
                   "phone or email|email or phone|phone email|phone or e mail",
    Field.PHONE: "phone|phone number|phone no|telephone|telephone number|telephone no|tel|tel no|mobile|mobile number|"
                 "mobile no|mobile phone|cell|cell phone|cellphone|home phone|contact number|contact phone|"
                 "contact no|contact telephone|whatsapp",
    Field.EMAIL: "email|e mail|email address|e mail address|contact email",
    Field.PREFERENCE: "contact preference|preferred contact|how to contact|best way to contact|"
                      "preferred contact method|safe contact|safe to call|ok to leave a message|contact preferences|"
                      "preferred method of contact|what to mind",
    Field.MESSAGE: "may leave a message|leave a message|may we leave a message|can leave a message",
    Field.ANOTHER: "if somebody else answers|if someone else answers|if another person answers|"
                   "what if somebody else answers",
    Field.EMERGENCY: "emergency contact|emergency|emergency contact name|emergency contact number|ice|next of kin|"
                     "emergency contact phone|emergency phone|emergency number|in case of emergency|"
                     "emergency contact details|emergency name|emergency contact telephone|nok|next of kin phone",
    Field.NEED: "access needs|access need|access|accessibility|adjustment|adjustments|access requirements|"
                "accessibility needs|access adjustments|reasonable adjustments|support needed in the room|"
                "what helps in the room|what helps",
    Field.AGE_BAND: "age band|age group|age range|ageband|agegroup|age bracket",
    Field.FIRST_SEEN: "first seen|first came|first attended|first session|date first attended|first visit|joined|"
                      "joined on|date joined|join date|start date|started|member since|first attendance|first date",
}
_FIELD = {spelling: field for field, spellings in _WORDS.items() for spelling in spellings.split("|")}

_BARRED = re.compile(
    r"\b(diagnos|condition|medic|meds\b|illness|disorder|disease|disab|symptom|substance|drug|alcohol|addict|sober|"
    r"sobriet|clean (date|since)|recovery date|offen[cs]e|convict|criminal|probation|risk|religio|faith|ethnic|race\b|"
    r"immigra|nationalit|visa\b|asylum|sexual|orientation|hiv|health|treat|therap|psychiat|nhs|trauma|abuse|self harm|"
    r"suicid|signature|passport|dbs|score|rating|what (was|they) sa)",
)
_PUNCTUATION = re.compile(r"[\W_]+")
_IN_BRACKETS = re.compile(r"\([^)]*\)")


def propose(titles: Sequence[str], group: Group, barred: Collection[int] = ()) -> tuple[Column, ...]:
    """What each column would come in as in this group: the best guess, for the person to look over.

    `barred` are the places of columns that are known to be barred even where their title does not say so.
    """
    columns: list[Column] = []
    taken: set[Field] = set()
    for index, title in enumerate(titles):
        field = _field(title)
        column = _column(index, title, field, group)
        if index in barred:
            column = replace(column, field=None, drop=Drop.BARRED)
        if field is not None and column.field is not None:
            if field in taken and field not in _MANY:
                column = replace(column, field=None, drop=Drop.TWICE)
            taken.add(field)
        columns.append(column)
    return tuple(columns)


def choose(columns: Sequence[Column], index: int, field: Field | None, group: Group) -> tuple[Column, ...]:
    """The columns with one brought in as something else, or left out. A barred column stays out: raises BadValue."""
    if field is not None and columns[index].drop is Drop.BARRED:
        raise BadValue(_("column"), "barred")
    changed = []
    for column in columns:
        if column.index == index:
            changed.append(_column(index, column.header, field, group))
        elif field is not None and column.field is field and field not in _MANY:
            changed.append(replace(column, field=None, drop=Drop.TWICE))
        else:
            changed.append(column)
    return tuple(changed)


def is_barred(title: str) -> bool:
    """Whether a column must never come in, whoever asks: diagnoses, medicines, substances, offences, faith, risk …"""
    plain = _plain(title)
    return plain not in _FIELD and _BARRED.search(plain) is not None


def score(titles: Sequence[str]) -> int:
    """How sure it is that these are a header: 0 without a column for the name, else how many are known."""
    known = [_field(title) for title in titles if title]
    if not any(field in NAMES for field in known):
        return 0
    return sum(field is not None for field in known)


def letter(index: int) -> str:
    """A name for a column without one, as spreadsheets name it: Column C."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return _("Column {letter}").format(letter=text)


def _column(index: int, title: str, field: Field | None, group: Group) -> Column:
    if is_barred(title):
        return Column(index, title, None, Drop.BARRED)
    if field is None:
        return Column(index, title, None, Drop.UNKNOWN)
    barred = field.barred_by(group)
    return Column(index, title, field if barred is None else None, barred)


def _field(title: str) -> Field | None:
    plain = _plain(title)
    return _FIELD.get(plain) or _FIELD.get(_plain(_IN_BRACKETS.sub("", title)))


def _plain(title: str) -> str:
    return " ".join(_PUNCTUATION.sub(" ", title.casefold()).split())
