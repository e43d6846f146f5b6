"""Unlocking: which vault, its words, and the ways round."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.clock import Clock
from facilitator.model.progress import Progress
from ui.gate.known import Known
from ui.gate.page import LOOK_MS, GatePage
from ui.gate.porch import Porch
from ui.gate.tongues import tongues
from ui.later import later
from ui.widgets import Button, Flow, Label, PassphraseField, RadioCard, Rule, box, down

if TYPE_CHECKING:
    from facilitator.errors import UserError
    from facilitator.vault.opening import Opening, State


def complete(begun: str) -> tuple[str, ...]:
    """Words of the public list that begin so."""
    from facilitator.vault import passphrase

    return passphrase.complete(begun)


def greeting(clock: Clock) -> str:
    """Good morning, afternoon or evening."""
    hour = clock.now().hour
    if 4 <= hour < 12:
        return _("Good morning")
    return _("Good afternoon") if 12 <= hour < 17 else _("Good evening")


class UnlockPage(GatePage):
    """A list of vaults, the words, and Unlock."""

    first: ClassVar[bool] = True

    def __init__(self, porch: Porch) -> None:
        super().__init__(porch, greeting(porch.clock), _("Choose a vault and type your five words."))
        theme = porch.theme
        self._listed: tuple[Known, ...] = ()
        self._chosen: Path | None = None
        self.cards: dict[Path, RadioCard] = {}
        self._list = down(theme, gap=8)
        self._pick = box(self._list)
        self._pick.setAccessibleName(_("Vaults"))
        self.words = PassphraseField(
            theme, _("Your five words"), _("Small letters, a space between words."), complete=complete
        )
        self.unlock_button = Button(theme, _("Unlock"), "primary", "key", big=True)
        self.key_button = Button(theme, _("Use this laptop’s key"), "plain", "door")
        self.key_button.hide()
        self.lost_button = Button(theme, _("I have lost my words"), "quiet", flush=True)
        self.other_button = Button(theme, _("Open another folder"), "quiet", "folder", flush=True)
        self.restore_button = Button(theme, _("Bring a backup back"), "quiet", "bring", flush=True)
        self.forget_button = Button(theme, _("Take it off this list"), "quiet", flush=True)
        self.forget_button.hide()
        self.new_button = Button(theme, _("Make a new vault"), "quiet", "plus", flush=True)
        self.sample_button = Button(theme, _("Look round with a sample group"), "quiet", "groups", flush=True)
        self.form.put(
            30, Label(theme, _("Vault"), "strong"), 8, self._pick, 4,
            box(Flow(theme, self.other_button, self.restore_button, gap=16)), 18, self.words, 22,
            self.trouble, self.forget_button,
            self.buttons(self.unlock_button, self.key_button, self.lost_button, gap=24), self.work,
        )  # fmt: skip
        self.tongues = tongues(porch)
        self.foot.put(Rule(theme), 10, box(Flow(theme, self.new_button, self.sample_button, gap=28)), self.tongues)
        self.unlock_button.clicked.connect(self._unlock)
        self.words.entered.connect(self._unlock)
        self.words.changed.connect(lambda: self.view.ensureWidgetVisible(self.words))
        self.key_button.clicked.connect(self._unlock_by_key)
        self.lost_button.clicked.connect(self._lost)
        self.other_button.clicked.connect(self._other)
        self.forget_button.clicked.connect(self._forget)
        self.new_button.clicked.connect(lambda: self.ask(lambda opening, progress: opening.new()))
        self.restore_button.clicked.connect(lambda: self.ask(lambda opening, progress: opening.bring_back()))
        self.sample_button.clicked.connect(lambda: self.ask(porch.sample, _("Setting out a sample group.")))
        self._show_list(porch.known.remembered())
        later(self, LOOK_MS, self._look)

    @property
    def chosen(self) -> Path | None:
        """The vault that would be unlocked."""
        return self._chosen

    def show_state(self, state: State) -> None:
        """A vault was chosen."""
        from facilitator.vault.opening import Locked

        if isinstance(state, Locked):
            self.prefer(state.facts.folder)

    def prefer(self, folder: Path) -> None:
        """Choose this vault, putting it on the list where it is not."""
        self._chosen = folder
        if folder not in self.cards:
            self._show_list((Known(folder), *self._listed))
        self.cards[folder].setChecked(True)

    def arrive(self) -> None:
        """The words are what is missing."""
        self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Forget the words."""
        self.words.wipe()

    def rest(self) -> None:
        """What ran has ended; the words are wanted again."""
        super().rest()
        self.unlock_button.rest()
        self.arrive()

    def refuse(self, error: UserError) -> None:
        """Wrong words are said under their field, all else above the button."""
        from facilitator.errors import NotAVault, PlaceGone, PlaceMissing, WrongPassphrase
        from facilitator.messages import explain

        if isinstance(error, WrongPassphrase):
            self.words.refuse(str(explain(error)))
            self.words.edit.selectAll()
            return
        super().refuse(error)
        gone = isinstance(error, PlaceMissing | PlaceGone | NotAVault)
        self.forget_button.setVisible(gone and any(known.folder == self._chosen for known in self._listed))

    # ------------------------------------------------------------ steps
    def _unlock(self) -> None:
        folder, words = self._chosen, self.words.text
        if folder is None or not words.strip():
            self.words.refuse(_("Type the five words that open this vault."))
            self.arrive()
            return

        def command(opening: Opening, progress: Progress) -> object:
            opening.choose(folder)
            return opening.state if opening.refused else opening.unlock(words, progress)

        self.ask(command, _("Working out the key. It takes a moment on purpose: that slows a thief down."))

    def _unlock_by_key(self) -> None:
        folder = self._chosen
        if folder is None:
            return

        def command(opening: Opening, progress: Progress) -> object:
            opening.choose(folder)
            return opening.state if opening.refused else opening.unlock_by_device(progress)

        self.ask(command, _("Asking the laptop’s keyring. It may want a password from you."))

    def _lost(self) -> None:
        folder = self._chosen
        if folder is not None:
            self.ask(lambda opening, progress: opening.forgot() if _took(opening, folder) else opening.state)

    def _other(self) -> None:
        def take(folder: Path) -> None:
            self.ask(lambda opening, progress: opening.choose(folder))

        self.porch.dialogs.choose_folder(self, _("Open a vault"), take, self.porch.home)

    # ------------------------------------------------------------ the list
    def _look(self) -> None:
        known = self.porch.known
        self.porch.jobs.ask(self, lambda opening: known.look(), self._show_list, refused=lambda error: None)

    def _show_list(self, listed: tuple[Known, ...]) -> None:
        if self._chosen is not None and all(known.folder != self._chosen for known in listed):
            listed = (*listed, Known(self._chosen))
        if listed == self._listed:
            return
        self._listed = listed
        focused = self._focused()
        self._list.clear()
        self.cards = {}
        for known in listed:
            alike = sum(one.name == known.name for one in listed) > 1
            card = RadioCard(self.theme, known.name, fact_of(known, alike))
            card.toggled.connect(lambda on, folder=known.folder: self._choose(folder) if on else None)
            self.cards[known.folder] = card
            self._list.put(card)
        if self._chosen is None and listed:
            self._chosen = listed[0].folder
        if self._chosen is not None:
            self.cards[self._chosen].setChecked(True)
            if focused:
                self.cards[self._chosen].setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer_key()

    def _offer_key(self) -> None:
        """Where this laptop keeps a key to the chosen vault, it is offered; the words come first all the same."""
        self.key_button.setVisible(any(known.by_key and known.folder == self._chosen for known in self._listed))

    def _focused(self) -> bool:
        focus: QWidget | None = self.focusWidget()
        return isinstance(focus, RadioCard) and focus.hasFocus()

    def _forget(self) -> None:
        folder, self._chosen = self._chosen, None
        if folder is not None:
            self.porch.known.forget(folder)
            self.trouble.hide()
            self.forget_button.hide()
            self._show_list(tuple(known for known in self._listed if known.folder != folder))
            self.arrive()

    def _choose(self, folder: Path) -> None:
        if folder == self._chosen:  # the list was read again; what is said of this vault stays so
            return
        self._chosen = folder
        self.trouble.hide()
        self.forget_button.hide()
        self.words.accept()
        self._offer_key()


def _took(opening: Opening, folder: Path) -> bool:
    opening.choose(folder)
    return opening.refused is None


def fact_of(known: Known, alike: bool = False) -> str:
    """The one fact beside a vault's name: where it is, when it was last opened, or why it cannot be.

    Where another is called `alike`, the folder it lies in tells them apart.
    """
    facts = known.facts
    if facts is not None and facts.open_elsewhere is not None:
        where = facts.open_elsewhere
        return _("Open already {where}").format(where=where).strip() if where else _("Open already in another window")
    if facts is not None and facts.refusal is not None:
        from facilitator.messages import explain

        return explain(facts.refusal).said
    if known.stick:
        return _("On the stick “{stick}”, plugged in now").format(stick=known.stick)
    folder = known.folder.parent.name or str(known.folder.parent)
    if known.day and alike:
        return _("In the folder {folder}, opened last on {day}").format(folder=folder, day=known.day)
    if known.day:
        return _("Opened last on {day}, on this laptop").format(day=known.day)
    return _("In the folder {folder}").format(folder=folder)
