"""The recovery code: seven groups, each checked as it is typed, so that a slip names its group."""

from __future__ import annotations

from facilitator.errors import UserError, WrongRecoveryCode
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.vault.opening import EnterCode, State
from ui.gate.page import GatePage
from ui.gate.porch import Porch
from ui.widgets import Button, CodeField


class CodePage(GatePage):
    """Seven groups from the recovery sheet."""

    def __init__(self, porch: Porch) -> None:
        super().__init__(porch, _("Use the recovery sheet"), " ")
        theme = porch.theme
        self.code = CodeField(theme)
        self.go_button = Button(theme, _("Go on"), "primary", "key", big=True)
        self.form.put(
            30, self.code, 22, self.trouble, self.buttons(self.go_button, self.back_button(_("Back"))), self.work
        )
        self.go_button.clicked.connect(self._on)
        self.code.entered.connect(self._on)

    def show_state(self, state: State) -> None:
        """Say what it is for."""
        if isinstance(state, EnterCode):
            self.lead.setText(
                _("Type the code from the sheet of “{name}”. You then choose new words, and this sheet stops working.")
                .format(name=state.name)
            )  # fmt: skip
            self.lead.show()

    def arrive(self) -> None:
        """Type the first group."""
        self.code.begin()

    def leave(self) -> None:
        """Forget the code."""
        self.code.wipe()

    def refuse(self, error: UserError) -> None:
        """The group with the slip is marked."""
        if isinstance(error, WrongRecoveryCode):
            self.code.refuse_group(error.group, str(explain(error)))
        else:
            super().refuse(error)

    def _on(self) -> None:
        typed = self.code.text
        self.ask(lambda opening, progress: opening.code(typed), _("Trying the code."))
