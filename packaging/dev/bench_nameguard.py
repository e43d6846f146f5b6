"""Rows about the name guard: a keystroke in a paragraph of a thousand words, a full scan, the index of a roster."""

from __future__ import annotations

import random
import time
from functools import cache

from measure import Goal, Measured, Row, milliseconds

from facilitator.nameguard import Edit, NameGuard, Person
from facilitator.paths import resources

WORDS = 1000
KEYS = 600
ROUNDS = 7
_FAMILY = ("Bello", "Cheng", "Drysdale", "Farooq", "Gwilliam", "Hanratty", "Ivanov", "Jablonski", "Kaur", "Mbeki",
           "Novotny", "Okafor", "Pirie", "Quispe", "Ramsaran", "Tulloch", "Uddin", "Vujovic", "Whelan", "Yilmaz")
_SENTENCES = (
    "{0} talked about sleep again and said the breathing exercise helped.",
    "Quiet word with {1} after {2} left the room, it had been a long day for both of them.",
    "We went round the circle and {0} passed, which is fine.",
    "Someone asked whether the hall could be warmer, and whether we will have it in May.",
    "{2} is worried about her son {3}, who has stopped answering texts.",
    "Two people have had letters about benefits and are stressed, so I gave out the leaflet.",
    "{1}'s address is now 12 Garibaldi Road, and the number is 07700 900123.",
    "There was real joy in the room when {0} told us about the new job at Pennine Foods Ltd.",
    "People said that hope comes and goes, and that the mornings are the hardest part of the day.",
    "{3} from the council rang about the room, the bill and the heating.",
)


@cache
def people(number: int) -> tuple[Person, ...]:
    """So many invented people."""
    dice = random.Random(1)
    given = [line.split(" ", 1)[0].capitalize() for line in
             (resources() / "lexicon" / "nicknames.txt").read_text(encoding="utf-8").splitlines()]  # fmt: skip
    return tuple(
        Person(n, dice.choice(given), dice.choice(_FAMILY) + dice.choice(("", "", "s", "son")),
               phones=(f"07700 9{n:05}",), emails=(f"p{n}@example.org",), contacts=(dice.choice(given),))
        for n in range(number)
    )  # fmt: skip


@cache
def paragraph() -> str:
    """A thousand words about them, all in one paragraph."""
    dice = random.Random(2)
    text: list[str] = []
    while len(text) < WORDS:
        names = [person.preferred for person in dice.sample(people(200), 4)]
        text += dice.choice(_SENTENCES).format(*names).split()
    return " ".join(text[:WORDS])


@cache
def _keystrokes() -> tuple[float, ...]:
    """What each of many keystrokes takes, in milliseconds, the shortest first; of a few rounds of the same the best."""
    return tuple(sorted(map(min, zip(*(_typed() for _round in range(3)), strict=True))))


def _typed() -> list[float]:
    guard, text, dice = NameGuard(people(200)), paragraph(), random.Random(3)
    flags = guard.flags(text)
    taken = []
    for _key in range(KEYS):
        at, key = dice.randrange(len(text)), dice.choice("abcdefghijklmnoprstuvwy  ..,A")
        text = text[:at] + key + text[at:]
        began = time.perf_counter()
        flags = guard.update(flags, text, Edit(at, 0, 1))
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def _fresh_scan() -> float:
    """A scan by a guard that has met no word of the text yet."""
    guard = NameGuard(people(200))
    return milliseconds(lambda: guard.flags(paragraph()))


def _index(number: int) -> Measured:
    NameGuard(people(number)[:10])  # the lists are read once for the process
    return Measured(min(milliseconds(lambda: NameGuard(people(number))) for _round in range(ROUNDS)))


ROWS = (
    Row("name guard: keystroke in 1,000 words, p99", "", Goal(at_most=5),
        lambda: Measured(_keystrokes()[-KEYS // 100])),
    Row("name guard: keystroke in 1,000 words, worst", "", Goal(at_most=12), lambda: Measured(_keystrokes()[-1])),
    Row("name guard: full scan of 1,000 words", "", Goal(at_most=10),
        lambda: Measured(min(_fresh_scan() for _round in range(ROUNDS)))),
    Row("name guard: index of 200 people", "", Goal(at_most=10), lambda: _index(200)),
    Row("name guard: index of 5,000 people", "", Goal(at_most=150), lambda: _index(5000)),
)  # fmt: skip
