"""Clauses to talk over before a group agrees on them: read aloud, ticked, put in other words, and added to."""

from __future__ import annotations

from itertools import groupby

from facilitator.documents.blocks import Block, Heading, Items, Mark, Para, Rank, Title, WriteLines
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.surround import dress, group_name, note, source_line
from facilitator.documents.words import Span, Text
from facilitator.errors import DocumentNeeds
from facilitator.model.agreement import Clause
from facilitator.model.paper import Style


def build(context: SheetContext) -> Sheet:
    """One side for twelve clauses, two in large print. Raises DocumentNeeds without clauses."""
    _ = context.translator.gettext
    offer = context.offer
    if offer is None:
        raise DocumentNeeds(document="agreement-draft", need=Need.OFFER.value)
    title = _("What could we agree on?")
    blocks: list[Block] = [Title(title), Para(_("Read one aloud. Talk about it. Tick what you keep."), Rank.INTRO)]
    dense = len(offer.clauses) > _ROOM
    clauses = offer.clauses
    for theme, found in groupby(clauses, key=lambda clause: clause.theme):
        blocks += [Heading(theme), Items(tuple(map(_line, found)), Mark.TICK_BOX, small=dense)]
    blocks += [Heading(_("In our own words")), WriteLines(("", ""), give=1)]
    return dress(DOCUMENT, context, title=title, kind=_("Clauses"), blocks=tuple(blocks),
                 note=note(_("To talk over"), offer.title, group_name(context)),
                 running=note(_("To talk over"), offer.title), source=source_line(offer.origin, context),
                 pages=_pages(len(clauses), context.style))


def _line(clause: Clause) -> Text:
    return (Span(f"{clause.text}. ", True), Span(clause.why)) if clause.why else (Span(clause.text, True),)


def _pages(clauses: int, style: Style) -> int:
    """Sides that so many clauses take."""
    return 2 if style is not Style.STANDARD and clauses > _LARGE else 1


_ROOM, _LARGE = 8, 7
"""Clauses that one side holds with room to write, in the usual size of words and in large print."""

DOCUMENT = Document(
    id="agreement-draft", title=lambda t: t.gettext("Clauses to talk over"), audience=Audience.TABLE, order=32,
    build=build, needs=(Need.OFFER,), both_sides=False, more_pages={Style.LARGE: 2}, prints=("groups.name",),
    listed=lambda context: context.translator.gettext("To talk over: {title}").format(title=context.offer.title)
    if context.offer else "",
    place=lambda t: t.gettext("Table"), outside=lambda t: t.gettext("Things to decide"))
