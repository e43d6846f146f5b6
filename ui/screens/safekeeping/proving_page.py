"""Proof that a backup opens: any file, with the vault's own keys or with the words it was made with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from facilitator.errors import NotABackup, UserError, WrongPassphrase, WrongRecoveryCode
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.vault import passphrase
from facilitator.vault.archive import ENDING
from facilitator.vault.backup import BackupFacts
from facilitator.vault.restoring import prove_backup
from ui.desk import Desk
from ui.dialogs import FileKind
from ui.screens.safekeeping import words
from ui.screens.safekeeping.steps import StepPage
from ui.screens.safekeeping.work import WorkPlace
from ui.widgets import Button, Fact, Notice, Paragraph, PassphraseField, box, down


class ProvingPage(StepPage):
    """Choose a file; it is taken out, opened and compared, and nothing is changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Prove that a backup opens"))
        theme = desk.theme
        self._path = Path()
        self._start: Path | None = None
        self.file_button = Button(theme, _("Choose a backup file"), "primary", "folder", big=True)
        self._file = Fact(theme, "paper", "")
        self._file.hide()
        self.words = PassphraseField(
            theme, _("Its words"),
            _("It is of another vault, or from before a change: type the words, or the recovery code, of that time."),
            complete=passphrase.complete,
        )  # fmt: skip
        self.try_button = Button(theme, _("Try these words"), "plain", "key")
        self._ask = box(down(theme, self.words, 14, self.try_button))
        self._ask.hide()
        self.work = WorkPlace(desk)
        said = _("A backup is only worth something if it opens. This looks at all of it, and changes nothing.")
        self.column.put(
            Paragraph(theme, said, "lead"), 20, self._file, 12, self._ask, 16, self.work, 16, self.file_button
        )
        self.file_button.clicked.connect(self.choose)
        self.try_button.clicked.connect(self._try)
        self.words.entered.connect(self._try)

    def begin(self) -> None:
        """The file first."""
        self._file.hide()
        self._ask.hide()
        self.work.tell(None)
        self.file_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.jobs.ask(self, lambda w: w.vault.last_backup_folder, self._begin_in, key="folder")

    def _begin_in(self, folder: Path | None) -> None:
        self._start = folder

    def wipe(self) -> None:
        """Forget the words."""
        self.words.wipe()
        self.words.accept()

    def choose(self) -> None:
        """Ask for the file, beginning where the newest backup went."""
        kinds = (FileKind(_("Backups"), (ENDING.lstrip("."),)),)
        self.desk.dialogs.open_file(self, _("Choose a backup file"), kinds, self._prove, self._start)

    def _prove(self, path: Path) -> None:
        self._path = path
        self.wipe()
        self._ask.hide()
        self._file.words.setText(path.name)
        self._file.show()
        self.work.run(
            _("Opening the backup and looking it over"), lambda workspace, watch: workspace.vault.prove(path, watch),
            self._proved, refused=self._other, again=lambda: self._prove(path), button=self.file_button,
        )  # fmt: skip

    def _other(self, error: UserError) -> bool:
        if not isinstance(error, NotABackup) or error.reason != "other":
            return False
        self._ask.show()
        self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _try(self) -> None:
        path, secret, clock = self._path, self.words.text, self.desk.clock
        if not secret.strip():
            self.words.refuse(_("Type the words of the backup."))
            return
        self.work.run(
            _("Opening the backup and looking it over"),
            lambda workspace, watch: prove_backup(path, secret, clock, watch), self._proved, refused=self._wrong,
            again=self._try, button=self.try_button,
        )  # fmt: skip

    def _wrong(self, error: UserError) -> bool:
        if not isinstance(error, WrongPassphrase | WrongRecoveryCode):
            return False
        self.words.refuse(str(explain(error)))
        self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _proved(self, facts: BackupFacts) -> None:
        self.wipe()
        self._ask.hide()
        self.file_button.setText(_("Choose another file"))
        self.work.tell(
            Notice(
                self._theme, _("It opens, and it is whole."),
                _("Made on {moment}. {counts}.").format(
                    moment=words.moment(facts.made_at), counts=words.counts(facts.counts)), "action", "check",
            )
        )  # fmt: skip
