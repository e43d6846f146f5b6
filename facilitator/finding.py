"""Search everywhere: what the vault keeps, evenings that only follow from a rule, and what ships with the app."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from facilitator.evening import Sessions, Untouched
from facilitator.i18n import _, interface
from facilitator.model.clock import Clock
from facilitator.model.matching import Names, Rank, words_of
from facilitator.model.search import Hit
from facilitator.people import Groups
from facilitator.store import Store

if TYPE_CHECKING:
    from facilitator.library import Library
    from facilitator.model.content import Helpline
    from facilitator.model.group import Group
    from facilitator.model.numbers import NumbersKept
    from facilitator.model.organisation import Facilitator

KINDS = ("group", "member", "session", "note", "agenda", "document", "library", "shipped", "venue")
"""In the order they are shown where nothing fits better than something else."""
_TELLING, _FEW = 3, 8
"""Letters a word must have to say anything by itself, and how many may have it."""


class Finder:
    """Finds what is kept. Nothing it remembers is written down."""

    def __init__(self, store: Store, clock: Clock, groups: Groups, sessions: Sessions) -> None:
        self._store = store
        self._clock = clock
        self._untouched = Untouched(store, clock, groups, sessions)

    def find(self, text: str, limit: int, each: int) -> tuple[Hit, ...]:
        """What fits, kind by kind, at most `each` of one; evenings nearest to today first.

        Evenings that only follow from a rule are found by words of their day; `show` is the evening then.
        """
        hits = self._store.search(text, limit=limit, each=each)
        today = self._clock.today()
        evenings = [(hit.past, *_far(hit.day, today), hit) for hit in hits if hit.kind == "session" and hit.day]
        for session, group in self._untouched.find(text, each):
            day = session.held_on
            hit = Hit("session", session.id, interface().date(day, "EEEE d MMMM y"), group.name, group.id,
                      show=session, day=day)
            evenings.append((False, *_far(day, today), hit))
        evenings.sort(key=lambda found: found[:3])
        nearest = [found[3] for found in evenings[:each]]
        others = [replace(hit, detail=_own_kind(hit.detail)) if hit.kind == "library" else hit
                  for hit in hits if hit.kind != "session"]
        return tuple(sorted((*others, *nearest), key=lambda hit: KINDS.index(hit.kind)))[:limit]


def kind_words(kind: str) -> str:
    """The heading over hits of a kind."""
    return {
        "group": _("Groups"), "member": _("People"), "session": _("Evenings"),
        "note": _("Notes"), "agenda": _("Your own plans"),
        "document": _("Sheets to print"), "library": _("Your own library"), "shipped": _("Library"),
        "venue": _("Venues"),
    }[kind]


class Shelf:
    """Hits that are held in memory and looked through at every key: by what each is called, and by other words.

    A slip is forgiven in what something is called, and where `forgiving` in its other words too.
    """

    def __init__(self, hits: Sequence[Hit] = (), forgiving: bool = False) -> None:
        self.hits, self._forgiving = tuple(hits), forgiving
        self._names = Names(enumerate(f"{hit.title} {hit.also}" for hit in hits))
        self._titles = self._names if forgiving else Names(enumerate(hit.title for hit in hits))

    def __len__(self) -> int:
        return len(self.hits)

    def find(self, text: str, each: int) -> list[Hit]:
        """Those that fit what was typed, the best first, at most `each` of a kind.

        What is only found by its other words comes after what is called so.
        """
        typed, counted, found = words_of(text), Counter[str](), []
        fitting = self._names.find(text, slips=self._forgiving)
        if not self._forgiving:
            fitting = {**self._titles.find(text), **fitting}
        ranks = {place: _rank(self.hits[place], typed, rank) for place, rank in fitting.items()}
        for place in sorted(ranks, key=lambda place: (ranks[place], self._names.first(place, text), place)):
            hit = self.hits[place]
            counted[hit.kind] += 1
            if counted[hit.kind] <= each:
                found.append(replace(hit, rank=ranks[place]))
        return found

    def near(self, text: str, most: int) -> list[Hit]:
        """Those that fit some of what was typed, as when somebody asks a whole question: for where nothing fits it all.

        A word that few of them have says more than one that many have; where it says too little, nothing is found.
        The best have rank SLIP.
        """
        told: dict[int, float] = {}
        for word in dict.fromkeys(words_of(text)):
            fitting = self._names.find(word, slips=False)
            having = len({self.hits[place].title for place in fitting})  # the same thing for ten groups is one thing
            for place in fitting if len(word) >= _TELLING or not word.isascii() else ():
                told[place] = told.get(place, 0) + 1 / having
        best = max(told.values(), default=0)
        least = max(1 / _FEW, best / 2)
        places = sorted((place for place, much in told.items() if much >= least), key=lambda one: (-told[one], one))
        return [replace(self.hits[place], rank=Rank.SLIP if told[place] == best else Rank.ELSEWHERE)
                for place in places[:most]]


def _rank(hit: Hit, typed: Sequence[str], rank: Rank) -> Rank:
    title = words_of(hit.title)
    if title == typed:
        return Rank.EXACT
    called = all(any(word.startswith(one) for word in title) for one in typed)
    return rank if called else max(rank, Rank.PREFIX)


def shipped(library: Library, lines: Iterable[Helpline] = ()) -> tuple[Hit, ...]:
    """Every sheet that can be had on its own and every shipped item of the library; the first reading takes a while.

    `show` is the id of a sheet (kind "document"), or the item itself (kind "shipped"), as are the numbers to call.
    """
    return (*_documents(), *_items(library.plain), *_lines(lines))


def team(everybody: Iterable[Facilitator], groups: Sequence[Group]) -> tuple[Hit, ...]:
    """Those who facilitate, each with a group they do it in, if there is one. `show` is the facilitator."""
    found = []
    for one in everybody:
        group = next((group for group in groups if one.id in group.team), None)
        detail = _("facilitator") if group is None else _("facilitator, {group}").format(group=group.name)
        found.append(Hit("member", b"", one.name, detail, None if group is None else group.id, show=one))
    return tuple(found)


def helplines(library: Library, country: str, kept: NumbersKept) -> tuple[Helpline, ...]:
    """The country's numbers to call, then all of our own, whichever group they are for."""
    directory = library.directory(country or None)
    of_one = (kept.seen(one.line) for one in kept.own if one.group_id is not None)
    return (*directory.emergency, *directory.lines, *of_one)


