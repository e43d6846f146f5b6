"""Fills the patterns with people and details, and counts what a guard finds of them, by form and by origin."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.nameguard import NameGuard, Person
from facilitator.nameguard.lexicon import Lexicon
from facilitator.nameguard.normal import normal
from tests.nameguard import names

PATTERNS = tuple(
    Path(__file__).parent / name
    for name in (
        "patterns.txt",
        "patterns_more.txt",
        "patterns_words.txt",
        "patterns_minutes.txt",
        "patterns_strangers.txt",
        "patterns_voices.txt",
    )
)
_SLOT = re.compile(r"\{(\w+)\}")
_PEOPLE = 14


@dataclass(frozen=True)
class Span:
    """What must be found in a text."""

    start: int
    end: int
    form: str
    origin: str = ""
    person: int | None = None


@dataclass(frozen=True)
class Tried:
    """One filled sentence, the people of the group, and what is in it."""

    kind: str
    text: str
    people: tuple[Person, ...]
    spans: tuple[Span, ...]


@dataclass
class Score:
    """What a guard found of a run."""

    forms: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    origins: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    kinds: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    words: int = 0
    notes: int = 0
    clean: int = 0
    asked: int = 0
    whose: int = 0
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    false: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Of all that must be found, what was."""
        return sum(v[1] for v in self.forms.values()) / max(1, sum(v[0] for v in self.forms.values()))

    @property
    def red_precision(self) -> float:
        """Of what was surely flagged, what was right."""
        return self.right["red"] / max(1, self.right["red"] + self.wrong["red"])

    @property
    def false_per_hundred(self) -> float:
        """False flags per hundred words."""
        return 100 * sum(self.wrong.values()) / max(1, self.words)

    def table(self) -> str:
        """The figures, readable."""

        def row(title: str, found: dict[str, list[int]]) -> str:
            return title + "  ".join(f"{k} {v[1] / v[0]:.3f} ({v[0]})" for k, v in sorted(found.items()))

        return "\n".join(
            (
                f"recall {self.recall:.4f}  red precision {self.red_precision:.4f}  false/100 words "
                f"{self.false_per_hundred:.3f}  "
                f"clean {self.clean / self.notes:.4f}  right person {self.whose / max(1, self.asked):.4f}",
                row("forms: ", self.forms),
                row("origins: ", self.origins),
                row("kinds: ", self.kinds),
            )
        )


def patterns(half: int | None = None) -> list[tuple[str, str]]:
    """The patterns; of one half, 0 for tuning or 1 for reports only. In every file they take turns."""
    found = []
    for path in PATTERNS:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
        for number, line in enumerate(lines):
            kind, _bar, pattern = line.partition("|")
            if half is None or number % 2 == half:
                found.append((kind.strip(), pattern.strip()))
    return found


def held_out() -> frozenset[str]:
    """Every name that the patterns are filled with, in normal form, but for those that are words."""
    every = [name for table in (names.GIVEN, names.FAMILY) for names_of in table.values() for name in names_of.split()]
    parts = [part for name in every for part in (name, *name.split("-"))]
    return frozenset(map(normal, parts))


def tried(half: int | None, rounds: int, seed: int = 1) -> Iterator[Tried]:
    """Every pattern of a half, filled anew in every round."""
    dice = random.Random(seed)
    for _round in range(rounds):
        for kind, pattern in patterns(half):
            yield _filled(kind, pattern, dice)


def run(half: int | None, rounds: int, lexicon: Lexicon | None = None, seed: int = 1) -> Score:
    """Try a guard on a half."""
    score = Score()
    for one in tried(half, rounds, seed):
        _count(score, one, NameGuard(one.people, lexicon))
    return score


def _count(score: Score, one: Tried, guard: NameGuard) -> None:
    flags = guard.flags(one.text)
    covered = {at for flag in flags for at in range(flag.start, flag.end)}
    must = {at for span in one.spans for at in range(span.start, span.end)}
    whole = True
    for span in one.spans:
        end = span.end - 2 if one.text[span.start : span.end].endswith(("'s", "’s")) else span.end
        ok = all(at in covered for at in range(span.start, end) if one.text[at].isalnum())
        whole &= ok
        for table, key in ((score.forms, span.form), (score.origins, span.origin), (score.kinds, one.kind)):
            if key:
                table[key][0] += 1
                table[key][1] += ok
        if not ok:
            score.missed.append((span.form, one.text[span.start : span.end], one.text))
        elif span.person is not None:
            ids = {i for flag in flags if flag.start < span.end and flag.end > span.start for i in flag.person_ids}
            score.asked += bool(ids)
            score.whose += span.person in ids
    for flag in flags:
        if must & set(range(flag.start, flag.end)):
            score.right[flag.certainty] += 1
        else:
            score.wrong[flag.certainty] += 1
            score.false.append((flag.certainty, one.text[flag.start : flag.end], one.text))
    score.notes += 1
    score.words += len(one.text.split())
    score.clean += whole


