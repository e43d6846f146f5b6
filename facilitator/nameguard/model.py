"""What goes into the name guard and what comes out: frozen values, nothing of the store."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum

PersonId = Hashable
"""Whatever the caller knows a person by."""


class Kind(StrEnum):
    """What a flag is about."""

    NAME = "name"
    PLACE = "place"
    ORGANISATION = "organisation"
    ADDRESS = "address"
    POSTCODE = "postcode"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    HANDLE = "handle"
    DATE_OF_BIRTH = "date_of_birth"
    AGE = "age"
    IDENTIFIER = "identifier"


class Certainty(StrEnum):
    """How sure the guard is: red surely, amber “a name or an ordinary word?”."""

    RED = "red"
    AMBER = "amber"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone the group knows. Names as they are written; phones and e-mails in any spelling; contacts are names."""

    id: PersonId
    preferred: str
    surname: str = ""
    nicknames: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """One stretch of a text that names or points to a person; offsets in code points, `end` exclusive.

    `person_ids` are all the people it may be, none for a stranger; `reasons` are readable sentences, the
    weightiest first.
    """

    start: int
    end: int
    kind: Kind
    certainty: Certainty
    person_ids: tuple[PersonId, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a text: at `start`, so many code points were taken out and so many put in."""

    start: int
    removed: int
    added: int