def _documents() -> Iterator[Hit]:
    from facilitator.documents import DOCUMENTS

    for declared in DOCUMENTS:
        if not declared.by_hand_only:
            yield Hit("document", b"", declared.title(interface()), _("sheet to print"), show=declared.id)


def _items(library: Library) -> Iterator[Hit]:
    for hit in _called(library):
        yield replace(hit, also=f"{hit.also} {hit.detail}")


def _called(library: Library) -> Iterator[Hit]:
    moments = {entry.moment: entry.name for entry in library.moments()}
    for moment in library.hard_moments():  # first: who looks for one is in a hurry
        yield Hit("shipped", b"", moment.title, _("hard moment"), show=moment, also=" ".join(moment.search))
    for card in library.coping_cards():
        yield Hit("shipped", b"", card.title, _("coping card"), show=card,
                  also=" ".join((card.when, *(moments[moment] for moment in card.moments))))
    for one in library.handouts():
        yield Hit("shipped", b"", one.title, _("handout"), show=one, also=one.short_title)
    for plan in library.agenda_templates():
        yield Hit("shipped", b"", plan.title, _("plan for an evening"), show=plan)
    for script in library.scripts():
        yield Hit("shipped", b"", script.title, _("words to say"), show=script)
    for overlay in library.agreement_overlays():
        yield Hit("shipped", b"", overlay.title, _("agreement"), show=overlay)
    for prompt in library.prompts():
        yield Hit("shipped", b"", prompt.text, _("prompt"), show=prompt)
    for reading in library.readings():
        yield Hit("shipped", b"", reading.title, _("reading"), show=reading)
    for form in library.forms():
        yield Hit("shipped", b"", form.title, _("form"), show=form)
    for role in library.role_cards():
        yield Hit("shipped", b"", role.title, _("role of the evening"), show=role)


def _lines(lines: Iterable[Helpline]) -> Iterator[Hit]:
    for line in lines:
        also = (_("number to ring call phone telephone helpline crisis line"), line.number, line.what, *line.topics,
                line.audience)
        yield Hit("shipped", b"", line.name, line.number, show=line, also=" ".join(also))


def _own_kind(kind: str) -> str:
    """What own words of the library are."""
    return {"card": _("coping card of your own"), "script": _("words to say of your own")}.get(kind, "")


def _far(day: date, today: date) -> tuple[int, bool]:
    return abs((day - today).days), day < today
