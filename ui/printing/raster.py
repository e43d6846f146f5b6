"""Prints as pictures of the pages where there is no `lp` (Windows; written, untried)."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from facilitator.errors import NoPrinter
from facilitator.model.paper import Paper
from ui.printing import JOB_TITLE, PrintJob

DOTS_PER_INCH = 300


class RasterPrinter:
    """Draws each page at 300 dots an inch and paints it onto the printer, so that no print file of ours lies about."""

    def names(self) -> tuple[str, ...]:
        """The printers the system knows, the usual one first."""
        usual = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name)))

    def send(self, job: PrintJob) -> None:
        """Paint the pages. Raises NoPrinter when the printer cannot be used."""
        import pypdfium2

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
            document = pypdfium2.PdfDocument(job.pdf)
            for number, page in enumerate(document):
                if number:
                    printer.newPage()
                bitmap = page.render(scale=DOTS_PER_INCH / 72, grayscale=job.grey)
                shape = QImage.Format.Format_Grayscale8 if job.grey else QImage.Format.Format_RGB888
                if not job.grey:
                    bitmap = page.render(scale=DOTS_PER_INCH / 72, rev_byteorder=True)
                picture = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, shape)
                painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), picture)
        finally:
            painter.end()
