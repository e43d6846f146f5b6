"""What is to be printed, as a frozen order, and the proof made of it on the lane for paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from facilitator.model.paper import Piece
from facilitator.model.progress import Progress

if TYPE_CHECKING:
    from facilitator.documents import Pack, PackLine, Printed, SheetContext


COVER = "cover-slip"
"""Made last, of all the others: never a pack on its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Pieces and copies, and what they are filled with: paper and sides are in the context."""

    pieces: tuple[Piece, ...]
    context: SheetContext


@dataclass(frozen=True, kw_only=True)
class Proof:
    """An order made: the very bytes a printer gets, and where in them each piece lies."""

    order: Order
    pack: Pack
    printed: Printed

    @property
    def pdf(self) -> bytes:
        """The PDF."""
        return self.printed.pdf

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """Where the first copy of each piece lies: its document, and its pages of the PDF (from 0)."""
        found: dict[str, tuple[int, ...]] = {}
        for number, fact in enumerate(self.printed.pages):
            if fact.copy == 1 and not fact.blank:
                found[fact.document] = (*found.get(fact.document, ()), number)
        return found

    @cached_property
    def titles(self) -> dict[str, str]:
        """What each piece is called."""
        from facilitator.documents import document

        found = {line.document: line.title for line in self.pack.lines}
        if COVER in found:
            found[COVER] = document(COVER).title(self.order.context.translator)  # on itself it is “This slip”
        return found

    def line(self, document: str) -> PackLine | None:
        """What the pack says of a piece."""
        return next((line for line in self.pack.lines if line.document == document), None)

    @property
    def cost(self) -> int:
        """In the smallest unit of money; 0 when it is not known."""
        return self.pack.sides * self.order.context.cost_a_side


def press(order: Order, progress: Progress, before: Proof | None = None) -> Proof:
    """Lay the order out and make its PDF, with what stayed as it was in the proof before. Raises DocumentNeeds."""
    from facilitator.documents import make_pack

    pack = make_pack(order.pieces, order.context, before.pack if before is not None else None)
    return Proof(order=order, pack=pack, printed=pack.print(progress))
