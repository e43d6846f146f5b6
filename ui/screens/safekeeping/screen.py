"""Safe-keeping: how things stand, and the pages that lead through one thing each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from facilitator import paths
from facilitator.i18n import _
from facilitator.model.change import Change
from ui.desk import Desk
from ui.go import Go, Way
from ui.screen import Screen
from ui.screens.safekeeping import asking
from ui.screens.safekeeping.asking import Keeping
from ui.screens.safekeeping.main_page import KeepingPage
from ui.widgets.tabbing import keep_in_sight

if TYPE_CHECKING:
    from ui.screens.safekeeping.steps import StepPage

AREA = "safekeeping"
_PAGES = frozenset({"recovery", "passphrase", "prove", "restore", "backups", "who", "try", "close", "keyring"})


class SafeKeeping(Screen):
    """The place for backups. `Go.show` may be "backup", which needs no page, or the name of one of the pages."""

    place: ClassVar[str] = "safekeeping"
    icon: ClassVar[str] = "safe"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._keeping: Keeping | None = None
        self.main = KeepingPage(desk)
        self.step: StepPage | None = None
        self._column.addWidget(self.main)
        main = self.main
        main.recovery.connect(lambda: self.show_step("recovery"))
        main.passphrase.connect(lambda: self.show_step("passphrase"))
        main.keyring.connect(lambda: self.show_step("keyring"))
        main.trying.connect(lambda: self.show_step("try"))
        main.who.connect(lambda: self.show_step("who"))
        main.backups.proving.connect(lambda: self.show_step("prove"))
        main.closing.connect(lambda: self.show_step("close"))
        main.backups.listing.connect(lambda: self.show_step("backups"))
        main.backups.restoring.connect(lambda: self.show_step("restore"))
        main.backups.looking.connect(self._read)
        main.backups.made.connect(self._made)

    @staticmethod
    def title() -> str:
        """Its name."""
        return _("Safe-keeping")

    @staticmethod
    def ways() -> tuple[Way, ...]:
        """What the search finds here."""
        return (
            Way(_("Back up now"), Go("safekeeping", "backup"), _("backup save make a copy memory usb stick")),
            Way(_("Prove that a backup opens"), Go("safekeeping", "prove"), _("test check try")),
            Way(_("Where the backups are"), Go("safekeeping", "backups"), _("list stick old destroy")),
            Way(_("Close this vault for good"), Go("safekeeping", "close"), _("delete erase end destroy")),
            Way(_("Bring a backup back"), Go("safekeeping", "restore"), _("restore from get lost stick")),
            Way(_("Make the recovery sheet"), Go("safekeeping", "recovery"),
                _("code lost words forgotten forgot print passphrase password")),
            Way(_("Try the recovery code"), Go("safekeeping", "try"), _("test sheet paper")),
            Way(_("Who can open the vault"), Go("safekeeping", "who"), _("add remove facilitator key let in out")),
            Way(_("Open it without typing"), Go("safekeeping", "keyring"), _("keyring laptop key password")),
            Way(_("Change my words"), Go("safekeeping", "passphrase"), _("passphrase password new")),
        )

    def arrive(self, go: Go) -> None:
        """Show how things stand, or lead through one thing."""
        if isinstance(go.show, str) and go.show in _PAGES:
            self.show_step(go.show)
        elif go.show == "backup":
            self._back(self.main.backups.back_up_button)
        elif self.step is None:
            self.main.backups.back_up_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def changed(self, change: Change) -> None:
        """Read again."""
        if change.touches(AREA, "settings", "facilitators"):
            self._read()
            if self.step is not None:
                self.step.read()

    def leave(self) -> None:
        """Words and codes do not stay on screen."""
        self._back(None)

    def _read(self) -> None:
        self.desk.jobs.ask(self, lambda w: asking.look(w, paths.removable_dirs), self._show, key="look")

    def _show(self, keeping: Keeping) -> None:
        first = self._keeping is None
        self._keeping = keeping
        self.main.show_keeping(keeping)
        here = QApplication.focusWidget()
        if first and here is not None and self.main.isAncestorOf(here):
            keep_in_sight(here)  # what was said above it has pushed it down
        if self.step is not None:
            self.step.show_keeping(keeping)

    def _made(self) -> None:
        """A backup was made: whoever shows its age hears of it."""
        self.desk.jobs.changed.emit(Change(frozenset({AREA})))

    # ------------------------------------------------------------ pages
    def show_step(self, name: str) -> None:
        """Lead through one thing."""
        self._back(None)
        step = self.step = _page(name, self.desk)
        if self._keeping is not None:
            step.show_keeping(self._keeping)
        main = self.main
        buttons: dict[str, QWidget] = {
            "recovery": main.recovery_button, "passphrase": main.words_button, "prove": main.backups.prove_button,
            "restore": main.backups.restore_button, "backups": main.backups.list_button,
            "who": main.who_button, "try": main.try_button, "close": main.close_button,
            "keyring": main.keyring_button,
        }  # fmt: skip
        step.gone.connect(lambda: self._back(buttons[name]))
        main.hide()
        self._column.addWidget(step)
        step.show()  # or whoever came by a key would be taken to be nowhere yet
        step.begin()

    def _back(self, focus: QWidget | None) -> None:
        step, self.step = self.step, None
        if step is not None:
            step.wipe()
            self._column.removeWidget(step)
            step.hide()
            step.deleteLater()
        self.main.show()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
            self._read()


def _page(name: str, desk: Desk) -> StepPage:
    """The page of a name, which is one of `_PAGES`; each is loaded when first gone to."""
    match name:
        case "recovery":
            from ui.screens.safekeeping.recovery_page import RecoveryPage

            return RecoveryPage(desk)
        case "passphrase":
            from ui.screens.safekeeping.passphrase_page import PassphrasePage

            return PassphrasePage(desk)
        case "prove":
            from ui.screens.safekeeping.proving_page import ProvingPage

            return ProvingPage(desk)
        case "restore":
            from ui.screens.safekeeping.restoring_page import RestoringPage

            return RestoringPage(desk)
        case "backups":
            from ui.screens.safekeeping.listing_page import ListingPage

            return ListingPage(desk)
        case "who":
            from ui.screens.safekeeping.who_page import WhoPage

            return WhoPage(desk)
        case "try":
            from ui.screens.safekeeping.trying_page import TryingPage

            return TryingPage(desk)
        case "close":
            from ui.screens.safekeeping.closing_page import ClosingPage

            return ClosingPage(desk)
        case _:
            from ui.screens.safekeeping.keyring_page import KeyringPage

            return KeyringPage(desk)
