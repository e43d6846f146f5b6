"""Bringing a backup back: the file, its words, and the name it comes back under."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from facilitator.errors import NameMissing, PlaceTaken, UserError, WrongPassphrase
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.vault import passphrase
from facilitator.vault.opening import RestoreBackup, State
from ui.dialogs import FileKind
from ui.gate.page import GatePage
from ui.gate.porch import Porch
from ui.widgets import Button, CheckRow, Fact, PassphraseField, TextField, box, down


class RestorePage(GatePage):
    """First the file is chosen, then the words are asked."""

    def __init__(self, porch: Porch) -> None:
        super().__init__(
            porch, _("Bring a backup back"), _("It becomes a vault of its own. Nothing that is there is written over.")
        )
        theme = porch.theme
        self._parent = porch.home
        self.file_button = Button(theme, _("Choose the backup file"), "primary", "folder", big=True)
        self._file = Fact(theme, "paper", "")
        self.words = PassphraseField(
            theme, _("Its five words"), _("The words that were in use when the backup was made."),
            complete=passphrase.complete,
        )  # fmt: skip
        self.name = TextField(theme, _("Name of the folder"), limit=60)
        self.aside = CheckRow(theme, _("Keep the vault of that name under another name"), softens=False)
        self.aside.hide()
        self.go_button = Button(theme, _("Bring it back"), "primary", "bring", big=True)
        self.lost_button = Button(theme, _("I have lost its words"), "quiet")
        self._first = box(down(theme, self.buttons(self.file_button, self.back_button(_("Back")))))
        self._then = box(
            down(
                theme, self._file, 22, self.words, 20, self.name, 4, self.aside, 22,
                self.buttons(self.go_button, self.lost_button, self.back_button(_("Another file"))),
            )
        )  # fmt: skip
        self.form.put(30, self.trouble, self._first, self._then, self.work)
        self._then.hide()
        self.file_button.clicked.connect(self._choose)
        self.go_button.clicked.connect(self._on)
        self.words.entered.connect(self._on)
        self.lost_button.clicked.connect(lambda: self.ask(lambda opening, progress: opening.forgot()))

    def show_state(self, state: State) -> None:
        """Ask for the file, or for its words."""
        chosen = isinstance(state, RestoreBackup)
        if isinstance(state, RestoreBackup):
            self._parent = state.parent
            self._file.words.setText(state.file.name)
            self.name.set_text(state.suggestion)
        self._first.setVisible(not chosen)
        self._then.setVisible(chosen)
        self.aside.hide()
        self.aside.setChecked(False)
        if self.isVisible():
            self.arrive()

    def arrive(self) -> None:
        """The file first, then the words."""
        target = self.words.edit if not self._then.isHidden() else self.file_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Forget the words."""
        self.words.wipe()

    def refuse(self, error: UserError) -> None:
        """Each refusal where its answer is typed."""
        if isinstance(error, WrongPassphrase):
            self.words.refuse(str(explain(error)))
            self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(error, PlaceTaken):
            self.name.refuse(_("A vault of that name is there. Type another name, or keep that one under another."))
            self.aside.show()
            self._ask_name()
        elif isinstance(error, NameMissing):
            self.name.refuse(str(explain(error)))
            self._ask_name()
        else:
            super().refuse(error)

    def _ask_name(self) -> None:
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.edit.selectAll()

    def _choose(self) -> None:
        def take(file: Path) -> None:
            self.ask(lambda opening, progress: opening.backup(file))

        from facilitator.vault.archive import ENDING

        kinds = (FileKind(_("Backups"), (ENDING.lstrip("."),)),)
        self.porch.dialogs.open_file(self, _("Choose the backup file"), kinds, take)

    def _on(self) -> None:
        words, name, aside = self.words.text, self.name.text, self.aside.isChecked()
        if not words.strip():
            self.words.refuse(_("Type the five words of the backup."))
            return
        self.ask(
            lambda opening, progress: opening.restore(words, name, aside=aside, progress=progress),
            _("Bringing the backup back."),
        )
