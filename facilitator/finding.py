"""Search everywhere: what the vault keeps, evenings that only follow from a rule, and what ships with the app."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from facilitator.evening import Sessions, Untouched
from facilitator.i18n import _, interface
from facilitator.model.clock import Clock
from facilitator.model.matching import Names
from facilitator.model.search import Hit
from facilitator.people import Groups
from facilitator.store import Store

if TYPE_CHECKING:
    from facilitator.library import Library

KINDS = ("group", "member", "session", "note", "agenda", "document", "library", "shipped", "venue")
"""In the order they are shown where nothing fits better than something else."""


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


def among(hits: Sequence[Hit], names: Names[int], text: str, each: int) -> list[Hit]:
    """Those of some hits that fit what was typed, the best first, at most `each` of a kind.

    `names` are their titles under their places, made once: it is asked at every key.
    """
    ranks, counted, found = names.find(text), Counter[str](), []
    for place in sorted(ranks, key=lambda place: (ranks[place], names.first(place, text), place)):
        hit = hits[place]
        counted[hit.kind] += 1
        if counted[hit.kind] <= each:
            found.append(replace(hit, rank=ranks[place]))
    return found


def titles(hits: Sequence[Hit]) -> Names[int]:
    """The names that `among` looks through."""
    return Names(enumerate(f"{hit.title} {hit.also}" for hit in hits))


def shipped(library: Library) -> tuple[Hit, ...]:
    """Every sheet that can be had on its own and every shipped item of the library; the first reading takes a while.

    `show` is the id of a sheet (kind "document"), or the item itself (kind "shipped").
    """
    return (*_documents(), *_items(library.plain))


def _documents() -> Iterator[Hit]:
    from facilitator.documents import DOCUMENTS

    for declared in DOCUMENTS:
        if not declared.by_hand_only:
            yield Hit("document", b"", declared.title(interface()), _("sheet to print"), show=declared.id)


def _items(library: Library) -> Iterator[Hit]:
    for moment in library.hard_moments():  # first: who looks for one is in a hurry
        yield Hit("shipped", b"", moment.title, _("hard moment"), show=moment, also=" ".join(moment.search))
    for card in library.coping_cards():
        yield Hit("shipped", b"", card.title, _("coping card"), show=card)
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


def _own_kind(kind: str) -> str:
    """What own words of the library are."""
    return {"card": _("coping card of your own"), "script": _("words to say of your own")}.get(kind, "")


def _far(day: date, today: date) -> tuple[int, bool]:
    return abs((day - today).days), day < today
