"""Prints as pictures of the pages where there is no `lp` (Windows; written, untried)."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from facilitator.errors import NoPrinter
from facilitator.model.paper import Paper
from ui.preview import Wanted, draw, pages
from ui.printing import JOB_TITLE, PrintJob, Tray

DOTS_PER_INCH = 300


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
        size = QPageSize.PageSizeId.A4 if job.paper is Paper.A4 else QPageSize.PageSizeId.Letter
        printer.setPageLayout(QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, QMarginsF()))
        printer.setFullPage(True)
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide if job.both_sides else QPrinter.DuplexMode.DuplexNone)
        if job.grey:
            printer.setColorMode(QPrinter.ColorMode.GrayScale)
        painter = QPainter()
        if not painter.begin(printer):
            raise NoPrinter("refused")
        try:
            wide = round(size_in_inches(job.paper)[0] * DOTS_PER_INCH)
            wanted = range(pages(job.pdf)) if job.only is None else (job.only - 1,)
            for number in wanted:
                if number != wanted[0]:
                    printer.newPage()
                [picture] = draw(job.pdf, (Wanted(number, wide, job.grey),))
                painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), picture)
        finally:
            painter.end()


def size_in_inches(paper: Paper) -> tuple[float, float]:
    """Width and height of a paper."""
    return (210 / 25.4, 297 / 25.4) if paper is Paper.A4 else (8.5, 11.0)
