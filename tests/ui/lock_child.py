"""Run as a program: the real app, driven from inside up to an open vault that shows a planted name; locks when told to.

Says "open" once the name is on screen, on the clipboard and half typed in a form, then waits for a line on stdin.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from facilitator.model.group import GroupDraft
from ui import app as front
from ui.gate.unlock import UnlockPage
from ui.house import House

FOLDER, WORDS, PLANTED = sys.argv[1:4]


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
            QTimer.singleShot(20, self, lambda: self.when(true, then))

    def unlock(self) -> None:
        """Type the words."""
        assert self.house.gate is not None and isinstance(self.house.gate.page, UnlockPage)
        self.house.gate.page.words.set_text(WORDS)
        self.house.gate.page.unlock_button.click()
        self.when(lambda: self.house.opened is not None and self.house.gate is None, self.plant)

    def plant(self) -> None:
        """Save the name, show it, half type it, copy it."""
        opened = self.house.opened
        assert opened is not None and opened.shell is not None
        edit = QLineEdit(PLANTED, opened.shell)
        edit.show()
        opened.drafting.register(
            edit, "tonight/planted", title=lambda: PLANTED, read=lambda: {"name": edit.text()}, restore=print
        )
        self.house.parts.clipboard.copy(PLANTED)
        opened.jobs.do(self, lambda w: w.groups.save(GroupDraft(name=PLANTED)), lambda change: self.ready())

    def ready(self) -> None:
        """Say so, and wait to be told to lock."""
        print("open", flush=True)
        threading.Thread(target=lambda: (sys.stdin.readline(), self.told.emit()), daemon=True).start()


class DrivenHouse(House):
    """The real house, with a hand in it."""

    def show_gate(self, *arguments: object) -> None:
        """Begin to drive."""
        super().show_gate(*arguments)  # type: ignore[arg-type]
        self.hand = Hand(self)


front.House = DrivenHouse  # type: ignore[misc]
sys.exit(front.run(["--locked", FOLDER]))
