"""A new vault gets a neutral name and a place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from facilitator.errors import NameMissing, PlaceTaken, UserError
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.vault import glance
from facilitator.vault.opening import NameVault, State
from ui.gate.page import GatePage
from ui.gate.porch import Porch
from ui.widgets import Button, Fact, Notice, TextField


class NamePage(GatePage):
    """What the folder is called, and where it lies."""

    def __init__(self, porch: Porch) -> None:
        super().__init__(
            porch,
            _("Name the folder"),
            _("Anyone who uses this laptop can read this name. So name a colour or a thing, not the group."),
        )
        theme = porch.theme
        self._parent = porch.home
        self.name = TextField(theme, _("Name of the folder"), limit=60, big=True)
        self._where = Fact(theme, "folder", "")
        self.place_button = Button(theme, _("Choose another place"), "quiet", flush=True)
        self.carried = Notice(theme, " ", icon="warning")
        self.go_button = Button(theme, _("Go on"), "primary", big=True)
        self.form.put(
            30, self.name, 20, self._where, 6, self.place_button, 10, self.carried, 20, self.trouble,
            self.buttons(self.go_button, self.back_button(_("Back"))), self.work,
        )  # fmt: skip
        self.go_button.clicked.connect(self._on)
        self.name.entered.connect(self._on)
        self.place_button.clicked.connect(self._elsewhere)

    def show_state(self, state: State) -> None:
        """Propose a name and a place."""
        if isinstance(state, NameVault) and not self.name.text:
            self.name.set_text(state.suggestion)
            self._put_in(state.parent)

    def arrive(self) -> None:
        """The proposed name is selected, so that typing replaces it."""
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.edit.selectAll()

    def refuse(self, error: UserError) -> None:
        """A name that will not do is said under its field."""
        if isinstance(error, NameMissing | PlaceTaken):
            self.name.refuse(str(explain(error)))
        else:
            super().refuse(error)

    def _put_in(self, parent: Path) -> None:
        self._parent = parent
        self._where.words.setText(_("It will lie in {folder}").format(folder=parent))
        carrier = glance.carrier(parent)
        self.carried.setVisible(bool(carrier))
        if carrier:
            self.carried.say(
                _("{service} copies this place to other computers.").format(service=carrier),
                _("The vault stays locked there too, but copies are out of your hands. Another place is better."),
            )

    def _elsewhere(self) -> None:
        self.porch.dialogs.choose_folder(self, _("Where shall the vault lie?"), self._put_in, self._parent)

    def _on(self) -> None:
        text, parent = self.name.text, self._parent
        self.ask(lambda opening, progress: opening.name(text, parent))
