"""The house: one window that goes from the gate to the places and back to a locked gate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.model.progress import Progress
from ui.alive import alive
from ui.gate.gate import Gate
from ui.gate.known import KnownVaults
from ui.gate.porch import Porch
from ui.jobs import Jobs, Lanes
from ui.later import later
from ui.parts import Parts
from ui.pocket import Host, Pocket
from ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.library import Library
    from facilitator.vault.opening import Opened, Opening
    from ui.autolock import AutoLock
    from ui.emergency import WhereWeAre
    from ui.gate.introduction import Introduction
    from ui.gate.page import GatePage
    from ui.opened import OpenVault
    from ui.room.keeper import RoomKeeper
    from ui.shell import Shell


_FIRST_MS = 20  # how long the first picture may take
_PATIENCE_MS = 10_000  # how long the end waits for a vault that is being opened


class House(QObject):
    """Moves between gate and places. With `parts.restart`, a lock ends in a fresh process; without, in a new gate."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.window = Window(parts.theme)
        self.gate: Gate | None = None
        self.opened: OpenVault | None = None
        self.lanes: Lanes | None = None
        self._library: Library | None = None
        self._known = KnownVaults(parts.settings, lambda: parts.home)
        self._leaving = False
        self._idle: AutoLock | None = None
        self._sheet_used = False
        self._room: RoomKeeper | None = None
        self.pocket = Pocket(parts, self._host, lambda: self.library, self._where, self._moments)
        self.window.closing.connect(self.quit)
        parts.crash.fell.connect(lambda told: self.window.crashed(told))

    # ------------------------------------------------------------ the gate
    def show_gate(self, folder: Path | None = None) -> None:
        """Show the locked screen, with a vault chosen."""
        parts = self.parts
        lanes = self.lanes = Lanes()
        jobs: Jobs[Opening] = Jobs(self._opening, lanes=lanes, parent=self)
        jobs.broke.connect(parts.crash.catch)
        porch = Porch(parts, jobs=jobs, known=self._known, sample=self._sample, discard=_discard,
                      speak=self._speak_at_gate)
        gate = Gate(porch, folder, self.window)
        gate.emergency.connect(self.emergency)
        gate.opened.connect(lambda state: self._arrived(state))
        gate.waits.connect(lambda: self._expect(gate))
        gate.arrived.connect(lambda page: self._watch(gate, page))
        gate.rested.connect(self._rested)
        self.gate, self.opened = gate, None
        self.pocket.forget()
        self.window.put(gate)
        self.window.unblank()
        later(gate, _FIRST_MS, lambda: self._after_first_picture(gate))

    def _after_first_picture(self, gate: Gate) -> None:
        """What would only slow the first picture down: reading the disk, following the focus, listening for keys."""
        from ui.keys import bind
        from ui.widgets import FocusRing

        if gate is not self.gate:  # a key that two gates heard would do nothing at all
            return
        gate.ring = FocusRing(self.parts.theme, gate, self.parts.app)
        bind(gate, {
            "Ctrl++": lambda: self._zoom(1), "Ctrl+=": lambda: self._zoom(1), "Ctrl+-": lambda: self._zoom(-1),
            "Ctrl+0": lambda: self._zoom(0), "Ctrl+L": self.lock, "F12": self.lock, "Ctrl+9": self.emergency,
            "F8": self._turn_room, "Ctrl+R": self._turn_room,
        })  # fmt: skip

    def _expect(self, gate: Gate) -> None:
        """Somebody is about to come in."""
        from ui.ahead import load_ahead

        later(gate, _FIRST_MS, lambda: load_ahead(gate))
        later(gate, _FIRST_MS, lambda: self._watch_idle(gate) if gate.busy else None)

    def _watch(self, gate: Gate, page: GatePage) -> None:
        """Past the first page somebody may have typed a code, and gone away: as an open vault, it is not left so."""
        if page.first:
            self._unwatch()
        elif gate is self.gate:
            self._watch_idle(gate)

    def _watch_idle(self, gate: Gate) -> None:
        """Shut the gate where nobody touches it for long, or where the laptop slept, once."""
        from ui.autolock import MOST_MINUTES, AutoLock, Countdown

        if gate is self.gate and self.opened is None:
            self._unwatch()
            idle = self._idle = AutoLock(MOST_MINUTES, self.lock, parent=gate)
            idle.destroyed.connect(Countdown(self.parts.theme, idle, gate).deleteLater)
            idle.watch(self.parts.app)

    def _unwatch(self) -> None:
        idle, self._idle = self._idle, None
        if idle is not None and alive(idle):
            idle.stop()
            idle.deleteLater()

    def _opening(self) -> Opening:
        from facilitator.vault.device import DeviceKeys, DeviceMarks
        from facilitator.vault.keys import STANDARD
        from facilitator.vault.opening import Opening
        from facilitator.vault.rollback import SeenInSettings

        parts = self.parts
        return Opening(parts.clock, parts.home, seen=SeenInSettings(parts.settings), cost=parts.cost,
                       raise_to=None if parts.cost is not None else STANDARD,
                       device=parts.device or DeviceKeys(), marks=DeviceMarks(parts.settings))

    def _sample(self, opening: Opening, progress: Progress) -> None:
        from ui.sample import open_sample

        open_sample(opening, self.parts.clock, self.library, progress)

    @property
    def library(self) -> Library:
        """The shipped content in the language and for the country of this laptop."""
        from facilitator.library import Library

        country, language = self.parts.settings.text("country"), self.parts.settings.text("language")
        known = self._library
        if known is None or (known.country, known.language) != (country, language):
            known = self._library = Library(country=country, language=language)
        return known

    def _zoom(self, steps: int) -> None:
        from ui.keys import next_zoom
        from ui.widgets.tabbing import keep_focus_in_sight

        settings = self.parts.settings
        settings.set("zoom", next_zoom(settings.number("zoom"), steps))
        keep_focus_in_sight()
        self.parts.theme.use(self.parts.app, zoom=settings.number("zoom") / 100)

    # ------------------------------------------------------------ the room
    @property
    def room(self) -> RoomKeeper:
        """Who keeps the room view; it outlives a lock."""
        if self._room is None:
            from ui.room.keeper import RoomKeeper

            parts = self.parts
            self._room = RoomKeeper(
                parts.theme, parts.clock, parts.app, self.window, veil=self._veil, locked=self.lock,
                still=lambda: bool(parts.settings.get("less_motion")),
            )  # fmt: skip
        return self._room

    def take_over_room(self, number: int) -> None:
        """Show the room as the process before this one left it; it was handed on in the file of this number."""
        from facilitator.model.room import unpacked
        from ui.room.handing import received

        state = unpacked(received(number))
        if state is not None:
            self.room.restore(state)

    def raise_room(self) -> None:
        """Keep the room over the locked screen, where both are on one display."""
        if self._room is not None:
            self._room.raise_again()

    def _turn_room(self) -> None:
        """While the vault is locked a circle's room can be turned to and fro all the same."""
        if self._room is not None and self._room.state is not None:
            self._room.turn()

    def _veil(self) -> None:
        if self.opened is not None and self.opened.shell is not None:
            self.opened.shell.veil()

    # ------------------------------------------------------------ in
    def _arrived(self, state: Opened) -> None:
        from ui.gate.introduction import introduction
        from ui.opened import OpenVault

        if self.lanes is None:
            return
        vault = state.vault
        opened = self.opened = OpenVault(self.parts, self.window, self.lanes, vault, self.library, self.room)
        opened.ended.connect(self._ended)
        self._unwatch()
        if not vault.sample:
            self._known.opened(vault.folder, self.parts.clock.today())
        if self._leaving or (self.gate is not None and self.gate.shuts):  # somebody locked while it was being opened
            opened.leaving = self._leaving
            opened.lock()
            return
        if self.gate is not None:
            opened.jobs.ask(self.gate, introduction, self._introduced)

    def _introduced(self, known: Introduction) -> None:
        """Ask on the gate's own page who it is, where the vault does not know; then go in."""
        from ui.gate.introduction import first_page

        if known.me is not None:
            self._enter(known)
        elif self.gate is not None and self.opened is not None:
            page = first_page(self.gate.porch, self.opened.jobs, self.library, known)
            page.finished.connect(lambda: self._enter(known))
            self.gate.put(page)

    def _enter(self, known: Introduction) -> None:
        if self.opened is None:
            return
        opened, self._sheet_used = self.opened, known.sheet_used
        if self.gate is not None and self.gate.page is not None:
            self.gate.page.leave()
        reading = self.pocket.out
        self.gate = None
        self._furnish(opened)
        opened.spoken.connect(self._speak)
        opened.begin()
        if reading:  # whoever reads the emergency card goes on reading it
            self.pocket.take_out()

    def _furnish(self, opened: OpenVault) -> Shell:
        """Put the places and the strips above them into the window."""
        from ui.strips import DraftStrip, SheetStrip, strips_for

        theme = self.parts.theme
        shell = opened.enter()
        shell.emergency.connect(self.emergency)
        strips = [*strips_for(theme, opened.vault, shell.go), DraftStrip(theme, opened.drafting, shell.go)]
        if self._sheet_used:
            sheet = SheetStrip(theme, opened.vault, shell.go)
            opened.jobs.changed.connect(sheet.heard)
            strips.insert(0, sheet)
        self.pocket.forget()
        self.window.put(shell, *strips)
        return shell

    def _speak(self) -> None:
        """Build the places again, in another language; what was half typed waits in its form."""
        from ui.go import Go

        if self.opened is not None:
            self._furnish(self.opened).go(Go("settings", "language"))

    def _speak_at_gate(self, language: str) -> None:
        from ui.speech import speak

        self.parts.settings.set("language", language)
        speak(self.parts.app, language)
        self.end()
        self.show_gate()

    # ------------------------------------------------------------ the emergency card
    def emergency(self) -> None:
        """Take the emergency card out, or put it back."""
        self.pocket.turn()

    def _host(self) -> Host | None:
        return self.gate or (self.opened.shell if self.opened is not None else None)

    def _moments(self) -> Callable[[], None] | None:
        """The way to the cards for hard moments, where a vault is open."""
        from ui.go import Go

        shell = self.opened.shell if self.opened is not None else None
        return None if shell is None else lambda: shell.go(Go("tonight", ("moments",)))

    def _where(self) -> WhereWeAre:
        from ui.emergency import NOWHERE

        return self.opened.where if self.opened is not None else NOWHERE

    # ------------------------------------------------------------ out
    def lock(self) -> None:
        """Lock what is open, or is about to be."""
        if self.opened is not None:
            self.opened.lock()
        elif self.gate is not None:
            self.gate.shut()

    def quit(self) -> None:
        """Close for good, sealing first what is open."""
        self._leaving = True
        if self.opened is not None:
            self.opened.leaving = True
            self.opened.lock()
        elif self.gate is not None and self.gate.shut():  # a vault may be about to open: it is sealed again first
            self.window.blank()
            later(self.gate, _PATIENCE_MS, self._leave)
        else:
            self._leave()

    def _rested(self) -> None:
        if self._leaving:
            self._leave()
        elif self.gate is not None and self.gate.page is not None:
            self._watch(self.gate, self.gate.page)

    def _ended(self, sealed: bool) -> None:
        opened = self.opened
        if opened is None:
            return
        try:
            self._go_on(opened, sealed)
        except Exception:  # no process that knows names stays behind the cloth
            self._leave()
            raise

    def _go_on(self, opened: OpenVault, sealed: bool) -> None:
        reading = self.pocket.out
        folder: Path | None = opened.folder
        if opened.vault.sample:
            _discard(opened.folder)
            self.room.end()
            folder = None
        elif opened.vault.ended:  # not asked of the disk: a stick that was pulled is none, and may not even answer
            self._known.forget(opened.folder)
            folder = None
        if self._leaving:
            self._leave()
        elif self.parts.restart is not None:
            try:
                self.parts.restart(folder, self.window.place, reading, self._room_state())
            except OSError:  # the program was replaced or taken away meanwhile: better none than one that knows names
                self._leave()
        else:
            if sealed:
                opened.dispose()
            self.show_gate(folder)
            opened.deleteLater()
            if reading:
                self.pocket.take_out()

    def _room_state(self) -> bytes:
        """The room for the process that takes over; nothing where no circle is under way."""
        if self._room is None or self._room.state is None:
            return b""
        from facilitator.model.room import packed

        return packed(self._room.state)

    def end(self) -> None:
        """End the gate's threads, where the process lives on."""
        if self.opened is None and self.gate is not None:
            self.gate.porch.jobs.stop()

    def _leave(self) -> None:
        self.parts.clipboard.clear()
        if self._room is not None:
            self._room.end()
        self.window.shut()
        self.parts.app.quit()


def _discard(folder: Path) -> None:
    from ui.sample import throw_away

    throw_away(folder)
