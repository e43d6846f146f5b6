"""What one can do, found by what a person would type for it: places, ways through them, and what the window does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from facilitator.finding import Shelf
from facilitator.model.group import Group
from facilitator.model.matching import words_of
from facilitator.model.search import Hit
from ui.go import Deed, Go, Way
from ui.screen import Screen

PLACE, WAY = "place", "way"
_OF_EACH = 3
"""For so many groups the same thing is offered, as long as none of them was named."""


class Ways:
    """All there is to do, by its title and by the other words people say for it.

    What is done for one group is there for each of `groups`, whose order it keeps: by its group's name alone it is not
    found, as then the group is meant.
    """

    def __init__(
        self, places: Sequence[type[Screen]], deeds: Sequence[Deed] = (), groups: Sequence[Group] = ()
    ) -> None:
        self._shelf = Shelf((*_places(places), *_deeds(deeds), *_ways(places), *_group_ways(places, groups)), True)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All of them."""
        return self._shelf.hits

    def find(self, text: str, each: int) -> list[Hit]:
        """What fits, the best first, at most `each` of a kind."""
        typed, found = words_of(text), self._shelf.find(text, len(self._shelf))
        return few([hit for hit in found if hit.group_id is None or not _all_begin(typed, words_of(hit.detail))],
                   text, each)


def few(hits: Iterable[Hit], text: str, each: int) -> list[Hit]:
    """At most `each` of a kind, and the same thing for a few groups only, as long as what was typed names none."""
    typed, found = words_of(text), []
    alike, shown = Counter[str](), Counter[str]()
    for hit in hits:
        if hit.kind == WAY and hit.group_id is not None and not _some_begins(typed, words_of(hit.detail)):
            alike[hit.title] += 1
            if alike[hit.title] > _OF_EACH:
                continue
        shown[hit.kind] += 1
        if shown[hit.kind] <= each:
            found.append(hit)
    return found


def _places(places: Sequence[type[Screen]]) -> Iterator[Hit]:
    for kind in places:
        yield Hit(PLACE, b"", kind.title(), show=Way(kind.title(), Go(kind.place)))


def _deeds(deeds: Sequence[Deed]) -> Iterator[Hit]:
    for deed in deeds:
        yield Hit(WAY, b"", deed.title, show=deed, also=deed.also)


def _ways(places: Sequence[type[Screen]]) -> Iterator[Hit]:
    for kind in places:
        for way in kind.ways():
            yield Hit(WAY, b"", way.title, kind.title(), show=way, also=way.also)


def _group_ways(places: Sequence[type[Screen]], groups: Sequence[Group]) -> Iterator[Hit]:
    for group in groups:
        for kind in places:
            for way in kind.group_ways(group):
                yield Hit(WAY, b"", way.title, group.name, group.id, show=way, also=f"{way.also} {group.name}")


def _all_begin(typed: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in typed)


def _some_begins(typed: Sequence[str], words: Sequence[str]) -> bool:
    return any(word.startswith(one) for one in typed for word in words)