# ---------------------------------------------------------------- filling
def _filled(kind: str, pattern: str, dice: random.Random) -> Tried:
    people, origins = _people(dice)
    lower = kind in ("lower", "dictated", "low") or (kind == "slang" and dice.random() < 0.6) or dice.random() < 0.07
    parts: list[str] = []
    spans: list[Span] = []
    at = length = 0
    used: set[int] = set()
    for slot in _SLOT.finditer(pattern):
        before = pattern[at : slot.start()]
        written, form, origin, person = _slot(slot[1], dice, people, origins, lower, used)
        if lower:
            written = written.lower() if form not in ("email", "url") else written
        parts += [before, written]
        length += len(before)
        spans.append(Span(length, length + len(written), form, origin, person))
        length += len(written)
        at = slot.end()
    parts.append(pattern[at:])
    text = "".join(parts)
    if lower:
        low = text.lower()
        text = low if len(low) == len(text) else text
    if dice.random() < 0.2:
        text = text.replace("'", "’")
    if dice.random() < 0.15:
        text = "- " + text
        spans = [Span(s.start + 2, s.end + 2, s.form, s.origin, s.person) for s in spans]
    return Tried(kind, text, people, tuple(spans))


def _people(dice: random.Random) -> tuple[tuple[Person, ...], list[str]]:
    people, origins = [], []
    for number in range(_PEOPLE):
        origin = dice.choice(list(names.GIVEN))
        given, family = dice.choice(names.GIVEN[origin].split()), dice.choice(names.FAMILY[origin].split())
        if number < 3:
            origin, given = "word", dice.choice(names.WORDS.split())
        elif number == 3:
            origin, given = "short", dice.choice(list(names.SHORT))
        if number % 4 == 0 and dice.random() < 0.5:
            family = dice.choice(names.WORD_FAMILY.split())
        if dice.random() < 0.08 and number > 3:
            given += "-" + dice.choice(names.GIVEN[origin].split())
        nickname = (dice.choice(names.NICKNAMES.split()).replace("-", " "),) if dice.random() < 0.2 else ()
        contact = dice.choice(names.GIVEN[dice.choice(list(names.GIVEN))].split())
        people.append(Person(number, given, family, nickname, contacts=(contact,)))
        origins.append(origin)
    return tuple(people), origins


def _slot(
    slot: str,
    dice: random.Random,
    people: tuple[Person, ...],
    origins: list[str],
    lower: bool,
    used: set[int],
) -> tuple[str, str, str, int | None]:
    if slot in "pwc":
        choices = [n for n in range(_PEOPLE) if (n < 3) == (slot == "w") and n not in used]
        number = dice.choice(choices)
        used.add(number)
        person = people[number]
        if slot == "c":
            return person.contacts[0], "roster_contact", "", number
        if slot == "w":
            return person.preferred, "roster_word_lower" if lower else "roster_word", "", number
        written, form = _form(person, dice)
        return (
            written,
            form + ("_lower" if lower and form in ("roster_exact", "roster_full") else ""),
            origins[number],
            number,
        )
    origin = dice.choice(list(names.GIVEN))
    given, family = dice.choice(names.GIVEN[origin].split()), dice.choice(names.FAMILY[origin].split())
    if slot == "s":
        return given, "stranger_lower" if lower else "stranger", origin, None
    if slot == "l":
        return given.lower(), "stranger_lower", origin, None
    if slot == "f":
        return f"{given} {family}", "stranger_full_lower" if lower else "stranger_full", origin, None
    if slot == "t":
        return family, "stranger_title", origin, None
    return _detail(slot, dice), slot, "", None


