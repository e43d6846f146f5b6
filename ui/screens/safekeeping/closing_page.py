"""Closing a vault for good: who keeps what must be kept, what is still to destroy, and one act that nothing undoes."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt

from facilitator.errors import UserError
from facilitator.i18n import _, interface, listed, ngettext
from facilitator.messages import explain
from facilitator.model.paper import Paper
from facilitator.model.progress import Progress
from ui.alive import alive
from ui.desk import Desk
from ui.go import Go
from ui.printing import PrintJob
from ui.printing.how import How
from ui.screens.safekeeping import words
from ui.screens.safekeeping.steps import StepPage
from ui.widgets import Button, Confirm, Fact, Flow, Label, Notice, Paragraph, TextField, box, down, heading

if TYPE_CHECKING:
    from facilitator.model.organisation import Organisation
    from facilitator.vault.backup import Recorded
    from facilitator.workspace import Workspace


class Standing(NamedTuple):
    """What there is to close."""

    name: str
    backups: tuple[Recorded, ...]
    beside: tuple[str, ...]
    organisation: Organisation
    paper: Paper


class ClosingPage(StepPage):
    """Top to bottom: hand over, name who keeps it, print the paper that stays, close."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Close this vault for good"))
        theme = desk.theme
        self._standing: Standing | None = None
        self.asking: Confirm | None = None
        self.export_button = Button(theme, _("Save lists as files"), "quiet", "sheetout", flush=True)
        self.holder = TextField(
            theme, _("Who keeps what must be kept?"),
            help=_("A name, and their part in the charity. It is printed on the paper that stays."), limit=120,
        )  # fmt: skip
        self._backups = Fact(theme, "stick", " ")
        self._older = Fact(theme, "folder", " ")
        self._beside = box(down(theme, self._older, 14))
        self.list_button = Button(theme, _("Where the backups are"), "quiet", "stick", flush=True)
        self.print_button = Button(theme, _("Print the paper that stays"), "plain", "print")
        self.close_button = Button(theme, _("Close it for good"), "danger", "lock")
        self._beside.hide()
        self.trouble = Notice(theme, " ", mood="danger")
        self.trouble.hide()
        said = _("All of it goes: people, evenings, notes, plans. Nobody can bring it back, with no words and no code, "
                 "not even us.")
        first = _("Concerns about somebody’s safety, accidents, and what a funder or the law asks for may have to be "
                  "kept for years. Your charity’s rules say how long. Save or print these first.")
        self.column.put(
            Paragraph(theme, said, "lead"), 22, heading(theme, _("First, hand over")), 6,
            Label(theme, first, "body", "soft", wrap=True), 4, self.export_button, 14, self.holder, 24,
            heading(theme, _("Then, what is left elsewhere")), 8, self._backups, 2, self.list_button, 14,
            self._beside, Fact(theme, "paper", _("Shred the recovery sheet, and papers with names on them.")), 24,
            self.trouble, 10, box(Flow(theme, self.print_button, self.close_button, gap=12)),
        )  # fmt: skip
        self.export_button.clicked.connect(lambda: desk.go(Go("groups")))
        self.list_button.clicked.connect(lambda: desk.go(Go("safekeeping", "backups")))
        self.print_button.clicked.connect(self._print)
        self.close_button.clicked.connect(self._ask)

    def begin(self) -> None:
        """Who keeps what must be kept comes first."""
        self.holder.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.jobs.ask(self, _look, self._show, key="standing")

    def wipe(self) -> None:
        """It goes: so does the question, and the name."""
        self.holder.set_text("")
        if self.asking is not None:
            with suppress(RuntimeError):  # answered, and gone already
                self.asking.reject()

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        n = len(standing.backups)
        self._backups.words.setText(
            ngettext("{n} backup is written down. It still opens with its words: destroy it as well.",
                     "{n} backups are written down. They still open with their words: destroy them as well.",
                     n).format(n=n)
            if n else _("No backup is written down.")
        )  # fmt: skip
        self.list_button.setVisible(n > 0)
        names = listed(_("“{name}”").format(name=name) for name in standing.beside)
        self._older.words.setText(
            _("Older states of this vault lie beside it: {names}. Open each, and close it for good as well.").format(
                names=names)
        )  # fmt: skip
        self._beside.setVisible(bool(standing.beside))

    def _named(self) -> bool:
        if not self.holder.text.strip():
            self.holder.refuse(_("Type who keeps it. Where nothing has to be kept, type “nobody”."))
            self.holder.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self.holder.accept()
        return True

    # ------------------------------------------------------------ the paper that stays
    def _print(self) -> None:
        standing, printer, holder, today = (
            self._standing, self.desk.printer, self.holder.text.strip(), self.desk.clock.today())
        if standing is None or not self._named():
            return
        name = How.remembered(self.desk.settings).printer
        lines = tuple(f"{one.file}, {one.place}, {words.day(one.made_at.date())}" for one in standing.backups)

        def work(_progress: Progress) -> None:
            from facilitator.documents import ClosingSlip, SheetContext, build, render_pdf

            slip = ClosingSlip(name=standing.name, closed_on=today, holder=holder, backups=lines)
            context = SheetContext(translator=interface(), today=today, paper=standing.paper, closing=slip,
                                   organisation=standing.organisation)  # fmt: skip
            pdf = render_pdf(build("vault-closed", context), standing.paper).pdf
            printer.send(PrintJob(pdf=pdf, paper=standing.paper, both_sides=False, grey=True, printer=name))

        self.trouble.hide()
        self.print_button.busy(_("Printing"))
        self.desk.jobs.paper(self, work, self._printed, refused=self._not_printed)

    def _printed(self, _nothing: None) -> None:
        self.print_button.rest()
        self.desk.tell(_("The paper went to the printer."))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_printed(self, error: UserError) -> None:
        self.print_button.rest()
        self._say(error)

    # ------------------------------------------------------------ the act
    def _ask(self) -> None:
        standing = self._standing
        if standing is None or not self._named():
            return
        self.asking = Confirm(
            self._theme, self, _("Close “{name}” for good?").format(name=standing.name),
            _("Its keys are written over, then its files go. What must be kept is with: {who}. Nothing brings the "
              "rest back.").format(who=self.holder.text.strip()),
            _("Close it for good"), _("Keep the vault"), typed=standing.name,
        )  # fmt: skip
        self.asking.confirmed.connect(self._close)
        self.asking.open()

    def _close(self) -> None:
        self.trouble.hide()
        self.close_button.busy(_("Closing it"))
        desk = self.desk
        # Not this page's own: whoever goes elsewhere meanwhile would stand before places of a vault that is no more.
        desk.jobs.long(desk.jobs, lambda w, _watch: w.vault.end(), lambda _left: desk.lock(), refused=self._open_still)

    def _open_still(self, error: UserError) -> None:
        if not alive(self):
            self.desk.refuse(error)
            return
        self.close_button.rest()
        self._say(error)

    def _say(self, error: UserError) -> None:
        message = explain(error)
        self.trouble.say(message.said, message.next)
        self.trouble.show()


def _look(workspace: Workspace) -> Standing:
    vault = workspace.vault
    return Standing(vault.name, vault.backups, vault.beside, workspace.organisations.get(),
                    Paper(str(workspace.settings.get("paper"))))  # fmt: skip
