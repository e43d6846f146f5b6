"""The page of Safe-keeping: backups on the sheet, all else beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.vault.checking import CheckReport, look_over
from ui.desk import Desk
from ui.screens.safekeeping import words
from ui.screens.safekeeping.asking import Keeping
from ui.screens.safekeeping.backing import BackupSheet
from ui.screens.safekeeping.work import WorkPlace
from ui.widgets import STRETCH, Button, Columns, Fact, Flow, Header, Label, Notice, Page, box, down, heading


class KeepingPage(Page):
    """Shows how things stand. `recovery`, `trying`, `who` and `passphrase` lead to their pages."""

    recovery = Signal()
    trying = Signal()
    who = Signal()
    passphrase = Signal()
    closing = Signal()
    keyring = Signal()

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        self.header = Header(theme, "", _("Safe-keeping"))
        super().__init__(theme, self.header)
        self._desk = desk
        self.backups = BackupSheet(desk)
        self.recovery_words = Label(theme, "", "body", wrap=True)
        self.recovery_button = Button(theme, "", "plain", "paper")
        self.tried_words = Label(theme, "", "small", "soft", wrap=True)
        self.try_button = Button(theme, _("Try the code"), "quiet", "check")
        self.who_words = Label(theme, "", "body", wrap=True)
        self.who_button = Button(theme, _("See who, or let somebody in"), "quiet", "groups", flush=True)
        self.words_button = Button(theme, _("Change my words"), "quiet", "key", flush=True)
        self.keyring_button = Button(theme, _("Open it without typing"), "quiet", "door", flush=True)
        self.check_button = Button(theme, _("Check this vault"), "quiet", "safe", flush=True)
        self.check_work = WorkPlace(desk)
        self.close_button = Button(theme, _("Close this vault for good"), "quiet", "lock", flush=True)
        self._folder = Fact(theme, "folder", "")
        self._carrier = Notice(theme, " ", icon="warning")
        self._carrier.hide()
        self._recovery_help = Label(
            theme, _("If your words are lost, the code on that sheet lets you in once. Without it, nobody can help."),
            "small", "soft", wrap=True,
        )  # fmt: skip
        side = down(
            theme, heading(theme, _("Recovery sheet")), 4, self.recovery_words, 2, self._recovery_help, 4,
            self.tried_words, 10, box(Flow(theme, self.recovery_button, self.try_button, gap=16)), 26,
            heading(theme, _("Who can open it")), 4, self.who_words, 2,
            Label(theme, _("Change your words if somebody saw them."), "small", "soft", wrap=True), 2,
            box(Flow(theme, self.who_button, self.words_button, self.keyring_button, gap=24, line_gap=0)), 22,
            heading(theme, _("Where the vault lies")), 6, self._folder, 10, self._carrier, 2,
            self.check_button, 4, self.check_work, 2, self.close_button, STRETCH,
        )  # fmt: skip
        columns = Columns(theme, self.backups, box(side), shares=(1.2, 1), gap=40)
        guard = Columns(
            theme, _list(desk, _("What the vault guards against"), words.guards(), "check"),
            _list(desk, _("What it does not guard against"), words.guards_not(), "info"), shares=(1.2, 1), gap=40,
        )  # fmt: skip
        self.body.put(box(columns), 32, box(guard), STRETCH)
        self.recovery_button.clicked.connect(self.recovery)
        self.try_button.clicked.connect(self.trying)
        self.who_button.clicked.connect(self.who)
        self.words_button.clicked.connect(self.passphrase)
        self.keyring_button.clicked.connect(self.keyring)
        self.check_button.clicked.connect(self.check)
        self.close_button.clicked.connect(self.closing)

    def show_keeping(self, keeping: Keeping) -> None:
        """Show how things stand."""
        self.header.say(_("“{name}”").format(name=keeping.name), _("Safe-keeping"))
        self.backups.show_keeping(keeping)
        self.recovery_words.setText(words.recovery(keeping.recovery_live, keeping.recovery_since))
        self.recovery_words.set_tone("ink" if keeping.recovery_live else "look")
        self.recovery_button.setText(
            _("Make a new recovery sheet") if keeping.recovery_live else _("Make the recovery sheet")
        )
        self.tried_words.setText(words.tried(keeping.recovery_typed, keeping.recovery_since, keeping.recovery_due))
        self.tried_words.set_tone("look" if keeping.recovery_due else "soft")
        self.tried_words.setVisible(bool(self.tried_words.words))
        self.try_button.setVisible(keeping.recovery_live)
        self.keyring_button.setVisible(not keeping.sample)
        self.who_words.setText(words.who(keeping.others))
        self._folder.words.setText(str(keeping.folder))
        self._carrier.setVisible(bool(keeping.carrier))
        if keeping.carrier:
            self._carrier.say(
                _("{service} copies this folder to other places.").format(service=keeping.carrier),
                _("Your words still guard it. Better: close the vault, and move the folder out of {service}.").format(
                    service=keeping.carrier
                ),
            )

    def check(self) -> None:
        """Look everything over."""
        self.check_work.run(
            _("Looking everything over"), lambda workspace, watch: look_over(workspace.vault, watch), self._checked,
            button=self.check_button,
        )  # fmt: skip

    def _checked(self, report: CheckReport) -> None:
        self.check_work.tell(
            Notice(self._desk.theme, _("The vault is whole."), words.counts(report.counts) + ".", "action", "check")
        )


def _list(desk: Desk, title: str, lines: tuple[str, ...], icon: str) -> QWidget:
    facts = [Fact(desk.theme, icon, line) for line in lines]
    return box(down(desk.theme, heading(desk.theme, title), 8, down(desk.theme, *facts, gap=8)))
