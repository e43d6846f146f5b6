"""The real window on a stage: sample vault, a set clock, nobody's settings, and waiting until it has come to rest."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.paths import resources
from facilitator.settings import DeviceSettings
from facilitator.vault.keys import KdfCost
from facilitator.workspace import Workspace
from ui.crash import CrashNet
from ui.dialogs import Chosen, FileKind
from ui.house import House
from ui.parts import Parts
from ui.printing import PrintJob, Tray
from ui.safety import Clipboard
from ui.speech import speak
from ui.theme import LIGHT, Theme, Tokens, load_fonts
from ui.tidy import Tidy

T = TypeVar("T")

EVENING = datetime(2026, 11, 19, 17, 50)
"""A Thursday, an hour before the circle."""

CHEAP = KdfCost(64, 1, 1)
REST_MS = 60
LOOK_EVERY_MS = 1
PATIENCE_MS = 20_000


class SetClock:
    """Stands at one evening, so that pictures can be compared; local time is UTC."""

    def now(self) -> datetime:
        """The evening."""
        return EVENING

    def now_ms(self) -> int:
        """The evening in milliseconds UTC."""
        return int(EVENING.replace(tzinfo=UTC).timestamp() * 1000)

    def today(self) -> date:
        """The day of it."""
        return EVENING.date()


class NoDialogs:
    """Nobody is there to answer."""

    def open_file(self, parent: QWidget, title: str, kinds: Sequence[FileKind], then: Chosen,
                  start: Path | None = None) -> None:  # fmt: skip
        """Nothing is chosen."""

    def save_file(self, parent: QWidget, title: str, name: str, kinds: Sequence[FileKind], then: Chosen) -> None:
        """Nothing is chosen."""

    def choose_folder(self, parent: QWidget, title: str, then: Chosen, start: Path | None = None) -> None:
        """Nothing is chosen."""


class PaperPrinter:
    """A printer that is there but takes nothing."""

    def names(self) -> tuple[str, ...]:
        """One printer."""
        return ("Office",)

    def trays(self, printer: str) -> tuple[Tray, ...]:
        """No choice."""
        return ()

    def send(self, job: PrintJob) -> None:
        """Nothing is printed."""


class Stage:
    """One window at 1366 × 768 in a language; `house` is what a person would have before them."""

    def __init__(self, app: QApplication, home: Path, language: str) -> None:
        speak(app, language)
        self.app = app
        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        self.theme = Theme(LIGHT)
        self.theme.apply(app)
        self._crash = CrashNet()
        settings = DeviceSettings(home / "settings.json")
        settings.set("language", language)
        self.house = House(
            Parts(
                app=app,
                theme=self.theme,
                settings=settings,
                clock=SetClock(),
                clipboard=Clipboard(),
                crash=self._crash,
                dialogs=NoDialogs(),
                printer=PaperPrinter,
                home=home,
                cost=lambda: CHEAP,
            )
        )
        self._crash.fell.connect(lambda told: print(f"  broke: {told}", flush=True))
        self.house.window.resize(1366, 768)

    def show_gate(self, folder: Path | None = None) -> None:
        """Stand before the locked screen."""
        self.house.show_gate(folder)
        self.house.window.show()
        self.rest()

    def look(self, tokens: Tokens, zoom: float) -> None:
        """Change the colours and the zoom."""
        self.theme.use(self.app, tokens=tokens, zoom=zoom)
        self.rest()

    def rest(self) -> None:
        """Let everything that was asked be answered, laid out and painted."""
        for _round in range(4):
            self._wait_for(self._lanes())
            still = QElapsedTimer()
            still.start()
            self.until(lambda still=still: still.elapsed() >= REST_MS / 4)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def ask(self, question: Callable[[Workspace], T]) -> T:
        """Put a question to the open vault, and wait for its answer."""
        if self.house.opened is None:
            raise LookupError("no vault is open")
        answers: list[T] = []
        self.house.opened.jobs.ask(self.house.window, question, answers.append)
        self.until(lambda: bool(answers))
        return answers[0]

    def settle(self) -> None:
        """Let what was asked of the vault be answered and shown; wait for nothing else."""
        self._wait_for(self._lanes()[:1])
        self.app.processEvents()

    def _wait_for(self, lanes: Sequence[ThreadPoolExecutor]) -> None:
        for lane in lanes:
            with suppress(RuntimeError):  # its vault is being locked, and it takes nothing more
                self.until(lane.submit(lambda: None).done)

    def until(self, done: Callable[[], bool]) -> None:
        """Let the window run until something is so; where it has nothing to do it sleeps, as it does for people."""
        waited = QElapsedTimer()
        waited.start()
        look = QTimer()
        look.start(LOOK_EVERY_MS)
        while not done():
            if waited.elapsed() > PATIENCE_MS:
                raise TimeoutError("the window did not come to rest")
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def _lanes(self) -> tuple[ThreadPoolExecutor, ...]:
        lanes = self.house.lanes
        return () if lanes is None else (lanes.vault, lanes.paper)

    def close(self) -> None:
        """Seal what is open and put the window away."""
        self.house.quit()
        self.until(lambda: not self.house.window.isVisible())
        self.house.end()
        self.house.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def application() -> QApplication:
    """The application off any screen, with our fonts."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # the platform without a screen is chatty
    app = QApplication(["shots"])
    app.setQuitOnLastWindowClosed(False)
    app.setCursorFlashTime(0)
    Tidy(app)
    load_fonts(resources() / "fonts")
    return app
