"""Which items are left on the shelves: by kind, by kind of group, by moment, and by what somebody types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.finding import Shelf
from facilitator.model.content import Moment
from facilitator.model.group import Application
from facilitator.model.matching import Names, Rank, words_of
from facilitator.model.search import Hit
from ui.screens.library.asking import Kind
from ui.screens.library.shelving import Entry, Shelves

_NEAR = 6
OURS = "ours"
"""For the kinds of our own groups."""


FAVOURITES, YOURS, STALE, TAG = "favourites", "yours", "stale", "tag:"
"""Items of any kind by what a charity made of them; `TAG` is followed by the tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for. None asks for nothing."""

    words: str = ""
    kind: Kind | str | None = None
    group: Application | str | None = None
    moment: Moment | None = None


class Narrowing:
    """Narrows what stands on the shelves; what it looks words up in is made at the first letter."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves
        self._titles: Names[int] | None = None
        self._words: tuple[tuple[str, ...], ...] = ()

    def left(self, wanted: Wanted) -> tuple[Entry, ...]:
        """The items that fit, shelf by shelf; of those found by words, the ones called so come first on theirs."""
        entries = self._shelves.entries
        fitting = [at for at, entry in enumerate(entries) if _fits(entry, self._shelves, wanted)]
        if words_of(wanted.words):
            ranks, order = self._ranks(fitting, wanted.words), tuple(Kind)
            fitting = sorted(ranks, key=lambda at: (order.index(entries[at].key.kind), ranks[at], at))
        return tuple(entries[at] for at in fitting)

    def near(self, wanted: Wanted) -> tuple[Entry, ...]:
        """The few that fit some of the words, for where nothing fits them all; the kind of the best comes first."""
        entries = self._shelves.entries
        fitting = [at for at, entry in enumerate(entries) if _fits(entry, self._shelves, wanted)]
        shelf = Shelf([Hit("", b"", entries[at].title, show=at, also=f"{entries[at].line} {entries[at].more}")
                       for at in fitting])
        found = [entries[hit.show] for hit in shelf.near(wanted.words, _NEAR) if isinstance(hit.show, int)]
        kinds = list(dict.fromkeys(entry.key.kind for entry in found))
        return tuple(sorted(found, key=lambda entry: kinds.index(entry.key.kind)))

    def _ranks(self, fitting: Sequence[int], words: str) -> dict[int, Rank]:
        """By titles first, then by what else an item is found by; a slip is forgiven where nothing fits otherwise."""
        if self._titles is None:
            self._titles = Names((at, entry.title) for at, entry in enumerate(self._shelves.entries))
            self._words = tuple(map(_words, self._shelves.entries))
        found = self._titles.find(words)
        titles = {at: found[at] for at in fitting if at in found}
        sure = {at: rank for at, rank in titles.items() if rank < Rank.SLIP}
        typed = words_of(words)
        for at in fitting:
            if at not in sure and _begun(typed, self._words[at]):
                sure[at] = Rank.ELSEWHERE
        return sure or titles


def _fits(entry: Entry, shelves: Shelves, wanted: Wanted) -> bool:
    if not _is(entry, wanted.kind):
        return False
    if wanted.moment is not None and wanted.moment not in entry.moments:
        return False
    if wanted.group is None or not entry.applications:
        return True
    if wanted.group == OURS and isinstance(wanted.kind, str) and wanted.kind.startswith((FAVOURITES, TAG)):
        return True  # whoever marked it wants it, whatever it is for
    groups = shelves.ours if wanted.group == OURS else {wanted.group}
    return not groups or not groups.isdisjoint(entry.applications)


def _is(entry: Entry, wanted: Kind | str | None) -> bool:
    match wanted:
        case None:
            return True
        case Kind():
            return entry.key.kind is wanted
        case "favourites":
            return entry.favourite
        case "yours":
            return entry.own
        case "stale":
            return entry.stale
        case _:
            return wanted.removeprefix(TAG) in entry.tags


def _words(entry: Entry) -> tuple[str, ...]:
    """All words an item is found by, each once."""
    text = f"{entry.title} {entry.line} {entry.more}"
    return tuple(dict.fromkeys(word for part in text.split() for word in words_of(part)))


def _begun(typed: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(begin) for word in words) for begin in typed)
