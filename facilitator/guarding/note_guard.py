"""The guard of a note: the engine, with what this vault knows besides people, and less of what it need not ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from facilitator.guarding.facts import GuardFacts
from facilitator.i18n import _
from facilitator.nameguard import Certainty, Edit, Flag, Kind, NameGuard, Person
from facilitator.nameguard.normal import normal
from facilitator.people import words

NAME_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_OWNED = re.compile(r"['’ʼ]s\Z", re.IGNORECASE)
_LABEL = 24
"""Letters about a flag in which a label is looked for."""
_APOSTROPHES = "['’ʼ‘`]?"


class NoteGuard:
    """A guard that lets the words stand that were said to be ordinary; otherwise it is the engine's. It dies with a
    note."""

    def __init__(self, facts: GuardFacts) -> None:
        self._engine = NameGuard(facts.people)
        self._hall = _hall(facts.halls)
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

    def label(self, written: str) -> str:
        """What is to be written for some words, where that is known without reading them: [the hall]."""
        return _("[the hall]") if self._hall is not None and self._hall.fullmatch(written) else ""

    def _asked(self, text: str, flags: tuple[Flag, ...]) -> tuple[Flag, ...]:
        return self._with_hall(text, tuple(
            self._nearest(text, flag) for flag in flags
            if flag.certainty is Certainty.RED or flag.person_ids or not self._kept
            or words.alike(text[flag.start:flag.end]) not in self._kept
            if not self._stands_for_somebody(text, flag)))

    def _with_hall(self, text: str, flags: tuple[Flag, ...]) -> tuple[Flag, ...]:
        """The flags, with the place where the circle meets among them, for whatever the engine took parts of it."""
        if self._hall is None:
            return flags
        halls = [Flag(found.start(), found.end(), Kind.PLACE, Certainty.RED, (), (_("the place where you meet"),))
                 for found in self._hall.finditer(text)]
        if not halls:
            return flags
        others = [flag for flag in flags
                  if not any(flag.start < hall.end and hall.start < flag.end for hall in halls)]
        return tuple(sorted((*others, *halls), key=lambda flag: flag.start))

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
        said = {normal(word) for word in NAME_WORD.findall(_OWNED.sub("", text[flag.start:flag.end]))}
        bears = {one: len(said & self._called[one]) for one in flag.person_ids
                 if said & self._called[one] or not said & self._around[one]}
        most = max(bears.values(), default=0)
        return replace(flag, person_ids=tuple(one for one, many in bears.items() if many == most))


def _called(person: Person) -> frozenset[str]:
    """The words of somebody's own name, as they compare."""
    return frozenset(map(normal, f"{person.preferred} {person.surname}".split()))


def _hall(names: Sequence[str]) -> re.Pattern[str] | None:
    """Finds the names of a place, however its letters are cased and its apostrophes set."""
    ways = []
    for name in sorted(filter(None, names), key=len, reverse=True):
        parts = [re.escape(part) for part in re.split(r"['’ʼ‘`]", name)]
        ways.append(_APOSTROPHES.join(parts).replace("\\ ", r"\s+"))
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)", re.IGNORECASE) if ways else None
