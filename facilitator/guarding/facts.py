"""What a guard is made from, as one frozen value that may cross to another thread."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.nameguard import Person


@dataclass(frozen=True, slots=True)
class GuardFacts:
    """What a guard is made from. `people` may be nobody: then it goes by its rules alone.

    `kept_words` stand unasked; `traits` are words that, of all on the list, fit one person only. `halls` are what the
    place where they meet is called.
    """

    people: tuple[Person, ...] = ()
    kept_words: frozenset[str] = frozenset()
    traits: tuple[str, ...] = ()
    halls: tuple[str, ...] = ()

    def person(self, one: object) -> Person | None:
        """Somebody by the id that a flag carries."""
        return next((person for person in self.people if person.id == one), None)
