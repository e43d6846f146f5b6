"""Rules for coping cards: a choice first, few steps, words for when it does not help, and a way to find it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.library.checker.finding import Finding
from facilitator.library.library import Library
from facilitator.model.content import CopingCard

CAUTIONS = (3, 5)
STEPS = (5, 6)
"""How many a card may have, from and to: what one side of a page holds, and what a shaken person can follow."""
OWN_LINES = 2
SHORT_CAUTION, SHORT_STEP = 88, 38
"""Letters that a wallet card holds in two small lines, and in one."""
_CHOICE = "up to you"
_NO_BLAME = "nothing wrong"
_OTHER_CARD = re.compile(r"(?:card|[Uu]se|[Tt]ry|[Ll]ike) “([A-Z][^”]*)”")


def check_cards(library: Library) -> Iterator[Finding]:
    """What is wrong with coping cards, each by itself and as a set."""
    cards = library.coping_cards()
    names = {card.short_title for card in cards}
    for card in cards:
        yield from check_card(card)
        for name in _OTHER_CARD.findall("\n".join((*card.cautions, card.again, card.if_not))):
            if name not in names:
                yield Finding(f"card {card.id}", "sends people to a card that there is not", name)
    numbers = [card.number for card in cards if card.number]
    if numbers != list(range(1, len(numbers) + 1)):
        yield Finding("cards", "numbers that are not 1, 2, 3", str(numbers))


def check_card(card: CopingCard) -> Iterator[Finding]:
    """What is wrong with one card beyond its words; that cautions come before steps, reading it has checked."""
    item = f"card {card.id}"
    if _CHOICE not in card.cautions[0]:
        yield Finding(item, "does not begin by saying that it is a choice", card.cautions[0])
    for what, found, (least, most) in (("cautions", len(card.cautions), CAUTIONS), ("steps", len(card.steps), STEPS)):
        if not least <= found <= most:
            yield Finding(item, f"{found} {what}, not {least} to {most}")
    if _NO_BLAME not in card.if_not:
        yield Finding(item, "may leave people to blame themselves when it does not help", card.if_not)
    if len(card.own_lines) != OWN_LINES or any(line.endswith((".", ":")) for line in card.own_lines):
        yield Finding(item, f"not {OWN_LINES} plain labels to write beside")
    if not card.moments:
        yield Finding(item, "nobody can find it: no moment")
    if _CHOICE not in card.short_caution or len(card.short_caution) > SHORT_CAUTION:
        yield Finding(item, f"no choice first on the small card, or more than {SHORT_CAUTION} letters",
                      card.short_caution)
    for step in card.steps:
        if not 0 < len(step.short) <= SHORT_STEP:
            yield Finding(item, f"a step without a line of {SHORT_STEP} letters for the small card", step.short)
    if not (card.figure and card.alt):
        yield Finding(item, "no figure, or no words for it")
