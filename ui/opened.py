"""An open vault on screen: its jobs, its places, what watches over it, and the way back to a sealed folder."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.workspace import Workspace
from ui.autolock import MOST_MINUTES, AutoLock, Countdown
from ui.copying import Copying
from ui.desk import Desk
from ui.desktop import desktop
from ui.drafting import Drafting
from ui.emergency import NOWHERE, WhereWeAre, where_we_are
from ui.go import Go
from ui.jobs import Jobs, Lanes
from ui.later import later
from ui.parts import Parts
from ui.room.feed import RoomFeed
from ui.room.keeper import RoomKeeper
from ui.screen import Screen
from ui.screens import SCREENS
from ui.shell import Shell
from ui.widgets.tabbing import keep_focus_in_sight
from ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.library import Library
    from facilitator.vault.unlocked import UnlockedVault
    from ui.finding import Finding

_WHERE = frozenset({"organisation", "venues", "groups", "sessions"})  # areas the emergency card shows something of
_SHOWN_MS = 50  # how long the first place may take, before the emergency card learns where we are
PATIENCE_MS = 10_000
"""How long a lock waits for the vault to be sealed; then it goes on, and the next opening looks everything over."""


class OpenVault(QObject):
    """One opened vault, from unlock to lock. `ended` fires once: whether it could be sealed."""

    ended = Signal(bool)
    spoken = Signal()
    """Everything is to be built again, in the language that is in force now."""
    _sealed = Signal()

    def __init__(
        self, parts: Parts, window: Window, lanes: Lanes, vault: UnlockedVault, library: Library, room: RoomKeeper
    ) -> None:
        super().__init__(window)
        self.vault = vault
        self._parts, self._window, self._lanes, self._library = parts, window, lanes, library
        self._finding: Finding | None = None
        self._locking, self._over = False, False
        self.leaving = False
        """Whether the program ends with the lock, and no fresh process takes over."""
        self.jobs: Jobs[Workspace] = Jobs(
            lambda: Workspace(vault, parts.clock, library),
            interrupt=Workspace.interrupt,
            close=_close,
            lanes=lanes,
            parent=self,
        )
        self.drafting = Drafting(self)
        self.drafting.broke.connect(parts.crash.catch)
        self.drafting.start(vault.drafts)
        self.autolock = AutoLock(parts.settings.number("idle_minutes"), self.lock, parent=self)
        self.countdown = Countdown(parts.theme, self.autolock, window)
        self.autolock.watch(parts.app)
        self.room = room
        self.feed = RoomFeed(room, self.jobs, parts.clock, window, self.drafting)
        self.feed.going.connect(self._sit)
        room.offered.connect(self._offer_display)
        self.copying = Copying(self.jobs, self.autolock, parts.settings, self)
        self.desktop = desktop(lambda _why: self.lock(), self)
        later(self, 0, self.desktop.listen)
        self.shell: Shell | None = None
        self.where = NOWHERE
        self._sealed.connect(self._end)
        self.jobs.broke.connect(parts.crash.catch)
        self.jobs.changed.connect(self._look_where)

    @property
    def folder(self) -> Path:
        """The vault's folder."""
        return self.vault.folder

    # ------------------------------------------------------------ in
    def enter(self) -> Shell:
        """Build the places, and go to the first."""
        parts = self._parts
        shell = Shell(parts.theme, parts.app, SCREENS, self._make)
        self.shell = shell
        self.jobs.changed.connect(shell.changed)
        self.jobs.refused.connect(shell.refuse)
        self.drafting.failed.connect(shell.refuse)
        self.copying.refused.connect(shell.refuse)
        shell.undone.connect(lambda: self.jobs.do(shell, Workspace.undo))
        shell.locked.connect(self.lock)
        shell.hidden.connect(self.lock)
        shell.searched.connect(self._search)
        shell.turned.connect(self.feed.turn)
        shell.zoomed.connect(lambda zoom: parts.settings.set("zoom", zoom))
        return shell

    def begin(self) -> None:
        """Go to the first place, once the window shows it."""
        if self.shell is not None and SCREENS:
            self.shell.go(Go(SCREENS[0].place))
        later(self, _SHOWN_MS, lambda: self._look_where(Change(areas=_WHERE)))
        later(self, _SHOWN_MS, self.feed.read)

    def _look_where(self, change: Change) -> None:
        if change.touches(*_WHERE) and not self._locking:
            self.jobs.ask(self, where_we_are, self._know_where, key="where")

    def _know_where(self, where: WhereWeAre) -> None:
        self.where = where

    def _search(self) -> None:
        if self.shell is None:
            return
        if self._finding is None:
            from ui.finding import Finding
            from ui.finding_deeds import deeds

            self._finding = Finding(self._parts.theme, self.shell, self.jobs, SCREENS, self.shell.go,
                                    deeds(self.shell))
        self._finding.open()

    def _make(self, kind: type[Screen]) -> Screen:
        return kind(self.desk())

    def desk(self) -> Desk:
        """What screens work with."""
        parts, shell = self._parts, self.shell
        if shell is None:
            raise RuntimeError("no places yet")
        return Desk(
            theme=parts.theme,
            jobs=self.jobs,
            settings=parts.settings,
            clock=parts.clock,
            printer=parts.printer(),
            dialogs=parts.dialogs,
            drafting=self.drafting,
            go=shell.go,
            tell=shell.tell,
            refuse=shell.refuse,
            use=self._use,
            copy=parts.clipboard.copy,
            lock=self.lock,
            room=self.feed,
            device=parts.device,
        )

    def _use(self, key: str, value: str | int | bool) -> None:
        from ui.appearance import tokens_for

        parts = self._parts
        parts.settings.set(key, value)
        if key == "theme":
            parts.theme.use(parts.app, tokens=tokens_for(parts.settings.text("theme"), parts.app))
        elif key == "zoom":
            keep_focus_in_sight()
            parts.theme.use(parts.app, zoom=parts.settings.number("zoom") / 100)
        elif key == "idle_minutes":
            self._sit(self.feed.sitting)
        elif key == "language":
            self._speak(parts.settings.text("language"))

    def _speak(self, language: str) -> None:
        from ui.speech import speak

        parts = self._parts
        speak(parts.app, language)
        self.drafting.set_aside()
        self.countdown.deleteLater()
        self.countdown = Countdown(parts.theme, self.autolock, self._window)
        self._finding = None
        self.jobs.ask(self, lambda workspace: workspace.speak(language), lambda _nothing: self.spoken.emit())

    # ------------------------------------------------------------ the evening under way
    def _sit(self, going: bool) -> None:
        """While a circle sits nobody touches the laptop for long: it waits as long as it may before it locks."""
        self.autolock.set_minutes(MOST_MINUTES if going else self._parts.settings.number("idle_minutes"))

    def _offer_display(self) -> None:
        """A display was plugged in, or pulled: say what can be done, and do nothing unasked."""
        if self.shell is None or self.room.state is None or self._locking:
            return
        self.shell.tell(
            _("Another display is plugged in. F8 shows the room there.") if self.room.second is not None
            else _("The other display is gone. The evening goes on here. F8 turns this screen to the room.")
        )  # fmt: skip

    # ------------------------------------------------------------ out
    def lock(self) -> None:
        """Blank the window, keep what is half typed, break off what runs, seal the vault; then `ended`.

        It waits for nothing that can hang: no dialog, no job, no full disk stops it.
        """
        if self._locking:
            return
        self._locking = True
        steps: tuple[Callable[[], object], ...] = (
            lambda: self._window.blank(self.room.window), self.autolock.stop, self.feed.stop,
            self._parts.clipboard.clear, self.drafting.flush, self.jobs.interrupt,
        )  # fmt: skip
        for step in steps:
            try:
                step()
            except Exception as fault:  # a fault of ours costs neither what comes after it, nor the seal
                self._parts.crash.catch(fault)
        self._seal()

    def _seal(self) -> None:
        fresh = self._parts.restart is not None and not (self.leaving or self.vault.sample)
        self._lanes.vault.submit(_lock, self.vault, fresh).add_done_callback(lambda _future: self._sealed.emit())
        QTimer.singleShot(PATIENCE_MS, self, self._end)

    def dispose(self) -> None:
        """End the threads, after a lock; only where the process lives on."""
        self.drafting.stop()
        self.jobs.stop()

    def _end(self) -> None:
        if not self._over:
            self._over = True
            if self._parts.restart is None:
                self.desktop.let_go()  # else the fresh process lets go as it takes over, when no key is in memory
            self.ended.emit(self.vault.closed)


def _lock(vault: UnlockedVault, hand_over: bool) -> None:
    # A disk that takes nothing leaves an unclean close, which the next opening looks over.
    with suppress(UserError):
        vault.lock(hand_over=hand_over)


def _close(workspace: Workspace) -> None:
    with suppress(UserError):
        workspace.close()
