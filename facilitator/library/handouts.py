"""Reads handouts: cautions first, where there are any, then headings with a few lines that say one thing each."""

from __future__ import annotations

from facilitator.errors import ContentBroken
from facilitator.i18n import _
from facilitator.library.markdown import PartKind
from facilitator.library.shelf import Shelf
from facilitator.model.content import LeafletPart
from facilitator.model.group import Application
from facilitator.model.handout import Handout, HandoutKind

_CAUTIONS = "cautions"
_MOST = 99


def read_handout(shelf: Shelf, name: str) -> Handout:
    """One handout, by its file's path below the resources."""
    head, body = shelf.markdown(name)
    found: list[tuple[str, str, list[str]]] = []
    for part in body:
        if part.kind is PartKind.HEADING:
            if part.id and (part.id != _CAUTIONS or found):
                raise ContentBroken(name, part.line, _("only {id} is known here, and it stands first")
                                    .format(id=f"{{#{_CAUTIONS}}}"))
            found.append((part.id, part.text, []))
        elif part.kind is not PartKind.POINT or part.lead or not found:
            raise ContentBroken(name, part.line, _("a handout has headings, and plain lists below them"))
        else:
            found[-1][2].append(part.text)
    if not any(not id for id, _title, _lines in found) or not all(lines for _id, _title, lines in found):
        raise ContentBroken(name, 1, _("every heading of a handout needs a list below it"))
    cautions = tuple(line for id, _title, lines in found if id for line in lines)
    parts = tuple(LeafletPart(title, tuple(lines)) for id, title, lines in found if not id)
    summary = head.words("summary")
    out = Handout(
        id=head.text("id"), number=head.number("number", 1, _MOST), title=head.words("title"),
        short_title=head.words("short_title"), summary=summary, cautions=cautions, parts=parts,
        kind=head.choice("kind", HandoutKind) if head.has("kind") else HandoutKind.GIVE,
        cards=head.texts("cards", ()),
        applications=head.choices("applications", Application) if head.has("applications") else (),
        origin=shelf.origin(head, summary, *cautions, *(line for part in parts for line in part.lines)))
    head.done()
    return out
