"""Makes own words fit to keep: clean lines, nothing that has to be there left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from facilitator.errors import BadValue, WordsNeeded
from facilitator.model.agenda import Line, LineKind
from facilitator.model.content import CopingCard, Script, Step
from facilitator.model.own import Written
from facilitator.people import words

TITLE, LONGEST = 80, 600
"""The most letters of a title, and of any other part."""
MOST = 40
"""The most lines of a list."""
T = TypeVar("T")
_TAKES_IN = re.compile(r"\{script:[a-z0-9-]+\}")


def cleaned(item: Written) -> Written:
    """The item as it may be kept. Raises WordsNeeded with the first part that will not do."""
    return _card(item) if isinstance(item, CopingCard) else _script(item)


def _card(card: CopingCard) -> CopingCard:
    # In reading order, so that the first part that lacks something is the one that is told of.
    title = _needed(card.title, "title", TITLE)
    short = _line(card.short_title, "title", TITLE) or title
    when, summary = _needed(card.when, "when"), _needed(card.summary, "summary")
    cautions = _list(card.cautions, "cautions")
    steps = tuple(Step(key=_needed(step.key, "steps", TITLE, place).rstrip("."),
                       text=_needed(step.text, "steps", LONGEST, place), short=step.short)
                  for place, step in enumerate(_some(card.steps, "steps"), 1))
    return replace(card, title=title, short_title=short, when=when, summary=summary, cautions=cautions, steps=steps,
                   again=_needed(card.again, "again"), if_not=_needed(card.if_not, "if_not"),
                   own_lines=_list(card.own_lines, "own_lines", TITLE))


def _script(script: Script) -> Script:
    if not script.applications:
        raise WordsNeeded("applications")
    return replace(script, title=_needed(script.title, "title", TITLE),
                   lines=tuple(_said(line, place) for place, line in enumerate(_some(script.lines, "lines"), 1)))


def _said(line: Line, place: int) -> Line:
    text = _needed(line.text, "lines", LONGEST, place)
    if line.kind is LineKind.IF:
        case, _colon, then = (part.strip() for part in text.partition(":"))
        if not (case and then):
            raise WordsNeeded("lines", place, "case")
        text = f"{case}: {then}"
    if _TAKES_IN.fullmatch(text):  # only a plan can take in other words, a script cannot
        raise WordsNeeded("lines", place)
    return replace(line, text=text)


def _list(texts: Iterable[str], part: str, longest: int = LONGEST) -> tuple[str, ...]:
    found = tuple(_line(text, part, longest, place) for place, text in enumerate(texts, 1))
    return _some(tuple(filter(None, found)), part)


def _some(items: tuple[T, ...], part: str) -> tuple[T, ...]:
    if not items:
        raise WordsNeeded(part)
    if len(items) > MOST:
        raise WordsNeeded(part, MOST + 1, "long")
    return items


def _needed(text: str, part: str, longest: int = LONGEST, place: int = 0) -> str:
    clean = _line(text, part, longest, place)
    if not any(sign.isalnum() for sign in clean):
        raise WordsNeeded(part, place)
    return clean


def _line(text: str, part: str, longest: int = LONGEST, place: int = 0) -> str:
    try:
        return words.line(text, part, longest)
    except BadValue:
        raise WordsNeeded(part, place, "long") from None
