"""The whole front of the house in one process: real window, gate and vault; only the person is made up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator import vault
from facilitator.settings import DeviceSettings
from facilitator.vault.keys import KdfCost
from facilitator.workspace import Workspace
from tests.make import FakeClock
from ui.crash import CrashNet
from ui.dialogs import Chosen, FileKind
from ui.gate.page import GatePage
from ui.house import House
from ui.parts import Parts
from ui.printing import PrintJob, Tray
from ui.room.window import RoomWindow
from ui.safety import Clipboard
from ui.theme import Theme
from ui.window import Window

CHEAP = KdfCost(64, 1, 4)
WORDS = "cedar lantern quilt harbor violet"
Page = TypeVar("Page", bound=GatePage)


class FakeDialogs:
    """Answers at once with the paths it was given, in turn; with none left, the person changed their mind."""

    def __init__(self) -> None:
        self.answers: list[Path] = []
        self.asked: list[str] = []
        self.start: Path | None = None

    def _answer(self, title: str, then: Chosen) -> None:
        self.asked.append(title)
        if self.answers:
            then(self.answers.pop(0))

    def open_file(self, parent: QWidget, title: str, kinds: Sequence[FileKind], then: Chosen,
                  start: Path | None = None) -> None:  # fmt: skip
        """Answer."""
        self.start = start
        self._answer(title, then)

    def save_file(self, parent: QWidget, title: str, name: str, kinds: Sequence[FileKind], then: Chosen) -> None:
        """Answer."""
        self._answer(title, then)

    def choose_folder(self, parent: QWidget, title: str, then: Chosen, start: Path | None = None) -> None:
        """Answer."""
        self._answer(title, then)


@dataclass
class FakePrinter:
    """Takes every job."""

    jobs: list[PrintJob] = field(default_factory=list)

    def names(self) -> tuple[str, ...]:
        """One printer."""
        return ("Hall printer",)

    def trays(self, printer: str) -> tuple[Tray, ...]:
        """No choice."""
        return ()

    def send(self, job: PrintJob) -> None:
        """Take it."""
        self.jobs.append(job)


class Strays(QObject):
    """Notes parts that were shown before they had a parent: on a real screen they flash up as windows of their own."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.seen: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            kinds = (Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.Dialog)
            if not isinstance(watched, Window | RoomWindow) and watched.windowType() not in kinds:
                self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@dataclass
class Front:
    """A house in a test, with hands to use it."""

    qtbot: QtBot
    house: House
    dialogs: FakeDialogs
    printer: FakePrinter
    clock: FakeClock
    home: Path
    settings: DeviceSettings
    strays: Strays

    @property
    def window(self) -> QWidget:
        """The one window."""
        return self.house.window

    def page(self, kind: type[Page]) -> Page:
        """Wait for a page of the gate, at rest."""
        def there() -> bool:
            gate = self.house.gate
            return gate is not None and isinstance(gate.page, kind) and not gate.page.property("waiting")

        self.until(there)
        gate = self.house.gate
        assert gate is not None and isinstance(gate.page, kind)
        return gate.page

    def until(self, true: Callable[[], Any]) -> None:
        """Wait for something."""
        self.qtbot.waitUntil(lambda: bool(true()), timeout=10_000)

    def inside(self) -> Workspace:
        """Wait until the places are shown; the open workspace, for a look from the vault's own thread."""
        self.until(lambda: self.house.opened is not None and self.house.gate is None)
        assert self.house.opened is not None
        return self.ask(lambda workspace: workspace)

    def ask(self, question: Callable[[Workspace], Any]) -> Any:
        """The answer to a question, asked as a screen asks it."""
        assert self.house.opened is not None
        answers: list[Any] = []
        self.house.opened.jobs.ask(self.window, question, answers.append)
        self.until(lambda: answers)
        return answers[0]

    def locked(self) -> GatePage:
        """Wait until the gate is back, and hears keys."""
        self.until(lambda: self.house.opened is None and self.house.gate is not None and self.house.gate.ring)
        assert self.house.gate is not None and self.house.gate.page is not None
        return self.house.gate.page

    def focus(self) -> QWidget:
        """What has the focus in the window."""
        widget = self.window.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(self.focus(), key, modifier)

    def type(self, words: str) -> None:
        """Type where the focus is, also when a field hands it on."""
        for letter in words:
            self.qtbot.keyClicks(self.focus(), letter)

    def tab_to(self, widget: QWidget) -> None:
        """Go to a control with Tab alone, as somebody without a mouse does."""
        for _step in range(60):
            if self.focus() is widget or self.focus().focusProxy() is widget:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {widget.accessibleName()}, is at {self.focus().accessibleName()}")


def a_front(qtbot: QtBot, app: QApplication, theme: Theme, folder: Path, *, clock: FakeClock | None = None) -> Front:
    """A house at its gate, in a folder of its own; a lock comes back to a gate in the same process."""
    home = folder / "Documents"
    home.mkdir(exist_ok=True)
    settings, dialogs, printer = DeviceSettings(folder / "settings.json"), FakeDialogs(), FakePrinter()
    clock = clock or FakeClock()
    house = House(
        Parts(
            app=app, theme=theme, settings=settings, clock=clock, clipboard=Clipboard(), crash=CrashNet(),
            dialogs=dialogs, printer=lambda: printer, home=home, cost=lambda: CHEAP,
        )
    )  # fmt: skip
    front = Front(qtbot, house, dialogs, printer, clock, home, settings, Strays(app))
    house.show_gate()
    house.window.stand()
    house.window.activateWindow()
    qtbot.waitExposed(house.window)
    return front


def unlock(front: Front) -> None:
    """Type the words at the gate, as after a lock."""
    from ui.gate.unlock import UnlockPage

    page = front.page(UnlockPage)
    page.words.edit.setFocus()
    front.type(WORDS)
    front.press(Qt.Key.Key_Return)
    front.inside()


def close(front: Front) -> None:
    """Lock and close, so that no thread is left behind."""
    house = front.house
    if house.opened is not None:
        house.lock()
        front.locked()
    house.end()
    front.qtbot.wait(1)
    QApplication.instance().removeEventFilter(front.strays)  # type: ignore[union-attr]
    assert front.strays.seen == []
    house.window.shut()
    house.window.deleteLater()
    front.qtbot.wait(1)


def a_vault(folder: Path, clock: FakeClock, words: str = WORDS) -> Path:
    """A vault that is there already, with a facilitator whose key it is."""
    unlocked = vault.create(folder, words, clock, kdf=CHEAP)
    from facilitator.library import Library

    Workspace(unlocked, clock, Library()).facilitators.add("Ruth", unlocked.holder)
    unlocked.close()
    return folder
