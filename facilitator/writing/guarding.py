"""The one door that every own text passes before it is kept: does it name somebody of this vault?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from facilitator.model.agenda import Line
from facilitator.model.content import CopingCard, Step
from facilitator.model.own import Written

_LETTER = r"[^\W\d_]"
_RUNS = re.compile(f"{_LETTER}+")


def texts_of(item: Written) -> tuple[str, ...]:
    """Everything that somebody may have typed into an item."""
    if isinstance(item, CopingCard):
        return (item.title, item.short_title, item.when, item.summary, *item.cautions, *map(_step, item.steps),
                item.again, item.if_not, *item.own_lines)
    return (item.title, *map(_said, item.lines))


def names_in(texts: Sequence[str], names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that the texts hold as words of their own, begun with a capital; accents do not matter."""
    said = "\n".join(map(_bare, texts))
    heard = set(_RUNS.findall(said.casefold()))
    found = []
    for name in dict.fromkeys(names):
        if not heard.issuperset(_RUNS.findall(_bare(name).casefold())):
            continue  # most names are not there at all, and looking properly costs more
        parts = [part for part in re.split(r"\s+", _bare(name).strip()) if part]
        if sum(map(len, parts)) < 2:
            continue
        pattern = r"\s+".join(_capital(part) for part in parts)
        if re.search(rf"(?<!{_LETTER}){pattern}(?!{_LETTER})", said):
            found.append(name)
    return tuple(found)


def _capital(word: str) -> str:
    """The word with a capital and the rest as it may be written: so that “will” is no name, and “Will” is one."""
    return re.escape(word[0].upper()) + f"(?i:{re.escape(word[1:])})"


def _bare(text: str) -> str:
    split = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in split if not unicodedata.combining(sign))


def _step(step: Step) -> str:
    return f"{step.key}. {step.text}"


def _said(line: Line) -> str:
    return line.text
