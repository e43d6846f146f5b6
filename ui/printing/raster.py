"""Prints as pictures of the pages where there is no `lp` (Windows; written, untried)."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from facilitator.errors import NoPrinter
from facilitator.model.paper import Paper, Turn
from ui.preview import Wanted, draw, pages
from ui.printing import JOB_TITLE, PrintJob, Tray

DOTS_PER_INCH = 300
_SIZES = {(Paper.A4, False): QPageSize.PageSizeId.A4, (Paper.LETTER, False): QPageSize.PageSizeId.Letter,
          (Paper.A4, True): QPageSize.PageSizeId.A3, (Paper.LETTER, True): QPageSize.PageSizeId.Tabloid}


class RasterPrinter:
    """Draws each page at 300 dots an inch and paints it onto the printer, so that no print file of ours lies about."""

    def names(self) -> tuple[str, ...]:
        """The printers the system knows, the usual one first."""
        usual = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name)))

    def trays(self, printer: str) -> tuple[Tray, ...]:
        """No choice: the printer's own settings say which."""
        return ()

    def send(self, job: PrintJob) -> None:
        """Paint the pages. Raises NoPrinter when the printer cannot be used."""
        if not QPrinterInfo.availablePrinterNames():
            raise NoPrinter("none")  # Qt would make a PDF of it instead
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if job.printer:
            printer.setPrinterName(job.printer)
        if not printer.isValid():
            raise NoPrinter("none")
        printer.setDocName(JOB_TITLE)
        printer.setResolution(DOTS_PER_INCH)
        printer.setCopyCount(job.copies)
        size = QPageSize(_SIZES[job.paper, job.large])
        printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
        printer.setFullPage(True)
        turned = QPrinter.DuplexMode.DuplexShortSide if job.turn is Turn.SHORT else QPrinter.DuplexMode.DuplexLongSide
        printer.setDuplex(turned if job.both_sides else QPrinter.DuplexMode.DuplexNone)
        if job.grey:
            printer.setColorMode(QPrinter.ColorMode.GrayScale)
        painter = QPainter()
        if not painter.begin(printer):
            raise NoPrinter("refused")
        try:
            wide, high = (round(side * DOTS_PER_INCH) for side in size_in_inches(job.paper, job.large))
            wanted = range(pages(job.pdf)) if job.only is None else (job.only - 1,)
            for number in wanted:
                if number != wanted[0]:
                    printer.newPage()
                [picture] = draw(job.pdf, (Wanted(number, wide, job.grey),))
                if picture.width() > picture.height():  # a side of a little book lies across the paper
                    [across] = draw(job.pdf, (Wanted(number, high, job.grey),))
                    picture = across.transformed(QTransform().rotate(90))
                painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), picture)
        finally:
            painter.end()


def size_in_inches(paper: Paper, large: bool = False) -> tuple[float, float]:
    """Width and height of a paper, or of the one twice as large."""
    wide, high = (210 / 25.4, 297 / 25.4) if paper is Paper.A4 else (8.5, 11.0)
    return (high, 2 * wide) if large else (wide, high)
