"""The registry of printed documents, and the sheet of one of them for an occasion. Adding one is a line of `every`."""

from __future__ import annotations

from facilitator.documents import every
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Document, Sheet
from facilitator.errors import NoEasyRead, PrintedByHandOnly, UnknownDocument
from facilitator.model.paper import Style

DOCUMENTS: tuple[Document, ...] = tuple(sorted(
    (declared for declared in vars(every).values() if isinstance(declared, Document)),
    key=lambda declared: declared.order))
"""In the order of an evening. All are loaded together: every list of them needs what each declares of itself."""


def document(id: str) -> Document:
    """The declaration of that id. Raises UnknownDocument."""
    for declared in DOCUMENTS:
        if declared.id == id:
            return declared
    raise UnknownDocument(id)


def build(declared: Document | str, context: SheetContext, *, by_hand: bool = False) -> Sheet:
    """The sheet for this occasion. `by_hand` is said by the one place that prints the recovery sheet, never by a file.

    Raises DocumentNeeds when something is missing, NoEasyRead, PrintedByHandOnly, UnknownDocument.
    """
    if isinstance(declared, str):
        declared = document(declared)
    if declared.by_hand_only and not by_hand:
        raise PrintedByHandOnly()
    context.require(declared.id, declared.needs)
    if context.style is not Style.EASYREAD:
        return declared.build(context)
    made = declared.easy(context) if declared.easy is not None else None
    if made is None:
        raise NoEasyRead((declared.listed(context) if declared.listed else "") or declared.title(context.translator))
    return made
