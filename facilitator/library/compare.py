"""What own words say otherwise than the shipped ones: part by part, and word by word within a part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from facilitator.i18n import _
from facilitator.model.agenda import Line, LineKind
from facilitator.model.content import CopingCard
from facilitator.model.own import Written


class Differs(Enum):
    """How a part differs."""

    SAME = "same"
    CHANGED = "changed"
    OURS = "ours"
    """Only in the group's own words."""
    THEIRS = "theirs"
    """Only in the shipped ones."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some words, and whether the other side has others in their place."""

    text: str
    other: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of an item in both wordings; what one of them does not have is empty."""

    name: str
    how: Differs
    ours: tuple[Run, ...] = ()
    theirs: tuple[Run, ...] = ()


def compared(ours: Written, theirs: Written) -> tuple[Difference, ...]:
    """Every part of two items, in reading order: those that are the same too."""
    out: list[Difference] = []
    for (name, mine), (_name, shipped) in zip(_parts(ours), _parts(theirs), strict=True):
        out += _lined_up(name, mine, shipped)
    return tuple(out)


def _parts(item: Written) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The parts by name, each with its texts: one, or a list."""
    if isinstance(item, CopingCard):
        return ((_("Title"), (item.title,)), (_("When it helps"), (item.when,)), (_("What to expect"), (item.summary,)),
                (_("Before you start"), item.cautions),
                (_("Steps"), tuple(f"{step.key}. {step.text}" for step in item.steps)),
                (_("Doing it again"), (item.again,)), (_("If it does not help"), (item.if_not,)),
                (_("To write beside"), item.own_lines))
    return (_("Title"), (item.title,)), (_("Words"), tuple(map(_line, item.lines)))


def _line(line: Line) -> str:
    if line.kind is LineKind.SAY:
        return _("“{words}”").format(words=line.text)
    return _("If: {words}").format(words=line.text) if line.kind is LineKind.IF else line.text


def _lined_up(name: str, mine: Sequence[str], shipped: Sequence[str]) -> Iterator[Difference]:
    """The texts of a part beside one another: what is alike stays a pair, what was put between stands alone."""
    for how, i, j, k, m in SequenceMatcher(None, mine, shipped, autojunk=False).get_opcodes():
        if how == "equal":
            yield from (Difference(name, Differs.SAME, (Run(text),), (Run(text),)) for text in mine[i:j])
            continue
        pairs = min(j - i, m - k)
        for one, other in zip(mine[i:i + pairs], shipped[k:k + pairs], strict=True):
            yield Difference(name, Differs.CHANGED, *_words(one, other))
        yield from (Difference(name, Differs.OURS, (Run(text, True),)) for text in mine[i + pairs:j])
        yield from (Difference(name, Differs.THEIRS, (), (Run(text, True),)) for text in shipped[k + pairs:m])


def _words(one: str, other: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    mine, shipped = one.split(), other.split()
    ours: list[Run] = []
    theirs: list[Run] = []
    for how, i, j, k, m in SequenceMatcher(None, mine, shipped, autojunk=False).get_opcodes():
        for runs, found in ((ours, mine[i:j]), (theirs, shipped[k:m])):
            if found:
                runs.append(Run(" ".join(found), how != "equal"))
    return tuple(ours), tuple(theirs)
