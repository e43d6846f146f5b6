"""The gate: the cover and, beside it, the page of the step one is at. It draws the state machine and nothing more."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from facilitator.model.progress import Cancelled, Progress
from ui.gate.cover import BigCover, GateCover, Strip
from ui.gate.known import Known
from ui.gate.page import LOOK_MS, Asked, GatePage
from ui.gate.pages import page_for
from ui.gate.porch import Porch
from ui.gate.unlock import UnlockPage
from ui.later import later

if TYPE_CHECKING:
    from facilitator.errors import UserError
    from facilitator.vault.opening import Opening, State
    from ui.gate.step import Step

LEAST_WIDTH, LEAST_HEIGHT = 1200, 640  # design px below which the cover lies along the top


class Gate(QWidget):
    """The locked screen. `opened` carries the state `Opened` once; `emergency` asks for the emergency card.

    `waits` fires when a step is taken that takes its time, such as to work out a key; `rested` when one ended and no
    vault is open.
    """

    opened = Signal(object)
    emergency = Signal()
    waits = Signal()
    rested = Signal()
    arrived = Signal(GatePage)  # the page now on screen

    def __init__(self, porch: Porch, folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.porch, self._folder = porch, folder
        self._state: State | None = None
        self._given_up = threading.Event()
        self.shuts = False
        """Whether somebody locked while a step ran: what it opens is to be locked at once."""
        self._covers: list[GateCover] = []
        self._frame = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.setSpacing(0)
        self.place = QWidget(self)
        self._column = QVBoxLayout(self.place)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._frame.addWidget(self.place, 1)
        self.page: GatePage | None = None
        self.ring: QWidget | None = None
        self._over: QWidget | None = None
        self._found = False
        self._show(self._state)
        if not isinstance(self.page, UnlockPage):
            later(self, LOOK_MS, self._look)
        porch.jobs.broke.connect(self._broke)
        porch.theme.changed.connect(self._measure)
        self._keep_least()

    @property
    def compact(self) -> bool:
        """Whether the cover lies along the top."""
        zoom = self.porch.theme.zoom
        return self.width() / zoom < LEAST_WIDTH or self.height() / zoom < LEAST_HEIGHT

    @property
    def busy(self) -> bool:
        """Whether a step is being taken."""
        return self.page is not None and bool(self.page.property("waiting"))

    def put(self, page: GatePage) -> None:
        """Show a page, in place of the one before."""
        if self.page is not None:
            self.page.leave()
            self._column.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.page = page
        page.asked.connect(self._step)
        page.cancelled.connect(self._give_up)
        self._column.addWidget(page)
        page.unroll()
        if self._over is not None:
            page.hide()
        elif self.isVisible():
            page.show()
            page.arrive()
            page.read_out()
        self.arrived.emit(page)

    def lay_over(self, page: QWidget) -> None:
        """Show a page over the step one is at, such as the emergency card; it is deleted once it is lifted."""
        self.lift()
        self._over = page
        if self.page is not None:
            self.page.hide()
        self._column.addWidget(page)
        page.show()

    def lift(self) -> None:
        """Take away what was laid over, and show the step again."""
        over, self._over = self._over, None
        if over is not None:
            self._column.removeWidget(over)
            over.hide()
            over.deleteLater()
            if self.page is not None:
                self.page.show()

    # ------------------------------------------------------------ locked here already
    def shut(self) -> bool:
        """Forget what was typed and found out on the way in, and begin anew; whether a step runs that must end first.

        Whoever locks here may have typed a recovery code, which opens the vault for the next one at the laptop.
        """
        page = self.page
        if page is None:
            return False
        if self.busy:
            self.shuts = True
            if page.may_cancel:
                self._give_up()
            return True
        page.leave()
        if not page.first:
            page.ask(lambda opening, progress: opening.welcome())
        return False

    # ------------------------------------------------------------ steps
    def _step(self, asked: Asked) -> None:
        page = self.page
        if page is None:
            return
        self.shuts = False
        given_up = self._given_up = threading.Event()
        page.wait(asked.saying, asked.cancel)
        if asked.saying:
            self.waits.emit()

        def work(opening: Opening, progress: Progress) -> Step:
            from ui.gate.step import step_unless

            def watch(done: int, total: int) -> None:
                if given_up.is_set():
                    raise Cancelled
                progress(done, total)

            before = opening.state
            with suppress(Cancelled):
                asked.command(opening, watch)
            return step_unless(given_up, opening, before, self.porch.discard)

        def again(opening: Opening) -> Step:
            from ui.gate.step import step_unless

            return step_unless(given_up, opening, self._state, self.porch.discard)

        def then(step: Step) -> None:
            if given_up.is_set() and step.vault_open:
                self.porch.jobs.ask(page, again, self._arrived)
            else:
                self._arrived(step)

        self.porch.jobs.long(page, work, then, progress=page.advance, refused=self._refused)

    def _give_up(self) -> None:
        self._given_up.set()

    def _arrived(self, step: Step) -> None:
        if self.page is not None:
            self.page.rest()
        if step.vault_open:
            self.opened.emit(step.state)
            return
        self._show(step.state)
        if self.shuts:
            self.shut()
        elif step.refused is not None and self.page is not None:
            self.page.refuse(step.refused)
        self.rested.emit()

    def _refused(self, error: UserError) -> None:
        if self.page is not None:
            self.page.rest()
            self.page.refuse(error)
        self.rested.emit()

    def _look(self) -> None:
        known = self.porch.known
        self.porch.jobs.ask(self, lambda opening: known.look(), self._looked, refused=lambda error: None)

    def _looked(self, found: Sequence[Known]) -> None:
        """A vault that lies where vaults usually do, though none was opened here before."""
        self._found = any(known.facts is not None and known.facts.refusal is None for known in found)
        if self._found and self._state is None and self.page is not None and not self.busy:
            self._show(self._state)

    def _broke(self, error: Exception) -> None:
        if self.page is not None:
            self.page.rest()
        self.rested.emit()

    def _show(self, state: State | None) -> None:
        self._state = state
        kind = page_for(state, bool(self._found or self._folder or self.porch.known.remembered()))
        if isinstance(self.page, kind):
            if state is not None:
                self.page.show_state(state)
            return
        page = kind(self.porch)
        if state is not None:
            page.show_state(state)
        if self._folder is not None:
            page.prefer(self._folder)
        self.put(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the emergency card back, also from the cover."""
        if event.key() == Qt.Key.Key_Escape and self._over is not None:
            self.emergency.emit()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ measures
    def showEvent(self, event: object) -> None:
        """Begin where one would begin."""
        if self.page is not None:
            self.page.arrive()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cover along the side or the top."""
        self._measure()

    def _measure(self) -> None:
        compact = self.compact
        across, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._frame.setDirection(under if compact else across)
        wanted: type[GateCover] = Strip if compact else BigCover
        if not any(isinstance(cover, wanted) for cover in self._covers):
            cover = wanted(self.porch.theme)
            cover.emergency.connect(self.emergency)
            self._covers.append(cover)
            self._frame.insertWidget(0, cover)
        for cover in self._covers:
            cover.setVisible(isinstance(cover, wanted))
        self._keep_least()

    def _keep_least(self) -> None:
        self.setMinimumSize(min(self.porch.theme.px(360), 720), min(self.porch.theme.px(320), 560))
