"""Sends finished pages to a printer, from memory: nothing of ours is written to disk on the way."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Protocol

from facilitator.model.paper import Paper, Turn

JOB_TITLE = "Document"
"""What the print queue and the printer's display show: never a group, never a purpose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """Pages for a printer. `printer` empty means the usual one, `tray` the printer's own choice.

    `both_sides` turns the paper on the edge of `turn`; `large` wants paper twice as large; `only` is the one page that
    is wanted (from 1), None for all of them.
    """

    pdf: bytes
    paper: Paper = Paper.A4
    both_sides: bool = True
    grey: bool = False
    copies: int = 1
    printer: str = ""
    tray: str = ""
    only: int | None = None
    turn: Turn = Turn.LONG
    large: bool = False


@dataclass(frozen=True, slots=True)
class Tray:
    """Where a printer takes its paper from: the name the printer knows it by, and what people call it."""

    key: str
    name: str


class Printer(Protocol):
    """What prints; a fake one stands in for it in tests."""

    def names(self) -> tuple[str, ...]:
        """The printers there are, the usual one first; none when there is no printer."""
        ...

    def trays(self, printer: str) -> tuple[Tray, ...]:
        """The trays of a printer ("" for the usual one) to choose from; none where there is no choice."""
        ...

    def send(self, job: PrintJob) -> None:
        """Hand the pages over. Raises NoPrinter when no printer takes them."""
        ...


def system_printer() -> Printer:
    """The way this computer prints: `lp`, or Qt's own printing on Windows (written, untried), as Qt leaves a file of
    the pages behind where it prints through CUPS.
    """
    if os.name != "nt":
        from ui.printing.lp import LpPrinter

        return LpPrinter()
    from ui.printing.raster import RasterPrinter

    return RasterPrinter()
