"""The new words are typed once more, from paper."""

from __future__ import annotations

from PySide6.QtCore import Qt

from facilitator.errors import TypedDifferently, UserError
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.vault import passphrase
from facilitator.vault.opening import Purpose, State, TypeAgain
from ui.gate.page import GatePage
from ui.gate.porch import Porch
from ui.widgets import Button, PassphraseField


class AgainPage(GatePage):
    """Proof that the paper is right: the words, from paper."""

    def __init__(self, porch: Porch) -> None:
        super().__init__(porch, _("Type them from your paper"), _("So that we both know the paper is right."))
        theme = porch.theme
        self.words = PassphraseField(theme, _("Your five words"), complete=passphrase.complete)
        self.go_button = Button(theme, "", "primary", "key", big=True)
        self._saying, self._may_cancel = "", False
        self.form.put(
            30, self.words, 22, self.trouble,
            self.buttons(self.go_button, self.back_button(_("See the words again"))), self.work,
        )  # fmt: skip
        self.go_button.clicked.connect(self._on)
        self.words.entered.connect(self._on)

    def show_state(self, state: State) -> None:
        """Say what the words are for."""
        if not isinstance(state, TypeAgain):
            return
        does, self._saying = {
            Purpose.CREATE: (_("Make the vault"), _("Making the vault.")),
            Purpose.RECOVER: (_("Set the new words"), _("Setting the new words.")),
            Purpose.RESTORE: (_("Bring it back"), _("Bringing the backup back.")),
        }[state.purpose]
        self.go_button.setText(does)
        self._may_cancel = state.purpose is Purpose.RESTORE  # the others are done or not done, with no way between
        if state.own:
            self.words.set_name(_("Your words"))
            self.words.completes(None)

    def arrive(self) -> None:
        """Type."""
        self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Forget the words."""
        self.words.wipe()

    def refuse(self, error: UserError) -> None:
        """A word that differs is named under the field."""
        if isinstance(error, TypedDifferently):
            self.words.refuse(str(explain(error)))
            self.arrive()
        else:
            super().refuse(error)

    def _on(self) -> None:
        typed = self.words.text
        if not typed.strip():
            self.words.refuse(_("Type the words from your paper."))
            self.arrive()
            return
        self.ask(lambda opening, progress: opening.again(typed, progress), self._saying, self._may_cancel)
