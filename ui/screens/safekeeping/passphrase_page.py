"""Changing one's words: the old ones, then five new ones or one's own, typed twice."""

from __future__ import annotations

from PySide6.QtCore import Qt

from facilitator.errors import UserError, WrongPassphrase
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.vault import passphrase
from facilitator.workspace import Workspace
from ui.desk import Desk
from ui.screens.safekeeping import asking
from ui.screens.safekeeping.new_words import NewWords
from ui.screens.safekeeping.steps import StepPage
from ui.screens.safekeeping.work import WorkPlace
from ui.widgets import Button, Notice, PassphraseField, box, down


class PassphrasePage(StepPage):
    """One page, top to bottom."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Change my words"))
        theme = desk.theme
        self.old = PassphraseField(theme, _("The words you use now"), complete=passphrase.complete)
        self.new = NewWords(desk, _("The new words"))
        self.change_button = Button(theme, _("Change my words"), "primary", "key", big=True)
        self.work = WorkPlace(desk)
        self._form = box(down(theme, self.old, 20, self.new, 24, self.change_button))
        self.done_button = Button(theme, _("Back to Safe-keeping"), "primary", big=True)
        self.done_button.hide()
        self.column.put(self._form, 14, self.work, 18, self.done_button)
        self.old.entered.connect(self._change)
        self.new.entered.connect(self._change)
        self.change_button.clicked.connect(self._change)
        self.done_button.clicked.connect(self.gone)

    def begin(self) -> None:
        """The old words first."""
        self._form.show()
        self.done_button.hide()
        self.work.tell(None)
        self.new.begin()
        self.old.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Forget all words."""
        self.old.wipe()
        self.old.accept()
        self.new.wipe()

    # ------------------------------------------------------------ the change
    def _change(self) -> None:
        old = self.old.text
        if not old.strip():
            self.new.refuse(self.old, _("Type the words that open the vault now."))
            return
        new = self.new.read()
        if new is not None:
            self.work.run(
                _("Changing your words"),
                lambda workspace, _watch: _set_words(workspace, old, new), lambda _nothing: self._changed(),
                refused=self._refused, button=self.change_button, stops=False,
            )  # fmt: skip

    def _changed(self) -> None:
        self.wipe()
        self._form.hide()
        self.work.tell(
            Notice(
                self._theme, _("Your new words open the vault from now on."),
                _("Backups made before still open with the old words. Make a fresh backup today."), "action", "check",
            )
        )  # fmt: skip
        self.done_button.show()
        self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: UserError) -> bool:
        if isinstance(error, WrongPassphrase):
            self.new.refuse(self.old, str(explain(error)))
            return True
        return self.new.weak(error)


def _set_words(workspace: Workspace, old: str, new: str) -> None:
    passphrase.require(new, asking.names(workspace))
    workspace.vault.set_passphrase(old, new)
