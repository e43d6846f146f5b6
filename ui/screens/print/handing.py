"""Hands finished pages over: to a printer, or into a file; from memory, on the lane for paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, Signal

from facilitator.errors import UserError, WeakPassphrase
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.model.change import Change
from facilitator.model.paper import PersonalData
from facilitator.model.progress import Progress
from facilitator.vault import files, passphrase
from facilitator.workspace import Workspace
from ui.desk import Desk
from ui.dialogs import FileKind
from ui.printing import PrintJob
from ui.printing.how import How
from ui.screens.print.locking import LockPanel
from ui.screens.print.page import PrintPage
from ui.screens.print.pressing import Proof
from ui.screens.print.proofing import Proofing
from ui.widgets import Button

Receipt: TypeAlias = Callable[[Workspace], Change]
"""Notes that something was printed."""


class Handing(QObject):
    """Prints and saves what is on the page. `receipt` says how a print is noted; it is asked before the print.

    `sent` fires once a printer took all pages.
    """

    sent = Signal()

    def __init__(
        self,
        desk: Desk,
        page: PrintPage,
        proofing: Proofing,
        how: Callable[[], How],
        receipt: Callable[[Proof, int | None], Receipt],
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._proofing, self._how, self._receipt = desk, page, proofing, how, receipt
        self.printing = False
        page.print_button.clicked.connect(lambda: proofing.ready(self._print))
        page.save_button.clicked.connect(self._begin_saving)
        page.when_made(LockPanel, self._wire)

    def _wire(self, locking: LockPanel) -> None:
        locking.chosen.connect(self._save)
        locking.gone.connect(self._end_saving)

    # ------------------------------------------------------------ to a printer
    def print_page(self, page: int) -> None:
        """Print one page of the proof (from 0) alone, as one does when a sheet was spoiled."""
        self._proofing.ready(lambda proof: self._print(proof, page))

    def _print(self, proof: Proof, page: int | None = None) -> None:
        how, printer = self._how(), self._desk.printer
        receipt = self._receipt(proof, page)
        job = PrintJob(
            pdf=proof.pdf, paper=proof.order.context.paper, both_sides=how.both_sides and page is None, grey=how.grey,
            printer=how.printer, tray=how.tray, only=None if page is None else page + 1, turn=proof.pack.turn,
            large=proof.pack.on_large_paper,
        )  # fmt: skip

        def work(_progress: Progress) -> None:
            printer.send(job)

        def sent(_nothing: None) -> None:
            self._rest()
            if page is None:
                self.sent.emit()
            self._desk.jobs.do(self, receipt)

        self.printing = True
        self._page.show_notice(None)
        self._page.print_button.busy(_("Printing"))
        self._desk.jobs.paper(self, work, sent, refused=self._not_sent)

    def _rest(self) -> None:
        self.printing = False
        self._page.print_button.rest()

    def _not_sent(self, error: UserError) -> None:
        self._rest()
        self._page.print_button.setFocus(Qt.FocusReason.OtherFocusReason)
        save = Button(self._desk.theme, _("Save as PDF"), "plain")
        save.clicked.connect(self._begin_saving)
        self._refuse(error, save)

    # ------------------------------------------------------------ into a file
    def _begin_saving(self) -> None:
        """Pages with names in them are locked, unless the person chooses otherwise."""
        self._proofing.ready(self._ask)

    def _ask(self, proof: Proof) -> None:
        if proof.pack.personal is PersonalData.CONTAINED:
            self._page.turn_to(self._page.locking)
            self._page.locking.begin()
        else:
            self._save("")

    def _save(self, secret: str) -> None:
        """Ask where, once the words are found strong enough; weighing them takes a moment."""
        if not secret:
            self._where("")
            return

        def weak(error: UserError) -> None:
            if isinstance(error, WeakPassphrase):
                self._page.locking.refuse(str(explain(error)))
            else:
                self._not_saved(error)

        self._desk.jobs.paper(
            self, lambda _progress: passphrase.require(secret), lambda _nothing: self._where(secret), refused=weak,
            key="weigh",
        )  # fmt: skip

    def _where(self, secret: str) -> None:
        self._proofing.ready(lambda proof: self._save_file(proof, secret))

    def _save_file(self, proof: Proof, secret: str) -> None:
        desk = self._desk

        def done(path: Path) -> None:
            self._end_saving()
            self._page.show_notice(None)
            said = _("Saved as “{name}”. It opens with its words.") if secret else _("Saved as “{name}”.")
            desk.tell(said.format(name=path.name))

        def chosen(path: Path) -> None:
            desk.jobs.paper(
                self, lambda _progress: write(path, proof.pdf, secret), done, refused=self._not_saved, key="write"
            )

        kinds = (FileKind(_("PDF"), ("pdf",)),)
        desk.dialogs.save_file(self._page, _("Save as PDF"), f"{proof.pack.name}.pdf", kinds, chosen)

    def _not_saved(self, error: UserError) -> None:
        again = Button(self._desk.theme, _("Choose another place"), "plain", "folder")
        again.clicked.connect(self._begin_saving)
        self._refuse(error, again)

    def _end_saving(self) -> None:
        self._page.wipe()
        self._page.turn_to()
        self._page.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, error: UserError, step: Button) -> None:
        self._page.show_refusal(explain(error), step)


def write(path: Path, pdf: bytes, secret: str) -> Path:
    """Write a PDF whole or not at all, locked where there are words."""
    from facilitator.documents import protect, shrink

    pdf = protect(pdf, secret) if secret else shrink(pdf)
    files.put_out(path, pdf, asked=True)  # the file dialog asks before it hands over a name that is taken
    return path
