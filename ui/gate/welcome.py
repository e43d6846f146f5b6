"""The first screen of all: what this is, what it cannot do, and the first step."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt

from facilitator.i18n import _
from ui.gate.page import GatePage
from ui.gate.porch import Porch
from ui.gate.tongues import tongues
from ui.gate.unlock import greeting
from ui.widgets import Button, Fact, Flow, Label, Panel, Rule, box, down


class WelcomePage(GatePage):
    """Make a vault, or look round first; with a frank word on laptops that others use."""

    first: ClassVar[bool] = True

    def __init__(self, porch: Porch) -> None:
        super().__init__(
            porch,
            greeting(porch.clock),
            _("This app keeps a circle’s plans, lists and papers in one locked folder on this laptop: a vault."),
        )
        theme = porch.theme
        self.new_button = Button(theme, _("Make a new vault"), "primary", "plus", big=True)
        self.sample_button = Button(theme, _("Look round with a sample group"), "quiet", "groups")
        self.open_button = Button(theme, _("Open a vault"), "quiet", "folder", flush=True)
        self.restore_button = Button(theme, _("Bring a backup back"), "quiet", "bring", flush=True)
        self.form.put(
            26, self._frankly(), 26, self.trouble, self.buttons(self.new_button, self.sample_button), self.work, 20
        )
        self.tongues = tongues(porch)
        self.foot.put(Rule(theme), 10, box(Flow(theme, self.open_button, self.restore_button, gap=28)), self.tongues)
        self.new_button.clicked.connect(lambda: self.ask(lambda opening, progress: opening.new()))
        self.restore_button.clicked.connect(lambda: self.ask(lambda opening, progress: opening.bring_back()))
        self.sample_button.clicked.connect(lambda: self.ask(porch.sample, _("Setting out a sample group.")))
        self.open_button.clicked.connect(self._open)

    def arrive(self) -> None:
        """The first step is the one to take."""
        self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _frankly(self) -> Panel:
        theme = self.theme
        safe = Fact(
            theme, "lock", _("Locked, it shows nothing to the next person at this laptop, nor to a thief."),
        )  # fmt: skip
        unsafe = Fact(
            theme, "warning",
            _("It cannot help against somebody who makes you open it, who watches over your shoulder, or who has put "
              "a spying program on this laptop. If you live with someone you are afraid of, use another laptop, or "
              "keep names on paper."),
            look=True,
        )  # fmt: skip
        panel = Panel(theme, None, "look_tint")
        panel.setLayout(
            down(theme, Label(theme, _("Is this laptop safe to use?"), "strong", wrap=True), 10, safe, 10, unsafe,
                 margins=(18, 16, 18, 16))
        )  # fmt: skip
        return panel

    def _open(self) -> None:
        def take(folder: Path) -> None:
            self.ask(lambda opening, progress: opening.choose(folder))

        self.porch.dialogs.choose_folder(self, _("Open a vault"), take, self.porch.home)
