"""Reads leaflets: a heading, and a few lines that say one thing each."""

from __future__ import annotations

from facilitator.errors import ContentBroken
from facilitator.i18n import _
from facilitator.library.markdown import PartKind
from facilitator.library.shelf import Shelf
from facilitator.model.content import Leaflet, LeafletPart


def read_leaflet(shelf: Shelf, name: str) -> Leaflet:
    """One leaflet, by its file's path below the resources."""
    head, body = shelf.markdown(name)
    found: list[tuple[str, list[str]]] = []
    for part in body:
        if part.kind is PartKind.HEADING:
            found.append((part.text, []))
        elif part.kind is not PartKind.POINT or part.lead or not found:
            raise ContentBroken(name, part.line, _("a leaflet has headings, and plain lists below them"))
        else:
            found[-1][1].append(part.text)
    if not found or not all(lines for _title, lines in found):
        raise ContentBroken(name, 1, _("every heading of a leaflet needs a list below it"))
    said = [line for _title, lines in found for line in lines]
    summary = head.words("summary")
    out = Leaflet(title=head.words("title"), summary=summary, origin=shelf.origin(head, summary, *said),
                  parts=tuple(LeafletPart(title, tuple(lines)) for title, lines in found))
    head.done()
    return out
