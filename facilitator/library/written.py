"""Writes cards and words to say in the shape that they are read from: a TOML head, and Markdown below it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from facilitator.model.agenda import Line, LineKind
from facilitator.model.content import CopingCard, Origin, Script
from facilitator.model.own import Written

_SIGNS = re.compile(r"[\\`*_\[\]<>&~|]")
"""What could be taken for a mark inside a line of Markdown."""
_FIRST = re.compile(r"^(\d{1,9})([.)])|^([-+#=:>])")
"""What could be taken for one where a line begins."""


def written(item: Written) -> str:
    """The text of an item; reading it gives the same item again."""
    return _card(item) if isinstance(item, CopingCard) else _script(item)


def _card(card: CopingCard) -> str:
    head = [
        _pair("id", card.id), *([f"number = {card.number}"] if card.number else []), _pair("title", card.title),
        _pair("short_title", card.short_title), _pair("when", card.when), _pair("summary", card.summary),
        *([_pair("short_caution", card.short_caution)] if card.short_caution else []),
        *([_pair("short_steps", short)] if (short := [step.short for step in card.steps]) and all(short) else []),
        _pair("moments", card.moments), *([_pair("applications", card.applications)] if card.applications else []),
        *([_pair("figure", card.figure), _pair("alt", card.alt)] if card.figure else []), *_origin(card.origin),
    ]
    steps = [f"{n}. **{_plain(step.key)}.** {_inside(step.text)}" for n, step in enumerate(card.steps, 1)]
    body = [
        "## Before you start {#cautions}", "", *_points(card.cautions), "", "## Steps {#steps}", "", *steps, "",
        "## Afterwards {#after}", "", _plain(card.again), "", _plain(card.if_not), "",
        "## To make it yours {#own}", "", *_points(card.own_lines),
    ]
    return _text(head, body)


def _script(script: Script) -> str:
    head = [
        _pair("id", script.id), _pair("title", script.title), _pair("kind", script.kind.value),
        _pair("applications", script.applications), *(["anonymous = true"] if script.anonymous else []),
        *_origin(script.origin),
    ]
    if script.points:
        head += ["", "[points]"]
        for point in dict.fromkeys(point for point, _words in script.points):
            head.append(_pair(point.value, [words for known, words in script.points if known is point]))
    body = [part for line in script.lines for part in (_line(line), "")]
    return _text(head, body[:-1])


def _line(line: Line) -> str:
    if line.kind is LineKind.SAY:
        return f"> {_plain(line.text)}"
    if line.kind is LineKind.IF:
        case, _colon, words = line.text.partition(":")
        return f"- **{_plain(case)}:** {_inside(words)}"
    return _plain(line.text)


def _origin(origin: Origin) -> list[str]:
    return [_pair("source", origin.sources), _pair("licence", origin.licence),
            f"reviewed_on = {origin.reviewed_on.isoformat()}", f"review_by = {origin.review_by.isoformat()}"]


def _text(head: list[str], body: list[str]) -> str:
    return "\n".join(("+++", *head, "+++", "", *body, ""))


def _pair(key: str, value: str | Iterable[str]) -> str:
    """A line of the head; what JSON makes of words, TOML takes for the same words."""
    found = value if isinstance(value, str) else [str(one) for one in value]
    return f"{key} = {json.dumps(found, ensure_ascii=False)}"


def _points(texts: Iterable[str]) -> list[str]:
    return [f"- {_plain(text)}" for text in texts]


def _plain(text: str) -> str:
    """Words as one line that begins with nothing but words."""
    return _FIRST.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", _inside(text))


def _inside(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
