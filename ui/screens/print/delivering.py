"""Hands finished pages over: to a printer, or into a file; from memory, on the lane for paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.progress import Progress
from facilitator.vault import files
from ui.desk import Desk
from ui.dialogs import FileKind
from ui.printing import PrintJob
from ui.printing.how import How
from ui.screens.print.pressing import Proof

Refused = Callable[[UserError], None]


def send(desk: Desk, owner: QWidget, proof: Proof, how: How, then: Callable[[], None], refused: Refused) -> None:
    """Print a proof: the bytes that were shown. Refused with NoPrinter."""
    job = PrintJob(
        pdf=proof.pdf, paper=proof.order.context.paper, both_sides=how.both_sides, grey=how.grey, printer=how.printer
    )

    def work(_progress: Progress) -> None:
        desk.printer.send(job)

    desk.jobs.paper(owner, work, lambda _nothing: then(), refused=refused)


def save(
    desk: Desk, owner: QWidget, proof: Proof, name: str, words: str, then: Callable[[Path], None], refused: Refused
) -> None:
    """Ask where, then write the PDF whole or not at all, locked with `words` if there are any."""

    def write(path: Path) -> Callable[[Progress], Path]:
        def work(_progress: Progress) -> Path:
            pdf = proof.pdf
            if words:
                from facilitator.documents import protect

                pdf = protect(pdf, words)
            with files.told(path.parent.name):
                files.write_whole(path, pdf)
            return path

        return work

    def chosen(path: Path) -> None:
        desk.jobs.paper(owner, write(path), then, refused=refused)

    desk.dialogs.save_file(owner, _("Save as PDF"), f"{name}.pdf", (FileKind(_("PDF"), ("pdf",)),), chosen)
