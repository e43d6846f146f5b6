"""Reads readings: our own as paragraphs; somebody else's poem verse by verse, letter by letter, with its rights."""

from __future__ import annotations

from facilitator.errors import ContentBroken
from facilitator.i18n import _
from facilitator.library.markdown import Part, PartKind, split
from facilitator.library.shelf import Shelf
from facilitator.library.table import Table, parse
from facilitator.model.group import Application
from facilitator.model.reading import Reading, ReadingPlace

Stanzas = tuple[tuple[str, ...], ...]


def read_reading(shelf: Shelf, name: str) -> Reading:
    """One reading, by its file's path below the resources."""
    words, body, first = split(name, shelf.text(name))
    head = parse(name, words, shelf.speak, 2)
    author = head.text("author", "")
    # Who owns a text has to be said where it is not ours, and a poem is neither respelled nor made into paragraphs.
    year, rights = (head.text("year"), head.text("rights")) if author else ("", "")
    stanzas = _verses(body) if author else _paragraphs(name, shelf.parts(name, body, first))
    if not stanzas:
        raise head.broken(_("there are no words here"))
    out = Reading(
        id=head.text("id"), title=head.text("title") if author else head.words("title"), places=_places(head),
        tone=head.words("tone"), stanzas=stanzas, author=author, year=year, rights=rights,
        avoid_if=head.words("avoid_if", ""),
        applications=head.choices("applications", Application) if head.has("applications") else (),
        origin=shelf.origin(head, *(line for stanza in stanzas for line in stanza)))
    head.done()
    return out


def _places(head: Table) -> tuple[ReadingPlace, ...]:
    found = head.choices("places", ReadingPlace)
    if not found:
        raise head.broken(_("“{key}” is empty").format(key="places"), "places")
    return found


def _verses(body: str) -> Stanzas:
    """A poem: lines as they stand, an empty line between stanzas."""
    out: list[list[str]] = [[]]
    for line in body.split("\n"):
        if line.strip():
            out[-1].append(line.strip())
        elif out[-1]:
            out.append([])
    return tuple(tuple(stanza) for stanza in out if stanza)


def _paragraphs(name: str, body: tuple[Part, ...]) -> Stanzas:
    for part in body:
        if part.kind is not PartKind.WORDS or part.lead:
            raise ContentBroken(name, part.line, _("plain paragraphs are needed here"))
    return tuple((part.text,) for part in body)
