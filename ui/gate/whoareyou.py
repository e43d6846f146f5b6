"""After a recovery, or where no name stands beside the key yet: who is it that unlocked?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.organisation import Facilitator
from facilitator.workspace import Workspace
from ui.gate.page import GatePage
from ui.gate.porch import Porch
from ui.jobs import Jobs
from ui.widgets import Button, RadioCard, TextField, box, down


class WhoPage(GatePage):
    """One of the facilitators known here, or somebody new. `finished` leads on."""

    finished = Signal()

    def __init__(self, porch: Porch, jobs: Jobs[Workspace], known: Sequence[Facilitator],
                 recovered: bool = False) -> None:
        super().__init__(porch, _("Who are you?"), _("So that the vault knows whose words these are."))
        theme, self._jobs = porch.theme, jobs
        self.cards: dict[Id | None, RadioCard] = {
            one.id: RadioCard(theme, one.name, _fact(one, recovered)) for one in known
        }
        if known:
            self.cards[None] = RadioCard(theme, _("Somebody else"))
            if not recovered:  # else pressing on in haste would put somebody else's words out of force
                next(iter(self.cards.values())).setChecked(True)
        self.name = TextField(theme, _("Your first name"))
        self.go_button = Button(theme, _("Go on"), "primary", big=True)
        self.form.put(
            28, box(down(theme, *self.cards.values(), gap=8)), 16 if known else 0, self.name, 24, self.trouble,
            self.buttons(self.go_button), self.work,
        )  # fmt: skip
        for card in self.cards.values():
            card.toggled.connect(lambda _on: self._turn())
        self.name.entered.connect(self._go)
        self.go_button.clicked.connect(self._go)
        self._turn()

    def arrive(self) -> None:
        """The first answer."""
        target = next(iter(self.cards.values())) if self.cards else self.name
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: UserError) -> None:
        """A name that will not do is said under its field."""
        super().rest()
        if self._new:
            self.name.refuse(str(explain(error)))
        else:
            super().refuse(error)

    @property
    def _new(self) -> bool:
        return not self.cards or self.cards[None].isChecked()

    def _turn(self) -> None:
        self.name.setVisible(self._new)

    def _go(self) -> None:
        if self.cards and not any(card.isChecked() for card in self.cards.values()):
            self.trouble.say(_("Nobody is chosen yet."), _("Choose your own name, or “Somebody else”."))
            self.trouble.show()
            self.arrive()
            return
        name = self.name.text
        chosen = next((key for key, card in self.cards.items() if card.isChecked()), None)

        def command(workspace: Workspace) -> Change:
            return workspace.key_holders.claim(name if chosen is None else chosen)

        self.trouble.hide()
        self.wait("")
        self._jobs.do(self, command, lambda change: self.finished.emit(), refused=self.refuse)


def _fact(one: Facilitator, recovered: bool) -> str:
    """After a recovery, choosing somebody takes their old words out of force: that is said before."""
    return _("Their words of before stop working") if recovered and one.holder else ""
