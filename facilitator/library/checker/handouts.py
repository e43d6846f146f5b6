"""Rules for handouts: a page of a few parts, cards that exist, and limits and gain told as they are."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.library.checker.finding import Finding
from facilitator.library.library import Library
from facilitator.library.readability import words
from facilitator.model.handout import Handout, HandoutKind

PARTS, LINES = (3, 4), (9, 16)
"""How many parts and lines a handout has, from and to: what one side of a page holds."""
LINE_WORDS = 32
TO_GIVE = 15
"""How many there are for people in the circle."""


def check_handouts(library: Library) -> Iterator[Finding]:
    """What is wrong with handouts, each by itself and as a set."""
    found = library.handouts()
    cards = {card.id for card in library.coping_cards()}
    for one in found:
        yield from check_handout(one)
        yield from (Finding(f"handout {one.id}", "goes with a card that there is not", id)
                    for id in one.cards if id not in cards)
    if [one.number for one in found] != list(range(1, len(found) + 1)):
        yield Finding("handouts", "numbers that are not 1, 2, 3", str([one.number for one in found]))
    give = [one for one in found if one.kind is HandoutKind.GIVE]
    if len(give) < TO_GIVE or any(one.kind is HandoutKind.GIVE for one in found[len(give):]):
        yield Finding("handouts", f"not {TO_GIVE} to give, before the background", str(len(give)))


def check_handout(one: Handout) -> Iterator[Finding]:
    """What is wrong with one handout beyond its words."""
    item = f"handout {one.id}"
    lines = sum(len(part.lines) for part in one.parts) + len(one.cautions)
    for what, count, (least, most) in (("parts", len(one.parts), PARTS), ("lines", lines, LINES)):
        if not least <= count <= most:
            yield Finding(item, f"{count} {what}, not {least} to {most}")
    for line in one.lines:
        if len(words(line)) > LINE_WORDS:
            yield Finding(item, f"a line of more than {LINE_WORDS} words", line)
        if not line.endswith((".", "!", "?", ".”", "?”")):
            yield Finding(item, "a line that is no sentence", line)
    if one.title.endswith("."):
        yield Finding(item, "a title with a full stop", one.title)
