"""The laptop's own keyring as a way in besides the words: what it means, asked for with care, and taken away again."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt

from facilitator.errors import KeyringRefused, UserError, WrongPassphrase
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.model.change import Change
from facilitator.model.progress import Progress
from facilitator.vault import device, passphrase
from facilitator.vault.device import DeviceKeys, DeviceMarks
from facilitator.workspace import Workspace
from ui.desk import Desk
from ui.screens.safekeeping.steps import StepPage
from ui.screens.safekeeping.work import WorkPlace
from ui.widgets import Button, Fact, Flow, Label, Notice, Paragraph, PassphraseField, RadioCard, box, down


class Standing(NamedTuple):
    """Whether some keyring opens the vault for me, and whether it is this laptop's."""

    mine: bool
    here: bool


class KeyringPage(StepPage):
    """Off: what it means, who else uses the account, one's words. On: how it is taken away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Open it without typing"))
        theme = desk.theme
        self._keys = desk.device or DeviceKeys()
        self._marks = DeviceMarks(desk.settings)
        self._here = False
        self.only_me = RadioCard(theme, _("Only I use it"), _("Nobody else logs in under my name"))
        self.others = RadioCard(theme, _("Others use it too"), _("Family, a colleague, a shared log-in"))
        self._elsewhere = Fact(
            theme, "info", _("Another laptop keeps a key for you, or this one lost it. Once this laptop keeps one, the "
                             "other stops working."),
        )  # fmt: skip
        self.words = PassphraseField(theme, _("Your words, once more"), complete=passphrase.complete)
        self.keep_button = Button(theme, _("Let this laptop keep a key"), "primary", "key", big=True)
        self.drop_button = Button(theme, _("Take the key away"), "plain", big=True)
        self.done_button = Button(theme, _("Back to Safe-keeping"), "primary", big=True)
        self.work = WorkPlace(desk)
        self._off = box(
            down(
                theme,
                Paragraph(theme, _("The laptop’s keyring can keep a key to this vault. One press then opens it."),
                          "lead"),
                14, Fact(theme, "warning", _("Whoever sits at the laptop while you are logged in could open it too."),
                         _("So lock the laptop’s own screen when you go away from it."), look=True),
                8, Fact(theme, "paper", _("Your words work as before. Keep their paper: a keyring goes with its "
                                          "laptop.")),
                8, Fact(theme, "stick", _("Backups open with words only.")),
                22, Label(theme, _("Who uses your account on this laptop?"), "strong", wrap=True), 8,
                box(down(theme, self.only_me, self.others, gap=8)), 18, self._elsewhere, 10, self.words,
            )
        )  # fmt: skip
        self._on = box(
            down(
                theme,
                Notice(theme, _("This laptop keeps a key to the vault."),
                       _("On the locked screen, choose “Use this laptop’s key”. Your words work as before."),
                       "action", "check"),
                14, Fact(theme, "warning", _("Whoever sits at the laptop while you are logged in could open it too."),
                         _("Take the key away if somebody else begins to use your account."), look=True),
            )
        )  # fmt: skip
        self._buttons = box(Flow(theme, self.keep_button, self.done_button, self.drop_button, gap=12))
        self.column.put(self._off, self._on, 18, self.work, 14, self._buttons)
        self.keep_button.clicked.connect(self._keep)
        self.words.entered.connect(self._keep)
        self.drop_button.clicked.connect(self._drop)
        self.done_button.clicked.connect(self.gone)
        self._off.hide()
        self._on.hide()

    def begin(self) -> None:
        """Look how it is."""
        self.work.tell(None)
        self._read()

    def wipe(self) -> None:
        """Forget the words, and ask the keyring no more."""
        self.work.drop()
        self.words.wipe()
        self.words.accept()

    def _read(self) -> None:
        self.desk.jobs.ask(self, _look(self._marks), self._show, key="keyring")

    def _show(self, standing: Standing) -> None:
        self._here = standing.here
        self._off.setVisible(not standing.here)
        self._on.setVisible(standing.here)
        self._elsewhere.setVisible(standing.mine and not standing.here)
        self.keep_button.setVisible(not standing.here)
        self.drop_button.setVisible(standing.mine)
        self.drop_button.setText(
            _("Take the key away") if standing.here else _("Take the other key away")
        )
        self.done_button.setVisible(standing.here)
        target = self.done_button if standing.here else self.others if self.others.isChecked() else self.only_me
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ on
    def _keep(self) -> None:
        words, kept = self.words.text, self._marks.all()
        if self.others.isChecked():
            self._say(KeyringRefused("shared"))
            return
        if not self.only_me.isChecked():
            self.work.tell(
                Notice(self._theme, _("Say first who uses your account."), _("Choose one of the two."), "look")
            )
            self.only_me.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not words.strip():
            self.words.refuse(_("Type the words that open the vault."))
            self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.words.accept()
        self.work.run(
            _("Checking your words"), lambda workspace, _watch: workspace.vault.device_asked(words, kept),
            self._put_away, refused=self._wrong, button=self.keep_button, stops=False,
        )  # fmt: skip

    def _put_away(self, name: str) -> None:
        """Into the keyring first: a secret there that the vault does not know yet opens nothing."""
        keys, value = self._keys, device.fresh()
        self.work.run_aside(
            _("Asking the laptop’s keyring. It may want a password from you."),
            lambda watch: keys.keep(name, value, watch), lambda _nothing: self._let_in(name, value),
            again=self._keep, button=self.keep_button,
        )  # fmt: skip

    def _let_in(self, name: str, value: bytes) -> None:
        self._marks.note(name)

        def command(workspace: Workspace, _watch: Progress) -> Change:
            workspace.vault.add_device(value)
            return Change(frozenset({"safekeeping"}), label=_("This laptop keeps a key to the vault."))

        self.work.run(_("Making the key"), command, self._turned, again=self._keep, button=self.keep_button,
                      stops=False)  # fmt: skip

    # ------------------------------------------------------------ off
    def _drop(self) -> None:
        def command(workspace: Workspace, _watch: Progress) -> tuple[Change, str]:
            name = workspace.vault.remove_device()
            return Change(frozenset({"safekeeping"}), label=_("From now on your words alone open it for you.")), name

        self.work.run(_("Taking the key away"), command, self._forget, again=self._drop, button=self.drop_button,
                      stops=False)  # fmt: skip

    def _forget(self, done: tuple[Change, str]) -> None:
        """The keyring's part opens nothing any more; that it goes too is only tidy."""
        change, name = done
        keys = self._keys
        here, self._here = self._here, False
        self._marks.forget(name)
        self.desk.jobs.changed.emit(change)
        if here:
            self.desk.jobs.paper(self, lambda watch: keys.forget(name, watch), lambda _nothing: None,
                                 refused=lambda error: None)
        self._turned(change)

    # ------------------------------------------------------------ both
    def _turned(self, change: Change) -> None:
        self.wipe()
        self.only_me.setAutoExclusive(False)
        self.only_me.setChecked(False)
        self.only_me.setAutoExclusive(True)
        self.desk.tell(change.label)
        self._read()

    def _wrong(self, error: UserError) -> bool:
        if not isinstance(error, WrongPassphrase):
            return False
        self.words.refuse(str(explain(error)))
        self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _say(self, error: UserError) -> None:
        message = explain(error)
        self.work.tell(Notice(self._theme, message.said, message.next, "danger"))


def _look(marks: DeviceMarks) -> Callable[[Workspace], Standing]:
    kept = marks.all()

    def look(workspace: Workspace) -> Standing:
        name = workspace.vault.device_name
        return Standing(name is not None, name in kept)

    return look
