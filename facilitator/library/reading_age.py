"""About how old somebody has to be to read an item with ease."""

from __future__ import annotations

from facilitator.i18n import PSEUDO, interface
from facilitator.library.readability import grade, words
from facilitator.model.agenda import LineKind
from facilitator.model.content import CopingCard
from facilitator.model.own import Written

_ENOUGH = 20
"""Words from which a grade means something."""


def age(item: Written) -> int:
    """About how old somebody has to be to read it with ease; 0 for too few words to tell.

    Also 0 where the window speaks another language than English: the measure knows no other.
    """
    if interface().language not in ("en", PSEUDO):
        return 0
    said = "\n".join(running(item))
    return 0 if len(words(said)) < _ENOUGH else round(grade(said)) + 5


def running(item: Written) -> list[str]:
    """What is read of an item in sentences, line by line."""
    if isinstance(item, CopingCard):
        steps = (f"{step.key}. {step.text}" for step in item.steps if step.text)
        return [item.when, item.summary, *item.cautions, *steps, item.again, item.if_not]
    return [line.text.partition(": ")[2] if line.kind is LineKind.IF else line.text for line in item.lines]
