"""Looks at texts where nobody decides about each word: do they name anybody for sure, or one of us?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from facilitator.nameguard.guard import NameGuard
from facilitator.nameguard.model import Certainty, Kind, Person

_POINTS = frozenset((Kind.NAME, Kind.ADDRESS, Kind.PHONE, Kind.EMAIL, Kind.HANDLE, Kind.DATE_OF_BIRTH, Kind.IDENTIFIER))
"""What points to a person by itself; where the group meets is no secret in the room."""


def seeker(names: Sequence[str]) -> Callable[[str], bool]:
    """Tells of a text whether it names a stranger for sure, or may name one of these people."""
    guard = NameGuard([_person(name) for name in dict.fromkeys(names) if name.strip()])

    def names_somebody(text: str) -> bool:
        return any(flag.kind in _POINTS and (flag.certainty is Certainty.RED or flag.person_ids)
                   for flag in guard.flags(text))  # fmt: skip

    return names_somebody


def finder(names: Sequence[str]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Gives what in some texts names one of these people for sure, each word as it stands there, once.

    A letter that stands for a name is too little to go by: "Plan B" is no person.
    """
    guard = NameGuard([_person(name) for name in dict.fromkeys(names) if sum(map(str.isalpha, name)) > 1])

    def named_in(texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(
            text[flag.start:flag.end] for text in texts for flag in guard.flags(text)
            if flag.person_ids and flag.certainty is Certainty.RED))

    return named_in


def _person(name: str) -> Person:
    first, _space, rest = name.strip().partition(" ")
    return Person(id=name, preferred=first, surname=rest.strip())
