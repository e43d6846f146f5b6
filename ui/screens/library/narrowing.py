"""Which items are left on the shelves: by kind, by kind of group, by moment, and by what somebody types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.model.content import Moment
from facilitator.model.group import Application
from facilitator.model.matching import Names, Rank, words_of
from ui.screens.library.asking import Entry, Kind, Shelves

OURS = "ours"
"""For the kinds of our own groups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for. None asks for nothing."""

    words: str = ""
    kind: Kind | None = None
    group: Application | str | None = None
    moment: Moment | None = None


def left(shelves: Shelves, wanted: Wanted) -> tuple[Entry, ...]:
    """The items that fit, shelf by shelf; of those found by words, the ones called so come first on their shelf."""
    fitting = [entry for entry in shelves.entries if _fits(entry, shelves, wanted)]
    if not words_of(wanted.words):
        return tuple(fitting)
    ranks = _ranks(fitting, wanted.words)
    order = tuple(Kind)
    found = sorted(ranks, key=lambda at: (order.index(fitting[at].key.kind), ranks[at], at))
    return tuple(fitting[at] for at in found)


def _fits(entry: Entry, shelves: Shelves, wanted: Wanted) -> bool:
    if wanted.kind is not None and entry.key.kind is not wanted.kind:
        return False
    if wanted.moment is not None and wanted.moment not in entry.moments:
        return False
    if wanted.group is None or not entry.applications:
        return True
    groups = shelves.ours if wanted.group == OURS else {wanted.group}
    return not groups or not groups.isdisjoint(entry.applications)


def _ranks(entries: Sequence[Entry], words: str) -> dict[int, Rank]:
    """By titles first, then by what else an item is found by; a slip is forgiven where nothing fits otherwise."""
    titles = Names((at, entry.title) for at, entry in enumerate(entries)).find(words)
    sure = {at: rank for at, rank in titles.items() if rank < Rank.SLIP}
    typed = words_of(words)
    for at, entry in enumerate(entries):
        if at not in sure and _begun(typed, f"{entry.title} {entry.line} {entry.more}"):
            sure[at] = Rank.ELSEWHERE
    return sure or titles


def _begun(typed: Sequence[str], text: str) -> bool:
    words = [word for part in text.split() for word in words_of(part)]
    return all(any(word.startswith(begin) for word in words) for begin in typed)
