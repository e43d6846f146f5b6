"""Finds names, and details that point to a person, in a text; knows its own people, and nothing of the store or the
    screen.

    guard = NameGuard(people)                                        # Person(id, preferred, surname, nicknames, …)
    flags = guard.flags(text)                                        # tuple of Flag, in order, none overlapping
    flags = guard.update(flags, text, Edit(start, removed, added))   # after a keystroke; the same as flags(text)

The parts, in the order in which a text meets them:

`tokens`    cuts the text into sentences and words; `normal` gives a word's normal form
`lexicon`   the shipped lists of words, names, places and firms (`resources/lexicon`), looked up in place
`roster`    the people's names in every form; `slips` finds the name behind a slip of the finger
`meeting`   what is known of one written word: lists, roles in a sentence (`language`), whose name it may be
`names`     weighs whether a word is a name, by itself and by its neighbours; the weights stand in `weights`
`places`    places, organisations and street addresses, by what stands around them
`patterns`  telephone numbers, e-mails, postcodes, identity numbers, dates of birth, ages
`guard`     puts it all together, sentence by sentence
`labels`    what to write instead: Person A, [sister], [town], [40s]

Nothing here is written to disk. A guard remembers the words it has met, and dies with the note.
"""

from __future__ import annotations

from facilitator.nameguard.guard import NameGuard
from facilitator.nameguard.model import Certainty, Edit, Flag, Kind, Person, PersonId

__all__ = ["Certainty", "Edit", "Flag", "Kind", "NameGuard", "Person", "PersonId"]
