"""Run as a program: the real app, driven up to a circle whose room is in sight; locks, or dies, when told to.

Says "open" once the room shows the third clause, then waits for a line on stdin: "lock", or "die" for a crash.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest

from ui import app as front
from ui.gate.unlock import UnlockPage
from ui.house import House

FOLDER, WORDS, PLACE = sys.argv[1:4]
PATIENCE_MS = 20


class Hand(QObject):
    """Does what a person would, step by step."""

    told = Signal()

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house = house
        self.told.connect(house.lock)
        self.when(lambda: house.gate is not None and isinstance(house.gate.page, UnlockPage), self.unlock)

    def when(self, true: Callable[[], bool], then: Callable[[], None]) -> None:
        """Go on as soon as something is so."""
        if true():
            then()
        else:
            QTimer.singleShot(PATIENCE_MS, self, lambda: self.when(true, then))

    def unlock(self) -> None:
        """Type the words."""
        assert self.house.gate is not None and isinstance(self.house.gate.page, UnlockPage)
        self.house.gate.page.words.set_text(WORDS)
        self.house.gate.page.unlock_button.click()
        self.when(lambda: self.house.opened is not None and self.house.gate is None, self.begin)

    def begin(self) -> None:
        """The circle begins, if it has not; the room is shown."""
        opened = self.house.opened
        assert opened is not None
        self.when(lambda: opened.feed.fed is not None, self.go_on)

    def go_on(self) -> None:
        """Begin, or see where it goes on."""
        opened = self.house.opened
        assert opened is not None and opened.feed.fed is not None
        if opened.feed.sitting:
            print("again", self.where(), flush=True)
            self.wait()
            return
        session = opened.feed.fed.session
        opened.jobs.do(self, lambda w: w.runs.begin(session), lambda change: opened.feed.turn())
        self.when(lambda: self.house.room.shown and opened.feed.sitting, self.read)

    def read(self) -> None:
        """Three clauses on."""
        assert self.house.room.window is not None
        for _clause in range(3):
            QTest.keyClick(self.house.room.window, Qt.Key.Key_PageDown)
        print("open", self.where(), flush=True)
        self.wait()

    def where(self) -> str:
        """The clause the circle is at, and whether the room is seen."""
        state = self.house.room.state
        at = None if state is None or state.reading is None else state.reading.at
        return f"{at} {self.house.room.shown}"

    def wait(self) -> None:
        """For what is said on stdin."""
        opened = self.house.opened
        assert opened is not None

        def listen() -> None:
            line = sys.stdin.readline().strip()
            if line == "lock":
                self.told.emit()
            elif line == "die":
                os.kill(os.getpid(), signal.SIGKILL)

        opened.drafting.autosave()
        opened.drafting.settle()
        threading.Thread(target=listen, daemon=True).start()


class DrivenHouse(House):
    """The real house, with a hand in it."""

    def show_gate(self, *arguments: object) -> None:
        """Begin to drive."""
        super().show_gate(*arguments)  # type: ignore[arg-type]
        self.hand = Hand(self)


front.House = DrivenHouse  # type: ignore[attr-defined]
sys.exit(front.run(["--locked", FOLDER, *([f"--place={PLACE}"] if PLACE else [])]))
