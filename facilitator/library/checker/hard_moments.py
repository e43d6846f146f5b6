"""Rules for cards for hard moments: seen at a glance, cautions that cannot be misread, found by a frightened person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.library.checker.finding import Finding
from facilitator.library.checker.walk_evening import hard_moment_lines
from facilitator.library.library import Library
from facilitator.library.readability import words
from facilitator.model.hard_moment import HardMoment, LocalNumber

GLANCE = 40
"""Words read in ten seconds: the title, the one thing to do first, and the first thing to say."""
FIRST, WHOLE = 12, 260
"""Words of the one thing to do first, and of a whole card."""
LINES = {"notice": (1, 3), "dont": (1, 4), "say": (2, 3), "steps": (4, 7), "after": (1, 4), "search": (5, 16)}
"""How many lines each part has, from and to."""
_NOT = re.compile(r"\b[Dd]on’t\b")
_OTHER_CARD = re.compile(r"card “([A-Z][^”]*)”")
ASKED = "Are you thinking of ending your life?"


def check_hard_moments(library: Library) -> Iterator[Finding]:
    """What is wrong with the cards, each by itself and as a set."""
    cards = library.hard_moments()
    known = {card.title for card in cards} | {card.short_title for card in library.coping_cards()}
    numbers = [line.number for line in library.directory().emergency]
    for card in cards:
        yield from check_hard_moment(card)
        said = "\n".join(hard_moment_lines(card))
        for name in _OTHER_CARD.findall(said):
            if name not in known:
                yield Finding(f"hard moment {card.id}", "sends people to a card that there is not", name)
        if not card.urgent and any(number in said for number in numbers):
            yield Finding(f"hard moment {card.id}", "names the emergency number, but does not call for it")
    if [card.number for card in cards] != list(range(1, len(cards) + 1)):
        yield Finding("hard moments", "numbers that are not 1, 2, 3", str([card.number for card in cards]))


def check_hard_moment(card: HardMoment) -> Iterator[Finding]:
    """What is wrong with one card beyond its words; that cautions come before steps, reading it has checked."""
    item = f"hard moment {card.id}"
    for part, (least, most) in LINES.items():
        if not least <= len(getattr(card, part)) <= most:
            yield Finding(item, f"{len(getattr(card, part))} lines of {part}, not {least} to {most}")
    if len(words(card.first)) > FIRST:
        yield Finding(item, f"more than {FIRST} words before the first thing is done", card.first)
    if len(words(f"{card.title} {card.first} {card.say[0]}")) > GLANCE:
        yield Finding(item, "cannot be taken in within ten seconds", card.first)
    if sum(len(words(line)) for line in hard_moment_lines(card)) > WHOLE:
        yield Finding(item, f"more than {WHOLE} words")
    for line in card.dont:
        if not _NOT.search(line):
            yield Finding(item, "a caution that says the opposite when its heading is not seen", line)
    for word in card.search:
        if word != word.lower():
            yield Finding(item, "a word to find it by that is not in small letters", word)
    taps = {tap.id for tap in card.taps}
    if ("called-help" in taps) != card.urgent:
        yield Finding(item, "calls for help without a time, or has a time for a call it does not ask for")
    if "suicid" in "\n".join((card.title, *card.search)) and ASKED not in card.say:
        yield Finding(item, "does not ask plainly", ASKED)
    if card.urgent and LocalNumber.LEAD not in card.numbers and any(tap.id == "lead-told" for tap in card.taps):
        yield Finding(item, "tells the lead without saying who that is")
