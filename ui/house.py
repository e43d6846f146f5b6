"""The house: one window that goes from the gate to the places and back to a locked gate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.model.progress import Progress
from facilitator.vault.opening import Opened, Opening
from facilitator.vault.rollback import SeenInSettings
from ui.gate.gate import Gate
from ui.gate.known import KnownVaults
from ui.gate.porch import Porch
from ui.jobs import Jobs, Lanes
from ui.parts import Parts
from ui.widgets import FocusRing
from ui.window import Window

if TYPE_CHECKING:
    from facilitator.library import Library
    from ui.opened import OpenVault


class House(QObject):
    """Moves between gate and places. With `parts.restart`, a lock ends in a fresh process; without, in a new gate."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.window = Window(parts.theme)
        self.gate: Gate | None = None
        self.opened: OpenVault | None = None
        self._lanes: Lanes | None = None
        self._library: Library | None = None
        self._known = KnownVaults(parts.settings, parts.home)
        self._leaving = False
        self.window.closing.connect(self.quit)
        parts.crash.fell.connect(lambda told: self.window.crashed(told))

    # ------------------------------------------------------------ the gate
    def show_gate(self, folder: Path | None = None) -> None:
        """Show the locked screen, with a vault chosen."""
        parts = self.parts
        lanes = self._lanes = Lanes()
        jobs: Jobs[Opening] = Jobs(self._opening, lanes=lanes, parent=self)
        jobs.broke.connect(parts.crash.catch)
        porch = Porch(
            theme=parts.theme, jobs=jobs, known=self._known, clock=parts.clock, dialogs=parts.dialogs,
            home=parts.home, sample=self._sample,
        )  # fmt: skip
        gate = Gate(porch, folder)
        gate.ring = FocusRing(parts.theme, gate, parts.app)
        gate.opened.connect(self._arrived)
        self.gate, self.opened = gate, None
        self.window.put(gate)
        self.window.unblank()

    def _opening(self) -> Opening:
        parts = self.parts
        return Opening(parts.clock, parts.home, seen=SeenInSettings(parts.settings), cost=parts.cost)

    def _sample(self, opening: Opening, progress: Progress) -> None:
        from ui.sample import open_sample

        open_sample(opening, self.parts.clock, self.library, progress)

    @property
    def library(self) -> Library:
        """The shipped content in the language and for the country of this laptop."""
        from facilitator.library import Library

        country = self.parts.settings.text("country")
        if self._library is None or self._library.country != country:
            self._library = Library(country=country)
        return self._library

    # ------------------------------------------------------------ in
    def _arrived(self, state: Opened) -> None:
        from ui.opened import OpenVault

        if self._lanes is None:
            return
        vault = state.vault
        opened = self.opened = OpenVault(self.parts, self.window, self._lanes, vault, self.library)
        opened.ended.connect(self._ended)
        if not vault.sample:
            self._known.opened(vault.folder, self.parts.clock.today())
        self._enter()

    def _enter(self) -> None:
        if self.opened is None:
            return
        shell = self.opened.enter()
        strips = []
        if self.opened.vault.sample:
            from ui.strip import SampleStrip

            strips.append(SampleStrip(self.parts.theme))
        self.window.put(shell, *strips)
        self.gate = None
        self.opened.begin()

    # ------------------------------------------------------------ out
    def lock(self) -> None:
        """Lock what is open."""
        if self.opened is not None:
            self.opened.lock()

    def quit(self) -> None:
        """Close for good, sealing first what is open."""
        self._leaving = True
        if self.opened is not None:
            self.opened.lock()
        else:
            self._leave()

    def _ended(self, sealed: bool) -> None:
        opened = self.opened
        if opened is None:
            return
        folder: Path | None = opened.folder
        if opened.vault.sample:
            from ui.sample import throw_away

            throw_away(opened.folder)
            folder = None
        if self._leaving:
            self._leave()
        elif self.parts.restart is not None:
            self.parts.restart(folder, self.window.place)
        else:
            if sealed:
                opened.dispose()
            self.show_gate(folder)
            opened.deleteLater()

    def _leave(self) -> None:
        self.parts.clipboard.clear()
        self.window.shut()
        self.parts.app.quit()
