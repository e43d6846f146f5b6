"""A library copy: a pack that tells about nobody, so that it may lie on a stick or in a cupboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facilitator.documents.context import SheetContext
from facilitator.documents.pack import COVER, listed, variant
from facilitator.documents.registry import build, document
from facilitator.errors import HoldsPersonalData
from facilitator.model.organisation import Organisation
from facilitator.model.paper import PersonalData, Piece

_PLACES = ("{lead}", "{second}")


def without_people(context: SheetContext) -> SheetContext:
    """The same occasion, knowing of nobody: no facilitator, no lead, no member."""
    agenda = context.agenda
    if agenda is not None:
        agenda = replace(agenda, segments=tuple(
            segment if segment.leader in _PLACES else replace(segment, leader="") for segment in agenda.segments))
    known = context.organisation
    organisation = None if known is None else Organisation(name=known.name, country=known.country)
    return replace(context, leaders=(), agenda=agenda, organisation=organisation, grid=None, recovery=None,
                   closing=None, concern=None)


def require_nobody(pieces: Sequence[Piece], context: SheetContext) -> None:
    """Nothing when no piece tells about people. Raises HoldsPersonalData with the first, and what building raises."""
    for piece in telling(pieces, context):
        raise HoldsPersonalData(title=listed(document(piece.document), context, piece))


def telling(pieces: Sequence[Piece], context: SheetContext) -> tuple[Piece, ...]:
    """The pieces that tell about people: those that are others without the people the occasion knows of.

    What somebody typed into a plan or an agreement is printed as it stands. Raises what building the pieces raises.
    """
    bare = without_people(context)
    found = []
    for piece in pieces:
        declared = document(piece.document)
        if piece.copies < 1 or declared.id == COVER:
            continue
        sheet = build(declared, variant(context, piece))
        if sheet.personal is PersonalData.CONTAINED or sheet != build(declared, variant(bare, piece)):
            found.append(piece)
    return tuple(found)