def _form(person: Person, dice: random.Random) -> tuple[str, str]:
    given, family = person.preferred, person.surname
    roll = dice.random()
    if person.nicknames and roll < 0.3:
        return person.nicknames[0], "roster_nick"
    if given in names.SHORT and roll < 0.6:
        return names.SHORT[given], "roster_short"
    if roll < 0.4:
        return given, "roster_exact"
    if roll < 0.47:
        return given.upper(), "roster_upper"
    if roll < 0.57:
        return f"{given} {family}", "roster_full"
    if roll < 0.62:
        return family, "roster_surname_word" if family in names.WORD_FAMILY.split() else "roster_surname"
    if roll < 0.67:
        return f"Mr {family}", "roster_mr"
    if roll < 0.73:
        return f"{given} {family[0]}" + dice.choice((".", "")), "roster_first_initial"
    if roll < 0.78:
        letters = (given[0] + family[0]).upper()
        return dice.choice((letters, f"{letters[0]}.{letters[1]}.", f"{letters[0]}.{letters[1]}")), "roster_initials"
    if roll < 0.82:
        return f"{given[0]}. {family}", "roster_initial_surname"
    if roll < 0.86 and not given.isascii():
        return normal(given).capitalize(), "roster_no_marks"
    if "-" in given and roll < 0.93:
        return dice.choice((given.replace("-", " "), given.split("-")[0])), "roster_hyphen"
    if len(normal(given)) >= 4:
        return _slipped(given, dice), "roster_slip"
    return given, "roster_exact"


def _slipped(name: str, dice: random.Random) -> str:
    for _slip in range(2 if len(name) >= 7 and dice.random() < 0.3 else 1):
        at = dice.randrange(1, len(name) - 1)
        kind = dice.randrange(4)
        letter = dice.choice("aeiourstnl")
        if kind == 0:
            name = name[:at] + name[at + 1 :]
        elif kind == 1:
            name = name[:at] + letter + name[at:]
        elif kind == 2:
            name = name[:at] + letter + name[at + 1 :]
        else:
            name = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name


def _detail(slot: str, dice: random.Random) -> str:
    digits = "".join(dice.choice("0123456789") for _ in range(30))
    if slot == "place":
        return dice.choice(names.PLACES).replace("-", " ")
    if slot == "org":
        return dice.choice(names.ORGS)
    if slot in ("street", "address"):
        street = f"{dice.choice(names.STREETS)} {dice.choice(names.STREET_KINDS)}"
        if slot == "street":
            return street
        street = f"{dice.randint(1, 240)}{dice.choice(('', '', 'a', 'b'))} {street}"
        return dice.choice((street, street, f"Flat {dice.randint(1, 30)}, {street}"))
    if slot == "phone":
        return dice.choice(
            (
                f"07700 900{digits[:3]}",
                f"07700900{digits[:3]}",
                f"+44 7700 900{digits[:3]}",
                f"020 7946 0{digits[:3]}",
                f"(0161) 496 0{digits[:3]}",
                f"202-555-01{digits[:2]}",
                f"(415) 555-01{digits[:2]}",
                f"+353 87 123 4{digits[:3]}",
                f"0491 570 {digits[:3]}",
                f"07700-900-{digits[:3]}",
            )
        )
    if slot == "email":
        word = dice.choice(("jo.k", "sunny_days", "k.ollerenshaw", "northside77", "mumof2"))
        return dice.choice(
            (f"{word}@example.org", f"{word} at gmail dot com", f"{word}@mail.example.co.uk", f"{word}(at)example.com")
        )
    if slot == "url":
        return dice.choice(
            ("https://www.facebook.com/k9x2", "justgiving.com/team-kit", "www.gofundme.com/f/abc", "bit.ly/x9f2")
        )
    if slot == "handle":
        return dice.choice(("@quiet_river", "northern_lass84", "@sk8r.dad", "u/moon_child", "jojo#7564"))
    if slot == "postcode":
        return dice.choice(("SW1A 1AA", "m1 1ae", "B33 8TH", "CR26XH", "D02 X285", "K1A 0B1", "BT15 3FG", "EH12 9DN"))
    if slot == "nhs":
        return dice.choice((f"943 476 {digits[:4]}", f"943476{digits[:4]}", f"943-476-{digits[:4]}"))
    if slot == "nino":
        return dice.choice((f"AB {digits[:2]} {digits[2:4]} {digits[4:6]} C", f"JG{digits[:6]}A"))
    if slot == "ssn":
        return f"{dice.randint(100, 665)}-{digits[:2]}-{digits[2:6]}"
    if slot == "dob":
        year = dice.randint(1938, 1999)
        return dice.choice(
            (
                f"12/8/{year}",
                f"3rd June {year}",
                f"{year}-02-17",
                f"14 Oct {year}",
                f"January 17, {year}",
                f"9.3.{year % 100}",
            )
        )
    if slot == "age":
        return dice.choice(("34", "71", "sixteen", "fifty-two", "8", "90", "nineteen"))
    if slot == "idn":
        return dice.choice((f"AB{digits[:6]}", f"{digits[:8]}", f"K-{digits[:5]}"))
    raise LookupError(slot)
