"""Sends finished pages to a printer, from memory: nothing of ours is written to disk on the way."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from typing import Protocol

from facilitator.model.paper import Paper

JOB_TITLE = "Document"
"""What the print queue and the printer's display show: never a group, never a purpose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """Pages for a printer. `printer` empty means the usual one; `both_sides` turns on the long edge."""

    pdf: bytes
    paper: Paper = Paper.A4
    both_sides: bool = True
    grey: bool = False
    copies: int = 1
    printer: str = ""


class Printer(Protocol):
    """What prints; a fake one stands in for it in tests."""

    def names(self) -> tuple[str, ...]:
        """The printers there are, the usual one first; none when there is no printer."""
        ...

    def send(self, job: PrintJob) -> None:
        """Hand the pages over. Raises NoPrinter when no printer takes them."""
        ...


def system_printer() -> Printer:
    """The way this computer prints: `lp` where there is one, else Qt's own printing (Windows; written, untried)."""
    if sys.platform != "win32" and shutil.which("lp"):
        from ui.printing.lp import LpPrinter

        return LpPrinter()
    from ui.printing.raster import RasterPrinter

    return RasterPrinter()
