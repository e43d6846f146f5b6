"""Run as a program: the real app, driven from inside through the Print screen, with a mark before each thing it does.

Marks are looks at files that do not exist, which a trace of system calls sees. Its arguments: the vault, its words, a
folder to save into, and "careless" where a page shall be left lying about, to see that it is seen.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from tests.make import FakeClock
from tests.ui.evenings import THURSDAY
from tests.ui.front import FakeDialogs
from ui import app as front
from ui.gate.unlock import UnlockPage
from ui.go import Go
from ui.house import House
from ui.screens.print import PrintScreen

FOLDER, WORDS, ASKED = sys.argv[1:4]
CARELESS = "careless" in sys.argv
SECRET = "copper meadow lamp quietly saddle"
MARKS = "/no such folder of facilitator"
Until = Callable[[], bool]


def mark(what: str) -> None:
    """Says in the trace what is done from here on."""
    os.access(f"{MARKS}/{what}", os.F_OK)


class Hand(QObject):
    """Does what a person would, step by step; each step waits until something is so."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house, self.dialogs = house, FakeDialogs()
        house.parts.clock = FakeClock(THURSDAY)
        house.parts.dialogs = self.dialogs
        self._steps = self.steps()
        self.go_on(lambda: house.gate is not None and isinstance(house.gate.page, UnlockPage))

    def go_on(self, until: Until) -> None:
        """Take the next step as soon as something is so."""
        try:
            while until():
                until = next(self._steps)
        except Exception:  # or the window would say it calmly, and wait
            traceback.print_exc()
            os._exit(1)
        QTimer.singleShot(20, self, lambda: self.go_on(until))

    @property
    def screen(self) -> PrintScreen:
        """The Print screen."""
        assert self.house.opened is not None and self.house.opened.shell is not None
        [found] = self.house.opened.shell.findChildren(PrintScreen)
        return found

    def shown(self) -> bool:
        """Whether the page asked for is on screen, as a picture."""
        picture = self.screen.page.proof.picture.picture
        return self.screen.proofing.proof is not None and picture is not None and self.screen.page.proof.page >= 0

    def steps(self) -> Iterator[Until]:
        """All there is to do."""
        house = self.house
        assert house.gate is not None and isinstance(house.gate.page, UnlockPage)
        house.gate.page.words.set_text(WORDS)
        house.gate.page.unlock_button.click()
        yield lambda: house.opened is not None and house.opened.shell is not None and house.gate is None
        assert house.opened is not None and house.opened.shell is not None
        mark("preview")
        house.opened.shell.go(Go("print"))
        yield lambda: bool(house.opened and house.opened.shell and house.opened.shell.findChildren(PrintScreen))
        yield self.shown
        page = self.screen.page
        if CARELESS:
            assert self.screen.proofing.proof is not None
            with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
                file.write(self.screen.proofing.proof.pdf)
        for key in page.proof.strip.keys:
            page.pieces.chosen.emit(key)
            yield lambda key=key: page.proof.key == key and self.shown()
            page.proof.turn(1)
            yield self.shown
        page.pieces.piece_rows[-1].tick.click()
        yield self.shown
        for choice in (Go("print", ("sheet", "helplines")), Go("print", ("sheet", "sign-in"))):
            house.opened.shell.go(choice)
            yield lambda wanted=choice: self.shown() and page.proof.key[0] == wanted.show[1]
        mark("print")
        page.print_button.click()
        yield lambda: page.next_button.isVisible()
        page.more._take("page")
        yield lambda: not self.screen.handing.printing
        mark("save")
        house.opened.shell.go(Go("print", ("sheet", "helplines")))
        yield lambda: self.shown() and page.proof.key[0] == "helplines"
        open_file = Path(ASKED) / "open.pdf"
        self.dialogs.answers.append(open_file)
        page.save_button.click()
        yield open_file.exists
        self.screen._be_alone(False)
        yield lambda: self.shown() and len(page.proof.strip.keys) > 3
        locked = Path(ASKED) / "locked.pdf"
        self.dialogs.answers.append(locked)
        page.save_button.click()
        yield lambda: page.locking.isVisible()
        page.locking.words.set_text(SECRET)
        page.locking.save_button.click()
        yield locked.exists
        mark("end")
        print("done", flush=True)
        house.quit()
        yield lambda: False


class DrivenHouse(House):
    """The real house, with a hand in it."""

    def show_gate(self, *arguments: object) -> None:
        """Begin to drive."""
        super().show_gate(*arguments)  # type: ignore[arg-type]
        if not hasattr(self, "hand"):
            self.hand = Hand(self)


front.House = DrivenHouse  # type: ignore[misc]
sys.exit(front.run(["--locked", FOLDER]))
