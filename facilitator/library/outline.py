"""An item in a line, for lists: what can be told from a text's head, without reading all of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitator.errors import ContentBroken
from facilitator.library.markdown import split
from facilitator.library.shelf import Shelf
from facilitator.library.table import Table, parse
from facilitator.model.content import CopingCard, Moment, ScriptKind
from facilitator.model.group import Application
from facilitator.model.own import OwnKind, OwnText, Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A card or words to say, by what a list shows of it. No `applications` means every kind of group."""

    kind: OwnKind
    id: str
    title: str
    short: str = ""
    """What a list of things to print calls it."""
    line: str = ""
    number: int = 0
    applications: tuple[Application, ...] = ()
    moments: tuple[Moment, ...] = ()
    said: ScriptKind | None = None
    review_by: date
    own: bool = False


def outline(item: Written, own: bool = False) -> Outline:
    """The outline of an item that has been read."""
    if isinstance(item, CopingCard):
        return Outline(kind=OwnKind.CARD, id=item.id, title=item.title, short=item.short_title, line=item.when,
                       number=item.number, applications=item.applications, moments=item.moments,
                       review_by=item.origin.review_by, own=own)
    return Outline(kind=OwnKind.SCRIPT, id=item.id, title=item.title, short=item.title, applications=item.applications,
                   said=item.kind, review_by=item.origin.review_by, own=own)


def outline_of(text: OwnText, shelf: Shelf) -> Outline | None:
    """The outline of an own text by its head alone; None where even that cannot be read."""
    try:
        words, _body, _first = split(text.name, text.body)
        head = parse(text.name, words, shelf.speak, 2)
        applications = head.choices("applications", Application) if head.has("applications") else ()
        title = head.words("title")
        return Outline(kind=text.kind, id=text.item, title=title, short=head.words("short_title", "") or title,
                       line=head.words("when", ""),
                       number=head.number("number", 0, 99, 0), applications=applications, moments=_moments(head),
                       said=head.choice("kind", ScriptKind) if text.kind is OwnKind.SCRIPT else None,
                       review_by=head.day("review_by"), own=True)
    except ContentBroken:
        return None


def _moments(head: Table) -> tuple[Moment, ...]:
    return head.choices("moments", Moment) if head.has("moments") else ()
