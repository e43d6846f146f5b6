"""Reads cards for hard moments, and the things done in them that are worth a time."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.i18n import _
from facilitator.library.markdown import PartKind
from facilitator.library.sections import sections, steps, texts
from facilitator.library.shelf import Shelf
from facilitator.library.table import Table
from facilitator.model.content import Step
from facilitator.model.group import Application
from facilitator.model.hard_moment import HardMoment, LocalNumber, Tap

_MOST = 99
_PARTS = ("notice", "dont", "say", "do", "after")
"""What not to do stands before what to do, or the card is refused."""


def read_taps(shelf: Shelf, name: str) -> dict[str, Tap]:
    """What can be stamped with a time in one tap, by id, in the order of the file."""
    table = shelf.toml(name).table("tap")
    out = {}
    for id in table.names():
        entry = table.table(id)
        out[id] = Tap(id, entry.words("words"))
        entry.done()
    return out


def read_hard_moment(shelf: Shelf, name: str, taps: Mapping[str, Tap]) -> HardMoment:
    """One card, by its file's path below the resources; `taps` are all there are."""
    head, body = shelf.markdown(name)
    found = sections(name, body, _PARTS)
    notice, dont, after = (texts(name, found[id], PartKind.POINT) for id in ("notice", "dont", "after"))
    say, done = texts(name, found["say"], PartKind.SAY), steps(name, found["do"])
    title, first = head.words("title"), head.words("first")
    out = HardMoment(
        id=head.text("id"), number=head.number("number", 1, _MOST), title=title, first=first, notice=notice, dont=dont,
        say=say, steps=done, after=after, search=head.spoken("search"), taps=_taps(head, taps),
        numbers=head.choices("numbers", LocalNumber) if head.has("numbers") else (),
        applications=head.choices("applications", Application) if head.has("applications") else (),
        origin=shelf.origin(head, first, *notice, *dont, *say, *map(_whole, done), *after))
    head.done()
    return out


def _taps(head: Table, taps: Mapping[str, Tap]) -> tuple[Tap, ...]:
    ids = head.texts("taps", ())
    for place, id in enumerate(ids):
        if id not in taps:
            raise head.broken(_("“{value}” is not one of: {known}").format(value=id, known=", ".join(taps)),
                              "taps", place)
    return tuple(taps[id] for id in ids)


def _whole(step: Step) -> str:
    return f"{step.key}. {step.text}"
