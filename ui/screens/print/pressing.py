"""What is to be printed, as a frozen order, and the proof made of it on the lane for paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from facilitator.model.paper import Piece, Style
from facilitator.model.progress import Progress

if TYPE_CHECKING:
    from facilitator.documents import Pack, PackLine, Printed, SheetContext
    from ui.screens.print.building import Key


COVER = "cover-slip"
"""Made last, of all the others: never a pack on its own."""
NONE: Key = ("", Style.STANDARD, False, "")
"""No piece."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Pieces and copies, and what they are filled with: paper and sides are in the context."""

    pieces: tuple[Piece, ...]
    context: SheetContext


@dataclass(frozen=True, kw_only=True)
class Count:
    """An order laid out: what it takes, before its pages are made."""

    order: Order
    pack: Pack

    @cached_property
    def lines(self) -> dict[Key, PackLine]:
        """What the pack says of each piece."""
        return {line.variant: line for line in self.pack.lines}

    @property
    def cost(self) -> int:
        """In the smallest unit of money; 0 when it is not known."""
        return self.pack.sides * self.order.context.cost_a_side


@dataclass(frozen=True, kw_only=True)
class Proof(Count):
    """An order made: the very bytes a printer gets, and where in them each piece lies."""

    printed: Printed

    @property
    def pdf(self) -> bytes:
        """The PDF."""
        return self.printed.pdf

    @cached_property
    def places(self) -> dict[Key, tuple[int, ...]]:
        """Where the first copy of each piece lies: its variant, and its pages of the PDF (from 0)."""
        found: dict[Key, tuple[int, ...]] = {}
        for number, fact in enumerate(self.printed.pages):
            if fact.copy == 1 and not fact.blank:
                found[fact.variant] = (*found.get(fact.variant, ()), number)
        return found

    def line_of(self, page: int) -> PackLine:
        """What the pack says of the piece that a page (from 0) belongs to."""
        return self.lines[self.printed.pages[page].variant]

    @cached_property
    def titles(self) -> dict[Key, str]:
        """What each piece is called."""
        from facilitator.documents import document

        title = document(COVER).title(self.order.context.translator)  # on itself it is “This slip”
        return {key: title if key[0] == COVER else line.title for key, line in self.lines.items()}

    def of(self, document: str) -> tuple[Key, ...]:
        """The variants of a document."""
        return tuple(key for key in self.places if key[0] == document)


def count(order: Order, before: Count | None = None) -> Count:
    """Lay the order out, with what stayed as it was in the one before. Raises DocumentNeeds."""
    from facilitator.documents import make_pack

    return Count(order=order, pack=make_pack(order.pieces, order.context, before.pack if before is not None else None))


def press(counted: Count, progress: Progress) -> Proof:
    """Make the PDF of what is laid out."""
    return Proof(order=counted.order, pack=counted.pack, printed=counted.pack.print(progress))
