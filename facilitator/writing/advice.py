"""What in a note without names may still tell who is meant: said once before it is kept, and left to the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from facilitator.i18n import _


class AdviceKind(StrEnum):
    """Why a reader who knows the group may recognise somebody."""

    TRAIT = "trait"
    """Of all on the list it fits one person only."""
    COUNT = "count"
    """An exact small number of people."""
    RARE = "rare"
    """A job or an event that few share."""
    QUOTE = "quote"
    """Somebody's very words."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One stretch of a text worth a second look; offsets in code points."""

    start: int
    end: int
    kind: AdviceKind
    written: str


_COUNT = re.compile(
    r"\b(?:one|two|three|four|both|[1-4])\s+(?:of\s+(?:us|them|you)|(?:new\s+|older\s+|younger\s+|of\s+the\s+)?"
    r"(?:people|persons?|members?|newcomers?|women|woman|men|man|girls?|boys?|mums?|dads?|mothers?|fathers?|carers?"
    r"|parents?|couples?|others?|veterans?|students?|lads?|ladies|lady))\b", re.IGNORECASE)
_RARE = re.compile(
    r"\b(?:vicar|priest|rabbi|imam|minister|councillor|mayor|judge|magistrate|barrister|solicitor|coroner|headteacher"
    r"|head\s+teacher|surgeon|consultant|midwife|pilot|vet|undertaker|firefighter|paramedic|police\s+officer|detective"
    r"|prison\s+officer|soldier|farmer|fisherman|postman|postwoman|lollipop\s+(?:man|lady)|journalist|footballer"
    r"|musician|author|funeral|inquest|court\s+case|tribunal|trial|wedding|divorce\s+hearing|custody\s+hearing|eviction"
    r"|house\s+fire|flood|car\s+crash|train\s+crash|stabbing|arrest(?:ed)?|adoption|twins|triplets|transplant"
    r"|amputation|on\s+the\s+news|in\s+the\s+papers?)\b", re.IGNORECASE)
_QUOTE = re.compile(r"“[^”\n]+”|\"[^\"\n]+\"|(?<!\w)‘[^’\n]{12,}’(?!\w)")
_QUOTED_WORDS = 3
"""So many words in quotation marks are somebody's; fewer are a term."""


def advise(text: str, traits: Sequence[str] = ()) -> tuple[Advice, ...]:
    """What to look at again, in the order of the text. `traits` are words that fit one person of the list only."""
    found = sorted(_found(text, traits), key=lambda one: (one.start, -one.end))
    kept: list[Advice] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def advice_words(kind: AdviceKind) -> str:
    """What is said of it, and what to do."""
    return {
        AdviceKind.TRAIT: _("Of all on your list this fits one person only. Leave it out if you can."),
        AdviceKind.COUNT: _("An exact small number. “A few” or “some” tells less."),
        AdviceKind.RARE: _("Few people share this. Say it in wider words."),
        AdviceKind.QUOTE: _("Somebody’s very words. Say what it was about instead."),
    }[kind]


def _found(text: str, traits: Sequence[str]) -> Iterator[Advice]:
    if traits:
        either = "|".join(re.escape(trait) for trait in sorted(traits, key=len, reverse=True))
        for match in re.finditer(rf"(?<!\w)(?:{either})s?(?!\w)", text, re.IGNORECASE):
            yield _one(match, AdviceKind.TRAIT)
    for match in _COUNT.finditer(text):
        yield _one(match, AdviceKind.COUNT)
    for match in _RARE.finditer(text):
        yield _one(match, AdviceKind.RARE)
    for match in _QUOTE.finditer(text):
        if len(match[0].split()) >= _QUOTED_WORDS:
            yield _one(match, AdviceKind.QUOTE)


def _one(match: re.Match[str], kind: AdviceKind) -> Advice:
    return Advice(match.start(), match.end(), kind, match[0])
