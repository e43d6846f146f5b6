"""Finds names, and details that point to a person, in a text; knows nothing of the store or of the screen.

    guard = NameGuard(people)                                        # Person(id, preferred, surname, nicknames, …)
    flags = guard.flags(text)                                        # tuple of Flag, in order, none overlapping
    flags = guard.update(flags, text, Edit(start, removed, added))   # after a keystroke; the same as flags(text)

The parts, in the order in which a text meets them:

`tokens`    cuts the text into sentences and words; `normal` gives a word's normal form
`lexicon`   the shipped lists of words, names, places and firms (`resources/lexicon`), looked up in place
`roster`    the people's names in every form; `slips` finds the name behind a slip of the finger
`meeting`   what is known of one written word: lists, what it does in a sentence (`language`), whose name it may be
`names`     weighs whether a word is a name: by itself, and by what stands to its `left` and `right` (with `idioms`);
            what each sign weighs, and its reason in words, stands in `weights`
`persons`   puts names together: first and family names, titles, initials
`places`    towns, countries and firms of the lists; `firms` and `streets` those that are in none (`stretches`);
            `frames` tells firms by what stands before them, `bodies` by what they are to somebody, `teams` by their
            grade, and `venues` by their capitals
`patterns`  what has a shape of its own: `online` names and addresses, `numbers`, `ages` and dates of birth,
            `lifetimes` with ages told by what happened at them (`shapes`)
`guard`     puts it all together, sentence by sentence; `spans` settles what overlaps
`labels`    what to write instead: Person A, [sister], [town], [40s]

To tune it, change a weight, a family of words, or a list in `packaging/dev/lexicon_own` (then run
`packaging/dev/lexicon.py`),
and look at `tests/nameguard`: sentences of many voices, of which every second one is for tuning and the others for
reports.

Nothing here is written to disk. A guard remembers the words it has met, and dies with the note.
"""

from __future__ import annotations

from facilitator.nameguard.guard import NameGuard
from facilitator.nameguard.model import Certainty, Edit, Flag, Kind, Person, PersonId

__all__ = ["Certainty", "Edit", "Flag", "Kind", "NameGuard", "Person", "PersonId"]
