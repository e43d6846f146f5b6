"""A window with the groups in it, over a real vault: real widgets, real store, a still clock and a fake file dialog."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator import sample, vault
from facilitator.library import Library
from facilitator.settings import DeviceSettings
from facilitator.vault import UnlockedVault
from facilitator.workspace import Workspace
from tests.core.vaults import WORDS, a_vault
from tests.make import FakeClock
from tests.ui.audit import settle
from tests.ui.front import Strays
from ui.desk import Desk
from ui.dialogs import Chosen, FileKind
from ui.drafting import Drafting
from ui.go import Go
from ui.jobs import Jobs, Lanes
from ui.screen import Screen
from ui.screens.groups import Groups
from ui.shell import Shell
from ui.theme import Theme
from ui.widgets import RowList

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
THURSDAY = datetime(2025, 11, 20, 18, 36)


class Elsewhere(Screen):
    """A neighbouring place that notes what it is asked to show."""

    place, icon = "safekeeping", "safe"

    @staticmethod
    def title() -> str:
        """Its name."""
        return "Safe-keeping"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.asked: list[Go] = []
        self.show_page(QLabel("Elsewhere"))

    def arrive(self, go: Go) -> None:
        """Note it."""
        self.asked.append(go)


class Dialogs:
    """Answers for the person with `file`; None is changing one's mind."""

    def __init__(self) -> None:
        self.file: Path | None = None
        self.proposed = ""

    def open_file(self, parent: QWidget, title: str, kinds: Sequence[FileKind], then: Chosen) -> None:
        """Choose it."""
        if self.file is not None:
            then(self.file)

    def save_file(self, parent: QWidget, title: str, name: str, kinds: Sequence[FileKind], then: Chosen) -> None:
        """Write it there; `proposed` is the name that was offered."""
        self.proposed = name
        if self.file is not None:
            then(self.file)

    def choose_folder(self, parent: QWidget, title: str, then: Chosen, start: Path | None = None) -> None:
        """Not asked here."""


def furnish(folder: Path) -> Path:
    """Make the invented charity's vault, closed, to be copied."""
    clock = FakeClock(THURSDAY)
    opened = a_vault(folder, clock, sample=True)
    sample.furnish(Workspace(opened, clock, Library()))
    opened.close()
    return opened.folder


class GroupsDesk:
    """The window, and what a person does in it. `furnished` is a closed vault to work in a copy of."""

    def __init__(
        self,
        qtbot: QtBot,
        app: QApplication,
        theme: Theme,
        folder: Path,
        *,
        furnished: Path | None = None,
        marked_sample: bool = True,
    ) -> None:
        self.qtbot, self.app, self.theme = qtbot, app, theme
        self.clock = FakeClock(THURSDAY)
        self.dialogs = Dialogs()
        self.library = Library()
        self.broken: list[Exception] = []
        lanes = Lanes()

        def opening() -> UnlockedVault:
            if furnished is None:
                return a_vault(folder, self.clock, sample=marked_sample)
            copied = shutil.copytree(furnished, folder / furnished.name, ignore=shutil.ignore_patterns("lock"))
            return vault.unlock(copied, WORDS, self.clock)

        opened = self.vault = lanes.vault.submit(opening).result()
        self.jobs: Jobs[Workspace] = Jobs(
            lambda: Workspace(opened, self.clock, self.library),
            interrupt=Workspace.interrupt,
            close=Workspace.close,
            lanes=lanes,
        )
        self.jobs.broke.connect(self.broken.append)
        self.drafting = Drafting()
        self.drafting.start(opened.drafts)
        self.shell = Shell(theme, app, (Groups, Elsewhere), self._make)
        self.jobs.changed.connect(self.shell.changed)
        self.jobs.refused.connect(self.shell.refuse)
        self.shell.undone.connect(lambda: self.jobs.do(self.shell, Workspace.undo))
        self.shell.resize(1366, 768)
        self.shell.show()
        self.shell.activateWindow()
        qtbot.addWidget(self.shell)
        self.strays = Strays(app)
        self.go(None)

    def _make(self, kind: type[Screen]) -> Screen:
        return kind(
            Desk(
                theme=self.theme,
                jobs=self.jobs,
                settings=DeviceSettings(Path("nowhere")),
                clock=self.clock,
                printer=None,  # type: ignore[arg-type]
                dialogs=self.dialogs,
                drafting=self.drafting,
                go=self.shell.go,
                tell=self.shell.tell,
                refuse=self.shell.refuse,
                use=lambda key, value: None,
                copy=lambda words: None,
                lock=lambda: None,
            )
        )

    def stop(self) -> None:
        """Shut everything."""
        self.shell.hide()
        self.drafting.stop()
        self.jobs.stop()
        self.app.removeEventFilter(self.strays)
        assert self.broken == [] and self.strays.seen == []

    # ------------------------------------------------------------ the core
    def core(self, question: Callable[[Workspace], T]) -> T:
        """Ask the workspace on its own thread, and wait."""
        return self.jobs._vault_lane().submit(lambda: question(self.jobs._workspace())).result()

    def do(self, command: Callable[[Workspace], object]) -> None:
        """Change something behind the screen's back, then have it told."""
        self.jobs.do(self.shell, command)  # type: ignore[arg-type]
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is asked of the vault any more and the window has drawn it."""
        for _turn in range(6):
            self.jobs.lanes.vault.submit(lambda: None).result()
            self.jobs.lanes.paper.submit(lambda: None).result()
            settle()

    # ------------------------------------------------------------ the person
    @property
    def screen(self) -> Groups:
        """The place."""
        found = self.shell.findChild(Groups)
        assert isinstance(found, Groups)
        return found

    def go(self, show: object) -> None:
        """Go there."""
        self.shell.go(Go("groups", show))
        self.rest()

    def says(self) -> str:
        """Every word in sight, in one string."""
        words = [label.text() for label in self.shell.findChildren(QLabel) if label.isVisible()]
        words += [b.accessibleName() for b in self.shell.findChildren(QAbstractButton) if b.isVisible()]
        for rows in self.shell.findChildren(RowList):
            if rows.isVisible():
                words += [f"{row.title}, {row.detail}, {row.side}" for row in rows.items]
        return " | ".join(words)

    def find(self, kind: type[W], name: str) -> W:
        """The control in sight whose name begins so."""
        found = [w for w in self.shell.findChildren(kind) if w.isVisible() and w.accessibleName().startswith(name)]
        assert found, f"no {kind.__name__} called {name}: {self.says()}"
        return found[0]

    def press(self, name: str) -> None:
        """Press a button by its name."""
        button = self.find(QAbstractButton, name)
        assert button.isEnabled(), name
        button.click()
        self.rest()

    def keys(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        self.qtbot.keyClicks(self.focus, text)

    def key(self, key: Qt.Key, times: int = 1) -> None:
        """Press a key."""
        for _n in range(times):
            self.qtbot.keyClick(self.focus, key)
        self.rest()

    def tab_to(self, name: str) -> QWidget:
        """Go on by Tab until the keyboard is on the control of that name; fails when it cannot be reached so."""
        seen = []
        for _n in range(160):
            here = self.app.focusWidget()
            if here is not None and here.accessibleName().startswith(name) and here.isVisible():
                return here
            seen.append(here.accessibleName() if here is not None else "")
            self.qtbot.keyClick(here or self.shell, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {name}: {seen}")

    @property
    def focus(self) -> QWidget:
        """Where the keyboard is."""
        found = self.app.focusWidget()
        assert found is not None
        return found
